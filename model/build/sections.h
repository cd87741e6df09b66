#pragma once
// The sections of a build (model/build/build.h) one by one: made, taken out, and put in another's place.

#include <span>

#include "model/build/clash.h"

namespace maatkast {

struct Layout;

/// All parts, no findings.
Build build_sections(const Book& book, const Design& design, const Layout& layout);
/// The run's frames, without anything else of the run, and one bay.
Build build_one_bay(const Book& book, const Design& design, const Layout& layout, std::size_t bay);

/// The build with one section replaced by the last section of `by`, whose run has the same frames. Everything
/// behind it is numbered on. Its findings stay.
void replace_section(Build& build, std::size_t section, const Build& by);

/// Some sections of a build as a build of its own: numbered anew, while bays and openings keep their numbers.
struct Excerpt {
    Build build;
    std::vector<std::size_t> sections;   ///< the number in the whole of each of its sections
    std::vector<std::size_t> run_parts;  ///< and of each part of its run
};
/// Some sections and some parts of the run. Both ascend; the run itself is not among the sections.
Excerpt excerpt(const Build& build, std::span<const std::size_t> sections,
                std::span<const std::size_t> run_parts);

/// The box in the world of each part of the run, which stays where it is while single bays are made again.
std::vector<Bounds> run_boxes(const Build& build);
/// The numbers of the boxes that meet one of `near`, from `first` on.
std::vector<std::size_t> meeting(std::span<const Bounds> boxes, std::span<const Bounds> near,
                                 std::size_t first = 0);

/// The section that an opener belongs to.
std::size_t section_of_opener(std::span<const Section> sections, std::int32_t opener);

}  // namespace maatkast
