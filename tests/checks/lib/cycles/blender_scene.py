"""Runs inside Blender 3.4: path traces what `maatkast render` has written, as compare.py tells it.

blender --background --factory-startup --python blender_scene.py -- JOB.json

The job: scene (GLB), camera (JSON), environment (HDR), width, height, samples, seeds, and output; the picture of seed 3
goes to output + "3.exr", linear, with all passes, uncompressed.
"""

import json
import math
import sys

import bpy
import mathutils
import numpy as np

BACKDROP = (0.76, 0.745, 0.72)  # renderer/scene.h, Environment
ROOM, OBJECT = 1, 2             # object index pass
METAL, GLASS = 1, 2             # material index pass, 0 for everything else
PASSES = ("combined", "normal", "position", "object_index", "material_index", "emit", "diffuse_direct",
          "diffuse_indirect", "diffuse_color", "glossy_direct", "glossy_indirect", "glossy_color")
COAT_ROUGHNESS = 0.1

np.bool = bool  # Debian 12's importer still calls it that; its numpy no longer does


def to_z_up(point):
    """The turn that the glTF importer makes of everything."""
    x, y, z = point
    return mathutils.Vector((x, -z, y))


def directional_albedo(roughness, cosine, f0=0.04, count=4096):
    """The share of light that a GGX surface (Smith, height-correlated) throws back towards a view, by sampling its
    normals evenly over the distribution (Walter et al., Microfacet Models for Refraction, 2007)."""
    alpha = roughness ** 2
    i = np.arange(count)
    u, turn = (i + 0.5) / count, 2 * math.pi * ((i * 0.6180339887498949) % 1)
    cos_h = np.sqrt((1 - u) / (1 + (alpha ** 2 - 1) * u))
    sin_h = np.sqrt(1 - cos_h ** 2)
    sine = math.sqrt(1 - cosine ** 2)
    v_h = sine * sin_h * np.cos(turn) + cosine * cos_h
    n_l = 2 * v_h * cos_h - cosine

    def slope(c):
        return np.sqrt(1 + alpha ** 2 * (1 / np.maximum(c, 1e-4) ** 2 - 1)) / 2 - 0.5

    seen = (v_h > 0) & (n_l > 0)
    weight = 1 / (1 + slope(cosine) + slope(n_l)) * v_h / (cosine * cos_h)
    return float(np.mean(np.where(seen, weight * (f0 + (1 - f0) * (1 - np.clip(v_h, 0, 1)) ** 5), 0)))


def fill_ramp(ramp, roughness, coat):
    """What the matt body under the gloss gets, over "facing" (1 − n·v), as grey values."""
    positions = 1 - np.linspace(1, 0, 24) ** 2
    while len(ramp.elements) < len(positions):
        ramp.elements.new(1)
    for element, facing in zip(ramp.elements, positions):
        cosine = max(1 - facing, 0.01)
        left = (1 - directional_albedo(roughness, cosine)) * (1 - coat * directional_albedo(COAT_ROUGHNESS, cosine))
        element.position = facing
        element.color = (left, left, left, 1)


