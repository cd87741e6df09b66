#!/usr/bin/env bash
# The showroom says nothing to the validation layer of Vulkan, core, synchronization and best practices: a script plays
# all that is drawn in a way of its own without a window, then in one that is resized and hidden all the time. First the
# layer is made to find fault with everybody, by a vendor's best practices, and the run has to fail.
# Usage: validation.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/checks/lib/display.sh

fail() {
    printf 'validation: %s\n' "$*" >&2
    [[ ! -s $work/log ]] || tail -n 6 "$work/log" | cut -c 1-400 >&2
    exit 1
}

# A mirror, doors of clear and of frosted glass, strips of light: one dresser with all that is drawn in a way of its own.
make_design() {
    build/maatkast edit assets/designs/dresser.json bays/1/fronts/0/finish=mirror bays/2/fronts/1/style=glass_frosted \
        bays/0/openings/0/led=true bays/1/openings/3/led=true -o "$work/design.json"
}

# By day, by evening with things inside and somebody beside it, apart, cut, and with its sizes and the room that it
# takes. LOOK, a line of the robot's, stands where a picture is to be seen.
write_script() {
    sed "s|LOOK|$1|" >"$work/script" <<'END'
LOOK
key l
key i
key p
LOOK
key x
LOOK
key x
key d
LOOK
key d
key e
key m
LOOK
END
}

# Plays the script, with arguments added, and leaves what it said in the log.
play() { MAATKAST_VALIDATION=1 build/maatkast show "$work/design.json" --script "$work/script" "$@" >"$work/log" 2>&1; }

expect_silence() {
    local code=0
    "$@" || code=$?
    [[ $code -eq 0 && ! -s $work/log ]] || fail "exit code $code of $*"
}

provoke() {
    local code=0
    write_script "screenshot $work/picture.png"
    sed -i '2,$d' "$work/script"
    VK_LAYER_ENABLES=VALIDATION_CHECK_ENABLE_VENDOR_SPECIFIC_IMG play --headless --size 64x64 --lang en || code=$?
    [[ $code -eq 70 ]] || fail "exit code $code of a run that the layer complains of"
    tail -n 1 "$work/log" | grep -q 'validation layer complained [1-9]' || fail "nobody says that the layer complained"
}

# Changes the window's size and hides it now and then, until the program ends.
disturb() {
    local window=''
    while kill -0 "$1" 2>/dev/null; do
        [[ -n $window ]] || window=$(xdotool search --onlyvisible --name Maatkast 2>/dev/null | tail -n 1) || true
        sleep 0.1
        [[ -n $window ]] || continue
        xdotool windowsize "$window" $((200 + RANDOM % 300)) $((150 + RANDOM % 200)) 2>/dev/null || true
        ((RANDOM % 8)) || xdotool windowunmap "$window" sleep 0.1 windowmap "$window" 2>/dev/null || true
        disturbed=$((disturbed + 1))
    done
}

play_in_window() {
    play --size 480x300 &
    disturb $!
    wait $!
}

make_design
provoke
write_script "screenshot $work/picture.png"
expect_silence play --headless --size 160x100
write_script 'wait 0.6'
start_display
disturbed=0
expect_silence play_in_window
[[ $disturbed -ge 10 ]] || fail "the window was only disturbed $disturbed times"
printf 'validation: silent without a window and in one, disturbed %d times; loud when provoked\n' "$disturbed"
