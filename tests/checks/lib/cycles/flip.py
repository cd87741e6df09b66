"""How different two pictures look when one is flipped to the other: LDR-FLIP.

After Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström, Fairchild: FLIP: A Difference Evaluator for Alternating
Images, Proceedings of the ACM on Computer Graphics and Interactive Techniques 3 (2), 2020. The numbers in the code are
those of the paper, sections 4.1 to 4.3.
"""

import math

import numpy as np

PIXELS_PER_DEGREE = 0.7 * 3840 / 0.7 * math.pi / 180  # a screen 0.7 m wide with 3840 pixels, seen from 0.7 m

# Linear Rec. 709 to XYZ (IEC 61966-2-1); white is what (1, 1, 1) becomes.
TO_XYZ = np.array([[10135552 / 24577794, 8788810 / 24577794, 4435075 / 24577794],
                   [2613072 / 12288897, 8788810 / 12288897, 887015 / 12288897],
                   [1425312 / 73733382, 8788810 / 73733382, 70074185 / 73733382]])
WHITE = TO_XYZ.sum(axis=1)

# Contrast sensitivity as sums of Gaussians, (a, b) each, of the achromatic and the two opponent channels.
SENSITIVITY = (((1.0, 0.0047),), ((1.0, 0.0053),), ((34.1, 0.04), (13.5, 0.025)))
COLOR_EXPONENT, KNEE, KNEE_ERROR = 0.7, 0.4, 0.95
FEATURE_WIDTH, FEATURE_EXPONENT = 0.082, 0.5  # degrees


def from_srgb(encoded):
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def to_opponent(linear):
    """Linear RGB to YCxCz."""
    x, y, z = np.moveaxis(linear @ TO_XYZ.T / WHITE, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def from_opponent(opponent):
    y = (opponent[..., 0] + 16) / 116
    xyz = np.stack([y + opponent[..., 1] / 500, y, y - opponent[..., 2] / 200], axis=-1)
    return (xyz * WHITE) @ np.linalg.inv(TO_XYZ).T


def to_hunt_lab(linear):
    """Linear RGB to CIELAB whose colour counts less in the dark (Hunt effect)."""
    t = linear @ TO_XYZ.T / WHITE
    delta = 6 / 29
    f = np.where(t > delta ** 3, np.cbrt(t), t / (3 * delta ** 2) + 4 / 29)
    lightness = 116 * f[..., 1] - 16
    a, b = 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])
    return np.stack([lightness, 0.01 * lightness * a, 0.01 * lightness * b], axis=-1)


def hyab(first, second):
    apart = first - second
    return np.abs(apart[..., 0]) + np.hypot(apart[..., 1], apart[..., 2])


def along(channel, kernel, axis):
    """Correlation with a kernel of odd length along one axis; the border's pixels go on outside."""
    reach = len(kernel) // 2
    pad = [(0, 0), (0, 0)]
    pad[axis] = (reach, reach)
    wide = np.pad(channel, pad, mode="edge")
    size = channel.shape[axis]
    return sum(weight * np.take(wide, range(k, k + size), axis=axis) for k, weight in enumerate(kernel))


def sensitivity_filter(channel, gaussians, pixels_per_degree):
    reach = math.ceil(3 * math.sqrt(max(b for terms in SENSITIVITY for _, b in terms) / (2 * math.pi ** 2)) *
                      pixels_per_degree)
    at = np.arange(-reach, reach + 1) / pixels_per_degree
    total, weight = 0.0, 0.0
    for a, b in gaussians:
        kernel = np.exp(-math.pi ** 2 * at ** 2 / b)
        strength = a * math.sqrt(math.pi / b)
        total = total + strength * along(along(channel, kernel, 0), kernel, 1)
        weight += strength * kernel.sum() ** 2
    return total / weight


def color_difference(reference, test, pixels_per_degree):
    """Of two linear pictures, 0 … 1 for each pixel."""
    def seen(linear):
        opponent = to_opponent(linear)
        filtered = [sensitivity_filter(opponent[..., c], SENSITIVITY[c], pixels_per_degree) for c in range(3)]
        return to_hunt_lab(np.clip(from_opponent(np.stack(filtered, axis=-1)), 0, 1))

    difference = hyab(seen(reference), seen(test)) ** COLOR_EXPONENT
    green, blue = to_hunt_lab(np.array([0.0, 1.0, 0.0])), to_hunt_lab(np.array([0.0, 0.0, 1.0]))
    most = float(hyab(green, blue)) ** COLOR_EXPONENT
    knee = KNEE * most
    return np.where(difference < knee, KNEE_ERROR / knee * difference,
                    KNEE_ERROR + (difference - knee) / (most - knee) * (1 - KNEE_ERROR))


def feature_kernels(pixels_per_degree):
    """The smoothing Gaussian, and its first and second derivatives whose positive and negative parts weigh 1 each."""
    deviation = 0.5 * FEATURE_WIDTH * pixels_per_degree
    at = np.arange(-math.ceil(3 * deviation), math.ceil(3 * deviation) + 1)
    smooth = np.exp(-at ** 2 / (2 * deviation ** 2))

    def balanced(kernel):
        return np.where(kernel > 0, kernel / kernel[kernel > 0].sum(), kernel / -kernel[kernel < 0].sum())

    return smooth / smooth.sum(), balanced(-at * smooth), balanced((at ** 2 / deviation ** 2 - 1) * smooth)


def feature_difference(reference, test, pixels_per_degree):
    """Of edges and points that only one picture has, 0 … 1 for each pixel."""
    smooth, *derivatives = feature_kernels(pixels_per_degree)

    def strengths(linear):
        lightness = (to_opponent(linear)[..., 0] + 16) / 116
        return [np.hypot(along(along(lightness, kernel, 1), smooth, 0), along(along(lightness, kernel, 0), smooth, 1))
                for kernel in derivatives]

    apart = [np.abs(a - b) for a, b in zip(strengths(reference), strengths(test))]
    return (np.maximum(*apart) / math.sqrt(2)) ** FEATURE_EXPONENT


def flip(reference, test, pixels_per_degree=PIXELS_PER_DEGREE):
    """Two sRGB pictures, height × width × 3, 0 … 1. Gives the error of each pixel, 0 … 1; its mean is FLIP."""
    first, second = from_srgb(np.asarray(reference, float)), from_srgb(np.asarray(test, float))
    color = color_difference(first, second, pixels_per_degree)
    features = np.clip(feature_difference(first, second, pixels_per_degree), 0, 1)
    return color ** (1 - features)
