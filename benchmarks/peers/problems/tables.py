"""Problems that look their values up in a table: a CSV file with a descriptor (JSON) beside it."""

import csv
import json
from pathlib import Path

import numpy as np

from .space import Configuration, Parameter, Problem, categorical

_NEIGHBOURS = 5
_SOFTENING = 1e-6


def table_names(folder: Path) -> list[str]:
    """Return the names of the tables with a descriptor in a folder, in alphabetical order."""
    return sorted(path.stem for path in folder.glob("*.json"))


def table_problem(folder: Path, name: str) -> Problem:
    """Read the problem of the descriptor `name.json`, of kind grid or nearest."""
    descriptor = json.loads((folder / f"{name}.json").read_text())
    kinds = {"grid": _grid, "nearest": _nearest}
    if descriptor["kind"] not in kinds:
        raise ValueError(f"kind ({descriptor['kind']}) of table {name} must be one of {', '.join(kinds)}")
    return kinds[descriptor["kind"]](name, descriptor, folder / descriptor["file"])


def _grid(name: str, descriptor: dict, file: Path) -> Problem:
    """Return the problem of a full factorial grid: rows in the order of the indices, the last one fastest."""
    values = descriptor["sign"] * np.loadtxt(file, skiprows=1)
    radices = [p["radix"] for p in descriptor["parameters"]]
    if np.prod(radices) != len(values):
        raise ValueError(f"table {name} must have {np.prod(radices)} rows, but has {len(values)}")
    space = tuple(_index_parameter(p) for p in descriptor["parameters"])

    def look_up(configuration: Configuration) -> float:
        return values[np.ravel_multi_index([int(configuration[p.name]) for p in space], radices)]

    return Problem(name, space, look_up)


def _index_parameter(entry: dict) -> Parameter:
    """Return the parameter of a grid's column: an index, or the index's digits as a category."""
    if entry["type"] == "categorical":
        return categorical(entry["name"], map(str, range(entry["radix"])))
    return Parameter(entry["name"], "int", 0, entry["radix"] - 1)


def _nearest(name: str, descriptor: dict, file: Path) -> Problem:
    """Return the problem of a table of random rows, interpolated between the nearest."""
    space = tuple(_natural_parameter(p) for p in descriptor["parameters"])
    column = descriptor["curve"][-1] if "curve" in descriptor else descriptor["value"]
    with file.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    return Problem(name, space, NearestRows(space, rows, column, descriptor["sign"]))


def _natural_parameter(entry: dict) -> Parameter:
    """Return the parameter of a column of natural values."""
    when = {parent: tuple(values) for parent, values in entry.get("when", {}).items()}
    if entry["type"] == "categorical":
        return categorical(entry["name"], entry["choices"], when)
    log = entry.get("scale") == "log"
    return Parameter(entry["name"], entry["type"], entry["low"], entry["high"], log, when=when)


class NearestRows:
    """The mean of the 5 nearest rows that agree in every categorical, weighted by 1 / (d^2 + 1e-6).

    Distances are Euclidean in the unit cube of the numeric parameters' scales; an inactive one counts as 0.5.
    """

    def __init__(self, space, rows, column, sign):
        self._numeric = [p for p in space if p.kind != "categorical"]
        self._categorical = [p for p in space if p.kind == "categorical"]
        groups: dict[tuple, list] = {}
        for row in rows:
            groups.setdefault(self._group(row), []).append((self._point(row), sign * float(row[column])))
        self._groups = {key: tuple(map(np.array, zip(*members))) for key, members in groups.items()}

    def _group(self, row) -> tuple:
        return tuple(row.get(p.name, "") for p in self._categorical)

    def _point(self, row) -> list[float]:
        return [0.5 if row.get(p.name, "") == "" else p.unit(float(row[p.name])) for p in self._numeric]

    def __call__(self, configuration: Configuration) -> float:
        """Return the interpolated value of a configuration."""
        points, values = self._groups[self._group(configuration)]
        squared = np.sum((points - self._point(configuration)) ** 2, axis=1)
        count = min(_NEIGHBOURS, len(values))
        nearest = np.argpartition(squared, count - 1)[:count]
        weights = 1 / (squared[nearest] + _SOFTENING)
        return np.dot(weights, values[nearest]) / np.sum(weights)
