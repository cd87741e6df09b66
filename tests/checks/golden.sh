#!/usr/bin/env bash
# A few small pictures against those that were looked at and kept in lib/golden, whose README says how they differ at
# most and what drew them. --renew makes them anew: look at each before it is committed. What differs is left in
# build/golden, beside the picture of the difference.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

golden=tests/checks/lib/golden
out=build/golden
size=240x135
most_rmse=0.004   # root of the mean square, of full scale
most_pixels=0.005 # share of pixels that are off by more than `fuzz`
fuzz=4%

# Name, design, and what else `render` is told.
pictures=(
    "closed wardrobe"
    "inside wardrobe --view inside"
    "evening lit_bookcase --light evening"
    "glass dresser --fill --figure=175"
    "mirror mirror_wardrobe --open 0.3"
    "corner u_dressing_room --open 0.5"
)

draw() { # file, design, options
    local file=$1 design=$2
    shift 2
    build/maatkast render "assets/designs/$design.json" -o "$file" --size "$size" "$@" >/dev/null
}

# Whether two pictures are the same within the tolerances.
same() {
    local rmse pixels count
    rmse=$(compare -metric RMSE "$1" "$2" null: 2>&1 | sed 's/.*(\(.*\)).*/\1/' || true)
    count=$(compare -metric AE -fuzz "$fuzz" "$1" "$2" null: 2>&1 || true)
    pixels=$(awk -v c="$count" -v s="$size" 'BEGIN { split(s, n, "x"); print c / (n[1] * n[2]) }')
    printf '%s: RMSE %s, %s of the pixels\n' "$(basename "$1" .png)" "$rmse" "$pixels"
    awk -v r="$rmse" -v p="$pixels" -v mr="$most_rmse" -v mp="$most_pixels" 'BEGIN { exit !(r <= mr && p <= mp) }'
}

rm -rf "$out"
mkdir -p "$out"
bad=0
for entry in "${pictures[@]}"; do
    read -r -a words <<<"$entry"
    name=${words[0]}
    draw "$out/$name.png" "${words[@]:1}"
    if [[ ${1:-} == --renew ]]; then
        cp "$out/$name.png" "$golden/$name.png"
    elif ! same "$golden/$name.png" "$out/$name.png"; then
        compare "$golden/$name.png" "$out/$name.png" "$out/$name-difference.png" || true
        printf 'golden: %s is not what it was, see %s\n' "$name" "$out" >&2
        bad=1
    fi
done

# A front a shade darker must not pass.
draw "$out/other.png" wardrobe --light evening
if same "$golden/closed.png" "$out/other.png" >/dev/null; then
    echo 'golden: another light passes for the same picture' >&2
    bad=1
fi
exit "$bad"
