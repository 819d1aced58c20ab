"""A graph that no machine has to hold: read in parts, merged in parts and written in parts, on a cluster.

All that passes between the machines lies in the shared folder:

====================  ===========================================================
``tasks/``            documents to be read, a part a file
``outcomes/``         what the stages made of them
``stories/``          which document only repeats which other
``exchange/``         the graphs of some parts at a time, their records divided
                      into buckets: documents with all that they say, and
                      entities, each by a digest of its IRI (:mod:`.divide`)
``sent/RUN/``         what each bucket tells the others: its entities, united,
                      to those that mention them (:mod:`.settle`); who says what
                      of whom, by a digest of subject, predicate and object
                      (:mod:`.unite`)
``graph-RUN/``        the graph: each bucket of all the parts, merged, as records
                      (:mod:`.unite`), and in the formats asked for
                      (:mod:`.write`, :mod:`.dataset`)
``manifest.json``     the parts of the last run in their order, the files of its
                      graph by their format, and what was set aside
====================  ===========================================================

Every name but the manifest's and the dataset's is a digest of what the file is
made of, or lies in a folder whose name is one: what is there is not made again.
"""

from kgraph.cluster.run import Built, Machines, build

__all__ = ["Built", "Machines", "build"]
