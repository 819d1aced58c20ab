"""A process with two workers: ``python -m tests.faults.parent SECONDS TEXT`` reads one text again and again."""

from __future__ import annotations

import itertools
import sys

from kgraph.engine import Patience
from kgraph.engine.workers import Workers
from tests.faults.poisoned import recipe, stream


def main() -> None:
    """Runs as a process of its own."""
    seconds, text = float(sys.argv[1]), sys.argv[2]
    for _ in Workers(2, Patience(seconds)).run(stream(itertools.repeat(text)), recipe):
        pass


if __name__ == "__main__":
    main()
