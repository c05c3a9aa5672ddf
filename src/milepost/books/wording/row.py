"""A row of the catalogue of labels."""

from typing import NamedTuple


class Row(NamedTuple):
    """A label in both languages; an empty short form means the long one."""

    key: str
    en: str
    zh: str
    short_en: str = ""
    short_zh: str = ""
