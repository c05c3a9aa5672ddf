"""The outline of a text: clauses with their numbers, titles and holders.

`outline(source, language)` gives the clauses, `numbers(clauses)` the full number of each as people cite it.
Order inside: lines to blocks (`lines`), printed numbers (`numbering`), what they continue (`counting`), the
tree (`tree`), titles (`titles`), full numbers (`paths`).
"""

from milepost.reading.outline.paths import numbers
from milepost.reading.outline.tree import outline

__all__ = ["numbers", "outline"]
