#!/usr/bin/env python3
"""The commands that scripts rely on: what they write, what they print, and how they end.

Drives build/maatkast as a script would. Refusals of bad input stand in bad_input.py.
"""

import csv
import io
import json
import os
import pathlib
import statistics
import struct
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "maatkast"
DESIGNS = sorted((ROOT / "assets" / "designs").glob("*.json"))
WARDROBE = ROOT / "assets" / "designs" / "wardrobe.json"
FINE, BLOCKED, USAGE, BAD_INPUT, CANNOT_CREATE, OUTPUT_FAILED = 0, 1, 2, 65, 73, 74
START_UP_SECONDS = 0.050
SECONDS = 60

PART = {"id", "name", "article", "kind", "material", "length_mm", "width_mm", "thickness_mm", "mass_kg", "position_m",
        "rotation", "oversize_mm", "size_m", "turn_deg", "shape", "grain", "edges", "edge_banding_mm", "drilling", "opens"}
SHAPES = {"rectangle", "outline", "fitting"}
ROW = {"use", "along", "from_mm", "pitch_mm", "count", "x_mm", "diameter_mm", "depth_mm"}
FINDING = {"rule", "page", "severity", "where", "measured", "limit", "text", "repairs"}


def glb_document(data):
    """The JSON chunk of a GLB, after holding the container against the glTF 2.0 specification."""
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data)), "header"
    size, kind = struct.unpack_from("<I4s", data, 12)
    assert kind == b"JSON" and size % 4 == 0, "first chunk"
    return json.loads(data[20:20 + size])


