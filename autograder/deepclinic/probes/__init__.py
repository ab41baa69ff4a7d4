"""What runs in a worker beside the student's code: it observes, and knows no expected answer. Keras lives here only."""
