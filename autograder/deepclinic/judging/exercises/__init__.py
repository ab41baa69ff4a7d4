"""One check file per exercise: the checks with their points, rules and hints."""
