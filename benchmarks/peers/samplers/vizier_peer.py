"""Google Vizier's default algorithm (GP-UCB-PE), seeded, in this process; conditions are not told to it."""

import logging
import warnings

import jax
from vizier import algorithms, pyvizier
from vizier._src.algorithms.designers.gp_ucb_pe import VizierGPUCBPEBandit

jax.config.update("jax_enable_x64", True)
logging.getLogger("absl").setLevel(logging.ERROR)
warnings.simplefilter("ignore")


class Vizier:
    """The designer that a study of the service makes by default; asked here directly, for the service takes no seed."""

    def __init__(self, problem, seed, trials):
        self._space, self._number = problem.space, 0
        statement = pyvizier.ProblemStatement()
        for parameter in problem.space:
            _add(statement.search_space.root, parameter)
        goal = pyvizier.ObjectiveMetricGoal.MINIMIZE
        statement.metric_information.append(pyvizier.MetricInformation("value", goal=goal))
        self._designer = VizierGPUCBPEBandit(statement, rng=jax.random.PRNGKey(seed))

    def ask(self):
        """Return the next trial's parameters."""
        self._number += 1
        self._trial = self._designer.suggest(1)[0].to_trial(self._number)
        return {p.name: _natural(p, self._trial.parameters.get_value(p.name)) for p in self._space}

    def tell(self, value):
        """Finish the trial."""
        self._trial.complete(pyvizier.Measurement({"value": value}))
        self._designer.update(algorithms.CompletedTrials([self._trial]), algorithms.ActiveTrials())


def _natural(p, value):
    return int(value) if p.kind == "int" else value


def _add(root, p) -> None:
    scale = pyvizier.ScaleType.LOG if p.log else pyvizier.ScaleType.LINEAR
    if p.kind == "categorical":
        root.add_categorical_param(p.name, p.choices)
    elif p.kind == "int":
        root.add_int_param(p.name, p.low, p.high, scale_type=scale)
    else:
        root.add_float_param(p.name, p.low, p.high, scale_type=scale)
