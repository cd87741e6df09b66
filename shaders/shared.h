// Layouts and numbers that C++ and GLSL must agree on. Only vec4, mat4 and uvec4, so that std140, std430 and
// C++ lay them out alike.
#ifndef MAATKAST_SHARED_H
#define MAATKAST_SHARED_H

#ifdef __cplusplus
#include <glm/glm.hpp>
namespace maatkast::render::gpu {
using glm::mat4;
using glm::uvec4;
using glm::vec4;
#endif

// Descriptor bindings of the one set that all drawing shares.
#define BINDING_FRAME 0
#define BINDING_INSTANCES 1
#define BINDING_MATERIALS 2
#define BINDING_TEXTURES 3
#define BINDING_REFLECTION 4
#define BINDING_SHADOW_COMPARE 5
#define BINDING_SHADOW_DEPTH 6
#define BINDING_AMBIENT 7
#define BINDING_BEHIND 8
#define BINDING_MIRRORS 9

// Specialization constant 0 of the surface shader, added up.
#define SURFACE_TEXTURED 1u
#define SURFACE_MIRRORS 2u
#define SURFACE_COATED 4u
#define SURFACE_BRUSHED 8u
#define SURFACE_GLASS 16u
#define SURFACE_FROSTED 32u  // glass through which things are seen blurred
#define SURFACE_SEES 64u  // mirrors the scene, not the surroundings alone
#define SURFACE_MIRRORED 128u  // is itself seen in a mirror: the alpha of what it draws tells how far from it

#define MOST_MIRRORS 4

// Bindings of the ambient light computation.
#define BINDING_SKY_DEPTH 0
#define BINDING_SKY_RADIANCE 1
#define BINDING_TILES 2
#define BINDING_TEXELS 3
#define BINDING_AMBIENT_OUT 4
#define BINDING_AMBIENT_RAW 5
#define BINDING_LIGHT_POINTS 6
#define BINDING_LIGHT_LISTS 7
#define AMBIENT_GROUP 64

// The width and height of a work group of read_depth.comp.
#define DEPTH_GROUP 8

// The sky depth atlas: squares of SKY_SQUARE texels, SKY_COLUMNS in a row, one for each direction.
#define SKY_COLUMNS 12
#define SKY_SQUARE 192

// Beside the axis of the box side that a surface belongs to, in one word: it is a narrow side.
#define AXIS_NARROW 4u

struct Frame {
    vec4 eye;            // xyz
    mat4 shadow;         // world to shadow map: xy in 0 … 1, z depth 0 … 1
    vec4 key_direction;  // xyz towards the light, w tangent of its angular radius
    vec4 key_color;      // rgb, w width of the shadow map in metres
    vec4 shadow_range;   // x depth of the map in metres, y resolution, z highest level, w filter taps
    vec4 ambient;        // xy 1 / size of the ambient atlas in texels, z highest level of the reflection cube,
                         // w most light that the atlas holds, in shares of what there is
    vec4 irradiance[9];  // spherical harmonics, rgb
    vec4 sampling;       // xy unit vector: by how much this pass turns the taps of filters; z pixels that a metre
                         // takes up at a distance of one; w highest level of the picture behind frosted glass
    vec4 mirrors[MOST_MIRRORS];  // planes, xyz normal, w offset; those that are not there are 0. Seen in a mirror: its own
    vec4 picture;        // xy size in pixels, z highest level of the mirrors' images
};

struct InstanceData {
    vec4 rows[3];      // the upper three rows of the transform
    vec4 highlight;    // rgb, a amount
    vec4 box_min;      // xyz lowest corner of the ambient box in the mesh's frame, w uv offset u
    vec4 box_scale;    // xyz 1 / size of the box, w uv offset v
    uvec4 tiles[3];    // six tiles of the ambient atlas, two words each: x | y << 16, width | height << 16
};

struct MaterialData {
    vec4 base_color;  // rgb, a alpha
    vec4 surface;     // roughness, metallic, clearcoat, texture layer or −1
    vec4 emission;    // rgb
    vec4 texture_scale;  // xy repeats per metre, z transmission, w anisotropy
};

// One side of one instance's box, in the atlas.
struct AmbientTile {
    vec4 origin;   // world position of the texel (0, 0) corner, lifted off the surface; w 1 for the room, else 0
    vec4 across;   // world step of one texel along the tile's first axis
    vec4 down;     // and along its second
    vec4 normal;   // world
    vec4 color;    // rgb of the surface on average, a 0 where it touches all objects (floor, wall), else 1
    uvec4 target;  // x, y, width, height in the atlas
    vec4 ambient;  // rgb all the light from around on this side, irradiance / π
    uvec4 lights;  // x first, y count of its own in the lists of light points
};

// A short piece of a strip of light, or the patch that it lights, with a square of its own in the sky depth atlas:
// the view along its normal.
struct LightPoint {
    vec4 position;  // w softening in m², so that what lies close is not lit by a point
    vec4 normal;    // unit, world
    vec4 right;     // unit, the square's x
    vec4 color;     // rgb intensity × 1 m² / π
};
#define LIGHT_NEAR 0.015625  // metres before the light where its view begins
#define LIGHT_FAR 2.25     // and ends
#define LIGHT_TANGENT 3.0  // of half the angle of its view: 71.6°


// Where the objects are, for the sky depth maps, and how many directions there are.
struct SkyPush {
    vec4 sphere;   // xyz center, w radius of a sphere around all objects
    vec4 numbers;  // x directions, y bias in parts of the depth, z most light that the atlas holds
    vec4 bounce[6];  // rgb what sides that look along +x −x +y −y +z −z throw back; a of three: albedo
};

#ifdef __cplusplus
}  // namespace maatkast::render::gpu
#endif
#endif
