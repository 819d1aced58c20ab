"""HTML pages: the main text of a page, without its menus, and what the page tells of itself."""

# trafilatura and what it brings are slow to import: they wait for the first page.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import dates, markup
from kgraph.read.source import Defaults, Found, Source, checked


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads a page as :func:`document` does.

    Yields:
        The document, or the error that says why there is none.
    """
    with source.open() as file:
        data = file.read()
    try:
        yield document(decoded(data), source.id, source.name, defaults)
    except InputError as error:
        yield error


def decoded(data: bytes, content_type: str | None = None) -> str:
    """A page as text, in the encoding that a browser would choose.

    Args:
        data: The bytes.
        content_type: The HTTP header of this name, if it is known.

    Returns:
        The text; bytes that are wrong in the encoding are U+FFFD.
    """
    from w3lib.encoding import html_to_unicode

    _, text = html_to_unicode(content_type, data, default_encoding="cp1252", auto_detect_fun=_guessed)
    return text


def _guessed(data: bytes) -> str | None:
    """The encoding of a page that does not tell it: UTF-8 if it can be, else what its bytes look like."""
    from charset_normalizer import from_bytes

    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return best.encoding if best is not None else None
    return "utf-8"


def document(page: str, page_id: str, place: str, defaults: Defaults, url: str | None = None) -> Found:
    """The document of a page.

    The main text is what trafilatura finds, a blank line between its
    paragraphs. The date is only what the page states of itself in its head, its
    URL or its markup; dates in the running text say something else.

    Args:
        page: The page.
        page_id: The id of the document.
        place: What errors name.
        defaults: The date of pages that state none.
        url: Where it was found; ``None`` for what it says itself.

    Raises:
        InputError: The page has no main text.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    # The library also reads nested markup deeper than the stack, and answers with an error of Python's.
    try:
        found = bare_extraction(
            page,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except RecursionError:
        found = None
    if not isinstance(found, Extracted) or not found.text or not found.text.strip():
        raise InputError(
            f"{place}: no main text is found in the page; save it as text, or leave it out if it is no article"
        )
    return checked(
        Document(
            id=page_id,
            text="\n\n".join(found.text.splitlines()),
            date=dates.day(found.date) if found.date else defaults.date,
            title=found.title or None,
            url=url or found.url or None,
            source=found.sitename or found.hostname or None,
            author=found.author or None,
        ),
        place,
    )


def words(fragment: str) -> str:
    """All words of a piece of HTML that is main text already, such as an entry of a feed."""
    from lxml import html

    return markup.words(html.fragment_fromstring(fragment, create_parent="div")) if fragment.strip() else ""
