"""The first page of an edition as one HTML file that opens from disk.

`elements` builds markup that words can't break; `marks` shows where a value comes from; `frame`, `meeting`,
`guidance`, `books`, `measures`, `drawing` and `texts` write one part of the page each; `index` puts them in
order, with the style sheet and the script inside the file.
"""
