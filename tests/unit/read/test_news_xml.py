"""Feeds, NewsML-G2 and NITF, told apart by their first element."""

import datetime
import io

import pytest

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import feed, xml_file
from kgraph.read.source import Defaults, Found, Source

DATE = datetime.date(2020, 1, 1)
DAY = datetime.date(2022, 6, 1)
TEXT = "Norway sent tents.\n\nChad thanked Norway."

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example &amp;amp; Wire</title>
<item><title>Tents &amp;amp; more</title><guid isPermaLink="false">g-1</guid><link>https://example.org/1</link>
<pubDate>Wed, 01 Jun 2022 23:30:00 -0500</pubDate><dc:creator>Jane Roe</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>Norway <b>sent</b> tents.</p><p>Chad thanked Norway.</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://example.org/2</link></item>
<item><title>Summary</title><description>Mali left.</description><pubDate>2022-06-31</pubDate></item>
<item><description>Mali left.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>urn:x:1</id><title>Tents</title>
<updated>2022-06-01T23:30:00-05:00</updated><source><title>Other Wire</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Norway sent tents.</p>
<p>Chad thanked Norway.</p></div></content></entry></feed>"""

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2022:{n}"><itemMeta>
<itemClass qcode="ninat:{kind}"/><provider literal="ExampleNews"/>
<versionCreated>2022-06-02T23:30:00-05:00</versionCreated><firstCreated>2022-06-01T23:30:00-05:00</firstCreated>
<pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>Tents</headline><by>Jane Roe</by></contentMeta><contentSet>{content}</contentSet></newsItem>"""
XHTML = (
    '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>'
    "<body><p>Norway <i>sent</i> tents.</p><p>Chad thanked Norway.</p></body></html></inlineXML>"
)

NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf><head><title>no</title><docdata><doc-id id-string="1815718"/></docdata>
<pubdata date.publication="20220601T000000" ex-ref="https://example.org/n" name="The Example"/></head><body>
<body.head><hedline><hl1>Tents</hl1></hedline><byline class="print_byline">By  JANE ROE</byline></body.head>
<body.content>{content}</body.content></body></nitf>"""
BLOCKS = (
    '<block class="lead_paragraph"><p>Norway sent tents.</p></block>'
    '<block class="full_text"><p>Norway sent tents.</p><media><caption>no</caption></media>'
    "<p>Chad thanked Norway.</p></block>"
)


def item(content: str = XHTML, kind: str = "text", status: str = "usable", n: int = 1) -> str:
    return ITEM.format(content=content, kind=kind, status=status, n=n)


def message(*items: str) -> str:
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


def read(text: str | bytes) -> list[Found | InputError]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(xml_file.read(Source("news.xml", "news", lambda: io.BytesIO(data)), Defaults(DATE)))


def documents(found: list[Found | InputError]) -> list[Document]:
    return [each.document for each in found if isinstance(each, Found)]


def errors(found: list[Found | InputError]) -> list[str]:
    return [str(each) for each in found if isinstance(each, InputError)]


def test_an_entry_of_a_feed_is_a_document() -> None:
    found = read(RSS)
    assert documents(found) == [
        Document("g-1", TEXT, DAY, "Tents & more", "https://example.org/1", "Example & Wire", "Jane Roe"),
        Document("news:4", "Mali left.", DATE, source="Example & Wire"),
    ]
    assert errors(found) == [
        "news.xml, entry 2: the entry holds no text, only https://example.org/2; save the page itself",
        "news.xml, entry 3: '2022-06-31' is no date; write it as 2022-06-01 or 2022-06-01T12:30:00Z",
    ]


def test_an_entry_of_atom_names_its_own_source() -> None:
    assert documents(read(ATOM)) == [Document("urn:x:1", TEXT, DAY, "Tents", source="Other Wire")]


def test_a_feed_that_is_cut_off_gives_its_entries_and_an_error() -> None:
    found = list(feed.read(Source("a.rss", "a", lambda: io.BytesIO(RSS[:-120].encode())), Defaults(DATE)))
    assert documents(found)[0].id == "g-1"
    assert errors(found)[-1].startswith("a.rss:")
    assert "broken XML" in errors(found)[-1]
    (error,) = read('<rss version="2.0"><channel><title>T</title></channel></rss>')
    assert str(error) == "news.xml: the feed holds no entry; leave it out"


@pytest.mark.parametrize(
    "content",
    [
        XHTML,
        f"<inlineXML>{NITF.format(content=BLOCKS).partition('.dtd')[2].partition('>')[2]}</inlineXML>",
        '<inlineData contenttype="text/plain">Norway sent tents.\n\nChad thanked Norway.</inlineData>',
        '<inlineData contenttype="text/html">&lt;p>Norway sent tents.&lt;/p>'
        "&lt;p>Chad thanked Norway.&lt;/p></inlineData>",
    ],
    ids=["XHTML", "NITF", "plain", "HTML"],
)
def test_a_news_item_is_a_document(content: str) -> None:
    expected = Document("tag:example.org,2022:1", TEXT, DAY, "Tents", None, "ExampleNews", "Jane Roe")
    assert documents(read(item(content))) == [expected]


def test_a_news_message_holds_items_of_all_kinds() -> None:
    found = read(
        message(
            item(),
            item(kind="picture", n=2),
            item(status="canceled", n=3),
            item("<remoteContent/>", n=4),
            item(n=5).replace("2022-06-01T23", "June"),
            item(n=6),
        )
    )
    assert [each.id[-1] for each in documents(found)] == ["1", "6"]
    assert errors(found) == [
        "news.xml, item 4: the item holds no text of its own; get it with its content inline",
        "news.xml, item 5: 'June:30:00-05:00' is no date; write it as 2022-06-01 or 2022-06-01T12:30:00Z",
    ]


def test_a_news_message_that_breaks_off_gives_the_items_before() -> None:
    found = read(message(item(), item(n=2))[:-200])
    assert [each.id[-1] for each in documents(found)] == ["1"]
    assert "broken XML" in errors(found)[0]
    assert errors(read(message())) == ["news.xml: no news item; a file of NewsML-G2 holds <newsItem>"]


@pytest.mark.parametrize("content", [BLOCKS, "<p>Norway sent tents.</p><p>Chad thanked Norway.</p>"])
def test_an_article_in_nitf_is_a_document(content: str) -> None:
    expected = Document("1815718", TEXT, DAY, "Tents", "https://example.org/n", "The Example", "JANE ROE")
    assert documents(read(NITF.format(content=content))) == [expected]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "news.xml:1: broken XML"),
        ("<nitf>\n<body></nitf>", "news.xml:2: broken XML"),
        ("<kml/>", "news.xml: no reader for XML that begins with <kml>; known: RDF, feed, newsItem"),
        (NITF.format(content=""), "news.xml: the text is empty"),
        (NITF.format(content="<p>x</p>").replace("20220601T000000", "soon"), "news.xml: 'soon' is no date"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, message: str) -> None:
    (error,) = errors(read(text))
    assert error.startswith(message)


def test_no_file_is_read_by_way_of_another() -> None:
    entity = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    (found,) = documents(read(entity + NITF.partition(".dtd")[2].partition(">")[2].format(content="<p>a&x;b</p>")))
    assert found.text == "ab"
