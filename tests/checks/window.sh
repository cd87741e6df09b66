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
# Where the tab with the sizes and the plus of the width stand in a window of 1280 x 780.
sizes_at=995,51
wider_at=1230,99

fail() {
    printf 'window: %s\n' "$*" >&2
    [[ ! -s $work/log ]] || tail -n 20 "$work/log" >&2
    exit 1
}

start_manager() {
    openbox >/dev/null 2>&1 &
    pids+=($!)
    # A window that is mapped before the manager looks is never told to it.
    for ((i = 0; i < 100; ++i)); do
        xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && return
        sleep 0.1
    done
    fail "openbox did not start"
}

start_program() {
    build/maatkast show "$work/design.json" --state "$work/state" --stats >"$work/log" 2>&1 &
    program=$!
    pids+=("$program")
    for ((i = 0; i < 300; ++i)); do
        window=$(xdotool search --onlyvisible --name Maatkast 2>/dev/null | tail -n 1) || true
        [[ -n $window ]] && break
        kill -0 "$program" 2>/dev/null || fail "the program ended before its window came"
        sleep 0.1
    done
    [[ -n $window ]] || fail "no window within 30 s"
    shoot 0-opened
    xdotool windowactivate --sync "$window" windowsize --sync "$window" 1280 780
}

# Waits until two screenshots in a row are the same, then keeps the last one.
shoot() {
    local before='' now i
    for ((i = 0; i < 60; ++i)); do
        sleep 0.5
        import -window "$window" "$shots/$1.png"
        now=$(identify -format '%#' "$shots/$1.png")
        [[ $now == "$before" ]] && return
        before=$now
    done
    fail "the picture never came to rest: $1"
}

# Share of pixels that differ clearly between two screenshots, in per mille.
difference() {
    local count
    count=$(compare -metric AE -fuzz 4% "$shots/$1.png" "$shots/$2.png" null: 2>&1 || true)
    awk -v n="${count%% *}" 'BEGIN { printf "%d\n", n * 1000 / (1280 * 780) }'
}

# Clicks at "x,y" of the window.
click_at() { xdotool mousemove --window "$window" "${1%,*}" "${1#*,}" click 1; }

expect_change() { [[ $(difference "$1" "$2") -ge "$3" ]] || fail "$2 looks like $1: nothing happened"; }
expect_same() { [[ $(difference "$1" "$2") -le 5 ]] || fail "$2 should look like $1 again"; }

# Frames drawn so far: the last number after "frames" that --stats wrote.
frames() { grep -oE 'frames[ =:]+[0-9]+' "$work/log" | tail -n 1 | grep -oE '[0-9]+$' || echo 0; }

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
