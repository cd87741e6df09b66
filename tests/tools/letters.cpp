// Letters and icons on the screen.
#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"

using namespace maatkast::show;

TEST_CASE("every icon has its glyph in every letter size", "[letters]") {
    test::AppStage stage;
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
