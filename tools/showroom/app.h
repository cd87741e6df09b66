#pragma once
// The state of the showroom. What is drawn is a function of it; panels and the picture change it through its
// verbs.

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "renderer/overlay.h"
#include "renderer/renderer.h"
#include "tools/scene/dimension_places.h"
#include "tools/scene/dimensions.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"
#include "tools/showroom/beside.h"
#include "tools/showroom/design_lock.h"
#include "tools/showroom/design_wall.h"
#include "tools/showroom/document.h"
#include "tools/showroom/gestures.h"
#include "tools/showroom/modes.h"
#include "tools/showroom/openings.h"
#include "tools/showroom/overlays.h"
#include "tools/showroom/paper.h"
#include "tools/showroom/part_finish.h"
#include "tools/showroom/peek.h"
#include "tools/showroom/pull.h"
#include "tools/showroom/recovery.h"
#include "tools/showroom/screen.h"
#include "tools/showroom/stills.h"
#include "tools/showroom/turntable.h"
#include "tools/showroom/ui.h"
#include "tools/showroom/verdicts.h"
#include "tools/showroom/versions.h"
#include "tools/showroom/widgets.h"

namespace maatkast::show {

struct GripPlace;

enum class Tab { sizes, layout, finishes };

/// What is chosen: an opening of a bay, or a part of the carcase by name.
struct Selection {
    int bay = -1, opening = -1;
    std::string part;
    std::vector<std::array<int, 2>> others = {};  ///< bay and opening of what is chosen beside it
    bool any() const { return bay >= 0 || !part.empty(); }
    bool operator==(const Selection&) const = default;
};

/// One sentence that goes away by itself.
struct Toast {
    std::string text;
    double until = 0;
};

/// What the showroom is started with. Catalogue and textures must outlive it.
struct AppSettings {
    const scene::Catalogue* catalogue = nullptr;
    scene::TextureStore* textures = nullptr;
    std::array<Texts, 3> texts;  ///< by Language
    Language language = Language::nl;
    std::string folder;  ///< where designs are listed and saved
    MakeTexture make_texture;
    FontFiles fonts;
    float scale = 1;                                  ///< at the start; 1 at 96 dpi
    std::function<void(std::uint32_t)> drop_texture;  ///< of make_texture, no longer used; may be empty
    std::string state = {};  ///< the folder where unsaved work is kept; empty: it is not kept
    Disk* disk = &system_disk();
    MakeThumbnail make_thumbnail = {};  ///< may be empty
    MakePicture make_picture = {};      ///< of choices; may be empty: signs stand in their place
    std::string examples = {};          ///< the folder of designs that came with the program
    MakeStill make_still = {};          ///< in the best quality; may be empty: no pictures are made
    bool language_given = false;        ///< on the command line: what was chosen before does not count
};

class App {
  public:
    App(AppSettings settings, Design design, std::string path);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// One frame: takes what happened, changes the state, lays out everything. Afterwards scene(), camera(),
    /// overlay() and quality() are what must be drawn.
    void frame(const Input& seen, render::Size size);

    const render::Scene& scene() const { return overlays.over(stage.scene()); }
    render::Camera camera() const;
    /// What must be drawn: the scene, and beside it another design's; valid until the next frame.
    std::vector<render::Pane> panes() const;
    const render::Overlay& overlay() const { return overlay_; }
    render::Quality quality() const;
    /// Seconds until the next frame is due without input: 0 while something moves, nothing when it can sleep.
    std::optional<double> due() const;
    /// Widgets are about to change or to move: nothing that is read or aimed at now will last.
    bool moving() const;
    /// As when the window comes onto another monitor: letters and all else in this size from the next frame
    /// on. Between frames only.
    void set_scale(float scale);
    float screen_scale() const { return screen_.scale; }
    bool settled() const { return !due().has_value(); }

