"""The house rules that no linter checks: sizes, and rooms with a name of their own."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for folder in ("kgraph", "tests", "ontology/scripts") for path in (ROOT / folder).rglob("*.py"))
LONGEST_MODULE = 500
LONGEST_FUNCTION = 59
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc"}


def lines_of_functions(path: Path) -> dict[str, int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}


def test_the_modules_are_found() -> None:
    assert ROOT / "kgraph/errors.py" in MODULES
    assert Path(__file__) in MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_is_small_and_has_a_name(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert path.stem not in NAMELESS
    assert {name: lines for name, lines in lines_of_functions(path).items() if lines > LONGEST_FUNCTION} == {}
