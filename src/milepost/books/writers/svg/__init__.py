"""Drawings as SVG: the road map.

Order of work: `geometry` lays the sheet out, `routing` leads the links, `labels` and `link_labels` find
places for words, then `frame`, `rows` and `arrows` draw with the `pen`; `road_map` puts the file together.
"""
