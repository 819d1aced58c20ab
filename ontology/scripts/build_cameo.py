"""Makes ``events/cameo.ttl``: every CAMEO code with the PLOVER type, mode and contexts that it stands for.

usage: build_cameo.py CAMEO2PLOVER-2021.txt [-o FILE]

The table (github.com/openeventdata/PLOVER, CC BY-SA 4.0) has one code a line:
``1031: REQUEST, assist, economic # ...``. A code becomes a concept below the
code that it refines. It is narrower than its event type and mode
(``skos:broadMatch``), and wider than a mode that tells more than the code
(``skos:narrowMatch``), as the modes of the records that come with PLOVER do.
Read the other way round, the same links lead from types and modes to codes.
The same input always gives the same file.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "events" / "cameo.ttl"
HEAD = """\
# CAMEO codes: the PLOVER type, mode and contexts that each stands for.
#
# After the file CAMEO2PLOVER-2021.txt of github.com/openeventdata/PLOVER, CC BY-SA 4.0. Made by scripts/build_cameo.py;
# not for editing.

@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

kg:CAMEO a skos:ConceptScheme ;
    rdfs:label "CAMEO codes"@en ;
    dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
    dcterms:source <https://github.com/openeventdata/PLOVER> ;
    skos:definition "The codes of the Conflict and Mediation Event Observations scheme that PLOVER takes over."@en .
"""
_ROW = re.compile(r"(?P<code>\d{2,4}):(?P<fields>[^#]*)")
# Modes that PLOVER's records, and types.ttl after them, name more finely or otherwise than the table does.
FINER = {
    "PROTEST-demo": ("PROTEST-demo-org", "PROTEST-demo-spon"),
    "PROTEST-riot": ("PROTEST-riot-org", "PROTEST-riot-spon"),
}
OTHERWISE = {
    "ASSAULT-seize": "ASSAULT-destroy",
    "PROTEST-hunger": "PROTEST-strike-hun",
    "SANCTION-discontinue": "SANCTION-sever",
}
# Modes of the table alone: "ease" it no longer counts as one itself, the other is a context in the wrong column.
NO_MODES = {"RETREAT-ease": (), "ASSAULT-pro_autocracy": ("pro_autocracy",)}


class Code(NamedTuple):
    """What a CAMEO code stands for; two types where it heads codes of both."""

    types: tuple[str, ...]
    mode: str = ""
    contexts: tuple[str, ...] = ()


def main() -> None:
    """Reads the table and writes the concepts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    args = parser.parse_args()
    codes = read(args.table.read_text(encoding="utf-8").splitlines())
    args.output.write_text(HEAD + "".join(turtle(codes)), encoding="utf-8")


def read(lines: Iterable[str]) -> dict[str, Code]:
    """The codes of the table, sorted."""
    found: dict[str, Code] = {}
    for row in filter(None, map(_ROW.match, lines)):
        event, mode, contexts = [*(field.strip() for field in row["fields"].split(",")), "", ""][:3]
        named = tuple(filter(None, (context.strip() for context in contexts.split(";"))))
        local = f"{event}-{mode}"
        if local in NO_MODES:
            mode, named = "", (*NO_MODES[local], *named)
        types = dict.fromkeys((*(found[row["code"]].types if row["code"] in found else ()), event))
        found[row["code"]] = Code(tuple(types), f"{event}-{mode}" if mode else "", tuple(sorted(named)))
    return dict(sorted(found.items()))


def turtle(codes: Mapping[str, Code]) -> Iterator[str]:
    """Each code as a concept."""
    for code, meant in codes.items():
        mode = OTHERWISE.get(meant.mode, meant.mode)
        finer = FINER.get(mode, ())
        wider = (*meant.types, *([mode] if mode and not finer else []))
        above = _above(code, codes)
        rows = {
            "rdfs:label": [f'"CAMEO {code}"@en'],
            "skos:inScheme": ["kg:CAMEO"],
            "skos:notation": [f'"{code}"'],
            "skos:broader": [f"kg:cameo-{above}"] if above else [],
            "skos:broadMatch": [f"kg:{name}" for name in wider],
            "skos:narrowMatch": [f"kg:{name}" for name in finer],
            "kg:impliesContext": [f'"{name}"' for name in meant.contexts],
        }
        told = (f"{name} {', '.join(values)}" for name, values in rows.items() if values)
        yield f"\nkg:cameo-{code} a skos:Concept ;\n    " + " ;\n    ".join(told) + " .\n"


def _above(code: str, codes: Mapping[str, Code]) -> str:
    """The nearest code that a code refines; empty for a root."""
    return next((code[:length] for length in range(len(code) - 1, 1, -1) if code[:length] in codes), "")


if __name__ == "__main__":
    main()
