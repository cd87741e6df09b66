# shellcheck shell=bash
# Sourced after display.sh by the checks that look at the program's real windows. They provide `shots`, the folder of
# screenshots, and `window`, the one that is looked at; the program writes to $work/log.

fail() {
    printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
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

# Starts the program on $work/design.json with these options and waits for a window of it.
start_program() {
    build/maatkast show "$work/design.json" --state "$work/state" --stats "$@" >"$work/log" 2>&1 &
    program=$!
    pids+=("$program")
    for ((i = 0; i < 300; ++i)); do
        window=$(xdotool search --onlyvisible --name '^Maatkast$' 2>/dev/null | tail -n 1) || true
        [[ -n $window ]] && break
        kill -0 "$program" 2>/dev/null || fail "the program ended before its window came"
        sleep 0.1
    done
    [[ -n $window ]] || fail "no window within 30 s"
    shoot 0-opened
    xdotool windowactivate --sync "$window" windowsize --sync "$window" 1280 780
}

# Waits until two screenshots in a row are the same, then keeps the last one. Meanwhile the cursor moves in the window
# `stirred`, where one is named: left alone it would begin to turn by itself.
shoot() {
    local before='' now i
    for ((i = 0; i < 60; ++i)); do
        sleep 0.5
        [[ -z ${stirred:-} ]] || xdotool mousemove --window "$stirred" $((500 + i % 2 * 20)) 300
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

expect_change() { [[ $(difference "$1" "$2") -ge "$3" ]] || fail "$2 looks like $1: nothing happened"; }
expect_same() { [[ $(difference "$1" "$2") -le 5 ]] || fail "$2 should look like $1 again"; }

# Frames drawn so far: the last number after "frames" that --stats wrote.
frames() { grep -oE 'frames[ =:]+[0-9]+' "$work/log" | tail -n 1 | grep -oE '[0-9]+$' || echo 0; }
