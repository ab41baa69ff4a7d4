"""
tries = "Looks for secrets in the environment, its own and its parents'."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os


def leak():
    secrets = [name for name in os.environ if "TOKEN" in name or "SECRET" in name or "DEEPCLINIC" in name]
    for pid in ("self", os.getppid(), 1):
        try:
            secrets.append(open(f"/proc/{pid}/environ").read())
        except OSError:
            pass
    return secrets


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
