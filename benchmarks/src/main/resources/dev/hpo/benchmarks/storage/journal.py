# SPDX-License-Identifier: Apache-2.0
"""Prints how many trials a second Optuna's own journal keeps: journal.py FILE TRIALS"""
import sys
import time

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

optuna.logging.set_verbosity(optuna.logging.WARNING)
path, trials = sys.argv[1], int(sys.argv[2])
study = optuna.create_study(
    storage=JournalStorage(JournalFileBackend(path)),
    study_name="kept",
    sampler=optuna.samplers.RandomSampler(seed=1),
    pruner=optuna.pruners.NopPruner(),
)
distributions = {f"x{i}": optuna.distributions.FloatDistribution(-1, 1) for i in range(8)}


def run(count):
    for _ in range(count):
        trial = study.ask(distributions)
        for step in range(1, 6):
            trial.report(1.0 / step, step)
        study.tell(trial, sum(trial.params.values()))


run(trials // 10)
begin = time.perf_counter()
run(trials)
print(trials / (time.perf_counter() - begin))
