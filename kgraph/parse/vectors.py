"""Vectors of words in their context, with less work than spaCy's own layers take.

spaCy's convolutional encoder (Miranda et al., "Multi hash embeddings in spaCy",
2022) embeds each word by its own features and mixes it several times with its
neighbours. Here a word is embedded once and remembered, and the mixing copies
less and takes the best of pieces that lie apart; the outcome is spaCy's but for
rounding. How a matrix library rounds a row hangs on the row's place among
others: what is remembered is worked out in double precision, so that it does
not hang on the words that came along with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Array: TypeAlias = NDArray[Any]
Layer: TypeAlias = Model[Any, Any]

_REMEMBERED = 6_000  # words, some 600 bytes each
_LEAST_VARIANCE = 1e-08  # thinc's
_MIXING = ["maxout", "layernorm", "dropout"]


class _Mix(NamedTuple):
    """A maxout layer and the normalisation of its outcome.

    Attributes:
        weights: (inputs, pieces x outputs).
        bias: (pieces x outputs).
        scale: (outputs).
        shift: (outputs).
    """

    weights: Array
    bias: Array
    scale: Array
    shift: Array

    def __call__(self, inputs: Array, products: Array) -> Array:
        """The best piece of each output with mean 0 and variance 1, scaled and shifted.

        Args:
            inputs: (rows, inputs).
            products: (rows, pieces x outputs), to work in.

        Returns:
            (rows, outputs)
        """
        np.matmul(inputs, self.weights, out=products)
        products += self.bias
        rows = reduce(np.maximum, np.split(products, len(self.bias) // len(self.scale), axis=1))
        rows -= rows.mean(axis=1, keepdims=True)
        rows *= (np.square(rows).mean(axis=1, keepdims=True) + _LEAST_VARIANCE) ** -0.5
        rows *= self.scale
        rows += self.shift
        return rows


def with_fast_matrices(nlp: Language) -> None:
    """Multiplies matrices by NumPy's own library.

    thinc's default, BLIS, falls back to a generic kernel on processors that it does not know, which takes a third to
    two thirds more time for the same numbers; where it knows them the two are alike.
    """
    ops = NumpyOps(use_blis=False)
    for node in _on_processor(nlp):
        node.ops = ops


def with_fast_vectors(nlp: Language) -> None:
    """Puts our layers where a pipeline has the ones that they stand for; others stay."""
    for node in _on_processor(nlp):
        node.layers[:] = [_faster(layer) for layer in node.layers]


def _on_processor(nlp: Language) -> list[Layer]:
    """The layers of a pipeline's models, at any depth, but for those on a graphics card."""
    models = (getattr(component, "model", None) for _, component in nlp.pipeline)
    nodes = (node for model in models if model is not None for node in model.walk())
    return [node for node in nodes if isinstance(node.ops, NumpyOps)]


def _faster(layer: Layer) -> Layer:
    leaves = list(_leaves(layer))
    names = [leaf.name for leaf in leaves]
    own = [each.name for each in layer.layers[:2]] == ["extract_features", "list2ragged"]
    if own and names[-4:] == [*_MIXING, "ragged2list"]:
        return Model("remembered_embedding", _Embedding(layer, *leaves[-4:-2]), dims={"nO": layer.get_dim("nO")})
    turns = layer.layers[0].layers if layer.name.startswith("with_array(") else []
    if turns and all(map(_is_turn, turns)):
        return Model("window_encoder", _Encoder(layer, leaves), dims={"nO": layer.get_dim("nO")})
    return layer


def _is_turn(layer: Layer) -> bool:
    """Whether a layer mixes each word with the one before and the one after it."""
    window, *mixing = _leaves(layer)
    return (
        layer.name.startswith("residual(")
        and [window.name, *(each.name for each in mixing)] == ["expand_window", *_MIXING]
        and window.attrs["window_size"] == 1
    )


def _leaves(layer: Layer) -> Iterator[Layer]:
    """The layers that hold no others, in the order of their work."""
    if not layer.layers:
        yield layer
    for each in layer.layers:
        yield from _leaves(each)


