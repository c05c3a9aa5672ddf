"""The text cut into pieces by its printed numbering, whether the labels stand on lines or inside one long
line.

In: the text. Out: `Piece`s in reading order that cover all of it but blanks; each knows its label, the
piece it stands under and the heading it stands below. Order of the parts: blocks (lines that belong
together), labels in a block, the stack that says what stands under what. What a piece says is read
elsewhere; the addressable outline is the outline's.
"""

import re

from msgspec import Struct

from milepost.reading.english.blocks import LINE_LABEL, bare_number, blocks_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

MARK = (
    r"\s*(?:\d{1,2}\s{1,3})?(?P<mark>"
    r"(?P<section>(?:Section|Sec\.|SECTION|SEC\.|Article|ARTICLE|§)\s?[0-9]{1,3}\.)\s"
    r"|(?P<multi>\d{1,2}\.\d{1,2}\.)\s"
    r"|(?P<digit>\d{1,2}\.)\s+[A-Z“\"]"
    r"|(?P<paren>\((?:[a-z]{1,4}|[A-Z]{1,3}|[0-9]{1,2})\))\s"
    r"|(?P<letter>(?:[a-hA-H]|[ivx]{1,5})[.)])\s"
    r")"
)
AFTER_STOP = pattern(rf"[.;:—,]{MARK}")
AFTER_WORD = pattern(rf"(?:and|or|--){MARK}")
"""Labels inside a line; apart, as each can then skip to the letters that it may begin with."""
NOT_A_LABEL = pattern(r"\s*(?:,|and \(|or \(|of th|to \(|through \()")
HEADING_WORDS = pattern(r"[A-Z0-9][^.:;!?|]{2,90}[.:]?$")
PLAIN_HEADING = pattern(
    r"[A-Z][\w&’'-]*(?: (?:and|of|the|for|to|on|in|&|[A-Z][\w&’'-]*|actions|responsibilities"
    r"|duties|steps|items|table)){0,7}:?$"
)
"""A line of its own in capitals of a title: "Required Actions"."""
TITLED_LINE = pattern(
    r"(?:Appendix|Annex|Goal|Pillar|Outcome)\b(?: [\w.]{1,4})?[:.]? ?[–—-]? ?[A-Z][^.;:|]{2,70}$"
)
"""A heading with its kind in front: "Appendix: How we did the audit"."""
NAME_LINE = pattern(
    r"[A-Z][a-z’'-]+(?: (?:and |of |for |the |to |in )?[a-z][a-z’'-]+){1,4}(?: [(][^()]{2,40}[)])?$"
)
"""A short line of its own in small letters, which ends the heading above it: "New model"."""
DOING_LINE = pattern(
    r"(?:What (?:we|[a-z ]{3,30}) (?:will|must|should|need to) do(?: next)?|What we expect[\w ]{0,30}"
    r"|(?:Key |Immediate |Our |Agreed )?(?:[Aa]ctions|[Cc]ommitments|[Tt]asks|[Nn]ext steps))$"
)
"""A short line above a list of what is to be done, with no mark of a heading."""
RATING = pattern(r"[(\[][A-Za-z][\w /-]{1,24}[)\]][*_]{0,2}[:.][*_]{0,2}\s+")
"""How grave a finding is, behind its number: "Recommendation 1 (High): …"."""
MODAL = pattern(r"\b(?:shall|must|will|should|may|is|are|was|were|has|have|to be)\b")
LONG_LINE = 70
"""A line this long under a short one is text, and the short one its heading."""
PLAIN_LEVEL = 6
"""The depth of a heading that no mark shows: below those of `#`."""
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
TITLED = ("section", "multi", "digit-1", "action", "letter-A", "bare-1")
"""Labels that may be followed by a heading."""
BLOCK_STYLES = ("section", "action", "multi")


class Piece(Struct):
    """A stretch of text under one label. `parent` is an index or -1; `heading` is the nearest one above;
    `topics` is every heading above, in lower case, for the rules that leave whole sections out; `body` is
    where the text begins after a heading printed in the piece."""

    start: int
    end: int
    label: str | None
    style: str
    parent: int
    path: str
    heading: str
    topics: str
    is_heading: bool = False
    has_children: bool = False
    body: int = 0


