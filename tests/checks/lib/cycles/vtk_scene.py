"""The same scene drawn by VTK 9.1, the renderer of f3d, at its best: physically based materials, the environment with the
key light in it (spherical harmonics and prefiltered reflection), screen-space ambient occlusion with f3d's radius, super
sampling, no tone mapping. Needs a display (xvfb-run).

vtk_scene.py JOB.json, with the job of blender_scene.py. Writes output + "vtk.npy" and, without occlusion,
output + "vtk-bare.npy", in linear light. VTK's own glTF importer knows neither KHR_texture_transform, nor lacquer, nor
emission without a picture, so the scene is read here.
"""

import io
import json
import struct
import sys

import numpy as np
import vtkmodules.vtkRenderingOpenGL2 as gl
from PIL import Image
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkImageData, vtkPolyData
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkIOImage import vtkHDRReader
from vtkmodules.vtkRenderingCore import (vtkActor, vtkPolyDataMapper, vtkRenderer, vtkRenderWindow, vtkTexture,
                                         vtkWindowToImageFilter)

DIMMED = 0.4  # all light, so that eight bits hold what is brighter than white
GAMMA = 2.2   # of VTK's own shaders
OCCLUSION_RADIUS, OCCLUSION_BIAS, OCCLUSION_KERNEL = 0.1, 0.001, 256  # parts of the objects' diagonal, as f3d


class Scene:
    """A GLB as `render --scene-out` writes it: one primitive a mesh, one node an instance."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        size = struct.unpack_from("<I", data, 12)[0]
        self.json = json.loads(data[20:20 + size])
        self.binary = data[28 + size:]
        self.textures = {}

    def values(self, accessor):
        entry = self.json["accessors"][accessor]
        view = self.json["bufferViews"][entry["bufferView"]]
        kind = np.dtype({5125: "<u4", 5126: "<f4"}[entry["componentType"]])
        width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[entry["type"]]
        start = view["byteOffset"] + entry["byteOffset"]
        stride = view.get("byteStride", width * kind.itemsize)
        return np.ndarray((entry["count"], width), kind, self.binary, start, (stride, kind.itemsize)).copy()

    def texture(self, index):
        if index not in self.textures:
            view = self.json["bufferViews"][self.json["images"][self.json["textures"][index]["source"]]["bufferView"]]
            png = self.binary[view["byteOffset"]:view["byteOffset"] + view["byteLength"]]
            self.textures[index] = picture_texture(np.asarray(Image.open(io.BytesIO(png)).convert("RGB")))
        return self.textures[index]


def picture_texture(rgb):
    image = vtkImageData()
    image.SetDimensions(rgb.shape[1], rgb.shape[0], 1)
    # glTF's coordinates count from the top, so the first row stays first.
    image.GetPointData().SetScalars(numpy_to_vtk(rgb.reshape(-1, 3), deep=True))
    texture = vtkTexture()
    texture.SetInputData(image)
    texture.UseSRGBColorSpaceOn()
    texture.MipmapOn()
    texture.InterpolateOn()
    texture.RepeatOn()
    return texture


def polygons(scene, primitive, place):
    """A primitive with the texture coordinates where its material's transform puts them."""
    shape, points = vtkPolyData(), vtkPoints()
    points.SetData(numpy_to_vtk(scene.values(primitive["attributes"]["POSITION"]), deep=True))
    shape.SetPoints(points)
    shape.GetPointData().SetNormals(numpy_to_vtk(scene.values(primitive["attributes"]["NORMAL"]), deep=True))
    if "TEXCOORD_0" in primitive["attributes"]:
        uv = scene.values(primitive["attributes"]["TEXCOORD_0"]) * place.get("scale", (1, 1)) + place.get("offset", (0, 0))
        shape.GetPointData().SetTCoords(numpy_to_vtk(uv.astype(np.float32), deep=True))
    corners = scene.values(primitive["indices"]).reshape(-1, 3).astype(np.int64)
    cells = vtkCellArray()
    cells.SetCells(len(corners), numpy_to_vtkIdTypeArray(np.insert(corners, 0, 3, axis=1).ravel(), deep=True))
    shape.SetPolys(cells)
    return shape


