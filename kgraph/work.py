"""The worker that reads: from a document, or from the last of its stages that is still good, to its coded reading."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph import memory
from kgraph.engine import Done, Output, Stage, Task, Worker
from kgraph.errors import EngineError
from kgraph.fingerprint import Fingerprints, fingerprints
from kgraph.model.compact import decode_parsed, decode_reading, encode_parsed, encode_reading
from kgraph.model.parsed import ParsedDocument
from kgraph.model.statement import Reading
from kgraph.store.edges import encode_edges

if TYPE_CHECKING:
    from kgraph.pipeline import Pipeline

_LONG = 200_000  # characters: what is left of its parse is worth giving back


@dataclass(frozen=True, slots=True)
class ReadingRecipe:
    """Makes a worker that reads; a :data:`kgraph.engine.Recipe`.

    Attributes:
        model: As for :class:`kgraph.pipeline.Pipeline`.
        own_ontology: As there.
        kept: The stages whose outputs are wanted, in their order.
        first: The first stage that any task needs; what is needed from there on is loaded at once.
        prints: What the stages of whoever wants the outputs rest on; on another machine they may rest on others.
    """

    model: str | None = None
    own_ontology: Path | None = None
    kept: tuple[Stage, ...] = tuple(Stage)
    first: Stage = Stage.PARSE
    prints: Fingerprints | None = None

    def __call__(self) -> Worker:
        """Loads what is needed.

        Raises:
            ModelError: The model is not installed or does not fit.
            OntologyError: The ontology or the lexicon is malformed.
            EngineError: This machine would read otherwise than the one that gives the tasks.
        """
        if self.prints not in {None, fingerprints(self.model, own_ontology=self.own_ontology)}:
            raise EngineError(
                f"{platform.node()} has another kgraph, model or ontology than the machine that gives it documents; "
                "install the same on both"
            )
        from kgraph.pipeline import Pipeline  # noqa: PLC0415 - whoever only makes a recipe reads nothing

        pipeline = Pipeline(self.model, own_ontology=self.own_ontology)
        pipeline.load(self.first)
        return _Reader(pipeline, self.kept)


def coded(reading: Reading) -> Output:
    """The output of the last stage."""
    return Output(Stage.CODE, encode_reading(reading), encode_edges(reading))


@dataclass(frozen=True, slots=True)
class _Reader:
    pipeline: Pipeline
    kept: tuple[Stage, ...]

    def __call__(self, tasks: Sequence[Task]) -> list[Done]:
        unparsed = [task.document for task in tasks if task.stored is None]
        parsed = self.pipeline.parse(unparsed) if unparsed else iter(())
        return [Done(task.key, tuple(self._outputs(task, parsed))) for task in tasks]

    def _outputs(self, task: Task, fresh: Iterator[ParsedDocument]) -> Iterator[Output]:
        """The outputs of the stages that a task needs; ``fresh`` has the documents that nothing is stored of."""
        outputs: list[Output] = []
        extracted = self._extracted(task, fresh, outputs)
        yield from outputs
        yield coded(self.pipeline.code(extracted))

    def _extracted(self, task: Task, fresh: Iterator[ParsedDocument], outputs: list[Output]) -> Reading:
        """What a document says; the parse, which takes most room, is gone before the next stage."""
        stored = task.stored
        if stored is not None and stored.stage is Stage.EXTRACT:
            return decode_reading(stored.content, task.document)
        parsed = next(fresh) if stored is None else decode_parsed(stored.content, task.document)
        long = len(task.document.text) > _LONG
        if long:
            memory.give_back()
        if stored is None and Stage.PARSE in self.kept:
            outputs.append(Output(Stage.PARSE, encode_parsed(parsed)))
        extracted = self.pipeline.extract(parsed)
        del parsed
        if long:
            memory.give_back()
        if Stage.EXTRACT in self.kept:
            outputs.append(Output(Stage.EXTRACT, encode_reading(extracted)))
        return extracted
