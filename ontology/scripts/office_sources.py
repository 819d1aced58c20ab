"""The tables of office holders, each read into tenures: who held which office of which state or body, and when."""

from __future__ import annotations

import calendar
import csv
import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox
from entity_file import RDFS_LABEL, folded, listed, read_table
from office_titles import canonical, without_state

from kgraph.model.identifiers import ENTITY, ONTOLOGY, slug

_MONTHS = list(calendar.month_name)[1:]
_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
_FACTBOOK_TITLE = re.compile(
    r"(?P<rank>(?:(?:Acting|Interim|Transition(?:al)?|Transitional|Executive|Federal|State) )*)"
    r"(?P<title>President of the Swiss Confederation|Presidency Chairperson|Vice President|President"
    r"|Prime Minister|King|Queen|Emperor|Amir|Emir|Sultan|Chancellor|Premier|Prince|Grand Duke"
    r"|Supreme Leader"
    r"|Governor-General|Governor General|Governor|Chief Minister|Chief Executive|Taoiseach|Minister of State|Pope"
    r"|Paramount Ruler"
    r"|Secretary of State)"
    r"(?: of [A-Z][a-z]+)? "
)
_HONORIFIC = re.compile(
    r"^((Sr\.|Gen\.|Dr\.|Col\.|Lt\.|Maj\.|Capt\.|Cdr\.|Adm\.|Field Mar\.|Sir|Dame|Sheikh|Crown Prince"
    r"|\(Ret\.\)) ?)+"
)
_SINCE = re.compile(r"\((?:since )?(?:(?P<day>\d+) )?(?:(?P<month>[A-Z][a-z]+) )?(?P<year>\d{4})")
_MONARCHS = {"king", "queen", "amir", "paramount ruler", "prince", "grand duke"}
# The offices by which a state is led, those that lead first.
HEADS = (
    "supreme leader",
    "president",
    "prime minister",
    "chancellor",
    "premier",
    "monarch",
    "emir",
    "sultan",
    "leader",
)


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person held an office for a time, as one source tells it.

    Attributes:
        owner: ISO 3166-1 alpha-3 of the state, or the local name of the body, that the office belongs to.
        office: The canonical office.
        person: The person's identity: a Wikidata identifier, or a name.
        name: The person's name.
        start: ISO 8601, as precise as the source; empty where it tells none.
        end: As ``start``.
        aliases: Other names of the person.
        wikidata: The person's Wikidata identifier, if told.
        surname: The surname, where the source marks it.
        titles: Titles beside those that follow from the office.
        sector: PLOVER's sector, where it does not follow from the office.
        owner_label: The name of the body.
        office_label: The office as it is written.
    """

    owner: str
    office: str
    person: str
    name: str
    start: str = ""
    end: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    surname: str = ""
    titles: tuple[str, ...] = ()
    sector: str = ""
    owner_label: str = ""
    office_label: str = ""


@dataclass(frozen=True, slots=True)
class States:
    """The states: their names and labels by code, and their codes by Wikidata identifier."""

    names: dict[str, set[str]]
    labels: dict[str, str]
    by_wikidata: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> States:
        """Reads ``countries.ttl``."""
        names: dict[str, set[str]] = defaultdict(set)
        labels, codes, links = {}, {}, {}
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            assert isinstance(quad.subject, ox.NamedNode)
            key, predicate, value = quad.subject.value.removeprefix(ENTITY), quad.predicate.value, quad.object
            assert isinstance(value, ox.NamedNode | ox.Literal)
            if predicate in {ONTOLOGY + "name", ONTOLOGY + "weakName", RDFS_LABEL}:
                names[key].add(value.value)
            if predicate == RDFS_LABEL:
                labels[key] = value.value
            if predicate == ONTOLOGY + "iso3":
                codes[key] = value.value
            if predicate == _SAME_AS and "wikidata" in value.value:
                links[value.value.rpartition("/")[2]] = key
        return cls(
            {key: names[key] for key in codes},
            {key: labels[key] for key in codes},
            {wikidata: key for wikidata, key in links.items() if key in codes},
        )


def of_holders(path: Path, states: States) -> Iterator[Tenure]:
    """The office holders of Wikidata; rows of no known state are left out."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            owner = row["country_iso3"] or states.by_wikidata.get(row["country_wikidata"], "")
            name = re.sub(r"\s*\([^)]*\)", "", row["person"]).strip()
            if owner not in states.labels or not name or re.fullmatch(r"Q\d+", name):
                continue
            office = canonical(row["office"], states.names[owner])
            office = "monarch" if office in _MONARCHS else office
            alias = re.sub(r"\s*\([^)]*\)", "", row["english_wikipedia"]).strip()
            yield Tenure(
                owner,
                office,
                row["person_wikidata"],
                name,
                row["start"],
                row["end"],
                (alias,) if alias and " " in alias else (),
                row["person_wikidata"],
                office_label=without_state(row["office"], states.names[owner]),
            )


