"""
tries = "Makes links in its own folder to what it may not read, and reads through them."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os


def leak():
    for number, target in enumerate(("/etc/passwd", "/proc/1/environ", "/root")):
        for make in (os.symlink, os.link):
            try:
                make(target, f"link{number}")
                return open(f"link{number}").read(10)
            except OSError:
                pass
    return None


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
