from __future__ import annotations

import csv
import io
import re

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from kgraph.errors import GraphError
from kgraph.graph.terms import PREFIXES
from kgraph.ontology.files import shipped
from kgraph.query import library
from kgraph.query.binding import resolve
from kgraph.query.evaluate import answer
from kgraph.query.guard import checked
from tests.unit.query.graphs import GRAPH

LIBRARY = library.library()


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(GRAPH.encode(), format=ox.RdfFormat.TURTLE)
    return store


def rows(store: ox.Store, name: str, **bound: str) -> list[list[str]]:
    """The rows of a query without its head, IRIs by their local names."""
    query = LIBRARY[name]
    values = {each: resolve(store, each, words, query.kind(each)) for each, words in bound.items()}
    told = answer(store, checked(query.text), values, "csv").decode()
    return [[re.split("[/#]", cell)[-1] for cell in row] for row in list(csv.reader(io.StringIO(told)))[1:]]


def column(store: ox.Store, name: str, *columns: int, **bound: str) -> list[tuple[str, ...]]:
    return [tuple(row[each] for each in columns) for row in rows(store, name, **bound)]


def test_there_are_queries() -> None:
    assert len(LIBRARY) >= 14


@pytest.mark.parametrize("query", LIBRARY.values(), ids=list(LIBRARY))
def test_each_query_tells_what_it_is_and_needs_nothing_of_ours(query: library.NamedQuery) -> None:
    assert query.title
    assert query.description.endswith(".")
    # It is a whole query for any store: no prefix but its own, every parameter a variable of its rows.
    selected = {str(variable) for variable in prepareQuery(query.text).algebra.PV}
    assert {parameter.name for parameter in query.parameters} <= selected
    assert checked(query.text).ordered


