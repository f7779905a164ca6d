"""Files and functions stay short, and each file says why it exists."""

from __future__ import annotations

import ast
import re

from tests.architecture.repository import files, listed, python, read, site_python, templates, tree

LONGEST_FUNCTION = 30
LONGEST_FILE = 250
LONGEST_TEST_FILE = 520  # cases of one thing are read one by one, and found by their names
MOST_PLACES = 4  # positional parameters
# Methods that Django or a package calls, with the parameters that it gives them.
CALLED_BY_OTHERS = frozenset(
    "save_model save_related get_form construct_change_message admin_view import_data".split()
)
OPENS_WITH_A_SENTENCE = re.compile(r"^\S.*?[.:?](\s|$)", re.S)


def scripts() -> list[str]:
    return [name for name in files() if name.startswith("static/js/")]


def functions(name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_functions_are_short() -> None:
    long = {
        f"{name}:{function.lineno} {function.name}": length
        for name in site_python()
        for function in functions(name)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }

    assert not long, listed(long.items())


def test_files_are_short() -> None:
    """But for the style sheet, which is one list of rules."""
    lengths = {name: read(name).count("\n") for name in (*python(), *templates(), *scripts())}

    long = {
        name: length
        for name, length in lengths.items()
        if length > (LONGEST_TEST_FILE if name.startswith("tests/") else LONGEST_FILE)
    }
    assert not long, listed(long.items())


def test_functions_have_few_positional_parameters() -> None:
    crowded = {}
    for name in site_python():
        for function in functions(name):
            places = [*function.args.posonlyargs, *function.args.args]
            own = [place for place in places if place.arg not in ("self", "cls")]
            if len(own) > MOST_PLACES:
                crowded[f"{name}:{function.lineno} {function.name}"] = len(own)

    assert not crowded, listed(crowded.items())


def test_truth_values_are_passed_by_name() -> None:
    by_place = [
        f"{name}:{function.lineno} {function.name}({place.arg})"
        for name in site_python()
        for function in functions(name)
        if function.name not in CALLED_BY_OTHERS
        for place in (*function.args.posonlyargs, *function.args.args)
        if isinstance(place.annotation, ast.Name) and place.annotation.id == "bool"
    ]

    assert not by_place, listed(by_place)


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        name
        for name in python()
        if read(name).strip()
        and not OPENS_WITH_A_SENTENCE.match(ast.get_docstring(tree(name)) or "")
    ]

    assert not silent, listed(silent)


def test_every_script_opens_with_a_sentence() -> None:
    silent = [name for name in scripts() if not re.match(r"// \S", read(name))]

    assert not silent, listed(silent)


def test_every_test_has_a_sentence_for_a_name() -> None:
    curt = [
        f"{name}: {function.name}"
        for name in python()
        for function in functions(name)
        if function.name.startswith("test_") and function.name.count("_") < 3
    ]

    assert not curt, listed(curt)
