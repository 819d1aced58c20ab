"""The ontology published: as files of RDF for programs and as one page for people.

``gather.py`` collects what is published, ``entries.py`` and ``page.py`` lay it out,
``page.html.jinja`` and ``page.css`` show it. What is published is the vocabulary: classes,
properties, event types, predicates, concepts. Known entities are told by number and example.
"""