@pytest.mark.parametrize("query", LIBRARY.values(), ids=list(LIBRARY))
def test_each_query_answers_of_the_samples(query: library.NamedQuery) -> None:
    samples = ox.Store()
    samples.load(path=str(shipped().parent / "exports" / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    told = answer(samples, checked(query.text), {}, "csv").decode().splitlines()
    # Six short articles hold neither a dispute nor a change of mind.
    assert (len(told) > 1) != (query.name in {"changes-of-position", "contradictions", "corroborations"})


def test_who_criticises_whom_leaves_hearsay_out(store: ox.Store) -> None:
    assert rows(store, "who-criticises-whom") == [["RUS", "NOR", "1", "2022-06-01", "2022-06-01"]]
    assert rows(store, "who-criticises-whom", who="Norway") == []


def test_who_said_what_about(store: ox.Store) -> None:
    assert column(store, "who-said-what-about", 0, 1, 5, speaker="Ann", about="Russia") == [
        ("ann", "RUS", "Sentence hearsay.")
    ]


def test_acts_by_month(store: ox.Store) -> None:
    assert rows(store, "acts-by-month", actor="Russia", month="2022-06") == [
        ["RUS", "NOR", "2022-06", "ACCUSE", "1"],
        ["RUS", "NOR", "2022-06", "THREATEN", "1"],
    ]
    assert column(store, "acts-by-month", 0, 3, type="assault") == [("UKR", "ASSAULT")]


def test_changes_of_position(store: ox.Store) -> None:
    assert rows(store, "changes-of-position") == [["NOR", "NOR", "arms", "tank", "2022-06-02", "2022-07-02"]]


def test_contradictions_and_corroborations(store: ox.Store) -> None:
    assert rows(store, "contradictions") == [["NOR", "arms", "tank", "", "NOR", "Sentence arms.", "Sentence no."]]
    assert column(store, "corroborations", 3, 4, 5) == [("true", "NOR", "RUS")]


def test_arms_transfers(store: ox.Store) -> None:
    assert column(store, "arms-transfers", 0, 1, 2, 3) == [
        ("NOR", "", "tank", "refused"),
        ("NOR", "UKR", "tank", "sent"),
    ]
    assert column(store, "arms-transfers", 3, status="sent") == [("sent",)]


def test_evidence_for_an_edge(store: ox.Store) -> None:
    assert column(store, "evidence-for-an-edge", 3, 6, 7, 8, 9, 10, predicate="arms", object="tanks") == [
        ("", "Sentence arms.", "1", "5", "one", ""),
        ("NOR", "Sentence no.", "1", "5", "two", "Two"),
    ]


def test_most_active_dyads(store: ox.Store) -> None:
    assert rows(store, "most-active-dyads")[0][2:] == ["2", "2"]


def test_unresolved_actors(store: ox.Store) -> None:
    assert rows(store, "unresolved-actors") == [["officials", "1", "Sentence also."]]


def test_events_by_type(store: ox.Store) -> None:
    assert ["ACCUSE", "2", "1"] in rows(store, "events-by-type")


def test_denials(store: ox.Store) -> None:
    assert column(store, "denials", 0, 3) == [("NOR", "Sentence no.")]


def test_threats_that_a_deed_follows_are_carried_out(store: ox.Store) -> None:
    assert column(store, "threats-not-carried-out", 0, 1) == [("RUS", "NOR")]


def test_statements_by_speaker_and_outlet(store: ox.Store) -> None:
    assert column(store, "statements-by-speaker", 1, 2, speaker="Ann") == [("1", "1")]
    assert rows(store, "statements-by-outlet") == [["Wire", "1", "5", "1"]]


def test_timeline_of_an_actor(store: ox.Store) -> None:
    assert column(store, "timeline-of-an-actor", 0, 2, 5, actor="Moscow")[0] == (
        "2022-06-01",
        "does",
        "Sentence accuse.",
    )


def test_office_holders_are_those_of_the_day(store: ox.Store) -> None:
    assert column(store, "office-holders", 0, 1, 2, 5) == [("ann", "office", "NOR", "2022-06-02")]


def test_a_name_in_other_capitals_is_found_and_others_are_suggested(store: ox.Store) -> None:
    assert resolve(store, "who", "russia", "entity").value.endswith("/RUS")
    assert resolve(store, "who", "kge:RUS", "entity").value.endswith("/RUS")
    with pytest.raises(GraphError, match=r"knows nobody named 'Norwai'; it knows: Norway"):
        resolve(store, "who", "Norwai", "entity")
    with pytest.raises(GraphError, match=r"is the name of 2; choose one by its IRI: kge:GEO .*, kge:UKR "):
        resolve(store, "who", "Georgia", "entity")
    with pytest.raises(GraphError, match="the graph has no 'acuses'; it has: accuses"):
        resolve(store, "predicate", "acuses", "predicate")


@pytest.mark.parametrize(("kind", "words"), [("date", "2022-13-01"), ("integer", "one"), ("boolean", "yes")])
def test_values_must_be_of_their_kind(store: ox.Store, kind: str, words: str) -> None:
    with pytest.raises(GraphError, match=f"--bind x={words}: '{words}' is not "):
        resolve(store, "x", words, kind)


def test_a_value_is_never_read_as_sparql(store: ox.Store) -> None:
    query = checked("SELECT ?outlet { ?document dcterms:source ?outlet }")
    value = resolve(store, "outlet", 'Wire" } #', "string")
    assert answer(store, query, {"outlet": value}, "csv") == b"outlet\r\n"
    with pytest.raises(GraphError, match="does not SELECT a variable of this name"):
        answer(store, query, {"document": value}, "csv")


def test_rows_without_an_order_are_sorted(store: ox.Store) -> None:
    told = answer(store, checked("SELECT ?label { ?s rdfs:label ?label }"), {}, "csv").decode().splitlines()[1:]
    assert told == sorted(told)
    assert len(told) > 5


def test_all_formats(store: ox.Store) -> None:
    rows_of, asked = checked("SELECT ?s { ?s a kg:Person }"), checked("ASK { ?s a kg:Person }")
    made = checked("CONSTRUCT WHERE { ?s a kg:Person }")
    assert answer(store, rows_of, {}, "tsv") == b"?s\n<https://w3id.org/kgraph/entity/ann>\n"
    assert b'"value":"https://w3id.org/kgraph/entity/ann"' in answer(store, rows_of, {}, "json")
    assert b"<uri>https://w3id.org/kgraph/entity/ann</uri>" in answer(store, rows_of, {}, "xml")
    assert answer(store, rows_of, {}, None).decode().splitlines()[-3:] == [" Ann", "", "1 row"]
    assert answer(store, asked, {}, None) == b"yes\n"
    assert b"kge:ann a kg:Person" in answer(store, made, {}, None)
    with pytest.raises(GraphError, match="the query makes triples"):
        answer(store, made, {}, "csv")
    with pytest.raises(GraphError, match="the query makes rows"):
        answer(store, rows_of, {}, "turtle")


def test_a_broken_header_is_told() -> None:
    with pytest.raises(GraphError, match="is no parameter"):
        library.read("mine", "# parameter: x (thing) y\nSELECT * {}")
    with pytest.raises(GraphError, match="did you mean: denials"):
        library.find("denial")


def test_the_prefixes_are_ours() -> None:
    for query in LIBRARY.values():
        for prefix, space in re.findall(r"PREFIX (\w+): <(.*)>", query.text):
            assert PREFIXES[prefix] == space
