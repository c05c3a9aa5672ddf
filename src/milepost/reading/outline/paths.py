"""The full number of a clause, as people cite it: 4.1(a)(ii), 3(b)(i), 70(6), （一）1, A1.

In: the clauses of a text. Out: each clause's id with its number, for those that print one. English joins all
numbers from the section down, without the word before them; a dotted number already holds those above it.
Chinese joins from the article or （一） down; 一、 is left out, as （一） mostly runs on through the text.
"""

from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound

WORD = pattern(
    r"(?:[A-Za-z]+\.?|§+|(?:重点)?(?:工作)?(?:任务|措施|项目|行动|事项))[\s\u00a0]*"
    r"([0-9０-９].*|[A-Z][0-9]*|[IVXL]+|[一二三四五六七八九十]+)"
)
HAN = "一二三四五六七八九十"


def numbers(clauses: list[ClauseFound]) -> dict[str, str]:
    """The full number of each clause that has a printed one."""
    found: dict[str, str] = {}
    above: dict[str | None, str] = {}
    for clause in clauses:
        held = above.get(clause.parent, "")
        if clause.label:
            held = found[clause.id] = joined(held, clause.label)
        elif clause.kind == "section":
            held = ""
        above[clause.id] = "" if is_han(clause) else held
    return found


def joined(held: str, label: str) -> str:
    """A number under another: (a) under 3 is 3(a), 6 under 70 is 70(6); a dotted or named one is whole."""
    named = WORD.fullmatch(label)
    if named or "." in label or label.startswith("第"):
        return named[1] if named else label
    brackets = held and held[-1].isalnum() and label[0].isalnum()
    return f"{held}({label})" if brackets else held + label


def is_han(clause: ClauseFound) -> bool:
    """Whether a clause is a 一、."""
    return bool(clause.label and clause.kind == "section" and clause.label[0] in HAN)
