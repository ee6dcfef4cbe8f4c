import os
import sys

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

# python enqueue.py .hpo/com.acme.DigitsTuning.tune.log
storage = JournalStorage(JournalFileBackend(os.path.abspath(sys.argv[1])))
last_run = optuna.get_all_study_names(storage)[-1]
study = optuna.load_study(study_name=last_run, storage=storage)

study.enqueue_trial({"learningRate": 0.03})  # the others are chosen by the sampler