class MaterialMaker:
    """glTF's metal-roughness: a Lambert body under a GGX layer that keeps the energy. Blender's own Principled node has
    Disney's retro-reflective diffuse on top of an unweakened layer, so only its layer is used."""

    def __init__(self, material):
        self.tree = material.node_tree
        self.old = next(node for node in self.tree.nodes if node.type == "BSDF_PRINCIPLED")
        self.output = next(node for node in self.tree.nodes if node.type == "OUTPUT_MATERIAL")
        self.value = {name: self.old.inputs[name].default_value for name in
                      ("Roughness", "Metallic", "Clearcoat", "Transmission")}
        material.pass_index = METAL if self.value["Metallic"] > 0.5 else GLASS if self.value["Transmission"] > 0 else 0

    def node(self, kind, **inputs):
        made = self.tree.nodes.new(kind)
        for name, value in inputs.items():
            self.connect(made.inputs[name.replace("_", " ")], value)
        return made

    def connect(self, target, value):
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, target)
        else:
            target.default_value = value

    def base_color(self):
        socket = self.old.inputs["Base Color"]
        return socket.links[0].from_socket if socket.is_linked else tuple(socket.default_value)

    def gloss(self, base):
        layer = self.node("ShaderNodeBsdfPrincipled", Base_Color=base, Metallic=self.value["Metallic"],
                          Roughness=self.value["Roughness"], Specular=0.5, Clearcoat=0.0)
        # Beside a matt body Blender's multiple scattering gains or loses up to 4 % of the light in a white furnace, and
        # what it adds is under 1 % there.
        layer.distribution = "MULTI_GGX" if self.value["Metallic"] > 0.5 else "GGX"
        return layer.outputs["BSDF"]

    def body(self):
        weight = self.node("ShaderNodeValToRGB", Fac=self.node("ShaderNodeLayerWeight", Blend=0.5).outputs["Facing"])
        fill_ramp(weight.color_ramp, self.value["Roughness"], self.value["Clearcoat"])
        color = self.node("ShaderNodeVectorMath")
        color.operation = "MULTIPLY"
        base = self.base_color()
        self.connect(color.inputs[0], base if isinstance(base, bpy.types.NodeSocket) else base[:3])
        self.connect(color.inputs[1], weight.outputs["Color"])
        color = color.outputs["Vector"]
        matt = self.node("ShaderNodeBsdfDiffuse", Color=color).outputs["BSDF"]
        return self.let_through(matt, color) if self.value["Transmission"] > 0 else matt

    def let_through(self, matt, color):
        """glTF's transmission of a thin wall that does not scatter, taken as smooth: so much of the body's light is that
        behind it, in the body's colour."""
        mix = self.node("ShaderNodeMixShader", Fac=self.value["Transmission"])
        self.connect(mix.inputs[1], matt)
        self.connect(mix.inputs[2], self.node("ShaderNodeBsdfTransparent", Color=color).outputs["BSDF"])
        return mix.outputs["Shader"]

    def coat(self):
        """Lacquer. Principled's own is a quarter as strong as its number says, and loses light beside a body."""
        strength = self.node("ShaderNodeMath")
        strength.operation = "MULTIPLY"
        self.connect(strength.inputs[0], self.node("ShaderNodeFresnel", IOR=1.5).outputs["Fac"])
        self.connect(strength.inputs[1], self.value["Clearcoat"])
        layer = self.node("ShaderNodeBsdfGlossy", Color=strength.outputs["Value"], Roughness=COAT_ROUGHNESS)
        layer.distribution = "GGX"
        return layer.outputs["BSDF"]

    def sum(self, first, second):
        made = self.node("ShaderNodeAddShader")
        self.connect(made.inputs[0], first)
        self.connect(made.inputs[1], second)
        return made.outputs["Shader"]

    def make(self):
        if self.value["Metallic"] > 0.5:
            surface = self.gloss(self.base_color())
        else:
            surface = self.sum(self.body(), self.gloss((0, 0, 0, 1)))
        if self.value["Clearcoat"] > 0:
            surface = self.sum(surface, self.coat())
        emission = tuple(self.old.inputs["Emission"].default_value)
        if max(emission[:3]) > 0:
            surface = self.sum(surface, self.node("ShaderNodeEmission", Color=emission).outputs["Emission"])
        if self.value["Transmission"] > 0:
            surface = self.one_sided(surface)
        self.connect(self.output.inputs["Surface"], surface)

    def one_sided(self, surface):
        """What is not said to be double-sided is not there from behind: a pane is met once, at its near face."""
        mix = self.node("ShaderNodeMixShader", Fac=self.node("ShaderNodeNewGeometry").outputs["Backfacing"])
        self.connect(mix.inputs[1], surface)
        self.connect(mix.inputs[2], self.node("ShaderNodeBsdfTransparent").outputs["BSDF"])
        return mix.outputs["Shader"]


def receive_only(thing):
    """The environment stands for the light that walls and floor throw back, so they must not stand in its way."""
    thing.visible_diffuse = thing.visible_glossy = thing.visible_transmission = thing.visible_shadow = False
    thing.visible_volume_scatter = False


