"""Single keys from a terminal, without Enter. The terminal is put back as it was however the program ends."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

try:
    import termios
    import tty
except ImportError:  # Windows
    termios = tty = None


def possible() -> bool:
    """True where somebody sits at a terminal and this program is in its foreground."""
    if termios is None:
        return False
    try:
        return sys.stdin.isatty() and sys.stdout.isatty() and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError, AttributeError):
        return False


@contextlib.contextmanager
def listening(on_key: Callable[[str], None], on_redraw: Callable[[], None]) -> Iterator[None]:
    """Call `on_key` (from another thread) for each key, and `on_redraw` when the window changed or came back.

    Ctrl-C keeps its meaning. A signal that asks this program to end becomes `SystemExit`, so that the terminal is put
    back on that way out too.
    """
    assert termios is not None and tty is not None
    keyboard = sys.stdin.fileno()
    before, set_cbreak = termios.tcgetattr(keyboard), tty.setcbreak

    def again(*_: Any) -> None:
        set_cbreak(keyboard)
        on_redraw()

    def ended(number: int, _: Any) -> None:
        raise SystemExit(128 + number)

    handlers: dict[int, Any] = {signal.SIGCONT: again, signal.SIGWINCH: lambda *_: on_redraw()}
    handlers |= dict.fromkeys((signal.SIGTERM, signal.SIGHUP), ended)
    replaced = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    stop, wake = os.pipe()
    reader = threading.Thread(target=_read, args=(keyboard, stop, on_key), daemon=True)
    try:
        set_cbreak(keyboard)
        reader.start()
        yield
    finally:
        os.close(wake)
        if reader.ident:
            reader.join()
        os.close(stop)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
        for number, handler in replaced.items():
            signal.signal(number, handler)


def _read(keyboard: int, stop: int, on_key: Callable[[str], None]) -> None:
    while True:
        ready, _, _ = select.select([keyboard, stop], [], [])
        if stop in ready:
            return
        try:
            data = os.read(keyboard, 64)
        except OSError:
            data = b""
        if not data:  # the terminal is gone
            on_key("q")
            return
        if data.startswith(b"\x1b"):  # an arrow, the mouse: no key of ours
            continue
        for key in data.decode("utf-8", "ignore"):
            on_key(key)
