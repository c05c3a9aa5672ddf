"""The papers of the office: notices, bulletin, meeting pack, reports, briefing, coverage table.

In: a `View`, a `Standing`, an input record. Out: a `Paper`. Every statement is a run with its origin or
Milepost's own wording; nothing is typed that can be counted.
"""

from milepost.books.content.papers.briefing import briefing
from milepost.books.content.papers.bulletin import bulletin
from milepost.books.content.papers.coverage import coverage_table
from milepost.books.content.papers.notices import notice, twice_at_once
from milepost.books.content.papers.pack import pack
from milepost.books.content.papers.report import CountsDisagree, report

__all__ = [
    "CountsDisagree",
    "briefing",
    "bulletin",
    "coverage_table",
    "notice",
    "pack",
    "report",
    "twice_at_once",
]
