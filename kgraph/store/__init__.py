"""A corpus in one file: its documents and what each stage made of them, so that nothing is done twice.

===========  ==================================================================
module       holds
===========  ==================================================================
``store``    :class:`Store`: documents come in, outputs are kept, readings come out
``file``     opening: what is no store, of a newer kgraph, or torn is refused
``schema``   the tables, their version, and how an older one becomes this one
``lock``     one writer at a time
``verify``   the check of a whole store
``edges``    who does what to whom, as integers that are merged without the readings
``merged``   the graph of all documents, on disk while it is written
``shelf``    sorted records on disk, which it is made of
===========  ==================================================================

The file is an SQLite database in WAL mode. A transaction is whole or not
there, whatever happens to the process, so the store always holds what was
committed: documents that are read, each with all its outputs, and documents
still to be read. Readers see one state of it while a run goes on.

The graph is not in it but comes out of it: documents are merged by what they
say, in any order, so that a store that was interrupted a hundred times gives
the same graph as one that never was. The log of runs has times; the graph has
nothing of them.
"""

from kgraph.store.file import is_store
from kgraph.store.store import Store

__all__ = ["Store", "is_store"]
