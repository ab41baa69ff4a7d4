"""`python -m deepclinic` is the command `deepclinic`."""

from __future__ import annotations

import sys

from deepclinic.cli import main

if __name__ == "__main__":
    sys.exit(main())