    // Words.
    const Texts& texts() const { return settings.texts[static_cast<std::size_t>(settings.language)]; }
    std::string words(std::string_view key) const { return texts()(key); }
    std::string words(const Message& message) const { return texts()(message, LengthStyle::centimetres); }
    std::string name_of(
        std::string_view key) const;  ///< a name out of the book's texts, capitalised to stand alone
    std::string centimetres(Length length) const { return texts().length(length, LengthStyle::centimetres); }

    // Verbs.
    bool edit(std::vector<Edit> edits);  ///< false, with a toast, when it was refused
    bool edit(std::string path, std::string value = {});
    void undo();
    void redo();
    void save();
    /// Where the design is on the disk: in its file, or in a copy made now in the folder of designs, or else
    /// in the one for temporary files. Nothing when no place takes it. Path, history and saved state stay as
    /// they are.
    std::optional<std::string> secure() const;
    void open(const std::string& path);
    /// Goes on with work that a crash left, with all its steps; it is kept until it is saved or thrown away.
    void take_left(std::size_t index);
    void throw_left(std::size_t index);
    /// Another program has the design's file: it is only saved as a copy.
    bool read_only() const { return lock_.elsewhere(); }
    void save_copy();
    /// The design as it was saved then, as one undo step; opens its file where another one is open.
    void bring_back(const Version& version);
    /// The design with this name or code, among the saved ones and their older versions; false when there
    /// is none.
    bool open_by(const std::string& words);
    /// A picture of a design with this hash; null while there is none. Makes one a frame at most.
    ImTextureID thumbnail(const std::string& hash, const std::function<std::optional<Design>()>& design);
    ImTextureID thumbnail(const std::string& hash, const std::string& path);  ///< of a saved one

    // Of the history, by step: 0 is the start.
    void toggle_files();
    void toggle_timeline();
    Cents total_of(std::size_t step);
    ImTextureID thumbnail_of(std::size_t step);
    void go_to_step(std::size_t step);
    /// The design as it is now in a file of that name, in the folder of designs; what is worked on stays.
    void keep_as(std::string_view name);
    void save_as(std::string_view name);  ///< from now on this is its file
    std::string code() const;             ///< of the design as it is now
    /// What people call a design: how somebody named its file, else the name in it.
    std::string title_of(const std::string& path, const std::string& name) const;

    // Another design beside this one.
    void compare_with(Design design, std::string name);
    void compare_with_step(std::size_t step);
    void compare_with_file(const std::string& path, std::string name);
    void toggle_beside();
    void leave_beside();
    void take_difference(std::size_t index);  ///< of Beside::compared, as one undo step; so is the next
    void take_other();
    void select(const Selection& wanted);
    void select_also(int bay, int opening);  ///< or not any more, where it is chosen
    bool is_selected(int bay, int opening) const;
    void go_to(scene::StandardView view);
    void focus_selection(float around = 2.4F);  ///< from so many times its size
    void look_at_finding(std::size_t index);    ///< chooses what it is about, and comes near
    void toggle_all();
    void toggle_things();  ///< what fills the cabinet
    void toggle_evening();
    void toggle_figure();  ///< somebody beside it
    void toggle_apart();
    void toggle_section();  ///< across the chosen bay, or the middle one
    void toggle_envelopes();
    void toggle_dimensions();
    void set_mode(Mode wanted);
    void toggle_customer();
    void toggle_price();  ///< for the customer alone
    void toggle_veil();   ///< a screen that hides everything, and loses nothing
    void toggle_second();
    void new_customer();  ///< keeps what stands there and begins anew
    // Of the screen.
    void toggle_settings();
    void toggle_less_motion();
    void set_size(float size);  ///< 1: as the monitor asks
    /// The screen is measured first, where that has not been done.
    void toggle_life_size();
    void calibrate();
    void end_calibration(bool keep);
    void set_figure(int centimetres);
    /// A picture of the cabinet, or of the whole screen, of 3840 x 2160 pixels in a file of its own. A word
    /// about it is seen first: it may take seconds.
    void order_picture(bool whole_screen);
    void say(std::string text);
    const Bay* selected_bay() const;
    const maatkast::Opening* selected_opening() const;
    std::string effect_text(std::vector<Edit> edits);  ///< price difference, empty when it makes none
    ImTextureID swatch_texture(const Look& look);
    /// What can be pulled now, with the shelves of the chosen bay.
    const std::vector<scene::Grip>& grips();
    bool pulling() const { return pull_.has_value(); }
    ImTextureID still_texture(const std::string& id, const StillOf& wanted);  ///< nullptr until there is one
    /// The chosen openings, the last one first; without those that are gone.
    std::vector<Selection> selected_openings() const;
    /// Where the finish of the chosen part is chosen, where it can have one of its own.
    std::optional<PartFinish> selected_part_finish() const;
    render::Bounds selected_box() const;

