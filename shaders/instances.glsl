#include "shared.h"

layout(set = 0, binding = BINDING_INSTANCES, std430) readonly buffer Instances { InstanceData instances[]; };

vec3 to_world(uint instance, vec3 position) {
    const vec4 p = vec4(position, 1.0);
    return vec3(dot(instances[instance].rows[0], p), dot(instances[instance].rows[1], p),
                dot(instances[instance].rows[2], p));
}

vec3 turn_to_world(uint instance, vec3 direction) {
    return vec3(dot(instances[instance].rows[0].xyz, direction), dot(instances[instance].rows[1].xyz, direction),
                dot(instances[instance].rows[2].xyz, direction));
}
