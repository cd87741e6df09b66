#!/usr/bin/env -S /usr/bin/python3 -B
"""Holds our picture against a path tracer's: the same scene, camera and light in Blender Cycles 3.4, and for comparison
in VTK (which f3d draws with) at its best.

compare.py --install                 installs Blender, VTK and numpy from Debian
compare.py OUT [SHOT…]               a SHOT is design:view, wardrobe:three-quarter

Writes OUT/cycles.md (errors), OUT/regions.md (brightness of ours over the truth, by region), OUT/sheet.png and .jpg (ours,
the path tracer's, where they differ). What others drew is kept in OUT and used again while its scene stays the same. An
idle machine with two cores takes twenty minutes. Not part of tools/test.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
PACKAGES = ("blender", "python3-vtk9", "python3-numpy", "python3-pil", "xvfb", "xauth")
SHOTS = ("wardrobe:three-quarter", "wardrobe:inside", "sloped_wardrobe:three-quarter", "corner_bookcase:three-quarter",
         "dresser:three-quarter", "u_dressing_room:three-quarter")
QUALITIES = ("still", "moving")
PEERS = ("vtk.npy", "vtk-bare.npy")  # with ambient occlusion and without
SEEDS = (1, 2)  # half of the samples each: their difference tells the noise of the mean


def run(*command, log):
    with open(log, "ab") as file:
        if subprocess.run([str(part) for part in command], stdout=file, stderr=file, check=False).returncode:
            sys.exit(f"failed, see {log}: {' '.join(map(str, command))}")


class Shot:
    """One design from one view; every file of it begins with its name."""

    def __init__(self, options, text):
        self.options = options
        self.design, self.view = text.split(":")
        self.name = f"{self.design}, {self.view}"
        self.stem = options.out / f"{self.design}-{self.view}-"
        self.log = self.file("log")

    def file(self, end):
        return pathlib.Path(f"{self.stem}{end}")

    def draw(self):
        for quality in QUALITIES:
            run(self.options.program, "render", ROOT / "assets" / "designs" / f"{self.design}.json", "-o",
                self.file(f"{quality}.png"), "--hdr-out", self.file(f"{quality}.hdr"), "--size", self.options.size,
                "--view", self.view, "--quality", quality, "--camera-out", self.file("camera.json"),
                "--environment-out", self.file("light.hdr"), "--scene-out", self.file("scene.glb"), log=self.log)

    def job(self):
        width, height = map(int, self.options.size.split("x"))
        return {"scene": str(self.file("scene.glb")), "camera": str(self.file("camera.json")),
                "environment": str(self.file("light.hdr")), "width": width, "height": height,
                "samples": self.options.samples // len(SEEDS), "seeds": SEEDS, "output": str(self.stem)}

    def trace(self):
        """Both renderers of others, unless what they drew last is still what they would draw."""
        job = self.file("job.json")
        text = json.dumps(self.job(), indent=1)
        inputs = [self.file(end) for end in ("scene.glb", "camera.json", "light.hdr")]
        for script, outputs, command in (
                ("blender_scene.py", [f"{seed}.exr" for seed in SEEDS],
                 ("blender", "--background", "--factory-startup", "--python-exit-code", 1, "--python",
                  HERE / "blender_scene.py", "--", job)),
                ("vtk_scene.py", PEERS,
                 ("xvfb-run", "-a", "/usr/bin/python3", "-B", HERE / "vtk_scene.py", job))):
            stamp = self.file(script + ".stamp")
            wanted = hashlib.sha256(text.encode() + b"".join(
                path.read_bytes() for path in [*inputs, HERE / script])).hexdigest()
            done = stamp.exists() and stamp.read_text() == wanted
            if done and all(self.file(end).exists() for end in outputs):
                continue
            print(f"{self.name}: {script}", flush=True)
            job.write_text(text)
            run(*command, log=self.log)
            stamp.write_text(wanted)

    def measure(self):
        import numpy as np
        from errors import flip_of, relative_error
        from pictures import for_display, read_exr, read_hdr, read_png, stack
        from regions import ratios, regions

        halves = [read_exr(self.file(f"{seed}.exr")) for seed in SEEDS]
        both = {name: (halves[0][name].astype(float) + halves[1][name]) / 2 for name in halves[0]}
        truth = stack(both, "Combined")
        first, second = (stack(half, "Combined") for half in halves)
        self.truth_srgb = for_display(truth)
        self.noise = (relative_error(first, second) / 2, flip_of(for_display(first), for_display(second))[1] / 2)
        self.errors, self.pictures = {}, {"truth": self.truth_srgb}
        for name, linear, srgb in (
                *((q, read_hdr(self.file(f"{q}.hdr")), read_png(self.file(f"{q}.png"))) for q in QUALITIES),
                *((p, np.load(self.file(p)), for_display(np.load(self.file(p)))) for p in PEERS)):
            apart, mean = flip_of(self.truth_srgb, srgb)
            self.errors[name] = (relative_error(truth, linear), mean)
            self.pictures[name], self.pictures[f"{name} FLIP"] = srgb, apart
        self.errors["peer"] = tuple(min(self.errors[name][k] for name in PEERS) for k in range(2))
        # Edges of objects belong to both sides, so the regions come from one half, where indices are whole numbers more
        # often; the light from both.
        masks = regions({**both, **{n: v for n, v in halves[0].items() if ".Index" in n}})
        self.regions = ratios(read_hdr(self.file("still.hdr")), truth, masks)


def tool_version(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0].strip()


def device(program):
    """Name and driver of the graphics device in use, as `maatkast doctor` reports it."""
    report = subprocess.run([program, "doctor"], capture_output=True, text=True, check=False).stdout
    return next(line.split("device, used")[1].strip() for line in report.splitlines() if "device, used" in line)


def heading(options, shots):
    import vtkmodules.all as vtk
    noise = [max(shot.noise[k] for shot in shots) for k in range(2)]
    return f"""# Our picture against a path tracer

