"""How fast and how large, as ratios within one run: ``python -m tests.benchmarks``."""
