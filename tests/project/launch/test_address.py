"""The address is had, or it is said why not."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from project.env import NonsenseSetting
from project.launch import address
from project.launch.errors import CannotStart


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A port at which another program listens, asked for by PORT."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port: int = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        monkeypatch.delenv("HOST", raising=False)
        yield port


def test_a_taken_port_is_named_and_a_free_one_proposed(taken: int) -> None:
    with pytest.raises(CannotStart) as refused:
        address.bind()

    said = str(refused.value)
    assert said.startswith(f"Port {taken} at 127.0.0.1 is taken by another program")
    proposed = int(said.partition("PORT=")[2].partition(" ")[0])
    with socket.create_server(("127.0.0.1", proposed)):
        assert said.endswith(f"PORT={proposed} script/server")


def test_of_two_who_reserve_one_port_the_second_to_open_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORT", str(address.free_port()))
    with address.bind() as first, address.bind() as second:
        address.listen(first)

        with pytest.raises(CannotStart, match="is taken by another program"):
            address.listen(second)


def test_a_host_that_does_not_exist_is_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "256.0.0.1")

    with pytest.raises(
        NonsenseSetting, match=r"HOST: “256\.0\.0\.1” is no address of this machine"
    ):
        address.bind()


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),  # noqa: S104
        ("::1", "http://[::1]:8000/"),
        ("localhost", "http://localhost:8000/"),
    ],
)
def test_the_address_is_shown_as_a_visitor_writes_it(
    monkeypatch: pytest.MonkeyPatch, host: str, url: str
) -> None:
    monkeypatch.setenv("HOST", host)
    monkeypatch.delenv("PORT", raising=False)

    assert address.url() == url
