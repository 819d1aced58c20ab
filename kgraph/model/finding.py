"""What a check finds wrong, as one line that names the file, the entry, the problem and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How bad a finding is: an error keeps data from being used as meant, a warning tells of what is in vain."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        file: Path of the file, with the line where it is known.
        iri: The entry, empty where a file as a whole is meant.
        problem: What is wrong with it.
        remedy: What to do.
        weight: How bad it is.
    """

    file: str
    iri: str
    problem: str
    remedy: str
    weight: Weight = Weight.ERROR

    def __str__(self) -> str:
        entry = f"<{self.iri}> " if self.iri else ""
        return f"{self.file}: {entry}{self.problem}; {self.remedy}"
