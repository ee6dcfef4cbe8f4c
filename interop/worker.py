import os
import sys

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.study import MaxTrialsCallback

# python worker.py .hpo/com.acme.DigitsTuning.tune.log 50
file, trials = os.path.abspath(sys.argv[1]), int(sys.argv[2])
storage = JournalStorage(JournalFileBackend(file))
last_run = optuna.get_all_study_names(storage)[-1]
study = optuna.load_study(study_name=last_run, storage=storage)


def objective(trial):
    # Names, ranges and choices as in the Java class.
    rate = trial.suggest_float("learningRate", 1e-4, 1, log=True)
    units = trial.suggest_int("hiddenUnits", 16, 256)
    return abs(rate - 0.01) + abs(units - 64) / 100  # your training


# Trials of Java and of Python count alike; n_trials alone would be trials of this worker.
study.optimize(objective, callbacks=[MaxTrialsCallback(trials, states=None)])
