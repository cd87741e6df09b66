// Letters and icons on the screen.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/base/json.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

/// Letters of its own once more until it is 40 % longer; what stands in braces is only there once.
std::string longer(const std::string& text) {
    std::string more;
    int braces = 0;
    for (const char letter : text) {
        braces += letter == '{' ? 1 : letter == '}' ? -1 : 0;
        const bool plain = static_cast<unsigned char>(letter) < 0x80;
        if (braces == 0 && letter != '}' && plain) more += letter;
    }
    return text + " " + more.substr(0, std::max<std::size_t>(more.size() * 2 / 5, 1) - 1);
}

/// All texts, so much longer, in a folder of their own.
std::string longer_texts() {
    const std::string folder = std::filesystem::temp_directory_path() / "maatkast-longer-texts";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& file : std::filesystem::directory_iterator(MAATKAST_ASSETS "/texts")) {
        Json texts = Json::parse(read_file(file.path().string()).value());
        for (auto& [key, text] : texts.items()) text = longer(text.get<std::string>());
        REQUIRE(write_file(folder + "/" + file.path().filename().string(), texts.dump()));
    }
    return folder;
}

struct Shown {
    const char* name;
    const char* script;
};
/// One after the other; each leaves no card behind that the next one does not want.
constexpr std::array kScreens{
    Shown{"sizes", "click tab.0\nwait 0.3\n"},
    Shown{"what is shown", "click show\nwait 0.3\n"},
    Shown{"for whom", "key escape\nclick manners\nwait 0.3\n"},
    Shown{"settings", "key escape\nclick settings\nwait 0.3\n"},
    Shown{"designs", "key escape\nclick settings\nclick open\nwait 0.3\n"},
    Shown{"layout", "key escape\nclick tab.1\nclick opening.1.0\nwait 1.5\n"},
    Shown{"why not", "click front.pullout\nwait 0.5\n"},
    Shown{"menu", "key menu\nwait 0.3\n"},
    Shown{"finishes", "key escape\nclick tab.2\nwait 0.3\n"},
    Shown{"steps", "key escape\nclick tab.0\nclick width.plus\nclick height.minus\nkey t\nwait 0.5\n"},
    Shown{"side by side", "key t\nkey v\nwait 0.5\n"},
    Shown{"customer", "key v\nwait 0.5\nkey k\nwait 0.5\n"},
    Shown{"veil", "key b\nwait 0.3\n"},
    Shown{"measuring", "key b\nkey k\nwait 0.5\nkey r\nwait 0.3\n"},
};

struct At {
    render::Size size;
    float scale;
};
constexpr std::array kSizes{At{{1024, 640}, 0.8F}, At{{1280, 720}, 1}, At{{1920, 1080}, 1.5F},
                            At{{3840, 2160}, 2}};

}  // namespace

TEST_CASE("every icon has its glyph in every letter size", "[letters]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    const Fonts& fonts = app->ui.fonts;
    for (const ImFont* font : {fonts.small, fonts.small_bold, fonts.body, fonts.bold, fonts.title})
        for (const char* sign : icon::kAll) {
            ImFontGlyphRangesBuilder letter;
            letter.AddText(sign);
            ImVector<ImWchar> range;
            letter.BuildRanges(&range);
            CAPTURE(range[0]);
            CHECK(font->FindGlyphNoFallback(range[0]) != nullptr);
        }
}

TEST_CASE("no text is cut off, in any language and size, when texts are 40 % longer too", "[letters]") {
    const std::string longer_folder = longer_texts();
    for (const std::string& folder : {std::string(MAATKAST_ASSETS "/texts"), longer_folder})
        for (const At& screen : kSizes) {
            show::test::AppStage stage;
            stage.texts_folder = folder;
            const auto app = stage.start(screen.scale);
            for (const Language language : {Language::nl, Language::en, Language::de}) {
                app->settings.language = language;
                for (const Shown& shown : kScreens) {
                    const bool in_the_bar =
                        !app->ui.find("show") && std::string_view(shown.name) == "what is shown";
                    if (in_the_bar && app->ui.find("things")) continue;
                    const auto failed = play(*app, shown.script, screen.size);
                    INFO(shown.name << ", language " << static_cast<int>(language) << ", scale "
                                    << screen.scale << ", "
                                    << (folder == longer_folder ? "longer" : "plain"));
                    for (const std::string& failure : failed) UNSCOPED_INFO(failure);
                    CHECK(failed.empty());
                    for (const std::string& text : app->ui.cut()) {
                        UNSCOPED_INFO("cut: " << text);
                        CHECK(text.empty());
                    }
                }
                play(*app, "click calibrate.cancel\nwait 0.3\nclick undo\nclick undo\nwait 0.5\n",
                     screen.size);
            }
        }
}

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(ImU32 color) {
    const auto channel = [color](int shift) {
        const double c = ((color >> shift) & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}
double contrast(ImU32 a, ImU32 b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("words stand out from every ground that they lie on, 4.5 : 1 at least", "[letters]") {
    using namespace palette;
    CHECK(contrast(color(0xffffff), color(0x000000)) == Approx(21));
    struct Pair {
        const char* where;
        ImU32 ink, ground;
    };
    const std::array pairs{Pair{"card", kText, kCard},
                           Pair{"field", kText, kQuiet},
                           Pair{"button under the cursor", kText, kHover},
                           Pair{"pressed button", kText, kPress},
                           Pair{"reason", kText, kNoticeSoft},
                           Pair{"small words on a card", kMuted, kCard},
                           Pair{"price of a choice", kMuted, kQuiet},
                           Pair{"price under the cursor", kMuted, kHover},
                           Pair{"page of a reason", kMuted, kNoticeSoft},
                           Pair{"what is chosen", kAccent, kAccentSoft},
                           Pair{"chosen segment", kAccent, kSolid},
                           Pair{"change of the price", kAccent, kAccentSoft},
                           Pair{"main button", kOnAccent, kAccent},
                           Pair{"main button under the cursor", kOnAccent, kAccentHover},
                           Pair{"finding on a card", kNotice, kSolid},
                           Pair{"not as it is", kNotice, kQuiet},
                           Pair{"not as it is, under the cursor", kNotice, kHover}};
    for (const Pair& pair : pairs) {
        CAPTURE(pair.where);
        CHECK(contrast(pair.ink, pair.ground) >= 4.5);
    }
}