def _mix(maxout: Layer, norm: Layer, precision: str) -> _Mix:
    def numbers(layer: Layer, name: str) -> Array:
        return np.asarray(layer.get_param(name), dtype=precision)

    weights = numbers(maxout, "W").transpose(2, 1, 0)  # of (outputs, pieces, inputs)
    bias = numbers(maxout, "b").T.ravel()  # of (outputs, pieces)
    return _Mix(weights.reshape(len(weights), -1), bias, numbers(norm, "G"), numbers(norm, "b"))


class _Embedding:
    """What embeds words by their features, each once.

    Args:
        embedding: spaCy's layer.
        maxout: The layer in it that mixes a word's features.
        norm: The one that normalises what comes of it.
    """

    def __init__(self, embedding: Layer, maxout: Layer, norm: Layer) -> None:
        self._features, *self._looking_up = embedding.layers[:-2]
        self._mix = _mix(maxout, norm, "f8")
        self._width = embedding.get_dim("nO")
        self._known: dict[bytes, int] = {}
        self._vectors = np.empty((_REMEMBERED, self._width), np.float32)

    def __call__(self, _: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Array], Any]:  # noqa: ARG002 - thinc's
        """A vector (width) for each word of each document."""
        features = self._features.predict(docs)
        rows = np.ascontiguousarray(np.concatenate(features))
        # A word's features, as bytes, tell it apart.
        keys = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        vectors = self._of(keys, rows)
        return np.split(vectors, np.cumsum([len(each) for each in features])[:-1]), _untrained

    def _of(self, keys: list[bytes], rows: Array) -> Array:
        fresh = {key: place for place, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(fresh) > _REMEMBERED:
            # The words that come first are the frequent ones.
            self._known = dict(islice(self._known.items(), _REMEMBERED // 2))
            fresh = {key: place for place, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(fresh) > _REMEMBERED:
            return self._made(rows)
        if fresh:
            first = len(self._known)
            self._vectors[first : first + len(fresh)] = self._made(rows[list(fresh.values())])
            self._known.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        return self._vectors[[self._known[key] for key in keys]]

    def _made(self, rows: Array) -> Array:
        found: Any = [rows]
        for layer in self._looking_up:
            found = layer.predict(found)
        inputs = found.data.astype(np.float64)
        return self._mix(inputs, np.empty((len(inputs), len(self._mix.bias)))).astype(np.float32)


class _Encoder:
    """What mixes words with their neighbours, as spaCy's encoder does.

    Args:
        encoder: spaCy's layer.
        leaves: For each turn the window, the maxout, the normalisation and the dropout.
    """

    def __init__(self, encoder: Layer, leaves: Sequence[Layer]) -> None:
        self._mixes = [_mix(*mixing, "f4") for mixing in zip(leaves[1::4], leaves[2::4], strict=True)]
        self._width = encoder.get_dim("nO")
        self._apart = encoder.attrs["pad"]

    def __call__(self, _: Layer, texts: Sequence[Array], is_train: bool) -> tuple[list[Array], Any]:  # noqa: ARG002 - thinc's
        """Vectors (words, width) of texts, mixed; between two texts lie as many empty rows as a word sees."""
        ends = np.cumsum([self._apart + len(text) for text in texts]).tolist()
        places = [slice(end - len(text), end) for text, end in zip(texts, ends, strict=True)]
        total = ends[-1] + self._apart
        padded = np.zeros((total + 2, self._width), np.float32)
        rows = padded[1:-1]
        for text, place in zip(texts, places, strict=True):
            rows[place] = text
        # Three rows one after the other are one long row.
        windows = sliding_window_view(padded.ravel(), 3 * self._width)[:: self._width]
        wide = np.empty(windows.shape, np.float32)
        products = np.empty((total, len(self._mixes[0].bias)), np.float32)
        for mix in self._mixes:
            np.copyto(wide, windows)
            rows += mix(wide, products)
        return [rows[place] for place in places], _untrained


def _untrained(_: object) -> object:
    """What thinc calls to train a layer: a wrong call, since weights were copied and would go astray.

    Raises:
        RuntimeError: Always.
    """
    raise RuntimeError("these layers read, and do not learn")
