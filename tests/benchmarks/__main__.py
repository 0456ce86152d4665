"""Measure everything, print it as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One measurement, by the module that takes it."""

    module: str
    size: int
    """what its ``measure`` takes: runs, words or pages"""
    quick: int
    """the same, for a first look"""
    aim: str

    def measure(self, quick: bool) -> Figures:
        """Take the measurement."""
        measure: Callable[[int], Figures] = import_module(f"tests.benchmarks.{self.module}").measure
        return measure(self.quick if quick else self.size)


BENCHMARKS = {
    # Memory first: a child starts with its parent's peak, small only before the model is loaded.
    "memory": Benchmark("memory", 5_000, 1_000, ""),
    "first paint": Benchmark("paint", 11, 3, "ratio ≤ 1.4"),
    "reopening a kept article": Benchmark("reopen", 11, 3, "ratio ≤ 1.1"),
    "first answer": Benchmark("answer", 11, 3, "ratio ≤ 1.6"),
    "from the top of a long text to its end": Benchmark("far", 3_000, 300, "ratio ≤ 2"),
    "analysis": Benchmark("speed", 20_000, 2_000, "encoder_share ≥ 0.6"),
    "a very long article": Benchmark("length", 1_000_000, 30_000, "ratio ≥ 0.9"),
    "opening a very long text": Benchmark("opening", 1_000_000, 100_000, "ratio near 1"),
    "key to panel": Benchmark("keys", 100_000, 4_000, "median ≤ 16 ms, worst ≤ 50 ms, page_ratio ≤ 1.5"),
    "a web page": Benchmark("pages", 100, 20, "ratio ≤ 1.5"),
    "where else a claim stands": Benchmark("elsewhere", 1_000, 100, "compare ≤ 1,000 ms, open ≤ 100 ms"),
    "joining an archive": Benchmark("joining", 100_000, 5_000, "clock ≤ 900 s, ratio ≤ 1.3, ≤ 4,000 MB"),
    "keys beside many highlights": Benchmark("marks", 50_000, 2_000, "a key ≤ 50 ms, or ratio ≤ 1.5"),
}


def main() -> None:
    """Take the measurements one after another."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help="fewer runs, shorter texts")
    parser.add_argument("--only", choices=[benchmark.module for benchmark in BENCHMARKS.values()])
    options = parser.parse_args()
    results: dict[str, Figures] = {}
    for name, benchmark in BENCHMARKS.items():
        if options.only in {None, benchmark.module}:
            results[name] = benchmark.measure(options.quick)
            if not options.json:
                sys.stdout.write(_shown(name, benchmark.aim, results[name]))
                sys.stdout.flush()
    if options.json:
        sys.stdout.write(json.dumps(results, indent=2) + "\n")


def _shown(name: str, aim: str, figures: Figures) -> str:
    """Return a heading and a line for each figure."""
    heading = f"{name} (aim: {aim})" if aim else name
    return "\n".join([heading, *(f"  {key:20} {value:12,.2f}" for key, value in figures.items()), ""])


if __name__ == "__main__":
    main()
