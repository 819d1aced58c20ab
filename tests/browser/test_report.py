"""The report as its reader meets it, in a browser."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from kgraph.model.graph import KnowledgeGraph
from tests.browser.conftest import Open
from tests.browser.graphs import HOSTILE, hostile, large, pair

SMALL = {"viewport": {"width": 360, "height": 740}}


def settled(page: Page) -> None:
    expect(page.locator("#canvas")).to_have_attribute("data-settled", re.compile(r"\d+"), timeout=60_000)


def centre(page: Page) -> tuple[float, float]:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def statements(page: Page) -> list[str]:
    return page.locator("#evidence-list blockquote").all_text_contents()


def test_the_page_tells_what_is_in_it(show: Open) -> None:
    page = show(pair())
    expect(page.locator("#summary")).to_have_text(
        "3 statements · 3 political acts · 2 actors · 1 relation · 2022-06-01 to 2022-06-20"
    )
    assert len(statements(page)) == 3
    assert page.locator("#top-dyads tbody tr").all_text_contents() == ["Russia → Poland3"]
    assert page.locator("#top-types tbody tr").count() == 3


def test_a_click_on_an_edge_shows_its_sentences(show: Open) -> None:
    page = show(pair())
    settled(page)
    page.mouse.click(*centre(page))  # the middle of two nodes
    expect(page.locator("#evidence-title")).to_have_text("Russia → Poland")
    assert statements(page) == [
        "🦊 Russia accused Poland.",
        "In fact Russia aided Poland.",
        "Russia will assault Poland, 🦊 Sergey Lavrov said.",
    ]
    assert page.locator("#evidence-list mark").all_text_contents() == ["accused", "aided", "assault"]
    last = page.locator("#evidence-list li").last
    expect(last).to_contain_text("open: planned, future")
    expect(last).to_contain_text("according to Sergey Lavrov")
    expect(last).to_contain_text("The Gazette · 2022-06-20 · Second")
    link = page.locator("#evidence-list a").first
    assert (link.get_attribute("href"), link.get_attribute("rel")) == ("https://example.org/a", "noopener noreferrer")
    assert page.locator("#evidence-list a").count() == 2, "a link that is no web address is left out"


def test_a_click_on_a_node_shows_its_sentences_and_on_the_ground_all(show: Open) -> None:
    page = show(pair(), reduced_motion="reduce")
    settled(page)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#spoken")).to_have_text(re.compile("^(Russia|Poland), State, in 3 statements"))
    page.wait_for_timeout(200)
    page.mouse.click(*centre(page))
    expect(page.locator("#evidence-title")).to_have_text(re.compile("^(Russia|Poland)$"))
    page.wait_for_timeout(500)  # a second click at once would be a double click, which zooms
    x, y = centre(page)
    page.mouse.click(x, y + 200)
    expect(page.locator("#evidence-title")).to_have_text("Sentences")


def test_the_keyboard_leads_to_every_edge(show: Open) -> None:
    page = show(pair())
    settled(page)
    page.locator("#as-table").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "canvas"
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#spoken")).to_have_text("Russia to Poland, 3 statements")
    expect(page.locator("#evidence-title")).to_have_text("Russia → Poland")
    assert page.evaluate("document.activeElement.id") == "evidence"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "evidence-close"
    page.keyboard.press("Enter")
    expect(page.locator("#evidence-title")).to_have_text("Sentences")


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("accuse", ["aided", "assault"]),
        ("material cooperation", ["accused", "assault"]),
        ("open", ["accused", "aided"]),
    ],
)
def test_filters_by_type_class_and_standing(show: Open, label: str, left: list[str]) -> None:
    page = show(pair())
    page.locator("#controls label", has_text=re.compile(rf"^{label}\d+$")).locator("input").uncheck()
    assert page.locator("#evidence-list mark").all_text_contents() == left
    expect(page.locator("#passing")).to_have_text("2 of 3 statements")
    page.get_by_role("button", name="Reset all filters").click()
    assert len(statements(page)) == 3


def test_filters_by_source_time_actor_and_number(show: Open) -> None:
    page = show(pair())
    page.get_by_label(re.compile("^The Herald")).uncheck()
    assert page.locator("#evidence-list mark").all_text_contents() == ["assault"]
    page.get_by_label(re.compile("^The Herald")).check()
    page.get_by_label("to", exact=True).fill("2022-06-10")
    assert page.locator("#evidence-list mark").all_text_contents() == ["accused", "aided"]
    page.get_by_role("button", name="Reset all filters").click()
    page.get_by_role("combobox", name="Actor").fill("lavr")
    page.keyboard.press("Enter")
    assert page.locator("#evidence-list mark").all_text_contents() == ["assault"]
    page.get_by_role("button", name="No longer filter by Sergey Lavrov").click()
    page.get_by_label("Relations of at least").fill("4")
    page.keyboard.press("Enter")
    expect(page.locator("#nothing")).to_be_visible()


def test_a_brush_over_the_timeline_sets_the_time(show: Open) -> None:
    page = show(pair())
    assert page.locator("#bars rect").count() == 3
    page.locator("#bars svg").scroll_into_view_if_needed()
    box = page.locator("#bars svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 80)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 80)
    page.mouse.up()
    expect(page.get_by_label("to", exact=True)).to_have_value(re.compile("2022-06-(09|10|11)"))
    assert page.locator("#evidence-list mark").all_text_contents() == ["accused", "aided"]


def test_the_address_keeps_the_view(show: Open) -> None:
    page = show(pair())
    page.get_by_label(re.compile("^The Gazette")).uncheck()
    page.locator("#top-dyads button").first.click()
    fragment = page.evaluate("location.hash")
    again = show(pair(), fragment=fragment)
    expect(again.locator("#evidence-title")).to_have_text("Russia → Poland")
    assert again.locator("#evidence-list mark").all_text_contents() == ["accused", "aided"]


def test_an_unknown_address_is_passed_over(show: Open) -> None:
    page = show(pair(), fragment="#show=Nobody&from=soon&least=x&no-type=NONE&actor=%3Cb%3E")
    assert len(statements(page)) == 3


def test_markup_in_an_article_runs_nothing(show: Open) -> None:
    page = show(hostile())
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("#evidence-list a").count() == 0
    assert HOSTILE in statements(page)[0]
    assert "{{data}}" in statements(page)[0]
    page.locator("#top-dyads button").first.click()
    expect(page.locator("#evidence-title")).to_contain_text(HOSTILE)
    assert page.evaluate("window.hacked") is None


def test_without_webgl_the_table_stands_for_the_picture(show: Open) -> None:
    page = show(pair(), "--disable-3d-apis")
    expect(page.locator("#no-picture")).to_be_visible()
    expect(page.locator("#picture")).to_be_hidden()
    page.locator("#relations").get_by_role("button", name="Russia → Poland").click()
    assert len(statements(page)) == 3
    expect(page.locator("#evidence-title")).to_have_text("Russia → Poland")


def test_an_empty_graph(show: Open) -> None:
    page = show(KnowledgeGraph())
    expect(page.locator("#nothing")).to_be_visible()
    expect(page.locator("#evidence-about")).to_have_text("There is no statement.")
    expect(page.locator("#bars")).to_have_text("No dated political act passes the filters.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_no_width_needs_a_sideways_scroll(show: Open, width: int, scheme: str) -> None:
    page = show(hostile(), viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.locator("#top-dyads button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_a_choice_leads_to_its_sentences(show: Open) -> None:
    page = show(pair(), **SMALL)
    expect(page.locator("#controls")).to_be_hidden()
    page.locator("#top-dyads button").first.click()
    expect(page.locator("#evidence-title")).to_be_in_viewport()


def test_five_thousand_nodes_are_drawn(show: Open) -> None:
    start = time.perf_counter()
    page = show(large(5_000, 15_000), reduced_motion="reduce")
    expect(page.locator("#canvas")).to_have_attribute("data-drawn", re.compile(r"\d+"), timeout=20_000)
    assert time.perf_counter() - start < 60
    drawn = page.locator("#canvas").get_attribute("data-drawn")
    assert drawn is not None
    assert int(drawn) < 20_000  # milliseconds; a tenth of it on an idle machine
    expect(page.locator("#summary")).to_contain_text("5,000 actors · 15,000 relations")
