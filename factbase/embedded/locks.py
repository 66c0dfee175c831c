"""Locks between processes, with flock: the kernel releases them however a process ends."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def open_file(path: Path, flags: int = 0) -> int:
    """Open a file to lock, made when missing. Programs started by Python do not inherit it."""
    return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o600)


@contextlib.contextmanager
def opened(path: Path, flags: int = 0) -> Iterator[int]:
    file = open_file(path, flags)
    try:
        yield file
    finally:
        os.close(file)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a file alone, after waiting for those who do."""
    with opened(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def share(file: int) -> None:
    fcntl.flock(file, fcntl.LOCK_SH)


def try_lock(file: int) -> bool:
    """Hold a file alone if nobody else holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
