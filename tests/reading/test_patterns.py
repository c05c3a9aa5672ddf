"""Every pattern over document text can run on a linear-time engine."""

import importlib
import pkgutil
import re

import pytest

import milepost.reading
from milepost.reading.patterns import COMPILED, pattern

re2 = pytest.importorskip("re2")

ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
"""RE2 writes a character by its number in another way; the character itself is the same to both."""


def import_all() -> None:
    """Import every module of the reading, so that all its patterns are compiled."""
    for module in pkgutil.walk_packages(milepost.reading.__path__, "milepost.reading."):
        importlib.import_module(module.name)


def test_every_pattern_compiles_under_re2() -> None:
    import_all()
    refused: list[tuple[str, str]] = []
    for text in dict.fromkeys(COMPILED):
        try:
            re2.compile(ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
        except re2.error as fault:
            refused.append((text, str(fault)))
    assert refused == []
    assert len(COMPILED) > 20


@pytest.mark.parametrize("text", [r"a(?=b)", r"(?<!a)b", r"(a)\1", r"a++b"])
def test_what_re2_cannot_run_would_be_found(text: str) -> None:
    with pytest.raises(re2.error):
        re2.compile(text)


def test_a_pattern_is_noted_when_it_is_compiled() -> None:
    pattern("a unique pattern of this test")
    assert COMPILED.pop() == "a unique pattern of this test"
