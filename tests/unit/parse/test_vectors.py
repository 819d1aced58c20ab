"""Our layers stand for spaCy's: the same vectors, in whatever company a word comes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from thinc.api import Model

from kgraph.parse import DEFAULT_MODEL, vectors
from kgraph.parse.transitions import annotate
from kgraph.parse.vectors import with_fast_matrices, with_fast_vectors
from tests.quality.corpus import load

COMPONENTS = ("tok2vec", "ner")
_ROUNDING = 2e-5  # of numbers around 1, after four turns in single precision


@pytest.fixture(scope="module")
def plain() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    with_fast_matrices(nlp)
    return nlp


@pytest.fixture
def fast() -> Language:
    return fast_pipeline()


def fast_pipeline() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    with_fast_matrices(nlp)
    with_fast_vectors(nlp)
    return nlp


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return ["", *(line for text in load() for line in text.document.text.splitlines() if line), "Chad"]


def layers(nlp: Language, component: str) -> tuple[Model[Any, Any], Model[Any, Any]]:
    """What embeds the words of a component, and what mixes them."""
    pipe: Any = nlp.get_pipe(component)
    for node in pipe.model.walk():
        if len(node.layers) == 2 and node.layers[0].name.startswith(("extract_features", "remembered_")):
            return node.layers[0], node.layers[1]
    raise LookupError(component)


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.lemma_, t.head.i, t.dep_, t.ent_iob_, t.ent_type_) for t in doc]


@pytest.mark.parametrize("component", COMPONENTS)
def test_words_are_mixed_as_by_spacy(component: str, plain: Language, fast: Language, texts: list[str]) -> None:
    embedding, encoder = layers(plain, component)
    embedded = embedding.predict(list(map(plain.make_doc, texts)))
    found = layers(fast, component)[1].predict(embedded)
    assert layers(fast, component)[1].name == "window_encoder"
    for ours, theirs in zip(found, encoder.predict(embedded), strict=True):
        assert ours.dtype == theirs.dtype
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=_ROUNDING)


@pytest.mark.parametrize("component", COMPONENTS)
def test_words_are_embedded_as_by_spacy(component: str, plain: Language, fast: Language, texts: list[str]) -> None:
    docs = list(map(plain.make_doc, texts))
    for ours, theirs in zip(
        layers(fast, component)[0].predict(docs), layers(plain, component)[0].predict(docs), strict=True
    ):
        assert ours.dtype == theirs.dtype
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=_ROUNDING)


@pytest.mark.parametrize("remembered", [8_192, 100, 5])
def test_an_embedding_does_not_depend_on_what_came_before_or_along(
    remembered: int, fast: Language, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_REMEMBERED", remembered)
    forgetful = fast_pipeline()
    docs = list(map(fast.make_doc, texts))
    together = layers(fast, "ner")[0].predict(docs)
    embedding = layers(forgetful, "ner")[0]
    for doc, expected in reversed(list(zip(docs, together, strict=True))):
        (alone,) = embedding.predict([doc])
        np.testing.assert_array_equal(alone, expected)


def test_the_pipeline_says_the_same(plain: Language, fast: Language, texts: list[str]) -> None:
    found = annotate(fast, list(map(fast.make_doc, texts)))
    assert list(map(said, found)) == list(map(said, plain.pipe(texts)))


BY_LETTERS = {
    "@architectures": "spacy.CharacterEmbed.v2",
    "width": 16,
    "rows": 50,
    "nM": 8,
    "nC": 2,
    "include_static_vectors": False,
}
BY_MEANING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 16,
    "attrs": ["NORM", "SHAPE"],
    "rows": [50, 50],
    "include_static_vectors": True,
}


@pytest.mark.parametrize("embed", [BY_LETTERS, BY_MEANING], ids=["letters", "meaning"])
@pytest.mark.parametrize(("window", "depth"), [(2, 2), (1, 1)])
def test_layers_of_other_kinds_stay(embed: dict[str, object], window: int, depth: int) -> None:
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 16,
        "window_size": window,
        "maxout_pieces": 2,
        "depth": depth,
    }
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(data=np.eye(2, 8, dtype=np.float32), keys=["Chad", "Mali"])
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    pipe: Any = nlp.add_pipe("tok2vec", config={"model": model})
    nlp.initialize()
    docs = [nlp.make_doc("Chad left."), nlp.make_doc("Mali stayed.")]
    before, names = pipe.model.predict(docs), [node.name for node in pipe.model.walk()]
    with_fast_vectors(nlp)
    assert [node.name for node in pipe.model.walk()] == names
    for ours, theirs in zip(pipe.model.predict(docs), before, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_another_width_and_depth_are_read_as_well() -> None:
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 16,
        "window_size": 1,
        "maxout_pieces": 2,
        "depth": 3,
    }
    embed = {**BY_MEANING, "include_static_vectors": False}
    nlp = spacy.blank("en")
    pipe: Any = nlp.add_pipe(
        "tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}}
    )
    nlp.initialize()
    docs = [nlp.make_doc("Chad left."), nlp.make_doc(""), nlp.make_doc("Mali stayed where it was.")]
    before = pipe.model.predict(docs)
    with_fast_vectors(nlp)
    assert [layer.name for layer in pipe.model.layers] == ["remembered_embedding", "window_encoder"]
    for ours, theirs in zip(pipe.model.predict(docs), before, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=_ROUNDING)


def test_layers_that_only_read_do_not_learn(fast: Language) -> None:
    _, learn = layers(fast, "ner")[0].begin_update([fast.make_doc("Chad left.")])
    with pytest.raises(RuntimeError, match="do not learn"):
        learn([])
