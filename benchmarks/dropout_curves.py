"""How far apart the training curves of right dropout and DropConnect layers lie, so that a check can allow for it.

    python benchmarks/dropout_curves.py dropout --seeds 20
    python benchmarks/dropout_curves.py dropconnect --seeds 20

Data, initial weights and batches of two runs are the same; only the masks differ, as they do between a student's layer
and the reference. Printed for each curve: the largest difference between two runs at any epoch of any seed, the
standard deviation of that difference at the worst epoch, and the false-alarm rate of a bound by the normal
approximation, over all epochs. With `--wrong` also the largest difference of every misconception, at one seed.
"""

from __future__ import annotations

import argparse
import importlib
import math
from pathlib import Path

import keras
import numpy as np

from deepclinic.course import solutions
from deepclinic.probes.lab import Lab
from deepclinic.probes.runner import load

CURVES = ("curve/training_loss", "curve/validation_loss")


def curves(exercise: str, source: str, seed: int, run: int) -> np.ndarray:
    """Curves (2, epochs) of one solution, in the setting of the check `overfitting`."""
    module, error = load(exercise, source, f"{exercise}.py")
    if error:
        raise SystemExit(error["message"])
    lab = Lab(module, seed, "overfitting")
    keras.utils.set_random_seed(2 * seed + run)  # the lab has its own generator: only the masks differ
    importlib.import_module(f"deepclinic.probes.{exercise}").overfitting(lab)
    return np.array([lab.entries[name] for name in CURVES])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercise", choices=["dropout", "dropconnect"])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--bound", type=float, default=0.4, help="whose false-alarm rate is printed")
    parser.add_argument("--wrong", action="store_true", help="misconceptions too")
    arguments = parser.parse_args()
    reference = Path(solutions.reference_path(arguments.exercise)).read_text(encoding="utf-8")
    pairs = [
        [curves(arguments.exercise, reference, seed, run) for run in (0, 1)] for seed in range(arguments.seeds)
    ]
    difference = np.array([first - second for first, second in pairs])  # (seeds, 2, epochs)
    for i, name in enumerate(CURVES):
        deviations = np.sqrt(np.mean(difference[:, i] ** 2, axis=0))
        tail = sum(math.erfc(arguments.bound / deviation / math.sqrt(2)) for deviation in deviations)
        print(
            f"{name}: largest difference {np.abs(difference[:, i]).max():.3f}, standard deviation at the worst epoch "
            f"{deviations.max():.3f}, at the median epoch {np.median(deviations):.3f}; "
            f"false alarms of {arguments.bound}: {tail:.1e}"
        )
    if arguments.wrong:
        for wrong in solutions.misconceptions(arguments.exercise):
            try:
                apart = np.abs(curves(arguments.exercise, wrong.source, 0, 1) - pairs[0][0]).max(axis=1)
                print(f"{wrong.id}: training {apart[0]:.2f}, validation {apart[1]:.2f}")
            except Exception as error:
                print(f"{wrong.id}: {type(error).__name__}")


if __name__ == "__main__":
    main()
