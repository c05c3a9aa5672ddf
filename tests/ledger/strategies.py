"""Ledgers drawn by chance, sound in their references: for round trips through every codec."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from milepost.ledger.origins import Sourced
from milepost.ledger.records import (
    Assignment,
    Clause,
    Deadline,
    Document,
    Every,
    Lag,
    Ledger,
    Link,
    Measure,
    Offset,
    Plan,
    Promise,
    Recurring,
    Setting,
    SmallDate,
    Step,
    Unit,
)

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
HOSTILE = st.sampled_from(
    (
        "=1+1",
        "+86 1",
        "@x",
        "-2",
        "'quoted",
        "_x0041_",
        "a\nb",
        "2027-06-30",
        "1e5",
        "是",
        "𠮷野",
        "a; b、c",
        '["x"]',
    )
)
RAW = st.one_of(HOSTILE, st.text(LETTERS, min_size=1, max_size=12))
TEXT = RAW.map(str.strip).filter(bool)
SPAN = st.tuples(st.integers(0, 9999), st.integers(0, 9999))
DAY = st.dates(dt.date(1890, 1, 1), dt.date(2100, 12, 31)).map(dt.date.isoformat)
PRECISION = st.sampled_from(("day", "month", "quarter", "half", "year"))
EXTRA = st.dictionaries(st.sampled_from(("Own column", "我的列", "Own ; two")), RAW, max_size=2)
PROMISE = st.builds(Promise, date=DAY, precision=PRECISION)
DEADLINE = st.builds(
    Deadline,
    text=TEXT,
    kind=st.sampled_from(("fixed", "relative", "event", "open", "target")),
    span=st.none() | SPAN,
    date=st.none() | DAY,
    precision=PRECISION,
    offset=st.none() | st.builds(Offset, value=st.integers(1, 90), unit=st.sampled_from(("day", "month"))),
    anchor=st.none() | TEXT,
    current=st.none() | PROMISE,
)
SMALL = st.builds(SmallDate, text=TEXT, date=DAY, precision=PRECISION)
RECURRING = st.builds(
    Recurring,
    text=TEXT,
    every=st.none()
    | st.builds(Every, value=st.integers(1, 9), unit=st.sampled_from(("day", "half", "year"))),
    from_=st.none() | DAY,
)
LISTS = st.lists(RAW, max_size=3).map(tuple)


def sourced(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value with any origin."""
    return st.builds(
        Sourced,
        value=value,
        origin=st.sampled_from(("quoted", "computed", "proposed", "typed")),
        rule=st.none() | TEXT,
        span=st.none() | SPAN,
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger whose references resolve; names and codes may be alike and hostile."""
    documents = tuple(
        draw(
            st.builds(
                Document,
                id=st.just(f"d{n}"),
                title=TEXT,
                number=st.none() | TEXT,
                date=st.none() | DAY,
                upper=LISTS,
            )
        )
        for n in range(draw(st.integers(1, 2)))
    )
    document = st.sampled_from([one.id for one in documents])
    clauses = tuple(
        draw(
            st.builds(
                Clause, id=st.just(f"c{n}"), document=document, span=SPAN, text=RAW, label=st.none() | TEXT
            )
        )
        for n in range(draw(st.integers(0, 3)))
    )
    units = tuple(
        draw(
            st.builds(
                Unit,
                id=st.just(f"u{n}"),
                code=st.just(f"U{n}"),
                name=TEXT,
                short=st.just("") | TEXT,
                aliases=LISTS,
                capacity=st.none() | st.floats(0, 99, width=16),
                extra=EXTRA,
            )
        )
        for n in range(draw(st.integers(1, 3)))
    )
    unit = st.sampled_from([one.id for one in units])
    measures = tuple(
        draw(
            st.builds(
                Measure,
                id=st.just(f"m{n}"),
                code=st.just(f"M-{n:03d}"),
                document=document,
                quote=RAW,
                title=sourced(RAW),
                clause=st.none() | st.sampled_from([None, *(one.id for one in clauses)]),
                span=st.none() | SPAN,
                kind=st.none() | sourced(st.sampled_from(("document", "build"))),
                deadline=st.none() | sourced(DEADLINE),
                recurring=st.none() | sourced(RECURRING),
                goal=st.none() | sourced(RAW),
                because=LISTS,
                confidence=st.none() | st.floats(0, 1),
                checked=st.booleans(),
                note=st.none() | TEXT,
                extra=EXTRA,
            )
        )
        for n in range(draw(st.integers(1, 3)))
    )
    measure = st.sampled_from([one.id for one in measures])
    assignments = draw(
        st.lists(
            st.builds(
                Assignment,
                id=TEXT,
                measure=measure,
                unit=sourced(unit),
                role=sourced(st.just("guide")),
                printed=RAW,
            ),
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    steps = tuple(
        draw(
            st.builds(
                Step,
                id=st.just(f"s{n}"),
                measure=measure,
                origin=st.sampled_from(("proposed", "typed")),
                title=sourced(RAW),
                start=st.none() | sourced(SMALL),
                days=st.none() | sourced(st.tuples(*[st.integers(0, 99)] * 3)),
                people=st.none() | sourced(st.floats(0, 9)),
            )
        )
        for n in range(draw(st.integers(0, 3)))
    )
    ends = st.sampled_from([one.id for one in (*measures, *steps)])
    links = tuple(
        draw(
            st.builds(
                Link,
                id=st.just(f"l{n}"),
                from_=ends,
                to=ends,
                lag=st.none() | st.builds(Lag, value=st.integers(0, 9)),
            )
        )
        for n in range(draw(st.integers(0, 2)))
    )
    return Ledger(
        plan=draw(
            st.builds(
                Plan,
                id=st.just("p"),
                title=TEXT,
                language=st.sampled_from(("en", "zh")),
                frozen_on=st.none() | DAY,
            )
        ),
        settings=tuple(draw(st.lists(st.builds(Setting, key=TEXT, value=st.just("") | TEXT), max_size=2))),
        documents=documents,
        clauses=clauses,
        units=units,
        measures=measures,
        assignments=tuple(assignments),
        steps=steps,
        links=links,
    )
