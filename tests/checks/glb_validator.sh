#!/usr/bin/env bash
# Every example design and a handful of random ones, exported, are clean for the Khronos glTF validator.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The validator has to be able to complain: a file cut short must fail.
build/maatkast export assets/designs/wardrobe.json -o "$work/whole.glb"
head -c 2000 "$work/whole.glb" >"$work/cut.broken"
if node tests/checks/lib/validate_glb.mjs "$work/cut.broken" >/dev/null 2>&1; then
    echo "the validator passed a file that was cut short" >&2
    exit 1
fi

build/maatkast random --seed 7 --count 20 -o "$work/random"
for design in assets/designs/*.json "$work"/random/*.json; do
    build/maatkast export "$design" -o "$work/$(basename "$design" .json).glb"
done
# The scene for other renderers, with its room, is glTF too.
build/maatkast render assets/designs/dresser.json -o "$work/dresser.png" --size 64x36 --scene-out "$work/scene.glb"
node tests/checks/lib/validate_glb.mjs "$work"/*.glb
