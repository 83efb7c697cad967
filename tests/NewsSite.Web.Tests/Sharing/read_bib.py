"""Reads a BibTeX file with bibtexparser and its TeX with pylatexenc, as reference managers do, and prints what they understood as JSON."""
import json
import sys

from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import splitname
from pylatexenc.latex2text import LatexNodes2Text

with open(sys.argv[1], encoding="utf-8") as file:
    # Kinds it does not know would be dropped without a word.
    entries = BibTexParser(ignore_nonstandard_types=False).parse_file(file).entries


def plain(tex):
    # Commands TeX has, and pylatexenc has not or takes for an accent.
    for command, character in {"braceleft": "{", "braceright": "}", "asciicircum": "^"}.items():
        tex = tex.replace("{\\text" + command + "}", "\\" + character if character in "{}" else "\u2038")
    return LatexNodes2Text(keep_comments=True).latex_to_text(tex).replace("\u2038", "^")


def names(field):
    return [" ".join(sum((splitname(name)[part] for part in ("first", "von", "last", "jr")), [])) for name in field.replace("} and {", "}\n{").split("\n") if name]


json.dump([{
    "kind": entry["ENTRYTYPE"],
    "id": entry["ID"],
    "fields": {key: value if key == "url" else plain(value) for key, value in entry.items() if key not in ("ENTRYTYPE", "ID", "author", "translator")},
    "authors": [plain(name) for name in names(entry.get("author", ""))],
    "translators": [plain(name) for name in names(entry.get("translator", ""))],
} for entry in entries], sys.stdout)
