"""What a process costs: its processor time and its peak of memory, with those that it starts.

The system counts the memory of whoever starts a process to the peak of that
process. So a small one stands between the two.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.findings import UnavailableError

ROOT = Path(__file__).parents[2]
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_LAUNCHER = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss, done.stdout]))
sys.exit(done.returncode)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost.

    Attributes:
        seconds: Processor time, with all processes that it started.
        megabytes: The peak of the largest of them, in units of 2^20 bytes.
        output: What it printed.
    """

    seconds: float
    megabytes: float
    output: str


def run(*command: str | Path) -> Cost:
    """The cost of a command, run in the root of the repository with one thread a process.

    Raises:
        UnavailableError: The system does not tell what a process costs, or the command ended with an error.
    """
    if sys.platform == "win32":
        raise UnavailableError("Windows does not tell what a process costs")
    launched = [sys.executable, "-c", _LAUNCHER, *map(str, command)]
    done = subprocess.run(
        launched, capture_output=True, check=False, cwd=ROOT, env={**os.environ, **_ONE_THREAD}, text=True
    )
    if done.returncode:
        told = (done.stderr.strip().splitlines() or ["it told no reason"])[-1]
        raise UnavailableError(f"{Path(command[0]).name} {' '.join(map(str, command[1:4]))} failed: {told}")
    seconds, peak, output = json.loads(done.stdout)
    return Cost(seconds, peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), output)


def python(*arguments: str | Path) -> Cost:
    """The cost of this Python with arguments; see :func:`run`."""
    return run(sys.executable, *arguments)
