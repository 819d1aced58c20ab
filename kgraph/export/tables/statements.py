"""The tables of statements and of the words that they rest on."""

from __future__ import annotations

from kgraph.export.tables.table import Column, Kind, Table
from kgraph.export.tables.told import told
from kgraph.graph.world import affirmed
from kgraph.model.statement import Statement


def _arguments(statement: Statement) -> tuple[str, ...]:
    return tuple(f"{each.marker} {each.filler.text}".strip() for each in statement.arguments)


STATEMENTS = Table(
    "statements",
    "a statement",
    (
        Column("statement", Kind.TEXT, "its IRI, the same in every format", lambda t: t.statement.id),
        Column("date", Kind.DATE, "the day that it names, else that of publication", lambda t: t.date),
        Column(
            "subject",
            Kind.TEXT,
            "who acts or speaks: the entity's label, else the words",
            lambda t: t.name(t.statement.subject),
        ),
        Column("subject_iri", Kind.TEXT, "the same as a node of the graph", lambda t: t.iri(t.statement.subject)),
        Column("predicate", Kind.TEXT, "the words that say what is done or said", lambda t: t.statement.predicate.text),
        Column("lemma", Kind.TEXT, "their base form", lambda t: t.statement.predicate.lemma),
        Column(
            "predicate_iri",
            Kind.TEXT,
            "the predicate; below `predicate/` one that the ontology lacks",
            lambda t: t.statement.predicate.iri,
        ),
        Column("object", Kind.TEXT, "who or what it is done to", lambda t: t.name(t.statement.object)),
        Column("object_iri", Kind.TEXT, "the same as a node of the graph", lambda t: t.iri(t.statement.object)),
        Column(
            "arguments",
            Kind.TEXTS,
            "further participants, each after the word that marks it",
            lambda t: _arguments(t.statement),
        ),
        Column("holder", Kind.TEXT, "who says it, if not the writer", lambda t: t.name(t.holder)),
        Column("holder_iri", Kind.TEXT, "the same as a node of the graph", lambda t: t.iri(t.holder)),
        Column(
            "attributed",
            Kind.BOOLEAN,
            "whether somebody else than the writer says it",
            lambda t: bool(t.statement.attributed_to),
        ),
        Column(
            "affirmed",
            Kind.BOOLEAN,
            "whether the writer says that it is so: a fact of the world view",
            lambda t: affirmed(t.statement),
        ),
        Column(
            "negated",
            Kind.BOOLEAN,
            "whether its holder says that it is not so",
            lambda t: t.statement.factuality.negated,
        ),
        Column(
            "certainty",
            Kind.TEXT,
            "certain, probable, possible or unknown",
            lambda t: t.statement.factuality.certainty.value,
        ),
        Column("future", Kind.BOOLEAN, "whether it is still to come", lambda t: t.statement.factuality.future),
        Column(
            "modality",
            Kind.TEXT,
            "asserted, planned, promised, demanded, desired, conditional, questioned or feared",
            lambda t: t.statement.factuality.modality.value,
        ),
        Column(
            "event_type",
            Kind.TEXT,
            "PLOVER event type, if it is a political act",
            lambda t: t.statement.event and t.statement.event.type,
        ),
        Column(
            "quad_class",
            Kind.TEXT,
            "VerbalCooperation, MaterialCooperation, VerbalConflict or MaterialConflict",
            lambda t: t.statement.event and t.statement.event.quad_class,
        ),
        Column(
            "time",
            Kind.TEXT,
            "the time that it names, in ISO 8601 or EDTF",
            lambda t: (t.statement.time and t.statement.time.value) or None,
        ),
        Column("place", Kind.TEXT, "where", lambda t: t.name(t.statement.place)),
        Column("place_iri", Kind.TEXT, "the same as a node of the graph", lambda t: t.iri(t.statement.place)),
        Column("confidence", Kind.NUMBER, "between 0 and 1", lambda t: t.statement.confidence),
        Column("source", Kind.TEXT, "who published the document", lambda t: t.document.source),
        Column("document", Kind.TEXT, "the document's IRI", lambda t: t.document.iri),
        Column("sentence", Kind.TEXT, "the sentence that says it", lambda t: t.evidence.sentence),
    ),
    told,
)

EVIDENCE = Table(
    "evidence",
    "the words that a statement rests on; offsets count characters of the document's text, end exclusive",
    (
        Column("statement", Kind.TEXT, "the statement's IRI", lambda t: t.statement.id),
        Column("document", Kind.TEXT, "the document's IRI", lambda t: t.document.iri),
        Column("document_id", Kind.TEXT, "its id in the input", lambda t: t.document.id),
        Column("published", Kind.DATE, "its day of publication", lambda t: t.document.date),
        Column("title", Kind.TEXT, "its headline", lambda t: t.document.title),
        Column("url", Kind.TEXT, "where it was published", lambda t: t.document.url),
        Column("source", Kind.TEXT, "who published it", lambda t: t.document.source),
        Column("sentence", Kind.TEXT, "the sentence", lambda t: t.evidence.sentence),
        Column("sentence_begin", Kind.INTEGER, "where it begins", lambda t: t.statement.sentence.start),
        Column("sentence_end", Kind.INTEGER, "where it ends", lambda t: t.statement.sentence.end),
        Column("predicate", Kind.TEXT, "the predicate's words", lambda t: t.statement.predicate.text),
        Column("begin", Kind.INTEGER, "where they begin", lambda t: t.statement.predicate.span.start),
        Column("end", Kind.INTEGER, "where they end", lambda t: t.statement.predicate.span.end),
        Column("content", Kind.TEXTS, "the reported words, if it reports any", lambda t: t.evidence.content),
        Column(
            "quoted",
            Kind.BOOLEAN,
            "whether they stand in quote marks",
            lambda t: t.statement.content and t.statement.content.quoted,
        ),
        Column(
            "attributed_to",
            Kind.TEXTS,
            "IRIs of the statements that report it, outermost first",
            lambda t: tuple(link.statement for link in t.statement.attributed_to),
        ),
        Column("rule", Kind.TEXT, "the rule that made it", lambda t: t.statement.rule or None),
        Column("confidence", Kind.NUMBER, "between 0 and 1", lambda t: t.statement.confidence),
        Column("model", Kind.TEXT, "the language model that read the document", lambda t: str(t.document.model)),
    ),
    told,
)
