#!/usr/bin/env python3
"""Step 2: subset the instances into woff2. usage: python3 fonts.py OUT_DIR
(run in the folder that holds node_modules and instances; see ../README.md)"""
import io
import logging
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib import builder
from fontTools.varLib.iup import iup_delta
from fontTools.varLib.models import supportScalar
from fontTools.varLib.varStore import VarStoreInstancer

logging.disable(logging.WARNING)


def ranges(text):
    out = set()
    for part in text.split():
        a, _, b = part.partition("-")
        out |= set(range(int(a, 16), int(b or a, 16) + 1))
    return out


LATIN = ranges(
    "20-7E A0-FF 152-153 2009 2010-2011 2013-2014 2018-201A 201C-201E 2020-2022 2026 202F"
    " 2032-2033 2039-203A 20AC 2116 2122 2190-2193 2212")
LATIN_EXT = ranges("100-148 14A-151 154-17E 218-21B 1E9E 20BA")
CYRILLIC = ranges("2BC 301 400-45F 490-491 20B4 20BD")
ARABIC = ranges(
    "20 A0 60C 61B-61C 61F 621-63A 640-656 660-671 679 67C 67E 681 685-686 688-689 691 693 695-696 698 69A"
    " 6A4 6A9 6AB 6AD 6AF 6B5 6BA 6BC 6BE 6C0-6C3 6C6-6C9 6CB-6CE 6D0 6D2-6D5 6F0-6F9 200C-200F FDF2 FDFC")
# set beside the Arabic letters, taken from the Latin file of the same typeface
ARABIC_PUNCTUATION = ranges(
    "21-22 27-2A 2C-2F 3A-3B 5B 5D AB BB B7 2013-2014 2018-2019 201C-201D 2022 2026 2039-203A")

NASKH = "node_modules/@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-%s-wght-normal.woff2"
ITALIC_LIGATURES = {"f_i", "f_l", "f_f", "f_f_i", "f_f_l", "f_t", "f_f_t"}

# file, source, characters, features, scripts, family, style
JOBS = []
for stem, source, family, style in (
        ("news-serif", "instances/serif.ttf", "News Serif", "Regular"),
        ("news-serif-italic", "instances/serif-italic.ttf", "News Serif", "Italic"),
        ("news-sans", "instances/sans.ttf", "News Sans", "Regular")):
    JOBS += [
        # One file for all of Latin: the extended letters alone cost as much again, because they bring their base letters.
        (stem + "-latin", source, LATIN | LATIN_EXT, ["kern", "liga", "locl"], ["DFLT", "latn"], family, style),
        (stem + "-cyrillic", source, CYRILLIC, ["kern", "mark", "ccmp"], ["DFLT", "cyrl"], family + " Cyrillic", style),
    ]
JOBS.append(("news-naskh-arabic", NASKH % "arabic", ARABIC,
             ["ccmp", "locl", "init", "medi", "fina", "isol", "rlig", "liga", "calt", "kern", "mark", "mkmk"],
             ["DFLT", "arab"], "News Naskh", "Regular"))


def reload(font):
    data = io.BytesIO()
    font.flavor = None
    font.save(data)
    data.seek(0)
    return TTFont(data)


def subtables(font, tag, kind):
    for lookup in font[tag].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if type(table).__name__ == kind:
                yield table


def make_subset(font, unicodes, features, scripts):
    options = subset.Options()
    options.layout_features = features
    options.layout_scripts = scripts
    options.hinting = False
    options.glyph_names = True          # dropped when the file is written
    options.notdef_outline = True
    options.name_IDs = [0, 14]
    options.drop_tables += ["BASE", "DSIG", "MVAR", "STAT", "gasp", "prep"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=unicodes)
    worker.subset(font)
    return reload(font)


def full_deltas(font, name, variations):
    """Deltas of every point, with the inferred ones written out."""
    glyf = font["glyf"]
    coordinates, _ = glyf._getCoordinatesAndControls(name, font["hmtx"].metrics)
    glyph = glyf[name]
    composite = glyph.isComposite()
    ends = list(range(len(glyph.components))) if composite else (
        list(glyph.endPtsOfContours) if glyph.numberOfContours > 0 else [])
    rows = []
    for variation in variations:
        deltas = variation.coordinates
        if None in deltas and not composite:
            deltas = iup_delta(deltas, coordinates, ends)
        rows.append([d or (0, 0) for d in deltas])
    return coordinates, ends, composite, rows


