"""A project file in the XML form that scheduling programs exchange (MSPDI).

In: a `Project`. Out: bytes of UTF-8 XML in the schema's namespace, its elements in the schema's order. The
same project gives the same bytes: no clock, no ids of our own making. Times are 8 to 12 and 13 to 17, five
days a week. A name longer than the format holds is shortened there, and stands whole in the row's note.
Order of the parts: the file (`file`), calendars (`calendars`), rows (`tasks`), elements (`elements`).
"""

from milepost.books.writers.mspdi.file import write_mspdi

__all__ = ["write_mspdi"]
