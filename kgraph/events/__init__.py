"""Resolved statements to political acts: predicates of the ontology and PLOVER events."""
