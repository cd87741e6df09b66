"""A touch screen for a check: an X server whose picture goes nowhere and whose fingers come out of a socket."""

import os
import pathlib
import socket
import struct
import subprocess
import time

XORG = "/usr/lib/xorg/Xorg"
WIDTH, HEIGHT = 1280, 800
PATIENCE = 20  # seconds

CONFIG = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual {width} {height}
        Modes "{width}x{height}"
    EndSubSection
EndSection
Section "InputDevice"
    Identifier "fingers"
    Driver "inputtest"
    Option "DeviceType" "Touch"
    Option "TouchCount" "10"
    Option "SocketPath" "{path}"
EndSection
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "fingers"
EndSection
"""

# Of inputtest(4), protocol 1.1: an event is its length, its kind, and what is of that kind.
CLIENT_VERSION, TOUCH = 0, 6
PHASES = {"begin": 18, "move": 19, "end": 20}  # XI_TouchBegin and on
AXIS_MOST, AXES = 0xFFFF, 64


def touch_event(finger, phase, x, y):
    axes = [0.0] * AXES
    axes[0], axes[1] = x / WIDTH * AXIS_MOST, y / HEIGHT * AXIS_MOST
    mask = bytes([3]) + bytes(7)
    body = struct.pack("<IIIII", 0, TOUCH, finger, PHASES[phase], 0) + mask
    body += bytes(-len(body) % 8) + struct.pack(f"<{AXES}d", *axes) + bytes(8 * AXES)
    return struct.pack("<I", len(body)) + body[4:]


class TouchScreen:
    """`with TouchScreen(folder) as screen:` sets DISPLAY while it lives."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "fingers"

    def __enter__(self):
        config = self.folder / "xorg.conf"
        config.write_text(CONFIG.format(width=WIDTH, height=HEIGHT, path=self.path))
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [XORG, "-config", config, "-logfile", self.folder / "xorg.log", "-noreset", "-novtswitch", "-sharevts",
             "-nolisten", "tcp", "-displayfd", str(write)], pass_fds=[write], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("no X server: " + (self.folder / "xorg.log").read_text()[-800:])
        os.environ["DISPLAY"] = ":" + number
        self.fingers = socket.socket(socket.AF_UNIX)
        end = time.time() + PATIENCE
        while True:
            try:
                self.fingers.connect(str(self.path))
                break
            except OSError:
                if time.time() > end:
                    raise
                time.sleep(0.1)
        self.fingers.sendall(struct.pack("<IIHH", 12, CLIENT_VERSION, 1, 1))
        return self

    def __exit__(self, *_):
        self.fingers.close()
        self.server.terminate()
        self.server.wait(PATIENCE)

    def touch(self, finger, phase, x, y):
        self.fingers.sendall(touch_event(finger, phase, x, y))

    def play(self, trace, origin=(0, 0)):
        """A file of tests/tools/traces, in its own time. X knows no palms: a finger taken back is left out."""
        start = time.time()
        for line in pathlib.Path(trace).read_text().splitlines():
            words = line.split("#")[0].split()
            if not words:
                continue
            seconds, finger, phase, x, y = float(words[0]), int(words[1]), words[2], float(words[3]), float(words[4])
            time.sleep(max(0, start + seconds - time.time()))
            self.touch(finger, phase, x + origin[0], y + origin[1])
