"""A graph whose texts hold what breaks exporters and readers."""

from __future__ import annotations

from kgraph.graph.merge import graph_of, merge
from kgraph.model.graph import KnowledgeGraph
from tests.unit.graph.samples import reading

TEXTS = {
    "quotes": '\'"\' """ \'\'\' " \' ""',
    "backslashes": r"\ \\ \" \n \u0041 \U00000041 \x C:\new\table",
    "white space": "  two  \t tab \n line \r return \r\n both \u00a0 no break \u2028 line \u2029 part \u0085 next ",
    "brackets": "<a> </b> <!-- --> <![CDATA[ ]]> ]]> > { } {{ }} & &amp; &#13; % %41 ${x} @en ^^<x>",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "right to left": "שלום \u202e עולם \u202c مرحبا \u200f!",
    "beyond 16 bits": "😀 👩‍🚀 𝔸 𠜎 \U0010fffd",
    "other": "\ufeff \ufffd \ufffe \uffff é e\u0301 ﬁ ẞ ı İ \u200b",
    "long": ('"\\\n<&> é😀 ' * 1_112)[:10_000],
    "empty lines": "\n\n\n",
}
"""What each is about, and a text of it."""

URL = 'https://example.org/<a b>"\\^`{|}é😀'


def awkward_graph() -> KnowledgeGraph:
    """One document for each text, which has it for its title, source and id."""
    documents = [reading(id=text, title=text, source=text, url=URL) for text in TEXTS.values()]
    return merge([graph_of(reading()), *map(graph_of, documents)])
