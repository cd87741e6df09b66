#!/usr/bin/env python3
"""Writes the hardware models of assets/hardware as PLY files.

Usage: make_hardware.py DIRECTORY

Where each model's origin and axes lie is written in assets/hardware/README.md. The same script writes the same
bytes on every machine: coordinates are rounded to 0.1 micrometre before printing, far coarser than any difference
between mathematics libraries.
"""

import math
import pathlib
import sys

from mesh import ply_text
from solids import arc, bevelled_prism, circle, lathe, loft, rounded_rectangle, stadium, sweep


def x_ahead(p):
    """Turns a solid made along +Z so that it stands along +X; its b axis stays +Y."""
    return (p[2], p[1], -p[0])


def y_up(p):
    """Turns a solid made along +Z so that it stands along +Y."""
    return (p[1], p[2], p[0])


def z_back(p):
    """Turns a solid made along +Z so that it stands along -Z, half a turn about Y."""
    return (-p[0], p[1], -p[2])


def z_down(p):
    """Turns a solid whose bar lies along Y, before its contact plane, so that it hangs down with the bar along Z."""
    return (p[0], -p[2], p[1])


def shift(x, y, z):
    return lambda p: (p[0] + x, p[1] + y, p[2] + z)


def bent_bar(slot, reach, stand, bend):
    """A softly squared bar that bends into its two posts: one piece, so no seam where bar and post meet."""
    outline = lambda inset: rounded_rectangle(10 - 2 * inset, 10 - 2 * inset, 2.5 - inset, 3)
    across = (1.0, 0.0, 0.0)

    def frame(y, z, degrees, inset=0.0):
        """Section at (y, z) of a path that heads `degrees` from +Z towards +Y."""
        t = math.radians(degrees)
        return ((0.0, y, z), across, (0.0, math.cos(t), -math.sin(t)), inset)

    centre_line = stand - 5.0
    first_bend = arc((-reach + bend, centre_line - bend), bend, 180, 90, 5)
    second_bend = arc((reach - bend, centre_line - bend), bend, 90, 0, 5)
    frames = [frame(-reach, 0.0, 0, 0.6), frame(-reach, 0.6, 0)]
    frames += [frame(y, z, 18 * i) for i, (y, z) in enumerate(first_bend)]
    frames += [frame(y, z, 90 + 18 * i) for i, (y, z) in enumerate(second_bend)]
    frames += [frame(reach, 0.6, 180), frame(reach, 0.0, 180, 0.6)]
    return sweep(slot, frames, outline)


def handle_bar():
    return [bent_bar("handle", 80.0, 35.0, 8.0)]


def handle_knob():
    """A turned knob: a short waist, a wide rounded head, its face dished by half a millimetre."""
    waist = [(7.0, 0.0), (7.5, 0.5), (7.5, 1.5), (6.2, 3.5), (5.6, 6.0), (6.0, 8.5), (8.0, 11.5), (11.5, 14.5)]
    rim = [(14.0, 17.0)] + arc((12.0, 20.0), 3.0, -20, 90, 6)[1:]
    face = [(9.0, 22.75), (4.0, 22.5)]
    return [lathe("handle", waist + rim + face, 24)]


def foot():
    """Adjustable foot: a flange under the carcass, a sleeve, a spindle that crosses the stretch plane, a pad."""
    pad = [(24.0, -100.0), (25.0, -99.0), (25.0, -94.0), (23.5, -92.0), (16.0, -89.0)]
    spindle = [(15.0, -88.0), (15.0, -60.0), (15.0, -40.0), (15.5, -39.0)]
    sleeve = [(18.0, -38.0), (19.0, -37.0), (20.0, -10.0), (22.0, -7.0), (24.2, -6.0), (25.0, -5.2), (25.0, -0.6),
              (24.4, 0.0)]
    return [lathe("plastic_black", pad + spindle + sleeve, 24).moved(y_up)]


