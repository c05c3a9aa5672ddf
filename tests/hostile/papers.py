"""Hostile pages and texts: PDF files that run in circles, lines without end, levels without number.

In: nothing. Out: names and bytes. Each must be read or refused, in time and in memory.
"""

import zlib
from collections.abc import Callable


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a cross-reference that is right."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, at)
    return bytes(out)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A deflated stream object."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), more, packed)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def circle() -> bytes:
    """A page tree that is its own child."""
    return pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>")


def forms_in_circles() -> bytes:
    """Two forms that draw each other."""
    one = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")
    two = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return pdf(CATALOG, PAGES, PAGE, stream(b"/X Do"), FONT, one, two)


def forms_that_double(levels: int = 24) -> bytes:
    """Forms that each draw the next one twice."""
    forms = [
        stream(
            b"/X Do /X Do",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (7 + n),
        )
        for n in range(levels)
    ]
    last = stream(
        b"BT /F 9 Tf (x) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>"
    )
    return pdf(CATALOG, PAGES, PAGE, stream(b"/X Do"), FONT, *forms, last)


def huge_stream(megabytes: int) -> bytes:
    """A page whose content inflates to many megabytes of blanks."""
    return pdf(CATALOG, PAGES, PAGE, stream(b" " * (megabytes * 1_000_000)), FONT, stream(b""))


def many_letters(count: int) -> bytes:
    """A page with very many letters on one spot."""
    return pdf(
        CATALOG, PAGES, PAGE, stream(b"BT /F 9 Tf 9 9 Td " + b"(x) Tj " * count + b"ET"), FONT, stream(b"")
    )


def many_lines(count: int) -> bytes:
    """A page with very many rules, as if it were one table."""
    rules = b"".join(
        b"%d %d m %d %d l S\n" % (n % 595, n % 842, (7 * n) % 595, n % 842) for n in range(count)
    )
    return pdf(CATALOG, PAGES, PAGE, stream(rules), FONT, stream(b""))


def many_pages(count: int) -> bytes:
    """So many empty pages."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf(CATALOG, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), *[page] * count)


def deep_arrays(levels: int) -> bytes:
    """Arrays in arrays."""
    return pdf(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox " + b"[" * levels + b"]" * levels + b">>")


PAPERS: dict[str, Callable[[], bytes]] = {
    "circle.pdf": circle,
    "forms-in-circles.pdf": forms_in_circles,
    "forms-that-double.pdf": forms_that_double,
    "huge-stream.pdf": lambda: huge_stream(400),
    "many-letters.pdf": lambda: many_letters(2_000_000),
    "many-lines.pdf": lambda: many_lines(300_000),
    "many-pages.pdf": lambda: many_pages(50_000),
    "deep-arrays.pdf": lambda: deep_arrays(200_000),
    "one-line.txt": lambda: b"The Clerk shall publish the list of berths and " * 1_060_000,
    "one-line-zh.txt": lambda: "市财政局牵头，市审计局配合、".encode() * 1_150_000,
    "one-word.txt": lambda: b"a" * 49_000_000,
    "brackets.txt": lambda: b"(" * 400_000 + b"The Clerk shall act." + b")" * 400_000,
    "brackets-zh.txt": lambda: ("（" * 200_000 + "市财政局牵头" + "）" * 200_000).encode(),
    "thousand-levels.txt": lambda: "\n".join(
        f"{'.'.join(['1'] * n)} The Clerk shall file paper {n}." for n in range(1, 1001)
    ).encode(),
    "thousand-levels.html": lambda: (
        b"<html><body>" + b"<div><ul><li>" * 1000 + b"The Clerk shall act." + b"</li></ul></div>" * 1000
    ),
    "hundred-thousand-levels.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"The Clerk shall act.",
    "many-tags.html": lambda: b"<html><body>" + b"<b>x</b>" * 2_000_000,
    "many-cells.html": lambda: b"<html><body><table><tr>" + b"<td>x" * 1_000_000 + b"</table>",
    "wide-span.html": lambda: (
        b"<html><body><table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table>"
    ),
    "many-commas.csv": lambda: b"Task,Owner,Deadline\n" + b"," * 20_000_000,
    "many-rows.csv": lambda: b"Task,Owner,Deadline\n" + b"x,,\n" * 5_000_000,
    "open-quote.csv": lambda: b'Task,Owner,Deadline\n"' + b"x,\n" * 5_000_000,
    "nul.txt": lambda: b"\0" * 1_000_000,
    "controls.txt": lambda: bytes(range(1, 32)) * 100_000,
    "marks.txt": lambda: ("e" + "\u0301" * 50_000 + " \u202e shall \ud7ff").encode() * 20,
}
"""Each is read, or refused in a sentence, within the limits of the child."""
