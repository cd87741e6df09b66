#!/usr/bin/env python3
"""A moving frame of `maatkast bench frame` against VTK 9.1 with screen-space ambient occlusion, on the same GLB, camera
path and size, in one run, by turns. Prints the ratio of the medians; fails above 0.25.

Needs python3-vtk9 and a display (xvfb-run -a). Not part of tools/test: a figure for the bench, not for a busy machine.
VTK draws the web model as its glTF importer reads it, with one light of its own and no shadows.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import vtkmodules.vtkRenderingOpenGL2 as gl
from vtkmodules.vtkIOImport import vtkGLTFImporter
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow

ROOT = pathlib.Path(__file__).resolve().parents[3]
DESIGN = ROOT / "assets" / "designs" / "wardrobe.json"
WIDTH, HEIGHT, ROUNDS, FRAMES = 1280, 720, 5, 9
WANTED = 0.25


def vtk_window(glb):
    window, renderer = vtkRenderWindow(), vtkRenderer()
    window.SetOffScreenRendering(1)
    window.SetSize(WIDTH, HEIGHT)
    window.SetMultiSamples(0)
    window.AddRenderer(renderer)
    importer = vtkGLTFImporter()
    importer.SetFileName(str(glb))
    importer.SetRenderWindow(window)
    importer.Update()
    renderer.SetBackground(0.76, 0.745, 0.72)
    renderer.ResetCamera()
    occlusion = gl.vtkSSAOPass()
    occlusion.SetRadius(0.1 * renderer.ComputeVisiblePropBounds()[3])
    occlusion.SetBias(0.001)
    occlusion.SetKernelSize(128)
    occlusion.BlurOn()
    occlusion.SetDelegatePass(gl.vtkRenderStepsPass())
    renderer.SetPass(occlusion)
    window.Render()
    return window, renderer


def vtk_frames(window, renderer):
    """Milliseconds of each frame while the camera turns, until the pixels are there."""
    times = []
    for _ in range(FRAMES):
        renderer.GetActiveCamera().Azimuth(0.5)
        start = time.perf_counter()
        window.Render()
        window.WaitForCompletion()
        times.append(1e3 * (time.perf_counter() - start))
    return statistics.median(times)


def our_frames():
    words = [ROOT / "build" / "maatkast", "bench", "frame", DESIGN, "--size", f"{WIDTH}x{HEIGHT}", "--json"]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        glb = pathlib.Path(folder) / "design.glb"
        subprocess.run([ROOT / "build" / "maatkast", "export", DESIGN, "-o", glb], check=True)
        window, renderer = vtk_window(glb)
        vtk_frames(window, renderer)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            measured = our_frames()
            ours.append(measured["moving_ms"])
            theirs.append(vtk_frames(window, renderer))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"moving {a:.1f} ms at {measured['moving_size']}, VTK with occlusion {b:.1f} ms at {WIDTH}x{HEIGHT}, "
          f"ratio {a / b:.2f} (wanted {WANTED})")
    sys.exit(a / b > WANTED)


if __name__ == "__main__":
    main()
