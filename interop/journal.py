"""What Optuna makes of a journal: `journal.py COMMAND FILE STUDY [ARGUMENT]`, called by the tests of hpo-core.

load      prints the study as Optuna reads it, as one object of JSON
analyse   draws its importances, its table and its plots
continue  goes on with ARGUMENT trials that have the parameters of the first complete one
queue     queues a trial with the parameters in ARGUMENT, an object of JSON
append    writes one attribute and nothing else
"""

import json
import math
import os
import sys
import warnings

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState


def plain(value):
    """Returns a value that any reader of JSON takes."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return value


def described(trial):
    # A time without an offset is the reader's local one.
    start = trial.datetime_start
    return {
        "number": trial.number,
        "state": trial.state.name,
        "values": trial.values,
        "params": trial.params,
        "user_attrs": trial.user_attrs,
        "system_attrs": trial.system_attrs,
        "intermediate_values": trial.intermediate_values,
        "started": None if start is None else round(start.timestamp() * 1e6),
    }


def load(study, _):
    return {
        "version": optuna.__version__,
        "studies": optuna.get_all_study_names(study._storage),
        "direction": study.direction.name,
        "metric_names": study.metric_names,
        "best": study.best_trial.number,
        "trials": [described(trial) for trial in study.trials],
    }


def analyse(study, _):
    table = study.trials_dataframe()
    importances = optuna.importance.get_param_importances(study)
    visual = optuna.visualization
    plots = [
        visual.plot_optimization_history,
        visual.plot_param_importances,
        visual.plot_intermediate_values,
        visual.plot_parallel_coordinate,
        visual.plot_slice,
        visual.plot_contour,
        visual.plot_edf,
        visual.plot_rank,
    ]
    if int(optuna.__version__.split(".")[0]) >= 5:
        # Before, it could not compare times with an offset to those without.
        plots.append(visual.plot_timeline)
    return {
        "rows": len(table),
        "columns": len(table.columns),
        "importances": sorted(importances),
        "plots": [type(plot(study)).__name__ for plot in plots],
    }


def go_on(study, count):
    complete = study.get_trials(states=(TrialState.COMPLETE,))
    numbers = []
    for _ in range(int(count)):
        trial = study.ask(complete[0].distributions)
        for step in (1, 2):
            trial.report(trial.number / step, step)
        trial.set_user_attr("by", "python \u00e9\U0001f600")
        study.tell(trial, float(trial.number))
        numbers.append(trial.number)
    return {"numbers": numbers}


def queue(study, params):
    study.enqueue_trial(json.loads(params))
    return {"trials": len(study.trials)}


def append(study, value):
    study.set_user_attr("appended", value)
    return {}


COMMANDS = {"load": load, "analyse": analyse, "continue": go_on, "queue": queue, "append": append}


def main(command, file, name, argument=None):
    warnings.simplefilter("ignore")
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    storage = JournalStorage(JournalFileBackend(os.path.abspath(file)))
    study = optuna.load_study(study_name=name, storage=storage)
    print(json.dumps(plain(COMMANDS[command](study, argument))))


if __name__ == "__main__":
    main(*sys.argv[1:])
