"""Drawings within drawings in a PDF: how often they would be drawn, counted before the library draws them.

In: the bytes of a file. Out: nothing, or `Unreadable` where a drawing uses itself, over others too, or where
drawings use each other so often that no page would ever be done. Followed is what the file says in plain
objects; one that hides more in packed ones is left to the limits of the process. Not here: loops among the
pages, which the library breaks.
"""

import zlib
from collections import Counter

from milepost.reading.patterns import pattern
from milepost.reading.source import Unreadable

MOST_DRAWN = 20_000
"""Drawings that one drawing may stand for; the symbols of a map come to some hundred."""

DEEPEST = 30
LONGEST_HEAD = 20_000
LARGEST = 4_000_000
"""Bytes looked at of one drawing."""

OBJECT = pattern(r"\b([0-9]{1,8})\s+[0-9]{1,5}\s+obj\b")
IS_FORM = pattern(r"/Subtype\s*/Form\b")
RESOURCES = pattern(r"/Resources\s+([0-9]{1,8})\s+[0-9]{1,5}\s+R\b")
OTHERS = pattern(r"/XObject\s*<<([^>]*)>>")
OTHERS_ELSEWHERE = pattern(r"/XObject\s+([0-9]{1,8})\s+[0-9]{1,5}\s+R\b")
NAMED = pattern(r"/([^\s/<>\[\]()]{1,100})\s+([0-9]{1,8})\s+[0-9]{1,5}\s+R\b")
STREAM = pattern(r"\bstream\r?\n")
DRAWS = pattern(r"/([^\s/<>\[\]()]{1,100})\s+Do\b")


def check_forms(data: bytes, name: str) -> None:
    """Unreadable when drawings use each other without end."""
    if b"/Form" in data and b"/XObject" in data:
        Forms(data.decode("latin-1"), name).check()


class Forms:
    """The drawings of a file that are made of others."""

    def __init__(self, file: str, name: str) -> None:
        self.file = file
        self.name = name
        self.places = {int(match[1]): match.end() for match in OBJECT.finditer(file)}
        self.drawn: dict[int, int] = {}

    def check(self) -> None:
        """Count each drawing once."""
        for number in self.places:
            if IS_FORM.search(self.head(number)):
                self.count(number, ())

    def count(self, number: int, within: tuple[int, ...]) -> int:
        """How many drawings one stands for, itself included."""
        if number in self.drawn:
            return self.drawn[number]
        if number in within or len(within) > DEEPEST:
            self.refuse()
        total = 1
        for inner, times in self.uses(number).items():
            total += times * self.count(inner, (*within, number))
            if total > MOST_DRAWN:
                self.refuse()
        self.drawn[number] = total
        return total

    def uses(self, number: int) -> Counter[int]:
        """Which other drawings one uses, and how often."""
        named = {
            title: int(other)
            for title, other in NAMED.findall(self.others(number))
            if IS_FORM.search(self.head(int(other)))
        }
        found: Counter[int] = Counter()
        for title in DRAWS.findall(self.content(number)) if named else ():
            if title in named:
                found[named[title]] += 1
        return found

    def others(self, number: int) -> str:
        """The names under which one drawing knows others."""
        head = self.head(number)
        elsewhere = RESOURCES.search(head)
        if elsewhere:
            head = self.head(int(elsewhere[1]))
        apart, here = OTHERS_ELSEWHERE.search(head), OTHERS.search(head)
        return self.head(int(apart[1])) if apart else here[1] if here else ""

    def head(self, number: int) -> str:
        """What an object says before its content."""
        at = self.places.get(number)
        if at is None:
            return ""
        end = self.file.find("endobj", at, at + LONGEST_HEAD)
        head = self.file[at : end if end >= 0 else at + LONGEST_HEAD]
        return head.partition("stream")[0]

    def content(self, number: int) -> str:
        """What one drawing draws."""
        at = self.places[number]
        match = STREAM.search(self.file, at, at + LONGEST_HEAD)
        if match is None:
            return ""
        end = self.file.find("endstream", match.end(), match.end() + LARGEST)
        content = self.file[match.end() : end if end >= 0 else match.end() + LARGEST]
        if "/FlateDecode" not in self.head(number):
            return content
        try:
            return zlib.decompressobj().decompress(content.encode("latin-1"), LARGEST).decode("latin-1")
        except zlib.error:
            return ""

    def refuse(self) -> None:
        """Say that the file was made to do harm."""
        raise Unreadable(
            f"{self.name} is refused: drawings in it use each other without end. "
            "Open it in the program that it came from and save it as PDF again."
        )
