"""The sections of the suite. One more is a function of the scale and a line in :data:`SECTIONS`."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable
from dataclasses import dataclass

from kgraph.engine.workers import cores
from tests.benchmarks import drawing, graph_files, growth, peers, rdf, reading, scaling, store
from tests.benchmarks.articles import articles
from tests.benchmarks.findings import Findings, Limit, UnavailableError
from tests.benchmarks.machine import machine
from tests.benchmarks.reading import samples, varied
from tests.benchmarks.scaling import Measured

_STAGE_ROUNDS = 3
_STAGE_COPIES = 4
_STAGE_CHARACTERS = 300_000
_SCALING_ARTICLES = 800
_SCALING_ROUNDS = 2
_LONG = 1_000_000


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes:
        title: What it measures.
        findings: Measures it. Its argument is the scale: a share of the full sizes, 1 for all of them.
    """

    title: str
    findings: Callable[[float], Findings]

    def run(self, scale: float) -> Findings:
        """What it finds, here and now, or why it cannot."""
        here = machine()
        try:
            found = self.findings(scale)
        except UnavailableError as reason:
            found = Findings(missing=str(reason))
        if scale != 1:
            found = dataclasses.replace(found, notes=(*found.notes, f"Measured at {scale:g} of the full sizes."))
        return dataclasses.replace(found, title=self.title, machine=here)


def stages(scale: float) -> Findings:
    """What follows the parse, as ratios of bare parsing in the same run; see :mod:`tests.benchmarks.reading`."""
    documents = list(itertools.islice(varied(samples()), max(1, int(len(samples()) * _STAGE_COPIES * scale))))
    speed = reading.measure_speed(documents, rounds=_STAGE_ROUNDS)
    burden = reading.measure_length(max(2_000, int(_STAGE_CHARACTERS * scale)))
    rows = tuple((name, seconds, seconds / speed.parsing) for name, seconds in dataclasses.asdict(speed).items())
    limits = (
        Limit("all after the parse, as a ratio of bare parsing", speed.ratio, most=reading.LARGEST_RATIO),
        Limit(
            "resolution and coding, as a ratio of bare parsing",
            speed.after_extraction,
            most=reading.LARGEST_RATIO_AFTER_EXTRACTION,
        ),
        Limit("one long document, as a ratio of the time for its parts", burden, most=reading.LARGEST_BURDEN),
    )
    return Findings(("Stage", "CPU s", "Ratio to bare"), rows, limits)


def workers(scale: float) -> Findings:
    """How reading grows with the workers; see :mod:`tests.benchmarks.scaling`."""
    documents = list(articles(max(10, int(_SCALING_ARTICLES * scale))))
    found: dict[int, list[Measured]] = {1: [], 2: []}
    for _ in range(_SCALING_ROUNDS if scale == 1 else 1):
        for count, several in found.items():
            several.append(scaling.measure(documents, count))
    best = {count: max(several, key=lambda each: each.words_a_second) for count, several in found.items()}
    long = scaling.long_document(max(5_000, int(_LONG * scale)))
    after = scaling.measure([*documents[:5], long, *documents[5:10]], 1).peak
    peaks = {count: max(each.peak for each in several) for count, several in found.items()}
    growth = max(each.peak / each.warm for several in found.values() for each in several)
    rows = tuple((count, each.words_a_second, each.work, peaks[count]) for count, each in best.items())
    two = Limit(
        "two workers, words a second as a ratio of one",
        best[2].words_a_second / best[1].words_a_second,
        least=scaling.SMALLEST_RATIO,
    )
    limits = (
        *((two,) if cores() > 1 else ()),
        Limit("largest worker, MB", max(*peaks.values(), after), most=scaling.LARGEST_MEGABYTES),
        Limit("its growth from a tenth of the documents to all", growth, most=scaling.LARGEST_GROWTH),
    )
    note = f"With a document of {len(long.text):,} characters a worker takes {after:.0f} MB."
    columns = ("Workers", "Words a second", "CPU s a thousand words", "Peak of a worker, MB")
    return Findings(columns, rows, limits, (note,))


SECTIONS = {
    "reading": Section("Reading, beside other readers", peers.findings),
    "stages": Section("The stages after the parse", stages),
    "workers": Section("Workers", workers),
    "store": Section("The store", store.findings),
    "rdf": Section("RDF", rdf.findings),
    "files": Section("Graph files", graph_files.findings),
    "report": Section("The report", drawing.findings),
    "growth": Section("Merging and writing, by the size of the corpus", growth.findings),
}
