"""
tries = "Sends what it knows to somebody else, by every kind of socket."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import socket


def leak():
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            try:
                return socket.socket(family, kind)
            except OSError:
                pass
    return None


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
