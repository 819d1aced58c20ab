"""Holders inside reported words: who of them adds to the chain of who says it.

A chain such as "Kyiv says that Moscow believes ..." needs a second holder who
can be told from the first. Nobody is added by a speaker who reports his own
attitude ("she said she believes"; the parentheticals of Urmson 1952), nor by
words of which it stays open whose attitude they tell ("they want", said in a
quotation). Such statements stand, but what they report has no holder besides
the one around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgraph.extract.chains import attributed
from kgraph.model.document import Span
from kgraph.model.statement import Mention, MentionKind, Statement


def without_vain_reports(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, of which those that add no holder inside reported words report nothing.

    Args:
        statements: With antecedents and chains.

    Returns:
        The statements in the same order, their chains made anew where they led through such a report.
    """
    vain = {each.id for each in statements if each.content is not None and each.attributed_to and _adds_nobody(each)}
    if not vain:
        return list(statements)
    kept = [replace(each, content=None) if each.id in vain else each for each in statements]
    return attributed(kept, (each for each in kept if each.content is not None))


def _adds_nobody(statement: Statement) -> bool:
    holder, around = statement.subject, statement.attributed_to[-1].source
    if holder is None:
        return True
    if holder.kind is MentionKind.PRONOUN and not holder.antecedents:
        return True
    return around is not None and not _referents(holder).isdisjoint(_referents(around))


def _referents(mention: Mention) -> set[Span]:
    return set(mention.antecedents) or {mention.name or mention.span}
