"""Drawings as SVG: the road map.

Order of work: `sheets` divides a large map, `geometry` lays a sheet out (over the start conditions, whose
height `conditions` tells), `routing` leads the links, `labels` and `link_labels` find places for words, then
`frame`, `rows` or `adopted_rows`, `marks` and `arrows` draw with the `pen`; `road_map` puts the file
together.
"""
