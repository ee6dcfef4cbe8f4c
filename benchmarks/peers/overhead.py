"""Measures the CPU time of one ask and tell by the number of finished trials and of parameters: `overhead.py --out FILE`."""

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import csv
import random
import statistics
import sys
import time
import warnings
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

HISTORIES = (100, 300, 1000, 10000)
DIMENSIONS = (5, 20)
COLUMNS = ("tool", "version", "sampler", "n", "d", "samples", "cpu_ms_median")
# The largest history that ends in reasonable time; absent: all.
LARGEST = {"GPSampler": 300}
SAMPLERS = {
    "optuna": ("RandomSampler", "TPESampler", "CmaEsSampler", "GPSampler"),
    "rustuna": ("RandomSampler", "TPESampler", "CmaEsSampler"),
}


def value(parameters) -> float:
    """Return the squared distance from a point off the centre."""
    return sum((x - 0.3) ** 2 for x in parameters)


def study_with_history(tool, sampler, n: int, d: int):
    """Return a study with n finished trials, drawn at random rather than by the sampler measured."""
    study = tool.create_study(sampler=sampler)
    draw = random.Random(1)
    distributions = {f"x{i}": tool.distributions.FloatDistribution(0.0, 1.0) for i in range(d)}
    for _ in range(n):
        point = {name: draw.random() for name in distributions}
        study.add_trial(tool.trial.create_trial(params=point, distributions=distributions, value=value(point.values())))
    return study


def ask_and_tell(study, d: int) -> None:
    """Ask for a trial, with all its parameters, and finish it."""
    trial = study.ask()
    study.tell(trial.number, value([trial.suggest_float(f"x{i}", 0.0, 1.0) for i in range(d)]))


def cost(study, d: int, budget: float) -> tuple[int, float]:
    """Return how many trials were measured and their median CPU time in ms: 3 to 50, the first not counted."""
    ask_and_tell(study, d)
    times, start = [], time.process_time()
    while len(times) < 3 or (len(times) < 50 and time.process_time() - start < budget):
        before = time.process_time()
        ask_and_tell(study, d)
        times.append(1000 * (time.process_time() - before))
    return len(times), statistics.median(times)


def cells(names, histories):
    """Yield (tool, sampler, n, d) for the tools installed."""
    for name in names:
        try:
            tool = import_module(name)
        except ImportError as error:
            print(f"{name} left out: {error}", file=sys.stderr)
            continue
        for sampler in SAMPLERS[name]:
            for n in histories:
                if n <= LARGEST.get(sampler, n):
                    yield from ((tool, sampler, n, d) for d in DIMENSIONS)


def row(tool, sampler: str, n: int, d: int, seconds: float) -> tuple:
    """Measure one cell."""
    if hasattr(tool, "logging"):
        tool.logging.set_verbosity(tool.logging.ERROR)
    study = study_with_history(tool, getattr(tool.samplers, sampler)(seed=1), n, d)
    samples, median = cost(study, d, seconds)
    return tool.__name__, version(tool.__name__), sampler, n, d, samples, f"{median:.4f}"


def main() -> None:
    """Write one row a cell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", nargs="+", default=list(SAMPLERS), choices=list(SAMPLERS))
    parser.add_argument("--n", nargs="+", type=int, default=HISTORIES, help="numbers of finished trials")
    parser.add_argument("--seconds", type=float, default=5, help="CPU seconds a cell is measured for")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with options.out.open("w", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        for cell in cells(options.tools, options.n):
            measured = row(*cell, options.seconds)
            writer.writerow(measured)
            lines.flush()
            print(*measured, flush=True)


if __name__ == "__main__":
    main()
