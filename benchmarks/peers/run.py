"""Measures other optimisers on the benchmark problems; see README.md for the commands."""

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import csv
import json
import multiprocessing
import platform
import sys
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import samplers
from problems import Catalogue

CHECKPOINTS = (25, 50, 100, 200)
COLUMNS = ("problem", "sampler", "seed", *(f"best{n}" for n in CHECKPOINTS), "asktell_cpu_s")


@dataclass(frozen=True)
class Plan:
    """What all runs share: where tables are, how many trials a run has and how long it may take."""

    tables: tuple[Path, ...]
    yahpo: Path | None
    tasks: tuple[str, ...]
    trials: int
    limit: float

    def catalogue(self) -> Catalogue:
        """Return the problems of this plan."""
        return Catalogue(self.tables, self.yahpo, self.tasks)


@dataclass(frozen=True)
class Run:
    """One run: a sampler on a problem with a seed."""

    plan: Plan
    problem: str
    sampler: str
    seed: int

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what a run is known by in a results file."""
        return self.problem, self.sampler, str(self.seed)


@lru_cache(maxsize=None)
def load(plan: Plan, name: str):
    """Return a problem, read once a process."""
    return plan.catalogue().problem(name)


def measure(run: Run) -> list[str]:
    """Do one run and return its row; it ends early, with blanks, once its CPU time is used up."""
    problem = load(run.plan, run.problem)
    start = time.process_time()
    peer = samplers.sampler(run.sampler)(problem, run.seed, run.plan.trials)
    best, bests, evaluation = float("inf"), {}, 0.0
    for trial in range(1, run.plan.trials + 1):
        configuration = peer.ask()
        before = time.process_time()
        value = problem(configuration)
        evaluation += time.process_time() - before
        peer.tell(value)
        best = min(best, value)
        bests[trial] = best
        if time.process_time() - start > run.plan.limit:
            break
    cost = time.process_time() - start - evaluation
    numbers = ["%.8g" % bests[n] if n in bests else "" for n in CHECKPOINTS]
    return [*run.key, *numbers, f"{cost:.3f}"]


def attempt(run: Run):
    """Do one run and return (run, row, error): a tool that fails does not end the others' runs."""
    try:
        return run, measure(run), None
    except Exception as error:
        return run, None, f"{type(error).__name__}: {error}"


def done(out: Path) -> set[tuple[str, ...]]:
    """Return the keys of the runs that a results file has."""
    if not out.exists():
        return set()
    with out.open(newline="") as lines:
        return {(row["problem"], row["sampler"], row["seed"]) for row in csv.DictReader(lines)}


def append(out: Path, row: list[str]) -> None:
    """Add a row to a results file, with the header if it is new."""
    new = not out.exists()
    with out.open("a", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        writer.writerow(row)


def record_versions(out: Path, names) -> None:
    """Note the versions of the tools in OUT.versions.json, beside the results."""
    file = out.with_suffix(".versions.json")
    known = json.loads(file.read_text()) if file.exists() else {}
    for name in names:
        known[name] = {**samplers.versions(name), "python": platform.python_version()}
    file.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


def installed(names) -> list[str]:
    """Return the samplers whose tools can be imported here, and name the others."""
    found = []
    for name in names:
        try:
            samplers.sampler(name)
            found.append(name)
        except ImportError as error:
            print(f"{name} left out: {error}", file=sys.stderr)
    return found


def results(runs: list[Run], processes: int):
    """Yield (run, row, error) as each run ends."""
    if processes == 1:
        yield from map(attempt, runs)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(attempt, runs)


def words(text: str) -> tuple[str, ...]:
    """Split a comma-separated option."""
    return tuple(word for word in text.split(",") if word)


def folders(text: str) -> tuple[Path, ...]:
    """Split a comma-separated option of folders."""
    return tuple(map(Path, words(text)))


def seeds(text: str) -> range:
    """Read `20` as the seeds 0 to 19 and `5-9` as 5 to 9."""
    first, dash, last = text.partition("-")
    return range(int(first), int(last) + 1) if dash else range(int(first))


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--problems", type=words, help="names, comma-separated; all if left out")
    parser.add_argument("--samplers", type=words, default=samplers.NAMES, help="names; all installed if left out")
    parser.add_argument("--seeds", type=seeds, default=range(20), help="a count (0 to n-1) or a range a-b")
    parser.add_argument("--trials", type=int, default=200, help="trials of a run")
    parser.add_argument("--processes", type=int, default=1, help="runs at a time")
    parser.add_argument("--limit", type=float, default=float("inf"), help="CPU seconds after which a run ends")
    parser.add_argument("--tables", type=folders, default=(), help="folders of tables and their descriptors")
    parser.add_argument("--yahpo", type=Path, help="folder with the lcbench surrogate")
    parser.add_argument("--tasks", type=words, default=(), help="OpenML tasks of lcbench")
    parser.add_argument("--out", type=Path, required=True, help="results file; its rows are not measured again")
    return parser.parse_args()


def main() -> int:
    """Measure what the results file has not yet; return 1 if a run failed."""
    o = options()
    plan = Plan(o.tables, o.yahpo, o.tasks, o.trials, o.limit)
    names, known = installed(o.samplers), done(o.out)
    problems = o.problems or plan.catalogue().names()
    runs = [Run(plan, p, s, seed) for s in names for p in problems for seed in o.seeds]
    runs = [run for run in runs if run.key not in known]
    if runs:
        record_versions(o.out, sorted({run.sampler for run in runs}))
    failures = 0
    for count, (run, row, error) in enumerate(results(runs, o.processes), start=1):
        if error:
            failures += 1
            print(f"{'/'.join(run.key)} failed: {error}", file=sys.stderr)
        else:
            append(o.out, row)
        print(f"{count}/{len(runs)} {' '.join(row or run.key)}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
