#!/usr/bin/env bash
# Building the wardrobe (parts, findings, bevelled meshes) against manifold-3d making as many plain boxes of the
# same sizes, in the same run. Fails when we are not 50 times faster. Also: the U-shaped dressing room in under
# 3 ms, and an edit in a run of 100 bays for no more than three times (wanted: two) one in a run of 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build/maatkast parts assets/designs/wardrobe.json --json >"$work/parts.json"
python3 -c '
import json, sys
parts = json.load(open(sys.argv[1]))["parts"]
print(json.dumps([[part[key] / 1000 for key in ("length_mm", "width_mm", "thickness_mm")] for part in parts
                  if min(part[key] for key in ("length_mm", "width_mm", "thickness_mm")) > 0]))
' "$work/parts.json" >"$work/sizes.json"
node tests/checks/lib/bench_manifold.mjs <"$work/sizes.json" >"$work/manifold.json"
build/maatkast bench build --json >"$work/ours.json"

python3 -c '
import json, sys
manifold, ours = (json.load(open(path)) for path in sys.argv[1:3])
micro = {"us": 1.0, "ms": 1e3, "s": 1e6}
def wardrobe(report):
    """The wardrobe-building time in microseconds, whatever unit its name ends in."""
    for key, value in report.items():
        name, _, unit = key.rpartition("_")
        if unit in micro and name in ("wardrobe", "build", "median"):
            return value * micro[unit]
    sys.exit(f"bench build --json has no wardrobe_us, build_us or median_us: {sorted(report)}")
time = wardrobe(ours)
ratio = manifold["total_us"] / time
boxes, theirs, first = (manifold[key] for key in ("boxes", "total_us", "first_us"))
print(f"wardrobe {time:.0f} us; manifold-3d {theirs:.0f} us for {boxes} boxes once warm ({first:.0f} us the first time); "
      f"ratio {ratio:.1f} (wanted 50; against its first time {first / time:.1f})")
room, edit = ours["u_dressing_room_us"], ours["edit_ratio"]
print(f"U dressing room {room:.0f} us (wanted 3000); one edit in 100 bays against 3: {edit:.2f} (wanted 2)")
sys.exit(0 if ratio >= 50 and room < 3000 and edit <= 3 else 1)
' "$work/manifold.json" "$work/ours.json"
