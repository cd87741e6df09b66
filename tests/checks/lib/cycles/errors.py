"""The two errors of the table, and the facts that they must obey before they are believed."""

import numpy as np

import flip
from pictures import for_display, pbr_neutral

EPSILON, CLIP = 0.01, 2.0


def relative_error(truth, test):
    """Root of the mean over pixels and channels of (test − truth)² / (truth² + 0.01), in linear light, both clipped at
    2, which the tone curve shows as white: a bright speck must not outweigh a wall."""
    a, b = np.clip(truth, 0, CLIP), np.clip(test, 0, CLIP)
    return float(np.sqrt(np.mean((b - a) ** 2 / (a ** 2 + EPSILON))))


def flip_of(truth_srgb, test_srgb):
    """Error of each pixel and their mean."""
    errors = flip.flip(truth_srgb, test_srgb)
    return errors, float(errors.mean())


def check_facts():
    """Raises when an error does not behave as its definition says."""
    rng = np.random.default_rng(7)
    picture = np.clip(rng.normal(0.5, 0.15, (40, 60, 3)), 0, 1)
    black, white = np.zeros((32, 32, 3)), np.ones((32, 32, 3))
    facts = {
        "equal pictures have no error": flip_of(picture, picture)[1] == 0 and relative_error(picture, picture) == 0,
        # Lightness differs by 100, green and blue by 203 (HyAB with Hunt's effect): 0.95 + 0.05 (100^0.7 − k)/(203^0.7 − k)
        "black against white": abs(flip_of(black, white)[1] - 0.9673) < 0.002,
        "symmetric": np.allclose(flip_of(picture, picture[::-1])[0], flip_of(picture[::-1], picture)[0]),
        "grows with the difference": ordered(
            flip_of(picture * 0.8, np.clip(picture * 0.8 + step, 0, 1))[1] for step in (0.01, 0.03, 0.1, 0.2)),
        "a missing edge adds to the error of its colour": edge_counts(),
        "noise too fine to see counts less than a flat change": noise_counts(rng),
        "relative error of a tenth too bright": abs(relative_error(white, 1.1 * white) - 0.1 / 1.01 ** 0.5) < 1e-9,
        "tone curve leaves grey below its bend but for 0.04": np.allclose(pbr_neutral(white * 0.5), 0.46),
        "tone curve goes to white": 0.97 < float(for_display(white * 50).min()) <= 1,
    }
    wrong = [fact for fact, holds in facts.items() if not holds]
    if wrong:
        raise AssertionError("not so: " + "; ".join(wrong))


def ordered(values):
    values = list(values)
    return values == sorted(values) and values[0] < values[-1]


def edge_counts():
    """Beside an edge that only one picture has the error is larger than colour alone makes it; far from it the same."""
    plain = np.full((64, 64, 3), 0.5)
    edge = plain.copy()
    edge[:, 32:] = 0.6
    errors, _ = flip_of(plain, edge)
    color = flip.color_difference(flip.from_srgb(plain), flip.from_srgb(edge), flip.PIXELS_PER_DEGREE)
    return (errors[:, 32:36] > 1.1 * color[:, 32:36]).all() and np.allclose(errors[:, 56:], color[:, 56:])


def noise_counts(rng):
    plain = np.full((64, 64, 3), 0.5)
    signs = np.where(rng.random((64, 64, 1)) < 0.5, -1, 1)
    color = flip.color_difference(flip.from_srgb(plain), flip.from_srgb(plain + 0.1 * signs), flip.PIXELS_PER_DEGREE)
    flat = flip.color_difference(flip.from_srgb(plain), flip.from_srgb(plain + 0.1), flip.PIXELS_PER_DEGREE)
    return color.mean() < 0.6 * flat.mean()
