#!/usr/bin/env python3
"""What the README shows is what the tree holds: quoted code, files and folders that it names, commands."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def code_problems() -> list[str]:
    """Each block of C++ stands, but for its line breaks, in the last file named before it."""
    problems = []
    for block in re.finditer(r"```cpp\n(.*?)```", README, re.S):
        named = re.findall(r"`([\w/]+\.cpp)`", README[: block.start()])
        if not named or squeezed(block[1]) not in squeezed((ROOT / named[-1]).read_text(encoding="utf-8")):
            problems.append(f"code that {named[-1:] or 'no file'} does not hold: {block[1][:60]}")
    return problems


def path_problems() -> list[str]:
    tops = "|".join(["renderer", "model", "shaders", "assets", "tools", "tests"])
    paths = re.findall(rf"(?<![\w/])((?:{tops})/[\w./-]*+)(?!{{)", README)
    return [f"no such file: {path}" for path in paths if not (ROOT / path.rstrip(".")).exists()]


def command_problems() -> list[str]:
    help_text = subprocess.run([ROOT / "build/maatkast", "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^ +build/maatkast (\w+)", README, re.M)
    return [f"no such command: {c}" for c in commands if not re.search(rf"^  {c}\b", help_text, re.M)]


problems = code_problems() + path_problems() + command_problems()
for problem in problems:
    print(f"README.md: {problem}")
sys.exit(bool(problems))
