"""Runs the benchmarks: ``make bench``, or ``python -m tests.benchmarks``.

At full scale the results are kept in ``results.json``, drawn as
``results.svg``, and the tables of the README are made of them. Sections that
are not named keep what they found last. At a smaller scale they are printed
only; limits are for the full scale, since the start of programs weighs more on
small sizes.

Ends with exit code 1 if a limit was passed, and names it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import findings, page, plot
from tests.benchmarks.findings import Results
from tests.benchmarks.sections import SECTIONS

HERE = Path(__file__).parent
RESULTS, PLOT, README = HERE / "results.json", HERE / "results.svg", HERE.parents[1] / "README.md"
_QUICK = 0.02


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    titles = "; ".join(f"{name}: {section.title}" for name, section in SECTIONS.items())
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"by default all of them ({titles})")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full sizes")
    parser.add_argument("--quick", dest="scale", action="store_const", const=_QUICK, help=f"short for --scale {_QUICK}")
    asked = parser.parse_args(arguments)
    unknown = set(asked.sections) - SECTIONS.keys()
    if unknown:
        parser.error(f"no section {min(unknown)}; there are: {', '.join(SECTIONS)}")
    if not 0 < asked.scale <= 1:
        parser.error("the scale is a share of the full sizes, more than 0 and at most 1")
    results = run(asked.sections or list(SECTIONS), asked.scale)
    if asked.scale == 1:
        keep(results)
    passed = [f"{limit.what}: {limit.value:.4g}, {page.asked(limit)}" for limit in passed_limits(results)]
    for line in passed:
        print(f"limit passed: {line}", file=sys.stderr)
    return int(bool(passed))


def run(names: Sequence[str], scale: float) -> Results:
    """Runs sections and prints what each found."""
    results = {}
    for name in names:
        results[name] = found = SECTIONS[name].run(scale)
        print(f"{page.told({name: found})}\n", flush=True)
    return results


def keep(results: Results) -> None:
    """Keeps results with those of the sections that were not run now."""
    before = findings.read(RESULTS)
    findings.write(
        {name: {**before, **results}[name] for name in SECTIONS if name in before or name in results}, RESULTS
    )
    kept = findings.read(RESULTS)
    plot.draw(kept, PLOT, plot.mark(RESULTS))
    page.renew(README, kept)


def passed_limits(results: Results) -> list[findings.Limit]:
    """The figures that do not keep their limits."""
    return [limit for each in results.values() for limit in each.limits if not limit.kept]


if __name__ == "__main__":
    sys.exit(main())
