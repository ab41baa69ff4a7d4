"""
tries = "Searches memory for the function that sends frames, and for the seal."
must = "Memory is not searched by a solution."
no_effect = true
"""

import ctypes
import gc

FOUND = []
for search in (
    lambda: [f for f in gc.get_objects() if getattr(f, "__name__", "") in ("emit", "send")],
    lambda: gc.get_referrers(dict),
    lambda: gc.get_referents(dict),
    lambda: [ctypes.CDLL(None)],
    lambda: [ctypes.string_at(id(dict), 64)],
):
    try:
        FOUND += search()
    except Exception:
        pass
if FOUND:
    raise SystemExit(f"FOUND {FOUND[0]}")


def attack(solution):
    return solution
