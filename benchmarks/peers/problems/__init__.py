"""The benchmark problems, as the project's own samplers are measured on them."""

from pathlib import Path

from .space import Configuration, Parameter, Problem
from .synthetic import synthetic_problems
from .tables import table_problems
from .yahpo import lcbench_problem

__all__ = ["Catalogue", "Configuration", "Parameter", "Problem"]


class Catalogue:
    """All problems that can be run: the synthetic ones, and those of the folders given."""

    def __init__(self, tables: tuple[Path, ...] = (), yahpo: Path | None = None, tasks=()):
        self._makers = {p.name: lambda p=p: p for p in synthetic_problems()}
        for folder in tables:
            self._makers.update(table_problems(folder))
        for task in tasks if yahpo else ():
            self._makers[f"lcbench-{task}"] = lambda task=task: lcbench_problem(yahpo, task)

    def names(self) -> list[str]:
        """Return the names of all problems."""
        return list(self._makers)

    def problem(self, name: str) -> Problem:
        """Return a problem, reading its table if it has one."""
        if name not in self._makers:
            raise ValueError(f"problem ({name}) must be one of {', '.join(self._makers)}")
        return self._makers[name]()
