#!/usr/bin/env bash
# A customer's cabinet from nothing to the parts list, in the real window, with mouse and keyboard only: a wardrobe of
# 2.6 m that goes round a corner, with drawers, glass doors and oak fronts. It is saved under a name; the program is
# killed in the middle of later changes, and offers them when it starts again. That the file is this cabinet is read
# by other commands. A screenshot of each step is left to be looked at.
# Usage: story.sh [--pictures] [FOLDER]   (screenshots go there; default: out/story. --pictures renews the README's
# picture from them; MAATKAST_PATIENCE=30 beside it gives each the time to become as good as it gets.)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/checks/lib/display.sh

pictures=no
[[ ${1:-} != --pictures ]] || { pictures=yes; shift; }
shots=${1:-out/story}
rm -rf "$shots"
mkdir -p "$shots"
. tests/checks/lib/window.sh
name="hoek in eiken"
file="$work/designs/$name.json"

fail() {
    printf 'story: %s\n' "$*" >&2
    [[ ! -s $work/log ]] || tail -n 20 "$work/log" >&2
    [[ -z $window ]] || import -window "$window" "$shots/failed.png" 2>/dev/null || true
    [[ ! -s $widgets ]] || cp "$widgets" "$shots/failed.json"
    exit 1
}

open_showroom() { start_program --folder "$work/designs" --state "$work/state" --size 1600x900; }

# Chooses one of several cards; where the book has something against it, with the way out that is offered.
choose() {
    click_on "$1"
    ! widget_there "choose.$1" || click_on "choose.$1"
}

# Somewhere in the second bay, as a share of the window.
click_the_second_door() {
    local width height
    width=$(jq '.size[0]' "$widgets") height=$(jq '.size[1]' "$widgets")
    click_at $((width * 32 / 100)),$((height * 40 / 100))
    wait_for 60 "the second bay should be chosen" second_bay_chosen
}
second_bay_chosen() {
    jq -e '.widgets | any(.value == "selected" and (.id | startswith("opening.1.")))' "$widgets" >/dev/null
}

take_repairs() {
    click_on findings
    shoot "$1"
    local i repair
    for ((i = 0; i < 3; ++i)); do
        repair=$(jq -r '[.widgets[].id | select(test("^repair\\.[0-9]+\\.0$"))][0] // empty' "$widgets")
        [[ -n $repair ]] || break
        click_on "$repair"
    done
}

build_the_cabinet() {
    shoot 01-fresh
    type_into width "2,6 m"
    expect width 260
    shoot 02-wide
    click_on corner.corner_diagonal
    shoot 03-corner-asked
    click_on choose.corner.corner_diagonal
    shoot 04-corner
    type_into width 260
    expect width 260
    click_on bays.minus
    click_on bays.minus
    expect bays 3
    shoot 05-three-bays
    click_on tab.2
    choose finish.oak
    expect finish.oak selected
    shoot 06-oak
    click_on tab.1
    click_the_second_door
    shoot 07-second-door
    choose style.glass_clear
    expect style.glass_clear selected
    shoot 08-glass
    click_on opening.0.1
    choose style.glass_clear
    expect style.glass_clear selected
    click_on opening.1.0
    choose interior.drawers
    expect drawers 2
    shoot 09-drawers
    take_repairs 10-findings
    press Escape
    press Escape
    shoot 11-done
}

save_under_a_name() {
    press t
    type_into timeline.keep "$name"
    expect toast "$name"
    shoot 12-saved
    press t
}

# Changes that are done, then one that is still in the hand when the program is killed.
change_until_killed() {
    click_on tab.1
    click_on opening.1.1
    choose interior.tray
    expect interior.tray selected
    click_on tab.2
    choose handle.knob
    expect handle.knob selected
    price=$(widget price value)
    press Escape
    local x y
    x=$(widget grip.height click[0]) y=$(widget grip.height click[1])
    pull "$x,$y" "$x,$((y + 40))" hold
    shoot 13-in-the-hand
    kill -KILL "$program"
    wait "$program" 2>/dev/null || true
    program='' window=''
    xdotool mouseup 1
}

# A pull that was not let go of may be there or not; it is the last step.
recover() {
    open_showroom
    expect_there left.0.take
    shoot 14-recovery
    click_on left.0.take
    click_on tab.0
    [[ $(widget height value) == "239 cm" ]] || press ctrl+z
    expect height 239
    expect price "$price"
    press ctrl+z
    press ctrl+y
    expect price "$price"
    shoot 15-recovered
    press ctrl+s
    wait_for 60 "the recovered cabinet should be saved" saved_anew
}
saved_anew() {
    saved=$(find "$work/designs" -name '*.json' -newer "$file" | head -n 1)
    [[ -n $saved ]]
}

mkdir "$work/designs"
start_display 1600x900
start_manager
open_showroom
shoot 00-start
build_the_cabinet
save_under_a_name
change_until_killed
recover
python3 -B tests/checks/lib/wanted_cabinet.py "$saved" || fail "what was saved is another cabinet"
printf 'story: built, saved, killed, recovered in %d s; screenshots in %s\n' "$SECONDS" "$shots"
[[ $pictures == no ]] || montage "$shots"/{03-corner-asked,09-drawers,13-in-the-hand,15-recovered}.png -resize 804x \
    -tile 2x2 -geometry +4+4 -quality 82 assets/pictures/story.jpg
