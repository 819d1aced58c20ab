"""The report as one HTML file that needs no network and runs no script but its own.

Its policy (Content Security Policy Level 3) allows nothing but the style and
the two scripts in it, each named by its digest. The data is JSON in a script
element that no browser runs; ``<`` is escaped there, so no text can end it.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib import resources

from kgraph.export.html.payload import Json, payload
from kgraph.export.report import Report
from kgraph.model.graph import KnowledgeGraph

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def page(graph: KnowledgeGraph, gaps: Report) -> str:
    """The whole file; the same graph always gives the same one.

    Args:
        graph: What to show.
        gaps: What the dictionaries lack for it.
    """
    style, vendor, app = (_file(name) for name in ("page.css", "vendor.js", "app.js"))
    slots = {
        "policy": _policy(style, vendor, app),
        "style": style,
        "vendor": vendor,
        "app": app,
        "data": embedded(payload(graph, gaps)),
        "title": html.escape(_title(graph)),
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _file("page.html"))


def embedded(data: Json) -> str:
    """JSON that can stand inside a script element, whatever texts it holds (HTML Standard, section 4.12.1.3)."""
    told = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda unit: f"\\u{ord(unit[0]):04x}", told.replace("<", "\\u003c"))


def _title(graph: KnowledgeGraph) -> str:
    count = len(graph.documents)
    return f"Who does and says what to whom in {count} document{'' if count == 1 else 's'}"


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode('ascii')}'"


@cache
def _file(name: str) -> str:
    return resources.files("kgraph.export.html").joinpath(name).read_text("utf-8")
