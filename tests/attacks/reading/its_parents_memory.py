"""
tries = "Reads the memory of its parents, and of itself through the file."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os


def leak():
    for pid in (os.getppid(), 1, "self"):
        for file in ("mem", "maps", "fd/0", "cwd/x", "root/etc/passwd"):
            if pid == "self" and file != "mem":
                continue
            try:
                return open(f"/proc/{pid}/{file}", "rb").read(1) or "open"
            except OSError:
                pass
    return None


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
