"""Tables as sources of measures: what their columns mean, and which cells make one measure.

In: the rows of a table, from a format that knows its cells or drawn with bars in a text. Out: `Record`s:
for each measure the places of its cells by meaning. Order of the parts: rows in a grid (`grid`), forms
with a label beside each value (`forms`), which rows are the head (`head_rows`), its words by meaning
(`heads` and the rows in `heads_chinese` and `heads_english`), which columns a table of measures needs
(`layout`), the walk over the rows below (`records`). Dates in digits stand in `digits`, quarters in
columns of their own in `quarters`. Not here: units, deadlines in words and titles, which are each
language's own (english/tables, chinese/tables).
"""

from milepost.reading.columns.grid import Cell, Grid, Row, drawn_grids, grids_of, is_table
from milepost.reading.columns.record import Record, Records
from milepost.reading.columns.records import records_of

__all__ = ["Cell", "Grid", "Record", "Records", "Row", "drawn_grids", "grids_of", "is_table", "records_of"]
