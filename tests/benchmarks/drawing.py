"""How fast the report is written and drawn.

A graph of 5,000 actors and 15,000 relations is written as a page and opened
in headless Chromium, some times over; the median counts. *Drawn* is when the
graph is on the screen and answers, *settled* when its layout has ended, both
from the start of the page. Drawing must
take at most 5 s.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from kgraph.export.html.page import page
from kgraph.export.report import report
from tests.benchmarks.findings import Findings, Limit, UnavailableError
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.graphs import large

LIMIT = 5.0
"""Seconds until the graph is drawn."""

_NODES = 5_000
_EDGES = 15_000
_ROUNDS = 3


def findings(scale: float) -> Findings:
    """Measures writing and drawing."""
    nodes, edges = (max(2, int(full * scale)) for full in (_NODES, _EDGES))
    graph = large(nodes, edges)
    start = time.process_time()
    text = page(graph, report([graph]))
    written = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        file = Path(folder, "report.html")
        file.write_text(text, encoding="utf-8")
        rounds = [seconds(browser, file) for _ in range(_ROUNDS)]
    drawn, settled = (statistics.median(column) for column in zip(*rounds, strict=True))
    rows = (("written", written), ("drawn", drawn), ("settled", settled))
    limit = Limit("report: seconds until the graph is drawn", drawn, most=LIMIT)
    note = f"{nodes:,} actors, {edges:,} relations, {len(text.encode()) / 1e6:.2f} MB."
    return Findings(("Report", "Seconds"), rows, (limit,), (note,))


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except Error as error:
            raise UnavailableError(f"Chromium does not start: {error.message.splitlines()[0]}") from error
        with browser:
            yield browser


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
