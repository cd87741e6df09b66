#include <map>

#include "model/build/open_all.h"
#include "model/export/glb_geometry.h"
#include "model/export/glb_scene.h"

namespace maatkast::gltf {
namespace {

constexpr float kSeconds = 1.2f;

/// One opener's movement: the accessors of its keys and their times, and what they move.
struct Movement {
    const Opener* opener;
    std::int32_t index;
    int node;
    Turn turn;
    int keys = -1, times = -1;
};

std::vector<Movement> movements(const Build& build, const OpenerNodes& nodes) {
    const std::vector<Turn> turn = turns(build);
    std::vector<Movement> out;
    for (std::size_t i = 0; i < build.openers.size(); ++i)
        if (nodes[i] >= 0)
            out.push_back({&build.openers[i], static_cast<std::int32_t>(i), nodes[i], turn[i]});
    return out;
}

/// An opener and what hangs on it: they open as one.
std::vector<Movement> chain_of(const Build& build, std::span<const Movement> moves, const Movement& root) {
    std::vector<Movement> chain;
    for (const Movement& move : moves) {
        std::int32_t at = move.index;
        while (at != root.index && at >= 0) at = build.openers[static_cast<std::size_t>(at)].parent;
        if (at == root.index) chain.push_back(move);
    }
    return chain;
}

/// Closed, then open, as floats; between them where its lead ends. A whole turn never occurs, so quaternions
/// are in one hemisphere.
std::vector<float> keys_of(const Build& build, const Movement& move, std::span<const double> shares) {
    std::vector<float> out;
    for (const double open : shares) {
        const Pose at = pose(build, move.index, open);
        const auto values = move.opener->kind == OpenerKind::hinge ? rotation_of(at) : translation_of(at);
        for (const double value : values) out.push_back(static_cast<float>(value));
    }
    return out;
}

void add_key_data(tinygltf::Model& model, const Build& build, std::vector<Movement>& moves) {
    std::vector<float> data;
    std::vector<std::size_t> offsets;
    for (const Movement& move : moves) {
        offsets.push_back(data.size() * 4);
        const std::vector<float> keys = keys_of(build, move, even_steps(*move.opener));
        data.insert(data.end(), keys.begin(), keys.end());
    }
    const int view = add_view(model, data.data(), data.size() * 4, 0, 0);
    for (std::size_t i = 0; i < moves.size(); ++i)
        moves[i].keys = add_floats(model, view, offsets[i], even_steps(*moves[i].opener).size(),
                                   moves[i].opener->kind == OpenerKind::hinge ? 4 : 3);
}

std::vector<float> in_seconds(std::span<const double> shares) {
    std::vector<float> times;
    for (const double share : shares) times.push_back(static_cast<float>(share) * kSeconds);
    return times;
}

int add_accessor(tinygltf::Model& model, const std::vector<float>& data, int width) {
    const int view = add_view(model, data.data(), data.size() * sizeof(float), 0, 0);
    return add_floats(model, view, 0, data.size() / static_cast<std::size_t>(width), width);
}

/// One accessor for all movements that have their keys at the same times.
void add_times(tinygltf::Model& model, std::vector<Movement>& moves) {
    std::map<std::int32_t, int> by_lead;
    for (Movement& move : moves) {
        const auto [known, is_new] = by_lead.try_emplace(move.opener->lead, -1);
        if (is_new) {
            known->second = add_accessor(model, in_seconds(even_steps(*move.opener)), 1);
        }
        move.times = known->second;
    }
}

/// The moments, as shares of the time in which everything opens, between which an opener moves evenly that
/// has a half of it to move in.
std::vector<double> moments(const Movement& move) {
    std::vector<double> out;
    if (move.turn == Turn::second) out.push_back(0);
    for (const double step : even_steps(*move.opener))
        out.push_back(move.turn == Turn::second ? 0.5 + step / 2 : step / 2);
    if (move.turn == Turn::first) out.push_back(1);
    return out;
}

/// All that moves when everything opens. What waits and what goes first have keys of their own.
std::vector<Movement> all_at_once(tinygltf::Model& model, const Build& build,
                                  std::span<const Movement> moves) {
    std::map<std::vector<double>, int> times;
    std::vector<Movement> all;
    for (Movement move : moves) {
        if (move.turn == Turn::never) continue;
        if (move.turn != Turn::throughout) {
            const std::vector<double> at = moments(move);
            const auto [known, is_new] = times.try_emplace(at, -1);
            if (is_new) known->second = add_accessor(model, in_seconds(at), 1);
            std::vector<double> shares;
            for (const double moment : at) shares.push_back(open_by(move.turn, moment));
            move.times = known->second;
            move.keys = add_accessor(model, keys_of(build, move, shares),
                                     move.opener->kind == OpenerKind::hinge ? 4 : 3);
        }
        all.push_back(move);
    }
    return all;
}

void add_animation(tinygltf::Model& model, std::string name, std::span<const Movement> moves) {
    tinygltf::Animation animation;
    animation.name = std::move(name);
    for (const Movement& move : moves) {
        tinygltf::AnimationSampler sampler;
        sampler.input = move.times;
        sampler.output = move.keys;
        tinygltf::AnimationChannel channel;
        channel.sampler = static_cast<int>(animation.samplers.size());
        channel.target_node = move.node;
        channel.target_path = move.opener->kind == OpenerKind::hinge ? "rotation" : "translation";
        animation.samplers.push_back(std::move(sampler));
        animation.channels.push_back(std::move(channel));
    }
    model.animations.push_back(std::move(animation));
}

}  // namespace

void add_animations(tinygltf::Model& model, const Build& build, const OpenerNodes& nodes) {
    std::vector<Movement> moves = movements(build, nodes);
    if (moves.empty()) return;
    add_times(model, moves);
    add_key_data(model, build, moves);
    // An animation without channels is no glTF: a cabinet of which nothing can open has none of all.
    if (const auto all = all_at_once(model, build, moves); !all.empty())
        add_animation(model, "open_all", all);
    for (const Movement& move : moves)
        if (move.opener->parent < 0)
            add_animation(model, "open_" + std::string(move.opener->name.view()),
                          chain_of(build, moves, move));
}

}  // namespace maatkast::gltf
