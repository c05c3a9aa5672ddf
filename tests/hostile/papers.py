"""Hostile pages and texts: PDF files that run in circles, lines without end, levels without number.

In: nothing. Out: names and bytes. Each must be read or refused, in time and in memory.
"""

import zlib
from collections.abc import Callable

from tests.hostile.archives import blanks


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
    return deflated(zlib.compress(content, 9), more)


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


def deflated(content: bytes, more: bytes = b"") -> bytes:
    """A stream object of bytes that are deflated already."""
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(content), more, content)


def grown(megabytes: int) -> bytes:
    """So many million blanks with the head and the sum that a stream has."""
    total = 1
    for _ in range(megabytes):
        total = zlib.adler32(b" " * 1_000_000, total)
    return b"\x78\xda" + blanks(megabytes) + total.to_bytes(4, "big")


def huge_stream(megabytes: int) -> bytes:
    """A page whose content inflates to many megabytes of blanks."""
    return pdf(CATALOG, PAGES, PAGE, deflated(grown(megabytes)), FONT, stream(b""))


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


def places_in_circles() -> bytes:
    """A table of places that names itself as the one before."""
    good = pdf(CATALOG, PAGES, PAGE, stream(b""), FONT, stream(b""))
    return good.replace(b"/Root", b"/Prev %d/Root" % good.rindex(b"xref\n0"))


def length_of_itself() -> bytes:
    """A stream whose length stands in itself."""
    return pdf(CATALOG, PAGES, PAGE, b"<</Length 4 0 R>>stream\nBT (x) Tj ET\nendstream", FONT, stream(b""))


def packed_twice(megabytes: int) -> bytes:
    """A page whose content is packed twice, so that its first unpacking is still small."""
    content = stream(grown(megabytes)).replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")
    return pdf(CATALOG, PAGES, PAGE, content, FONT, stream(b""))


def said_again(times: int) -> bytes:
    """A page made of one stream many times over."""
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents[" + b"4 0 R " * times + b"]")
    return pdf(
        CATALOG, PAGES, page, stream(b"BT /F 9 Tf 9 9 Td (The Clerk shall act.) Tj ET "), FONT, stream(b"")
    )


def letters_that_draw() -> bytes:
    """A font whose letter writes itself."""
    letter = stream(b"BT /F 9 Tf (a) Tj ET")
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F 5 0 R>>>>>>"
    )
    return pdf(CATALOG, PAGES, PAGE, stream(b"BT /F 9 Tf 9 9 Td (aaaa) Tj ET"), font, letter)


def ancestors_in_circles() -> bytes:
    """Pages whose parents are their children."""
    return pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", b"<</Type/Page/Parent 3 0 R>>")


def web(inside: bytes) -> bytes:
    """A page with this in its body."""
    return b"<html><body>" + inside


PAPERS: dict[str, Callable[[], bytes]] = {
    "circle.pdf": circle,
    "forms-in-circles.pdf": forms_in_circles,
    "forms-that-double.pdf": forms_that_double,
    "huge-stream.pdf": lambda: huge_stream(400),
    "many-letters.pdf": lambda: many_letters(2_000_000),
    "many-lines.pdf": lambda: many_lines(300_000),
    "many-pages.pdf": lambda: many_pages(50_000),
    "places-in-circles.pdf": places_in_circles,
    "length-of-itself.pdf": length_of_itself,
    "packed-twice.pdf": lambda: packed_twice(400),
    "said-again.pdf": lambda: said_again(200_000),
    "deep-states.pdf": lambda: pdf(CATALOG, PAGES, PAGE, stream(b"q " * 2_000_000), FONT, stream(b"")),
    "letters-that-draw.pdf": letters_that_draw,
    "ancestors-in-circles.pdf": ancestors_in_circles,
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
    "open-groups.html": lambda: web(b"<optgroup>" * 100_000),
    "open-letters.html": lambda: web(b"".join(b"<b class=n%d>" % n for n in range(4_900)) + b"<p>x" * 4_000),
    "open-remark.html": lambda: web(b"<!-" * 3_000_000),
    "thousand-tables.html": lambda: web(b"<table><tr><td>" * 1000 + b"The Clerk shall act."),
    "far-reaching.html": lambda: web(
        b"<table>" + (b"<tr>" + b"<td colspan=1000 rowspan=1000>x" * 40) * 400 + b"</table>"
    ),
    "many-lists.html": lambda: web(b"<ol><li>The Clerk shall act.</ol>" * 100_000),
    "many-tags.html": lambda: b"<html><body>" + b"<b>x</b>" * 2_000_000,
    "many-cells.html": lambda: b"<html><body><table><tr>" + b"<td>x" * 1_000_000 + b"</table>",
    "wide-span.html": lambda: (
        b"<html><body><table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table>"
    ),
    "many-commas.csv": lambda: b"Task,Owner,Deadline\n" + b"," * 20_000_000,
    "many-rows.csv": lambda: b"Task,Owner,Deadline\n" + b"x,,\n" * 5_000_000,
    "open-quote.csv": lambda: b'Task,Owner,Deadline\n"' + b"x,\n" * 5_000_000,
    "many-labels.txt": lambda: b"(a)(i)(1)" * 300_000,
    "many-lines.txt": lambda: b"\n" * 30_000_000,
    "long-list.txt": lambda: b"".join(
        b"%d. The Clerk shall file paper %d.\n" % (n, n) for n in range(100_000)
    ),
    "open-marks-zh.txt": lambda: "《贯彻落实《".encode() * 500_000,
    "nul.txt": lambda: b"\0" * 1_000_000,
    "controls.txt": lambda: bytes(range(1, 32)) * 100_000,
    "marks.txt": lambda: ("e" + "\u0301" * 50_000 + " \u202e shall \ud7ff").encode() * 20,
}
"""Each is read, or refused in a sentence, within the limits of the child."""
