"""Logging in and out."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.tiny import an_editor

pytestmark = pytest.mark.django_db


def test_an_editor_logs_in_and_comes_back_to_where_they_were(client: Client) -> None:
    an_editor()
    form = {"username": "flavia", "password": "black elephant", "next": "/sources/"}

    response = client.post("/accounts/log-in/", form)

    assert response.headers["Location"] == "/sources/"
    assert "<span>flavia, editor</span>" in client.get("/sources/").content.decode()


def test_nobody_is_sent_to_another_site(client: Client) -> None:
    an_editor()
    form = {"username": "flavia", "password": "black elephant", "next": "https://evil.example/"}

    response = client.post("/accounts/log-in/", form)

    assert response.headers["Location"] == "/"


def test_a_wrong_password_says_neither_which_part_was_wrong_nor_what_was_typed(
    client: Client,
) -> None:
    an_editor()
    form = {"username": "flavia", "password": "white mouse"}

    html = client.post("/accounts/log-in/", form).content.decode()

    assert "Please enter a correct username and password." in html
    assert "white mouse" not in html


def test_logging_out_takes_a_post(client: Client) -> None:
    client.force_login(an_editor())

    refused, done = client.get("/accounts/log-out/"), client.post("/accounts/log-out/")

    assert refused.status_code == 405
    assert done.headers["Location"] == "/"
    assert "_auth_user_id" not in client.session
