import json
import sys
from pathlib import Path

import pandas

# python frames.py target/hpo/com.acme.DigitsTuning.tune
folder = Path(sys.argv[1])
missing = {"keep_default_na": False, "na_values": ["", "NaN"]}
trials = pandas.read_csv(folder / "trials.csv", **missing)
curves = pandas.read_csv(folder / "curves.csv", **missing)
for time in ("datetime_start", "datetime_complete"):
    trials[time] = pandas.to_datetime(trials[time], utc=True, format="ISO8601")
study = json.loads((folder / "study.json").read_text(encoding="utf-8"))
everything = pandas.json_normalize(study["trials"])

by_step = curves[curves.curve == "value"].pivot(index="step", columns="number", values="value")
