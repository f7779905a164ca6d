"""The reconciliation service answers in the shapes of the Reconciliation Service API 0.2."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from tests.world import World

HARBOUR = EntityDraft(
    "cam-ranh",
    "Cam Ranh",
    "place",
    part_of=("karovia",),
    wikidata="Q25281",
    aliases=(AliasDraft("Камрань", "", "ru"),),
    note="A harbour.",
)


@pytest.fixture
def authority(world: World) -> World:
    record_entities(drafts=[HARBOUR], by=world.editor, reason="test")
    return world


def got(client: Client, address: str, **asked: Any) -> Any:
    said = {name: one if isinstance(one, str) else json.dumps(one) for name, one in asked.items()}
    response = client.get(address, said)
    assert response.status_code == 200, response.content
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


def test_the_manifest_tells_all_services(client: Client, authority: World) -> None:
    manifest = got(client, "/reconcile/")

    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "http://testserver/entities/"
    assert manifest["view"] == {"url": "http://testserver/entities/{{id}}/"}
    assert manifest["preview"]["url"] == "http://testserver/reconcile/preview?id={{id}}"
    assert {"id": "weapon", "name": "weapon system"} in manifest["defaultTypes"]
    assert manifest["suggest"]["entity"] == {
        "service_url": "http://testserver/reconcile",
        "service_path": "/suggest/entity",
    }
    assert set(manifest["extend"]) == {"propose_properties", "property_settings"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_batch_is_answered_by_key(client: Client, authority: World, method: str) -> None:
    queries = {"q0": {"query": "Cam Rahn"}, "q1": {"query": "norland", "type": "state", "limit": 1}}

    response = getattr(client, method)("/reconcile/", {"queries": json.dumps(queries)})

    answer = json.loads(response.content)
    assert set(answer) == {"q0", "q1"}
    [harbour] = answer["q0"]["result"]
    assert (harbour["id"], harbour["name"], harbour["match"]) == ("cam-ranh", "Cam Ranh", False)
    assert harbour["type"] == [{"id": "place", "name": "place"}]
    assert 70 < harbour["score"] < 95
    assert answer["q1"]["result"][0]["match"] is True


@pytest.mark.parametrize("query", ["Cam Ranh", "cam-ranh", "Q25281", "Камрань"])
def test_a_name_or_an_identifier_is_a_match(client: Client, authority: World, query: str) -> None:
    [found] = got(client, "/reconcile/", query=query)["result"]

    assert (found["id"], found["match"]) == ("cam-ranh", True)


def test_properties_narrow_and_weigh(client: Client, authority: World) -> None:
    whole = [{"pid": "part_of", "v": {"id": "karovia"}}]

    alone = got(client, "/reconcile/", query={"properties": whole})["result"]
    other = got(
        client,
        "/reconcile/",
        query={"query": "Cam Ranh", "properties": [{"pid": "part_of", "v": ["league"]}]},
    )["result"]

    assert [one["id"] for one in alone] == ["cam-ranh", "lindau"]
    assert (other[0]["score"], other[0]["match"]) == (70.0, False)


def test_values_extend_what_was_matched(client: Client, authority: World) -> None:
    asked = {"ids": ["cam-ranh", "ghost"], "properties": [{"id": "part_of"}, {"id": "wikidata"}]}

    answer = got(client, "/reconcile/", extend=asked)

    assert answer["meta"] == [
        {"id": "part_of", "name": "part of"},
        {"id": "wikidata", "name": "Wikidata"},
    ]
    assert answer["rows"]["cam-ranh"] == {
        "part_of": [{"id": "karovia", "name": "Karovia"}],
        "wikidata": [{"str": "Q25281"}],
    }
    assert answer["rows"]["ghost"] == {"part_of": [], "wikidata": []}


def test_what_one_types_is_completed(client: Client, authority: World) -> None:
    entities = got(client, "/reconcile/suggest/entity", prefix="cam")["result"]
    types = got(client, "/reconcile/suggest/type", prefix="wea")["result"]
    properties = got(client, "/reconcile/suggest/property", prefix="part")["result"]
    past = got(client, "/reconcile/suggest/entity", prefix="cam", cursor="5")["result"]

    assert [one["id"] for one in entities] == ["cam-ranh"]
    assert entities[0]["notable"] == [{"id": "place", "name": "place"}]
    assert types == [{"id": "weapon", "name": "weapon system"}]
    assert properties == [{"id": "part_of", "name": "part of"}]
    assert past == []


def test_properties_are_proposed_for_a_type(client: Client, authority: World) -> None:
    answer = got(client, "/reconcile/properties", type="place", limit="1")

    assert answer == {"type": "place", "limit": 1, "properties": [{"id": "kind", "name": "kind"}]}


def test_a_preview_may_be_framed_by_any_site(client: Client, authority: World) -> None:
    response = client.get("/reconcile/preview", {"id": "cam-ranh"})

    assert "<h1>Cam Ranh</h1>" in response.content.decode()
    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert client.get("/reconcile/preview", {"id": "ghost"}).status_code == 404
    assert client.get("/reconcile/preview", {"id": "\0"}).status_code == 404
    assert client.post("/reconcile/preview", {"id": "cam-ranh"}).status_code == 405


def test_old_clients_are_answered_with_a_script(client: Client, authority: World) -> None:
    good = client.get("/reconcile/suggest/type", {"prefix": "wea", "callback": "jQuery1.cb"})
    bad = client.get("/reconcile/", {"callback": "alert(1)//"})

    assert good["Content-Type"] == "application/javascript"
    assert good.content.decode().startswith('/**/jQuery1.cb({"result": ')
    assert bad.status_code == 400


def test_other_sites_may_ask_and_other_methods_may_not(authority: World) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.options("/reconcile/").status_code == 204
    assert strict.post("/reconcile/", {"query": "Cam Ranh"}).status_code == 200
    assert strict.put("/reconcile/").status_code == 405


@pytest.mark.parametrize(
    "asked",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q0": {}}'},
        {"queries": '{"q0": {"query": 5}}'},
        {"queries": '{"q0": {"query": "a", "limit": 0}}'},
        {"queries": '{"q0": {"query": "a", "type": [5]}}'},
        {"queries": '{"q0": {"query": "a", "ghost": 1}}'},
        {"queries": '{"q0": {"query": "a", "properties": [{"pid": "ghost", "v": 1}]}}'},
        {"queries": '{"q0": {"query": "\\u0000"}}'},
        {"queries": '{"q0": {"query": "a", "type": [{}]}}'},
        {"extend": '{"ids": 5, "properties": []}'},
        {"extend": '{"ids": [], "properties": [{"id": "ghost"}]}'},
        {"extend": '{"ids": ["a\\u0000"], "properties": []}'},
    ],
)
def test_nonsense_is_answered_kindly(
    client: Client, authority: World, asked: dict[str, str]
) -> None:
    response = client.get("/reconcile/", asked)

    assert response.status_code == 400
    assert json.loads(response.content)["error"]


def test_a_batch_that_is_too_large_is_refused(client: Client, authority: World) -> None:
    queries = {f"q{number}": {"query": "a"} for number in range(51)}

    assert client.post("/reconcile/", {"queries": json.dumps(queries)}).status_code == 413


def test_a_nonsense_cursor_is_refused(client: Client, authority: World) -> None:
    assert client.get("/reconcile/suggest/entity", {"cursor": "-1"}).status_code == 400
