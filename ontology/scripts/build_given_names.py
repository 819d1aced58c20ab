"""Builds ``kgraph/lexicon/en/given_names.tsv``: the gender that a given name tells of in news.

The facts come from two tables: ``officeholders.csv`` (Wikidata, CC0), the
office holders of the world with their gender, and the given names of the
1990 census of the United States (public domain), as the package ``names``
0.3.0 ships them. A name is kept where nearly all its bearers are of one
gender; the same input always gives the same file.

    python ontology/scripts/build_given_names.py --officeholders officeholders.csv \
        --census names/dist.female.first names/dist.male.first -o kgraph/lexicon/en/given_names.tsv
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

HEADER = """\
# Given names that tell the gender of nearly all their bearers; made by ontology/scripts/build_given_names.py.
# Columns: name in lower case, gender.
# Sources: office holders of the world (Wikidata, CC0) and the 1990 census of the United States (public domain).
"""
GENDERS = ("female", "male")
CLEAR = 0.97
# A name with a share below this in the census, in percent, is too rare to weigh against another gender.
RARE = 0.002


def of_officeholders(rows: Iterable[Mapping[str, str]]) -> dict[str, Counter[str]]:
    """How many women and men bear each given name; every person counts once, by the first of two or more words."""
    persons = {(row["person_wikidata"], row["person"], row["gender"]) for row in rows if row["gender"] in GENDERS}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, person, gender in persons:
        words = person.split()
        if len(words) > 1 and words[0].isalpha():
            found[words[0].lower()][gender] += 1
    return found


def of_census(female: Iterable[str], male: Iterable[str]) -> dict[str, Counter[str]]:
    """The shares of each given name among women and men, in thousandths of a percent."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for gender, lines in zip(GENDERS, (female, male), strict=True):
        for line in lines:
            name, share = line.split()[:2]
            if float(share) >= RARE:
                found[name.lower()][gender] += round(1000 * float(share))
    return found


def clear(counts: Counter[str]) -> str | None:
    """The gender of nearly all bearers, if there is one."""
    total = counts.total()
    return next((gender for gender in GENDERS if total and counts[gender] >= CLEAR * total), None)


def genders(*sources: Mapping[str, Counter[str]]) -> dict[str, str]:
    """From each name to its gender, where every source that knows the name is clear and all agree."""
    found = {}
    for name in {name for source in sources for name in source}:
        verdicts = {clear(source[name]) for source in sources if name in source}
        verdict = verdicts.pop() if len(verdicts) == 1 else None
        if verdict is not None and len(name) > 1:
            found[name] = verdict
    return found


def main() -> None:
    """Reads the tables and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--officeholders", type=Path, required=True)
    parser.add_argument("--census", type=Path, nargs=2, required=True, metavar=("FEMALE", "MALE"))
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    with args.officeholders.open(encoding="utf-8", newline="") as file:
        held = of_officeholders(csv.DictReader(file))
    female, male = (path.read_text(encoding="ascii").splitlines() for path in args.census)
    rows = sorted(genders(held, of_census(female, male)).items())
    args.output.write_text(HEADER + "".join(f"{name}\t{gender}\n" for name, gender in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
