"""Runs the benchmarks: ``make bench``, or ``python -m tests.benchmarks``.

At full scale what each section finds is kept in ``results.json`` when it ends,
drawn as ``results.svg``, and the tables of the README are made of it. Sections
that are not named keep what they found last. At a smaller scale it is printed
only, unless it is to be kept; limits are for the full scale, since the start of
programs weighs more on small sizes.

Ends with exit code 1 if a limit was passed or a section cannot run, and names it.
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
    parser.add_argument("--keep", action="store_true", help="keep what is found at a smaller scale, too")
    parser.add_argument("--quick", dest="scale", action="store_const", const=_QUICK, help=f"short for --scale {_QUICK}")
    asked = parser.parse_args(arguments)
    unknown = set(asked.sections) - SECTIONS.keys()
    if unknown:
        parser.error(f"no section {min(unknown)}; there are: {', '.join(SECTIONS)}")
    if not 0 < asked.scale <= 1:
        parser.error("the scale is a share of the full sizes, more than 0 and at most 1")
    names = [name for name in SECTIONS if name in asked.sections or not asked.sections]
    results = {}
    for name in names:
        results[name] = found = SECTIONS[name].run(asked.scale)
        blocks = page.shown(found) if found.missing is None else [page.missing(found)]
        print(*blocks, page.limits([found]), sep="\n\n", end="\n\n", flush=True)
        if asked.scale == 1 or asked.keep:
            keep({name: found})
    passed = [limit for found in results.values() for limit in found.limits if not limit.kept]
    for limit in passed:
        print(f"limit passed: {limit.what}: {page.figure(limit.value)}, {page.asked(limit)}", file=sys.stderr)
    missing = [page.missing(found) for found in results.values() if found.missing is not None]
    for line in missing:
        print(line, file=sys.stderr)
    return int(bool(passed or missing))


def keep(results: Results) -> None:
    """Keeps results beside those of the other sections, and renews the plot and the README."""
    found = {**findings.read(RESULTS), **results}
    findings.write({name: found[name] for name in SECTIONS if name in found}, RESULTS)
    kept = findings.read(RESULTS)
    plot.draw(kept, PLOT, plot.mark(RESULTS))
    page.renew(README, kept)


if __name__ == "__main__":
    sys.exit(main())
