#!/usr/bin/env bash
# The textures that the build made have the mean colours of their README, repeat without a seam, and stay within
# what a base colour may be. The seam test is first shown a picture that has one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

bad=0
complain() {
    printf 'textures: %s\n' "$*" >&2
    bad=1
}

# Mean difference between two lines of pixels, given as crop geometries, in thousandths of full scale.
line_difference() {
    convert "$1" \( -clone 0 -crop "$2" +repage \) \( -clone 0 -crop "$3" +repage \) -delete 0 \
        -compose difference -composite -format '%[fx:round(1000*mean)]' info:
}

# A seam shows as a jump between first and last line that is larger than between two neighbours elsewhere.
has_seam() {
    local vertical horizontal inner_vertical inner_horizontal
    vertical=$(line_difference "$1" 1x1024+0+0 1x1024+1023+0)
    horizontal=$(line_difference "$1" 1024x1+0+0 1024x1+0+1023)
    inner_vertical=$(line_difference "$1" 1x1024+500+0 1x1024+501+0)
    inner_horizontal=$(line_difference "$1" 1024x1+0+500 1024x1+0+501)
    ((vertical > 2 * inner_vertical + 8 || horizontal > 2 * inner_horizontal + 8))
}

check_mean() {
    local file=$1 channel wanted mean
    shift
    for channel in r g b; do
        wanted=$1
        shift
        mean=$(convert "$file" -format "%[fx:round(255*mean.$channel)]" info:)
        ((mean - wanted <= 2 && wanted - mean <= 2)) || complain "$file: mean $channel is $mean, not $wanted"
    done
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
convert build/textures/walnut.jpg -crop 600x600+100+100 +repage -resize '1024x1024!' "$work/seam.png"
has_seam "$work/seam.png" || complain "the seam test does not see a seam"

# shellcheck disable=SC2016  # the back-quotes are the table's
row='s/^\| `([a-z_]+\.jpg)`.*\| ([0-9]+) ([0-9]+) ([0-9]+) \|$/\1 \2 \3 \4/p'
checked=0
while read -r name red green blue; do
    file=build/textures/$name
    [[ $(identify -format '%wx%h' "$file") == 1024x1024 ]] || complain "$file: not 1024 x 1024"
    check_mean "$file" "$red" "$green" "$blue"
    range=$(convert "$file" -format '%[fx:minima>=30/255&&maxima<=243/255]' info:)
    [[ $range == 1 ]] || complain "$file: colours outside of 30 to 243"
    # The floor's gaps end at its edge by intent.
    [[ $name == floor.jpg ]] || ! has_seam "$file" || complain "$file: a seam shows"
    checked=$((checked + 1))
done < <(sed -nE "$row" tools/textures/README.md)

[[ $checked -ge 9 ]] || complain "only $checked textures found in tools/textures/README.md"
[[ $bad -eq 0 ]] && printf 'textures: %d checked\n' "$checked"
exit "$bad"
