"""HEBO with default settings; conditions are not told to it."""

import random
import warnings

import numpy as np
import torch
from hebo.design_space.design_space import DesignSpace
from hebo.optimizers.hebo import HEBO

torch.set_num_threads(1)
warnings.simplefilter("ignore")


class Hebo:
    """One optimiser; its global generators are seeded, for it has no seed of its own but that of its first points."""

    def __init__(self, problem, seed, trials):
        for fix in (random.seed, np.random.seed, torch.manual_seed):
            fix(seed)
        self._space = problem.space
        self._optimizer = HEBO(DesignSpace().parse([_parameter(p) for p in problem.space]), scramble_seed=seed)

    def ask(self):
        """Return the next trial's parameters."""
        self._frame = self._optimizer.suggest(n_suggestions=1)
        return {p.name: _natural(p, self._frame[p.name].iloc[0]) for p in self._space}

    def tell(self, value):
        """Finish the trial."""
        self._optimizer.observe(self._frame, np.array([[value]]))


def _natural(p, value):
    """Return a value as the problem takes it, within the bounds whatever the rounding of a log scale."""
    if p.kind == "categorical":
        return str(value)
    return min(max(int(value) if p.kind == "int" else float(value), p.low), p.high)


def _parameter(p) -> dict:
    if p.kind == "categorical":
        return {"name": p.name, "type": "cat", "categories": list(p.choices)}
    kind = {("float", False): "num", ("float", True): "pow", ("int", False): "int", ("int", True): "pow_int"}
    return {"name": p.name, "type": kind[p.kind, p.log], "lb": p.low, "ub": p.high}
