"""The command line: `deepclinic`. Imports Keras in no command; workers do."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from deepclinic.cli.arguments import parser
from deepclinic.errors import DeepclinicError
from deepclinic.selfstudy.trouble import need_python

USAGE, GRADER_FAULT = 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: all full marks (or nothing to grade); 1: something lost points; 2: usage; 3: the grader itself failed.
    """
    arguments = None
    try:
        need_python()
        arguments = parser().parse_args(argv)
        return arguments.run(arguments)
    except DeepclinicError as error:
        print(f"deepclinic: {error.text.to(_language(arguments))}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("deepclinic: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:
        if os.environ.get("DEEPCLINIC_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename:  # any other is a worker's, or a socket's
            print(f"deepclinic: {error.filename}: {error.strerror}. Is it there, and may you use it?", file=sys.stderr)
            return USAGE
        print(
            f"deepclinic: the grader itself failed: {type(error).__name__}: {error}\n"
            "No verdict was given. Set DEEPCLINIC_DEBUG=1 to see where, and please report it.",
            file=sys.stderr,
        )
        return GRADER_FAULT


def _language(arguments: Namespace | None) -> str:
    """The one that was asked for, else that of the workspace in which the command was given."""
    if asked := getattr(arguments, "language", None):
        return asked
    from deepclinic.selfstudy.workspace import Workspace

    try:
        return Workspace.find().language
    except (DeepclinicError, OSError):
        return "en"
