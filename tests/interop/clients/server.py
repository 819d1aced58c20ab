"""Servers that a test starts on the loopback address, asks over HTTP and ends."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from tests.interop.clients.client import results

ENDING_WITH_US = ("setpriv", "--pdeathsig", "KILL")
"""Before a command: the kernel ends it when the tests end, even if they are killed."""

_START, _ANSWER = 90.0, 60.0


class Server:
    """A process with all its children, which ends with the tests even if they are killed."""

    def __init__(self, command: Sequence[str], folder: Path, url: str, cwd: Path | None = None) -> None:
        """Starts it and waits until it answers.

        Args:
            command: What to run.
            folder: Where its log goes.
            url: What it answers with success as soon as it is ready.
            cwd: The folder that it runs in.
        """
        self._log = folder / "server.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*ENDING_WITH_US, *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=cwd,
                start_new_session=True,
            )
        try:
            self._wait(url)
        except BaseException:
            self.stop()
            raise

    def _wait(self, url: str) -> None:
        give_up = time.monotonic() + _START
        while time.monotonic() < give_up:
            if self._process.poll() is not None:
                break
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                fetch(url)
                return
            time.sleep(0.1)
        raise AssertionError(f"{url} does not answer:\n{self._log.read_text(errors='replace')[-2000:]}")

    def stop(self) -> None:
        """Ends it at once: nothing that it holds is kept."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None) -> bytes:
    """What the server answers; straight, whatever proxy the machine is set to."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(urllib.request.Request(url, data, dict(headers or {})), timeout=_ANSWER) as answer:
            body: bytes = answer.read()
            return body
    except urllib.error.HTTPError as error:
        with error:
            error.add_note(error.read().decode(errors="replace")[:2000])
        raise


def send(url: str, content: bytes | Path, media_type: str | None = None) -> None:
    """Posts an update, or a file after the SPARQL 1.1 Graph Store Protocol."""
    if isinstance(content, Path):
        form = ox.RdfFormat.from_extension(content.suffix[1:])
        assert form is not None
        url += "" if form.supports_datasets else "?default"
        content, media_type = content.read_bytes(), form.media_type
    fetch(url, content, {"Content-Type": media_type or ""})


def ask(url: str, query: str, *dataset: tuple[str, str]) -> ox.QuerySolutions:
    """Asks after the SPARQL 1.1 Protocol, over the server's own dataset or one named by the protocol's parameters."""
    form = urllib.parse.urlencode([("query", query), *dataset]).encode()
    return results(fetch(url, form, {"Accept": "application/sparql-results+json"}))
