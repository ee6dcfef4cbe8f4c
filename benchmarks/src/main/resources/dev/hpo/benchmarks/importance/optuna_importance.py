# SPDX-License-Identifier: Apache-2.0
"""What Optuna says of the importance of parameters: the trials come in as JSON, the shares go out."""
import json
import sys

import optuna
from optuna.importance import FanovaImportanceEvaluator, PedAnovaImportanceEvaluator, get_param_importances

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
evaluators = {
    "fanova": FanovaImportanceEvaluator(seed=0),
    "again": FanovaImportanceEvaluator(seed=1),
    "ped": PedAnovaImportanceEvaluator(),
}
json.dump({name: get_param_importances(study, evaluator=one) for name, one in evaluators.items()}, sys.stdout)
