"""Deep-learning problems: the lcbench surrogate of YAHPO Gym, a neural network in ONNX form."""

import json
from pathlib import Path

import numpy as np

from .space import Configuration, Parameter, Problem

_TASK = "OpenML_task_id"
_INPUTS = (
    "epoch",
    "batch_size",
    "learning_rate",
    "momentum",
    "weight_decay",
    "num_layers",
    "max_units",
    "max_dropout",
)
_VALIDATION_ACCURACY = 1


def lcbench_problem(folder: Path, task: str) -> Problem:
    """Return 100 - validation accuracy after all epochs on one OpenML task, as the problem `lcbench-TASK`."""
    folder = folder / "lcbench" if (folder / "lcbench").is_dir() else folder
    entries = json.loads((folder / "config_space.json").read_text())["hyperparameters"]
    code = json.loads((folder / "encoding.json").read_text())[_TASK][task]
    bounds = {e["name"]: e for e in entries}
    space = tuple(_parameter(bounds[name]) for name in _INPUTS if name != "epoch")
    surrogate = Surrogate(folder / "model.onnx", code, bounds["epoch"]["upper"])
    return Problem(f"lcbench-{task}", space, surrogate)


def _parameter(entry: dict) -> Parameter:
    """Return the parameter of an entry of the published space."""
    kind = entry["type"].removeprefix("uniform_")
    return Parameter(entry["name"], kind, entry["lower"], entry["upper"], entry["log"])


class Surrogate:
    """The network, asked one configuration at a time in natural units."""

    def __init__(self, model: Path, code: int, epochs: int):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, ["CPUExecutionProvider"])
        self._task = np.array([[code]], dtype=np.int32)
        self._epochs = epochs

    def __call__(self, configuration: Configuration) -> float:
        """Return 100 - validation accuracy, in per cent."""
        row = [{**configuration, "epoch": self._epochs}[name] for name in _INPUTS]
        inputs = {"x_cat": self._task, "x_cont": np.array([row], dtype=np.float32)}
        return 100.0 - float(self._session.run(None, inputs)[0][0, _VALIDATION_ACCURACY])
