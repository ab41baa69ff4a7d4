"""A student's own desk: the workspace, the watch, the progress, and `exercise(...)` in a notebook."""
