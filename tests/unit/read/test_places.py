"""Where inputs are: compressed files, patterns and URLs of stores."""

import bz2
import gzip
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import pytest

from kgraph.errors import InputError
from kgraph.model.document import Document
from kgraph.read import registry

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}
ROWS = b"".join(b'{"id": "%d", "text": "Words of %d."}\n' % (n, n * n * 7919) for n in range(2000))


def read(*inputs: str | Path) -> list[Document | InputError]:
    return list(registry.read(map(str, inputs)))


def ids(found: list[Document | InputError]) -> list[str]:
    return [item.id for item in found if isinstance(item, Document)]


def errors(found: list[Document | InputError]) -> list[str]:
    return [str(item) for item in found if isinstance(item, InputError)]


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    store = fsspec.filesystem("memory")
    for name in ("/news/b.txt", "/news/2022/a.txt.gz", "/news/.git/x.txt", "/news/readme"):
        store.pipe(name, gzip.compress(b"One.") if name.endswith(".gz") else b"Two.")
    yield store
    store.rm("/news", recursive=True)


@pytest.mark.parametrize("ending", COMPRESS)
def test_files_may_be_compressed(ending: str, tmp_path: Path) -> None:
    rows, text = tmp_path / f"rows.jsonl{ending}", tmp_path / f"a.v2.TXT{ending.upper()}"
    rows.write_bytes(COMPRESS[ending](ROWS))
    text.write_bytes(COMPRESS[ending](b"One.") + COMPRESS[ending](b" Two."))
    assert len(ids(read(rows))) == 2000
    assert read(text) == [Document("a.v2", "One. Two.")]


@pytest.mark.parametrize("ending", COMPRESS)
@pytest.mark.parametrize(
    "damage", [lambda data: data[: len(data) // 2], lambda data: b"garbage" + data], ids=["cut", "bad"]
)
def test_broken_compressed_files_are_one_error_after_what_could_be_read(
    ending: str, damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"rows.jsonl{ending}"
    path.write_bytes(damage(COMPRESS[ending](ROWS)))
    found = read(path)
    assert errors(found)[-1].startswith(f"{path}: cannot be read: ")
    assert found[-1] is not None
    assert isinstance(found[-1], InputError)


def test_patterns_are_filled_in_sorted_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.pdf", "2022/z.txt", "2022/[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Words.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ids(read("*.txt")) == ["a", "b"]
    assert ids(read("**/*.txt")) == ["[1]", "z", "a", "b"]
    assert ids(read("20*")) == ["[1]", "z"]
    assert ids(read("2022/[1].txt")) == ["[1]"]
    assert errors(read("*.csv")) == ["*.csv: no file has a name like this; check the pattern"]


@pytest.mark.usefixtures("store")
def test_stores_are_read_as_folders_files_and_patterns() -> None:
    assert read("memory://news") == [Document("2022/a", "One."), Document("b", "Two.")]
    assert ids(read("memory://news/b.txt")) == ["b"]
    assert ids(read("memory://news/*/*.gz")) == ["a"]
    assert errors(read("memory://news/none.txt")) == [
        "memory:///news/none.txt: there is no such file or folder; check the path"
    ]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("abfs://box/a.txt", "; install it: pip install adlfs"),
        ("dropbox://a.txt", "; install it: pip install dropboxdrivefs"),
        ("gopher://x/a.txt", "Protocol not known: gopher; known are file, s3"),
    ],
)
def test_what_a_store_needs_is_told(url: str, message: str) -> None:
    (error,) = errors(read(url))
    assert error.startswith(f"{url}: ")
    assert message in error