def load_scene(path):
    bpy.ops.import_scene.gltf(filepath=path)
    for thing in bpy.data.objects:
        room = thing.get("role") == "room"
        thing.pass_index = ROOM if room else OBJECT
        if room:
            receive_only(thing)
    for material in bpy.data.materials:
        if material.use_nodes:
            MaterialMaker(material).make()


def drop_seen_from_behind(eye):
    """Of a room only what has its front to the eye is drawn: a wall behind the viewer would fill the picture."""
    for thing in list(bpy.data.objects):
        if thing.get("role") != "room":
            continue
        turn = thing.matrix_world.to_3x3()
        if all((turn @ side.normal).dot(eye - thing.matrix_world @ side.center) <= 0 for side in thing.data.polygons):
            bpy.data.objects.remove(thing)


def set_environment(scene, path):
    """The map for all light, the backdrop for the eye."""
    world = bpy.data.worlds.new("environment")
    scene.world = world
    world.use_nodes = True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    nodes.clear()
    texture = nodes.new("ShaderNodeTexEnvironment")
    texture.image = bpy.data.images.load(path)
    light, backdrop = nodes.new("ShaderNodeBackground"), nodes.new("ShaderNodeBackground")
    backdrop.inputs["Color"].default_value = (*BACKDROP, 1)
    mix, ray, output = (nodes.new(f"ShaderNode{kind}") for kind in ("MixShader", "LightPath", "OutputWorld"))
    links.new(texture.outputs["Color"], light.inputs["Color"])
    links.new(ray.outputs["Is Camera Ray"], mix.inputs["Fac"])
    links.new(light.outputs["Background"], mix.inputs[1])
    links.new(backdrop.outputs["Background"], mix.inputs[2])
    links.new(mix.outputs["Shader"], output.inputs["Surface"])
    world.cycles.sampling_method = "MANUAL"
    world.cycles.sample_map_resolution = texture.image.size[0]


def set_camera(scene, path):
    with open(path, encoding="utf-8") as file:
        wanted = json.load(file)
    data = bpy.data.cameras.new("camera")
    data.sensor_fit = "VERTICAL"
    data.angle = math.radians(wanted["fov_y_deg"])
    data.clip_start, data.clip_end = 0.05, 1000
    camera = bpy.data.objects.new("camera", data)
    camera.location = to_z_up(wanted["eye"])
    sight = to_z_up(wanted["target"]) - camera.location
    camera.rotation_euler = sight.to_track_quat("-Z", "Y").to_euler()
    scene.collection.objects.link(camera)
    scene.camera = camera


def set_cycles(scene, job):
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = job["width"], job["height"]
    scene.render.resolution_percentage = 100
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = job["samples"]
    cycles.use_adaptive_sampling = cycles.use_denoising = False
    cycles.pixel_filter_type = "BOX"  # as four samples a pixel are averaged
    cycles.max_bounces = cycles.diffuse_bounces = cycles.glossy_bounces = 16
    cycles.transparent_max_bounces = 32
    cycles.sample_clamp_direct, cycles.sample_clamp_indirect = 0, 10
    cycles.blur_glossy = 0.5
    for name in PASSES:
        setattr(scene.view_layers[0], f"use_pass_{name}", True)
    scene.view_settings.view_transform = "Standard"
    settings = scene.render.image_settings
    settings.file_format, settings.color_depth, settings.exr_codec = "OPEN_EXR_MULTILAYER", "32", "NONE"


def main():
    with open(sys.argv[sys.argv.index("--") + 1], encoding="utf-8") as file:
        job = json.load(file)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    load_scene(job["scene"])
    set_environment(scene, job["environment"])
    set_camera(scene, job["camera"])
    bpy.context.view_layer.update()
    drop_seen_from_behind(scene.camera.location)
    set_cycles(scene, job)
    for seed in job["seeds"]:
        scene.cycles.seed = seed
        scene.render.filepath = f"{job['output']}{seed}.exr"
        bpy.ops.render.render(write_still=True)


main()
