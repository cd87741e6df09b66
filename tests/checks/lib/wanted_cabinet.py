#!/usr/bin/env python3
"""Whether a design's file is the cabinet of story.sh, by its parts, its price and its findings.

Usage: wanted_cabinet.py DESIGN   (says what is missing; exits 1 then)
"""

import json
import pathlib
import subprocess
import sys

PROGRAM = pathlib.Path(__file__).resolve().parents[3] / "build" / "maatkast"
STRAIGHT, TURNED = [0, 0, 0, 1], 2**-0.5  # rotations, of what stands along the next wall the last number


def said(command, design):
    """What a command has to say on a design, whether or not something blocks."""
    return json.loads(subprocess.run([PROGRAM, command, design, "--json"], capture_output=True, text=True).stdout)


def width(uprights):
    """Millimetres along the wall, from the outer face of the first upright to the wall round the corner: uprights keep
    as far from that as the others from theirs."""
    straight = [part for part in uprights if part["rotation"] == STRAIGHT]
    turned = [part for part in uprights if abs(part["rotation"][3] - TURNED) < 1e-6]
    if not straight or not turned:
        return None
    left = min(part["position_m"][0] * 1000 - part["thickness_mm"] / 2 for part in straight)
    gap = min(part["position_m"][2] * 1000 - part["width_mm"] / 2 for part in straight)
    right = max(part["position_m"][0] * 1000 + part["width_mm"] / 2 for part in turned)
    return right + gap - left


def missing(design):
    parts, price = said("parts", design)["parts"], said("price", design)
    fronts = [part for part in parts if part["opens"] and part["material"].endswith("/oak")]
    hinged = [part for part in parts if part["opens"] and part["opens"]["kind"] == "hinge"]
    glass = [part for part in hinged if "glass" in part["material"]]
    wide = width([part for part in parts if part["kind"] == "upright"])
    blocked = [finding["text"] for finding in said("check", design)["findings"] if finding["severity"] == "blocked"]
    faces = ("door", "drawer_front", "frame_rail", "frame_stile")
    other = {part["material"] for part in parts if part["kind"] in faces}
    wanted = {
        "something that goes round a corner": wide is not None,
        f"a width of 2600 mm (it is {wide})": wide is not None and abs(wide - 2600) < 0.2,
        "two drawers": sum(part["kind"] == "drawer_bottom" for part in parts) >= 2,
        "two doors of glass": len(glass) >= 2,
        f"oak fronts and no others ({other})": len(fronts) > 0 and all(m.endswith("/oak") for m in other),
        f"a file that nothing blocks: {blocked}": not blocked,
        "a price that is the sum of its lines": 0 < price["total_cents"] == sum(
            line["total_cents"] for line in price["lines"]),
    }
    return [what for what, there in wanted.items() if not there]


def main():
    lacks = missing(sys.argv[1])
    for what in lacks:
        print(f"{sys.argv[1]}: missing {what}")
    return bool(lacks)


if __name__ == "__main__":
    sys.exit(main())
