#!/usr/bin/env python3
"""A day in the shop with flat memory: customers come and go in the real program, whose robot plays them fast, and what
it holds after each of them is fitted over the second half of the day. Less than 1 MiB an hour may be added.

Usage: day.py [HOURS]   (default: MAATKAST_SHOP_HOURS, or 3)

By hand, and no check yet: three hours are over before all that is kept for a while (pictures of choices, of steps) has
come to its bound, and what comes after that has not been measured.
"""

import os
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = ROOT / "build" / "maatkast"
DESIGNS = ROOT / "assets" / "designs"
HOURS = 3
CUSTOMERS = 6  # an hour
ACTIONS = 12  # a customer; each is one to five touches
MIB_PER_HOUR = 1.0
SECONDS_PER_CUSTOMER = 60  # a hang is a failure
SAVED = ("wardrobe", "corner_wardrobe", "dresser", "home_office")


def opening(dice):
    return f"click tab.1\nclick opening.{dice.randrange(2)}.0"


# What people do, each from any state and back to one in which every other can follow.
ACTS = (
    lambda dice: f"click tab.0\ntype width {dice.randrange(200, 300)}",
    lambda dice: f"click tab.0\ntype height {dice.randrange(180, 260)}",
    lambda dice: f"click tab.0\ntype bays {dice.randrange(3, 6)}",
    lambda dice: f"click tab.0\nclick base.{dice.randrange(2)}",
    lambda dice: f"{opening(dice)}\nclick interior.{dice.choice(('rail', 'empty', 'tray'))}",
    lambda dice: f"{opening(dice)}\nclick front.{dice.choice(('none', 'left', 'right'))}",
    lambda dice: f"click tab.2\nclick finish.{dice.choice(('oak', 'walnut', 'white', 'sage'))}",
    lambda dice: f"click tab.2\nclick handle.{dice.choice(('bar', 'knob', 'none'))}\nwait",
    lambda dice: f"key {dice.choice('12345')}\nwait",
    lambda dice: "key o\nwait\nkey o\nwait",
    lambda dice: f"key {dice.choice('iplm')}",
    lambda dice: f"key {dice.choice('xde')}\nwait\nkey escape",
    lambda dice: "drag 300 500 420 480\nwheel 400 300 1",
    lambda dice: f"click language.{dice.randrange(3)}",
    lambda dice: "key ctrl+z\nkey ctrl+z\nkey ctrl+y",
    lambda dice: "key t\nwait\nkey t",
    lambda dice: "key k\nwait 2\nkey k\nwait",
    lambda dice: "key b\nkey escape",
    lambda dice: "key ctrl+s",
    lambda dice: f"key ctrl+o\nwait\nclick file.{dice.choice(SAVED)}\nwait",
)


def customer(dice, number, picture):
    """One after the other; the last touch asks for a picture, and the program tells that it is done."""
    acts = [dice.choice(ACTS)(dice) for _ in range(ACTIONS)]
    return "\n".join(["key ctrl+n", "wait", *acts, "key 2", f"screenshot {picture}", f"tell {number}"])


def slope(samples):
    """Theil and Sen's: the median of the slopes between any two, which a few jumps do not move."""
    return statistics.median((b - a) / (j - i) for i, a in enumerate(samples) for j, b in enumerate(samples) if j > i)


def resident(process):
    """MiB that a process holds."""
    pages = int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def play(folder, customers):
    """What the program held after each customer, and what it had to say against the script."""
    dice = random.Random(8)
    for name in SAVED:
        shutil.copy(DESIGNS / f"{name}.json", folder)
    script = folder / "script"
    script.write_text("\n".join(customer(dice, i, folder / "picture.png") for i in range(customers)) + "\n")
    program = subprocess.Popen(
        [PROGRAM, "show", "--headless", "--script", script, "--size", "960x600", "--folder", folder,
         "--state", folder / "state"], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    held = []
    while program.stdout.readline():
        held.append(resident(program))
    errors = program.communicate(timeout=SECONDS_PER_CUSTOMER)[1]
    return held, errors.strip()


def test_of_itself():
    """A leak of 1.5 MiB an hour is seen through noise and jumps; a day without one passes."""
    dice = random.Random(1)
    for leak in (0, 1.5):
        day = [300 + leak * i / CUSTOMERS + dice.uniform(-1, 1) + 4 * (i > 20) for i in range(60)]
        assert (slope(day[30:]) * CUSTOMERS > MIB_PER_HOUR) == (leak > 0), leak


def main():
    test_of_itself()
    hours = int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MAATKAST_SHOP_HOURS", HOURS))
    with tempfile.TemporaryDirectory() as name:
        held, errors = play(pathlib.Path(name), hours * CUSTOMERS)
    if errors or len(held) != hours * CUSTOMERS:
        print(f"day: {len(held)} of {hours * CUSTOMERS} customers, MiB {held}\n{errors}")
        return 1
    grows = slope(held[len(held) // 2:]) * CUSTOMERS
    print(f"day: {hours} hours, MiB after each customer: {' '.join(f'{mib:.0f}' for mib in held)}\n"
          f"day: {grows:+.2f} MiB an hour over the second half")
    return grows >= MIB_PER_HOUR


if __name__ == "__main__":
    sys.exit(main())
