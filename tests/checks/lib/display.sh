# shellcheck shell=bash
# Sourced by the checks that need a display. It gives them `work`, a folder of their own, and the list `pids` of what is
# ended with them; they provide `fail`.

work=$(mktemp -d)
pids=()
cleanup() {
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# A screen of that size; Xvfb chooses a free display itself and writes its number down.
start_display() {
    Xvfb -displayfd 3 -screen 0 "${1:-1280x800}x24" 3>"$work/display" >/dev/null 2>&1 &
    pids+=($!)
    for ((i = 0; i < 100; ++i)); do
        [[ -s $work/display ]] && break
        sleep 0.1
    done
    [[ -s $work/display ]] || fail "Xvfb did not start"
    DISPLAY=:$(<"$work/display")
    export DISPLAY
}
