"""The synthetic problems and their rotated twins; a trailing `s` in a name means a shifted optimum."""

import json
import math
from pathlib import Path

import numpy as np

from .space import Problem, categorical, floating, integer

_MODULE = Path(__file__).parents[2]
_ROTATIONS = _MODULE / "src/main/resources/dev/hpo/benchmarks/problem/rotations.json"
_STYBLINSKI_OPTIMUM = -2.903534


def _shift(dimensions: int, low: float, high: float) -> np.ndarray:
    """Return the place of a shifted optimum: off the centre by 0.2 of the range times a sine of the index."""
    return 0.2 * (high - low) * np.sin(1.7 * (np.arange(dimensions) + 1))


def sphere(x: np.ndarray) -> float:
    """Return the sum of squares."""
    return np.sum(x * x)


def rosenbrock(x: np.ndarray) -> float:
    """Return Rosenbrock's valley, least at (1, ..., 1)."""
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def ackley(x: np.ndarray) -> float:
    """Return Ackley's function, least at 0."""
    bowl = -20 * np.exp(-0.2 * np.sqrt(np.mean(x * x)))
    return bowl - np.exp(np.mean(np.cos(2 * np.pi * x))) + 20 + math.e


def levy(x: np.ndarray) -> float:
    """Return Levy's function over w = 1 + (x - 1) / 4, least at (1, ..., 1)."""
    w = 1 + (x - 1) / 4
    first = np.sin(np.pi * w[0]) ** 2
    middle = np.sum((w[:-1] - 1) ** 2 * (1 + 10 * np.sin(np.pi * w[:-1] + 1) ** 2))
    return first + middle + (w[-1] - 1) ** 2 * (1 + np.sin(2 * np.pi * w[-1]) ** 2)


def griewank(x: np.ndarray) -> float:
    """Return Griewank's function, least at 0."""
    return np.sum(x * x) / 4000 - np.prod(np.cos(x / np.sqrt(np.arange(1, len(x) + 1)))) + 1


def rastrigin(x: np.ndarray) -> float:
    """Return Rastrigin's function, least at 0."""
    return 10 * len(x) + np.sum(x * x - 10 * np.cos(2 * np.pi * x))


def styblinski(x: np.ndarray) -> float:
    """Return the Styblinski-Tang function, least at (-2.903534, ..., -2.903534)."""
    return 0.5 * np.sum(x**4 - 16 * x * x + 5 * x)


def michalewicz(x: np.ndarray) -> float:
    """Return Michalewicz's function with steepness 10."""
    index = np.arange(1, len(x) + 1)
    return -np.sum(np.sin(x) * np.sin(index * x * x / np.pi) ** 20)


def branin(x: np.ndarray) -> float:
    """Return Branin's function, with three global minima."""
    valley = x[1] - 5.1 / (4 * math.pi**2) * x[0] ** 2 + 5 / math.pi * x[0] - 6
    return valley**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x[0]) + 10


_HARTMANN_WEIGHTS = np.array([1, 1.2, 3, 3.2])
_HARTMANN3 = (
    np.array([[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]]),
    1e-4 * np.array([[3689, 1170, 2673], [4699, 4387, 7470], [1091, 8732, 5547], [381, 5743, 8828]]),
)
_HARTMANN6 = (
    np.array(
        [
            [10, 3, 17, 3.5, 1.7, 8],
            [0.05, 10, 17, 0.1, 8, 14],
            [3, 3.5, 1.7, 10, 17, 8],
            [17, 8, 0.05, 10, 0.1, 14],
        ]
    ),
    1e-4
    * np.array(
        [
            [1312, 1696, 5569, 124, 8283, 5886],
            [2329, 4135, 8307, 3736, 1004, 9991],
            [2348, 1451, 3522, 2883, 3047, 6650],
            [4047, 8828, 8732, 5743, 1091, 381],
        ]
    ),
)


def _hartmann(steepness: np.ndarray, centres: np.ndarray):
    """Return a Hartmann function: the negative sum of four weighted bells."""
    return lambda x: -np.sum(_HARTMANN_WEIGHTS * np.exp(-np.sum(steepness * (x - centres) ** 2, axis=1)))


