"""A drawing in Word: the SVG for programs that draw it, a picture beside it for the others, its words for
those who see neither.

In: a `Picture`, its number in the paper, the room there is. Out: a run.
"""

from milepost.books.content.records.paper import Picture
from milepost.books.writers.markup import escape
from milepost.books.writers.papers.pictures import size_mm

EMU_PER_MM = 36000
TALLEST_MM = 150.0
SCHEMA = "http://schemas.openxmlformats.org"
WITH_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension under which Word looks for the SVG."""


def drawing(picture: Picture, number: int, room_mm: float) -> str:
    """The run that holds a drawing."""
    width, height = (round(size * EMU_PER_MM) for size in size_mm(picture.svg, room_mm, TALLEST_MM))
    name, words = f"picture{number}", escape(picture.alt or picture.caption)
    about = f'id="{number + 1}" name="{name}" descr="{words}"'
    svg = (
        f'<a:extLst><a:ext uri="{WITH_SVG}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{name}.svg"/></a:ext></a:extLst>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{SCHEMA}/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {about}/>'
        f'<a:graphic xmlns:a="{SCHEMA}/drawingml/2006/main">'
        f'<a:graphicData uri="{SCHEMA}/drawingml/2006/picture">'
        f'<pic:pic xmlns:pic="{SCHEMA}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr {about}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}.png">{svg}</a:blip>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
