"""A process that has workers: ``python -m tests.faults.parent SECONDS TEXT...`` reads the texts by two of them."""

from __future__ import annotations

import sys

from kgraph.engine import Patience
from kgraph.engine.workers import Workers
from tests.faults.poisoned import recipe, tasks


def main() -> None:
    """Runs as a process of its own."""
    for outcome in Workers(2, Patience(float(sys.argv[1]))).run(tasks(sys.argv[2:]), recipe):
        print(outcome.key, flush=True)


if __name__ == "__main__":
    main()
