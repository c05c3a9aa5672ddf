"""Lists under a lead-in: what the lead-in hands down, and one item that takes from it.

In: a sentence with a list below it, or an item and the `Frame` above it. Out: the `Frame` handed down, and
the measure of an item. What the end of a lead-in means stands in `leadins`; the walk over the text stands in
`duties`.
"""

from msgspec.structs import replace

from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.bindings import Bindings
from milepost.reading.english.chunks import Range, masked
from milepost.reading.english.deadlines import Timed, find_deadlines
from milepost.reading.english.frames import TRAIL, Found, Frame
from milepost.reading.english.imperatives import ends_open, has_verb, item_verb, only_opens
from milepost.reading.english.leadins import bears_duties, list_is_gerund, mode_of, opens_gerund
from milepost.reading.english.modals import Mark, to_verb_after
from milepost.reading.english.nonduties import is_product
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.relations import find_support
from milepost.reading.patterns import pattern

ACTIONS = pattern(
    r"\bthe following (?:\w+ )?(?:actions|steps|measures|tasks) (?:shall|must|will|are to"
    r"|should) be (?:taken|carried out|undertaken)"
    r"|\bthe following (?:\w+ )?(?:shall|must|will|is to|are to) (?:apply|occur|be done|take place|happen)",
    ignore_case=True,
)
PARTS = pattern(r"\b(?:shall|should|will|must) (?:also )?(?:include|comprise)\b", ignore_case=True)
EFFORTS = frozenset(
    ("efforts", "actions", "work", "steps", "activities", "measures", "initiative", "initiatives", "effort")
)
ASKING = pattern(r"\b(?:require|direct|instruct|order|ask|request|encourage)(?: that)?\s*[:—–-]*\s*$")


class Listing(Bindings):
    """Hands down what a lead-in says, and reads the items below it."""

    def frame_after(self, start: int, end: int, sentence: str, found: list[Found], above: Frame) -> Frame:
        """What a sentence with a list below hands down."""
        if not found:
            return self.frame_without_duty(start, end, sentence, above)
        duty = found[-1]
        mode, addressee = mode_of(self.text, start, sentence, duty.verb, duty.mark.rule)
        support, is_open = find_support(self.text, start, sentence, duty.around, len(sentence), len(sentence))
        if mode in ("items", "means"):
            support, is_open = find_support(
                self.text, start, sentence, duty.around, min(duty.verb, len(sentence)), len(sentence)
            )
        return Frame(
            mode=mode,
            rule=duty.mark.rule,
            strength=duty.mark.strength,
            polarity=duty.mark.polarity,
            lead=duty.lead,
            via=self.via(start, duty),
            addressee=addressee,
            support=tuple(support) or above.support,
            deadlines=tuple(find_deadlines(self.text, start, end, self.clock))
            or above.deadlines
            or self.of_first(duty),
            recurring=find_recurring(self.text, start, end),
            open_list=is_open,
            asks=mode == "items" and not addressee and bool(ASKING.search(sentence)),
        )

    def frame_without_duty(self, start: int, end: int, sentence: str, above: Frame) -> Frame:
        """A lead-in that binds nobody: actions to be taken, parts of an effort, the content of a product."""
        deadlines = tuple(find_deadlines(self.text, start, end, self.clock))
        if ACTIONS.search(sentence):
            return Frame(mode="frame", deadlines=deadlines or above.deadlines, support=above.support)
        before = self.measures[-1] if len(self.measures) > self.piece_first else None
        if lead := bears_duties(self.text, start, sentence):
            del self.set_aside[
                len(self.set_aside) - (bool(self.set_aside) and self.set_aside[-1].span[0] == start) :
            ]
            gerund = list_is_gerund(self.text, end)
            return Frame(
                mode="means" if gerund and before else "items",
                rule="modal:shall",
                lead=lead,
                deadlines=deadlines,
                parent=before.id if before else None,
            )
        if (
            before is not None
            and (parts := PARTS.search(sentence))
            and head_of(sentence[: parts.start()]) in EFFORTS
        ):
            return Frame(
                mode="means",
                rule="modal:shall",
                strength=before.strength,
                lead=tuple(before.lead),
                via=tuple(before.via),
                deadlines=(Timed("inherited", before.deadline),) if before.deadline else (),
                parent=before.id,
            )
        if self.set_aside and self.set_aside[-1].span[0] == start:
            return Frame(mode="content")
        return self.lent(start, sentence, deadlines, above)

    def of_first(self, duty: Found) -> tuple[Timed, ...]:
        """What a product must hold is due with the duty that makes it: the first of the same piece."""
        first = self.measures[self.piece_first : self.piece_first + 1]
        due = first[0].deadline if "spelled-out" in duty.extra and first else None
        return (Timed("deadline:of-whole", due),) if due else ()

    def lent(self, start: int, sentence: str, deadlines: tuple[Timed, ...], above: Frame) -> Frame:
        """What a lead-in without a duty lends to the sentences below it: its date and its units."""
        whole = (Range("consult", 0, len(sentence)),)
        support, is_open = find_support(self.text, start, sentence, whole, len(sentence), len(sentence))
        return Frame(
            mode="frame",
            deadlines=deadlines or above.deadlines,
            support=tuple(support) or above.support,
            open_list=is_open,
        )

    def read_item(self, start: int, end: int, above: Frame, hands_down: bool) -> Frame:
        """An item under a lead-in that binds: it takes what it does not say itself from the lead-in."""
        if above.mode == "content":
            return Frame(mode="content")
        sentence = masked(self.text, start, end)
        if above.mode == "means" and not opens_gerund(self.text, start, end):
            return Frame(mode="content")
        verb = item_verb(sentence)
        stop = len(sentence.rstrip(TRAIL))
        for tail in (" and", " or"):
            stop = len(sentence[:stop].removesuffix(tail).rstrip(TRAIL))
        mark = Mark(rule=above.rule, start=0, end=0, strength=above.strength, polarity=above.polarity)
        around = (Range("consult", 0, verb),) if verb else ()
        rule = "list:item" if above.mode == "items" else "list:means"
        duty = Found(
            mark=mark,
            start=start,
            verb=verb,
            end=stop,
            lead=above.lead,
            around=around,
            roles="inherited",
            extra=(rule,),
        )
        if above.asks and (to := to_verb_after(sentence, 0, stop)):
            asked = find_names(self.text, [(start, start + to[0])]).units
            above = replace(above, addressee=asked[:1])
        frame = Frame()
        if hands_down:
            mode, _addressee = mode_of(self.text, start, sentence, verb, above.rule)
            own = tuple(find_deadlines(self.text, start, end, self.clock))
            opens = above.mode == "items" and only_opens(sentence)
            if opens:
                mode = "content" if is_product(sentence.split(None, 1)[-1]) else "items"
            elif above.mode == "means":
                mode = "content"
            elif not has_verb(sentence):
                mode = "content" if is_product(sentence.split(None, 1)[-1]) else "items"
            elif mode == "items" and not ends_open(sentence):
                mode = "content"
            frame = replace(above, mode=mode, deadlines=own or above.deadlines)
            if opens or not has_verb(sentence) or mode == "items":
                return frame
        self.add(start, sentence, duty, above, level="main" if above.mode == "items" else "sub")
        return replace(frame, parent=self.measures[-1].id) if hands_down else Frame()
