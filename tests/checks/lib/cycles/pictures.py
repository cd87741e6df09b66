"""Pictures in files, as arrays of height × width × channels, rows top to bottom; and the tone curve."""

import struct

import numpy as np
from PIL import Image


def read_png(path):
    """sRGB-encoded, 0 … 1."""
    return np.asarray(Image.open(path).convert("RGB"), dtype=np.float64) / 255


def write_picture(path, srgb, **options):
    Image.fromarray(np.round(np.clip(srgb, 0, 1) * 255).astype(np.uint8)).save(path, **options)


def read_run_lengths(data, at, count):
    """One channel of a scanline of Radiance's adaptive run lengths; gives it and where it ends."""
    line = bytearray()
    while len(line) < count:
        length = data[at]
        if length > 128:
            line += data[at + 1:at + 2] * (length - 128)
            at += 2
        else:
            line += data[at + 1:at + 1 + length]
            at += 1 + length
    if len(line) != count:
        raise ValueError("a run goes beyond its scanline")
    return line, at


def read_hdr(path):
    """Linear light from a Radiance file (Ward, Real Pixels, Graphics Gems II, 1991)."""
    data = path.read_bytes()
    start = data.index(b"\n\n") + 2
    end = data.index(b"\n", start)
    words = data[start:end].split()
    if not data.startswith(b"#?") or words[0] != b"-Y" or words[2] != b"+X":
        raise ValueError(f"{path}: not a Radiance picture with rows from top to bottom")
    height, width = int(words[1]), int(words[3])
    at, rows = end + 1, np.empty((height, 4, width), np.uint8)
    for row in rows:
        if data[at:at + 4] != bytes((2, 2, width >> 8, width & 255)):
            raise ValueError(f"{path}: scanline without run lengths")
        at += 4
        for channel in range(4):
            line, at = read_run_lengths(data, at, width)
            row[channel] = np.frombuffer(line, np.uint8)
    scale = np.where(rows[:, 3:] > 0, np.ldexp(1.0, rows[:, 3:].astype(int) - 136), 0)
    return np.moveaxis(rows[:, :3] * scale, 1, -1)


def read_exr(path):
    """The channels of an uncompressed OpenEXR picture of one part, by name (openexr.com, File Layout)."""
    data = path.read_bytes()
    if data[:4] != b"\x76\x2f\x31\x01":
        raise ValueError(f"{path}: not OpenEXR")
    at, attributes = 8, {}
    while data[at]:
        name_end = data.index(0, at)
        kind_end = data.index(0, name_end + 1)
        size = struct.unpack_from("<i", data, kind_end + 1)[0]
        attributes[data[at:name_end].decode()] = data[kind_end + 5:kind_end + 5 + size]
        at = kind_end + 5 + size
    if attributes["compression"] != b"\0":
        raise ValueError(f"{path}: compressed")
    left, top, right, bottom = struct.unpack("<4i", attributes["dataWindow"])
    return read_scanlines(data, at + 1, exr_channels(attributes["channels"]), right - left + 1, bottom - top + 1)


def exr_channels(listed):
    """Name and number type of each channel, in the order in which scanlines have them."""
    at, channels = 0, []
    while listed[at]:
        end = listed.index(0, at)
        kind = struct.unpack_from("<i", listed, end + 1)[0]
        channels.append((listed[at:end].decode(), np.dtype(("<u4", "<f2", "<f4")[kind])))
        at = end + 17
    return channels


def read_scanlines(data, table, channels, width, height):
    found = {name: np.empty((height, width), kind) for name, kind in channels}
    for offset in struct.unpack_from(f"<{height}Q", data, table):
        row = struct.unpack_from("<i", data, offset)[0]
        at = offset + 8
        for name, kind in channels:
            found[name][row] = np.frombuffer(data, kind, width, at)
            at += width * kind.itemsize
    return found


def stack(channels, layer, letters="RGB"):
    """Three channels of an EXR layer as one picture; layers are named "view.layer.letter"."""
    return np.stack([next(values for name, values in channels.items() if name.endswith(f".{layer}.{letter}"))
                     for letter in letters], axis=-1).astype(np.float64)


def pbr_neutral(linear):
    """Khronos PBR Neutral (KhronosGroup/ToneMapping, PBR_Neutral)."""
    start, desaturation = 0.8 - 0.04, 0.15
    least = linear.min(axis=-1, keepdims=True)
    color = linear - np.where(least < 0.08, least - 6.25 * least ** 2, 0.04)
    peak = color.max(axis=-1, keepdims=True)
    rest = 1 - start
    new_peak = 1 - rest ** 2 / np.maximum(peak + rest - start, rest)
    white = 1 - 1 / (desaturation * (peak - new_peak) + 1)
    bent = color * new_peak / np.maximum(peak, start) * (1 - white) + new_peak * white
    return np.where(peak < start, color, bent)


def to_srgb(linear):
    clipped = np.clip(linear, 0, 1)
    return np.where(clipped <= 0.0031308, 12.92 * clipped, 1.055 * clipped ** (1 / 2.4) - 0.055)


def for_display(linear):
    return to_srgb(pbr_neutral(linear))
