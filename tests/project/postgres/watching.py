"""Starting programs that use the embedded server, and waiting for what they bring about."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Client = subprocess.Popen[str]
StartClient = Callable[[Path], Client]


def first_words_of(client: Client) -> str:
    """What the client says once it is connected; all its complaints if it is not."""
    assert client.stdout is not None
    words = client.stdout.readline()
    if not words:
        pytest.fail(f"The client did not connect:\n{client.communicate()[1]}")
    return words


def wait_until(is_so: Callable[[], bool], seconds: float = 8) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"not so within {seconds} seconds"
        time.sleep(0.02)
