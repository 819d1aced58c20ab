"""The errors that kgraph raises on purpose, each with the exit code the command line ends with.

Every message is one line that names the file, the place, the problem and the
remedy. Exit code 1 is not here: it says that the run finished but some
documents could not be read.
"""


class KGraphError(Exception):
    """Base of all expected errors; ``str(error)`` is fit to be shown to a user."""

    exit_code = 70


class UsageError(KGraphError):
    """An option or argument that cannot be meant: unknown format, bad date, nothing to read."""

    exit_code = 2


class GraphError(UsageError):
    """An RDF file, a query or a value for it that cannot be used: missing, malformed, out of bounds, ambiguous."""


class InputError(KGraphError):
    """A document that cannot be read: missing, empty, not UTF-8, a broken row."""

    exit_code = 3


class OutputError(KGraphError):
    """A place that cannot be written."""

    exit_code = 4


class ModelError(KGraphError):
    """A language model that is not installed or does not fit."""

    exit_code = 5


class OntologyError(KGraphError):
    """Ontology or lexicon data that is malformed or contradicts itself."""

    exit_code = 6


class TimeLimitError(KGraphError):
    """A query that did not end within its time limit."""

    exit_code = 7


class EngineError(KGraphError):
    """Workers that cannot be started, or a cluster that cannot be reached or gives up."""

    exit_code = 9


class StoreError(KGraphError):
    """A store that is damaged, in use, of a newer kgraph, not up to date, or none at all."""

    exit_code = 8
