"""The few kinds that pictures tell apart by colour: quad classes of acts, and groups of entities."""

from __future__ import annotations

import re

QUADS = ("VerbalCooperation", "MaterialCooperation", "VerbalConflict", "MaterialConflict")
"""The quad classes in the order in which they are shown."""

GROUPS = ("state", "organization", "person", "place", "thing")
"""The groups of entities in the order in which they are shown."""

_HUMP = re.compile(r"(?<=[a-z])[A-Z]")
# By the classes of the ontology; any other class is an organisation.
_CLASSES = {
    "state": ("State",),
    "person": ("Person", "Group", "Nationality", "Office"),
    "place": ("Place", "City"),
    "thing": ("Weapon", "Vehicle", "Aircraft", "Ship", ""),
}
_GROUP_OF = {name: group for group, names in _CLASSES.items() for name in names}


def group_of(type_name: str) -> str:
    """The group of an entity by the local name of its class."""
    return _GROUP_OF.get(type_name, "organization")


def words(name: str) -> str:
    """The words of a local name: "verbal conflict" of ``VerbalConflict``."""
    return _HUMP.sub(r" \g<0>", name).lower()
