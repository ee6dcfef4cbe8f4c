"""SMAC3's facades by ask and tell, told the budget; conditions are declared to it as InCondition."""

import logging
import tempfile

from ConfigSpace import AndConjunction, Categorical, ConfigurationSpace, Float, InCondition, Integer
from smac import BlackBoxFacade, HyperparameterOptimizationFacade, Scenario
from smac.runhistory.dataclasses import TrialValue


class SmacPeer:
    """One facade over a folder that goes when the run ends."""

    facade: type

    def __init__(self, problem, seed, trials):
        self._folder = tempfile.TemporaryDirectory(prefix="smac-")
        scenario = Scenario(
            configuration_space(problem.space),
            output_directory=self._folder.name,
            deterministic=True,
            n_trials=trials,
            seed=seed,
        )
        self._smac = self.facade(scenario, lambda configuration, seed=0: 0.0, logging_level=logging.ERROR)

    def ask(self):
        """Return the active parameters of the next trial."""
        self._info = self._smac.ask()
        return dict(self._info.config)

    def tell(self, value):
        """Finish the trial."""
        self._smac.tell(self._info, TrialValue(cost=value))


class Hpo(SmacPeer):
    """The facade with a random forest."""

    facade = HyperparameterOptimizationFacade


class BlackBox(SmacPeer):
    """The facade with a Gaussian process."""

    facade = BlackBoxFacade


def configuration_space(space) -> ConfigurationSpace:
    """Return the same space with its conditions."""
    made = ConfigurationSpace()
    for parameter in space:
        made.add(_hyperparameter(parameter))
    for parameter in space:
        clauses = [
            InCondition(made[parameter.name], made[parent], list(values)) for parent, values in parameter.when.items()
        ]
        if clauses:
            made.add(clauses[0] if len(clauses) == 1 else AndConjunction(*clauses))
    return made


def _hyperparameter(p):
    if p.kind == "categorical":
        return Categorical(p.name, list(p.choices))
    make = Integer if p.kind == "int" else Float
    return make(p.name, (p.low, p.high), log=p.log)
