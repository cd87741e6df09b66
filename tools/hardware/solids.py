"""Closed solids by lofting: outlines stacked into rings, rings joined by quads, ends closed.

An outline is a list of (a, b) points, counter-clockwise; all outlines of one loft have equally many points.
A ring is an outline placed in space. Looking against the direction in which rings follow one another, ring
points run counter-clockwise, so that faces come out with their normals outward.
"""

import math

from mesh import Mesh, dot, subtract


def circle(radius, count):
    return [(radius * math.cos(2 * math.pi * i / count), radius * math.sin(2 * math.pi * i / count))
            for i in range(count)]


def arc(centre, radius, start, end, steps):
    """Points on an arc, degrees, both ends included."""
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(centre[0] + radius * math.cos(t), centre[1] + radius * math.sin(t)) for t in angles]


def rounded_rectangle(width, height, radius, steps):
    """A rectangle about the origin with `steps` segments in each rounded corner."""
    x, y = width / 2 - radius, height / 2 - radius
    corners = [((x, y), 0), ((-x, y), 90), ((-x, -y), 180), ((x, -y), 270)]
    return [point for centre, start in corners for point in arc(centre, radius, start, start + 90, steps)]


def stadium(width, height, steps):
    """Two half circles of `steps` segments joined by straight sides; higher (b) than wide (a)."""
    radius, reach = width / 2, (height - width) / 2
    return arc((0, reach), radius, 0, 180, steps) + arc((0, -reach), radius, 180, 360, steps)


def distance(a, b):
    step = subtract(a, b)
    return math.sqrt(dot(step, step))


def centre_of(points):
    return tuple(sum(values) / len(points) for values in zip(*points))


def ring_coordinates(points):
    """Arc length at each point and, once more, at the closing point."""
    lengths = [0.0]
    for i, point in enumerate(points):
        lengths.append(lengths[-1] + distance(point, points[(i + 1) % len(points)]))
    return lengths


def loft(slot, rings, cyclic=False):
    """Joins rings into one closed mesh: flat ends, or, when cyclic, the last ring joined to the first.

    u runs along the rings' direction, v around them, both by arc length (of the first point, of the widest ring).
    """
    mesh = Mesh(slot)
    indices = [[mesh.point(p) for p in ring] for ring in rings]
    around = max((ring_coordinates(ring) for ring in rings), key=lambda lengths: lengths[-1])
    along = 0.0
    pairs = list(zip(range(len(rings)), range(1, len(rings)))) + ([(len(rings) - 1, 0)] if cyclic else [])
    for low, high in pairs:
        step = distance(rings[low][0], rings[high][0])
        join(mesh, indices[low], indices[high], around, along, along + step)
        along += step
    if not cyclic:
        close(mesh, indices[0][::-1])
        close(mesh, indices[-1])
    return mesh


def join(mesh, low, high, around, u_low, u_high):
    count = len(low)
    for i in range(count):
        j = (i + 1) % count
        mesh.quad((low[i], (u_low, around[i])), (low[j], (u_low, around[i + 1])),
                  (high[j], (u_high, around[i + 1])), (high[i], (u_high, around[i])))


def close(mesh, indices):
    """A fan about the middle of a ring. The outline must be visible from its middle."""
    points = [mesh.positions[i] for i in indices]
    centre = centre_of(points)
    middle = mesh.point(centre)
    spread = [max(p[axis] for p in points) - min(p[axis] for p in points) for axis in range(3)]
    first, second = sorted(sorted(range(3), key=lambda axis: spread[axis])[1:])
    flat = lambda p: (p[first], p[second])
    for i, index in enumerate(indices):
        j = (i + 1) % len(indices)
        mesh.triangle((middle, flat(centre)), (index, flat(points[i])), (indices[j], flat(points[j])))


def lathe(slot, profile, count):
    """Turns (radius, height) points about +Z, listed from the bottom middle outward and up; flat ends."""
    return loft(slot, [[(x, y, height) for x, y in circle(radius, count)] for radius, height in profile])


def bevelled_prism(slot, outline, low, high, bevel):
    """Extrudes `outline(inset)` along +Z from low to high, its end edges bevelled by `bevel`."""
    levels = [(bevel, low), (0.0, low + bevel), (0.0, high - bevel), (bevel, high)]
    return loft(slot, [[(x, y, z) for x, y in outline(inset)] for inset, z in levels])


def sweep(slot, frames, outline):
    """Moves outlines along a path. A frame is (origin, axis a, axis b, inset); a x b points along the path."""
    def placed(frame):
        origin, a, b, inset = frame
        return [tuple(o + s * p + t * q for o, p, q in zip(origin, a, b)) for s, t in outline(inset)]
    return loft(slot, [placed(frame) for frame in frames])
