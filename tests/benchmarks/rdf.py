"""How fast a graph is written and loaded, and how much memory it takes: ``python -m tests.benchmarks.rdf``.

A generated graph of a million triples, each step in a process of its own; the
times are those of the processor, so that other work beside does not count:

- writing: the time of rdflib's Turtle serializer for the triples, as a ratio of
  ours for the same graph, from its records to the closed file. At least 10.
- loading: the time of rdflib's Turtle parser for our file, as a ratio of a bulk
  load into a pyoxigraph store. At least 5.
- memory: what writing adds to the process that holds the graph, as a ratio of
  that process before. At most 0.5: the views on the graph, never its text.

Exit code 1 tells that a limit was passed.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph
import rdflib

from kgraph.export.registry import EXPORTERS, export_file
from kgraph.graph.merge import graph_of, merge
from kgraph.model.entity import Entity
from kgraph.model.graph import KnowledgeGraph
from kgraph.model.identifiers import ENTITY, STATEMENT, digest
from kgraph.model.statement import Mention, Reading, Statement
from tests.unit.graph.samples import ENTITIES, STATEMENTS, reading

SLOWEST_WRITING = 10.0
SLOWEST_LOADING = 5.0
LARGEST_GROWTH = 0.5
_TRIPLES = 1_000_000
# What each document of the generated graph comes to.
_TRIPLES_A_DOCUMENT = 155
_ENTITIES = 20_000
_ROOT = Path(__file__).parents[2]


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
    return _measured(lambda: str(export_file(graph, EXPORTERS["turtle"], path)))


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
    step.__name__: step for step in (write, write_with_rdflib, load, load_with_rdflib)
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
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.rdf", "--step", name, "--file", str(path), "--triples", str(triples)],
        capture_output=True,
        check=True,
        cwd=_ROOT,
        text=True,
    )
    return Step(**json.loads(done.stdout))


def main(args: Sequence[str] | None = None) -> int:
    """Measures and prints; returns 1 if a limit was passed."""
    parser = argparse.ArgumentParser(description="Measures the speed and the memory of writing and loading RDF.")
    parser.add_argument("--triples", type=int, default=_TRIPLES, help="about how many triples the graph has")
    parser.add_argument("--step", choices=STEPS, help="one step alone, as JSON")
    parser.add_argument("--file", type=Path, help="the Turtle file of that step")
    options = parser.parse_args(args)
    if options.step is not None:
        step = STEPS[options.step](options.file, options.triples)
        print(json.dumps({name: getattr(step, name) for name in Step.__slots__}))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.ttl")
        found = {name: _in_process(name, path, options.triples) for name in STEPS}
        size = path.stat().st_size
    print(f"{found['load'].triples:,} triples, {size / 1e6:.0f} MB of Turtle")
    for name, step in found.items():
        print(f"{name:<18} {step.seconds:8.2f} s, memory {step.before:6.0f} MB before, {step.peak:6.0f} MB at the peak")
    writing = found["write_with_rdflib"].seconds / found["write"].seconds
    loading = found["load_with_rdflib"].seconds / found["load"].seconds
    growth = found["write"].peak / found["write"].before - 1
    print(f"writing, rdflib : kgraph       {writing:8.2f}   (at least {SLOWEST_WRITING:.2f})")
    print(f"loading, rdflib : pyoxigraph   {loading:8.2f}   (at least {SLOWEST_LOADING:.2f})")
    print(f"memory that writing adds       {growth:8.2f}   of the graph (at most {LARGEST_GROWTH:.2f})")
    return int(writing < SLOWEST_WRITING or loading < SLOWEST_LOADING or growth > LARGEST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
