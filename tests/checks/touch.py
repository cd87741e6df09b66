#!/usr/bin/env python3
"""The real window on a touch screen: an X server with fingers out of a socket (lib/touch_screen.py), the program as it
is, and traces of fingers. A tap presses once, one finger turns, two pinch, a finger on the panel scrolls it and changes
nothing, a long press is the menu; and then ten seconds untouched, in which no frame may be drawn.

Usage: touch.py [FOLDER]   (screenshots go there; default: out/touch)
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from touch_screen import TouchScreen  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "maatkast"
TRACES = ROOT / "tests" / "tools" / "traces"
WIDER = (1230, 99)  # the plus of the width in a window of 1280 x 720
CABINET = (480, 400)
REST = 40  # seconds until a picture is at rest, at most
QUIET = 12  # seconds in which pictures of choices may still be made before frames are told


def fail(words):
    sys.exit("touch: " + words)


class Showroom:
    def __init__(self, folder, shots):
        self.folder, self.shots = folder, shots
        shots.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "assets" / "designs" / "wardrobe.json", folder / "design.json")
        self.log = open(folder / "log", "w")
        self.program = subprocess.Popen([PROGRAM, "show", folder / "design.json", "--state", folder / "state",
                                         "--size", "1280x720", "--scale", "1", "--stats"], stderr=self.log)

    def frames(self):
        found = re.findall(r"frames (\d+)", (self.folder / "log").read_text())
        return int(found[-1]) if found else 0

    def shoot(self, name):
        """Once two pictures in a row are the same."""
        path, before, end = self.shots / f"{name}.png", None, time.time() + REST
        while time.time() < end:
            time.sleep(0.5)
            subprocess.run(["import", "-window", "root", path], check=True)
            now = subprocess.run(["identify", "-format", "%#", path], capture_output=True, check=True).stdout
            if now == before and self.frames():
                return path
            before = now
        fail(f"the picture never came to rest: {name}")

    def rested(self):
        """The frames told once no more come: pictures of choices further down are still made after a shot."""
        drawn, since, end = self.frames(), time.time(), time.time() + REST
        while time.time() < min(since + QUIET, end):
            time.sleep(0.2)
            if self.frames() != drawn:
                drawn, since = self.frames(), time.time()
        return drawn

    def steps(self):
        """Lines of the journal after its head, which is written with the first: one a change."""
        journals = list((self.folder / "state" / "journals").glob("*.journal"))
        return sum(len(path.read_text().splitlines()) - 1 for path in journals)


def share(before, after, crop):
    """Of the pixels of a part of the picture that differ clearly, in per mille; crop as WxH+X+Y."""
    compared = subprocess.run(["compare", "-metric", "AE", "-fuzz", "4%", "-extract", crop, before, after, "null:"],
                              capture_output=True, text=True)
    width, height = map(int, re.match(r"(\d+)x(\d+)", crop).groups())
    return float(compared.stderr.split()[0]) * 1000 / (width * height)


PICTURE, PANEL = "880x560+10+70", "340x500+930+20"


def run(screen, room):
    room.shoot("0-start")
    steps = room.steps()
    screen.play(TRACES / "tap.txt", WIDER)
    wider = room.shoot("1-wider")
    if room.steps() != steps + 1:
        fail(f"a tap made {room.steps() - steps} changes, not one")
    screen.play(TRACES / "scroll.txt", (1100, 500))
    scrolled = room.shoot("2-scrolled")
    if share(wider, scrolled, PANEL) < 20:
        fail("a finger did not scroll the panel")
    if share(wider, scrolled, PICTURE) > 5:
        fail("a finger on the panel changed the picture")
    screen.play(TRACES / "orbit.txt")
    turned = room.shoot("3-turned")
    if share(scrolled, turned, PICTURE) < 50:
        fail("one finger did not turn the cabinet")
    screen.play(TRACES / "pinch-apart.txt")
    nearer = room.shoot("4-nearer")
    if share(turned, nearer, PICTURE) < 50:
        fail("two fingers did not zoom")
    if room.steps() != steps + 1:
        fail("looking around changed the design")
    screen.play(TRACES / "long-press.txt", CABINET)
    menu = room.shoot("5-menu")
    if share(nearer, menu, PICTURE) < 20:
        fail("a long press opened no menu")
    drawn = room.rested()
    time.sleep(10)
    if room.frames() != drawn:
        fail(f"{room.frames() - drawn} frames drawn in 10 s without a touch")


def main():
    shots = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "touch"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with TouchScreen(folder) as screen:
            room = Showroom(folder, shots)
            try:
                run(screen, room)
            finally:
                room.program.kill()
                room.program.wait()
    print(f"touch: tapped, scrolled, turned, pinched, pressed long; 0 frames in 10 s idle; screenshots in {shots}")


main()
