"""How fast the report is written and drawn: ``python -m tests.benchmarks.drawing``.

A graph of 5,000 actors and 15,000 relations is written as a page and opened
in headless Chromium, some times over; the median counts. *Drawn* is when the
graph is on the screen and answers, *settled* when its layout has ended, both
from the start of the page. Exit code 1 tells that drawing took 5 s or more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kgraph.export.html.page import page
from kgraph.export.report import report
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.graphs import large

LIMIT = 5.0
"""Seconds until the graph is drawn."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints the figures and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=5_000)
    parser.add_argument("--edges", type=int, default=15_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    graph = large(asked.nodes, asked.edges)
    start = time.perf_counter()
    text = page(graph, report([graph]))
    print(f"written   {time.perf_counter() - start:6.2f} s, {len(text.encode()) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        rounds = [seconds(browser, file) for _ in range(asked.rounds)]
        browser.close()
    drawn, settled = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"drawn     {drawn:6.2f} s (at most {LIMIT})\nsettled   {settled:6.2f} s")
    return int(drawn >= LIMIT)


def seconds(browser: Browser, file: Path) -> tuple[float, float]:
    """Until the page is drawn, and until it is settled."""
    opened = browser.new_page()
    opened.goto(file.as_uri())
    canvas = opened.locator("#canvas")
    opened.locator("#canvas[data-settled]").wait_for(state="attached", timeout=120_000)
    told = [canvas.get_attribute(f"data-{name}") for name in ("drawn", "settled")]
    opened.close()
    drawn, settled = (int(each or 0) / 1000 for each in told)
    return drawn, settled


if __name__ == "__main__":
    sys.exit(main())
