#!/usr/bin/env python3
"""A moving frame of `maatkast bench frame` against VTK 9.1 with screen-space ambient occlusion, on the same GLB, camera
path and size, in one run, by turns. Prints the ratio of the medians; fails above 0.25.

Needs python3-vtk9 and a display (xvfb-run -a). Not part of tools/test: a figure for the bench, not for a busy machine.
VTK draws the web model as its glTF importer reads it, with one light of its own and no shadows.
"""

import time

import vtkmodules.vtkRenderingOpenGL2 as gl
from vtkmodules.vtkIOImport import vtkGLTFImporter
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow

from bench_frames import FRAMES, HEIGHT, WIDTH, by_turns, exported, judge, median

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
    """Milliseconds of a frame while the camera turns, until the pixels are there."""
    rounds = []
    for _ in range(FRAMES):
        renderer.GetActiveCamera().Azimuth(0.5)
        start, computed = time.perf_counter(), time.process_time()
        window.Render()
        window.WaitForCompletion()
        rounds.append({"ms": 1e3 * (time.perf_counter() - start), "cpu": 1e3 * (time.process_time() - computed)})
    return {"ms": median(rounds, "ms"), "cpu": median(rounds, "cpu")}


def main():
    with exported() as folder:
        window, renderer = vtk_window(folder / "design.glb")
        ours, theirs = by_turns(lambda: vtk_frames(window, renderer))
    judge(ours, theirs, "VTK with occlusion", WANTED)


if __name__ == "__main__":
    main()
