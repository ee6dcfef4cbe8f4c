# SPDX-License-Identifier: Apache-2.0
"""What Optuna says of the importance of parameters: the trials come in as JSON, the shares go out."""
import json
import sys

import optuna
from optuna.importance import FanovaImportanceEvaluator, PedAnovaImportanceEvaluator, get_param_importances
from scipy.stats import rankdata

optuna.logging.set_verbosity(optuna.logging.ERROR)
question = json.load(sys.stdin)
distributions = {
    name: optuna.distributions.CategoricalDistribution(values)
    if isinstance(values, list)
    else optuna.distributions.IntDistribution(0, values - 1)
    for name, values in question["space"].items()
}
study = optuna.create_study()
study.add_trials([
    optuna.trial.create_trial(params=trial["params"], value=trial["value"], distributions=distributions)
    for trial in question["trials"]
])
ranks = dict(enumerate(rankdata([trial["value"] for trial in question["trials"]])))
asked = {
    "fanova": (FanovaImportanceEvaluator(seed=0), None),
    "fanova again": (FanovaImportanceEvaluator(seed=1), None),
    "ranks": (FanovaImportanceEvaluator(seed=0), lambda trial: ranks[trial.number]),
    "ranks again": (FanovaImportanceEvaluator(seed=1), lambda trial: ranks[trial.number]),
    "ped": (PedAnovaImportanceEvaluator(), None),
}
json.dump({
    name: get_param_importances(study, evaluator=evaluator, target=target)
    for name, (evaluator, target) in asked.items()
}, sys.stdout)
