"""Names are compared blind to case, accents, script, order of words and slips of a letter."""

from __future__ import annotations

import pytest

from apps.domain.spelling import closeness, fold, keys_asked, keys_of


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