def tidy_outline_variations(font):
    """Two intermediate-master regions instead of three (the same line), optimised deltas."""
    for name, variations in font["gvar"].variations.items():
        if not variations:
            continue
        coordinates, ends, composite, rows = full_deltas(font, name, variations)
        if len(variations) > 1:
            peak = variations[0].axes["wght"][1]

            def at(x):
                scale = [supportScalar({"wght": x}, v.axes) for v in variations]
                return [tuple(sum(s * row[i][k] for s, row in zip(scale, rows)) for k in (0, 1))
                        for i in range(len(coordinates))]
            rows = [at(peak), at(1.0)]
            variations = [TupleVariation({"wght": (0, peak, 1.0)}, []),
                          TupleVariation({"wght": (peak, 1.0, 1.0)}, [])]
        for variation, row in zip(variations, rows):
            variation.coordinates = [(round(x), round(y)) for x, y in row]
            variation.optimize(coordinates, ends, tolerance=0.5, isComposite=composite)
        font["gvar"].variations[name] = variations


def kind_of(name):
    base = name.split(".")[0]
    if base in "zero one two three four five six seven eight nine".split():
        return "figure"
    return "letter" if any(0x41 <= c <= 0x17F and chr(c).isalpha() for c in KINDS.get(base, ())) else "other"


KINDS = {}


def thin_kerning(font, tolerance=8, smallest=3):
    """Kerning that changes with weight by at most `tolerance` units (of 1000) becomes constant at
    the middle (so the error is at most half of it); pairs of at most `smallest` units and
    pairs of a figure and a letter go."""
    store = getattr(font["GDEF"].table, "VarStore", None) if "GDEF" in font else None
    if store is None or "GPOS" not in font:
        return
    KINDS.clear()
    for code, name in font.getBestCmap().items():
        KINDS.setdefault(name, []).append(code)
    points = [VarStoreInstancer(store, font["fvar"].axes, {"wght": x}) for x in (0.5, 1.0)]

    def fix(value, drop):
        if value is None:
            return
        device = getattr(value, "XAdvDevice", None)
        if device is not None:
            index = (device.StartSize << 16) + device.EndSize
            deltas = [0] + [p[index] for p in points]
            if drop or max(deltas) - min(deltas) <= tolerance:
                value.XAdvance = (value.XAdvance or 0) + (min(deltas) + max(deltas)) / 2
                del value.XAdvDevice
        if not hasattr(value, "XAdvDevice") and (drop or abs(value.XAdvance or 0) <= smallest):
            value.XAdvance = 0
        value.XAdvance = round(value.XAdvance or 0)

    def mixed(left, right):
        kinds = {kind_of(n) for n in left}, {kind_of(n) for n in right}
        return kinds in (({"figure"}, {"letter"}), ({"letter"}, {"figure"}))

    for table in subtables(font, "GPOS", "PairPos"):
        values = []
        if table.Format == 1:
            for first, pairs in zip(table.Coverage.glyphs, table.PairSet):
                for record in pairs.PairValueRecord:
                    fix(record.Value1, mixed([first], [record.SecondGlyph]))
                    values.append(record.Value1)
        else:
            first = {i: [] for i in range(table.Class1Count)}
            for name in table.Coverage.glyphs:
                first[table.ClassDef1.classDefs.get(name, 0)].append(name)
            second = {i: [] for i in range(table.Class2Count)}
            for name, number in table.ClassDef2.classDefs.items():
                second[number].append(name)
            for i, record in enumerate(table.Class1Record):
                for j, cell in enumerate(record.Class2Record):
                    fix(cell.Value1, bool(first[i] and second[j]) and mixed(first[i], second[j]))
                    values.append(cell.Value1)
        if not any(hasattr(v, "XAdvDevice") for v in values if v):
            table.ValueFormat1 &= ~0x40
    used = set()
    for tag in ("GDEF", "GPOS"):
        font[tag].table.collect_device_varidxes(used)
    for mapping in (lambda: store.subset_varidxes(used), store.optimize):
        mapping = mapping()
        for tag in ("GDEF", "GPOS"):
            font[tag].table.remap_device_varidxes(mapping)


