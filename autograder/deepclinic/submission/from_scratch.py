from __future__ import annotations
from dataclasses import dataclass
@dataclass(frozen=True)
class Reading:
    uses: tuple[tuple[str, int], ...] = ()
    computed: tuple[int, ...] = ()
def scan(source, defines, not_allowed): return Reading()
