#!/usr/bin/env bash
# The real window under Xvfb with a window manager, driven from outside: rotate, select, change the width, undo,
# each with a screenshot that has to differ from the one before (or, after undo, be the earlier one again); then ten
# seconds untouched, in which no frame may be drawn.
# Usage: window.sh [FOLDER]   (screenshots go there; default: out/window)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/checks/lib/display.sh
. tests/checks/lib/window.sh

shots=${1:-out/window}
mkdir -p "$shots"
# Where the tab with the sizes and the plus of the width stand in a window of 1280 x 780.
sizes_at=995,51
wider_at=1230,99

# Clicks at "x,y" of the window.
click_at() { xdotool mousemove --window "$window" "${1%,*}" "${1#*,}" click 1; }

cp assets/designs/wardrobe.json "$work/design.json"
start_display
start_manager
start_program
shoot 1-start

# Orbit: a left drag that begins on empty space, in small steps as a hand makes them.
xdotool mousemove --window "$window" 120 640 mousedown 1
for ((x = 120; x <= 320; x += 20)); do xdotool mousemove --window "$window" "$x" 640; done
xdotool mouseup 1
shoot 2-rotated
expect_change 1-start 2-rotated 50

click_at 480,400
shoot 3-selected
expect_change 2-rotated 3-selected 1

# Selecting leads to the panel of the opening; the sizes are a tab away.
click_at "$sizes_at"
shoot 4-sizes
click_at "$wider_at"
shoot 5-wider
expect_change 4-sizes 5-wider 3

xdotool key --window "$window" ctrl+z
shoot 6-undone
expect_same 4-sizes 6-undone

drawn=$(frames)
[[ $drawn -gt 0 ]] || fail "--stats says nothing about frames"
sleep 10
idle=$(($(frames) - drawn))
[[ $idle -eq 0 ]] || fail "$idle frames drawn in 10 s without a touch"
printf 'window: rotated, selected, widened, undone; 0 frames in 10 s idle; screenshots in %s\n' "$shots"
