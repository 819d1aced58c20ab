"""A small graph in Turtle that every query of the library has something to say of."""

from __future__ import annotations

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix kgc: <https://w3id.org/kgraph/claim/> .
@prefix kgd: <https://w3id.org/kgraph/document/> .
@prefix kge: <https://w3id.org/kgraph/entity/> .
@prefix kgm: <https://w3id.org/kgraph/mention/> .
@prefix kgs: <https://w3id.org/kgraph/statement/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def statement(name: str, parts: str, *, negated: bool = False, future: bool = False, document: str = "one") -> str:
    """A statement that is asserted as certain, with further parts."""
    return f"""
kgs:{name} a kg:Statement, rdf:Statement ; kg:certainty kg:certain ; kg:modality kg:asserted ;
    kg:negated {str(negated).lower()} ; kg:future {str(future).lower()} ; kg:confidence 0.9 ; kg:begin 1 ; kg:end 5 ;
    kg:predicateText "verb" ; kg:sentence "Sentence {name}." ; prov:wasDerivedFrom kgd:{document} ; {parts} .
"""


GRAPH = "".join(
    [
        PREFIXES,
        """
kge:RUS a kg:State ; rdfs:label "Russia" ; skos:altLabel "Moscow" .
kge:NOR a kg:State ; rdfs:label "Norway" .
kge:UKR a kg:State ; rdfs:label "Ukraine" ; skos:altLabel "Georgia" .
kge:GEO a kg:State ; rdfs:label "Tbilisi" ; skos:altLabel "Georgia" .
kge:tank a kg:Weapon ; rdfs:label "tanks" .
kge:ann a kg:Person ; rdfs:label "Ann" .
kge:office a kg:Office ; rdfs:label "minister" ; kg:title "minister" ; kg:officeOf kge:NOR .
kge:holding a kg:Holding ; kg:heldBy kge:ann ; kg:heldOffice kge:office ; kg:since "2020" ; kg:until "2022-06" .
kge:earlier a kg:Holding ; kg:heldBy kge:ann ; kg:heldOffice kge:other ; kg:until "2019" .
kgm:officials a kg:Referent ; rdfs:label "officials" ; prov:wasDerivedFrom kgd:one .
kgd:one a kg:Document ; dcterms:identifier "1" ; dcterms:date "2022-06-02"^^xsd:date ; dcterms:source "Wire" .
kgd:two a kg:Document ; dcterms:identifier "2" ; dcterms:date "2022-07-02"^^xsd:date ; dcterms:title "Two" .
kgc:yes a kg:Claim ; rdf:subject kge:NOR ; rdf:predicate kg:arms ; rdf:object kge:tank ; kg:negated false ;
    kg:future false ; kg:firstDate "2022-06-02"^^xsd:date ; kg:evidence kgs:arms ; kg:contradicts kgc:no .
kgc:no a kg:Claim ; rdf:subject kge:NOR ; rdf:predicate kg:arms ; rdf:object kge:tank ; kg:negated true ;
    kg:future false ; kg:firstDate "2022-07-02"^^xsd:date ; kg:holder kge:NOR ; kg:evidence kgs:no ;
    kg:contradicts kgc:yes .
kgc:same a kg:Claim ; rdf:subject kge:NOR ; rdf:predicate kg:arms ; rdf:object kge:tank ; kg:negated true ;
    kg:future false ; kg:holder kge:RUS ; kg:evidence kgs:also ; kg:corroborates kgc:no .
kgc:no kg:corroborates kgc:same .
""",
        statement(
            "accuse",
            "rdf:subject kge:RUS ; rdf:object kge:NOR ; rdf:predicate kg:accuses ; kg:eventType kg:ACCUSE ;"
            ' kg:actor kge:RUS ; kg:eventRecipient kge:NOR ; kg:date "2022-06-01"^^xsd:date',
        ),
        statement(
            "hearsay",
            "rdf:subject kge:NOR ; rdf:object kge:RUS ; rdf:predicate kg:accuses ; kg:eventType kg:ACCUSE ;"
            " kg:actor kge:NOR ; kg:eventRecipient kge:RUS ; kg:attributedTo kgs:arms ; kg:holder kge:ann",
        ),
        statement(
            "arms",
            "rdf:subject kge:NOR ; rdf:object kge:tank ; rdf:predicate kg:arms ; kg:eventType kg:AID ;"
            " kg:actor kge:NOR ; kg:eventRecipient kge:UKR",
        ),
        statement(
            "no",
            "rdf:subject kge:NOR ; rdf:object kge:tank ; rdf:predicate kg:arms ; kg:attributedTo kgs:arms ;"
            " kg:holder kge:NOR ; kg:actor kge:NOR",
            negated=True,
            document="two",
        ),
        statement("also", "rdf:subject kge:NOR ; rdf:predicate kg:arms ; kg:holder kgm:officials", document="two"),
        statement(
            "threat",
            "rdf:subject kge:RUS ; rdf:predicate kg:threatens ; kg:eventType kg:THREATEN ; kg:actor kge:RUS ;"
            " kg:eventRecipient kge:NOR",
        ),
        statement(
            "carriedout",
            "rdf:subject kge:UKR ; rdf:predicate kg:threatens ; kg:eventType kg:THREATEN ; kg:actor kge:UKR ;"
            " kg:eventRecipient kge:RUS",
        ),
        statement(
            "deed",
            "rdf:subject kge:UKR ; rdf:predicate kg:shells ; kg:eventType kg:ASSAULT ; kg:actor kge:UKR ;"
            " kg:eventRecipient kge:RUS",
            document="two",
        ),
    ]
)
