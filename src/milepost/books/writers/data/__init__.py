"""The plan for other programs: CSV, JSON, JSON Lines, and the dictionary of their fields.

In: a `View` and its `Standing`. Out: files by name, the same bytes for the same plan. Field names are those
of the dictionary in every format. CSV is UTF-8 with a mark, so that spreadsheets read it; a text that one
would take for a formula gets one apostrophe in front. Dates are ISO texts; a list is a JSON list, in CSV
parted by "; ".
"""

from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.data.csv_tables import write_csv
from milepost.books.writers.data.dictionary import dictionary_json, dictionary_md
from milepost.books.writers.data.json_tables import write_json, write_jsonl

__all__ = ["data_files", "dictionary_json", "dictionary_md", "write_csv", "write_json", "write_jsonl"]


def data_files(view: View, standing: Standing) -> dict[str, bytes]:
    """Every data file of an edition by its name."""
    from milepost.books.content.data import TABLES

    files = {"plan.json": write_json(view, standing)}
    for table in TABLES:
        files[f"{table.key}.csv"] = write_csv(view, standing, table.key)
        files[f"{table.key}.jsonl"] = write_jsonl(view, standing, table.key)
    files["dictionary.json"] = dictionary_json()
    for language in ("en", "zh"):
        files[f"dictionary-{language}.md"] = dictionary_md(language)
    return files