    AppSettings settings;
    Document doc;
    scene::Stage stage;
    Openings openings;
    Overlays overlays;
    Verdicts verdicts;
    Stills stills;
    Beside beside;
    std::string asked;           ///< the choice whose reason and way out are shown
    std::string reveal;          ///< a widget to bring into view once it is there
    std::vector<Edit> foreseen;  ///< of the repair that the cursor or the focus is on, in this frame
    Turntable turntable;
    Ui ui;
    Selection selection;
    Tab tab = Tab::sizes;
    FinishGroup group = FinishGroup::fronts;
    std::optional<std::size_t> finding;  ///< the one whose card is open in the picture
    bool show_findings = false, show_files = false, show_left = false;
    bool show_versions = false;  ///< in the card of files
    std::string find_words;
    DesignWall wall;
    std::vector<LeftBehind> left_work;         ///< work that is offered
    std::map<std::string, std::string> notes;  ///< by widget: what became of a typed size
    scene::StandardView view = scene::StandardView::three_quarter;
    float panel_height = 1e6F;  ///< pixels that the side panel's content took in the last frame
    float files_height = 1e6F;  ///< likewise of the card of files
    bool view_free = false;     ///< the camera was moved by hand since
    bool show_dimensions = false, show_timeline = false;
    Mode mode = Mode::salesperson;
    bool show_price = true, veiled = false;
    bool second_screen = false;     ///< a second window is wanted, for the customer
    bool inside = false;            ///< what was looked at last is about what stands behind fronts
    bool finish_part = false;       ///< a finish is for the chosen part, not for its group
    std::optional<glm::vec2> menu;  ///< where the context menu was asked for
    std::string list;               ///< the button whose list of verbs is open
    bool front_whole = true;        ///< a choice is for the whole front, not only for the opening
    Screen screen;

