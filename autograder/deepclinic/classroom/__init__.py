"""nbgrader courses: made, graded and summed up. Stock nbgrader commands do the work; this package plugs into them."""
