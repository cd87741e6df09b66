"""What the benches against other programs that draw have in common: the design, the size, our own frames, how they end.

A frame is measured until its pixels are there, by turns with `maatkast bench frame`, in milliseconds of the clock and
of all cores (`cpu`: hardly more on a busy machine than on an idle one). Ours is the moving picture, which on a CPU
device has as many pixels as are ready in 30 ms and four samples in each.
"""

import contextlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
DESIGN = ROOT / "assets" / "designs" / "wardrobe.json"
WIDTH, HEIGHT, ROUNDS, FRAMES = 1280, 720, 5, 9
SIZE = f"{WIDTH}x{HEIGHT}"


def maatkast(*words):
    command = [ROOT / "build" / "maatkast", *words]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@contextlib.contextmanager
def exported():
    """A folder that holds the web model as design.glb, and goes again."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        maatkast("export", DESIGN, "-o", folder / "design.glb")
        yield folder


def by_turns(their_frames):
    """Ours and theirs as {"ms", "cpu"}, medians of the rounds. `their_frames()` gives the same of one round."""
    their_frames()  # the first compiles and uploads
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(json.loads(maatkast("bench", "frame", DESIGN, "--size", SIZE, "--json")))
        theirs.append(their_frames())
    sizes = sorted({measured["moving_size"] for measured in ours})
    print(f"ours moving at {' and '.join(sizes)}; its first still pass at {SIZE} takes "
          f"{median(ours, 'still_ms'):.0f} ms")
    return ({"ms": median(ours, "moving_ms"), "cpu": median(ours, "moving_cpu_ms")},
            {"ms": median(theirs, "ms"), "cpu": median(theirs, "cpu")})


def median(rounds, key):
    return statistics.median(measured[key] for measured in rounds)


def judge(ours, theirs, name, wanted):
    """Prints both and ends the program: well when ours takes at most so many times theirs, by clock and by cores."""
    ratios = {key: ours[key] / theirs[key] for key in ("ms", "cpu")}
    print(f"clock: ours {ours['ms']:.1f} ms, {name} {theirs['ms']:.1f} ms at {SIZE}, ratio {ratios['ms']:.2f}; "
          f"cores: {ours['cpu']:.1f} ms, {theirs['cpu']:.1f} ms, ratio {ratios['cpu']:.2f} (wanted {wanted})")
    sys.exit(max(ratios.values()) > wanted)
