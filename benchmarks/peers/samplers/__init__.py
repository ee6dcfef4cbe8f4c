"""The peers: each is a small class with `ask() -> configuration` and `tell(value)`, and the packages it stands on."""

from importlib import import_module
from importlib.metadata import version

_OPTUNA = ("optuna",)
_PEERS = {
    "optuna-tpe": ("optuna_peer", "Tpe", _OPTUNA),
    "optuna-gp": ("optuna_peer", "Gp", ("optuna", "torch", "scipy")),
    "optuna-cmaes": ("optuna_peer", "CmaEs", ("optuna", "cmaes")),
    "optuna-random": ("optuna_peer", "Random", _OPTUNA),
    "optuna-auto": ("optuna_peer", "Auto", ("optuna", "optunahub", "torch", "scipy", "cmaes")),
    "hebo": ("hebo_peer", "Hebo", ("HEBO", "torch", "gpytorch", "pymoo")),
    "smac-hpo": ("smac_peer", "Hpo", ("smac", "ConfigSpace", "scikit-learn")),
    "smac-blackbox": ("smac_peer", "BlackBox", ("smac", "ConfigSpace", "scikit-learn")),
    "ax": ("ax_peer", "Ax", ("ax-platform", "botorch", "gpytorch", "torch")),
    "vizier": ("vizier_peer", "Vizier", ("google-vizier", "jax", "jaxlib", "equinox", "flax", "tfp-nightly")),
}
NAMES = tuple(_PEERS)


def sampler(name: str):
    """Return the class of a peer; its constructor takes (problem, seed, trials).

    Raises ImportError where the tool is not installed.
    """
    if name not in _PEERS:
        raise ValueError(f"sampler ({name}) must be one of {', '.join(NAMES)}")
    module, attribute, _ = _PEERS[name]
    return getattr(import_module(f".{module}", __package__), attribute)


def versions(name: str) -> dict[str, str]:
    """Return the versions of the packages that a peer stands on."""
    return {package: version(package) for package in (*_PEERS[name][2], "numpy")}
