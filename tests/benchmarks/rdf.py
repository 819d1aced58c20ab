"""How fast a graph is written and loaded, and how much memory it takes.

A generated graph of 300,000 triples, each step in a process of its own; the
times are those of the processor, so that other work beside does not count:

- writing: the time of rdflib's Turtle serializer for the triples, as a ratio of
  ours for the same graph, from its records to the closed file. At least 10.
- the gate: the time that the checks before it take, SHACL among them, as a
  ratio of ours for writing; rdflib has none. At most 1.5.
- loading: the time of rdflib's Turtle parser for our file, as a ratio of a bulk
  load into a pyoxigraph store. At least 5.
- memory: what writing adds to the process that holds the graph, as a ratio of
  that process before. At most 0.5: the views on the graph, never its text.
"""

from __future__ import annotations

import datetime
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyoxigraph
import rdflib

from kgraph.export.conformance import require
from kgraph.export.drawing import ACTORS_AND_STATEMENTS
from kgraph.export.publish import publish
from kgraph.export.registry import EXPORTERS
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.rdf import RDF11
from kgraph.graph.validate import validate
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY, STATEMENT, digest
from kgraph.model.statement import Mention, Reading, Statement
from tests.benchmarks import process
from tests.benchmarks.findings import Findings, Limit
from tests.unit.graph.samples import ENTITIES, STATEMENTS, reading

SLOWEST_WRITING = 10.0
SLOWEST_GATE = 1.5
SLOWEST_LOADING = 5.0
LARGEST_GROWTH = 0.5
_TRIPLES = 300_000
# What each document of the generated graph comes to.
_TRIPLES_A_DOCUMENT = 155
_ENTITIES = 20_000


@dataclass(frozen=True, slots=True)
class Step:
    """What one process measured: CPU seconds of its work, its memory before and at its peak in MB, the triples."""

    seconds: float
    before: float
    peak: float
    triples: int = 0


def generated(triples: int) -> KnowledgeGraph:
    """A graph of about so many triples: our sample article again and again, by other actors and on other days."""
    return merge(map(graph_of, _readings(max(1, triples // _TRIPLES_A_DOCUMENT))))


def _readings(documents: int) -> Iterator[Reading]:
    for number in range(documents):
        name = f"article-{number}"
        entities = {each.iri: _actor(each, number * 7 + place) for place, each in enumerate(ENTITIES)}
        statements = tuple(_moved(statement, name, entities) for statement in STATEMENTS)
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number % 1000)
        made = reading(*statements, entities=tuple(entities.values()), id=name, date=day, title=f"News {number}")
        yield made


def _actor(entity: Entity, number: int) -> Entity:
    number %= _ENTITIES
    return replace(entity, iri=f"{ENTITY}actor-{number}", label=f"Actor {number}", type="Person")


def _moved(statement: Statement, document: str, entities: dict[str, Entity]) -> Statement:
    def acted(mention: Mention | None) -> Mention | None:
        if mention is None or mention.entity is None:
            return mention
        return replace(mention, entity=entities[mention.entity].iri, label=entities[mention.entity].label)

    def party(mention: Mention) -> Mention:
        return acted(mention) or mention

    event = statement.event
    return replace(
        statement,
        id=_iri(statement.id, document),
        document=document,
        subject=acted(statement.subject),
        object=acted(statement.object),
        place=acted(statement.place),
        arguments=tuple(replace(each, filler=party(each.filler)) for each in statement.arguments),
        attributed_to=tuple(
            replace(link, statement=_iri(link.statement, document), source=acted(link.source))
            for link in statement.attributed_to
        ),
        event=event
        and replace(
            event,
            actors=tuple(replace(each, mention=party(each.mention)) for each in event.actors),
            recipients=tuple(replace(each, mention=party(each.mention)) for each in event.recipients),
        ),
    )


def _iri(statement: str, document: str) -> str:
    return STATEMENT + digest(statement, document)


def write(path: Path, triples: int) -> Step:
    """Writes a generated graph with kgraph."""
    graph = generated(triples)
    (make,) = EXPORTERS["turtle"].making(RDF11, ACTORS_AND_STATEMENTS).values()
    return _measured(lambda: publish({path.name: lambda: make(graph)}, path.parent))


def check(_path: Path, triples: int) -> Step:
    """Checks the graph as every export does before it writes."""
    graph = generated(triples)

    def gate() -> None:
        validate(graph)
        require(graph)

    return _measured(gate)


def write_with_rdflib(path: Path, _triples: int) -> Step:
    """Writes the same triples with rdflib."""
    graph = rdflib.Graph().parse(path)
    step = _measured(lambda: graph.serialize(path.with_suffix(".rdflib.ttl"), format="turtle"))
    return replace(step, triples=len(graph))


def load(path: Path, _triples: int) -> Step:
    """Loads the file into a store of pyoxigraph."""
    store = pyoxigraph.Store()
    step = _measured(lambda: store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    return replace(step, triples=len(store))


def load_with_rdflib(path: Path, _triples: int) -> Step:
    """Loads the file into a graph of rdflib."""
    graph = rdflib.Graph()
    step = _measured(lambda: graph.parse(path))
    return replace(step, triples=len(graph))


STEPS: dict[str, Callable[[Path, int], Step]] = {
    step.__name__: step for step in (write, check, write_with_rdflib, load, load_with_rdflib)
}


def _measured(work: Callable[[], object]) -> Step:
    gc.freeze()  # as kgraph build does, for the graph stays to the end
    before = _memory()
    start = time.process_time()
    work()
    return Step(time.process_time() - start, before, _memory())


def _memory() -> float:
    """The peak of the process's memory so far, in MB."""
    import resource  # noqa: PLC0415 - Windows has none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_process(name: str, path: Path, triples: int) -> Step:
    return Step(**json.loads(process.python("-m", "tests.benchmarks.rdf", name, path, str(triples)).output))


def findings(scale: float) -> Findings:
    """Measures all steps."""
    triples = max(1_000, int(_TRIPLES * scale))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.ttl")
        found = {name: _in_process(name, path, triples) for name in STEPS}
        size = path.stat().st_size
    write, load = found["write"], found["load"]
    limits = (
        Limit(
            "Turtle: time of rdflib's serializer as a ratio of ours",
            found["write_with_rdflib"].seconds / write.seconds,
            least=SLOWEST_WRITING,
        ),
        Limit(
            "checks before writing, as a ratio of writing", found["check"].seconds / write.seconds, most=SLOWEST_GATE
        ),
        Limit(
            "loading: time of rdflib's parser as a ratio of pyoxigraph's on our file",
            found["load_with_rdflib"].seconds / load.seconds,
            least=SLOWEST_LOADING,
        ),
        Limit("memory that writing adds to that of the graph", write.peak / write.before - 1, most=LARGEST_GROWTH),
    )
    rows = tuple((name.replace("_", " "), step.seconds, step.before, step.peak) for name, step in found.items())
    note = f"{load.triples:,} triples, {size / 1e6:.0f} MB of Turtle."
    return Findings(("Step", "CPU s", "MB before", "MB at the peak"), rows, limits, (note,))


def main() -> None:
    """Does one step: its name, the Turtle file and about how many triples; prints what it took as JSON."""
    name, path, triples = sys.argv[1:]
    print(json.dumps(asdict(STEPS[name](Path(path), int(triples)))))


if __name__ == "__main__":
    main()
