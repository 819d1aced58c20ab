"""Whose words they are: sources and reported words over the range of what reporters write, and what reports nothing."""

from __future__ import annotations

import pytest

from kgraph.pipeline import Pipeline
from tests.statements import read

# Each sentence with all that it reports: source, cue and reported words; "…" stands where they are interrupted.
_REPORTED = [
    (
        "The mayor said on Monday that the bridge had collapsed.",
        [("The mayor", "say", "that the bridge had collapsed")],
    ),
    (
        "The mayor said the bridge had collapsed, although he gave no details.",
        [("The mayor", "say", "the bridge had collapsed")],
    ),
    (
        "The mayor said the bridge, built in 1901, had collapsed, which angered residents.",
        [("The mayor", "say", "the bridge, built in 1901, had collapsed, which angered residents")],
    ),
    (
        "The minister said the army would leave, adding that the border was calm.",
        [("The minister", "say", "the army would leave"), ("The minister", "add", "that the border was calm")],
    ),
    (
        "The minister noted that the treaty had expired and asked why nobody had renewed it.",
        [("The minister", "note", "that the treaty had expired"), ("The minister", "ask", "why nobody had renewed it")],
    ),
    ("As the newspaper noted, the treaty has expired.", [("the newspaper", "note", "the treaty has expired")]),
    ("The treaty, as the envoy pointed out, has expired.", [("the envoy", "point out", "The treaty … has expired")]),
    ("The war, said Weber, will go on.", [("Weber", "say", "The war … will go on")]),
    (
        "The plan, said Anna Weber, an expert on Chad, would split the party.",
        [("Anna Weber, an expert on Chad", "say", "The plan … would split the party")],
    ),
    (
        '"It is time to leave," exhorted her friend, Mary Webb.',
        [("her friend, Mary Webb", "exhort", "It is time to leave")],
    ),
    (
        "“Nobody will leave,” the envoy wrote in a letter explaining the decision, “but many want to.”",
        [
            ("the envoy", "write", "Nobody will leave … but many want to"),
            ("a letter", "explain", "the decision"),
            ("many", "want", "to"),
        ],
    ),
    (
        "“Nobody is less welcome,” the paper wrote, “given his attitude toward the union.”",
        [("the paper", "write", "Nobody is less welcome … given his attitude toward the union")],
    ),
    (
        "“It is unusual,“ said Larry Weber. “It is hard to do.”",
        [("Larry Weber", "say", "It is unusual … It is hard to do")],
    ),
    (
        "The envoy said the talks had failed. “Nobody listened to us.”",
        [("The envoy", "say", "the talks had failed … Nobody listened to us")],
    ),
    (
        "“We lost the vote,” the senator said.\n\n“They came to our houses at night.”",
        [("the senator", "say", "We lost the vote … They came to our houses at night")],
    ),
    ("Weber: Nobody will leave Chad", []),
    (
        "Poll: Most voters want to leave the union",
        [("Poll", "say", "Most voters want to leave the union"), ("Most voters", "want", "to leave the union")],
    ),
    ("He complained about Chad closing its border.", [("He", "complain", "about Chad closing its border")]),
    ("The senator called her “weak” and left.", [("The senator", "call", "her … weak")]),
    (
        "The treaty, which the minister called a mistake, expired in May.",
        [("the minister", "call", "which … a mistake")],
    ),
    (
        "Asked about the raid, the general said he knew nothing.",
        [("-", "ask", "the raid"), ("the general", "say", "he knew nothing")],
    ),
    ("The minister was asked about the raid.", [("-", "ask", "the raid")]),
    ("The movement is widely seen as a threat.", [("-", "see", "The movement … as a threat")]),
    ("The group condemned the arrest of the writer.", [("The group", "condemn", "the arrest of the writer")]),
    ("The union demanded money from the government.", [("The union", "demand", "money from the government")]),
    ("The envoy talked about the war in Yemen.", [("The envoy", "talk", "the war in Yemen")]),
    ("The governor backed the plan, which failed in March.", [("The governor", "back", "the plan")]),
    ("The minister voiced concern about the raid.", [("The minister", "voice", "concern about the raid")]),
    (
        "The general dismissed criticism from Amnesty International of the raid.",
        [("The general", "dismiss", "criticism from Amnesty International of the raid")],
    ),
    ("Paris’s announcement of new sanctions surprised Moscow.", [("Paris", "announce", "new sanctions")]),
    ("The president’s refusal to sign the law angered the union.", [("The president", "refuse", "to sign the law")]),
    ("The premier was wary of the plan.", [("The premier", "be", "the plan")]),
    ("The senator voted against the law.", [("The senator", "vote", "the law")]),
    (
        "Officials who spoke to reporters said the talks had failed.",
        [("Officials who spoke to reporters", "say", "the talks had failed")],
    ),
    (
        "The ministry said in a statement that three soldiers had died.",
        [("The ministry", "say", "that three soldiers had died")],
    ),
    (
        "The paper reported, citing two officials, that the talks had failed.",
        [("The paper", "report", "that the talks had failed"), ("the talks", "cite", "two officials")],
    ),
    ("According to the ministry, three soldiers died.", [("the ministry", "according to", "three soldiers died")]),
    ("Three soldiers died, the ministry said on Twitter.", [("the ministry", "say", "Three soldiers died")]),
    (
        "Critics say the law is too weak, while supporters call it a first step.",
        [("Critics", "say", "the law is too weak"), ("supporters", "call", "it a first step")],
    ),
    ("The envoy believes the talks will fail.", [("The envoy", "believe", "the talks will fail")]),
    ("The villagers fear that the dam will break.", [("The villagers", "fear", "that the dam will break")]),
    ("The president hopes to visit Mali in May.", [("The president", "hope", "to visit Mali in May")]),
    ("The company promised to pay its workers.", [("The company", "promise", "to pay its workers")]),
    (
        "The chancellor denied that the bank had been warned.",
        [("The chancellor", "deny", "that the bank had been warned")],
    ),
    ("The army claimed it had shot down two drones.", [("The army", "claim", "it had shot down two drones")]),
    ("The leaders agreed to meet in Geneva.", [("The leaders", "agree", "to meet in Geneva")]),
    ("Kyiv wants Warsaw to open the border.", [("Kyiv", "want", "Warsaw to open the border")]),
    ("The king urged the parties to talk.", [("The king", "urge", "the parties to talk")]),
    (
        "The minister told parliament that the harvest had failed.",
        [("The minister", "tell", "that the harvest had failed")],
    ),
]
_NOT_REPORTED = [
    ("You know, the bridge has collapsed.", []),
    ("Assuming it rains all day, it will be cold.", [("it", "assume")]),
    ("The so-called “reform” failed.", []),
    ("The law requires banks to report losses.", [("banks", "report")]),
    ("The delay means that the ships will stay in port.", []),
    ("Smith said Weber, who knows the law, does not forgive.", [("Smith", "say")]),
    ("“I think the talks will fail,” the envoy said.", [("the envoy", "say")]),
    ("“They want to destroy us,” the envoy said.", [("the envoy", "say")]),
    ("He said he believes that the talks will fail.", [("He", "say")]),
    ("Officials chose to stay at home.", []),
]


def _reports(pipeline: Pipeline, text: str) -> list[tuple[str, str, str]]:
    return [
        (
            statement.subject.text if statement.subject else "-",
            statement.predicate.lemma,
            " … ".join(span.of(text).rstrip(",.") for span in statement.content.spans),
        )
        for statement in read(pipeline, text).statements
        if statement.content is not None
    ]


@pytest.mark.parametrize(("text", "expected"), _REPORTED)
def test_who_reports_what(pipeline: Pipeline, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _reports(pipeline, text) == expected


@pytest.mark.parametrize(("text", "expected"), _NOT_REPORTED)
def test_what_reports_nothing(pipeline: Pipeline, text: str, expected: list[tuple[str, str]]) -> None:
    assert [report[:2] for report in _reports(pipeline, text)] == expected
