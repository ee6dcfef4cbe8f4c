"""Optuna's samplers with their default settings; conditions are asked for as a user does, define by run."""

import os
import warnings

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.simplefilter("ignore")


class OptunaPeer:
    """One study in memory, asked and told in turn."""

    def __init__(self, problem, seed, trials):
        self._space = problem.space
        self._study = optuna.create_study(sampler=self.sampler(seed))

    def sampler(self, seed):
        """Return the sampler to measure."""
        raise NotImplementedError

    def ask(self):
        """Suggest the active parameters one after another."""
        self._trial = self._study.ask()
        configuration = {}
        for parameter in self._space:
            if parameter.is_active(configuration):
                configuration[parameter.name] = self._suggest(parameter)
        return configuration

    def _suggest(self, p):
        if p.kind == "categorical":
            return self._trial.suggest_categorical(p.name, p.choices)
        if p.kind == "int":
            return self._trial.suggest_int(p.name, p.low, p.high, log=p.log)
        return self._trial.suggest_float(p.name, p.low, p.high, log=p.log)

    def tell(self, value):
        """Finish the trial."""
        self._study.tell(self._trial, value)


class Tpe(OptunaPeer):
    """The default of Optuna."""

    def sampler(self, seed):
        return optuna.samplers.TPESampler(seed=seed)


class Random(OptunaPeer):
    """Independent uniform draws."""

    def sampler(self, seed):
        return optuna.samplers.RandomSampler(seed=seed)


class CmaEs(OptunaPeer):
    """CMA-ES; categorical and conditional parameters are drawn at random by it."""

    def sampler(self, seed):
        return optuna.samplers.CmaEsSampler(seed=seed)


class Gp(OptunaPeer):
    """Optuna's Gaussian process, on one thread."""

    def sampler(self, seed):
        import torch

        torch.set_num_threads(1)
        return optuna.samplers.GPSampler(seed=seed)


class Auto(Gp):
    """The hub's AutoSampler, from the folder OPTUNAHUB_REGISTRY (a copy of its registry) or else by download."""

    def sampler(self, seed):
        import optunahub

        super().sampler(seed)
        package, registry = "samplers/auto_sampler", os.environ.get("OPTUNAHUB_REGISTRY")
        if registry:
            module = optunahub.load_local_module(package, registry_root=os.path.join(registry, "package"))
        else:
            module = optunahub.load_module(package)
        return module.AutoSampler(seed=seed)
