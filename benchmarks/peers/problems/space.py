"""What a problem is: a name, a space of parameters and a function to be minimised."""

import math
from dataclasses import dataclass, field
from typing import Callable

Configuration = dict[str, float | int | str]


@dataclass(frozen=True)
class Parameter:
    """A parameter of a space; `kind` is float, int or categorical, `when` says for which values of others it is active."""

    name: str
    kind: str
    low: float | int = 0
    high: float | int = 0
    log: bool = False
    choices: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_active(self, configuration: Configuration) -> bool:
        """Tell whether the parameter counts, given the values of those before it."""
        return all(configuration.get(parent) in values for parent, values in self.when.items())

    def unit(self, value: float) -> float:
        """Map a numeric value to [0, 1] on the parameter's scale."""
        scale = math.log if self.log else float
        return (scale(value) - scale(self.low)) / (scale(self.high) - scale(self.low))


def floating(name: str, low: float, high: float, log: bool = False) -> Parameter:
    """Return a continuous parameter with both bounds included."""
    return Parameter(name, "float", float(low), float(high), log)


def integer(name: str, low: int, high: int, log: bool = False) -> Parameter:
    """Return an integer parameter with both bounds included."""
    return Parameter(name, "int", int(low), int(high), log)


def categorical(name: str, choices, when=None) -> Parameter:
    """Return an unordered parameter."""
    return Parameter(name, "categorical", choices=tuple(choices), when=when or {})


@dataclass(frozen=True)
class Problem:
    """A function over a space; lower is better."""

    name: str
    space: tuple[Parameter, ...]
    function: Callable[[Configuration], float]

    def __call__(self, configuration: Configuration) -> float:
        """Return the value of a configuration, whatever inactive parameters it holds."""
        return float(self.function(self.active(configuration)))

    def active(self, configuration: Configuration) -> Configuration:
        """Return the active parameters of a configuration only, for tools that know no conditions."""
        kept: Configuration = {}
        for parameter in self.space:
            if parameter.is_active(kept):
                kept[parameter.name] = configuration[parameter.name]
        return kept
