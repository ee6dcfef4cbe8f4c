# SPDX-License-Identifier: Apache-2.0
"""Studies of Optuna's on curves that another process knows, by lines of JSON.

First it says its version. Then each line that comes in names a study to run. It asks for the curve of each configuration by a
line `{"ask": {...}}`, which is answered by a line with the values, and ends the study with a line `{"best": {...}}`.
"""
import json
import math
import sys


def say(**words):
    print(json.dumps(words), flush=True)


try:
    import optuna
except ImportError as error:
    say(error=str(error))
    sys.exit(1)

optuna.logging.set_verbosity(optuna.logging.ERROR)

SAMPLERS = {
    "optuna-random": optuna.samplers.RandomSampler,
    "optuna-tpe": optuna.samplers.TPESampler,
}
PRUNERS = {
    "none": optuna.pruners.NopPruner,
    "optuna-median": optuna.pruners.MedianPruner,
    "optuna-asha": optuna.pruners.SuccessiveHalvingPruner,
    "optuna-hyperband": optuna.pruners.HyperbandPruner,
}


def distribution(of):
    if of["kind"] == "choice":
        return optuna.distributions.CategoricalDistribution(of["choices"])
    kind = optuna.distributions.FloatDistribution if of["kind"] == "real" else optuna.distributions.IntDistribution
    return kind(of["low"], of["high"], log=of["log"])


def curve(configuration):
    say(ask=configuration)
    return [float(value) for value in json.loads(sys.stdin.readline())]


def run(sampler, pruner, seed, space, epochs, read):
    """Trains until the epochs of all trainings are spent; what a training that is not whole had does not count."""
    study = optuna.create_study(sampler=SAMPLERS[sampler](seed=seed), pruner=PRUNERS[pruner]())
    distributions = {name: distribution(of) for name, of in space.items()}
    best, spent, bests = None, 0, {}
    budget = max(read) * epochs
    while spent < budget:
        trial = study.ask(distributions)
        state = None
        for epoch, value in enumerate(curve(trial.params), start=1):
            trial.report(value, epoch)
            spent += 1
            if trial.should_prune():
                state = optuna.trial.TrialState.PRUNED
            elif epoch == epochs:
                whole = math.isfinite(value)
                state = optuna.trial.TrialState.COMPLETE if whole else optuna.trial.TrialState.FAIL
                best = min(value, math.inf if best is None else best) if whole else best
            if spent % epochs == 0 and spent // epochs in read:
                bests[spent // epochs] = best
            if state is not None or spent == budget:
                break
        complete = state == optuna.trial.TrialState.COMPLETE
        study.tell(trial, value if complete else None, state or optuna.trial.TrialState.FAIL)
    say(best=bests)


say(optuna=optuna.__version__)
for line in sys.stdin:
    run(**json.loads(line))
