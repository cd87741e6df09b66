#!/usr/bin/env python3
"""Every model of assets/hardware is closed, outward, small, and as its README's table says; the maker still
makes it. Reads the PLY files by itself, sharing no code with the maker."""

import collections
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HARDWARE = ROOT / "assets" / "hardware"
ROW = re.compile(r"^\| `(\w+\.ply)` \|(.*)\|$")
RANGE = re.compile(r"(-?[\d.]+) … (-?[\d.]+)")


class Model:
    """Corners are (number of the position, number of the vertex): vertices at one place share a position."""

    def __init__(self, text):
        header, body = text.split("end_header\n")
        lines = header.splitlines()
        assert lines[:2] == ["ply", "format ascii 1.0"], lines[:2]
        count = {kind: int(number) for kind, number in re.findall(r"^element (\w+) (\d+)$", header, re.M)}
        properties = re.findall(r"^property float (\w+)$", header, re.M)
        assert properties == ["x", "y", "z", "nx", "ny", "nz", "s", "t"], properties
        self.slots = set(re.search(r"^comment Material slots: (.+)$", header, re.M)[1].split())
        rows = [[float(number) for number in line.split()] for line in body.splitlines()]
        vertices, faces = rows[:count["vertex"]], rows[count["vertex"]:]
        assert len(faces) == count["face"] and all(row[0] == 3 and len(row) == 4 for row in faces)
        numbers = {}
        position = [numbers.setdefault(tuple(row[:3]), len(numbers)) for row in vertices]
        self.places = list(numbers)
        self.normals = [row[3:6] for row in vertices]
        self.faces = [[(position[int(v)], int(v)) for v in row[1:]] for row in faces]


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def open_edges(faces):
    """Directed edges that are used twice or have no opposite."""
    edges = collections.Counter((face[i][0], face[(i + 1) % 3][0]) for face in faces for i in range(3))
    return [edge for edge, count in edges.items() if count != 1 or edges[edge[::-1]] != 1]


def shells(faces):
    """Faces grouped by connection through shared positions."""
    parent = {}

    def find(i):
        while parent.setdefault(i, i) != i:
            i = parent[i]
        return i

    for face in faces:
        for corner in face[1:]:
            parent[find(corner[0])] = find(face[0][0])
    groups = collections.defaultdict(list)
    for face in faces:
        groups[find(face[0][0])].append(face)
    return list(groups.values())


def volume(places, faces):
    return sum(dot(places[a[0]], cross(places[b[0]], places[c[0]])) for a, b, c in faces) / 6.0


def face_normal(places, face):
    a, b, c = (places[corner[0]] for corner in face)
    return cross([q - p for p, q in zip(a, b)], [q - p for p, q in zip(a, c)])


def table():
    """Name to ((slots), [(low, high) of x, y, z in millimetres]) as the README has it."""
    rows = {}
    for line in (HARDWARE / "README.md").read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match:
            slots = set(re.findall(r"`(\w+)`", match[2]))
            rows[match[1]] = (slots, [(float(low), float(high)) for low, high in RANGE.findall(match[2])])
    return rows


class HardwareModels(unittest.TestCase):
    def models(self):
        for path in sorted(HARDWARE.glob("*.ply")):
            yield path.name, Model(path.read_text(encoding="ascii"))

    def test_table_and_folder_name_the_same_models(self):
        self.assertEqual(sorted(table()), sorted(path.name for path in HARDWARE.glob("*.ply")))
        self.assertGreater(len(table()), 0)

    def test_closed(self):
        for name, model in self.models():
            self.assertEqual(open_edges(model.faces), [], name)

    def test_each_shell_has_volume_and_faces_outward(self):
        for name, model in self.models():
            for faces in shells(model.faces):
                self.assertGreater(volume(model.places, faces), 1e-9, name)  # a cubic millimetre

    def test_size_and_slots_are_the_tables(self):
        rows = table()
        for name, model in self.models():
            slots, box = rows[name]
            self.assertEqual(model.slots, slots, name)
            self.assertEqual(len(box), 3, name)
            for axis, (low, high) in enumerate(box):
                values = [place[axis] * 1000 for place in model.places]
                self.assertAlmostEqual(min(values), low, delta=0.005, msg=f"{name}, axis {axis}")
                self.assertAlmostEqual(max(values), high, delta=0.005, msg=f"{name}, axis {axis}")

    def test_a_few_hundred_triangles(self):
        for name, model in self.models():
            self.assertLess(len(model.faces), 1000, name)

    def test_no_sliver_is_without_area(self):
        for name, model in self.models():
            for face in model.faces:
                area = math.sqrt(dot(face_normal(model.places, face), face_normal(model.places, face))) / 2
                self.assertGreater(area, 1e-9, f"{name}: {face}")  # a thousandth of a square millimetre

    def test_normals_are_unit_and_on_the_face_side(self):
        for name, model in self.models():
            for face in model.faces:
                flat = face_normal(model.places, face)
                for corner in face:
                    normal = model.normals[corner[1]]
                    self.assertAlmostEqual(dot(normal, normal), 1.0, delta=3e-4, msg=name)
                    self.assertGreater(dot(normal, flat), 0.5 * math.sqrt(dot(flat, flat)), name)

    def test_stretch_planes_cut_no_detail(self):
        """Nothing but straight walls crosses the plane at which a model may be lengthened."""
        for name, axis, plane in (("foot.ply", 1, -0.05), ("leg_steel.ply", 1, -0.05), ("rail_tube.ply", 0, 0.0),
                                  ("handle_bar.ply", 1, 0.0)):
            model = Model((HARDWARE / name).read_text(encoding="ascii"))
            crossing = [face for face in model.faces
                        if len({model.places[corner[0]][axis] > plane for corner in face}) == 2]
            self.assertGreater(len(crossing), 0, name)
            for face in crossing:
                self.assertAlmostEqual(face_normal(model.places, face)[axis], 0.0, delta=1e-10, msg=name)

    def test_the_maker_still_makes_these_files(self):
        with tempfile.TemporaryDirectory() as directory:
            maker = ROOT / "tools" / "hardware" / "make_hardware.py"
            subprocess.run([sys.executable, "-B", maker, directory], check=True)
            for path in sorted(HARDWARE.glob("*.ply")):
                fresh = pathlib.Path(directory, path.name).read_bytes()
                self.assertTrue(fresh == path.read_bytes(), f"{path.name} differs from what its maker writes")


if __name__ == "__main__":
    unittest.main()
