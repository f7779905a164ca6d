"""The only door to the environment: reads the variables we know and stops on nonsense.

Standard library only, because script/setup reads it before anything is installed.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import NamedTuple, NoReturn
from urllib.parse import SplitResult, unquote, urlsplit

CHECKOUT = Path(__file__).resolve().parents[1]

# Every variable that means something here. README.md shows this table.
VARIABLES = {
    "DATABASE_URL": "a PostgreSQL server, as postgres://user:password@host:5432/name; "
    "without it an embedded server starts by itself",
    "SECRET_KEY": "the key that signs sessions, 50 characters or more; needed with DATABASE_URL",
    "DEBUG": "yes shows error pages with details; never on a public machine",
    "ALLOWED_HOSTS": "names under which the site is reached, with commas between them",
    "HOST": "the address script/server listens at (127.0.0.1)",
    "PORT": "the port script/server listens at (8000)",
    "VARIORUM_ADDRESS": "where visitors find the site, as https://variorum.example.org; "
    "without it what script/server serves at",
    "VARIORUM_STATE": "the folder for the embedded database and other state (var)",
    "VARIORUM_TEXTS": "a folder with the original texts, recognised by their checksums",
    "VARIORUM_HTTPS": "yes when visitors come by https: secure cookies, redirects, HSTS",
    "VARIORUM_MAIL": "a mail server, as smtps://user:password@host:587; without it mail is printed",
    "VARIORUM_SIGN_IN": "an OpenID Connect provider, as https://client:secret@orcid.org; "
    "without it people log in with passwords alone",
    "VARIORUM_CHROMIUM": "the browser for the journeys and screenshots",
}

TRUE = ("1", "yes", "true", "on")
FALSE = ("0", "no", "false", "off")


class NonsenseSetting(Exception):
    """A variable of the environment makes no sense; the message says which, why, and what to do."""


def refuse(name: str, wrong: str, remedy: str) -> NoReturn:
    raise NonsenseSetting(f"{name}: {wrong} {remedy}")


def text(name: str, default: str = "") -> str:
    """Read a variable; one that is set to nothing counts as not set."""
    if name not in VARIABLES:
        raise KeyError(f"{name} is missing from the table of variables in project/env.py")
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    said = text(name).lower()
    if not said:
        return default
    if said not in TRUE + FALSE:
        refuse(name, f"“{said}” is neither yes nor no.", "Write yes or no.")
    return said in TRUE


def whole_number(name: str, default: int, *, low: int, high: int) -> int:
    said = text(name)
    if not said:
        return default
    if not (said.isascii() and said.isdigit() and low <= int(said) <= high):
        refuse(
            name,
            f"“{said}” is not a whole number from {low} to {high}.",
            f"Write one, for example {default}.",
        )
    return int(said)


def names(name: str, default: list[str]) -> list[str]:
    """Read a list with commas between the names."""
    found = [part.strip() for part in text(name).split(",") if part.strip()]
    for part in found:
        if "/" in part or " " in part:
            refuse(name, f"“{part}” is not a host name.", "Write example.org, not an address.")
    return found or default


def folder(name: str, default: Path) -> Path:
    """Read a folder that we make when we need it; relative ones count from the checkout."""
    path = _path(name, default)
    if path.exists() and not path.is_dir():
        refuse(name, f"{path} is not a folder.", "Name a folder, or unset it.")
    return path


def existing_folder(name: str) -> Path | None:
    """Read a folder that somebody else fills."""
    if not text(name):
        return None
    path = _path(name, CHECKOUT)
    if not path.is_dir():
        refuse(name, f"there is no folder {path}.", "Name one that exists, or unset it.")
    return path


def existing_program(name: str) -> Path | None:
    if not text(name):
        return None
    path = _path(name, CHECKOUT)
    if not os.access(path, os.X_OK) or path.is_dir():
        refuse(name, f"{path} is not a program.", "Name one that exists, or unset it.")
    return path


def state_folder() -> Path:
    return folder("VARIORUM_STATE", CHECKOUT / "var")


def refuse_unknown() -> None:
    """Catch misspelt variables of our own, which would otherwise be ignored without a word."""
    for name in os.environ:
        if name.startswith("VARIORUM_") and name not in VARIABLES:
            near = difflib.get_close_matches(name, VARIABLES, n=1, cutoff=0)
            refuse(name, "there is no such setting.", f"Did you mean {near[0]}? Else unset it.")


def _path(name: str, default: Path) -> Path:
    said = text(name)
    return CHECKOUT / Path(said).expanduser() if said else default


def mail_server() -> SplitResult | None:
    """The server that sends e-mail, if one is named."""
    said = text("VARIORUM_MAIL")
    if not said:
        return None
    named = urlsplit(said)
    if named.scheme not in ("smtp", "smtps") or not named.hostname:
        refuse("VARIORUM_MAIL", f"“{said}” is no mail server.", "Write smtps://user:password@host.")
    return named


class Provider(NamedTuple):
    """Who vouches for identities, and how this site is known there."""

    issuer: str
    client: str
    secret: str
    name: str


def sign_in() -> Provider | None:
    """The provider by which people may log in, if one is named."""
    said = text("VARIORUM_SIGN_IN")
    if not said:
        return None
    named = urlsplit(said)
    if named.scheme != "https" or not (named.hostname and named.username and named.password):
        refuse(
            "VARIORUM_SIGN_IN",
            "that is no provider of identities.",
            "Write https://client:secret@orcid.org.",
        )
    host = named.netloc.rpartition("@")[2]
    issuer = f"https://{host}{named.path.rstrip('/')}"
    return Provider(issuer, unquote(named.username), unquote(named.password), named.hostname)


def site_address(default: str) -> str:
    """Where visitors find the site, without the slash at its end."""
    said = text("VARIORUM_ADDRESS", default)
    named = urlsplit(said)
    if named.scheme not in ("http", "https") or not named.hostname or named.query:
        refuse("VARIORUM_ADDRESS", f"“{said}” is no address.", "Write https://example.org.")
    return said.rstrip("/")
