"""
tries = "Reads the library's compiled file and makes a function of its code."
must = "Neither compiled code nor code under a library's name is loaded by a solution."
at_most = 1
"""

import marshal
import sys


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            from importlib.util import cache_from_source

            path = sys.modules["tensorflow.python.ops.gen_nn_ops"].__file__
            try:
                with open(cache_from_source(path), "rb") as file:
                    code = marshal.loads(file.read()[16:])
            except OSError:
                code = compile(open(path).read(), path, "exec")
            names = {"__name__": "anew"}
            exec(code, names)
            return names[__name__](inputs)

    return Attack
