"""What a document tells about names: its place, and the short names that it defines.

In: a reading. Out: the place whose document it is (青屿市, from the issuer), and each defined short name with
its full one: "the Department of Water (DoW)", 青屿市发展和改革委员会（以下简称“市发改委”）. Also the record
that shows what the names step did with a printed name. The step itself stands in `units`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.prefixes import own_prefix
from milepost.ledger.units import bare
from milepost.reading.patterns import pattern
from milepost.reading.records import Reading


class NameAnswer(Struct, frozen=True, kw_only=True):
    """What became of a printed name: `full` with a prefix carried on, the unit it means, how that was found
    (`printed`: by itself) and where it stands."""

    document: str
    printed: str
    full: str
    unit: str
    code: str
    how: str
    listed: bool
    spans: tuple[Span, ...]


WORD = r"[A-Z][A-Za-z'’\-]*"
DEFINED_EN = pattern(
    rf"(?P<full>{WORD}(?:[ \n](?:of|for|and|the|on|&|{WORD})){{1,11}})[ \n]"
    r"\((?:hereinafter |hereafter |referred to as |known as |in this \w{1,12},? ){0,2}(?:the )?"
    r"[\"“'‘]?(?:the )?(?P<short>[A-Z][A-Za-z&.\-]{1,30}(?: [A-Z][a-z]{2,20}){0,2})[\"”'’]?\)"
)
DEFINED_ZH = pattern(
    r"(?P<full>[一-龥]{4,40}?)[(（](?:以下|下文|下)?(?:统|简)称(?:为)?[:：]?[“\"「]?"
    r"(?P<short>[一-龥]{2,20})[”\"」]?[)）]"
)
STOPS = pattern(r".*(?:由|在|经|成立|设立|组建|建立|报|向|请|对|把|将)")


def place_of(reading: Reading) -> str:
    """The place whose document it is, level included; empty where the issuer names none."""
    if reading.language != "zh":
        return ""
    for name in (reading.document.issuer, reading.document.title):
        place = own_prefix(name or "")
        if len(place) > 1:
            return place
    return ""


def definitions(reading: Reading) -> dict[str, str]:
    """Full names by the short ones that the text defines, both as printed, the short one as compared."""
    if reading.language == "zh":
        pairs = [
            (STOPS.sub("", match["full"]), match["short"])
            for match in (DEFINED_ZH.finditer(reading.text) if "称" in reading.text else ())
        ]
    else:
        pairs = [(match["full"], match["short"]) for match in DEFINED_EN.finditer(reading.text)]
        pairs = [pair for full, short in pairs if (pair := (_starts_with(full, short), short))[0]]
    return {bare(short, reading.language): full for full, short in pairs if full and full != short}


def _starts_with(full: str, short: str) -> str:
    """The last words of a run of capitals whose initials are the acronym; a short name that is no acronym
    must be one of the words; else nothing."""
    words = full.removeprefix("The ").split()
    letters = "".join(letter for letter in short if letter.isupper())
    if " " in short or not short.replace(".", "").replace("&", "").isupper():
        named = short.split()[-1].lower() in (word.lower() for word in words)
        if named:
            return " ".join(words)
    for start in range(len(words)):
        rest = [word for word in words[start:] if word[0].isupper()]
        if words[start][0].isupper() and "".join(word[0] for word in rest) == letters:
            return " ".join(words[start:])
    return ""
