"""The engine: a submission is read, observed in isolation, judged and diagnosed."""

from deepclinic.grading.expected import PUBLISHED_SEED
from deepclinic.grading.grader import Grader
from deepclinic.grading.submissions import Submission, submissions_in

__all__ = ["PUBLISHED_SEED", "Grader", "Submission", "submissions_in"]