def leg_steel():
    """A square steel leg with a thin glide under it."""
    outline = lambda inset: rounded_rectangle(30 - 2 * inset, 30 - 2 * inset, 2.0 - inset, 3)
    glide = lambda inset: rounded_rectangle(24 - 2 * inset, 24 - 2 * inset, 3.0 - inset, 2)
    return [bevelled_prism("steel_black", outline, -98.0, 0.0, 0.8).moved(y_up),
            bevelled_prism("plastic_black", glide, -100.0, -97.0, 0.5).moved(y_up)]


def polar_plate(count, inset):
    """The flange of a hinge cup: a disc of radius 19 with a wing of 62 x 15 along b, seen from its middle."""
    points = []
    for i in range(count):
        t = 2 * math.pi * i / count
        c, s = abs(math.cos(t)), abs(math.sin(t))
        wing = min(7.5 / c if c > 1e-9 else 31.0, 31.0 / s if s > 1e-9 else 31.0)
        radius = max(19.0, wing) - inset
        points.append((radius * math.cos(t), radius * math.sin(t)))
    return points


def screw(radius, slot="nickel"):
    """A pan-head screw, its slotless head a shallow dome on the plane z = 0."""
    return lathe(slot, [(radius, 0.0), (radius, 0.5), (0.75 * radius, 1.2), (0.3 * radius, 1.5)], 10)


def hinge_cup():
    """What shows of the cup: flange, rim, a shallow dish and the knuckle. Nothing lies within the door."""
    count = 40
    levels = [(polar_plate(count, 0.0), 0.0), (polar_plate(count, 0.0), 0.8), (polar_plate(count, 0.5), 1.3),
              (circle(17.5, count), 1.3), (circle(17.0, count), 1.9), (circle(16.4, count), 1.9),
              (circle(15.4, count), 0.4)]
    cup = loft("nickel", [[(x, y, z) for x, y in outline] for outline, z in levels])
    knuckle = lambda inset: rounded_rectangle(9 - 2 * inset, 14 - 2 * inset, 2.0 - inset, 2)
    cup.add(bevelled_prism("nickel", knuckle, 0.2, 9.0, 0.8))
    for side in (-1, 1):
        cup.add(screw(3.5).moved(shift(0.0, side * 25.0, 1.2)))
    return [cup.moved(z_back)]


def hinge_arm():
    """Mounting plate on the side panel and the arm over it, reaching forward to the front edge."""
    plate = lambda inset: rounded_rectangle(18 - 2 * inset, 48 - 2 * inset, 4.0 - inset, 3)
    arm = bevelled_prism("nickel", plate, 0.0, 4.0, 0.6).moved(x_ahead)
    for side in (-1, 1):
        arm.add(screw(4.0).moved(x_ahead).moved(shift(3.9, side * 17.0, 0.0)))
    return [arm.add(arm_body())]


def arm_body():
    """A bar along +Z whose top falls towards the back: (z, height over the panel, width, inset)."""
    sections = [(-30.0, 8.0, 15.0, 0.8), (-29.2, 8.0, 15.0, 0.0), (-8.0, 14.0, 16.0, 0.0), (20.0, 15.0, 16.0, 0.0),
                (35.2, 12.0, 14.0, 0.0), (36.0, 12.0, 14.0, 0.8)]
    rings = []
    for z, top, width, inset in sections:
        base = 3.0
        outline = rounded_rectangle(top - base - 2 * inset, width - 2 * inset, 2.0 - inset, 2)
        rings.append([(base + (top - base) / 2 + x, y, z) for x, y in outline])
    return loft("nickel", rings)


def rail_bracket():
    """An oval collar around the rail's end. A closed tube: its section runs around the rail."""
    section = [(0.15, 0.0), (7.0, 0.0), (7.5, 0.5), (7.5, 2.5), (7.0, 3.0), (3.6, 3.6), (3.0, 4.4), (2.6, 13.0),
               (2.1, 13.5), (0.65, 13.5), (0.15, 13.0)]
    rings = [[(a, b, away) for a, b in stadium(15 + 2 * out, 30 + 2 * out, 10)] for out, away in section]
    return [loft("chrome", rings, cyclic=True).moved(x_ahead)]