def rebuild_hvar(font):
    """Advance-width deltas, read back from the outlines' phantom points."""
    items = []
    for name in font.getGlyphOrder():
        variations = font["gvar"].variations.get(name) or []
        assert len(variations) <= 1
        delta = 0
        if variations:
            row = full_deltas(font, name, variations)[3][0]
            delta = row[-3][0] - row[-4][0]
        items.append([delta])
    region = builder.buildVarRegionList([{"wght": (0, 1.0, 1.0)}], ["wght"])
    data = builder.buildVarData([0], items, optimize=False)
    hvar = newTable("HVAR")
    hvar.table = otTables.HVAR()
    hvar.table.Version = 0x00010000
    hvar.table.VarStore = builder.buildVarStore(region, [data])
    mapping = hvar.table.VarStore.optimize()
    hvar.table.AdvWidthMap = builder.buildVarIdxMap(
        [mapping[i] for i in range(len(items))], font.getGlyphOrder())
    hvar.table.LsbMap = hvar.table.RsbMap = None
    font["HVAR"] = hvar


def add_glyphs(font, other, unicodes):
    """Copy plain glyphs (no layout rules) of `other` into `font`."""
    cmap = other.getBestCmap()
    order = list(font.getGlyphOrder())
    font["gvar"].variations, font["hmtx"].metrics       # read before the glyph order grows

    def add(source):
        target = "latin." + source
        if target in order:
            return target
        glyph = other["glyf"][source]
        if glyph.isComposite():
            for component in glyph.components:
                component.glyphName = add(component.glyphName)
        order.append(target)
        font.setGlyphOrder(order)
        font["glyf"].glyphOrder = order
        font["glyf"].glyphs[target] = glyph
        font["hmtx"].metrics[target] = other["hmtx"].metrics[source]
        font["gvar"].variations[target] = other["gvar"].variations.get(source, [])
        return target

    other["gvar"].variations
    for code in sorted(unicodes & set(cmap)):
        target = add(cmap[code])
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = target
    font["maxp"].numGlyphs = len(order)
    rebuild_hvar(font)


def rename(font, family, style):
    """The licence reserves the upstream name for the unchanged fonts."""
    table = font["name"]
    keep = {i: table.getDebugName(i) for i in (0, 14)}
    names = []
    if "fvar" in font:
        font["fvar"].instances = []
        font["fvar"].axes[0].axisNameID = 256
        names.append((256, "Weight"))
    table.names = []
    full = family if style == "Regular" else family + " " + style
    for number, text in ((0, keep[0]), (1, family), (2, style), (4, full),
                         (6, full.replace(" ", "")), (14, keep[14] or "https://openfontlicense.org"), *names):
        table.setName(text, number, 3, 1, 0x409)


def build(out, file, source, unicodes, features, scripts, family, style):
    font = TTFont(source)
    for table in subtables(font, "GSUB", "LigatureSubst"):
        if style == "Italic" and "f" in table.ligatures:
            table.ligatures["f"] = [x for x in table.ligatures["f"] if x.LigGlyph in ITALIC_LIGATURES]
    font = make_subset(font, unicodes, features, scripts)
    if file == "news-naskh-arabic":
        other = make_subset(TTFont(NASKH % "latin"), ARABIC_PUNCTUATION, [], ["DFLT"])
        add_glyphs(font, other, ARABIC_PUNCTUATION)
        font = reload(font)
    else:
        if 0x2010 in unicodes:
            for table in font["cmap"].tables:      # non-breaking hyphen
                if table.isUnicode():
                    table.cmap[0x2011] = table.cmap[0x2010]
        if "fvar" in font:
            tidy_outline_variations(font)
        thin_kerning(font)
    rename(font, family, style)
    font["post"].formatType = 3.0
    font["head"].modified = font["head"].created   # the same bytes on every run
    font.recalcTimestamp = False
    font.flavor = "woff2"
    path = os.path.join(out, file + ".woff2")
    font.save(path)
    print("%-34s %6d bytes %4d glyphs %4d characters" % (
        file + ".woff2", os.path.getsize(path), font["maxp"].numGlyphs, len(font.getBestCmap())))


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    for job in JOBS:
        build(sys.argv[1], *job)
