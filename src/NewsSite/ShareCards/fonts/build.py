#!/usr/bin/env python3
"""Makes the faces cards are drawn with out of those the pages are set in. usage: python3 build.py WEB_FONTS OUT_DIR
(Debian's fonttools and python3-brotli; see README.md)"""
import sys

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FACES = [
    ("news-serif-latin", [600]),
    ("news-serif-cyrillic", [600]),
    ("news-sans-latin", [400, 600]),
    ("news-sans-cyrillic", [400, 600]),
    ("news-naskh-arabic", [400, 600]),
]

source, target = sys.argv[1:3]
for name, weights in FACES:
    for weight in weights:
        # Times as they are in the source: the same inputs give the same bytes.
        font = TTFont(f"{source}/{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.save(f"{target}/{name}-{weight}.ttf")
