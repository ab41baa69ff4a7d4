"""
tries = "Looks for the original function in the constants and closures of what has taken its place."
must = "There is no original any more."
"""

import types

import keras

cell_none = types.CellType()


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            todo, seen = [getattr(keras.ops, __name__).__code__], []
            while todo:
                thing = todo.pop()
                if any(thing is other for other in seen) or len(seen) > 2000:
                    continue
                seen.append(thing)
                if getattr(thing, "__name__", "") == __name__ and callable(thing):
                    return thing(inputs)
                todo += getattr(thing, "co_consts", ()) or ()
                todo += getattr(thing, "args", ()) or ()
                todo += [cell.cell_contents for cell in getattr(thing, "__closure__", None) or () if cell != cell_none]
                todo += [thing.func] if hasattr(thing, "func") else []
                todo += list(thing) if type(thing) is dict else []
            return super().call(inputs, *args, **kwargs)

    return Attack
