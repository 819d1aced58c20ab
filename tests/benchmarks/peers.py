"""How fast kgraph reads beside other readers, and how much memory each takes.

All read the same articles in turn, each in a process of its own and on one
core; the best round of each counts. *Words a CPU second* are without the start
of the program and the loading of models, *peak* is of the whole process.

- Bare: ``nlp.pipe`` of the default model with spaCy's defaults, which gives
  no statements yet.
- ``kgraph build``: the command itself, from the files to the graph in all its
  default formats. Its start is what a corpus of one short text takes.
- textacy: its triples of subject, verb and object, of what ``nlp.pipe`` parsed.
- triplet-extract: Stanford's open information extraction. It is slow, so it
  reads a share of the articles, and is compared with bare reading of that share.

``kgraph build`` must read at least 1.2 times as many words as bare reading
where BLIS does not know the processor, and as many where it does.

The other readers live in an environment of their own (``.peers``), which is
made of ``peers.lock`` when it is first needed. They are no part of kgraph.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import process
from tests.benchmarks.articles import articles, write_corpus
from tests.benchmarks.findings import Cell, Findings, Limit
from tests.benchmarks.machine import machine

SMALLEST_RATIO = {True: 1.2, False: 1.0}
"""Words of ``kgraph build`` as a ratio of bare ones, by whether BLIS falls back to its generic kernel."""

_ARTICLES = 200
_SLOW_SHARE = 20  # one article in so many
_ROUNDS = 2
_HERE = Path(__file__).parent
_LOCK = _HERE / "peers.lock"
_ENVIRONMENT = process.ROOT / ".peers"
_MADE_OF = _ENVIRONMENT / "peers.sha256"
_SHORT = "Russia criticized the decision."


@dataclass(frozen=True)
class Reading:
    """What a reader took for some texts: seconds of processor time, peak in megabytes, texts that raised an error."""

    words: int
    seconds: float
    megabytes: float
    failed: int = 0

    @property
    def speed(self) -> float:
        """Words a CPU second."""
        return self.words / self.seconds


def findings(scale: float) -> Findings:
    """Measures all readers, in turn."""
    texts = [each.text for each in articles(max(2, int(_ARTICLES * scale)))]
    few = texts[: max(1, len(texts) // _SLOW_SHARE)]
    peers, missing = _peers()
    rounds = _ROUNDS if scale == 1 else 1
    with tempfile.TemporaryDirectory() as place:
        found = [_round(texts, peers, Path(place, str(number))) for number in range(rounds)]
        bare, kgraph, *textacy = (min(each, key=lambda one: one.seconds) for each in zip(*found, strict=True))
        bare_few = read("bare", sys.executable, few, Path(place))
        slow = [read("triplet-extract", peers, few, Path(place))] if peers is not None else []
    rows = [
        _row("bare `nlp.pipe`", bare, bare),
        _row("`kgraph build`", kgraph, bare),
        *(_row("textacy", each, bare) for each in textacy),
        *(_row("triplet-extract", each, bare_few) for each in slow),
    ]
    if missing is not None:
        rows += [(name, None, None, None, None) for name in ("textacy", "triplet-extract")]
    limit = Limit(
        "`kgraph build`, words a CPU second as a ratio of bare `nlp.pipe`",
        kgraph.speed / bare.speed,
        least=SMALLEST_RATIO[machine().generic],
    )
    columns = ("Reader", "Words read", "Words a CPU second", "Ratio to bare", "Peak, MB")
    return Findings(columns, tuple(rows), (limit,), tuple(_notes(missing, textacy, slow, bare_few, bare)))


def _round(texts: Sequence[str], peers: str | None, place: Path) -> list[Reading]:
    place.mkdir()
    found = [read("bare", sys.executable, texts, place), build(texts, place)]
    return found if peers is None else [*found, read("textacy", peers, texts, place)]


def _row(name: str, found: Reading, bare: Reading) -> tuple[Cell, ...]:
    return name, found.words, found.speed, found.speed / bare.speed, found.megabytes


def _notes(
    missing: str | None, textacy: Iterable[Reading], slow: Iterable[Reading], bare_few: Reading, bare: Reading
) -> Iterable[str]:
    if missing is not None:
        yield f"textacy and triplet-extract were not measured: {missing}."
    for name, each in (*(("textacy", each) for each in textacy), *(("triplet-extract", each) for each in slow)):
        if each.failed:
            yield f"{name} raised an error on {each.failed} texts."
    if slow:
        yield (
            f"triplet-extract read the first {bare_few.words:,} of the {bare.words:,} words; its ratio is to bare "
            f"`nlp.pipe` on just these ({bare_few.speed:,.0f} words a CPU second)."
        )


def read(name: str, interpreter: str, texts: Sequence[str], place: Path) -> Reading:
    """Has one of ``readers.py`` read texts.

    Args:
        name: Its name there.
        interpreter: The Python that has its packages.
        texts: What to read.
        place: A folder for a file with the texts.
    """
    file = place / "texts.json"
    file.write_text(json.dumps(texts), "utf-8")
    cost = process.run(interpreter, _HERE / "readers.py", name, file)
    return Reading(_words(texts), megabytes=cost.megabytes, **json.loads(cost.output.splitlines()[-1]))


def build(texts: Sequence[str], place: Path) -> Reading:
    """Has ``kgraph build`` read texts on one core."""
    corpus, short = place / "corpus", place / "short.txt"
    write_corpus(corpus, texts)
    short.write_text(_SHORT, "utf-8")
    whole, start = (
        process.python("-m", "kgraph", "build", each, "--workers", "1", "-o", place / "graph")
        for each in (corpus, short)
    )
    return Reading(_words(texts), whole.seconds - start.seconds, whole.megabytes)


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _peers() -> tuple[str | None, str | None]:
    """The Python of the environment of the other readers, made if it is not there; or why there is none."""
    interpreter = _ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wanted = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    if _MADE_OF.exists() and _MADE_OF.read_text("ascii") == wanted:
        return str(interpreter), None
    venv.create(_ENVIRONMENT, clear=True, with_pip=True)
    command = [str(interpreter), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(_LOCK)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        return None, f"pip could not install them ({(done.stderr.strip().splitlines() or ['no reason told'])[-1]})"
    _MADE_OF.write_text(wanted, "ascii")
    return str(interpreter), None
