"""What the settings promise, seen from outside: a program started with some environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from project.env import CHECKOUT, VARIABLES

OUTSIDE = {name: value for name, value in os.environ.items() if name not in VARIABLES}


def settings_with(tmp_path: Path, show: str, **environment: str) -> str:
    """Read the settings in a fresh program and show one expression over them."""
    done = subprocess.run(
        [sys.executable, "-c", f"from project import settings as s; print({show})"],
        cwd=CHECKOUT,
        env={**OUTSIDE, "VARIORUM_STATE": str(tmp_path), **environment},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_site_behind_https_has_secure_cookies_and_hsts(tmp_path: Path) -> None:
    shown = settings_with(
        tmp_path,
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT,"
        " s.SECURE_HSTS_SECONDS > 0, s.DEBUG",
        VARIORUM_HTTPS="yes",
    )

    assert shown == "True True True True False"


def test_a_site_on_this_machine_is_reached_without_https(tmp_path: Path) -> None:
    shown = settings_with(
        tmp_path, "s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.DEBUG", VARIORUM_HTTPS=""
    )

    assert shown == "False False False"


def test_the_address_one_listens_at_is_an_allowed_host(tmp_path: Path) -> None:
    shown = settings_with(tmp_path, "'[2001:db8::1]' in s.ALLOWED_HOSTS", HOST="2001:db8::1")

    assert shown == "True"


def test_scripts_and_styles_come_from_the_site_alone(tmp_path: Path) -> None:
    shown = settings_with(tmp_path, "s.CONTENT_SECURITY_POLICY['DIRECTIVES'].values()")

    assert "unsafe" not in shown
    assert "http" not in shown


def test_a_site_has_a_server_that_does_not_forget_what_tests_may(tmp_path: Path) -> None:
    shown = settings_with(tmp_path, "s.DATABASES['default']['STATE']")

    assert shown == str(tmp_path)


def test_served_pages_use_a_pool_and_no_lasting_connections(tmp_path: Path) -> None:
    shown = settings_with(
        tmp_path,
        "s.DATABASES['default']['OPTIONS']['pool'], s.DATABASES['default']['CONN_MAX_AGE']",
    )

    assert shown == "{'min_size': 1, 'max_size': 8} 0"


def test_a_wrong_setting_stops_a_command_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "manage.py", "check"],
        env={**OUTSIDE, "VARIORUM_STATE": str(tmp_path), "DEBUG": "perhaps"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert done.stderr == "DEBUG: “perhaps” is neither yes nor no. Write yes or no.\n"
