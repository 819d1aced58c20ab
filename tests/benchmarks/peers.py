"""How fast kgraph reads beside other readers, and how much memory each takes.

All read the same articles in turn, each in a process of its own and on one
core, in three rounds; that with the middle ratio counts. *Words a CPU second* are without the start
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
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import process
from tests.benchmarks.articles import SHORT, articles, write_corpus
from tests.benchmarks.findings import Cell, Findings, Limit, UnavailableError
from tests.benchmarks.machine import machine
from tests.benchmarks.page import figure

SMALLEST_RATIO = {True: 1.2, False: 1.0}
"""Words of ``kgraph build`` as a ratio of bare ones, by whether BLIS falls back to its generic kernel."""

_ARTICLES = 160
_SLOW_SHARE = 16  # one article in so many
_ROUNDS = 3
_HERE = Path(__file__).parent
_LOCK = _HERE / "peers.lock"
_ENVIRONMENT = process.ROOT / ".peers"
_MADE_OF = _ENVIRONMENT / "peers.sha256"


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
    others = _Others()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)

        def one_round() -> tuple[Reading, Reading, Reading | None]:
            bare = read("bare", sys.executable, texts, place)
            return bare, build(texts, place), others.read("textacy", texts, place)

        rounds = [one_round() for _ in range(_ROUNDS if scale == 1 else 1)]
        bare_few = read("bare", sys.executable, few, place)
        slow = others.read("triplet-extract", few, place)
    # The speed of a machine comes and goes within minutes: a round counts as a whole, the middle one by its ratio.
    rounds.sort(key=lambda each: each[1].speed / each[0].speed)
    whole, own, textacy = rounds[len(rounds) // 2]
    rows = (
        _row("bare `nlp.pipe`", whole, whole),
        _row("`kgraph build`", own, whole),
        _row("textacy", textacy, whole),
        _row("triplet-extract", slow, bare_few),
    )
    limit = Limit(
        "`kgraph build`, words a CPU second as a ratio of bare `nlp.pipe`",
        own.speed / whole.speed,
        least=SMALLEST_RATIO[machine().generic],
    )
    share = (
        f"triplet-extract read the first {bare_few.words:,} of the {whole.words:,} words; its ratio is to bare "
        f"`nlp.pipe` on just these ({figure(bare_few.speed)} words a CPU second)."
    )
    if len(rounds) > 1:
        ratios = [figure(each[1].speed / each[0].speed) for each in rounds]
        share += f" The round with the middle ratio is shown; those of `kgraph build` were {', '.join(ratios)}."
    columns = ("Reader", "Words read", "Words a CPU second", "Ratio to bare", "Peak, MB")
    return Findings(columns, rows, (limit,), (share, *others.notes()))


def _row(name: str, found: Reading | None, bare: Reading) -> tuple[Cell, ...]:
    if found is None:
        return name, None, None, None, None
    return name, found.words, found.speed, found.speed / bare.speed, found.megabytes


class _Others:
    """The readers that are no part of kgraph, and what became of them."""

    def __init__(self) -> None:
        self._interpreter, self._missing = _environment()
        self._reasons: dict[str, str] = {}
        self._failed: dict[str, int] = {}

    def read(self, name: str, texts: Sequence[str], place: Path) -> Reading | None:
        """Has one of them read texts; nothing where it cannot."""
        if self._missing is not None:
            self._reasons[name] = self._missing
            return None
        try:
            found = read(name, self._interpreter, texts, place)
        except UnavailableError as reason:
            self._reasons[name] = str(reason)
            return None
        self._failed[name] = found.failed
        return found

    def notes(self) -> Iterator[str]:
        """What has to be told of them."""
        for name, reason in self._reasons.items():
            yield f"{name} was not measured: {reason}."
        for name, failed in self._failed.items():
            if failed:
                yield f"{name} raised an error on {failed:,} texts."


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
    short.write_text(SHORT, "utf-8")
    whole, start = (
        process.python("-m", "kgraph", "build", each, "--workers", "1", "-o", place / "graph")
        for each in (corpus, short)
    )
    shutil.rmtree(corpus)
    return Reading(_words(texts), whole.seconds - start.seconds, whole.megabytes)


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _environment() -> tuple[str, str | None]:
    """The Python of the environment of the other readers, made if it is not there, and why it is of no use."""
    interpreter = str(_ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    wanted = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    if _MADE_OF.exists() and _MADE_OF.read_text("ascii") == wanted:
        return interpreter, None
    venv.create(_ENVIRONMENT, clear=True, with_pip=True)
    command = [interpreter, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(_LOCK)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        return interpreter, f"pip could not install it ({done.stderr.strip().splitlines()[-1]})"
    _MADE_OF.write_text(wanted, "ascii")
    return interpreter, None