def _logsphere(x: np.ndarray) -> float:
    """Return the squared distance, in decades, to a point of a space with log scales."""
    return np.sum((np.log10(x) - (-2 + 2.5 * np.sin(1.7 * (np.arange(len(x)) + 1)))) ** 2)


_PULL = {"a": 0.0, "b": 1.0, "c": -1.0, "d": 2.0}
_OFFSET = {"a": 0.5, "b": 0.0, "c": 0.8, "d": 1.0}


def _mixed(c) -> float:
    """Return a function in which a categorical moves the optimum of a rate and of a count; least at 0."""
    pull = _PULL[c["k"]]
    rates = (math.log10(c["lr"]) + 3 - 0.5 * pull) ** 2 + 0.5 * (math.log10(c["wd"]) + 5) ** 2
    counts = ((c["n"] - 20 - 5 * pull) / 10) ** 2 + 0.3 * (c["m"] - 2) ** 2
    shares = 4 * (c["a"] - 0.3) ** 2 + 4 * (c["b"] - 0.7) ** 2
    return rates + counts + shares + _OFFSET[c["k"]] + (0.3 if c["flag"] == "on" else 0.0)


def _on_box(name, function, dimensions, low, high, log=False) -> Problem:
    """Return the problem of a function of a vector over a cube."""
    names = [f"x{i}" for i in range(dimensions)]
    space = tuple(floating(n, low, high, log) for n in names)
    return Problem(name, space, lambda c: function(np.array([c[n] for n in names])))


def _shifted(name, function, dimensions, low, high) -> Problem:
    """Return the problem with its optimum moved off the centre of the box."""
    shift = _shift(dimensions, low, high)
    return _on_box(name, lambda x: function(x - shift), dimensions, low, high)


def _rotated(name, function, optimum, low, high) -> Problem:
    """Return the problem turned about its optimum, so that no method gains by the axes."""
    matrices = json.loads(_ROTATIONS.read_text())
    turn = np.array(matrices[f"d{len(optimum)}"])
    return _on_box(name, lambda x: function(optimum + turn @ (x - optimum)), len(optimum), low, high)


def _branin2() -> Problem:
    space = (floating("x0", -5, 10), floating("x1", 0, 15))
    return Problem("branin2", space, lambda c: branin((c["x0"], c["x1"])))


def _mixed8() -> Problem:
    space = (
        floating("lr", 1e-6, 1, log=True),
        floating("wd", 1e-8, 1e-1, log=True),
        integer("n", 1, 100),
        integer("m", 0, 10),
        floating("a", 0, 1),
        floating("b", 0, 1),
        categorical("k", "abcd"),
        categorical("flag", ("on", "off")),
    )
    return Problem("mixed8", space, _mixed)


def _twins() -> tuple[Problem, ...]:
    wide, narrow = _shift(10, -32.768, 32.768), _shift(5, -5.12, 5.12)
    return (
        _rotated("rackley10s", lambda x: ackley(x - wide), wide, -32.768, 32.768),
        _rotated("rrastrigin5s", lambda x: rastrigin(x - narrow), narrow, -5.12, 5.12),
        _rotated("rstyblinski8", styblinski, np.full(8, _STYBLINSKI_OPTIMUM), -5, 5),
    )


def synthetic_problems() -> tuple[Problem, ...]:
    """Return the 14 synthetic problems and the 3 rotated twins."""
    return (
        _branin2(),
        _on_box("hartmann3", _hartmann(*_HARTMANN3), 3, 0, 1),
        _on_box("hartmann6", _hartmann(*_HARTMANN6), 6, 0, 1),
        _shifted("sphere10s", sphere, 10, -5, 5),
        _on_box("rosenbrock5", rosenbrock, 5, -5, 10),
        _on_box("rosenbrock20", rosenbrock, 20, -5, 10),
        _shifted("ackley10s", ackley, 10, -32.768, 32.768),
        _shifted("levy8s", levy, 8, -10, 10),
        _shifted("griewank6s", griewank, 6, -600, 600),
        _shifted("rastrigin5s", rastrigin, 5, -5.12, 5.12),
        _on_box("styblinski8", styblinski, 8, -5, 5),
        _on_box("michalewicz5", michalewicz, 5, 0, math.pi),
        _on_box("logsphere6", _logsphere, 6, 1e-6, 1e2, log=True),
        _mixed8(),
        *_twins(),
    )
