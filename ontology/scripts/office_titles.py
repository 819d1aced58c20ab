"""Offices as tables write them, to the titles that news gives their holders.

"Minister for Foreign Affairs of the Republic of Kenya" is the foreign
minister, the minister of foreign affairs and the top diplomat of Kenya.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# From the field of a minister, as tables name it, to the words before "minister" in news.
FIELDS = {
    "foreign affairs": ("foreign", "foreign affairs"),
    "external affairs": ("foreign", "external affairs"),
    "external relations": ("foreign", "external relations"),
    "foreign relations": ("foreign", "foreign relations"),
    "international relations": ("foreign", "international relations"),
    "europe and foreign affairs": ("foreign", "europe and foreign affairs"),
    "foreign": ("foreign",),
    "commonwealth and development": (),
    "commonwealth": (),
    "interior": ("interior",),
    "internal": ("interior", "internal affairs"),
    "home": ("home affairs", "home", "interior"),
    "home department": ("home", "interior"),
    "public security": ("public security",),
    "defence": ("defence",),
    "national defence": ("defence", "national defence"),
    "armed forces": ("armed forces", "defence"),
    "exchequer": ("finance",),
    "finances": ("finance",),
    "economy": ("economy", "economic"),
    "economic": ("economy", "economic"),
    "economic affairs": ("economy", "economic affairs"),
    "national economy": ("economy",),
    "health": ("health",),
    "health care": ("health",),
    "healthcare": ("health",),
    "public health": ("health",),
    "environment": ("environment", "environmental"),
    "agrarian policy": ("agriculture",),
    "national education": ("education",),
    "treasury": ("treasury", "finance"),
    "state treasury": ("treasury",),
    "fuel": (),
    "republic": (),
}
# Fields whose minister is in the cabinet; a minister of state for one of them is another person.
_CHIEF_FIELDS = frozenset(
    {"foreign", "defence", "interior", "home", "finance", "justice", "health", "education", "agriculture", "economy"}
    | {"energy", "trade", "transport"}
)
_RANKS = "first|deputy|vice|assistant|junior|senior|acting|federal|union|cabinet|coordinating|state"
_ROLES = "minister of state|minister delegate|minister|secretary of state|secretary|under-secretary of state"
_MINISTER = re.compile(rf"(?P<rank>(?:(?:{_RANKS}) )*)(?P<role>{_ROLES}) (?:of|for|responsible for) (?P<field>.+)")
_HEAD = re.compile(
    r"(?P<role>(?:deputy |vice |first deputy )*(?:director[- ]general|director|head|chief|chairman|chairwoman|"
    r"chairperson|chair|commander|administrator|commissioner|governor|secretary|speaker|president|mayor|"
    r"general secretary))"
    r" (?:of|for) (?:the )?(?P<body>[^,]+)"
)
_SPELLINGS = (
    (r"\bdefence\b", "defense"),
    (r"\blabour\b", "labor"),
    (r"\bvice president\b", "vice-president"),
    (r"\battorney general\b", "attorney-general"),
    (r"\bsecretary general\b", "secretary-general"),
    (r"\bdirector general\b", "director-general"),
    (r"\bcommander-in-chief\b", "commander in chief"),
    (r"\badviser\b", "advisor"),
    (r"\bunited states\b", "u.s."),
    (r"\bunited states\b", "us"),
    (r"\bunited nations\b", "u.n."),
    (r"\bunited nations\b", "un"),
    (r"\bunited kingdom\b", "uk"),
    (r"\bunited kingdom\b", "britain"),
    (r"\beuropean union\b", "eu"),
)
# What a title of the left kind is also called; the words of a rule are whole titles.
_ALSO: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"prime minister|premier of the state council|president of the government", ("prime minister", "premier")),
    (r"(federal )?chancellor", ("chancellor",)),
    (r"chancellor of the exchequer", ("finance minister", "chancellor")),
    (r"(state |executive )?president", ("president",)),
    (r"monarch|king|queen", ("king", "queen", "monarch")),
    (r"emperor", ("emperor",)),
    (r"(acting|interim|transitional) president", ("president", "interim president")),
    (r"deputy prime minister", ("vice premier", "deputy premier", "vice prime minister")),
    (r"(vice|deputy) premier.*", ("vice premier", "deputy prime minister")),
    (r"first deputy prime minister", ("deputy prime minister", "first vice premier")),
    (r"foreign minister", ("top diplomat", "chief diplomat")),
    (r"secretary of defen[cs]e", ("pentagon chief", "defence chief", "defence secretary")),
    (r"defence minister", ("defence chief",)),
    (
        r"(permanent representative|ambassador) to the united nations",
        (
            "ambassador to the united nations",
            "permanent representative to the united nations",
            "envoy to the united nations",
            "united nations ambassador",
            "united nations envoy",
        ),
    ),
    (
        r"(chief|head) of (the )?(army|defence|joint|general) ?staff|chief of the (general|defence) staff",
        ("army chief", "military chief", "chief of staff", "chief of general staff", "top general"),
    ),
    (r"chief of (staff of the army|the army staff|army staff)", ("army chief", "army chief of staff")),
    (r"chairman of the joint chiefs of staff", ("joint chiefs chairman", "top general", "military chief")),
    (r"(supreme )?commander-in-chief of the armed forces", ("commander-in-chief", "army chief", "top general")),
    (
        r"governor of the .*bank.*|governor of .*bank.*|chair(man|woman)? of the federal reserve",
        ("central bank governor", "central bank chief", "central bank head", "governor of the central bank"),
    ),
    (r"chair(man|woman)? of the federal reserve", ("fed chair", "federal reserve chair", "fed chairman")),
    (
        r"prosecutor general|general prosecutor",
        ("prosecutor-general", "general prosecutor", "chief prosecutor", "top prosecutor"),
    ),
    (r"chief justice|president of the supreme (people's )?court", ("chief justice",)),
    (
        r"((supreme court|justice of the supreme court|judge of the supreme court).*|supreme court justice)",
        ("supreme court justice", "supreme court judge"),
    ),
    (
        r"(speaker|president|chair(man|woman)?) of the (state duma|(grand )?national assembly|verkhovna rada|knesset|"
        r"house.*|chamber.*|parliament|assembly|sejm|riksdag|storting|bundestag|lok sabha|riigikogu|legislative yuan|"
        r"people's majlis|majlis)",
        ("speaker", "parliament speaker", "speaker of parliament", "parliamentary speaker"),
    ),
    (r"(speaker|president) of the senate", ("senate president", "senate speaker")),
    (r"national security advis[eo]r", ("national security adviser", "security adviser")),
    (r"supreme leader", ("supreme leader",)),
    (r"general secretary of the .*communist party.*", ("party chief", "general secretary", "communist party chief")),
    (r".*(foreign|intelligence|security|secret).*(service|intelligence)", ("spy chief", "intelligence chief")),
    (r"director of the cia", ("cia director", "cia chief", "spy chief")),
    (r"director of (central|national) intelligence", ("intelligence chief", "spy chief")),
    (r"director of the fbi", ("fbi director", "fbi chief")),
    (r"first lady", ("first lady",)),
    (
        r"foreign ministry spoke.*",
        ("foreign ministry spokesperson", "foreign ministry spokeswoman", "foreign ministry spokesman"),
    ),
    (r"government spokesperson", ("government spokesman", "government spokeswoman")),
)
# How an office that tables spell in several ways is spelled here, applied in this order.
_ONE_SPELLING = (
    (r"defense", "defence"),
    (r"minster", "minister"),
    (r"interior affairs", "internal affairs"),
    (r"-(president|general)\b", r" \1"),
    (r"^(acting|interim) ", ""),
    (r"\b(minister|secretary of state|secretary) for ", r"\1 of "),
    (r"^(federal|union) minister", "minister"),
    (r"^cabinet secretary of ", "secretary of "),
    (r"^federal chancellor$", "chancellor"),
    (r"^premier of the state council$", "premier"),
    (r"^(king|queen|prince|grand duke)$", "monarch"),
    (r"^amir$", "emir"),
    (r"^ambassador in ", "ambassador to "),
    (r"united states of america", "united states"),
    (r"russian federation", "russia"),
)
SECTORS = (
    ("JUD", r"justice|judge|court|prosecutor|solicitor|attorney"),
    (
        "LEG",
        r"speaker|(president|chair\w*|leader|member|marshal) of the (senate|national assembly|house|chamber|"
        r"state duma|federation council|verkhovna rada|knesset|bundestag|parliament|legislat|national people's cong)"
        r"|parliamentary leader",
    ),
    ("SPY", r"\bcia\b|intelligence|secret service|mossad|security service"),
    ("COP", r"police|\bfbi\b"),
    ("MIL", r"(chief|commander|commandant).*(staff|army|navy|naval|air force|armed forces|defence force|marine|land)"),
    ("ELI", r"first lady|first gentleman|spouse"),
)
_CABINET = re.compile(r"minister|secretary of|secretary for|ministry|attorney general")


def without_state(office: str, country: Iterable[str]) -> str:
    """The office as a table writes it, without remarks and the state it belongs to."""
    text = re.sub(r"\s*\([^)]*\)", "", office).strip().replace("’", "'")
    names = "|".join(re.escape(name) for name in sorted(country, key=len, reverse=True))
    if names:
        text = re.sub(rf"\s+(?:of|in|for) (?:the )?(?:{names})$", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def canonical(office: str, country: Iterable[str]) -> str:
    """The office in lower case, without the state it belongs to, spelled one way.

    Args:
        office: As a table writes it: "Minister for Foreign Affairs of Kenya".
        country: The names of the state.
    """
    text = without_state(office, country).lower()
    for pattern, spelling in _ONE_SPELLING:
        text = re.sub(pattern, spelling, text)
    return text


def titles(office: str, iso3: str) -> set[str]:
    """What news calls the holder of a canonical office, in lower case and without the country."""
    found = {office, *_of_field(office, iso3), *_of_head(office)}
    for pattern, more in _ALSO:
        if any(re.fullmatch(pattern, title) for title in tuple(found)):
            found.update(more)
    for pattern, other in _SPELLINGS:
        found |= {re.sub(pattern, other, title) for title in found}
        found |= {re.sub(r"\bthe (u\.s\.|us|u\.n\.|un|uk|eu)\b", r"the \1", title) for title in found}
    found |= {re.sub(r" (of|for) the ", r" \1 ", title) for title in found}
    return {title.strip() for title in found if title.strip()}


def sector(office: str) -> str:
    """PLOVER's sector of a canonical office."""
    if _CABINET.search(office):
        return "GOV"
    return next((code for code, pattern in SECTORS if re.search(pattern, office)), "GOV")


