"""Readers and stores in JavaScript."""

from __future__ import annotations

import json
import select
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients.client import FORMATS, INSTALLED, Client, Store, parsed, results, run
from tests.interop.clients.server import ENDING_WITH_US

_TESTS = Path(__file__).parents[1]
_ANSWER = 60


def _missing(folder: str, package: str) -> str | None:
    installed = shutil.which("node") and (INSTALLED / folder / "node_modules" / package).is_dir()
    return None if installed else f"{package}; run tests/interop/install-clients.sh"


class N3Js(Client):
    """N3.js, one strict parser a format."""

    name = "N3.js"
    reads = frozenset({"ttl", "nt", "trig", "nq"})

    @classmethod
    def missing(cls) -> str | None:
        return _missing("node", "n3")

    def read(self, file: Path) -> frozenset[ox.Quad]:
        return parsed(run(["node", str(_TESTS / "node" / "n3.mjs"), str(file)], cwd=INSTALLED / "node"))


class JsonLdJs(Client):
    """jsonld.js, which may fetch no context: the file must bring its own."""

    name = "jsonld.js"
    reads = frozenset({"jsonld"})

    @classmethod
    def missing(cls) -> str | None:
        return _missing("node", "jsonld")

    def read(self, file: Path) -> frozenset[ox.Quad]:
        return parsed(run(["node", str(_TESTS / "node" / "jsonld.mjs"), str(file)], cwd=INSTALLED / "node"))


class Comunica(Store):
    """Comunica over a file, in one process that answers a line with a line."""

    name = "comunica"
    reads = FORMATS

    @classmethod
    def missing(cls) -> str | None:
        return _missing("comunica", "@comunica/query-sparql-file")

    def __init__(self, scratch: Path) -> None:
        super().__init__(scratch)
        self._process = self._started()

    @staticmethod
    def _started() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*ENDING_WITH_US, "node", str(_TESTS / "comunica" / "ask.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=INSTALLED / "comunica",
        )

    def load(self, file: Path) -> None:
        self._file = file

    def solutions(self, query: str) -> ox.QuerySolutions:
        asked, answering = self._process.stdin, self._process.stdout
        assert asked
        assert answering
        asked.write(json.dumps({"file": str(self._file), "query": query}).encode() + b"\n")
        asked.flush()
        if not select.select([answering], [], [], _ANSWER)[0]:
            # A late answer would be taken for that to the next query.
            self.close()
            self._process = self._started()
            raise AssertionError(f"no answer within {_ANSWER} seconds")
        answer = answering.readline()
        assert b"results" in answer[:200], answer.decode()
        return results(answer)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
