#!/usr/bin/env bash
# Two real windows under Xvfb: what is changed in the first is seen in the second, which is turned alone, hidden with the
# first, and closed without it.
# Usage: second_window.sh [FOLDER]   (screenshots go there; default: out/second_window)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/checks/lib/display.sh

shots=${1:-out/second_window}
mkdir -p "$shots"
. tests/checks/lib/window.sh

# The window for the customer; empty while there is none.
find_second() { xdotool search --onlyvisible --name 'Maatkast .' 2>/dev/null | tail -n 1 || true; }

# Waits for the second window to come or to go.
wait_second() {
    for ((i = 0; i < 100; ++i)); do
        second=$(find_second)
        if [[ $1 == there && -n $second ]] || [[ $1 == gone && -z $second ]]; then return; fi
        sleep 0.1
    done
    fail "the second window should be $1"
}

shoot_first() { window=$first shoot_at_rest "$1"; }
# Nothing that is covered by another window can be looked at.
shoot_second() {
    xdotool windowraise "$second"
    window=$second stirred=$second shoot_at_rest "$1"
}

cp assets/designs/wardrobe.json "$work/design.json"
start_display
start_manager
start_program "$work/design.json" --state "$work/state" --stats --second
xdotool windowsize --sync "$window" 1280 780
first=$window
wait_second there
xdotool windowmove --sync "$second" 0 0
shoot_second 1-second
shoot_first 1-first

xdotool windowraise "$first"
click_on width.plus
shoot_second 2-wider
expect_change 1-second 2-wider 3

xdotool mousemove --window "$second" 300 200 mousedown 1
for ((x = 300; x <= 420; x += 20)); do xdotool mousemove --window "$second" "$x" 200; done
xdotool mouseup 1
shoot_second 3-turned
expect_change 2-wider 3-turned 20

xdotool windowactivate --sync "$first"
shoot_first 4-first
xdotool key --window "$first" b
shoot_second 5-hidden
expect_change 3-turned 5-hidden 200
xdotool windowactivate --sync "$first" key --window "$first" Escape
shoot_second 6-shown
expect_same 3-turned 6-shown

drawn=$(frames)
sleep 8
idle=$(($(frames) - drawn))
[[ $idle -eq 0 ]] || fail "$idle frames drawn in 8 s without a touch"

xdotool windowactivate --sync "$second" key Escape
wait_second gone
kill -0 "$program" 2>/dev/null || fail "the first window went with the second"
xdotool windowactivate --sync "$first"
click_on width.plus
shoot_first 7-alone
expect_change 4-first 7-alone 3
printf 'second_window: changed, turned alone, hidden, closed; 0 frames in 8 s idle; screenshots in %s\n' "$shots"
