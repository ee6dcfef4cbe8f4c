"""Problems that look their values up in a table: a CSV file with a descriptor (JSON) beside it."""

import csv
import json
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from .space import Configuration, Parameter, Problem, categorical

_NEIGHBOURS = {"": 5, "_smooth": 20}
_SOFTENING = 1e-6


def table_problems(folder: Path) -> dict[str, Callable[[], Problem]]:
    """Return what makes each problem of a folder, by name: nothing but descriptors is read yet."""
    makers = {}
    for path in sorted(folder.glob("*.json")):
        makers.update(_makers(path.stem, json.loads(path.read_text()), folder))
    return makers


def _makers(name: str, descriptor: dict, folder: Path) -> dict[str, Callable[[], Problem]]:
    """Return what makes the problem of a table, and its smoother twin if it is looked up by nearest rows."""
    file = folder / descriptor["file"]
    if descriptor["kind"] == "grid":
        return {name: partial(_grid, name, descriptor, file)}
    if descriptor["kind"] == "nearest":
        twins = {name + suffix: count for suffix, count in _NEIGHBOURS.items()}
        return {twin: partial(_nearest, twin, descriptor, file, count) for twin, count in twins.items()}
    raise ValueError(f"kind ({descriptor['kind']}) of table {name} must be grid or nearest")


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


def _nearest(name: str, descriptor: dict, file: Path, neighbours: int) -> Problem:
    """Return the problem of a table of random rows, interpolated between the nearest."""
    space = tuple(_natural_parameter(p) for p in descriptor["parameters"])
    column = descriptor["curve"][-1] if "curve" in descriptor else descriptor["value"]
    with file.open(newline="") as lines:
        rows = [(row, descriptor["sign"] * float(row[column])) for row in csv.DictReader(lines)]
    return Problem(name, space, NearestRows(space, rows, neighbours))


def _natural_parameter(entry: dict) -> Parameter:
    """Return the parameter of a column of natural values."""
    when = {parent: tuple(values) for parent, values in entry.get("when", {}).items()}
    if entry["type"] == "categorical":
        return categorical(entry["name"], entry["choices"], when)
    log = entry.get("scale") == "log"
    return Parameter(entry["name"], entry["type"], entry["low"], entry["high"], log, when=when)


class NearestRows:
    """The mean of the nearest rows that agree in every categorical, weighted by 1 / (d^2 + 1e-6).

    Distances are Euclidean in the unit cube of the numeric parameters' scales; an inactive one counts as 0.5.
    """

    def __init__(self, space, rows, neighbours):
        self._neighbours = neighbours
        self._numeric = [p for p in space if p.kind != "categorical"]
        self._categorical = [p for p in space if p.kind == "categorical"]
        groups: dict[tuple, list] = {}
        for row, value in rows:
            groups.setdefault(self._group(row), []).append((self._point(row), value))
        self._groups = {key: tuple(map(np.array, zip(*members))) for key, members in groups.items()}

    def _group(self, row) -> tuple:
        return tuple(row.get(p.name, "") for p in self._categorical)

    def _point(self, row) -> list[float]:
        return [0.5 if row.get(p.name, "") == "" else p.unit(float(row[p.name])) for p in self._numeric]

    def __call__(self, configuration: Configuration) -> float:
        """Return the interpolated value of a configuration."""
        points, values = self._groups[self._group(configuration)]
        squared = np.sum((points - self._point(configuration)) ** 2, axis=1)
        count = min(self._neighbours, len(values))
        nearest = np.argpartition(squared, count - 1)[:count]
        weights = 1 / (squared[nearest] + _SOFTENING)
        return np.dot(weights, values[nearest]) / np.sum(weights)
