"""How well, and how fast, solutions of the capstone train: what its lesson names, and how wide the margin is.

    python benchmarks/deep_network_accuracy.py --seeds 10
    python benchmarks/deep_network_accuracy.py --seeds 3 --all

Each seed draws other held-out digits, other numbers for the classes and other initial weights, as grading does. Printed
for the reference, and with `--all` for every alternative: the accuracy on 400 held-out digits (lowest, mean, highest),
its standard deviation, how many of these the grader's bound lies below the mean, and the processor time of `train`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from deepclinic.course import solutions
from deepclinic.probes import deep_network as probes
from deepclinic.probes.lab import Lab
from deepclinic.probes.runner import load

EXERCISE = "deep_network"


def measure(source: str, seed: int) -> tuple[float, float]:
    """Accuracy on the held-out digits, and seconds of processor time."""
    module, error = load(EXERCISE, source, f"{EXERCISE}.py")
    if error:
        raise SystemExit(error["message"])
    lab = Lab(module, seed, "trains")
    probes.forget()
    probes.trains(lab)
    seconds = lab.notes["seconds"]
    probes.held_out_accuracy(lab)
    return lab.notes["accuracy"], seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--all", action="store_true", help="the alternatives too")
    arguments = parser.parse_args()
    sources = {"reference": Path(solutions.reference_path(EXERCISE)).read_text(encoding="utf-8")}
    if arguments.all:
        sources |= {alternative.id: alternative.source for alternative in solutions.alternatives(EXERCISE)}
    for name, source in sources.items():
        accuracy, seconds = np.array([measure(source, seed) for seed in range(arguments.seeds)]).T
        deviation = accuracy.std(ddof=1)
        margin = (accuracy.mean() - probes.GOOD) / deviation
        print(
            f"{name}: accuracy {accuracy.min():.3f} / {accuracy.mean():.3f} / {accuracy.max():.3f}, deviation "
            f"{deviation:.4f}, bound {probes.GOOD} is {margin:.1f} deviations below; "
            f"{seconds.mean():.1f} s (at most {seconds.max():.1f} s)",
            flush=True,
        )


if __name__ == "__main__":
    main()
