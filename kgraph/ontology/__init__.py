"""The ontology: Turtle files in, one checked :class:`~kgraph.model.vocabulary.Vocabulary` out.

Everything that the program knows of political acts and of the world is in the
Turtle files of ``ontology/``; this package only reads and checks them. What a
folder of files says is compiled once and kept in the user's cache.
"""

from kgraph.ontology.files import shipped
from kgraph.ontology.load import load

__all__ = ["load", "shipped"]