def set_look(look, material, scene):
    surface = material["pbrMetallicRoughness"]
    look.SetInterpolationToPBR()
    color = np.array(surface["baseColorFactor"][:3])
    through = material.get("extensions", {}).get("KHR_materials_transmission", {}).get("transmissionFactor", 0)
    cover = 1 - through * color.mean()  # VTK knows only how much a surface hides; what it sends itself stays right
    look.SetOpacity(cover)
    look.SetColor(*(color * (1 - through) / cover if through else color))
    look.BackfaceCullingOn()
    look.SetMetallic(surface["metallicFactor"])
    look.SetRoughness(surface["roughnessFactor"])
    if "baseColorTexture" in surface:
        look.SetBaseColorTexture(scene.texture(surface["baseColorTexture"]["index"]))
    if max(material["emissiveFactor"]) > 0:
        look.SetEmissiveTexture(picture_texture(np.full((1, 1, 3), 255, np.uint8)))
        look.SetEmissiveFactor([DIMMED * part for part in material["emissiveFactor"]])
    coat = material.get("extensions", {}).get("KHR_materials_clearcoat")
    if coat:
        look.SetCoatStrength(coat["clearcoatFactor"])
        look.SetCoatRoughness(coat["clearcoatRoughnessFactor"])
        look.SetCoatIOR(1.5)


def actors(scene):
    for node in scene.json["nodes"]:
        primitive = scene.json["meshes"][node["mesh"]]["primitives"][0]
        material = scene.json["materials"][primitive["material"]]
        place = material["pbrMetallicRoughness"].get("baseColorTexture", {}).get("extensions", {})
        mapper = vtkPolyDataMapper()
        mapper.SetInputData(polygons(scene, primitive, place.get("KHR_texture_transform", {})))
        actor = vtkActor()
        actor.SetMapper(mapper)
        set_look(actor.GetProperty(), material, scene)
        matrix = vtkMatrix4x4()
        matrix.DeepCopy(np.array(node.get("matrix", np.eye(4))).reshape(4, 4).T.ravel())
        actor.SetUserMatrix(matrix)
        yield actor, node.get("extras") == {"role": "room"}


def environment(path):
    reader = vtkHDRReader()
    reader.SetFileName(path)
    reader.Update()
    vtk_to_numpy(reader.GetOutput().GetPointData().GetScalars())[:] *= DIMMED
    texture = vtkTexture()
    texture.SetInputData(reader.GetOutput())
    texture.SetColorModeToDirectScalars()
    texture.MipmapOn()
    texture.InterpolateOn()
    return texture


def passes(diagonal, occluded):
    inner = gl.vtkRenderStepsPass()
    if occluded:
        occlusion = gl.vtkSSAOPass()
        occlusion.SetRadius(OCCLUSION_RADIUS * diagonal)
        occlusion.SetBias(OCCLUSION_BIAS * diagonal)
        occlusion.SetKernelSize(OCCLUSION_KERNEL)
        occlusion.BlurOn()
        occlusion.SetDelegatePass(inner)
        inner = occlusion
    smooth = gl.vtkSSAAPass()
    smooth.SetDelegatePass(inner)
    return smooth


def set_camera(renderer, path):
    with open(path, encoding="utf-8") as file:
        wanted = json.load(file)
    camera = renderer.GetActiveCamera()
    camera.SetPosition(wanted["eye"])
    camera.SetFocalPoint(wanted["target"])
    camera.SetViewUp(wanted["up"])
    camera.SetViewAngle(wanted["fov_y_deg"])
    renderer.ResetCameraClippingRange()


def make_window(job):
    """Window, renderer, and the diagonal of the box around what is not room."""
    renderer, window = vtkRenderer(), vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetMultiSamples(0)
    window.SetSize(job["width"], job["height"])
    window.AddRenderer(renderer)
    boxes = []
    for actor, room in actors(Scene(job["scene"])):
        renderer.AddActor(actor)
        if not room:
            boxes.append(actor.GetBounds())
    renderer.AutomaticLightCreationOff()
    renderer.UseImageBasedLightingOn()
    renderer.SetEnvironmentTexture(environment(job["environment"]), False)
    set_camera(renderer, job["camera"])
    low, high = (np.array(boxes)[:, k::2] for k in (0, 1))
    return window, renderer, float(np.linalg.norm(high.max(axis=0) - low.min(axis=0)))


def shoot(window):
    window.Render()
    shot = vtkWindowToImageFilter()
    shot.SetInput(window)
    shot.ReadFrontBufferOff()
    shot.Update()
    width, height, _ = shot.GetOutput().GetDimensions()
    encoded = vtk_to_numpy(shot.GetOutput().GetPointData().GetScalars()).reshape(height, width, -1)
    return (encoded[::-1, :, :3] / 255.0) ** GAMMA / DIMMED


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    window, renderer, diagonal = make_window(job)
    for end, occluded in (("vtk.npy", True), ("vtk-bare.npy", False)):
        renderer.SetPass(passes(diagonal, occluded))
        np.save(job["output"] + end, shoot(window))


main()
