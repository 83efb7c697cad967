"""Reads the feeds named on the command line with feedparser, as feed readers do, and prints what it understood as JSON."""
import json
import sys

import feedparser

read = []
for path in sys.argv[1:]:
    feed = feedparser.parse(path)
    read.append({
        "path": path,
        "bozo": str(feed.get("bozo_exception", "?")) if feed.bozo else None,
        "version": feed.version,
        "title": feed.feed.get("title"),
        "language": feed.feed.get("language"),
        "entries": [{
            "id": entry.get("id"),
            "link": entry.get("link"),
            "updated": entry.get("updated"),
            "authors": [author.get("name") for author in entry.get("authors", [])],
            "contributors": [contributor.get("name") for contributor in entry.get("contributors", [])],
            "text": "".join(content.value for content in entry.get("content", [])),
        } for entry in feed.entries],
    })
json.dump(read, sys.stdout)