Made by `tests/checks/lib/cycles/compare.py --samples {options.samples} OUT` (`--install` first), {datetime.date.today().isoformat()}; {options.size} pixels.

- The truth: {tool_version(["blender", "--version"])} Cycles, {options.samples} samples a pixel, no denoiser, box filter,
  16 bounces, indirect light clamped at 10. Its own noise is at most {noise[0]:.3f} (relRMSE) and {noise[1]:.3f} (FLIP).
- Ours: {options.device}.
- The peer: VTK {vtk.vtkVersion().GetVTKVersion()}, which f3d draws with: physically based materials, the same environment
  with the key light in it as spherical harmonics and prefiltered cube, super sampling, no tone mapping; with SSAO (f3d's
  radius, 256 samples) and without, of which each figure takes the better. It has no shadow of the key light: VTK's
  shadows are for its lights, not for an environment.
- The light is the map that `render --environment-out` writes; the materials are glTF's: Lambert under GGX, energy kept.
- Room surfaces are seen by the eye only: no diffuse, glossy or shadow ray meets them, because the environment stands for
  the light that they throw back. They receive all light, bounces off the furniture too.
- relRMSE: root of the mean of (picture − truth)² / (truth² + 0.01) in linear light, both clipped at 2. FLIP: LDR-FLIP
  (Andersson et al. 2020) at 67 pixels a degree after PBR Neutral and sRGB, the mean. 0 is equal.
"""


def table(shots):
    lines = ["| design, view | relRMSE still | moving | peer | FLIP still | moving | peer |", "|---|---|---|---|---|---|---|"]

    def row(name, values):
        lines.append(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |")

    def values(shot):
        return [shot.errors[name][k] for k in range(2) for name in ("still", "moving", "peer")]

    for shot in shots:
        row(shot.name, values(shot))
    row("mean", [sum(column) / len(shots) for column in zip(*map(values, shots))])
    return "\n".join(lines) + "\n"


def region_tables(shots):
    parts = ["# Brightness of our still picture over the truth, by region\n"]
    for shot in shots:
        parts += [f"\n## {shot.name}\n", "| region | pixels | red | green | blue | mean error |", "|---|---|---|---|---|---|"]
        parts += [f"| {name} | {count} | {r[0]:.2f} | {r[1]:.2f} | {r[2]:.2f} | {error:.3f} |"
                  for name, count, r, error in shot.regions]
    return "\n".join(parts) + "\n"


def write_sheet(path, shots):
    """As PNG: ours, the truth, where they differ; then the peer and where it differs. One row for each shot. As JPEG: the
    first three, half as large."""
    import numpy as np
    from pictures import write_picture

    def map_colors(errors):
        stops = np.array([[0, 0, 0], [0.25, 0.05, 0.4], [0.8, 0.2, 0.3], [1, 0.6, 0.2], [1, 1, 0.75]])
        at = np.clip(errors * 2, 0, 1) * (len(stops) - 1)  # white from 0.5
        low = np.minimum(at.astype(int), len(stops) - 2)
        return stops[low] + (at - low)[..., None] * (stops[low + 1] - stops[low])

    rows = [np.hstack([shot.pictures["still"], shot.pictures["truth"], map_colors(shot.pictures["still FLIP"]),
                       shot.pictures[PEERS[0]], map_colors(shot.pictures[f"{PEERS[0]} FLIP"])]) for shot in shots]
    sheet = np.vstack(rows)
    write_picture(path.with_suffix(".png"), sheet)
    three = sheet[:, :shots[0].pictures["truth"].shape[1] * 3]
    halved = sum(three[y::2, x::2] for y in range(2) for x in range(2)) / 4
    write_picture(path, halved, quality=85)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=pathlib.Path)
    parser.add_argument("shots", nargs="*", default=SHOTS)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--program", default=ROOT / "build" / "maatkast", type=pathlib.Path)
    parser.add_argument("--size", default="640x360")
    parser.add_argument("--samples", default=192, type=int, help="a pixel, even")
    options = parser.parse_intermixed_args()
    if not options.install and not options.out:
        parser.error("where to? Give a folder")
    return options


def main():
    options = parse()
    if options.install:
        sys.exit(subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES], check=False).returncode)
    os.nice(10)
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    import errors
    errors.check_facts()
    options.device = device(options.program)
    shots = [Shot(options, text) for text in options.shots]
    for shot in shots:
        shot.draw()
        shot.trace()
        shot.measure()
        print(shot.name, {name: tuple(round(e, 4) for e in pair) for name, pair in shot.errors.items()}, flush=True)
    (options.out / "cycles.md").write_text(heading(options, shots) + "\n" + table(shots), encoding="utf-8")
    (options.out / "regions.md").write_text(region_tables(shots), encoding="utf-8")
    write_sheet(options.out / "sheet.jpg", shots)
    print(table(shots))


if __name__ == "__main__":
    main()
