"""What became of a mention: the entity, or those that it may mean, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgraph.model.entity import Entity
from kgraph.model.statement import Mention
from kgraph.resolve.evidence import Candidate
from kgraph.resolve.mint import known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mention means.

    Attributes:
        entity: Whom or what it means, ``None`` where that is not told.
        type: The class under which the mention shows it.
        rule: The rule that found it, empty where nothing did.
        score: How sure that is.
        evidence: What the score is the sum of.
        possible: Those that it may mean, where nothing decides between them.
    """

    entity: Entity | None = None
    type: str = ""
    rule: str = ""
    score: float = 0.0
    evidence: tuple[str, ...] = ()
    possible: tuple[Entity, ...] = ()

    def put(self, mention: Mention) -> Mention:
        """The mention with what became of it."""
        if self.entity is None and not self.possible:
            return mention
        return Mention(  # which takes half the time of ``replace``, and most mentions come here
            span=mention.span,
            text=mention.text,
            head=mention.head,
            kind=mention.kind,
            name=mention.name,
            hint=mention.hint,
            entity=self.entity.iri if self.entity is not None else None,
            label=self.entity.label if self.entity is not None else None,
            type=self.type if self.entity is not None else None,
            rule=f"resolve/{self.rule}",
            lemma=mention.lemma,
            antecedents=mention.antecedents,
            about=mention.about,
            coreference=mention.coreference,
            score=self.score,
            evidence=self.evidence,
            candidates=tuple(sorted([entity.iri for entity in self.possible])),
        )


NOTHING = Outcome()


def linked(candidate: Candidate, name: str, sector: str | None = None) -> Outcome:
    """The outcome of a candidate that was chosen; a sector that the document tells goes before the known one."""
    entity = known(candidate.entry, name)
    return Outcome(
        entity=replace(entity, sector=sector) if sector is not None else entity,
        type=candidate.type,
        rule=candidate.rule,
        score=candidate.score,
        evidence=tuple(str(reason) for reason in candidate.reasons),
    )


def ambiguous(candidates: Iterable[Candidate]) -> Outcome:
    """The outcome of several candidates that nothing decides between, the best one first."""
    best, *others = candidates
    return Outcome(
        rule=f"{best.rule} of several",
        score=best.score,
        evidence=tuple(str(reason) for reason in best.reasons),
        possible=tuple(known(each.entry) for each in (best, *others)),
    )


def minted(entity: Entity, rule: str, score: float) -> Outcome:
    """The outcome of an entity that the ontology does not know."""
    return Outcome(entity=entity, type=entity.type, rule=rule, score=score, evidence=(f"{rule} {score:+.2f}",))
