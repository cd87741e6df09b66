#!/usr/bin/env python3
"""A program that is killed loses nothing that was shown: the real program plays changes, is killed at a random moment,
starts again, and has every change that it told of, with undo back to the start.

Usage: killed.py [KILLS]   (default: 50, within a minute; tests/tools/journal.cpp has thousands, without the program)
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "maatkast"
WARDROBE = ROOT / "assets" / "designs" / "wardrobe.json"
KILLS = 50
SECONDS = 60  # of one run; a hang is a failure
MOST = 40  # changes before a kill
CENTIMETRES = range(180, 260)


def show(folder, script, **more):
    """Starts the showroom on the folder's design, with what was kept beside it."""
    (folder / "script").write_text(script)
    return subprocess.Popen([PROGRAM, "show", folder / "design.json", "--state", folder / "state", "--headless",
                             "--script", folder / "script"], text=True, **more)


def played(folder, script):
    """Plays a script to its end; what was wrong, and the design as it was saved."""
    program = show(folder, script, stderr=subprocess.PIPE)
    errors = program.communicate(timeout=SECONDS)[1]
    return errors.strip() if program.returncode else "", json.loads((folder / "design.json").read_text())


def changes(dice):
    """Heights in a row, no two neighbours alike, none the one that it begins with."""
    heights = [239]
    while len(heights) <= MOST:
        heights.append(dice.choice([cm for cm in CENTIMETRES if cm not in (heights[-1], 239)]))
    return heights[1:]


def told_until_killed(folder, heights, dice):
    """How many changes the program told of before it was killed."""
    lines = [line for i, cm in enumerate(heights) for line in (f"type height {cm}", f"tell {i + 1}")]
    program = show(folder, "\n".join(lines) + "\nframes 100000\n", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    after, told = dice.randrange(MOST), 0
    while told < after and (line := program.stdout.readline()):
        told = int(line)
    time.sleep(dice.uniform(0, 0.02))
    program.kill()
    rest = program.communicate(timeout=SECONDS)[0].split("\n")
    return max([told] + [int(line) for line in rest[:-1]])


def lost(folder, dice):
    """What was lost in one kill; empty when nothing was."""
    start = WARDROBE.read_text()
    (folder / "design.json").write_text(start)
    heights = changes(dice)
    told = told_until_killed(folder, heights, dice)
    if told == 0:  # there may be one change that nobody was told of, or none
        return told, ""
    errors, design = played(folder, "click left.0.take\nclick save\n")
    fine = [cm * 10 for cm in heights[told - 1:told + 1]]
    now = {bay["height"] for bay in design["bays"]}
    if errors or not any(now == {height} for height in fine):
        return told, f"{now} instead of {fine} {errors}"
    return told, ""


def undone(folder, dice):
    """The same, with everything undone: the design that it began with, byte for byte."""
    (folder / "design.json").write_text(WARDROBE.read_text())
    told = told_until_killed(folder, changes(dice), dice)
    if told == 0:
        return told, ""
    undo = "key ctrl+z\n" * (told + 1)
    errors, _ = played(folder, f"click left.0.take\nclick save\n{undo}click save\n")
    same = json.loads((folder / "design.json").read_text()) == json.loads(WARDROBE.read_text())
    return told, errors or ("" if same else "undo does not lead back to the start")


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    dice = random.Random(5)
    wrong, told_in_all = [], 0
    for kill in range(kills):
        with tempfile.TemporaryDirectory() as name:
            told, reason = (undone if kill % 3 == 2 else lost)(pathlib.Path(name), dice)
        told_in_all += told
        if reason:
            wrong.append(f"kill {kill}, after {told} changes: {reason}")
    print("\n".join(wrong + [f"killed: {kills} kills, {told_in_all} changes told, {len(wrong)} kills that lost some"]))
    return bool(wrong) or told_in_all < kills


if __name__ == "__main__":
    sys.exit(main())