class Open(Struct):
    """A label that is still open on the stack."""

    style: str
    ordinal: int
    piece: int
    path: str
    topics: str


def roman(word: str) -> int:
    """The value of a small roman numeral in lower case, 0 when it is none."""
    total, last = 0, 0
    for letter in reversed(word):
        value = ROMAN.get(letter, 0)
        if value == 0:
            return 0
        total, last = (total - value, last) if value < last else (total + value, value)
    return total


def readings(style: str, label: str) -> list[tuple[str, int]]:
    """What a label can count as: `(i)` is the first roman or the ninth letter."""
    core = label.strip("().:*_ ").strip()
    if style in ("section", "action"):
        digits = "".join(c for c in core.split(".")[0] if c.isdigit())
        return [(style, int(digits) if digits else 1)]
    if style == "multi":
        return [("multi", int(core.split(".")[-1]))]
    if style == "bullet":
        return [("bullet", 0)]
    kind = style if style in ("digit", "letter") else "paren"
    if core.isdigit():
        return [(f"{kind}-1", int(core))]
    case = "A" if core.isupper() else "a"
    found = []
    if value := roman(core.lower()):
        found.append((f"{kind}-{'I' if case == 'A' else 'i'}", value))
    if len(set(core)) == 1:
        found.append((f"{kind}-{case}", ord(core[0].lower()) - 96 + 26 * (len(core) - 1)))
    return found


