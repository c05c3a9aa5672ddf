"""What a person should know of a table's columns: those whose heads nobody understands.

In: the heads that the walk over the tables did not understand, and the language of the document. Out: one
sentence for each table, with the heads as printed. What a head means stands in `heads`.
"""

from milepost.reading.records import Language

SENTENCES: dict[Language, str] = {
    "en": "the head {heads} of a table is not understood: what stands below it is read by no rule",
    "zh": "表头{heads}的含义不明：该列内容没有读入措施",
}
QUOTED: dict[Language, str] = {"en": ", ", "zh": "、"}


def strange_warnings(strange: list[list[str]], language: Language) -> list[str]:
    """One sentence for each table with columns that nobody understands."""
    return [
        SENTENCES[language].format(heads=QUOTED[language].join(f"“{head}”" for head in heads))
        for heads in strange
    ]
