"""Virtuoso 7, whose bulk loader reads the files and whose endpoint answers."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients.client import Store
from tests.interop.clients.server import Server, ask, free_port

_PROGRAMS = ("virtuoso-t", "isql-vt")
_GRAPH = "urn:kgraph:default"
"""Virtuoso has no graph without a name: this one holds the triples of files without graphs."""

_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = /
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = 1000000
"""


class Virtuoso(Store):
    """The server of Debian's package, with a database of its own."""

    name = "virtuoso"
    reads = frozenset({"ttl", "nt", "rdf", "trig", "nq"})

    @classmethod
    def missing(cls) -> str | None:
        lacking = not all(map(shutil.which, _PROGRAMS))
        packages = "virtuoso-opensource-7 virtuoso-opensource-7-bin"
        return f"Virtuoso; Debian: apt-get install {packages}" if lacking else None

    def __init__(self, scratch: Path) -> None:
        super().__init__(scratch)
        self._sql, http = free_port(), free_port()
        self._url = f"http://127.0.0.1:{http}/sparql"
        settings = scratch / "virtuoso.ini"
        settings.write_text(_SETTINGS.format(folder=scratch, sql=self._sql, http=http), encoding="utf-8")
        command = ["virtuoso-t", "+configfile", str(settings), "+foreground"]
        self._server = Server(command, scratch, f"{self._url}?query=ASK%7B%7D")
        self._own: list[str] = []
        self._own = self._graphs()

    def load(self, file: Path) -> None:
        for graph in self._graphs():
            self._run(f"SPARQL CLEAR GRAPH <{graph}>;")
        self._run("DELETE FROM DB.DBA.load_list;")
        self._run(f"ld_dir('{file.parent}', '{file.name}', '{_GRAPH}'); rdf_loader_run();")
        faults = self._run("SELECT ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;")
        assert not faults.strip(), faults

    def solutions(self, query: str) -> ox.QuerySolutions:
        named = set(self._graphs()) - {_GRAPH} or {"urn:kgraph:none"}
        dataset = [("default-graph-uri", _GRAPH), *(("named-graph-uri", graph) for graph in sorted(named))]
        return ask(self._url, query, *dataset)

    def close(self) -> None:
        self._server.stop()

    def _graphs(self) -> list[str]:
        """The named graphs that are not its own."""
        found = ask(self._url, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        graphs = [row["g"].value for row in found]
        return [graph for graph in graphs if graph not in self._own]

    def _run(self, statements: str) -> str:
        """What its command-line client prints, without heads."""
        options = ["BANNER=OFF", "VERBOSE=OFF", "PROMPT=OFF", "ERRORS=STDOUT"]
        command = ["isql-vt", str(self._sql), "dba", "dba", *options, f"exec={statements}"]
        done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120)
        assert "*** Error" not in done.stdout, done.stdout
        return done.stdout
