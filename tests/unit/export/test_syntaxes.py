from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kgraph.errors import UsageError
from kgraph.export.syntaxes import ENDINGS, SYNTAXES, FileKind, file_kind, known_kind


@pytest.mark.parametrize(
    ("name", "syntax", "gzipped"),
    [
        ("graph.ttl", "turtle", False),
        ("a.b/news.2022.NT", "ntriples", False),
        ("news.ttl.gz", "turtle", True),
        ("news.rdf.GZ", "rdfxml", True),
        ("kgraph.owl", "rdfxml", False),
        ("x.jsonld", "jsonld", False),
        ("x.nq.gz", "nquads", True),
        ("x.trig", "trig", False),
    ],
)
def test_the_ending_tells_the_syntax(name: str, syntax: str, gzipped: bool) -> None:
    assert file_kind(name) == known_kind(Path(name)) == FileKind(SYNTAXES[syntax], gzipped)


@pytest.mark.parametrize("name", ["graph", "graph.gz", "graph.csv", "graph.ttl.zip", ".ttl", "ttl", "a.ttl/b"])
def test_other_names_tell_nothing(name: str) -> None:
    assert file_kind(name) is None
    with pytest.raises(UsageError, match=r"no ending of RDF; there are: \.jsonld, \.nq"):
        known_kind(name)


def test_the_media_types_are_those_that_pyoxigraph_knows() -> None:
    for ending, syntax in ENDINGS.items():
        known = pyoxigraph.RdfFormat.from_media_type(syntax.media_type)
        assert known is not None
        assert known.supports_datasets is syntax.datasets
        assert ending == ".owl" or known == pyoxigraph.RdfFormat.from_extension(ending[1:])
