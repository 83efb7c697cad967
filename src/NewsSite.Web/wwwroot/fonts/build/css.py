#!/usr/bin/env python3
"""Step 3: write fonts.css from the finished woff2 files and the fallback fonts' metrics.
usage: python3 css.py FONTS_DIR > fonts.css   (in the folder that holds node_modules)"""
import json
import os
import subprocess
import sys
import tempfile

from fontTools.ttLib import TTFont

# Ordinary English news prose; measured in both fonts.
SAMPLE = """The council voted late on Tuesday to keep the old harbour open for at least three more
years, after a debate that lasted well past midnight and drew more than two hundred people to the
town hall. Supporters said the decision would protect about 450 jobs and give the fishing fleet
time to find another home; opponents called it an expensive delay. "We have heard these promises
before," said Maria Jensen, who runs a small shipyard beside the eastern pier. "What we need now is
a plan, a budget and a date." The mayor, Thomas Whitfield, told reporters that work on the sea wall
could begin as early as March if the government agrees to pay half of the cost, which engineers
put at roughly £12.6 million. A spokesman for the Department of Transport said it was too early to
comment, but that ministers were aware of the risk of flooding. Last winter, a storm closed the
coast road for nine days and left parts of the market under a metre of water. Insurance companies
have since raised their prices by as much as 40 per cent, and several shops along Queen Street
have not reopened. Scientists at the University of Bergen expect such storms to become more
frequent over the next twenty years. Their report, published on Friday, looks at six towns on the
North Sea and suggests that moving buildings is often cheaper than defending them. Not everyone
is convinced. "My grandfather built this house, and his father built the one before it," said
Peter Black, a retired teacher. "You cannot simply pick up a village and carry it up the hill."
A public meeting will be held in January, and a final vote is expected before the summer."""
TEXT = " ".join(SAMPLE.split())

UNITS = 1000


