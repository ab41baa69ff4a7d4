"""
tries = "Runs other programs."
must = "Refused."
at_most = 1
"""

import subprocess


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            subprocess.run(["/bin/sh", "-c", "echo here > /tmp/deepclinic-was-here"], check=True)

    return Attack
