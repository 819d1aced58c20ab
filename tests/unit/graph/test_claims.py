"""One claim a voice, with all its evidence; denials and claims stay two and contradict each other."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from rdflib import Namespace, URIRef

from kgraph.graph.claims import CONTRADICTS, CORROBORATES, claims, disputes
from kgraph.graph.merge import graph_of, merge
from kgraph.graph.rdflib_view import to_rdflib
from kgraph.graph.terms import KG as KG_IRI
from kgraph.graph.world import facts
from kgraph.model.graph import Claim, KnowledgeGraph
from kgraph.model.identifiers import ONTOLOGY, STATEMENT
from kgraph.model.statement import Attribution, Certainty, Factuality, Mention, Modality, Statement
from tests.unit.graph.samples import AMERICA, LAVROV, RUSSIA, SAID, UKRAINE, mention, reading, statement

KG = Namespace(KG_IRI)
WHO, WHOM = mention("Russia", RUSSIA), mention("Kyiv", UKRAINE)
AFFIRMED = Factuality()
DENIED = Factuality(negated=True)


def attack(name: str, holder: Mention | None = None, factuality: Factuality = AFFIRMED) -> Statement:
    """That Russia attacks Ukraine, as the writer or somebody else says it."""
    said = (Attribution(SAID.id, holder),) if holder is not None else ()
    made = statement(WHO, "attack", WHOM, ONTOLOGY + "attacks", factuality=factuality, attributed_to=said)
    return replace(made, id=STATEMENT + name)


def graph(*statements: Statement) -> KnowledgeGraph:
    return graph_of(reading(SAID, *statements))


def told(found: tuple[Claim, ...]) -> set[tuple[str | None, str, str | None]]:
    """Who contradicts or corroborates whom."""
    holders = {claim.iri: claim.holder for claim in found}
    return {(holders[one], relation, holders[other]) for one, relation, other in disputes(found)}


LAVROV_SAYS = mention("Sergey Lavrov", LAVROV)
AMERICA_SAYS = mention("The United States", AMERICA)


def test_the_same_from_several_sentences_is_one_claim_with_all_evidence() -> None:
    (claim,) = claims(graph(attack("a"), attack("b")))
    assert (claim.subject, claim.predicate, claim.object) == (RUSSIA.iri, ONTOLOGY + "attacks", UKRAINE.iri)
    assert claim.statements == (STATEMENT + "a", STATEMENT + "b")
    assert claim.holder is None
    assert (claim.first, claim.last) == ("2022-06-02", "2022-06-02")


def test_the_same_from_several_documents_is_one_claim_with_its_dates() -> None:
    later = graph_of(reading(SAID, attack("b"), id="article-2", date=datetime.date(2022, 7, 1)))
    (claim,) = claims(merge([graph(attack("a")), later]))
    assert len(claim.documents) == 2
    assert (claim.first, claim.last) == ("2022-06-02", "2022-07-01")


def test_the_writers_claim_is_the_fact_of_the_world_view() -> None:
    both = graph(attack("a"), attack("b", LAVROV_SAYS))
    (fact,) = facts(both)
    assert [claim.statements for claim in claims(both) if claim.holder is None] == [fact.statements]


def test_a_denial_stays_apart_and_contradicts() -> None:
    found = claims(graph(attack("a", AMERICA_SAYS), attack("b", LAVROV_SAYS, DENIED)))
    assert len(found) == 2
    assert told(found) == {(AMERICA.iri, CONTRADICTS, LAVROV.iri), (LAVROV.iri, CONTRADICTS, AMERICA.iri)}


def test_two_voices_corroborate_each_other() -> None:
    found = claims(graph(attack("a"), attack("b", LAVROV_SAYS)))
    assert told(found) == {(None, CORROBORATES, LAVROV.iri), (LAVROV.iri, CORROBORATES, None)}


@pytest.mark.parametrize(
    "factuality",
    [
        Factuality(negated=True, certainty=Certainty.POSSIBLE),
        Factuality(negated=True, modality=Modality.PLANNED),
        Factuality(negated=True, future=True),
    ],
)
def test_what_may_be_or_will_be_contradicts_nothing(factuality: Factuality) -> None:
    assert not told(claims(graph(attack("a"), attack("b", LAVROV_SAYS, factuality))))


def test_nobody_contradicts_himself() -> None:
    assert not told(claims(graph(attack("a", LAVROV_SAYS), attack("b", LAVROV_SAYS, DENIED))))
    assert not told(claims(graph(attack("a"), attack("b", factuality=DENIED))))


def test_writers_of_two_documents_contradict_each_other() -> None:
    other = graph_of(reading(SAID, attack("b", factuality=DENIED), id="article-2"))
    assert told(claims(merge([graph(attack("a")), other]))) == {(None, CONTRADICTS, None)}


def test_a_source_that_is_left_open_makes_no_claim() -> None:
    rumour = replace(attack("a"), attributed_to=(Attribution(SAID.id, None),))
    assert claims(graph(rumour)) == ()


def test_an_incomplete_statement_makes_no_claim() -> None:
    assert claims(graph(replace(attack("a"), object=None))) == ()


def test_claims_are_told_in_rdf() -> None:
    both = graph(attack("a", AMERICA_SAYS), attack("b", LAVROV_SAYS, DENIED))
    view = to_rdflib(both)
    claim, denial = (
        next(URIRef(each.iri) for each in claims(both) if each.holder == holder) for holder in (AMERICA.iri, LAVROV.iri)
    )
    assert (claim, KG.evidence, URIRef(STATEMENT + "a")) in view
    assert (claim, KG.holder, URIRef(AMERICA.iri)) in view
    assert (claim, KG.contradicts, denial) in view
    assert (denial, KG.contradicts, claim) in view
    assert view.value(denial, KG.negated) is not None
    assert (URIRef(RUSSIA.iri), KG.attacks, URIRef(UKRAINE.iri)) not in view
