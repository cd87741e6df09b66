#!/usr/bin/env python3
"""Bad input gets one clear message with its place, exit code 65, and leaves no file behind.

Drives build/maatkast as a person would. Each case: what is handed over, and what the message must name.
"""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "maatkast"
WARDROBE = (ROOT / "assets" / "designs" / "wardrobe.json").read_bytes()
BAD_INPUT = 65
TRUNCATIONS = 60  # a sample; every byte takes minutes with three commands
SECONDS = 20  # a hang is a failure


def replaced_numbers(value, number):
    """Copies of a document, each with one other of its numbers replaced; with the path of what was replaced."""
    def walk(node, path):
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, child in items:
            if isinstance(child, (int, float)) and not isinstance(child, bool):
                yield path + [key]
            yield from walk(child, path + [key])

    for path in list(walk(value, [])):
        copy = json.loads(json.dumps(value))
        node = copy
        for key in path[:-1]:
            node = node[key]
        node[path[-1]] = number
        yield "/" + "/".join(map(str, path)), copy


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)
        (self.work / "out").mkdir()

    def tearDown(self):
        self.folder.cleanup()

    def run_program(self, command, design):
        arguments = [PROGRAM, command, design]
        if command in ("render", "export"):
            suffix = ".png" if command == "render" else ".glb"
            arguments += ["-o", self.work / "out" / f"x{suffix}"]
        return subprocess.run(arguments, capture_output=True, timeout=SECONDS, check=False)

    def refuse(self, design, *names, commands=("check", "export")):
        """Expects the refusal, with each of `names` somewhere in the message."""
        for command in commands:
            done = self.run_program(command, design)
            message = done.stderr.decode("utf-8")
            label = f"{command} {design}: {message!r}"
            self.assertEqual(done.returncode, BAD_INPUT, label)
            self.assertEqual(done.stdout, b"", label)
            self.assertTrue(message.strip(), label)
            self.assertLess(len(message), 4000, label)
            for name in names:
                self.assertIn(name, message, label)
            self.assertEqual(os.listdir(self.work / "out"), [], label)

    def refuse_text(self, text, *names, **options):
        path = self.work / "design.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.refuse(path, "design.json", *names, **options)

    def test_the_wardrobe_itself_is_fine(self):
        path = self.work / "design.json"
        path.write_bytes(WARDROBE)
        self.assertIn(self.run_program("check", path).returncode, (0, 1))

    def test_missing_file(self):
        self.refuse(self.work / "missing.json", "missing.json", commands=("check", "render", "export", "parts", "price"))

    def test_folder(self):
        self.refuse(self.work / "out", "out", commands=("check", "render", "export"))

    def test_fifo_is_refused_without_waiting(self):
        os.mkfifo(self.work / "pipe")
        self.refuse(self.work / "pipe", "pipe", commands=("check", "render", "export"))

    def test_truncated(self):
        end = len(WARDROBE.rstrip())
        for length in sorted({round(i * (end - 1) / TRUNCATIONS) for i in range(TRUNCATIONS + 1)}):
            self.refuse_text(WARDROBE[:length], commands=("check",))
        self.refuse_text(WARDROBE[:end // 2], commands=("render", "export"))

    def test_every_number_out_of_range(self):
        for number in (10**12, -10**12):
            for place, document in replaced_numbers(json.loads(WARDROBE), number):
                self.refuse_text(json.dumps(document), place, commands=("check",))

    def test_numbers_that_no_integer_holds(self):
        for place, document in list(replaced_numbers(json.loads(WARDROBE), 987654321))[:6]:
            for text in ("1e308", "1e999", "-1e308", "123456789012345678901234567890"):
                self.refuse_text(json.dumps(document).replace("987654321", text), commands=("check",))

    def test_not_a_number_is_not_json(self):
        self.refuse_text(WARDROBE.replace(b"1", b"NaN", 1))

    def test_unknown_finish(self):
        document = json.loads(WARDROBE)
        document["finish"]["fronts"] = "plaid"
        self.refuse_text(json.dumps(document), "plaid", "/finish/fronts")

    def test_newer_version(self):
        document = json.loads(WARDROBE)
        document["version"] = 999
        self.refuse_text(json.dumps(document), "999", "/version")

    def test_another_format(self):
        document = json.loads(WARDROBE)
        document["format"] = "letter"
        self.refuse_text(json.dumps(document), "/format")

    def test_duplicate_key(self):
        self.refuse_text(WARDROBE.replace(b"{", b'{"version": 1, ', 1))

    def test_depth_bomb(self):
        for opening, closing in (("[", "]"), ('{"a":', "}")):
            self.refuse_text(opening * 100_000 + "1" + closing * 100_000)

    def test_other_documents(self):
        for text in ("", " ", "null", "[]", "{}", "42", '"x"', "\x00", "\ufeff", "{'a': 1}"):
            self.refuse_text(text, commands=("check",))
        self.refuse_text(b"\xff\xfe\x00", commands=("check",))

    def test_an_older_output_survives_a_refusal(self):
        kept = self.work / "kept.glb"
        kept.write_bytes(b"as it was")
        done = subprocess.run([PROGRAM, "export", self.work / "missing.json", "-o", kept], capture_output=True,
                              timeout=SECONDS, check=False)
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertEqual(kept.read_bytes(), b"as it was")


if __name__ == "__main__":
    unittest.main()