class Cutter:
    """Builds the pieces of one text; the stack holds the labels that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.stack: list[Open] = []
        self.heading = ""
        self.heading_topics: list[tuple[int, str]] = []
        self.last_number = 0

    def cut(self) -> list[Piece]:
        """All pieces of the text."""
        for start, end in blocks_of(self.text):
            self.cut_block(start, end)
        return self.pieces

    def cut_block(self, start: int, end: int) -> None:
        """The pieces of one block: its line label, then the labels inside."""
        level = self.heading_level(start, end)
        if level:
            self.add_heading(start, end, level)
            return
        found = LINE_LABEL.match(self.text, start, end)
        if found and found["action"]:
            self.close_plain_headings()
        if found and found.lastgroup:
            style = found.lastgroup
            kinds = readings(style, found[style])
            begin = found.end(style) if kinds else start
            place = self.place(kinds, strict=False) if kinds else None
            self.open_piece(begin, end, found[style] if kinds else None, place)
        elif number := bare_number(self.text, start, self.last_number):
            self.last_number = number
            begin = start + len(str(number))
            place = self.place([("bare-1", number)], strict=False)
            self.open_piece(begin, end, str(number), place)
        else:
            begin = start
            self.open_piece(start, end, None, None)
        self.cut_inside(begin, end)

    def heading_level(self, start: int, end: int) -> int:
        """The depth of a block that is a heading, 0 for others: `#` marks, or a short line in capitals."""
        head = self.text[start : min(end, start + 7)]
        if head.startswith("#"):
            marks = len(head) - len(head.lstrip("#"))
            return marks if head[marks : marks + 1] == " " else 0
        line = self.text[start:end] if end - start <= 90 else ""
        if PLAIN_HEADING.match(line) and not self.names_section():
            return PLAIN_LEVEL
        if TITLED_LINE.match(line) and not MODAL.search(line):
            return PLAIN_LEVEL
        if DOING_LINE.match(line):
            return PLAIN_LEVEL
        in_force = self.heading_topics or (self.stack and self.stack[-1].topics)
        if in_force and stands_alone(self.text, start, end) and NAME_LINE.match(line):
            return PLAIN_LEVEL
        return (
            PLAIN_LEVEL + 1
            if line.isupper() and len(line) > 5 and "|" not in line and not line.startswith("(")
            else 0
        )

    def names_section(self) -> bool:
        """Whether the block before was a bare label ("Article 70"), so that this line is its title."""
        return (
            bool(self.pieces)
            and self.pieces[-1].label is not None
            and self.pieces[-1].start >= self.pieces[-1].end
        )

    def add_heading(self, start: int, end: int, level: int) -> None:
        """A heading closes all labels and the headings of its depth and below."""
        while self.heading_topics and self.heading_topics[-1][0] >= level:
            self.heading_topics.pop()
        self.heading = self.text[start:end].lstrip("# ").strip("*_ ")
        self.heading_topics.append((level, self.heading.lower()))
        self.stack.clear()
        self.pieces.append(
            Piece(
                start, end, None, "heading", -1, "", self.heading, self.topics(), is_heading=True, body=start
            )
        )

    def close_plain_headings(self) -> None:
        """A line "Commitment 1: …" opens its own part: a heading without marks above it is over."""
        while self.heading_topics and self.heading_topics[-1][0] >= PLAIN_LEVEL:
            self.heading_topics.pop()

    def topics(self) -> str:
        """The headings in force, outermost first."""
        own = [self.stack[-1].topics] if self.stack and self.stack[-1].topics else []
        return " / ".join([topic for _, topic in self.heading_topics] + own)

    def cut_inside(self, start: int, end: int) -> None:
        """Cut the last piece at every label inside that continues or opens a list."""
        at = start
        while found := inline_label(self.text, at, end):
            style = next(name for name in ("section", "multi", "digit", "paren", "letter") if found[name])
            mark = found[style]
            kinds = readings(style, mark)
            lead = found.group()[0]
            after_stop = lead in ".;:—-" or self.follows_stop(found.start())
            usable = kinds and not NOT_A_LABEL.match(self.text, found.end(style), end)
            place = self.place(kinds, strict=True, opens=after_stop) if usable else None
            if place is None:
                at = found.start("mark")
                continue
            self.pieces[-1].end = self.trimmed(self.pieces[-1].start, found.start("mark"))
            at = found.end(style)
            self.open_piece(at, end, mark, place)

    def follows_stop(self, at: int) -> bool:
        """Whether an "and" or a comma before a label comes after a stop of its own: "; and (b)"."""
        return self.text[max(0, at - 3) : at].rstrip()[-1:] in (";", ",", ":")

    def trimmed(self, start: int, end: int) -> int:
        """`end` moved back over blanks."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    def place(
        self, kinds: list[tuple[str, int]], strict: bool, opens: bool = True
    ) -> tuple[str, int, int] | None:
        """Where a label goes: (style, ordinal, depth of the stack to keep). Continuing a list wins, the
        innermost first; then opening one. A strict label that does neither is a reference and gets None."""
        for depth in range(len(self.stack) - 1, -1, -1):
            for style, ordinal in kinds:
                if self.stack[depth].style == style and self.stack[depth].ordinal + 1 == ordinal:
                    return (style, ordinal, depth)
        if strict and kinds[0][0] in BLOCK_STYLES and opens:
            return (*kinds[0], self.block_depth(kinds[0][0]))
        firsts = [kind for kind in kinds if kind[1] == 1]
        if firsts and (opens or not strict):
            return (*firsts[0], self.block_depth(firsts[0][0]))
        if strict:
            return None
        style, ordinal = kinds[0]
        return (style, ordinal, self.block_depth(style))

    def block_depth(self, style: str) -> int:
        """How much of the stack stays open above a label that opens a list or stands alone."""
        if style in ("section", "action"):
            return next((d for d, o in enumerate(self.stack) if o.style == style), 0)
        same = [depth for depth, entry in enumerate(self.stack) if entry.style == style]
        return same[-1] if same else len(self.stack)

    def open_piece(self, begin: int, end: int, label: str | None, place: tuple[str, int, int] | None) -> None:
        """Add a piece and put its label on the stack; a piece without a label closes lists, not sections."""
        while begin < end and self.text[begin] in " \t\n*_":
            begin += 1
        if place is not None and place[0] == "action" and (rated := RATING.match(self.text, begin, end)):
            begin = rated.end()
        if place is None:
            opens = self.text[begin:end].endswith(":")
            while self.stack and not self.stays_open(self.stack[-1], opens):
                self.stack.pop()
            style, ordinal = "para", 0
        else:
            style, ordinal, depth = place
            del self.stack[depth:]
        parent = self.stack[-1].piece if self.stack else -1
        above = self.stack[-1].path if self.stack else ""
        path = joined(above, label, style)
        title = self.title_of(begin, end) if style in TITLED else ""
        named = f"{label} {title}" if title and label and style == "action" else title
        above_topics = self.stack[-1].topics if self.stack else ""
        topics = (
            f"{above_topics} / {named.lower()}" if named and above_topics else named.lower() or above_topics
        )
        if title:
            self.heading = title
        index = len(self.pieces)
        self.stack.append(Open(style, ordinal, index, path, topics))
        if parent >= 0:
            self.pieces[parent].has_children = True
        body = begin + len(title) + 1 if title and begin + len(title) < end else begin
        self.pieces.append(
            Piece(begin, end, label, style, parent, path, self.heading, self.topics(), body=body)
        )

    def stays_open(self, entry: Open, opens: bool) -> bool:
        """Whether a label stays open over a paragraph without one: sections do, and numbered headings; a
        paragraph that `opens` a list of its own ends the items before it."""
        if opens and entry.style == "multi" and entry.path.count(".") > 1:
            return False
        piece = self.pieces[entry.piece]
        heads = piece.body == piece.start and piece.heading == self.text[piece.start : piece.end].strip()
        return entry.style in BLOCK_STYLES or (
            entry.style in ("digit-1", "bare-1") and (heads or piece.start >= piece.end)
        )

    def title_of(self, begin: int, end: int) -> str:
        """The heading printed after a section's label: its first words up to a stop, if they say nothing."""
        stop = self.text.find(". ", begin, min(end, begin + 160))
        dot = self.text.find(".(", begin, min(end, begin + 160))
        stop = min(x for x in (stop, dot, end) if x >= 0)
        words = self.text[begin:stop]
        return (
            words if HEADING_WORDS.match(words) and not MODAL.search(words) and reads_as_title(words) else ""
        )