def of_factbook(path: Path, states: States, known: Sequence[Tenure]) -> list[Tenure]:
    """The heads of state and government; who is among the known holders of the same state keeps that identity."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            owner = row["iso3"] if row["iso3"] in states.labels else states.by_wikidata.get(row["wikidata"], "")
            for cell in (row["chief_of_state"], row["head_of_government"]):
                tenure = _head(html.unescape(cell).split(";")[0], owner)
                if owner and tenure is not None:
                    found.append(tenure)
    holders: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in known:
        holders[tenure.owner].append(tenure)
    return [_identified(tenure, holders[tenure.owner]) for tenure in found]


def _head(cell: str, owner: str) -> Tenure | None:
    """A cell such as "President Vladimir Vladimirovich PUTIN (since 7 May 2012)"; capitals mark the surname."""
    title = _FACTBOOK_TITLE.match(cell)
    if title is None:
        return None
    name = _HONORIFIC.sub("", re.split(r"\(|,", cell[title.end() :])[0].strip())
    words = name.split()
    if not words or not any(word.isupper() for word in words):
        return None
    since = _SINCE.search(cell)
    start = ""
    if since:
        month = _MONTHS.index(since["month"]) + 1 if since["month"] in _MONTHS else 0
        start = (
            since["year"]
            + (f"-{month:02}" if month else "")
            + (f"-{int(since['day']):02}" if month and since["day"] else "")
        )
    office = title["title"].lower()
    office = "monarch" if office in _MONARCHS else office.replace("governor-general", "governor general")
    surname = " ".join(_cased(word) for word in words if _is_surname(word))
    plain = " ".join(_cased(word) for word in words)
    return Tenure(owner, office, slug(plain), plain, start, surname=surname)


def _is_surname(word: str) -> bool:
    return word.isupper() and len(word.strip(".")) > 1 and not re.fullmatch("[IVX]+", word)


def _cased(word: str) -> str:
    """A surname in capitals as it is written elsewhere; "II" stays."""
    if not _is_surname(word):
        return word
    return "-".join(part[:2] + part[2:].lower() if part[1:2] == "'" else part.capitalize() for part in word.split("-"))


def _identified(tenure: Tenure, holders: Iterable[Tenure]) -> Tenure:
    """The tenure with the identity of the known holder who has the same surname and given name, if there is one."""
    surname = set(folded(tenure.surname or tenure.name).lower().split())
    given = folded(tenure.name).lower()[:3]
    close: dict[str, Tenure] = {}
    heads: dict[str, Tenure] = {}
    for other in holders:
        for name in (other.name, *other.aliases):
            words = folded(name).lower().replace("-", " ").split()
            if surname <= set(words) and any(word.startswith(given) for word in words):
                close[other.person] = other
            # A head of state or government is known by a surname that is not too common, however the rest is spelled.
            elif surname <= set(words) and other.office in HEADS and max(map(len, surname)) > 4:
                heads[other.person] = other
    same = close or heads
    return _as(tenure, next(iter(same.values()))) if len(same) == 1 else tenure


def _as(tenure: Tenure, other: Tenure) -> Tenure:
    """The tenure as one of another tenure's person; its own form of the name becomes an alias."""
    aliases = tuple(sorted({tenure.name, *tenure.aliases, *other.aliases} - {other.name}))
    return replace(tenure, person=other.person, name=other.name, aliases=aliases, wikidata=other.wikidata)