def rail_tube():
    outline = lambda inset: stadium(15 - 2 * inset, 30 - 2 * inset, 10)
    return [bevelled_prism("chrome", outline, -500.0, 500.0, 0.5).moved(x_ahead)]


def box(slot, width, height, low, high, bevel):
    """A bevelled box along +Z, width along X and height along Y, its middle on the axis."""
    outline = lambda inset: rounded_rectangle(width - 2 * inset, height - 2 * inset, 2 * bevel - inset, 2)
    return bevelled_prism(slot, outline, low, high, bevel)


def shelf_pin():
    """What shows of a pin of 5 mm in its hole: the shaft, rounded at the end. Looks the same upside down."""
    return [lathe("nickel", [(2.5, 0.0), (2.5, 7.2), (2.2, 7.8), (1.6, 8.0)], 16).moved(x_ahead)]


def pullout_carrier():
    """The housing under a shelf in which a frontal pull-out rail runs."""
    return [box("chrome", 30.0, 20.0, -200.0, 200.0, 0.8)]


def pullout_rail():
    """The bar of a frontal pull-out rail, bent up into its carrier at both ends."""
    return [bent_bar("chrome", 195.0, 45.0, 12.0).moved(z_down)]


def led_profile():
    return [box("aluminium", 17.0, 7.0, -500.0, 500.0, 0.4).moved(x_ahead)]


def led_strip():
    """The cover of a light profile, what shines."""
    return [box("opal", 12.0, 1.2, -500.0, 500.0, 0.2).moved(x_ahead)]


def led_driver():
    return [box("plastic_white", 40.0, 16.0, -50.0, 50.0, 1.0)]


def wall_bracket():
    """An angle in the corner of side panel and back: one leg for the wall's screw, a shallow one for the panel."""
    leg = lambda inset: rounded_rectangle(30 - 2 * inset, 40 - 2 * inset, 2.0 - inset, 3)
    flange = lambda inset: rounded_rectangle(11.5 - 2 * inset, 40 - 2 * inset, 1.0 - inset, 2)
    bracket = bevelled_prism("steel_black", leg, 0.0, 2.5, 0.5).moved(shift(15.0, 0.0, 0.0))
    bracket.add(bevelled_prism("steel_black", flange, 0.0, 2.5, 0.5).moved(x_ahead).moved(shift(0.0, 0.0, 6.25)))
    bracket.add(screw(4.5, "steel_black").moved(shift(18.0, 0.0, 2.4)))
    return [bracket]


def block(slot, x, y, z, radius=0.6, bevel=0.4):
    """A block between two values on each axis, extruded along Y."""
    (x0, x1), (y0, y1), (z0, z1) = x, y, z
    outline = lambda inset: rounded_rectangle(z1 - z0 - 2 * inset, x1 - x0 - 2 * inset, radius - inset, 2)
    return bevelled_prism(slot, outline, y0, y1, bevel).moved(y_up).moved(shift((x0 + x1) / 2, 0.0, (z0 + z1) / 2))


def handle_edge():
    """A profile along the edge of a front: a base on its face, a web at the edge, a lip to reach under."""
    length = (-100.0, 100.0)
    profile = block("handle", (-10.0, 10.0), length, (0.0, 2.0))
    profile.add(block("handle", (8.0, 10.0), length, (1.0, 21.0)))
    return [profile.add(block("handle", (-2.0, 10.0), length, (20.0, 22.0)))]


def push_catch():
    """The sprung bolt that lets a front without a handle jump open: a sleeve and its rubber tip."""
    sleeve = [(6.0, -22.0), (7.0, -21.0), (7.0, -6.0), (6.0, -5.0)]
    tip = [(3.5, -4.9), (3.5, -1.0), (2.5, 0.0)]
    return [lathe("plastic_black", sleeve + tip, 16)]


def flap_lift():
    """The case of a flap's lift on the side panel, with the pivot of its arm."""
    case = block("nickel", (0.0, 14.0), (-23.0, 23.0), (-160.0, 0.0), 4.0, 1.0)
    return [case.add(lathe("nickel", [(14.0, 13.0), (14.0, 15.4), (13.4, 16.0)], 24).moved(x_ahead)
                     .moved(shift(0.0, 0.0, -24.0)))]


