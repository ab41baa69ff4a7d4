"""Run a lesson top to bottom with a given solution in the exercise's place, in a kernel of this very interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert.filters import strip_ansi
from traitlets import default

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.course.notebook import student_notebook
from deepclinic.errors import DeepclinicError

_CHECK = "-check"


class _ThisInterpreter(KernelSpecManager):
    """Knows one kernel: the Python that runs now, whether or not its environment is activated or registered."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        # What TensorFlow's C++ logs while it is loaded (that there is no GPU, say) bypasses Python and every setting
        # of its log level; it is left out of the notebook. Python's own standard error is in it as always.
        quiet = "--IPKernelApp.capture_fd_output=False"
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", quiet]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")


class _Manager(AsyncKernelManager):
    """Starts that kernel. (nbclient stops only kernels whose manager it made itself, so it needs a class.)"""

    @default("kernel_spec_manager")
    def _this_interpreter(self) -> KernelSpecManager:
        return _ThisInterpreter(parent=self)


def run_lesson(exercise: ExerciseInfo | str, language: str, solution: str, seconds: int = 60) -> nbformat.NotebookNode:
    """Execute a lesson and return it with its outputs. The check cell is left out: judging is not its business here.

    Args:
        exercise: whose lesson.
        language: which cells.
        solution: source that is run in the exercise's place.
        seconds: limit for one cell.

    Raises:
        DeepclinicError: a cell raised or ran too long; the message is the kernel's own account.
    """
    notebook = student_notebook(exercise, language)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.endswith(_CHECK)]
    for cell in notebook.cells:
        if cell.id.endswith("-solution"):
            cell.source = solution.strip("\n")
    return execute(notebook, seconds)


def execute(notebook: nbformat.NotebookNode, seconds: int = 60) -> nbformat.NotebookNode:
    """Execute a notebook in place, in an empty folder of its own, and return it."""
    environment = {**os.environ, "KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
    with tempfile.TemporaryDirectory(prefix="deepclinic-lesson-") as folder:
        client = NotebookClient(
            notebook,
            timeout=seconds,
            record_timing=False,
            kernel_name="python3",
            kernel_manager_class=_Manager,
            resources={"metadata": {"path": folder}},
        )
        try:
            # What cells write arrives as messages; on its own streams the kernel only talks about itself.
            client.execute(env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise DeepclinicError(f"The lesson does not run: {strip_ansi(str(error))}") from error
    return notebook


def warnings_of(notebook: nbformat.NotebookNode) -> list[str]:
    """What an executed notebook wrote to standard error, cell by cell."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"]
