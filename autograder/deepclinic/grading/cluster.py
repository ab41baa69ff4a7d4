"""A Dask cluster as an executor of batches. Needs the extra `deepclinic[cluster]`; imported only where it is asked for.

What crosses is the name of a function of ours and bytes: batches and verdicts in formats of our own. Each Dask worker
has its own parent of workers, in which the students' code is isolated as it is on one machine.
"""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from deepclinic.errors import DeepclinicError

CONNECT_SECONDS = 30
RETRIES = 2
"""How often a batch is tried again after a Dask worker is lost, besides the scheduler's own `allowed-failures`."""


class DaskExecutor(AbstractContextManager["DaskExecutor"]):
    """A client of the scheduler at `address`, such as `tcp://10.0.0.1:8786`.

    Raises:
        DeepclinicError: Dask is not installed, or nobody answers there.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise DeepclinicError(
                f"Grading on a cluster needs Dask ({error}). Install it: pip install 'deepclinic[cluster]'"
            ) from error
        self._stack = ExitStack()
        try:
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise DeepclinicError(
                f"No Dask scheduler answers at {address} ({error}). `--scheduler` takes the address that "
                "`dask scheduler` prints when it starts, such as tcp://10.0.0.1:8786."
            ) from error
        self.client = self._stack.enter_context(client)

    @property
    def executor(self) -> Executor:
        """What takes batches. The same batch sent twice is graded twice: a verdict may depend on the machine."""
        return self.client.get_executor(pure=False, retries=RETRIES)

    @property
    def threads(self) -> int:
        """Threads of all Dask workers together."""
        workers: Any = self.client.nthreads()  # by address; awaitable only in an asynchronous client
        return sum(workers.values())

    def __exit__(self, *_: object) -> None:
        self._stack.close()
