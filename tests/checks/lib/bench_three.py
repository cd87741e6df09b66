#!/usr/bin/env python3
"""A moving frame of `maatkast bench frame` against three.js in Chromium, on the same GLB, camera path, light, size and
Mesa, in one run, by turns. Prints the ratios of the medians; fails where ours is not the faster.

bench_three.py --install             installs three (npm) into build/node
bench_three.py [--room] [--antialias] [--picture PNG]

Needs Debian's chromium, nodejs and npm. Not part of tools/test: a figure for the bench, not for a busy machine.
three.js draws the web model as its glTF loader reads it, physically based, in the environment that
`render --environment-out` writes, the key light in it; without shadows and ambient occlusion, and without room and
anti-aliasing unless these are asked for. It draws through ANGLE on Mesa's llvmpipe and not on SwiftShader, which is
slower; nothing but the canvas is on its page, and no frame of it is composed, so neither costs it anything.
"""

import argparse
import base64
import contextlib
import http.server
import json
import os
import pathlib
import queue
import signal
import subprocess
import sys
import tempfile
import threading

from bench_frames import DESIGN, FRAMES, HEIGHT, ROOT, SIZE, WIDTH, by_turns, exported, judge, maatkast

HERE = pathlib.Path(__file__).resolve().parent
NODE = ROOT / "build" / "node"
THREE = "three@0.187.0"
WANTED = 1.0
PATIENCE = 300  # seconds until a page that says nothing is given up
CHROMIUM = ("chromium", "--headless=new", "--use-gl=angle", "--use-angle=gl-egl", "--ignore-gpu-blocklist",
            "--no-first-run", "--disable-background-networking")


def install():
    NODE.mkdir(parents=True, exist_ok=True)
    words = ("npm", "install", "--prefix", NODE, "--no-save", "--no-audit", "--no-fund", "--silent", THREE)
    return subprocess.run(words, check=False).returncode


class Page:
    """The page of bench_three.html: it draws when it is told to, and says what came of it."""

    def __init__(self, folder, antialias):
        self.antialias = antialias
        self.said, self.told = queue.Queue(), queue.Queue()
        roots = {"three": NODE / "node_modules" / "three", "design": folder, "page": HERE}
        page = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def translate_path(self, path):
                root, _, rest = path.split("?")[0].lstrip("/").partition("/")
                return str(roots.get(root, folder / "nothing") / rest)

            def do_POST(self):
                page.said.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                answer = json.dumps(page.told.get()).encode()
                self.send_response(200)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}/page/bench_three.html{'?antialias' * self.antialias}"

    def tell(self, **order):
        self.told.put(order)
        return self.hear()

    def hear(self):
        try:
            said = self.said.get(timeout=PATIENCE)
        except queue.Empty:
            sys.exit("the page says nothing")
        if "error" in said:
            sys.exit(f"the page says: {said['error']}")
        return said


@contextlib.contextmanager
def browser(address):
    """Chromium with this page, as a process with others below it, on a profile of its own."""
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # which root has not
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [*CHROMIUM, *sandbox, f"--user-data-dir={profile}", f"--window-size={WIDTH},{HEIGHT}", address]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            yield process.pid
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def computed(root):
    """Milliseconds that a process and all below it have computed so far, by /proc."""
    tick = 1e3 / os.sysconf("SC_CLK_TCK")
    parents, times = {}, {}
    for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = entry.read_text().rpartition(")")[2].split()
            parents[int(entry.parent.name)] = int(words[1])
            times[int(entry.parent.name)] = tick * sum(map(int, words[11:15]))

    def below(pid):
        while pid in parents and pid != root:
            pid = parents[pid]
        return pid == root

    return sum(time for pid, time in times.items() if below(pid))


def three_frames(page, pid):
    """One round. Of the cores' time the mean: what a process used is counted in hundredths of a second."""
    before = computed(pid)
    ms = page.tell(frames=FRAMES)["ms"]
    return {"ms": ms, "cpu": (computed(pid) - before) / FRAMES}


def prepare(folder, room):
    """The camera and the light of our own picture, and on request all that stands in it."""
    maatkast("render", *(("--scene-out", folder / "design.glb") if room else ()), DESIGN, "-o", folder / "ours.png", "--size", SIZE, "--quality", "moving",
             "--camera-out", folder / "camera.json", "--environment-out", folder / "light.hdr")


def bench(options):
    with exported() as folder:
        prepare(folder, options.room)
        page = Page(folder, options.antialias)
        with browser(page.address()) as pid:
            device = page.hear()["device"]
            print(f"three.js on {device}")
            if "llvmpipe" not in device:
                sys.exit("not the device that ours draws on")
            ours, theirs = by_turns(lambda: three_frames(page, pid))
            if options.picture:
                options.picture.write_bytes(base64.b64decode(page.tell(picture=True)["picture"]))
    more = [word for word in ("room", "antialias") if getattr(options, word)]
    judge(ours, theirs, " with ".join(["three.js", " and ".join(more)] if more else ["three.js"]), WANTED)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--room", action="store_true", help="the room too, so that both pictures show the same")
    parser.add_argument("--antialias", action="store_true", help="four samples a pixel, as ours")
    parser.add_argument("--picture", type=pathlib.Path, help="where to write what three.js drew")
    options = parser.parse_args()
    if options.install:
        sys.exit(install())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and the browser ends too
    if not (NODE / "node_modules" / "three").is_dir():
        parser.error("three is not there: --install")
    bench(options)


if __name__ == "__main__":
    main()
