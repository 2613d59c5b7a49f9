#!/usr/bin/env python3
"""Draws both icons of the Teams app, a gable roof over an H, as PNG. Needs nothing but Python; the pictures lie beside it."""
import os
import struct
import zlib

FINE = 4  # each pixel is looked at 4 x 4 times: smooth edges


def distance(px, py, line):
    ax, ay, bx, by = line
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return ((px - ax - t * (bx - ax)) ** 2 + (py - ay - t * (by - ay)) ** 2) ** 0.5


def cover(x, y, lines, width):
    hits = 0
    for i in range(FINE):
        for j in range(FINE):
            px, py = x + (i + 0.5) / FINE, y + (j + 0.5) / FINE
            hits += any(distance(px, py, line) <= width / 2 for line in lines)
    return hits / FINE / FINE


def png(path, size, channels, pixel):
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in range(size)) for y in range(size))
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", size, size, 8, 6 if channels == 4 else 2, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def mix(under, over, share):
    return [round(u + (o - u) * share) for u, o in zip(under, over)]


def symbol(scale, left, top):
    roof = [(0, 44, 48, 4), (48, 4, 96, 44)]
    letter = [(26, 46, 26, 92), (70, 46, 70, 92), (26, 69, 70, 69)]
    move = lambda lines: [tuple(v * scale + (left if i % 2 == 0 else top) for i, v in enumerate(line)) for line in lines]
    return move(roof), move(letter)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    roof, letter = symbol(1.0, 48, 46)
    def color(x, y):
        base = mix([0x12, 0x30, 0x4A], [0xF2, 0xA3, 0x3A], cover(x, y, roof, 11))
        return mix(base, [255, 255, 255], cover(x, y, letter, 12))
    png(os.path.join(here, "color.png"), 192, 3, color)
    small_roof, small_letter = symbol(0.29, 2.1, 2)
    def outline(x, y):
        share = max(cover(x, y, small_roof, 2.6), cover(x, y, small_letter, 3))
        return [255, 255, 255, round(255 * share)]
    png(os.path.join(here, "outline.png"), 32, 4, outline)


if __name__ == "__main__":
    main()
