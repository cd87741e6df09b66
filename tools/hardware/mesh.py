"""A triangle mesh with shared positions, and how it becomes a PLY file.

Lengths are millimetres while a model is built and metres in the file. Faces wind counter-clockwise seen from
outside. Positions are shared across every seam, so a closed model has each edge exactly twice, in opposite
directions; only texture coordinates are split.
"""

import math

CREASE_DEGREES = 50.0  # bevels meet their faces at 45 degrees: they shade into each other, true corners do not


def subtract(a, b):
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def unit(a):
    length = math.sqrt(dot(a, a))
    return (a[0] / length, a[1] / length, a[2] / length)


class Mesh:
    """Triangles of one material slot. Each corner is (position index, (u, v) in millimetres)."""

    def __init__(self, slot):
        self.slot = slot
        self.positions = []
        self.triangles = []

    def point(self, position):
        self.positions.append(position)
        return len(self.positions) - 1

    def triangle(self, a, b, c):
        self.triangles.append((a, b, c))

    def quad(self, a, b, c, d):
        self.triangle(a, b, c)
        self.triangle(a, c, d)

    def moved(self, place):
        """The mesh itself, each point put through `place`: a rotation or a shift, never a mirror."""
        self.positions = [place(p) for p in self.positions]
        return self

    def add(self, other):
        """The mesh itself with another one appended."""
        first = len(self.positions)
        self.positions.extend(other.positions)
        for corners in other.triangles:
            self.triangles.append(tuple((index + first, uv) for index, uv in corners))
        return self

    def area_normal(self, corners):
        a, b, c = (self.positions[index] for index, _ in corners)
        return cross(subtract(b, a), subtract(c, a))

    def corner_normals(self):
        """Area-weighted normals over the faces around a point that are not beyond the crease angle.

        The weight by area keeps large faces flat and leaves the whole turn to the bevel between them.
        """
        areas = [self.area_normal(corners) for corners in self.triangles]
        units = [unit(normal) for normal in areas]
        around = {}
        for face, corners in enumerate(self.triangles):
            for index, _ in corners:
                around.setdefault(index, []).append(face)
        limit = math.cos(math.radians(CREASE_DEGREES))
        return [[unit(tuple(map(sum, zip(*(areas[other] for other in around[index]
                                           if dot(units[other], units[face]) >= limit)))))
                 for index, _ in corners]
                for face, corners in enumerate(self.triangles)]


def rounded(values, decimals):
    # Adding zero turns -0.0 into 0.0, which would otherwise be printed differently.
    return tuple(f"{round(v, decimals) + 0.0:.{decimals}f}" for v in values)


def ply_text(header, meshes):
    """The whole file: comment lines, then vertices (no two the same) and triangles."""
    vertices, triangles = {}, []
    for mesh in meshes:
        for corners, directions in zip(mesh.triangles, mesh.corner_normals()):
            triangle = []
            for (index, uv), direction in zip(corners, directions):
                vertex = (rounded((v / 1000.0 for v in mesh.positions[index]), 7) + rounded(direction, 4) +
                          rounded((v / 1000.0 for v in uv), 5))
                triangle.append(vertices.setdefault(vertex, len(vertices)))
            triangles.append("3 {} {} {}".format(*triangle))
    properties = [f"property float {name}" for name in ("x", "y", "z", "nx", "ny", "nz", "s", "t")]
    return "\n".join(["ply", "format ascii 1.0"] + [f"comment {line}" for line in header] +
                     [f"element vertex {len(vertices)}"] + properties +
                     [f"element face {len(triangles)}", "property list uchar uint vertex_indices", "end_header"] +
                     [" ".join(vertex) for vertex in vertices] + triangles) + "\n"
