"""How the parts of statements are put into words for people; the table and the explanation share it."""

from __future__ import annotations

from kgraph.model.statement import Argument, Certainty, Factuality, Mention, Modality, Reading


def heading(reading: Reading) -> str:
    """One line on a reading: which document, how many statements, which model."""
    date = f", {reading.document.date}" if reading.document.date else ""
    count = len(reading.statements)
    counted = f"{count} statement{'' if count == 1 else 's'}"
    return f"{one_line(reading.document.id)}{date}: {counted}, read by {reading.model}\n"


def phrase(argument: Argument) -> tuple[str, str]:
    """An argument's marker, empty where its words begin with it ("to boycott"), and its words."""
    words = argument.filler.text
    repeated = words.casefold().startswith(f"{argument.marker} ".casefold())
    return ("" if repeated else argument.marker, words)


def holder(source: Mention | None, text: str) -> str:
    """The shortest name of whoever says it."""
    if source is None:
        return "?"
    return source.label or (source.name.of(text) if source.name else source.text)


def name_of(mention: Mention) -> str:
    """The proper name inside a mention's words, or all of them where it has none."""
    if mention.name is None:
        return mention.text
    start = mention.name.start - mention.span.start
    return mention.text[start : start + mention.name.end - mention.name.start]


def factuality(found: Factuality) -> str:
    """What keeps a statement from being a plain fact, empty if nothing does."""
    words = [
        "not" if found.negated else "",
        found.certainty.value if found.certainty is not Certainty.CERTAIN else "",
        found.modality.value if found.modality is not Modality.ASSERTED else "",
        "future" if found.future else "",
    ]
    return ", ".join(filter(None, words))


def one_line(words: str) -> str:
    """The words without line ends, tabs or control characters, which would break a row or steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in words)
