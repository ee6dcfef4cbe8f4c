# SPDX-License-Identifier: Apache-2.0
"""Measures the tables of this folder: models of scikit-learn 1.9.1 at the points of a scrambled Sobol sequence.

python measure.py [NAME ...]: writes NAME.csv and NAME.json for each table named, all by default.
"""

import csv
import json
import sys
import warnings

import numpy as np
from scipy.stats import qmc
from sklearn.datasets import load_breast_cancer, load_digits, load_wine
from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_predict, cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FOLDS = StratifiedKFold(5, shuffle=True, random_state=0)
WORST_LOG_LOSS = 10


def real(name, low, high, scale="linear", **when):
    return dict(name=name, type="float", scale=scale, low=low, high=high, **when)


def whole(name, low, high, scale="linear", **when):
    return dict(name=name, type="int", scale=scale, low=low, high=high, **when)


def choice(name, *choices, **when):
    return dict(name=name, type="categorical", choices=list(choices), **when)


def value(parameter, u):
    """Returns the value at a position of the unit interval."""
    if parameter["type"] == "categorical":
        choices = parameter["choices"]
        return choices[min(int(u * len(choices)), len(choices) - 1)]
    low, high = parameter["low"], parameter["high"]
    v = low * (high / low) ** u if parameter["scale"] == "log" else low + (high - low) * u
    return int(min(high, max(low, round(v)))) if parameter["type"] == "int" else v


def configuration(parameters, point):
    """Returns the values at a point, None for those that do not exist."""
    all_values = {p["name"]: value(p, u) for p, u in zip(parameters, point)}
    exists = {
        p["name"]: all(all_values[parent] in values for parent, values in p.get("when", {}).items())
        for p in parameters
    }
    return {name: v if exists[name] else None for name, v in all_values.items()}


def error(model, data):
    """Returns the share of wrong predictions in cross-validation."""
    return 1 - float(np.mean(cross_val_predict(model, *data, cv=FOLDS) == data[1]))


def log_loss(model, data):
    """Returns the mean log loss in cross-validation, the worst one if training diverges."""
    try:
        scores = cross_val_score(model, *data, cv=FOLDS, scoring="neg_log_loss")
        return float(-np.mean(np.clip(scores, -WORST_LOG_LOSS, 0)))
    except ValueError:
        return float(WORST_LOG_LOSS)


WINE = load_wine(return_X_y=True)
CANCER = load_breast_cancer(return_X_y=True)
DIGITS = tuple(part[:500] for part in load_digits(return_X_y=True))

SVM = [
    choice("kernel", "linear", "rbf", "poly", "sigmoid"),
    real("C", 1e-4, 1e4, "log"),
    real("gamma", 1e-6, 10.0, "log", when=dict(kernel=["rbf", "poly", "sigmoid"])),
    whole("degree", 2, 5, when=dict(kernel=["poly"])),
    real("coef0", -1.0, 1.0, when=dict(kernel=["poly", "sigmoid"])),
]


def svm(data):
    def measured(c):
        model = SVC(
            kernel=c["kernel"],
            C=c["C"],
            gamma=c["gamma"] or "scale",
            degree=c["degree"] or 3,
            coef0=c["coef0"] or 0.0,
            max_iter=20000,
        )
        return error(make_pipeline(StandardScaler(), model), data)

    return measured


TREES = [
    whole("trees", 5, 60, "log"),
    whole("depth", 1, 16),
    whole("leaf", 1, 20, "log"),
    real("features", 0.1, 1.0),
    choice("criterion", "gini", "entropy"),
    choice("bootstrap", "yes", "no"),
]


def trees(c):
    model = ExtraTreesClassifier(
        c["trees"],
        max_depth=c["depth"],
        min_samples_leaf=c["leaf"],
        max_features=c["features"],
        criterion=c["criterion"],
        bootstrap=c["bootstrap"] == "yes",
        random_state=0,
    )
    return log_loss(model, WINE)


SGD = [
    choice("penalty", "l2", "l1", "elasticnet"),
    real("alpha", 1e-6, 1.0, "log"),
    real("eta0", 1e-4, 10.0, "log"),
    choice("learning_rate", "constant", "invscaling", "adaptive"),
    real("power_t", 0.05, 1.0, when=dict(learning_rate=["invscaling"])),
    real("l1_ratio", 0.0, 1.0, when=dict(penalty=["elasticnet"])),
    whole("epochs", 2, 60, "log"),
]


def sgd(c):
    model = SGDClassifier(
        "log_loss",
        penalty=c["penalty"],
        alpha=c["alpha"],
        eta0=c["eta0"],
        learning_rate=c["learning_rate"],
        power_t=c["power_t"] or 0.5,
        l1_ratio=c["l1_ratio"] or 0.15,
        max_iter=c["epochs"],
        tol=None,
        random_state=0,
    )
    return log_loss(make_pipeline(StandardScaler(), model), CANCER)


BOOSTING = [
    real("learning_rate", 1e-3, 1.0, "log"),
    whole("trees", 5, 60, "log"),
    whole("depth", 1, 6),
    real("subsample", 0.3, 1.0),
    real("features", 0.1, 1.0),
    whole("leaf", 1, 30, "log"),
]


def boosting(c):
    model = GradientBoostingClassifier(
        learning_rate=c["learning_rate"],
        n_estimators=c["trees"],
        max_depth=c["depth"],
        subsample=c["subsample"],
        max_features=c["features"],
        min_samples_leaf=c["leaf"],
        random_state=0,
    )
    return log_loss(model, CANCER)


MLP = [
    real("lr", 1e-5, 1.0, "log"),
    real("alpha", 1e-7, 10.0, "log"),
    whole("width", 2, 128, "log"),
    whole("batch", 4, 64, "log"),
    real("beta1", 0.5, 0.99),
    choice("activation", "relu", "tanh", "logistic"),
]


def mlp(c):
    model = MLPClassifier(
        (c["width"],),
        activation=c["activation"],
        alpha=c["alpha"],
        batch_size=c["batch"],
        learning_rate_init=c["lr"],
        beta_1=c["beta1"],
        max_iter=8,
        random_state=0,
    )
    return log_loss(make_pipeline(StandardScaler(), model), DIGITS)


TABLES = {
    "svm_digits_cond": (SVM, svm(DIGITS), 1024),
    "svm_wine_cond": (SVM, svm(WINE), 1536),
    "et_wine": (TREES, trees, 700),
    "sgd_cancer_cond": (SGD, sgd, 1200),
    "gb_cancer": (BOOSTING, boosting, 700),
    "mlp_digits": (MLP, mlp, 500),
}


def text(v):
    return "" if v is None else "%.6g" % v if isinstance(v, float) else v


def measure(name):
    parameters, function, count = TABLES[name]
    points = qmc.Sobol(len(parameters), scramble=True, seed=1).random(count)
    configurations = [configuration(parameters, point) for point in points]
    values = [function(c) for c in configurations]
    names = [p["name"] for p in parameters]
    with open(name + ".csv", "w", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names + ["value"])
        writer.writerows([text(c[n]) for n in names] + ["%.5g" % v] for c, v in zip(configurations, values))
    descriptor = dict(
        name=name,
        file=name + ".csv",
        kind="nearest",
        value="value",
        sign=1,
        parameters=parameters,
        optimum=float("%.5g" % min(values)),
        randomMedian=float("%.5g" % np.median(values)),
    )
    with open(name + ".json", "w", encoding="utf-8") as file:
        json.dump(descriptor, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    for table in sys.argv[1:] or TABLES:
        measure(table)
