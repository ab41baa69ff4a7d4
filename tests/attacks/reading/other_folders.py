"""
tries = "Looks into the temporary folders of others, and at the home of whoever grades."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os


def leak():
    for place in ("/tmp", "/var/tmp", "/root", "/home", "/etc", "..", "../..", os.path.expanduser("~root")):
        try:
            return os.listdir(place)
        except OSError:
            pass
    return None


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
