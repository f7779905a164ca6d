"""What people do on any page: log in, log out."""

from __future__ import annotations

from playwright.sync_api import Page, expect

Person = tuple[str, str, str]


def log_in(page: Page, person: Person) -> None:
    """Through the link on the page, which leads back to it."""
    page.get_by_role("main").get_by_role("link", name="Log in").click()
    fill_in(page, person)


def fill_in(page: Page, person: Person) -> None:
    """The form that asks who it is, also where a page of the team was asked for."""
    username, name, password = person
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("contentinfo")).to_contain_text(name)
    page.wait_for_load_state()  # a page that can be read does not yet listen


def log_out(page: Page) -> None:
    """By the button at the foot of every page."""
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Log in")).to_be_visible()
