#!/usr/bin/env python3
"""The printed book: every sheet of paper bears the number of its page, also where a page runs over to another sheet.

Prints build/maatkast's book with a headless Chromium and reads each sheet's last line. Without a Chromium, or without
pdftotext, it says so and is content: what the HTML must hold for this stands in book_html_test.cpp.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("nl", "en", "de")
SECONDS = 120


def printed(browser, folder, language):
    """The pages of the HTML in order, and the last line of each sheet that it is printed on."""
    html, pdf = folder / f"{language}.html", folder / f"{language}.pdf"
    subprocess.run([ROOT / "build/maatkast", "--lang", language, "book", "--no-pictures", "-o", html], check=True,
                   timeout=SECONDS)
    subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                    "--no-pdf-header-footer", f"--print-to-pdf={pdf}", html.as_uri()],
                   check=True, timeout=SECONDS, capture_output=True)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    sheets = [[line for line in sheet.splitlines() if line.strip()] for sheet in text.split("\f")[:-1]]
    numbers = re.findall(r"<footer><span>[^<]*</span><span>(\d+)</span>", html.read_text(encoding="utf-8"))
    return numbers, [sheet[-1] if sheet else "" for sheet in sheets]


def problems_of(numbers, feet):
    problems, found = [], []
    for sheet, foot in enumerate(feet[1:], 2):  # the cover bears none
        number = re.search(r"\s{2,}(\d+)$", foot)
        if not number:
            problems.append(f"sheet {sheet} bears no number: {foot.strip()!r}")
        else:
            found.append(number[1])
    in_turn = [number for i, number in enumerate(found) if i == 0 or number != found[i - 1]]
    if in_turn != numbers:
        problems.append(f"pages printed {in_turn}, to be printed {numbers}")
    return problems


def main():
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser or not shutil.which("pdftotext"):
        print("book_pages: no Chromium or no pdftotext here, nothing printed")
        return 0
    problems, over = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            numbers, feet = printed(browser, pathlib.Path(folder), language)
            problems += [f"{language}: {problem}" for problem in problems_of(numbers, feet)]
            over += len(feet) - 1 - len(numbers)
    for problem in problems:
        print(f"book_pages: {problem}")
    print(f"book_pages: {over} sheets that pages run over to")
    return 1 if problems else 0


sys.exit(main())
