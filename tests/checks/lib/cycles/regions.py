"""Which parts of a picture are what, and how bright ours are compared with the truth there."""

import numpy as np

from pictures import stack

ROOM, OBJECT, METAL, GLASS = 1, 2, 1, 2  # blender_scene.py
CONTACT = 6  # pixels


def near(mask, reach):
    """Pixels at most so far from the mask, in steps along rows and columns."""
    grown = mask.copy()
    for _ in range(reach):
        padded = np.pad(grown, 1)
        grown = grown | padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]
    return grown


def received(truth):
    """Diffuse light that arrives, of the colour of what lies there; and what of it came straight from the lights."""
    direct, indirect = (stack(truth, layer).mean(axis=-1) for layer in ("DiffDir", "DiffInd"))
    return direct + indirect, direct


def regions(truth):
    """Masks by name; a pixel may lie in several."""
    kind, material = truth_index(truth, "IndexOB"), truth_index(truth, "IndexMA")
    normal, position = stack(truth, "Normal", "XYZ"), stack(truth, "Position", "XYZ")  # Blender's axes: Z up, −Y out
    room, thing = kind == ROOM, kind == OBJECT
    matt = thing & (material == 0)
    light, direct = received(truth)
    up, out = normal[..., 2], -normal[..., 1]
    floor, wall = room & (up > 0.9) & (position[..., 2] < 0.01), room & (out > 0.9)
    contact = room & near(thing, CONTACT)
    return {
        "all": np.ones_like(room),
        "floor, open": floor & (direct > brightest(direct, floor, 0.9)) & ~contact,
        "floor, in shadow": floor & (direct < brightest(direct, floor, 0.75)),
        "back wall, open": wall & (direct > brightest(direct, wall, 0.9)) & ~contact,
        "back wall, in shadow": wall & (direct < brightest(direct, wall, 0.75)),
        f"room within {CONTACT} px of objects": contact,
        "faces to the front, lit": matt & (out > 0.9) & (light > brightest(light, matt & (out > 0.9), 0.85)),
        "faces to the front, in shade": matt & (out > 0.9) & (light < brightest(light, matt & (out > 0.9), 0.6)),
        "faces to the sides": matt & (np.abs(normal[..., 0]) > 0.9),
        "tops": matt & (up > 0.9),
        "undersides": matt & (up < -0.9),
        "hollows (under a third of full light)": matt & (light < brightest(light, matt, 0.33)),
        "deep hollows (under a tenth)": matt & (light < brightest(light, matt, 0.1)),
        "metal": thing & (material == METAL),
        "glass": thing & (material == GLASS),
    }


def truth_index(truth, layer):
    return np.round(next(values for name, values in truth.items() if name.endswith(f".{layer}.X"))).astype(int)


def brightest(values, mask, share):
    """A share of the light at which all but a fiftieth of the mask stops."""
    return share * np.quantile(values[mask], 0.98) if mask.any() else 0.0


def ratios(ours, truth, masks, least=150):
    """(name, pixels, mean of ours ÷ mean of the truth for red, green, blue, mean error there) of each region that has
    enough pixels to tell."""
    rows = []
    for name, mask in masks.items():
        if np.count_nonzero(mask) < least:
            continue
        mine, right = ours[mask], truth[mask]
        rows.append((name, int(np.count_nonzero(mask)), mine.mean(axis=0) / np.maximum(right.mean(axis=0), 1e-6),
                     float(np.abs(mine - right).mean())))
    return rows