def _of_field(office: str, iso3: str) -> Iterator[str]:
    """Of "minister of foreign affairs" the foreign minister; of several fields one title each."""
    match = _MINISTER.fullmatch(office)
    if match is None or match["field"] == "state":
        return
    # In news a secretary of state for something is a minister, too, but those of the United States never are.
    secretary = "secretary" in match["role"]
    rank = re.sub("(federal|union|cabinet) ", "", match["rank"])
    junior = "under" in match["role"] or match["role"] in {"minister of state", "minister delegate"}
    roles = ["secretary"] if secretary and not junior else []
    if not secretary or iso3 != "USA":
        roles.append("minister")
    for words in _fields(match["field"]):
        for role in roles:
            yield f"{'junior ' if junior and words in _CHIEF_FIELDS else rank}{words} {role}"
    yield re.sub(r"^(.*(?:minister|secretary of state)) of ", r"\1 for ", office)


def _fields(text: str) -> Iterator[str]:
    whole = re.sub(r"^the ", "", text)
    if whole in FIELDS:
        yield from FIELDS[whole]
        return
    for part in re.split(r",? and |, ?|;| & ", text):
        bare = re.sub(r"^(the|national|federal) ", "", part.strip())
        bare = re.sub(r"(?<!foreign)(?<!external)(?<!economic) affairs$", "", bare)
        if bare in FIELDS:
            yield from FIELDS[bare]
        elif bare and len(bare.split()) <= 3 and " of " not in bare and " to " not in bare:
            yield bare


def _of_head(office: str) -> Iterator[str]:
    """Of "director of the cia" the CIA director and head of the CIA."""
    match = _HEAD.fullmatch(office)
    if match is None or match["role"] in {"secretary", "president", "speaker"}:
        return
    body, role = match["body"].strip(), match["role"]
    yield f"{role} of {body}"
    yield f"{body} {role}"
    if role in {"director", "head", "chief", "chairman", "administrator", "director general", "commander"}:
        yield from (f"{body} head", f"{body} chief", f"head of the {body}", f"chief of the {body}")
