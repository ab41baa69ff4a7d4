"""
tries = "Looks the grader's own modules up in `sys.modules`, and exchanges their functions."
must = "They are not there."
no_effect = true
"""

import sys

for name, module in list(sys.modules.items()):
    if name.startswith(("deepclinic.probes", "deepclinic.isolation")):
        for attribute in list(vars(module)):
            setattr(module, attribute, None)


def attack(solution):
    return solution