def flap_stay():
    """The brake that holds a flap that opens downwards: a slim case with a pivot at its front."""
    case = block("nickel", (0.0, 9.0), (-15.0, 15.0), (-140.0, 0.0), 4.0, 1.0)
    return [case.add(lathe("nickel", [(10.0, 8.0), (10.0, 10.4), (9.4, 11.0)], 20).moved(x_ahead)
                     .moved(shift(0.0, 0.0, -16.0)))]


def hinge_plate():
    """One leaf of the thin hinge between two folding doors."""
    plate = block("nickel", (-12.0, 12.0), (-30.0, 30.0), (-1.0, 0.0), 0.4, 0.3)
    for side in (-1, 1):
        plate.add(lathe("nickel", [(2.6, 0.9), (2.6, 1.0), (1.5, 1.2)], 10).moved(z_back)
                  .moved(shift(3.0, side * 20.0, 0.0)))
    return [plate]


def along_x(p):
    """Turns a solid made along +Y so that it lies along +X."""
    return (p[1], -p[0], p[2])


def track(slot, height, plate, web):
    """A channel along X, open to -Y: a plate and a web at the back and at the front."""
    length, depth = (-500.0, 500.0), 44.0
    channel = block(slot, (-height / 2, -height / 2 + plate), length, (1.0 - depth, depth - 1.0))
    for z in ((-depth, -depth + web), (depth - web, depth)):
        channel.add(block(slot, (1.0 - height / 2, height / 2), length, z))
    return channel.moved(along_x)


def track_top():
    """The upper track of sliding doors, its webs hiding the wheels."""
    return [track("aluminium", 30.0, 3.0, 2.0)]


def track_bottom():
    """The lower track: a channel turned over, sunk between the boards before the carcase."""
    return [track("aluminium", 12.0, 3.0, 2.0).moved(lambda p: (p[0], -p[1], -p[2]))]


def slide_grip():
    """The upright profile at both edges of a sliding door: a channel, open to +X, that fingers reach into."""
    length = (-500.0, 500.0)
    profile = block("aluminium", (-8.0, -5.5), length, (-8.5, 8.5))
    for z in ((-9.5, -7.0), (7.0, 9.5)):
        profile.add(block("aluminium", (-7.0, 8.0), length, z))
    return [profile]


def wall_rail():
    """The rail that a wall-hung cabinet's board rests on: a plate on the wall and a lip before it."""
    length = (-500.0, 500.0)
    rail = block("aluminium", (-20.0, 20.0), length, (-6.0, -3.5)).moved(along_x)
    rail.add(block("aluminium", (-20.0, -17.5), length, (-4.5, 5.0)).moved(along_x))
    return [rail.add(block("aluminium", (-20.0, -12.0), length, (3.5, 6.0)).moved(along_x))]


def brace_bar():
    """A flat bar of a cross brace, along Z."""
    return [block("steel_black", (-1.5, 1.5), (-10.0, 10.0), (-500.0, 500.0))]


MODELS = [handle_bar, handle_knob, foot, leg_steel, hinge_cup, hinge_arm, rail_bracket, rail_tube, shelf_pin,
          pullout_carrier, pullout_rail, led_profile, led_strip, led_driver, handle_edge,
          push_catch, flap_lift, flap_stay, hinge_plate, track_top, track_bottom, slide_grip,
          wall_bracket, wall_rail, brace_bar]


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    directory = pathlib.Path(arguments[0])
    directory.mkdir(parents=True, exist_ok=True)
    for model in MODELS:
        meshes = model()
        header = [f"{model.__name__}: written by tools/hardware/make_hardware.py, do not edit.",
                  "Unit: metre. Axes and origin: README.md.",
                  "Material slots: " + " ".join(dict.fromkeys(mesh.slot for mesh in meshes))]
        (directory / f"{model.__name__}.ply").write_text(ply_text(header, meshes), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