def inline_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first label inside a line: after a stop, or after an "and", an "or" or a double dash."""
    stop = AFTER_STOP.search(text, start, end)
    limit = stop.end() if stop else end
    at = start
    while word := AFTER_WORD.search(text, at, limit):
        if stop and word.start() > stop.start():
            return stop
        before = text[word.start() - 1] if word.start() else " "
        if text[word.start()] == "-" or not (before.isalnum() or before == "_"):
            return word
        at = word.start() + 1
    return stop


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether blank lines stand around a stretch, or a blank one before and a number or text after it."""
    after = text[end : end + 2]
    following = text[end + 1 : text.find("\n", end + 1)] if text.find("\n", end + 1) > 0 else text[end + 1 :]
    longer = len(following) > LONG_LINE or following.endswith(":")
    opens = after == "\n\n" or (after[:1] == "\n" and (longer or after[1:].isdigit() or after[1:] in "(§"))
    return opens and text[max(0, start - 2) : start] == "\n\n"


def reads_as_title(words: str) -> bool:
    """Whether words look like a heading: one alone ("Support"), at most five, or most of the long ones in
    capitals."""
    if words.count(" ") > 15:
        return False
    if " " not in words:
        return True
    long = [word for word in words.split() if len(word) > 3]
    capitals = sum(1 for word in long if word[0].isupper())
    first = words.split()[0].lower()
    return 2 * capitals > len(long) + 1 or (len(words.split()) <= 5 and first not in VERBS)


def bare(label: str) -> str:
    """A label as it is cited: `Sec. 3.` is `3`, `(a)` stays, `a.` is `(a)`."""
    core = label.strip("*_# ").rstrip(".:)") if not label.startswith("(") else label
    core = core.split()[-1] if " " in core else core.lstrip("§")
    for word in ("Section", "Sec.", "SEC.", "SECTION", "Article"):
        core = core.removeprefix(word)
    return f"({core})" if len(core) <= 3 and core.isalpha() and not label[0].isupper() else core


def joined(above: str, label: str | None, style: str) -> str:
    """The number of a piece under the number above: `4` and `(a)` make `4(a)`, `70` and `1.` make `70(1)`."""
    if label is None or style == "bullet":
        return above
    own = bare(label)
    if style in BLOCK_STYLES:
        return own
    return f"{above}({own})" if above and own.isalnum() else above + own


def pieces_of(text: str) -> list[Piece]:
    """The text cut by its numbering."""
    return Cutter(text).cut()
