#!/usr/bin/env bash
# The real window under Xvfb with a window manager, driven from outside: rotate, select, change the width, undo,
# each with a screenshot that has to differ from the one before (or, after undo, be the earlier one again); then ten
# seconds untouched, in which no frame may be drawn.
# Usage: window.sh [FOLDER]   (screenshots go there; default: out/window)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/checks/lib/display.sh

shots=${1:-out/window}
mkdir -p "$shots"
. tests/checks/lib/window.sh

cp assets/designs/wardrobe.json "$work/design.json"
start_display
start_manager
start_program "$work/design.json" --state "$work/state" --stats
shoot_at_rest 0-opened
xdotool windowsize --sync "$window" 1280 780
wait_for 60 "a window of that size" jq -e '.size == [1280, 780]' "$widgets" >/dev/null
shoot_at_rest 1-start

# Orbit: a left drag that begins on empty space.
pull 120,640 320,640
shoot_at_rest 2-rotated
expect_change 1-start 2-rotated 50

click_at 480,400
shoot_at_rest 3-selected
expect_change 2-rotated 3-selected 1

# Selecting leads to the panel of the opening; the sizes are a tab away.
click_on tab.0
shoot_at_rest 4-sizes
click_on width.plus
shoot_at_rest 5-wider
expect_change 4-sizes 5-wider 3

press ctrl+z
shoot_at_rest 6-undone
expect_same 4-sizes 6-undone

drawn=$(frames)
[[ $drawn -gt 0 ]] || fail "--stats says nothing about frames"
sleep 10
idle=$(($(frames) - drawn))
[[ $idle -eq 0 ]] || fail "$idle frames drawn in 10 s without a touch"
printf 'window: rotated, selected, widened, undone; 0 frames in 10 s idle; screenshots in %s\n' "$shots"
