"""Coreference inside a document: which words take up which.

==================  =============================================================
module              what
==================  =============================================================
``names``           names and what they mean
``shortened``       surnames, given names, acronyms and short forms
``markables``       names, noun phrases and pronouns, with number, sort and slot
``discourse``       who has been spoken of so far, and how salient each is
``roles``           "the minister", "the alliance"
``definites``       whom such descriptions take up
``pronouns``        "he", "she", "they", "it"
``speakers``        "I" and "we" in quotations
``identification``  who an unnamed official turns out to be
``events``          "the decision", "the move"
``preparation``     names, offices and speakers, gathered before the pass
``link``            the pass itself
==================  =============================================================

Precision goes before recall: where two candidates are about as good, nobody
is taken.
"""
