"""What the public reads can be cited: by a permalink that carries no word of the visit."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.world import World

pytestmark = pytest.mark.django_db

CITED = {
    "/": "Sources read against each other",
    "/sources/": "Sources",
    "/sources/almanac/revisions/": "Revisions of The Arms of Karovia n.d.",
    "/entities/": "Entities",
    "/contradictions/": "Contradictions",
    "/rules/": "Rules",
    "/rules/same-fact-disjoint/": "Rule: Two answers to one question",
    "/agreement/": "How far two editors agree",
    "/works/": "Works cited",
}


def test_every_room_and_list_has_a_permalink_and_a_citation(
    client: Client, disputed_world: World
) -> None:
    for path, title in CITED.items():
        html = client.get(path, {"then": "58,3"}).content.decode()

        assert f"<summary>Cite this page</summary><p>{title}, in <i>Variorum</i>" in html, path
        assert f'<span class="permalink">http://testserver{path}</span>' in html, path
