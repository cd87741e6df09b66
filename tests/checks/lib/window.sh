# shellcheck shell=bash
# Sourced after display.sh by the checks that use the real window from outside, with mouse and keyboard as a person
# does. What stands where they read in the file that `show --widgets` writes. They set `shots`, a folder for
# screenshots.
: "${work:?}" "${shots:?}"

widgets=$work/widgets
program='' window=''

start_manager() {
    openbox >/dev/null 2>&1 &
    pids+=($!)
    # A window that is mapped before the manager looks is never told to it.
    wait_for 10 "window manager" manager_is_there
}
manager_is_there() { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; }

# Starts `maatkast show` with these words and waits until its window has come to rest.
start_program() {
    rm -f "$widgets"
    build/maatkast show "$@" --widgets "$widgets" >"$work/log" 2>&1 &
    program=$!
    pids+=("$program")
    wait_for 60 "window" find_window
    wait_for 60 "first picture" test -s "$widgets"
    xdotool windowactivate --sync "$window"
}
find_window() {
    window=$(xdotool search --onlyvisible --name '^Maatkast$' 2>/dev/null | tail -n 1)
    [[ -n $window ]]
}

# Waits for SECONDS at most until a command succeeds; WHAT is what is missed otherwise.
wait_for() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [[ -z $program ]] || kill -0 "$program" 2>/dev/null || fail "the program ended; missed: $what"
        [[ $SECONDS -lt $end ]] || fail "waited in vain: $what"
        sleep 0.05
    done
}

# A field of a widget as it was when the window last came to rest; nothing where there is no such widget.
widget() { jq -r --arg id "$1" "[.widgets[] | select(.id == \$id)] | last | .$2 // empty" "$widgets"; }
widget_there() { [[ -n $(widget "$1" id) ]]; }
widget_gone() { ! widget_there "$1"; }
# Shows TEXT somewhere in its value or, where that is empty, in its label.
widget_shows() { [[ $(widget "$1" value)$'\n'$(widget "$1" label) == *"$2"* ]]; }
widget_is() { [[ $(widget "$1" value) == "$2" ]]; }

expect() { wait_for 60 "$1 should show '$2', shows '$(widget "$1" value)'" widget_shows "$1" "$2"; }
expect_there() { wait_for 60 "there should be $1" widget_there "$1"; }
expect_gone() { wait_for 60 "$1 should be gone" widget_gone "$1"; }

# So many buttons, keys or wheel notches had been taken in when the window last came to rest.
taken() { jq ".taken.$1" "$widgets"; }
has_taken() { [[ $(taken "$1") -ge $2 ]]; }
picture_done() { jq -e .refined "$widgets" >/dev/null; }

# Does something with mouse or keyboard that is so many of those, and waits until the window has answered and rests.
hand() {
    local kind=$1 until=$(($(taken "$1") + $2))
    shift 2
    xdotool "$@"
    wait_for 60 "an answer to $*" has_taken "$kind" "$until"
}

# Wheel notches that bring a widget to the middle of the area it is scrolled in, and a place in that area.
scroll_to() {
    jq -r --arg id "$1" '([.widgets[] | select(.id == $id)] | last) as $it
        | [.widgets[] | select($it.scroll != "" and .scroll == $it.scroll and .rect[2] > 0) | .rect] as $seen
        | if ($seen | length) == 0 then empty else
            ([$seen[][1]] | min) as $top | ([$seen[][3]] | max) as $bottom
            | (($it.whole[1] + $it.whole[3] - $top - $bottom) / 2 / 56 | round) as $notches
            | "\($notches) \($seen[0][0] + 2) \(($top + $bottom) / 2 | round)"
          end' "$widgets"
}
bring_into_view() {
    local notches x y
    [[ $(widget "$1" whole) != "$(widget "$1" rect)" ]] || return 0
    read -r notches x y <<<"$(scroll_to "$1")" || fail "$1 stands nowhere that scrolls"
    [[ $notches -ne 0 ]] || return 0
    hand wheel "${notches#-}" mousemove --window "$window" "$x" "$y" \
        click --repeat "${notches#-}" --delay 5 $((notches > 0 ? 5 : 4))
}

# Clicks a widget where it can be met, as a person would; turns the wheel to it first.
click_on() {
    local x y
    wait_for 60 "there should be $1 to click on" widget_there "$1"
    bring_into_view "$1"
    x=$(widget "$1" click[0]) y=$(widget "$1" click[1])
    [[ -n $x ]] || fail "$1 is there, but covered or not for now"
    click_at "$x,$y"
}
click_at() { hand buttons 2 mousemove --window "$window" "${1%,*}" "${1#*,}" click 1; }
press() { hand keys 1 key "$1"; }
# Clicks a field and types over what it holds, in one go.
type_into() {
    click_on "$1"
    hand keys $((${#2} + 1)) type --delay 15 --args 1 "$2" key Return
}
# Takes hold of what is at "x,y", pulls it elsewhere in small steps as a hand does, and lets it go unless told to hold.
pull() {
    local x0=${1%,*} y0=${1#*,} x1=${2%,*} y1=${2#*,} i
    local moves=(mousemove --window "$window" "$x0" "$y0" mousedown 1)
    for ((i = 1; i <= 10; ++i)); do
        moves+=(mousemove --window "$window" $((x0 + (x1 - x0) * i / 10)) $((y0 + (y1 - y0) * i / 10)) sleep 0.01)
    done
    [[ ${3:-} == hold ]] || moves+=(mouseup 1)
    hand buttons "$([[ ${3:-} == hold ]] && echo 1 || echo 2)" "${moves[@]}"
}

# A picture of the window at rest: as good as it gets, or as it got within so many seconds, which a busy machine needs.
patience=${MAATKAST_PATIENCE:-4}
shoot() {
    local end=$((SECONDS + patience))
    until picture_done || [[ $SECONDS -ge $end ]]; do sleep 0.1; done
    import -window "$window" "$shots/$1.png"
}

# A picture to be compared: the last of three in a row that are the same, since those of choices come one by one.
# Meanwhile the cursor moves in the window `stirred`, where one is named: left alone it would begin to turn by itself.
shoot_at_rest() {
    local same=0 before='' now i
    for ((i = 0; i < 80 && same < 2; ++i)); do
        sleep 0.6
        [[ -z ${stirred:-} ]] || xdotool mousemove --window "$stirred" $((500 + i % 2 * 20)) 300
        import -window "$window" "$shots/$1.png"
        now=$(identify -format '%#' "$shots/$1.png")
        [[ $now == "$before" ]] && same=$((same + 1)) || same=0
        before=$now
    done
    [[ $same -ge 2 ]] || fail "the picture never came to rest: $1"
}

fail() {
    printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
    [[ ! -s $work/log ]] || tail -n 20 "$work/log" >&2
    exit 1
}

# Share of pixels that differ clearly between two screenshots of 1280 x 780, in per mille.
difference() {
    local count
    count=$(compare -metric AE -fuzz 4% "$shots/$1.png" "$shots/$2.png" null: 2>&1 || true)
    awk -v n="${count%% *}" 'BEGIN { printf "%d\n", n * 1000 / (1280 * 780) }'
}

expect_change() { [[ $(difference "$1" "$2") -ge "$3" ]] || fail "$2 looks like $1: nothing happened"; }
expect_same() { [[ $(difference "$1" "$2") -le 5 ]] || fail "$2 should look like $1 again"; }

# Frames drawn so far: the last number after "frames" that --stats wrote.
frames() { grep -oE 'frames[ =:]+[0-9]+' "$work/log" | tail -n 1 | grep -oE '[0-9]+$' || echo 0; }
