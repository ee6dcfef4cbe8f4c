"""Ax by its client with default settings (the centre, then Sobol, then Bayesian optimisation); conditions are not told."""

import logging
import warnings

import torch
from ax.api.client import Client
from ax.api.configs import ChoiceParameterConfig, RangeParameterConfig
from ax.utils.common.logger import set_ax_logger_levels

torch.set_num_threads(1)
set_ax_logger_levels(logging.ERROR)
warnings.simplefilter("ignore")


class Ax:
    """One client in memory; every parameter is asked for in every trial."""

    def __init__(self, problem, seed, trials):
        torch.manual_seed(seed)
        self._client = Client(random_seed=seed)
        self._client.configure_experiment([_parameter(p) for p in problem.space])
        self._client.configure_optimization(objective="-value")

    def ask(self):
        """Return the next trial's parameters."""
        ((self._trial, configuration),) = self._client.get_next_trials(max_trials=1).items()
        return configuration

    def tell(self, value):
        """Finish the trial."""
        self._client.complete_trial(self._trial, raw_data={"value": value})


def _parameter(p):
    if p.kind == "categorical":
        return ChoiceParameterConfig(p.name, list(p.choices), "str", is_ordered=False)
    return RangeParameterConfig(p.name, (p.low, p.high), p.kind, scaling="log" if p.log else "linear")
