"""Files that end in ``.xml``: which vocabulary they are written in is told by their first element."""

# lxml waits for the first file that needs it.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
from collections.abc import Iterator
from types import MappingProxyType

from kgraph.errors import InputError
from kgraph.read import feed, newsml, nitf
from kgraph.read.source import Defaults, Found, Reader, Source

_READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "rss": feed.read,
        "feed": feed.read,
        "RDF": feed.read,
        "newsItem": newsml.read,
        "newsMessage": newsml.read,
        "nitf": nitf.read,
    }
)


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads RSS, Atom, NewsML-G2 or NITF.

    Yields:
        What the reader of the vocabulary yields, or an error if none knows the first element.
    """
    from lxml import etree

    with source.open() as file:
        data = file.read()
    name = ""
    try:
        for _, element in etree.iterparse(io.BytesIO(data), events=("start",), resolve_entities=False, no_network=True):
            name = etree.QName(element).localname
            break
    except etree.XMLSyntaxError as error:
        yield InputError(f"{source.name}:{error.lineno or 1}: broken XML: {error.msg}; mend it or leave it out")
        return
    reader = _READERS.get(name)
    if reader is None:
        yield InputError(
            f"{source.name}: no reader for XML that begins with <{name}>; known: {', '.join(sorted(_READERS))}"
        )
        return
    yield from reader(Source(source.name, source.id, lambda: io.BytesIO(data)), defaults)
