"""Names are compared blind to case, accents, script, order of words and slips of a letter."""

from __future__ import annotations

import pytest

from apps.domain.spelling import closeness, closenesses, fold, keys_asked, keys_of, resemblance


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Trương Tấn Sang", "truong tan sang"),
        ("Łódź", "lodz"),
        ("Điện Biên Phủ", "dien bien phu"),
        ("Su-30MK2", "su 30mk2"),
        ("Вьетнам", "vetnam"),
        ("Москва", "moskva"),
        ("Cam Ranh’s", "cam ranhs"),
        ("—", ""),
    ],
)
def test_names_are_folded_to_bare_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("lurong", "tran duc luong"),
        ("moscov", "moscow"),
        ("moskva", "moscow"),
        ("cam rahn", "cam ranh"),
        ("truong tansang", "truong tan sang"),
        ("truong tan sang", "truong tansang"),
        ("sang truong tan", "truong tan sang"),
    ],
)
def test_a_slip_keeps_a_key_for_each_word(asked: str, name: str) -> None:
    kept = set(keys_of(name))

    assert all(kept & set(keys) for keys in keys_asked(asked))
    assert closeness(asked, name) >= 75


def test_figures_are_never_a_slip() -> None:
    kept = set(keys_of("s 300pmu 2"))

    assert not all(kept & set(keys) for keys in keys_asked("s 300pmu 1"))


def test_nothing_is_like_no_name() -> None:
    assert keys_of("") == []
    assert closeness("", "moscow") == 0


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("truong tan sang", "sang tan truong", 100),
        ("cam rahn", "cam ranh", 85),
        ("tan sang", "tansang", 100),
        ("moskva", "moscow", 85),
        ("c thayer", "carlyle thayer", 92),
        ("su 30mk2", "su 30mkk", 0),
        ("phase ii", "phase iii", 0),
        ("vietnam peoples army", "vietnam peoples navy", 0),
        ("", "", 0),
    ],
)
def test_names_resemble_each_other_when_every_word_has_its_counterpart(
    one: str, other: str, likeness: int
) -> None:
    assert int(resemblance(one, other)) == likeness
    assert int(resemblance(other, one)) == likeness


@pytest.mark.parametrize(
    "asked", ["tran duc lurong", "moscov", "cam rahn", "tan", "s 300pmu 1", "sang truong", "", "x"]
)
def test_many_names_at_once_are_as_close_as_each_by_itself(asked: str) -> None:
    names = [
        *("tran duc luong", "truong tan sang", "truong tansang", "moskva", "moscow", "cam ranh"),
        *("cam ranh bay", "s 300pmu 1", "s 300pmu 2", "s 400", "tan", "tansang", "sang", ""),
    ]

    found = closenesses(asked, names, at_least=70)

    one_by_one = {name: closeness(asked, name) for name in names}
    assert found == {name: score for name, score in one_by_one.items() if score >= 70}
