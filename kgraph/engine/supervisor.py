"""One worker in a process of its own, under a supervisor.

The process may be killed, crash or stall: it is started anew, and the document
that it had is tried again. A document that fails twice when it is alone is set
aside, so that neither it nor bad luck stops a run.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO, Any

from kgraph.engine import PATIENT, Failed, Outcome, Patience, Recipe, Task
from kgraph.engine.child import Did, Order, Raised, Ready, Refused
from kgraph.errors import EngineError

_ATTEMPTS = 2
_START_SECONDS = 600.0  # a cold disk and a busy machine are no failure
_COMMAND = "from kgraph.engine.child import main; main()"
_THREADS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class DiedError(Exception):
    """The process ended, or was ended, before it answered."""


class Supervisor:
    """A worker that outlives its process.

    One thread at a time may give it tasks; :meth:`stop` may be called by any.

    Args:
        recipe: Makes the worker.
        patience: How long a chunk may take.
    """

    def __init__(self, recipe: Recipe, patience: Patience = PATIENT) -> None:
        self._recipe = recipe
        self._patience = patience
        self._process: _Process | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def do(self, chunk: Sequence[Task]) -> list[Outcome]:
        """The outcome of each task of a chunk, in their order.

        Raises:
            KGraphError: No worker can be made.
            DiedError: It was stopped.
        """
        if len(chunk) > 1:
            tried = self._attempt(chunk)
            if isinstance(tried, Did):
                return list(tried.done)
        return [self._alone(task) for task in chunk]

    def stop(self) -> None:
        """Kills the process, and starts no other."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Stops, and frees what the process held; not while tasks are done."""
        self.stop()
        if self._process is not None:
            self._process.close()

    def _alone(self, task: Task) -> Outcome:
        reason = ""
        for _ in range(_ATTEMPTS):
            tried = self._attempt([task])
            if isinstance(tried, Did):
                return tried.done[0]
            reason = tried.reason
        return Failed(task.key, reason)

    def _attempt(self, chunk: Sequence[Task]) -> Did | Raised:
        process = self._started()
        seconds = self._patience.of(chunk)
        try:
            answer = process.ask(Order(tuple(chunk), seconds), seconds)
        except TimeoutError:
            return Raised(f"not read within {seconds:.0f} seconds")
        except DiedError as error:
            if self._stopped:
                raise
            return Raised(f"killed the process that read it: {error}")
        return answer if isinstance(answer, Did | Raised) else Raised(f"unexpected answer: {answer}")

    def _started(self) -> _Process:
        """The process, which is ready; a new one if there is none any more."""
        if self._process is not None and self._process.alive:
            return self._process
        death = ""
        for _ in range(_ATTEMPTS + 1):
            process = self._start()
            try:
                answer = process.ask(self._recipe, _START_SECONDS)
            except (DiedError, TimeoutError) as error:
                if self._stopped:
                    raise
                death = str(error)
                continue
            if isinstance(answer, Refused):
                raise answer.error
            if isinstance(answer, Ready):
                return process
        raise EngineError(f"a worker cannot be started: {death} while it loaded; see that there is memory enough")

    def _start(self) -> _Process:
        with self._lock:
            if self._process is not None:
                self._process.close()
                self._process = None
            if self._stopped:
                raise DiedError("stopped")
            self._process = _Process()
            return self._process


class _Process:
    """A process that answers."""

    def __init__(self) -> None:
        path = os.pathsep.join(place or os.getcwd() for place in sys.path)  # noqa: PTH109 - a text is wanted
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_THREADS, "PYTHONPATH": path},
            process_group=0,  # so that an interrupt from the terminal comes to the parent alone
        )

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    def ask(self, message: object, seconds: float) -> Any:
        """Sends a message and waits for the answer.

        Raises:
            DiedError: It died, and of what.
            TimeoutError: It took longer than it may, and was killed.
        """
        overdue = threading.Event()

        def give_up() -> None:
            overdue.set()
            self.kill()

        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(message, _there(self._popen.stdin), pickle.HIGHEST_PROTOCOL)
            _there(self._popen.stdin).flush()
            return pickle.load(_there(self._popen.stdout))
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.kill()
            code = self._popen.wait()
            if overdue.is_set():
                raise TimeoutError(f"no answer within {seconds:.0f} seconds") from error
            raise DiedError(_cause(code)) from error
        finally:
            timer.cancel()

    def kill(self) -> None:
        """Ends it at once; any thread may."""
        self._popen.kill()

    def close(self) -> None:
        """Ends it, and frees what it held."""
        self.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            with contextlib.suppress(OSError):  # what was not sent yet has nowhere to go
                _there(pipe).close()


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # as asked for
    return pipe


def _cause(code: int) -> str:
    """What a process died of, as its exit code tells."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
