"""Runs a study that tells MLflow and TensorBoard, and checks what these two and pandas read: `tracking.py FOLDER MAVEN-COMMAND...`.

The command gets a few options more, is run three times, the second time to go on with the study and the third time for a run more, and leaves all files in the folder.
"""

import contextlib
import json
import math
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import mlflow
import pandas
from mlflow.tracking import MlflowClient
from tensorboard.backend.event_processing import data_provider, plugin_event_multiplexer
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.context import RequestContext
from tensorboard.plugins import base_plugin
from tensorboard.plugins.hparams import api_pb2, backend_context, list_session_groups

METRIC = "validation loss"
CURVE = "intermediate/" + METRIC
STATES = {"COMPLETE": "FINISHED", "PRUNED": "KILLED", "FAILED": "FAILED"}
FILES = {"best.properties", "report.html", "summary.md", "summary.txt"}


def free_port():
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def server(folder):
    """Runs MLflow's server on loopback, and gives its address once it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    places = ["--backend-store-uri", f"sqlite:///{folder}/mlflow.db", "--artifacts-destination", str(folder / "artifacts")]
    with open(folder / "server.log", "w") as log:
        process = subprocess.Popen(command + places, stdout=log, stderr=log, cwd=folder)
    try:
        for _ in range(600):
            if process.poll() is not None:
                sys.exit(f"MLflow's server has ended with {process.returncode}:\n{(folder / 'server.log').read_text()}")
            try:
                urllib.request.urlopen(address + "/health", timeout=10).read()
                break
            except OSError:
                time.sleep(0.2)
        else:
            sys.exit("MLflow's server does not answer")
        yield address
    finally:
        process.terminate()
        process.wait()


def tune(command, folder, address, trials, resume):
    """Runs the study, up to some number of trials."""
    options = {
        "trials": trials,
        "resume": resume,
        "directory": folder / "studies",
        "mlflow": address,
        "tensorboard": folder / "events",
        "markdown": folder / "page.md",
    }
    words = command + [f"-Dhpo.{key}={value}" for key, value in options.items()]
    result = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        sys.exit(f"the study has failed:\n{result.stdout}")
    if any(words in result.stdout for words in ("nothing goes to", "nothing more goes to", "trials have come to")):
        sys.exit(f"not all was told:\n{result.stdout}")


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what} must be {wanted!r}, and is {found!r}")


def same(one, other):
    """Whether two numbers are the same, where one may have the precision of a float."""
    return math.isclose(one, other, rel_tol=1e-6) or (math.isnan(one) and math.isnan(other))


def read_files(study):
    """Reads the files of a study with pandas, and checks the types of what it makes of them."""
    trials = pandas.read_csv(study / "trials.csv")
    expect("kinds of columns", {name: trials[name].dtype.kind for name in ("number", "value", "seed", "duration")},
           {"number": "i", "value": "f", "seed": "i", "duration": "f"})
    started = pandas.to_datetime(trials["datetime_start"], utc=True, format="ISO8601")
    ended = pandas.to_datetime(trials["datetime_complete"], utc=True, format="ISO8601")
    if not (ended >= started).all():
        sys.exit("trials must end after they have begun")
    curves = pandas.read_csv(study / "curves.csv")
    expect("kinds of columns", {name: curves[name].dtype.kind for name in ("number", "step", "value", "left_out", "elapsed")},
           {"number": "i", "step": "i", "value": "f", "left_out": "i", "elapsed": "f"})
    table = curves[curves.curve == "value"].pivot(index="step", columns="number", values="value")
    whole = json.loads((study / "study.json").read_text(), parse_constant=lambda text: sys.exit(f"{text} is not JSON"))
    rows = pandas.json_normalize(whole["trials"])
    expect("trials of study.json", len(rows), len(trials))
    expect("best trial", whole["best"], int(trials.set_index("number")["value"].idxmin()))
    for number, row in rows.set_index("number").iterrows():
        observations = row["observations"] if isinstance(row["observations"], list) else []
        for step, value in observations:
            if not same(table[number][step], float(value)):
                sys.exit(f"trial {number} differs at step {step}")
    names = [name for name in trials.columns if name.startswith("params_")]
    for name in names:
        in_json = rows["parameters." + name.removeprefix("params_")]
        if [str(value) for value in in_json.dropna()] != [str(value) for value in trials[name].dropna()]:
            in_both = zip(in_json.dropna(), trials[name].dropna())
            if not all(float(one) == float(other) for one, other in in_both):
                sys.exit(f"{name} differs between trials.csv and study.json")
    return trials, curves


def check_mlflow(address, study, trials, curves, name):
    """Checks a run of the study, of which `trials.csv` and `curves.csv` are of now."""
    mlflow.set_tracking_uri(address)
    client = MlflowClient()
    experiment = client.get_experiment_by_name(study)
    runs = client.search_runs([experiment.experiment_id], max_results=1000)
    parents = [run for run in runs if "mlflow.parentRunId" not in run.data.tags and run.info.run_name == name]
    expect(f"runs {name!r}", len(parents), 1)
    parent = parents[0]
    within = [run for run in runs if run.data.tags.get("mlflow.parentRunId") == parent.info.run_id]
    nested = {int(run.data.tags["hpo.trial"]): run for run in within}
    expect("trials that are there twice", len(within) - len(nested), 0)
    expect("nested runs", sorted(nested), sorted(trials["number"]))
    for trial in trials.to_dict("records"):
        check_run(client, nested[trial["number"]], trial, curves[curves.number == trial["number"]])
    best = trials.loc[trials["value"].idxmin()]
    expect("best trial", parent.data.tags["hpo.best_trial"], str(best["number"]))
    expect("best value", parent.data.metrics[METRIC], best["value"])
    expect("status", parent.info.status, "FINISHED")
    expect("files", {file.path for file in client.list_artifacts(parent.info.run_id)}, FILES)
    found = (point.value for point in client.get_metric_history(parent.info.run_id, METRIC))
    expect("values of the run", sorted(found, reverse=True)[-1], best["value"])
    page = client.download_artifacts(parent.info.run_id, "report.html")
    expect("beginning of the page", Path(page).read_text()[:15].lower(), "<!doctype html>")


def check_run(client, run, trial, curve):
    number = trial["number"]
    expect(f"status of trial {number}", run.info.status, STATES[trial["state"]])
    expect(f"seed of trial {number}", run.data.tags["hpo.seed"], str(trial["seed"]))
    wanted = {name.removeprefix("params_"): value for name, value in trial.items() if name.startswith("params_")}
    wanted = {name: value for name, value in wanted.items() if not (isinstance(value, float) and math.isnan(value))}
    expect(f"parameters of trial {number}", sorted(run.data.params), sorted(wanted))
    for name, value in wanted.items():
        if str(value) != run.data.params[name] and float(value) != float(run.data.params[name]):
            sys.exit(f"{name} of trial {number} must be {value}, and is {run.data.params[name]}")
    expect(f"value of trial {number}", run.data.metrics.get(METRIC), None if math.isnan(trial["value"]) else trial["value"])
    history = [(point.step, point.value) for point in client.get_metric_history(run.info.run_id, CURVE)]
    expect(f"curve of trial {number}", sorted(history), list(zip(curve["step"], curve["value"])))


def check_tensorboard(events, trials, curves, others):
    """Checks a run of the study, of which `trials.csv` and `curves.csv` are of now, beside some number of trials of other runs."""
    for trial in trials.to_dict("records"):
        number = trial["number"]
        folders = list(events.glob(f"*/run-1-*/trial-{number}"))
        expect(f"folders of trial {number}", len(folders), 1)
        reader = EventAccumulator(str(folders[0]))
        reader.Reload()
        curve = curves[curves.number == number]
        found = [(point.step, point.value) for point in reader.Scalars(CURVE)]
        expect(f"steps of trial {number}", [step for step, _ in found], list(curve["step"]))
        if not all(same(one, other) for (_, one), other in zip(found, curve["value"])):
            sys.exit(f"the curve of trial {number} differs")
    groups = session_groups(events)
    expect("trials in the tab HParams", len(groups), len(trials) + others)
    by_name = {group.sessions[0].name.split("/", 1)[1]: group for group in groups}
    expect("folders in the tab HParams", len(by_name), len(groups))
    (run,) = {name.split("/")[0] for name in by_name if name.startswith("run-1-")}
    for trial in trials.to_dict("records"):
        group = by_name[f"{run}/trial-{trial['number']}"]
        rate = group.hparams["learningRate"].number_value
        expect(f"learningRate of trial {trial['number']}", rate, trial["params_learningRate"])
        values = {metric.name.tag: metric.value for metric in group.metric_values}
        if trial["state"] == "COMPLETE" and not same(values[METRIC], trial["value"]):
            sys.exit(f"the value of trial {trial['number']} differs in the tab HParams")


def session_groups(events):
    """Returns what the tab HParams shows, by the code behind it."""
    multiplexer = plugin_event_multiplexer.EventMultiplexer()
    multiplexer.AddRunsFromDirectory(str(events))
    multiplexer.Reload()
    provider = data_provider.MultiplexerDataProvider(multiplexer, str(events))
    context = backend_context.Context(base_plugin.TBContext(data_provider=provider))
    request = RequestContext()
    experiment = context.experiment_from_metadata(
        request, "", True, context.hparams_metadata(request, ""), None
    )
    columns = [api_pb2.ColParams(metric=info.name, include_in_result=True) for info in experiment.metric_infos]
    columns += [api_pb2.ColParams(hparam=info.name, include_in_result=True) for info in experiment.hparam_infos]
    statuses = [api_pb2.STATUS_SUCCESS, api_pb2.STATUS_FAILURE, api_pb2.STATUS_RUNNING, api_pb2.STATUS_UNKNOWN]
    wanted = api_pb2.ListSessionGroupsRequest(
        allowed_statuses=statuses, col_params=columns, start_index=0, slice_size=1000, include_metrics=True
    )
    return list_session_groups.Handler(request, context, "", wanted).run().session_groups


def main(folder, *command):
    folder = Path(folder).absolute()
    with server(folder) as address:
        tune(list(command), folder, address, 6, "always")
        tune(list(command), folder, address, 8, "always")
        (study,) = [file for file in (folder / "studies").iterdir() if file.is_dir()]
        trials, curves = read_files(study)
        expect("trials", len(trials), 8)
        check_mlflow(address, study.name, trials, curves, "run 1")
        # Another run has trials of the same numbers.
        tune(list(command), folder, address, 3, "never")
        second = read_files(study)
        expect("trials of the second run", len(second[0]), 3)
        check_mlflow(address, study.name, *second, "run 2")
        check_mlflow(address, study.name, trials, curves, "run 1")
    check_tensorboard(folder / "events", trials, curves, len(second[0]))
    page = (folder / "page.md").read_text()
    expect("summaries in the page", page.count("\n### ") + page.startswith("### "), 3)
    print(f"interop: MLflow {mlflow.__version__}, TensorBoard and pandas {pandas.__version__} read all of {study.name}")


if __name__ == "__main__":
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    main(*sys.argv[1:])
