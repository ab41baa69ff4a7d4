"""Run what cannot be trusted: one forked, sandboxed, short-lived worker per request.

    judge ──(control socket: two descriptors per request)──► parent of workers ──fork──► supervisor ──fork──► worker
      ▲                                                                                     │ status            │
      └──────────────────── frames: plain data, decoded as hostile input ◄──────────────────┴──── pipe ─────────┘

Only the worker ever runs code of a student's. Everything that is imported on the judge's side (`client`, `codec`,
`limits`, `selftest`) needs neither Keras nor TensorFlow.
"""

from __future__ import annotations

from deepclinic.isolation.client import Run, Workers
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.selftest import Mechanism, WeakIsolation
from deepclinic.isolation.waiting import Ahead

__all__ = ["Ahead", "Limits", "Mechanism", "Run", "WeakIsolation", "Workers"]