def curated(path: Path, labels: dict[str, str], states: States, known: Sequence[Tenure]) -> list[Tenure]:
    """The table of our own: owner, office with further titles, person with further names, start, end.

    A person is the known one who has one of the names, if there is one, else the one who took the same office the
    same day.
    """
    people: dict[str, dict[str, Tenure]] = defaultdict(dict)
    starts: dict[tuple[str, str, str], dict[str, Tenure]] = defaultdict(dict)
    for tenure in known:
        starts[tenure.owner, tenure.office, tenure.start][tenure.person] = tenure
        for name in (tenure.name, *tenure.aliases):
            people[folded(name).lower()].setdefault(tenure.person, tenure)
    found = []
    for owner, office, person, start, end, sector in read_table(path, 6):
        if owner not in labels:
            raise SystemExit(f"{path}: {owner} is no known state or body")
        title, *titles = listed(office)
        name, *aliases = listed(person)
        title = canonical(title, states.names.get(owner, ()))
        tenure = Tenure(
            owner,
            title,
            slug(name),
            name,
            start,
            end,
            tuple(aliases),
            titles=tuple(titles),
            sector=sector,
            owner_label=labels[owner],
            office_label=without_state(listed(office)[0], states.names.get(owner, ())),
        )
        same = {key: other for each in (name, *aliases) for key, other in people[folded(each).lower()].items()}
        same = same or (starts[owner, title, start] if len(start) == len("2022-06-01") else {})
        found.append(_as(tenure, next(iter(same.values()))) if len(same) == 1 else tenure)
    return found


def full_names(path: Path) -> dict[tuple[str, str], str]:
    """Full names by state and the surname that stands for them."""
    return {(state, surname): name for state, surname, name in read_table(path, 3)}


def leaders(path: Path, codes: Path, names: dict[tuple[str, str], str], known: Sequence[Tenure]) -> list[Tenure]:
    """Who led each state, after REIGN, and after its last row whoever held the office by which the last one led."""
    states = {row[0]: row[1] for row in read_table(codes, 2)}
    heads: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in known:
        if tenure.office in HEADS:
            heads[tenure.owner].append(tenure)
    found: dict[str, list[Tenure]] = defaultdict(list)
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            # San Marino's two captains regent share a row.
            if (state := states.get(row["stateabb"])) and "&" not in row["leader"]:
                found[state].append(_leader(row, state, names, heads[state]))
    return [
        tenure
        for state, rows in sorted(found.items())
        for tenure in (*rows, *_later(max(rows, key=lambda each: each.start), heads[state]))
    ]


def _leader(row: dict[str, str], state: str, names: dict[tuple[str, str], str], heads: Iterable[Tenure]) -> Tenure:
    start = f"{int(row['syear']):04}-{int(row['smonth']):02}"
    if row["sdate"].isdigit() and int(row["sdate"]):
        start += f"-{int(row['sdate']):02}"
    end = (
        f"{int(row['eyear']):04}-{int(row['emonth']):02}" if row["eyear"].isdigit() and row["emonth"].isdigit() else ""
    )
    raw = re.sub(r"\s*\(.*", "", row["leader"]).strip()
    surname, comma, given = raw.partition(", ")
    name = f"{given} {surname}" if comma else raw
    words = set(folded(name).lower().replace("-", " ").split())
    same = {
        other.person: other
        for other in heads
        if words & set(folded(" ".join((other.name, *other.aliases))).lower().replace("-", " ").split())
        and other.start[:4] <= (end or "9999")[:4]
        and start[:4] <= (other.end or "9999")[:4]
        and words & set(folded(other.surname or other.name).lower().replace("-", " ").split()[-2:])
    }
    full = names.get((state, raw), name)
    tenure = Tenure(
        state, "leader", slug(f"{full} {row['birthyear']}"), full, start, end, surname=surname if comma else ""
    )
    if len(same) == 1:
        (other,) = same.values()
        return _as(Tenure(state, "leader", "", other.name, start, end), other)
    return tenure


def _later(last: Tenure, heads: Sequence[Tenure]) -> Iterator[Tenure]:
    """The later holders of the office by which the last leader led."""
    led = {
        other.office for other in heads if other.person == last.person and not (other.end and other.end < last.start)
    }
    office = next((each for each in HEADS if each in led), None)
    for other in heads:
        if other.office == office and other.person != last.person and other.start > max(last.start, "2021-03"):
            yield _as(Tenure(last.owner, "leader", "", other.name, other.start, other.end), other)
