"""Checks of the problems and of the runner that need numpy only: `python -m pytest benchmarks/peers`."""

import csv
import json
import math
import os
import random
from pathlib import Path

import pytest

import run
import samplers
from problems import Catalogue

HERE = Path(__file__).parent
REFERENCES = HERE.parent / "src/test/resources/dev/hpo/benchmarks/problem/reference-values.csv"
CATALOGUE = Catalogue((HERE.parent / "tables",))


def references():
    with REFERENCES.open(newline="") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines)]


def configuration(problem, text):
    named = dict(entry.split("=") for entry in text.split(";"))
    kinds = {"float": float, "int": int, "categorical": str}
    return {p.name: kinds[p.kind](named[p.name]) for p in problem.space if p.name in named}


@pytest.mark.parametrize("name, text, value", references())
def test_values_are_those_that_the_java_module_is_tested_with(name, text, value):
    problem = CATALOGUE.problem(name)
    assert problem(configuration(problem, text)) == pytest.approx(float(value), rel=1e-9, abs=1e-9)


def test_every_problem_has_reference_values():
    assert {name for name in CATALOGUE.names() if not name.endswith("_smooth")} == {name for name, _, _ in references()}


def contains(p, value):
    return value in p.choices if p.kind == "categorical" else p.low <= value <= p.high


@pytest.mark.parametrize("problem", ["mixed8", "svm_cancer_cond"])
@pytest.mark.parametrize("name", samplers.NAMES)
def test_tool_stays_in_the_space(name, problem):
    if name == "optuna-auto" and "OPTUNAHUB_REGISTRY" not in os.environ:
        pytest.skip("OPTUNAHUB_REGISTRY is not set")
    problem = CATALOGUE.problem(problem)
    try:
        peer = samplers.sampler(name)(problem, 1, 25)
    except ImportError as error:
        pytest.skip(str(error))
    for _ in range(4):
        asked = peer.ask()
        assert all(contains(p, asked[p.name]) for p in problem.space if p.is_active(asked))
        peer.tell(problem(asked))


def write_table(folder, name, descriptor, lines):
    (folder / f"{name}.json").write_text(json.dumps({"file": f"{name}.csv", **descriptor}))
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


def test_grid_has_the_last_parameter_fastest_and_the_sign_applied(tmp_path):
    columns = [{"name": "a", "type": "int", "radix": 2}, {"name": "b", "type": "categorical", "radix": 3}]
    descriptor = {"kind": "grid", "sign": -1, "parameters": columns}
    write_table(tmp_path, "tiny", descriptor, ["value", *"012345"])
    problem = Catalogue((tmp_path,)).problem("tiny")
    assert problem({"a": 1, "b": "0"}) == -3
    assert problem({"a": 0, "b": "2"}) == -2


def nearest_table(folder):
    columns = [
        {"name": "k", "type": "categorical", "choices": ["u", "v"]},
        {"name": "x", "type": "float", "scale": "log", "low": 1, "high": 100},
        {"name": "y", "type": "int", "scale": "linear", "low": 0, "high": 10, "when": {"k": ["v"]}},
    ]
    descriptor = {"kind": "nearest", "sign": 1, "curve": ["e1", "e2"], "parameters": columns}
    write_table(folder, "tiny", descriptor, ["k,x,y,e1,e2", "u,1,,9,1", "u,100,,9,3", "v,1,0,9,10", "v,1,10,9,20"])
    return Catalogue((folder,)).problem("tiny")


def test_nearest_weighs_rows_of_the_same_category_by_distance_on_the_scale(tmp_path):
    problem = nearest_table(tmp_path)
    assert problem({"k": "u", "x": 10}) == pytest.approx(2)
    near, far = 1 / 1e-6, 1 / (1 + 1e-6)
    assert problem({"k": "u", "x": 1}) == pytest.approx((near + 3 * far) / (near + far))
    assert problem({"k": "v", "x": 1, "y": 5}) == pytest.approx(15)


def test_inactive_values_do_not_count(tmp_path):
    problem = nearest_table(tmp_path)
    assert problem({"k": "u", "x": 10, "y": 0}) == problem({"k": "u", "x": 10, "y": 10})


class Draws:
    """A peer of the test: uniform draws in boxes."""

    def __init__(self, problem, seed, trials):
        self._space, self._random = problem.space, random.Random(seed)

    def ask(self):
        return {p.name: self._random.uniform(p.low, p.high) for p in self._space}

    def tell(self, value):
        assert math.isfinite(value)


@pytest.fixture
def draws(monkeypatch):
    monkeypatch.setattr(samplers, "sampler", lambda name: Draws)


def plan(trials=60, limit=math.inf):
    return run.Plan((), None, (), trials, limit)


def test_row_has_blanks_beyond_the_trials(draws):
    row = run.measure(run.Run(plan(), "branin2", "draws", 3))
    assert row[:3] == ["branin2", "draws", "3"]
    assert float(row[3]) >= float(row[4]) >= 0.3978
    assert row[5:7] == ["", ""]


def test_run_ends_at_its_limit(draws):
    row = run.measure(run.Run(plan(limit=-1), "branin2", "draws", 0))
    assert row[3:7] == ["", "", "", ""]


def test_rows_present_are_known(draws, tmp_path):
    out, job = tmp_path / "out.csv", run.Run(plan(), "branin2", "draws", 0)
    run.append(out, run.measure(job))
    assert run.done(out) == {job.key}


def test_failing_tool_gives_an_error_and_no_row(monkeypatch):
    monkeypatch.setattr(samplers, "sampler", lambda name: (lambda *_: 1 / 0))
    _, row, error = run.attempt(run.Run(plan(), "branin2", "draws", 0))
    assert row is None and error.startswith("ZeroDivisionError")


def test_results_have_one_row_a_run_and_bests_that_never_rise():
    keys = []
    for file in (HERE / "results").glob("*.csv"):
        with file.open(newline="") as lines:
            for row in csv.DictReader(lines):
                keys.append((row["problem"], row["sampler"], row["seed"]))
                bests = [float(row[f"best{n}"]) for n in run.CHECKPOINTS if row[f"best{n}"]]
                assert bests == sorted(bests, reverse=True), row
    assert keys and len(keys) == len(set(keys))
