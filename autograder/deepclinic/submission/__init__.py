"""From what a student hands in (`.py`, `.ipynb`, cells that were run) to the source of one module per exercise.

Runs inside a worker: a submission can attack its reader. Parses, never executes.
"""
