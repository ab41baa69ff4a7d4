"""The course as data: what there is to do, and what a lesson becomes (stub, notebook, page). Runs no student code."""
