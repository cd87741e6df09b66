#!/usr/bin/env bash
# Whole process from start to PNG: `maatkast render` against f3d with ambient occlusion, anti-aliasing and tone
# mapping, alternating, the median of 7 of each. Prints the ratio; fails above 0.7. Needs f3d, and a display for it.
# Not part of tools/test: a figure for the bench, not for a busy machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

runs=7
design=assets/designs/wardrobe.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v f3d >/dev/null || { echo "f3d is not installed" >&2; exit 2; }
if [[ -z ${DISPLAY:-} ]]; then
    exec xvfb-run -a "$0"
fi

# Seconds that a command takes, as a decimal number.
timed() {
    local begin end
    begin=$(date +%s%N)
    "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    end=$(date +%s%N)
    awk -v ns=$((end - begin)) 'BEGIN { printf "%.4f\n", ns / 1e9 }'
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

build/maatkast export "$design" -o "$work/wardrobe.glb"
for ((i = 0; i < runs; ++i)); do
    timed build/maatkast render "$design" -o "$work/ours.png" --size 1280x720 >>"$work/ours"
    timed f3d "$work/wardrobe.glb" --output "$work/f3d.png" --resolution 1280,720 -q -a -t >>"$work/theirs"
done
ours=$(median "$work/ours") theirs=$(median "$work/theirs")
awk -v a="$ours" -v b="$theirs" 'BEGIN {
    printf "render %.3f s, f3d %.3f s, ratio %.2f (wanted at most 0.70)\n", a, b, a / b
    exit !(a / b <= 0.7)
}'
