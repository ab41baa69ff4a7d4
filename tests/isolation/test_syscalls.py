"""The filter's program does what its source says, on both architectures; the numbers are the kernel's."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from deepclinic.isolation import seccomp, syscalls

ALLOW, KILL, REFUSE, UNKNOWN = 0x7FFF0000, 0x80000000, 0x50001, 0x50026
PID = 4242


def verdict(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """Run the filter on one call, as the kernel would."""
    column, own = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}[machine]
    words = {0: number & 0xFFFFFFFF, 4: own if architecture is None else architecture}
    for index in range(6):
        value = arguments[index] & (2**64 - 1) if index < len(arguments) else 0
        words[16 + 8 * index], words[20 + 8 * index] = value & 0xFFFFFFFF, value >> 32
    code, at, accumulator = seccomp.program(PID, machine), 0, 0
    while True:
        operation, if_true, if_false, value = code[at]
        at += 1
        if operation == 0x20:
            accumulator = words[value]
        elif operation == 0x54:
            accumulator &= value
        elif operation == 0x15:
            at += if_true if accumulator == value else if_false
        elif operation == 0x35:
            at += if_true if accumulator >= value else if_false
        else:
            assert operation == 0x06
            return value


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
class TestProgram:
    def test_every_call_on_the_list_is_refused(self, machine):
        for name, numbers in syscalls.REFUSED.items():
            number = numbers[machine == "aarch64"]
            assert number is None or verdict(machine, number) == REFUSE, name

    def test_reading_writing_and_memory_are_allowed(self, machine):
        for numbers in ((0, 63), (1, 64), (3, 57), (202, 98), (231, 94), (257, 56)):
            assert verdict(machine, numbers[machine == "aarch64"]) == ALLOW

    def test_unknown_calls_and_other_architectures(self, machine):
        assert verdict(machine, syscalls.NEWEST + 1) == UNKNOWN
        assert verdict(machine, 0x40000000 + 57) == UNKNOWN  # x32
        assert verdict(machine, -1) == UNKNOWN
        assert verdict(machine, 0, architecture=0x40000003) == KILL  # i386

    @pytest.mark.parametrize(
        ("name", "arguments", "expected"),
        [
            ("clone", (0x3D0F00,), ALLOW),  # a thread, as the C library makes it
            ("clone", (0x01200011,), REFUSE),  # a fork
            ("clone", (0x7E000000,), REFUSE),  # new namespaces
            ("clone3", (1, 88), UNKNOWN),
            ("kill", (PID, 9), ALLOW),
            ("kill", (PID + 1, 9), REFUSE),
            ("kill", (0, 9), REFUSE),
            ("kill", (-1, 9), REFUSE),
            ("kill", (-PID, 9), REFUSE),
            ("tgkill", (PID, 7, 6), ALLOW),
            ("tgkill", (1, 1, 9), REFUSE),
            ("prlimit64", (0, 7, 0, 1 << 40), ALLOW),
            ("prlimit64", (0, 7, 1 << 40, 0), REFUSE),
            ("prlimit64", (0, 7, 4, 0), REFUSE),
            ("prctl", (15,), ALLOW),
            ("prctl", (1, 0), REFUSE),
            ("prctl", (4, 1), REFUSE),
            ("fcntl", (3, 1), ALLOW),
            ("fcntl", (3, 8, 1), REFUSE),
            ("fcntl", (3, 10, 9), REFUSE),
            ("fcntl", (3, 15), REFUSE),
            ("ioctl", (3, 0x5401), ALLOW),
            ("ioctl", (3, 0x5412), REFUSE),
            ("ioctl", (3, 0x8901), REFUSE),
            ("mmap", (0, 4096, 3, 0x22), ALLOW),
            ("mmap", (0, 4096, 3, 0x01), ALLOW),
            ("mmap", (0, 4096, 3, 0x21), REFUSE),
            ("mmap", (0, 4096, 3, 0x23), REFUSE),
            ("mmap", (0, 4096, 3, 0x122), REFUSE),
            ("mmap", (0, 4096, 3, 0x20022), ALLOW),  # a thread's stack, as the C library makes it
            ("sched_setaffinity", (0, 8), ALLOW),
            ("sched_setaffinity", (1, 8), REFUSE),
        ],
    )
    def test_by_argument(self, machine, name, arguments, expected):
        number = syscalls.BY_ARGUMENT[name][machine == "aarch64"]
        assert verdict(machine, number, *arguments) == expected


HEADERS = {
    0: "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    1: "/usr/include/asm-generic/unistd.h",
}


@pytest.mark.parametrize("column", [column for column, path in HEADERS.items() if os.path.exists(path)])
def test_numbers_agree_with_the_headers_of_this_machine(column):
    text = Path(HEADERS[column]).read_text()
    known = {name: int(number) for name, number in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    table = syscalls.REFUSED | syscalls.BY_ARGUMENT
    assert {n: t[column] for n, t in table.items() if n in known and t[column] != known[n]} == {}
