"""Every change of every row is recorded, by triggers, so that nothing can go round it."""

from __future__ import annotations

import pghistory.models
from django.apps import apps
from django.db import models

from tests.architecture.repository import listed
from tests.architecture.rooms import order

# Each of these needs no history of its own, for the reason given.
WITHOUT_HISTORY = {
    "accounts.User_groups": "groups mean nothing here: permissions.py decides by role",
    "accounts.User_user_permissions": "the same",
    "accounts.Attempt": "is forgotten after a quarter of an hour",
    "accounts.Session": "comes and goes with the browser of one person",
    "annotations.Naming": "derived from mentions, which have theirs",
    "annotations.Touch": "is the news of a day, and says where, not what",
    "annotations.Place": "moves with every page that somebody reads, and only they see it",
    "contradictions.Draft": "goes with every word that its author types, and only they see it",
    "contradictions.Filter": "a bookmark of one person, which nothing else stands on",
    "contradictions.Notice": "only says what the history of cases and comments says",
    "contradictions.Room": "follows from the facts, and is measured anew at will",
    "contradictions.Visit": "moves while somebody looks at a case, and tells nothing after",
    "contradictions.Step": "is the history of a case, and a trigger keeps it from changes",
    "claims.BegunClaim": "goes with every word that its author types, and only they see it",
    "claims.Fact": "follows from the claims, which have one",
    "claims.PairTally": "counts facts, which follow from the claims",
    "claims.SeriesTally": "counts facts, which follow from the claims",
    "claims.SourceTally": "counts facts, which follow from the claims",
    "entities.Name": "derived from labels and aliases, which have theirs",
    "sources.Block": "follows from the text, and is laid out anew at will",
    "sources.Cell": "the same",
    "sources.Citation": "follows from the text, with its blocks",
    "sources.Reference": "the same",
    "sources.CorpusLoad": "notes what was loaded; every row of it has its own history",
}


def ours() -> list[type[models.Model]]:
    """Models of our rooms that hold rows of their own, the links between them among them."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in order()
        and model._meta.managed
        and not model._meta.proxy
        and not issubclass(model, pghistory.models.Event)
    ]


def tracked() -> set[type[models.Model]]:
    """Models whose rows some event table follows."""
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    followed = [getattr(event, "pgh_tracked_model", None) for event in events]
    return {model._meta.concrete_model or model for model in followed if model is not None}


def test_every_model_has_a_history_or_a_reason() -> None:
    without = {model._meta.label for model in ours() if model not in tracked()}

    assert not without - set(WITHOUT_HISTORY), listed(sorted(without - set(WITHOUT_HISTORY)))
    assert not set(WITHOUT_HISTORY) - without, listed(sorted(set(WITHOUT_HISTORY) - without))


def triggers_on(table: type[models.Model]) -> set[str]:
    """Names of the triggers on a table; a link's are declared on its proxy."""
    return {
        trigger.name
        for model in apps.get_models(include_auto_created=True)
        if model._meta.concrete_model is table
        for trigger in getattr(model._meta, "triggers", [])
    }


def test_inserts_updates_and_deletes_are_all_recorded() -> None:
    # A link has nothing that could be updated.
    wanted = {
        model: {"insert_insert", "delete_delete"}
        | (set() if model._meta.auto_created else {"update_update"})
        for model in tracked()
    }

    missing = {
        model._meta.label: names - triggers_on(model)
        for model, names in wanted.items()
        if names - triggers_on(model)
    }

    assert missing == {}
