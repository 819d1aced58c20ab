"""A headless Chromium; with KGRAPH_ALL_CLIENTS=1 a missing one is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from kgraph.export.html.page import page as written
from kgraph.export.report import report
from kgraph.model.graph import KnowledgeGraph

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a browser with further flags; one with the same flags is started once."""
    if CHROMIUM is None:
        missing = "chromium is missing; Debian: apt-get install chromium"
        if os.environ.get("KGRAPH_ALL_CLIENTS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    started: dict[tuple[str, ...], Browser] = {}
    with sync_playwright() as playwright:

        def start(*flags: str) -> Browser:
            if flags not in started:
                started[flags] = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
            return started[flags]

        yield start
        for browser in started.values():
            browser.close()


@pytest.fixture
def show(launch: Callable[..., Browser], tmp_path: Path) -> Iterator[Open]:
    """Opens the report on a graph. At the end of the test it must have asked for nothing and told of no error."""
    wrong: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(message.text)

    def start(graph: KnowledgeGraph, *flags: str, fragment: str = "", **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_text(written(graph, report([graph])), encoding="utf-8")
        context = launch(*flags).new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        opened = context.new_page()
        opened.on("console", note)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on(
            "request", lambda request: wrong.extend([] if request.url.startswith(file.as_uri()) else [request.url])
        )
        opened.goto(f"{file.as_uri()}{fragment}")
        return opened

    yield start
    for context in contexts:
        context.close()
    assert wrong == []