def area(outline):
    """Of a polygon, positive where it runs anticlockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, outline[1:] + outline[:1])) / 2


def turned(quaternion, point):
    """p + 2 w (v x p) + 2 v x (v x p)"""
    *v, w = quaternion
    cross = lambda a, b: [a[i - 2] * b[i - 1] - a[i - 1] * b[i - 2] for i in range(3)]
    once = cross(v, point)
    return [p + 2 * w * a + 2 * b for p, a, b in zip(point, once, cross(v, once))]


def worlds(document):
    """Where the origin of each node stands, by its name, worked out from the nodes above it."""
    nodes, found = document["nodes"], {}

    def place(at, translation, rotations):
        node = nodes[at]
        step = node.get("translation", [0, 0, 0])
        for rotation in reversed(rotations):
            step = turned(rotation, step)
        here = [a + b for a, b in zip(translation, step)]
        found[node.get("name")] = here
        for child in node.get("children", []):
            place(child, here, rotations + ([node["rotation"]] if "rotation" in node else []))

    for root in document["scenes"][document["scene"]]["nodes"]:
        place(root, [0, 0, 0], [])
    return found


def opened(node):
    """The values that an opener moves by."""
    return node.get("translation"), node.get("rotation")


def radiance_of(data, width, height):
    """Red, green and blue of a Radiance picture, whose scanlines are run-length encoded channel by channel."""
    at, values = data.index(b"+X %d\n" % width) + len(b"+X %d\n" % width), []
    for _ in range(height):
        assert data[at:at + 4] == bytes((2, 2, width >> 8, width & 255))
        at, channels = at + 4, []
        for _ in range(4):
            channel = bytearray()
            while len(channel) < width:
                count = data[at]
                run = count > 128
                channel += data[at + 1:at + 2] * (count - 128) if run else data[at + 1:at + 1 + count]
                at += 2 if run else 1 + count
            channels.append(channel)
        values += [channels[c][x] * 2.0 ** (channels[3][x] - 136) for x in range(width) for c in range(3)]
    return values


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def run_program(self, *arguments, code=FINE, stdin=b"", **options):
        done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=SECONDS, check=False,
                              **options)
        self.assertEqual(done.returncode, code, f"{arguments}: {done.stderr.decode()!r}")
        return done

    def json_of(self, *arguments, **options):
        """The one document on stdout; anything beside it breaks the parser."""
        return json.loads(self.run_program(*arguments, "--json", **options).stdout)

    def edited(self, *edits, design=WARDROBE):
        return self.run_program("edit", design, *edits, "-o", "-").stdout

    def export(self, *options, design=WARDROBE):
        return self.run_program("export", design, "-o", "-", *options).stdout

    def blocked(self):
        """A design in which one bay is wider than any that is made."""
        path = self.work / "blocked.json"
        path.write_bytes(self.edited("bays/0/width=1900"))
        return path

    def test_new_has_the_sizes_asked_for_and_nothing_blocks(self):
        path = self.work / "new.json"
        self.run_program("new", "--width", "2400", "--height", "215 cm", "--depth", "605", "--bays", "3", "-o", path)
        design = json.loads(path.read_bytes())
        bays = design["bays"]
        self.assertEqual(len(bays), 3)
        self.assertEqual(sum(bay["width"] for bay in bays) + 4 * design["thickness"]["carcase"], 2400)
        self.assertEqual({(bay["height"], bay["depth"]) for bay in bays}, {(2150, 605)})
        self.run_program("check", path)

    def test_random_gives_the_same_bytes_for_the_same_seed(self):
        for folder, seed in (("a", "5"), ("b", "5"), ("c", "6")):
            self.run_program("random", "--seed", seed, "--count", "12", "-o", self.work / folder)
        a, b, c = ({path.name: path.read_bytes() for path in (self.work / name).iterdir()} for name in "abc")
        self.assertEqual(sorted(a), [f"S-{i:04}.json" for i in range(1, 13)])
        self.assertEqual(a, b)
        self.assertEqual(len(set(a.values()) | set(c.values())), 24)
        for name in a:
            self.run_program("check", self.work / "a" / name)

    def test_random_makes_what_it_is_asked_for(self):
        """Groups of kinds, each alone and together: every design has them, and sells."""
        has = {"corner": lambda d: any(b.get("shape", "").startswith("corner") for b in d["bays"]),
               "slope": lambda d: "slope" in d["room"], "sliding": lambda d: bool(d.get("sliding")),
               "kneehole": lambda d: any(b.get("kneehole") for b in d["bays"])}
        for kinds in ("corner", "slope", "sliding", "kneehole", "corner,slope"):
            folder = self.work / kinds
            self.run_program("random", "--seed", "5", "--count", "4", "--kind", kinds, "-o", folder)
            for path in folder.iterdir():
                design = json.loads(path.read_text())
                self.assertTrue(all(has[kind](design) for kind in kinds.split(",")), path)
                self.run_program("check", path)

    def test_random_keeps_to_the_kinds_asked_for(self):
        for kinds, shapes in (("left,drawers", set()), ("corner_l", {"corner_l"}),
                              ("corner_blind_left,end_round", {"corner_blind_left", "end_round"})):
            folder = self.work / kinds
            self.run_program("random", "--seed", "3", "--count", "4", "--kind", kinds, "-o", folder)
            bays = [bay for path in folder.iterdir() for bay in json.loads(path.read_text("utf-8"))["bays"]]
            self.assertEqual({bay["shape"] for bay in bays if "shape" in bay}, shapes)

    def test_check_says_why_and_what_helps(self):
        findings = self.json_of("check", self.blocked(), code=BLOCKED)["findings"]
        wide = [finding for finding in findings if finding["rule"] == "bay.range"]
        self.assertEqual(len(wide), 1)
        self.assertEqual((wide[0]["severity"], wide[0]["page"]), ("blocked", 10))
        for finding in findings:
            self.assertEqual(set(finding), FINDING)
            self.assertIn(finding["severity"], ("blocked", "advised", "noted"))
            for repair in finding["repairs"]:
                self.assertEqual(set(repair), {"text", "edits", "price_delta_cents"})

    def test_a_repair_changes_the_price_as_it_says(self):
        path = self.blocked()
        before = self.json_of("price", path)["total_cents"]
        finding = self.json_of("check", path, code=BLOCKED)["findings"][0]
        for repair in finding["repairs"]:
            after = self.json_of("price", "-", stdin=self.edited(*repair["edits"], design=path))["total_cents"]
            self.assertEqual(after - before, repair["price_delta_cents"], repair)

    def test_repair_leaves_nothing_that_blocks_and_says_what_it_did(self):
        path = self.work / "repaired.json"
        done = self.run_program("repair", self.blocked(), "-o", path)
        self.assertEqual(done.stdout, b"")
        self.assertTrue(done.stderr.strip())
        self.run_program("check", path)
        self.assertEqual(self.run_program("repair", WARDROBE, "-o", "-").stdout, WARDROBE.read_bytes())

    def test_edit(self):
        design = json.loads(self.edited("width=2400", "finish/fronts=sage", "bays/1/insert"))
        self.assertEqual(design["finish"]["fronts"], "sage")
        self.assertEqual(len(design["bays"]), len(json.loads(WARDROBE.read_bytes())["bays"]) + 1)
        self.assertEqual(self.edited(), WARDROBE.read_bytes())

    def test_a_refused_edit_writes_nothing(self):
        path = self.work / "out.json"
        for edit in ("widht=3", "bays/99/width=600", "finish/fronts=plaid", "width=wide", "bays/0/fronts/9/remove"):
            done = self.run_program("edit", WARDROBE, "height=2000", edit, "-o", path, code=BAD_INPUT)
            self.assertIn(edit.split("=")[0], done.stderr.decode())
            self.assertEqual(os.listdir(self.work), [])
        path.write_bytes(b"as it was")
        self.run_program("edit", WARDROBE, "widht=3", "-o", path, code=BAD_INPUT)
        self.assertEqual(path.read_bytes(), b"as it was")

    def test_parts(self):
        for design in DESIGNS:
            listed = self.json_of("parts", design)
            parts = listed["parts"]
            self.assertEqual(len({part["id"] for part in parts}), len(parts))
            self.assertAlmostEqual(sum(part["mass_kg"] for part in parts), listed["mass_kg"], places=4)
            for part in parts:
                self.assertEqual(PART, set(part))
                self.assertAlmostEqual(sum(x * x for x in part["rotation"]), 1, places=6)
                if part["opens"] is not None:
                    self.assertLessEqual({"kind", "axis", "limit"}, set(part["opens"]))

    def test_shapes_weigh_what_the_list_says(self):
        densities = {entry["id"]: entry["density"]
                     for entry in json.loads((ROOT / "assets" / "book" / "materials.json").read_bytes())}
        for design in DESIGNS:
            for part in self.json_of("parts", design)["parts"]:
                shape = part["shape"]
                self.assertIn(shape["kind"], SHAPES)
                if shape["kind"] == "fitting":
                    self.assertEqual(shape["outline_mm"], [])
                    continue
                sizes = [part["length_mm"], part["width_mm"], part["thickness_mm"]]
                sizes[1] -= part["oversize_mm"]
                depth = sizes.pop(["length", "width", "thickness"].index(shape["extruded_along"]))
                outline = shape["outline_mm"]
                for axis in (0, 1):
                    self.assertAlmostEqual(min(point[axis] for point in outline), 0)
                    # Askew and bent ones are measured along themselves, to a tenth.
                    if shape["extruded_along"] == "thickness":
                        self.assertAlmostEqual(max(point[axis] for point in outline), sizes[axis])
                density = densities[part["material"].split("/")[0]]
                # Its edges are bevelled by a millimetre at most.
                self.assertAlmostEqual(part["mass_kg"] / (area(outline) * depth * density / 1e9), 1, delta=0.006,
                                       msg=part["id"])
                if shape["kind"] == "rectangle":
                    self.assertEqual(set(part["edge_banding_mm"]), set(part["edges"].split()))

    def test_parts_stand_where_the_model_file_has_them(self):
        for design in DESIGNS:
            places = worlds(glb_document(self.export("--bare", design=design)))
            for part in self.json_of("parts", design)["parts"]:
                for a, b in zip(places[part["id"]], part["position_m"]):
                    self.assertAlmostEqual(a, b, places=5, msg=part["id"])

    def test_drilling_is_on_the_boards_and_is_what_the_price_counts(self):
        for design in DESIGNS:
            holes = 0
            for part in self.json_of("parts", design)["parts"]:
                for side in part["drilling"]:
                    self.assertIn(side["face"], ("left", "right", "bottom", "top", "back", "front"))
                    for row in side["rows"]:
                        self.assertEqual(set(row), ROW)
                        holes += row["count"]
                        run, beside = (part["length_mm"], part["width_mm"])[::1 if row["along"] == "length" else -1]
                        self.assertGreater(row["from_mm"], 0)
                        self.assertLess(row["from_mm"] + (row["count"] - 1) * row["pitch_mm"], run)
                        self.assertTrue(0 < row["x_mm"] < beside)
                        self.assertLess(row["depth_mm"], part["thickness_mm"])
            lines = {line["article"]: line for line in self.json_of("price", design)["lines"]}
            self.assertEqual(lines["labour.drill"]["quantity"] if holes else 0, holes)
            self.assertEqual({line["unit_code"] for line in lines.values()}, {"piece", "metre", "square_metre"})

    def test_parts_as_csv_lists_the_same(self):
        text = self.run_program("parts", WARDROBE, "--csv").stdout.decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        parts = self.json_of("parts", WARDROBE)["parts"]
        self.assertEqual([row["id"] for row in rows], [part["id"] for part in parts])
        for row, part in zip(rows, parts):
            for name in ("length_mm", "width_mm", "thickness_mm", "mass_kg"):
                self.assertAlmostEqual(float(row[name]), part[name], places=5)
            self.assertEqual(row["shape"], part["shape"]["kind"])
            self.assertEqual(int(row["holes"]),
                             sum(r["count"] for side in part["drilling"] for r in side["rows"]))

    def test_price_adds_up_and_holds_the_vat(self):
        for design in DESIGNS:
            price = self.json_of("price", design)
            self.assertEqual(sum(line["total_cents"] for line in price["lines"]), price["total_cents"])
            self.assertAlmostEqual(price["vat_cents"], price["total_cents"] * 21 / 121, delta=0.5001)
            self.assertEqual((price["currency"], price["vat_included"]), ("EUR", True))
            for line in price["lines"]:
                # Quantities are written with four decimals.
                self.assertAlmostEqual(line["total_cents"], line["quantity"] * line["unit_cents"],
                                       delta=0.5001 + 0.00005 * line["unit_cents"])

    def test_export_has_a_node_for_each_part(self):
        for design in DESIGNS:
            document = glb_document(self.export("--bare", design=design))
            nodes = {node["extras"]["part"]: node for node in document["nodes"] if "part" in node.get("extras", {})}
            parts = [part["id"] for part in self.json_of("parts", design)["parts"]]
            self.assertEqual(sorted(nodes), sorted(parts))
            for name, node in nodes.items():
                self.assertEqual(node["name"], name)
            root = document["nodes"][document["scenes"][document["scene"]]["nodes"][0]]
            self.assertRegex(root["extras"]["design"], "^[0-9a-f]{16}$")
            self.assertEqual(root["extras"]["book_version"], self.json_of("price", design)["book_version"])

    def test_bare_leaves_out_what_the_full_model_has(self):
        full, bare = glb_document(self.export()), glb_document(self.export("--bare"))
        for name in ("images", "textures", "animations"):
            self.assertIn(name, full)
            self.assertNotIn(name, bare)
        self.assertIn("KHR_materials_variants", full["extensionsUsed"])
        self.assertNotIn("KHR_materials_variants", bare.get("extensionsUsed", []))

    def test_open_moves_every_opener(self):
        closed, wide = (glb_document(self.export("--bare", "--open", value))["nodes"] for value in ("0", "1"))
        openers = [i for i, node in enumerate(closed) if node.get("extras", {}).get("opens")]
        self.assertTrue(openers)
        for i, (before, after) in enumerate(zip(closed, wide, strict=True)):
            self.assertEqual(opened(before) != opened(after), i in openers, before["name"])

    def test_meshopt_is_smaller_and_says_so(self):
        plain, small = self.export("--bare"), self.export("--bare", "--compress", "meshopt")
        self.assertLess(len(small), len(plain))
        self.assertIn("EXT_meshopt_compression", glb_document(small)["extensionsRequired"])
        self.assertEqual(len(glb_document(small)["nodes"]), len(glb_document(plain)["nodes"]))

    def test_contents_and_a_figure_are_of_the_picture_only(self):
        scene, picture = self.work / "scene.glb", self.work / "p.png"

        def nodes(*options):
            self.run_program("render", WARDROBE, "-o", picture, "--size", "64x64", "--quality", "moving",
                             "--scene-out", scene, *options)
            return len(glb_document(scene.read_bytes())["nodes"])

        bare, filled, both = nodes(), nodes("--fill"), nodes("--fill", "--figure")
        self.assertGreater(filled, bare + 20)
        self.assertEqual(both, filled + 1)
        for height in ("99", "221", "tall"):
            self.run_program("render", WARDROBE, "-o", picture, f"--figure={height}", code=BAD_INPUT)

    def test_evening_is_darker_than_day(self):
        def mean_light(*options):
            picture, hdr = self.work / "p.png", self.work / "p.hdr"
            self.run_program("render", WARDROBE, "-o", picture, "--size", "64x64", "--quality", "moving", "--hdr-out", hdr,
                             *options)
            return statistics.mean(radiance_of(hdr.read_bytes(), 64, 64))

        day, evening = mean_light(), mean_light("--light", "evening")
        self.assertAlmostEqual(day, mean_light("--light", "day"))
        self.assertLess(0.2 * day, evening)
        self.assertLess(evening, 0.7 * day)

    def test_render_tells_another_renderer_all_it_needs(self):
        """Read back the camera makes the same picture; the scene names the room, and which glass lets through."""
        design = ROOT / "assets" / "designs" / "dresser.json"
        first, again, camera, light, scene = (self.work / name for name in ("a.png", "b.png", "c.json", "l.hdr", "s.glb"))
        self.run_program("render", design, "-o", first, "--size", "160x90", "--quality", "moving", "--camera-out", camera,
                         "--environment-out", light, "--scene-out", scene)
        self.run_program("render", design, "-o", again, "--size", "160x90", "--quality", "moving", "--camera", camera)
        self.assertEqual(first.read_bytes(), again.read_bytes())
        self.assertTrue(light.read_bytes().startswith(b"#?RADIANCE") and b"-Y 512 +X 1024\n" in light.read_bytes()[:200])
        document = glb_document(scene.read_bytes())
        things = [node for node in document["nodes"] if node.get("extras") != {"role": "room"}]
        self.assertEqual(len(things), len(self.json_of("parts", design)["parts"]))
        self.assertGreaterEqual(len(document["nodes"]) - len(things), 4, "two walls at the sides, one behind, the floor")
        lacquered = [m for m in document["materials"] if "KHR_materials_clearcoat" in m.get("extensions", {})]
        self.assertTrue(lacquered and "KHR_materials_clearcoat" in document["extensionsUsed"])
        clear = [m for m in document["materials"] if "KHR_materials_transmission" in m.get("extensions", {})]
        self.assertTrue(clear and "KHR_materials_transmission" in document["extensionsUsed"])

    def test_stdin_and_stdout(self):
        text = WARDROBE.read_bytes()
        for command in ("check", "parts", "price"):
            self.assertEqual(self.json_of(command, "-", stdin=text), self.json_of(command, WARDROBE))
        self.assertEqual(self.run_program("edit", "-", "-o", "-", stdin=text).stdout, text)
        path = self.work / "x.glb"
        self.run_program("export", WARDROBE, "--bare", "-o", path)
        self.assertEqual(self.export("--bare"), path.read_bytes())
        self.assertEqual(os.listdir(self.work), ["x.glb"])

    def test_the_book_is_one_file_in_the_language_asked_for(self):
        path = self.work / "book.html"
        for language, title in (("nl", "Het systeemboek"), ("en", "The system book"), ("de", "Das Systembuch")):
            self.run_program("--lang", language, "book", "--no-pictures", "-o", path)
            book = path.read_text(encoding="utf-8")
            self.assertIn(f"<h1>{title}</h1>", book)
            self.assertNotRegex(book, r'(?:src|href)="(?!#|data:)')
            self.assertNotRegex(book, r"url\((?!data:)")
            self.assertEqual(os.listdir(self.work), ["book.html"])
        # The page that a finding names is there, and says the rule's name.
        for finding in self.json_of("check", self.blocked(), code=BLOCKED)["findings"]:
            page = book.split(f'id="p{finding["page"]}"')[1].split("<footer>")[0]
            self.assertIn(f'id="rule-{finding["rule"]}"', page)

    def test_usage(self):
        for arguments in ((), ("frobnicate",), ("price",), ("price", WARDROBE, "--frobnicate"),
                          ("export", WARDROBE), ("export", WARDROBE, "-o", "-", "--open", "2"),
                          ("export", WARDROBE, "-o", "-", "--compress", "zip"),
                          ("random", "--seed", "1", "--count", "1", "--kind", "plaid", "-o", self.work / "r")):
            done = self.run_program(*arguments, code=USAGE)
            self.assertEqual(done.stdout, b"", arguments)
            self.assertTrue(done.stderr.strip(), arguments)
        self.assertEqual(os.listdir(self.work), [])

    def test_output_that_cannot_be_written(self):
        missing = self.work / "no" / "such" / "file"
        for command in (("new",), ("edit", WARDROBE), ("repair", WARDROBE), ("export", WARDROBE, "--bare")):
            self.run_program(*command, "-o", missing, code=CANNOT_CREATE)
            self.run_program(*command, "-o", "/dev/full", code=OUTPUT_FAILED)
        self.assertEqual(os.listdir(self.work), [])

    def test_a_full_disk_behind_stdout(self):
        for command in ("check", "parts", "price"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, command, WARDROBE], stdout=full, stderr=subprocess.PIPE,
                                      timeout=SECONDS, check=False)
            self.assertEqual(done.returncode, OUTPUT_FAILED, command)

    def test_numbers_in_json_know_no_locale(self):
        for locale in ("C", "nl_NL.UTF-8"):
            environment = {**os.environ, "LC_ALL": locale}
            for command in ("check", "parts", "price"):
                with self.subTest(locale=locale, command=command):
                    dutch = self.run_program("--lang", "nl", command, WARDROBE, "--json", env=environment).stdout
                    plain = self.run_program("--lang", "nl", command, WARDROBE, "--json").stdout
                    self.assertEqual(dutch, plain)
            self.assertEqual(self.run_program("edit", WARDROBE, "-o", "-", env=environment).stdout,
                             WARDROBE.read_bytes())

    def test_price_starts_fast(self):
        def seconds():
            start = time.perf_counter()
            self.run_program("price", WARDROBE)
            return time.perf_counter() - start

        seconds()  # the files come from the disk once
        self.assertLess(statistics.median(seconds() for _ in range(15)), START_UP_SECONDS)


if __name__ == "__main__":
    unittest.main()