def width(font, weight=None):
    """Mean advance of a character of SAMPLE, kerned, in em."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "font.ttf")
        font.flavor = None
        font.save(path)
        shaped = subprocess.run(
            ["hb-shape", "--no-glyph-names", "--no-clusters", "--output-format=json", "--variations=%s" %
             ("wght=%d" % weight if weight else ""), path, TEXT],
            check=True, capture_output=True, text=True).stdout
    return sum(glyph["ax"] for glyph in json.loads(shaped)) / len(TEXT) / font["head"].unitsPerEm


def installed(pattern):
    """Path of an installed font, through fontconfig; refuses a substitute."""
    family = pattern.split(":")[0]
    path, found = subprocess.run(["fc-match", "-f", "%{file}\n%{family}", pattern], check=True,
                                 capture_output=True, text=True).stdout.split("\n")
    if family not in found:
        raise SystemExit("not installed: " + pattern)
    return path


def package(name, file):
    return "node_modules/%s/files/%s.woff2" % (name, file)


# Gelasio has the advance widths of Georgia, Liberation those of Times New Roman and Arial.
GELASIO, ROBOTO, NOTO = "@fontsource/gelasio", "@fontsource/roboto", "@fontsource-variable/noto-serif"
R, B, I = "400 500", "600 700", "400 700"
# family, style, weights, local names, measured file, its weight
FALLBACKS = [
    ("News Serif Fallback", "normal", R, "Georgia", package(GELASIO, "gelasio-latin-400-normal"), None),
    ("News Serif Fallback", "normal", B, "Georgia Bold|Georgia-Bold", package(GELASIO, "gelasio-latin-700-normal"), None),
    ("News Serif Fallback", "italic", I, "Georgia Italic|Georgia-Italic", package(GELASIO, "gelasio-latin-400-italic"), None),
    ("News Serif Fallback Times", "normal", R, "Times New Roman|TimesNewRomanPSMT|Liberation Serif|LiberationSerif", "Liberation Serif", None),
    ("News Serif Fallback Times", "normal", B, "Times New Roman Bold|TimesNewRomanPS-BoldMT|Liberation Serif Bold|LiberationSerif-Bold", "Liberation Serif:bold", None),
    ("News Serif Fallback Times", "italic", I, "Times New Roman Italic|TimesNewRomanPS-ItalicMT|Liberation Serif Italic|LiberationSerif-Italic", "Liberation Serif:italic", None),
    ("News Serif Fallback Noto", "normal", R, "Noto Serif|NotoSerif|NotoSerif-Regular", package(NOTO, "noto-serif-latin-wght-normal"), 400),
    ("News Serif Fallback Noto", "normal", B, "Noto Serif Bold|NotoSerif-Bold", package(NOTO, "noto-serif-latin-wght-normal"), 700),
    ("News Serif Fallback Noto", "italic", I, "Noto Serif Italic|NotoSerif-Italic", package(NOTO, "noto-serif-latin-wght-italic"), 400),
    ("News Serif Fallback DejaVu", "normal", R, "DejaVu Serif|DejaVuSerif", "DejaVu Serif", None),
    ("News Serif Fallback DejaVu", "normal", B, "DejaVu Serif Bold|DejaVuSerif-Bold", "DejaVu Serif:bold", None),
    ("News Serif Fallback DejaVu", "italic", I, "DejaVu Serif Italic|DejaVuSerif-Italic", "DejaVu Serif:italic", None),
    ("News Sans Fallback", "normal", R, "Arial|ArialMT|Liberation Sans|LiberationSans", "Liberation Sans", None),
    ("News Sans Fallback", "normal", B, "Arial Bold|Arial-BoldMT|Liberation Sans Bold|LiberationSans-Bold", "Liberation Sans:bold", None),
    ("News Sans Fallback Roboto", "normal", R, "Roboto|Roboto-Regular", package(ROBOTO, "roboto-latin-400-normal"), None),
    ("News Sans Fallback Roboto", "normal", B, "Roboto Bold|Roboto-Bold", package(ROBOTO, "roboto-latin-700-normal"), None),
    ("News Sans Fallback DejaVu", "normal", R, "DejaVu Sans|DejaVuSans", "DejaVu Sans", None),
    ("News Sans Fallback DejaVu", "normal", B, "DejaVu Sans Bold|DejaVuSans-Bold", "DejaVu Sans:bold", None),
]
# family, style, weights, file, display.
# The faces a page begins with are preloaded and optional: browsers hold the first painting a moment for them, and a reader on a slower line keeps the
# fallback for that page instead of seeing the lines break anew; the next page has them. The italic, further down, is exchanged when it comes; it has
# one weight and stands for all, so that no browser thickens it by machine.
FACES = [
    ("News Serif", "normal", "400 700", "news-serif-latin", "optional"),
    ("News Serif", "italic", "400 700", "news-serif-italic-latin", "swap"),
    ("News Sans", "normal", "400 700", "news-sans-latin", "optional"),
    ("News Serif Cyrillic", "normal", "400 700", "news-serif-cyrillic", "optional"),
    ("News Serif Cyrillic", "italic", "400 700", "news-serif-italic-cyrillic", "swap"),
    ("News Sans Cyrillic", "normal", "400 700", "news-sans-cyrillic", "optional"),
    ("News Naskh", "normal", "400 700", "news-naskh-arabic", "optional"),
]


def unicode_range(codes):
    out, codes = [], sorted(codes)
    start = previous = codes[0]
    for code in codes[1:] + [None]:
        if code is not None and code == previous + 1:
            previous = code
            continue
        out.append("U+%X" % start if start == previous else "U+%X-%X" % (start, previous))
        start = previous = code
    return ", ".join(out)


def percent(x):
    return "%.2f%%" % (100 * x)


def main(folder):
    def load(name):
        return TTFont(os.path.join(folder, name + ".woff2"))

    for family, style, weights, name, display in FACES:
        print("""@font-face {
  font-family: "%s";
  font-style: %s;
  font-weight: %s;
  font-display: %s;
  src: url("../fonts/%s.woff2") format("woff2");
  unicode-range: %s;
}
""" % (family, style, weights, display, name, unicode_range(load(name).getBestCmap())))

    out = []
    for family, style, weights, names, source, weight in FALLBACKS:
        web = "news-serif-italic-latin" if style == "italic" else (
            "news-serif-latin" if "Serif" in family else "news-sans-latin")
        at = 650 if weights == B else 400                # the middle of the bold range
        font = load(web)
        ascent, descent = font["hhea"].ascent / UNITS, -font["hhea"].descent / UNITS
        gap = font["hhea"].lineGap / UNITS
        fallback = TTFont(source if source.endswith(".woff2") else installed(source))
        adjust = width(font, at) / width(fallback, weight)
        out.append("""@font-face {
  font-family: "%s";
  font-style: %s;
  font-weight: %s;
  src: %s;
  size-adjust: %s;
  ascent-override: %s;
  descent-override: %s;
  line-gap-override: %s;
}
""" % (family, style, weights, ", ".join('local("%s")' % n for n in names.split("|")), percent(adjust),
            percent(ascent / adjust), percent(descent / adjust), percent(gap / adjust)))
    print("\n".join(out), end="")


if __name__ == "__main__":
    main(sys.argv[1])
