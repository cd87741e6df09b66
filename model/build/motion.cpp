#include "model/build/motion.h"

#include <cmath>
#include <numbers>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

namespace maatkast {
namespace {

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

/// Ry(yaw)·Rx(pitch), written out so that quarter turns stay exact.
glm::dmat3 rotation_of(const Frame& frame) {
    const double cy = cosine(frame.yaw), sy = sine(frame.yaw), cp = cosine(frame.pitch),
                 sp = sine(frame.pitch);
    return {{cy, 0, -sy}, {sy * sp, cp, cy * sp}, {sy * cp, -sp, cy * cp}};
}

glm::dmat3 frame_turn(const Build& build, std::int32_t frame) {
    return frame < 0 ? glm::dmat3(1) : rotation_of(build.frames[static_cast<std::size_t>(frame)]);
}

glm::dvec3 to_world(const Build& build, std::int32_t frame, glm::dvec3 point) {
    if (frame < 0) return point;
    const Frame& at = build.frames[static_cast<std::size_t>(frame)];
    return metres(at.origin) + rotation_of(at) * point;
}

/// The quaternion of a rotation about x or y by an angle, half a turn at most.
glm::dquat about(Axis axis, double degrees) {
    const double half = degrees * std::numbers::pi / 360;
    glm::dquat turn(std::cos(half), 0, 0, 0);
    turn[static_cast<int>(axis)] = std::sin(half);
    return turn;
}

glm::dquat quaternion_of(const Build& build, std::int32_t frame) {
    if (frame < 0) return {1, 0, 0, 0};
    const Frame& at = build.frames[static_cast<std::size_t>(frame)];
    return about(Axis::y, at.yaw.degrees()) * about(Axis::x, at.pitch.degrees());
}

/// The share that counts is that of the opener on which all others of its chain hang.
double share_of(const Build& build, std::int32_t number, std::span<const double> open) {
    auto root = static_cast<std::size_t>(number);
    while (build.openers[root].parent >= 0) root = static_cast<std::size_t>(build.openers[root].parent);
    return root < open.size() ? open[root] : 0;
}

glm::dvec4 vector_of(glm::dquat q) {
    if (q.w < 0) q = -q;
    return {q.x, q.y, q.z, q.w};
}

/// From the frame of an opener to that of the one it hangs on.
Pose in_parent(const Build& build, const Opener& opener, glm::dvec3 at, glm::dquat turn) {
    const Opener& parent = build.openers[static_cast<std::size_t>(opener.parent)];
    if (parent.frame != opener.frame) {
        const glm::dvec3 from_origin =
            to_world(build, opener.frame, at) - to_world(build, parent.frame, glm::dvec3(0));
        at = glm::transpose(frame_turn(build, parent.frame)) * from_origin;
        turn = glm::conjugate(quaternion_of(build, parent.frame)) * quaternion_of(build, opener.frame) * turn;
    }
    return {at - metres(parent.pivot), vector_of(turn)};
}

}  // namespace

glm::dmat4 frame_matrix(const Frame& frame) {
    glm::dmat4 matrix(rotation_of(frame));
    matrix[3] = glm::dvec4(metres(frame.origin), 1);
    return matrix;
}

glm::dmat4 frame_matrix(const Build& build, std::int32_t frame) {
    glm::dmat4 matrix(frame_turn(build, frame));
    matrix[3] = glm::dvec4(to_world(build, frame, glm::dvec3(0)), 1);
    return matrix;
}

glm::dvec4 frame_rotation(const Build& build, std::int32_t frame) {
    return vector_of(quaternion_of(build, frame));
}

double turned(const Opener& hinge, double open) {
    const double lead = hinge.lead / 100.0, before = hinge.before.degrees();
    if (open < lead) return -before * open / lead;
    return (hinge.limit.degrees() + before) * ((open - lead) / (1 - lead)) - before;
}

std::vector<double> even_steps(const Opener& opener) {
    if (opener.lead == 0) return {0, 1};
    return {0, opener.lead / 100.0, 1};
}

Pose pose(const Build& build, std::int32_t number, double open) {
    const Opener& opener = build.openers[static_cast<std::size_t>(number)];
    glm::dvec3 at = metres(opener.pivot);
    glm::dquat turn(1, 0, 0, 0);
    if (opener.kind == OpenerKind::slide)
        at[static_cast<int>(opener.axis)] += opener.sign * opener.travel.metres() * open;
    else
        turn = about(opener.axis, opener.sign * turned(opener, open));
    if (opener.parent >= 0) return in_parent(build, opener, at, turn);
    return {to_world(build, opener.frame, at), vector_of(quaternion_of(build, opener.frame) * turn)};
}

glm::dmat4 opener_matrix(const Build& build, std::int32_t number, std::span<const double> open) {
    const Opener& opener = build.openers[static_cast<std::size_t>(number)];
    const Pose at = pose(build, number, share_of(build, number, open));
    const glm::dquat turn(at.rotation.w, at.rotation.x, at.rotation.y, at.rotation.z);
    const glm::dmat4 identity(1);
    const glm::dmat4 node = glm::translate(identity, at.translation) * glm::mat4_cast(turn);
    const glm::dmat4 from_pivot = glm::translate(identity, -metres(opener.pivot));
    if (opener.parent < 0) return node * from_pivot;
    const glm::dvec3 parent_pivot = metres(build.openers[static_cast<std::size_t>(opener.parent)].pivot);
    return opener_matrix(build, opener.parent, open) * glm::translate(identity, parent_pivot) * node *
           from_pivot;
}

glm::dmat4 part_matrix(const Build& build, const Part& part, std::span<const double> open) {
    return part.opener < 0 ? frame_matrix(build, part.frame) : opener_matrix(build, part.opener, open);
}

}  // namespace maatkast
