"""Reads the files of a study by the script that the guide shows, and prints what that has read as JSON: `tables.py FOLDER`."""

import json
import math
import sys
from pathlib import Path

from frames import curves, everything, folder, trials


def plain(value):
    """Returns a value that any reader of JSON takes; None for a missing one."""
    if isinstance(value, float):
        return None if math.isnan(value) else value if math.isfinite(value) else str(value)
    return value


def described(table):
    return {
        "kinds": {name: table[name].dtype.kind for name in table.columns},
        "rows": [{name: plain(value) for name, value in row.items()} for row in table.astype(object).to_dict("records")],
    }


def main():
    # By default Python takes names of numbers that JSON does not have.
    text = Path(folder / "study.json").read_text(encoding="utf-8")
    json.loads(text, parse_constant=lambda name: sys.exit(f"{name} is not JSON"))
    tables = {"trials": trials, "curves": curves, "study": everything}
    print(json.dumps({name: described(table) for name, table in tables.items()}, default=str))


if __name__ == "__main__":
    main()
