"""The order of the stages, and what is read of documents that are one story."""

import datetime
from itertools import permutations

from kgraph.model.document import Document
from kgraph.model.identifiers import document_iri
from kgraph.pipeline import Pipeline, build

JUNE = datetime.date(2022, 6, 1)
STORY = (
    "Norway sent 4,000 tents to Chad on Wednesday, the foreign ministry in Oslo said, as more people fled the war in "
    "the north. Chad thanked Norway. France criticized the slow response of the European Union, and Germany promised "
    "money for the camps along the border. Mali accused France of sending weapons to the rebels in the north."
)
WIRE = Document("wire", STORY, JUNE, source="Example Wire")
COPY = Document("copy", f"OSLO (Example Wire) - {STORY}", JUNE + datetime.timedelta(1), source="Morning Post")
UNDATED = Document("a-copy", STORY.upper().capitalize() + " Ends", source="Evening Mail")
OTHER = Document("other", "Kenya sent tents to Chad.", JUNE)


def iri(document: Document) -> str:
    return document_iri(document.id, document.text)


def test_only_the_first_of_a_story_speaks_whatever_the_order(pipeline: Pipeline) -> None:
    expected = build(pipeline.read_all([WIRE, OTHER]))
    graphs = [build(pipeline.read_originals(order)) for order in permutations([WIRE, COPY, UNDATED, OTHER])]
    assert all(graph == graphs[0] for graph in graphs)
    assert {document.iri: document.republication_of for document in graphs[0].documents} == {
        iri(WIRE): None,
        iri(COPY): iri(WIRE),
        iri(UNDATED): iri(WIRE),
        iri(OTHER): None,
    }
    assert graphs[0].evidence == expected.evidence
    assert graphs[0].entities == expected.entities


def test_what_is_read_and_what_is_passed_over_make_the_same_graph(pipeline: Pipeline) -> None:
    several = [COPY, WIRE, UNDATED]
    assert build(pipeline.read_all(several)) == build(pipeline.read_originals(several))
    passed = [reading.document.id for reading in pipeline.read_originals([WIRE, COPY, OTHER]) if not reading.statements]
    assert passed == ["copy"]
