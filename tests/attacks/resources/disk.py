"""
tries = "Fills the disk."
must = "Bounded, and the folder is gone afterwards."
at_most = 1
hangs = true
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for number in range(10**6):
                with open(str(number), "wb") as file:
                    file.write(bytes(10**7))

    return Attack