  private:
    std::string path_by_code(const std::string& folder) const;
    std::optional<std::string> path_called(std::string_view words_of_name);
    Input once_taken(Input input);
    void arrange(render::Size size);
    void turn_slowly(const Input& input);
    void open_at(glm::vec2 pixel);
    void open_met(const render::Ray& ray, const Design& design, const Build& build,
                  std::span<const OpeningSpace> spaces, Openings& openers) const;
    void open_beside(glm::vec2 pixel);
    void stand_beside();
    void look_at_both();
    render::Size pane() const;
    glm::vec2 on_pane(glm::vec2 pixel) const;
    FreeArea beside_area() const;
    void draw_for_customer();
    void draw_veil();
    std::vector<std::string> journal_folders() const;
    void start_keeping();
    void keep_journal();
    void show_document(Document document);
    void leave();
    void tell_news();
    void write(const std::string& path);
    void shortcuts();
    void editing_shortcuts();
    void look_around(const Input& input);
    Input with_fingers(const Input& input);
    void follow_fingers();
    void start_screen();
    void apply_scale(float by);
    void follow_preferences();
    void follow_figure();
    bool screen_shortcuts();
    bool turns_slowly() const;
    float front_plane() const;
    void look_at_life_size(const Input& input);
    void ordered_picture(const Input& seen, render::Size size);
    std::optional<render::Image> picture_of_screen(const Input& seen, render::Size size);
    Message keep_picture(const std::optional<render::Image>& picture);
    void pick_at(glm::vec2 pixel);
    void menu_at(glm::vec2 pixel);
    void follow_document();
    void try_choices();
    void look_inside();
    void draw_all();
    void draw_toast();
    Orbit orbit_for(scene::StandardView wanted);
    render::Bounds picture_box(scene::StandardView wanted);
    void show_overlay(OverlayKind kind);
    std::vector<scene::Dimension> dimensions() const;
    char decimal() const;
    void draw_dimension_lines(const render::View& view);
    void draw_outlines(const render::View& view);
    std::optional<Pick> under_cursor(const render::View& view) const;
    void look_at_section();
    const scene::Grip* grip_at(std::string_view id);
    void take_hold(const scene::Grip& grip, const render::View& view);
    void pull_along();
    void resize_to(Length size);
    void let_go();
    void step(const scene::Grip& grip, int steps);
    void resize(const scene::Grip& grip, Length wanted);
    std::string reason_of(const scene::Stop& stop) const;
    void draw_grips(const render::View& view);
    void draw_one_grip(const scene::Grip& grip, const GripPlace& place, const render::View& view);
    void draw_size(const render::View& view);
    void type_size(const std::string& id, const std::string& text);
    void dimension_fields(std::span<const scene::Dimension> all,
                          std::span<const scene::PlacedDimension> placed);
    void type_dimension(const scene::Dimension& dimension, const std::string& text);
    void lay_over();
    void dress(const scene::Dressing& dressing);

    struct {
        float scale = 1;        ///< of the monitor
        Preferences kept;       ///< in the file
        std::string figure_of;  ///< the file of the design that the figure's height is of
        bool ordered = false, whole = false;
        std::string told;  ///< what became of the picture
        double was_calibrated = 0;
    } screen_;
    Gestures gestures_;
    Pointer pointer_;
    Input early_;  ///< keys and letters that wait
    render::Size size_{1280, 720};
    FreeArea area_;
    render::Overlay overlay_;
    std::optional<Toast> toast_;
    std::map<std::string, std::uint32_t> swatches_;
    struct ThumbnailShown {
        std::uint32_t texture = 0;  ///< 0: it could not be drawn
        std::uint64_t used = 0;     ///< by thumbnail_clock_
    };
    std::map<std::string, ThumbnailShown> thumbnails_;
    std::uint64_t thumbnail_clock_ = 0;
    void drop_oldest_thumbnail();
    DesignLock lock_;
    bool pictured_ = false;  ///< a thumbnail was made in this frame
    Peek peek_;
    bool looks_past_ = false;  ///< once they stand open
    std::uint64_t shown_revision_ = 0;
    double time_ = 0, scene_changed_ = -1;
    render::Camera last_camera_;
    bool orbiting_ = false, panning_ = false, fresh_ = true, bare_ = false;
    struct StepFacts {
        std::string hash;
        Cents total;
    };
    const StepFacts& facts_of(std::size_t step);
    std::vector<std::optional<StepFacts>> facts_;
    std::size_t facts_of_ = 0;  ///< History::changes
    SlowTurn slow_turn_;
    Fade chrome_;  ///< 1 where the customer has the window for the cabinet alone
    std::vector<scene::Grip> grips_;
    std::pair<std::uint64_t, std::optional<std::size_t>> grips_of_;  ///< revision and bay
    std::optional<Pull> pull_;
    std::vector<OpeningSpace> before_pull_;
    std::string sized_;      ///< id of the grip that was just let go: its size can be typed
    bool relayout_ = false;  ///< something changed after a part of the frame had been laid out
};

/// Hands the keys and letters of a frame to ImGui, for its line editor.
void feed_imgui(const Input& input, render::Size size);

}  // namespace maatkast::show
