"""Pages that a browser saved with all their parts in one file (MHTML, RFC 2557)."""

# Python's mail parser is slow to import: it waits for the first page.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator

from kgraph.errors import InputError
from kgraph.read import web_page
from kgraph.read.source import Defaults, Found, Source


def read(source: Source, defaults: Defaults) -> Iterator[Found | InputError]:
    """Reads the page of a file, as :func:`kgraph.read.web_page.document` does.

    Yields:
        The document, or the error that says why there is none.
    """
    from email import message_from_binary_file, policy

    with source.open() as file:
        message = message_from_binary_file(file, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    try:
        if page is None:
            raise InputError(f"{source.name}: no saved page: it has no part text/html; save it again from a browser")  # noqa: TRY301
        data = page.get_payload(decode=True)
        address = message.get("Snapshot-Content-Location") or page.get("Content-Location")
        url = str(address) if address is not None else None
        text = web_page.decoded(data if isinstance(data, bytes) else b"", page.get("Content-Type"))
        yield web_page.document(text, source.id, source.name, defaults, url)
    except InputError as error:
        yield error
