"""The records that the stages exchange: immutable, of the standard library alone.

===================  ==========================================================
module               records
===================  ==========================================================
``document``         Span, Document: what was read
``parsed``           Token, Sentence, ParsedDocument: what the parser saw
``statement``        Mention, Statement, Reading: what the text says
``entity``           Entity: who and what there is
``graph``            Evidence, KnowledgeGraph, Fact: what all documents say
``vocabulary``       EventType, PredicateType, EntityEntry, Vocabulary
``lexicon``          Cue and the other word classes of a language, Lexicon
``finding``          Finding: what a check of the ontology tells
``identifiers``      how every IRI is minted
``codec``            statements and mentions as JSON Lines
``graph_codec``      a whole graph as JSON Lines
``fields``           the fields of a JSON record, each of its type
===================  ==========================================================
"""
