#include "model/export/glb_variants.h"

#include <algorithm>
#include <array>

namespace maatkast::gltf {
namespace {

using tinygltf::Value;

bool is_front(const Part& part) {
    constexpr std::array kFronts{PartKind::door, PartKind::drawer_front, PartKind::frame_stile,
                                 PartKind::frame_rail, PartKind::panel};
    return is_board(part) && std::ranges::find(kFronts, part.kind) != kFronts.end();
}

/// Index of the finish that most fronts have, the lower one on a tie; none: no fronts.
std::optional<std::uint16_t> front_finish(const GlbInput& input) {
    std::vector<int> count(input.book.finishes.size(), 0);
    for (const Part& part : input.build.parts)
        if (is_front(part)) ++count.at(part.finish);
    const auto most = std::ranges::max_element(count);
    if (most == count.end() || *most == 0) return std::nullopt;
    return static_cast<std::uint16_t>(most - count.begin());
}

bool plain_colour(const Finish& finish) {
    return finish.choice && !finish.fronts_only && finish.look.texture.empty() && !finish.boards.empty();
}

}  // namespace

Variants::Variants(const GlbInput& input, bool bare) : book_(input.book) {
    const std::optional<std::uint16_t> own = bare ? std::nullopt : front_finish(input);
    if (!own) return;
    finishes_.push_back(*own);
    for (std::uint16_t i = 0; i < book_.finishes.size() && finishes_.size() <= kMostVariants; ++i)
        if (i != *own && plain_colour(book_.finishes[i])) finishes_.push_back(i);
    if (finishes_.size() < 2) finishes_.clear();
}

bool Variants::varies(const Part& part) const {
    return !finishes_.empty() && is_front(part);
}

void Variants::add_to(tinygltf::Primitive& primitive, Materials& materials) {
    Value::Array mappings;
    for (std::size_t i = 0; i < finishes_.size(); ++i) {
        const Finish& finish = book_.finishes[finishes_[i]];
        const int material = i == 0 ? primitive.material : materials.of(finish.look, finish.id);
        mappings.push_back(Value(Value::Object{
            {"material", Value(material)}, {"variants", Value(Value::Array{Value(static_cast<int>(i))})}}));
    }
    primitive.extensions["KHR_materials_variants"] =
        Value(Value::Object{{"mappings", Value(std::move(mappings))}});
    used_ = true;
}

void Variants::finish(tinygltf::Model& model) const {
    if (!used_) return;
    Value::Array names;
    for (const std::uint16_t finish : finishes_)
        names.push_back(Value(Value::Object{{"name", Value(book_.finishes[finish].id)}}));
    model.extensions["KHR_materials_variants"] = Value(Value::Object{{"variants", Value(std::move(names))}});
    use(model, "KHR_materials_variants");
}

}  // namespace maatkast::gltf
