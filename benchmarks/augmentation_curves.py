"""How far apart the training curves of right RandomShift layers lie, so that a check can allow for it.

    python benchmarks/augmentation_curves.py --seeds 20

Data, initial weights and batches of two runs are the same; only the shifts differ, as they do between a student's layer
and the reference. Printed for each curve: the largest difference between two runs at any epoch of any seed, the
standard deviation of that difference at the worst epoch, and the false-alarm rate of a bound by the normal
approximation, over all epochs. With `--wrong` also the largest difference of every misconception, at one seed.
"""

from __future__ import annotations

import argparse
from statistics import NormalDist

import keras
import numpy as np

from deepclinic.course import solutions
from deepclinic.probes import data_augmentation
from deepclinic.probes.lab import Lab
from deepclinic.probes.runner import load

CURVES = ("curve/training_loss", "curve/validation_loss")


def curves(source: str, seed: int, run: int) -> np.ndarray:
    """Curves (2, epochs) of one solution, in the setting of the check `few_examples`."""
    module, error = load("data_augmentation", source, "data_augmentation.py")
    if error:
        raise SystemExit(error["message"])
    lab = Lab(module, seed, "few_examples")
    keras.utils.set_random_seed(2 * seed + run)  # the lab has its own generator: only the shifts differ
    data_augmentation.few_examples(lab)
    return np.array([lab.entries[name] for name in CURVES])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--bound", type=float, default=0.25, help="whose false-alarm rate is printed")
    parser.add_argument("--wrong", action="store_true", help="misconceptions too")
    arguments = parser.parse_args()
    reference = solutions.reference_source("data_augmentation")
    pairs = [[curves(reference, seed, run) for run in (0, 1)] for seed in range(arguments.seeds)]
    difference = np.array([first - second for first, second in pairs])  # (seeds, 2, epochs)
    for i, name in enumerate(CURVES):
        deviations = np.sqrt(np.mean(difference[:, i] ** 2, axis=0))
        tail = sum(2 * NormalDist().cdf(-arguments.bound / deviation) for deviation in deviations)
        last = np.array([run[i][-1] for pair in pairs for run in pair])
        print(
            f"{name}: at the end {last.min():.2f} to {last.max():.2f}; largest difference "
            f"{np.abs(difference[:, i]).max():.3f}, standard deviation at the worst epoch {deviations.max():.3f}; "
            f"false alarms of {arguments.bound}: {tail:.1e}"
        )
    if arguments.wrong:
        for wrong in solutions.misconceptions("data_augmentation"):
            try:
                found = curves(wrong.source, 0, 1)
                apart = np.abs(found - pairs[0][0]).max(axis=1)
                print(f"{wrong.id}: training {apart[0]:.2f}, validation {apart[1]:.2f}, at the end {found[1][-1]:.2f}")
            except Exception as error:
                print(f"{wrong.id}: {type(error).__name__}")


if __name__ == "__main__":
    main()
