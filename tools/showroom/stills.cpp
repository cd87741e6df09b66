#include "tools/showroom/stills.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "model/design/runs.h"
#include "tools/showroom/openings.h"
#include "tools/showroom/verdicts.h"

namespace maatkast::show {
namespace {

constexpr render::Size kSize{192, 192};  // pixels, twice a card's at scale 1
constexpr std::size_t kMostPictures = 240;
constexpr float kMostShown = 1.3F;  // metres of the height of an inside
constexpr double kOpen = 0.27;      // of the way, for a front or a drawer that shows how it opens
constexpr float kLamp = 0.9F, kLampAway = 0.5F, kLampAside = 0.15F;  // radiance by length; metres
// Revisions of its own, beside those of the window's scene and of what is laid over that.
constexpr std::uint64_t kRevisions = 1ULL << 62;

/// Degrees to the right and up, and metres round the opening that belong to it.
struct Look {
    float azimuth, elevation, around;
};
constexpr Look look_of(Shows shows) {
    switch (shows) {
        case Shows::inside:
            return {16, 12, 0.03F};
        case Shows::opened:
            return {26, 12, 0.05F};
        case Shows::closed:
            return {18, 6, 0.03F};
        case Shows::shelf:
            return {24, 14, 0.0F};
        case Shows::bay:
            return {28, 10, 0.04F};
        case Shows::corner:  // from the left: the next wall faces there
            return {-38, 16, 0.3F};
    }
    return {};
}

render::Bounds grown(render::Bounds box, float by) {
    box.min -= glm::vec3(by);
    box.max += glm::vec3(by);
    return box;
}

bool hangs(const Design& design, const StillOf& of) {
    const auto& openings = design.bays[static_cast<std::size_t>(of.bay)].openings;
    return of.opening >= 0 && of.opening < static_cast<int>(openings.size()) &&
           openings[static_cast<std::size_t>(of.opening)].interior.kind->keeps == Keeps::on_rails;
}

/// Of something high the end where its contents are: above for what hangs, else below.
void crop(render::Bounds& box, bool above) {
    if (above)
        box.min.y = std::max(box.min.y, box.max.y - kMostShown);
    else
        box.max.y = std::min(box.max.y, box.min.y + kMostShown);
}

/// What the picture is about, in the frame of its run.
render::Bounds subject(const Design& design, std::span<const OpeningSpace> spaces, const StillOf& of) {
    render::Bounds box;
    for (const OpeningSpace& space : spaces)
        if (space.bay == of.bay && (of.shows >= Shows::bay || space.opening == of.opening))
            box.add(space.box);
    if (of.shows == Shows::inside && !box.empty()) crop(box, hangs(design, of));
    if (of.shows == Shows::shelf && !box.empty()) box.min.y = box.max.y - 0.12F;
    // Of a high front the part at the height of hands, where its handle is.
    if (of.shows == Shows::closed && box.max.y - box.min.y > 1) box.min.y = std::max(box.min.y, 0.6F);
    if (of.shows == Shows::closed) box.max.y = std::min(box.max.y, box.min.y + 1);
    return box;
}

void clear_fronts(Design& design, int bay) {
    design.bays[static_cast<std::size_t>(bay)].fronts.clear();
    std::erase_if(design.sliding, [&](const Sliding& s) { return s.first <= bay && bay <= s.last; });
}

std::vector<double> pose(const Design& design, const Build& build, const StillOf& of) {
    std::vector<double> open(build.openers.size(), 0);
    if (of.shows != Shows::inside && of.shows != Shows::opened) return open;
    for (const int i : openers_of(design, build, of.bay, of.opening)) {
        const bool front = build.openers[static_cast<std::size_t>(i)].front >= 0;
        if (front == (of.shows == Shows::opened)) open[static_cast<std::size_t>(i)] = kOpen;
    }
    return open;
}

/// A photographer's lamp before an inside, which the room leaves dark: upright, a little to the right.
std::optional<render::LightStrip> lamp(const Book& book, const Design& design, const StillOf& of) {
    if (of.shows != Shows::inside && of.shows != Shows::shelf) return {};
    for (const OpeningSpace& space : opening_spaces(book, design)) {
        if (space.bay != of.bay || space.opening != of.opening) continue;
        const float x = (space.box.min.x + space.box.max.x) / 2 + kLampAside, z = space.box.max.z + kLampAway;
        const auto at = [&](float y) { return glm::vec3(space.frame * glm::vec4(x, y, z, 1)); };
        return render::LightStrip{at(space.box.min.y), at(space.box.max.y),
                                  -glm::vec3(space.frame * glm::vec4(0, 0, 1, 0)), glm::vec3(kLamp)};
    }
    return {};
}

std::string name_of(const StillOf& of) {
    return fmt::format("{}{}.{}.{}", key_of(of.edits), of.bay, of.opening, static_cast<int>(of.shows));
}

}  // namespace

Design alone(const Design& design, int& bay) {
    Design result = design;
    result.name.clear();
    if (design.room.slope) return result;
    const int count = static_cast<int>(design.bays.size());
    const bool straight = design.bays[static_cast<std::size_t>(bay)].shape == BayShape::straight;
    const int first = straight ? bay : std::max(bay - 1, 0),
              last = straight ? bay : std::min(bay + 1, count - 1);
    result.bays.assign(design.bays.begin() + first, design.bays.begin() + last + 1);
    result.sliding.clear();
    result.room = {};
    result.left_end = result.right_end = {};
    bay -= first;
    for (std::size_t i = 0; i < result.bays.size(); ++i) {
        BayShape& shape = result.bays[i].shape;
        const bool itself = static_cast<int>(i) == bay;
        if (!itself || (is_end(shape) && !may_be_end(result, i))) shape = BayShape::straight;
    }
    // The wall to the left of a corner is the one behind, where a bay stands on it.
    result.main_run = is_corner(result.bays.front().shape) ? 1 : 0;
    return result;
}

render::Camera still_camera(const Book& book, const Design& design, const StillOf& of, render::Size size) {
    const auto spaces = opening_spaces(book, design);
    const auto at = std::ranges::find_if(spaces, [&](const OpeningSpace& s) { return s.bay == of.bay; });
    const render::Bounds box = subject(design, spaces, of);
    if (at == spaces.end() || box.empty()) return {};
    const Look look = look_of(of.shows);
    const float azimuth = glm::radians(look.azimuth), elevation = glm::radians(look.elevation);
    const glm::vec3 from{std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
                         std::cos(azimuth) * std::cos(elevation)};
    render::Camera camera;
    const render::Bounds world = render::transformed(grown(box, look.around), at->frame);
    camera.target = (world.min + world.max) / 2.0F;
    // A corner is seen as the wall before it is: its own opening may face along the next one.
    const auto before =
        std::ranges::find_if(spaces, [&](const OpeningSpace& s) { return s.bay == of.bay - 1; });
    const bool corner = of.shows == Shows::corner && before != spaces.end();
    camera.eye = camera.target + glm::mat3(corner ? before->frame : at->frame) * from;
    camera.fov_y_degrees = 24;
    return render::frame(camera, world, size, 0.02F);
}

std::uint32_t Stills::of(const Document& doc, const std::string& id, const StillOf& wanted) {
    if (revision_ != doc.revision()) forget();
    revision_ = doc.revision();
    const auto [at, fresh] = asked_.try_emplace(name_of(wanted));
    if (fresh) {
        at->second.of = wanted;
        line_.push_back(at->first);
    }
    if (!at->second.picture.empty()) shown_[id] = at->second.picture;
    const auto shown = shown_.find(id);
    if (shown == shown_.end()) return 0;
    const auto picture = pictures_.find(shown->second);
    if (picture == pictures_.end()) return 0;
    picture->second.used = ++clock_;
    return picture->second.texture;
}

void Stills::forget() {
    asked_.clear();
    line_.clear();
}

std::optional<render::Image> Stills::draw(const Design& design, const StillOf& of,
                                          const MakePicture& make_picture) {
    const Build build = build_parts(catalogue_->book, design);
    const render::Camera camera = still_camera(catalogue_->book, design, of, kSize);
    if (camera == render::Camera{}) return {};
    const MeshSet meshes = make_meshes(catalogue_->hardware, build);
    // What hangs and lies there tells one inside from another.
    stage_.dress({.things = of.shows == Shows::inside});
    stage_.set(&design, build, meshes, pose(design, build, of));
    render::Scene scene = stage_.scene();
    scene.revision |= kRevisions;
    if (const auto light = lamp(catalogue_->book, design, of)) scene.strips.push_back(*light);
    return make_picture(scene, camera, kSize);
}

void Stills::make(const Document& doc, const MakePicture& make_picture, const MakeTexture& make_texture,
                  const std::function<void(std::uint32_t)>& drop_texture) {
    if (revision_ != doc.revision()) forget();
    while (!line_.empty()) {
        Asked& asked = asked_.at(line_.front());
        line_.pop_front();
        const auto changed = apply(catalogue_->book, doc.design(), asked.of.edits);
        if (!changed) continue;
        StillOf of = asked.of;
        if (of.bay >= static_cast<int>(changed->bays.size())) continue;
        Design shown = alone(*changed, of.bay);
        if (of.shows == Shows::inside || of.shows == Shows::shelf) clear_fronts(shown, of.bay);
        const std::string key =
            fmt::format("{}.{}.{}.{}", design_hash(shown), of.bay, of.opening, static_cast<int>(of.shows));
        if (pictures_.contains(key)) {
            asked.picture = key;
            continue;
        }
        if (const auto image = draw(shown, of, make_picture)) {
            drop_oldest(drop_texture);
            pictures_[key] = {make_texture(image->size, image->rgba), ++clock_};
            asked.picture = key;
        }
        ++made_;
        return;
    }
}

void Stills::drop_oldest(const std::function<void(std::uint32_t)>& drop_texture) {
    if (pictures_.size() < kMostPictures) return;
    const auto oldest =
        std::ranges::min_element(pictures_, {}, [](const auto& entry) { return entry.second.used; });
    if (drop_texture) drop_texture(oldest->second.texture);
    pictures_.erase(oldest);
}

}  // namespace maatkast::show
