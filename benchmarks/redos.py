"""Whether the rules take time in step with the text, whatever the text: `make redos`.

Run `python benchmarks/redos.py [N] [SEED]`. Makes N worst-case texts a language (50 by default): one line, or
many, of a few fragments that rules begin with, said again and again; and the shapes of `SHAPES`, in which one
thing is there without end. Each is read at 20, 40, 80 and 160 thousand characters, in time of the core, the
best of three, or of up to twelve where another process may have taken the core. Prints how many were tried
and failed and the seed. A text fails when doubling it more than multiplies its time by 2.5, or when it takes
ten times as long as the text's size allows.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from random import Random

from machine import machine

from milepost.reading import read
from milepost.reading.records import Language

SIZES = (20_000, 40_000, 80_000, 160_000)
RATIO = 2.5
FLOOR = 0.04
"""Seconds under which a ratio says nothing: what is this quick needs no proof."""

AGAIN = 3
"""Further times that a text is measured which seems to fail."""

SLOWEST = 20_000
"""Characters a second that even the worst text must be read at."""

FRAGMENTS: dict[Language, tuple[str, ...]] = {
    "en": (
        "shall ", "must ", "will ", "by ", "within 30 days of ", "the Clerk ", "the Clerk shall ", "and ",
        ", ", "; ", ": ", "(a) ", "(i) ", "1. ", "1.1 ", "- ", "in consultation with ", "acting through ",
        "the heads of ", "to ", "of the ", "Department of ", "Secretary ", "May 3, 2027 ", "2027 ",
        "whichever is later ", "every ", "annually ", "including ", "that ", "which ", "is directed to ",
        "not later than ", "no later than ", "A ", "a", " ", "(", ")", '"', "| ", "\n", "\n\n", ". ",
        "Lead: ", "Due: ", "moved ", "seconded ", "resolved ", "pursuant to section 4 of the ", "Act ",
        "JS ", "ACTION: ", "It is necessary to ", "meeting ", "—", "’s ", "as appropriate ",
        "and other relevant ", "each ", "with the support of ", "Section 1. ", "e.g. ", "U.S. ",
    ),
    "zh": (
        "牵头", "负责", "配合", "（", "）", "(", ")", "，", "、", "；", "：", "。", "市财政局",
        "市财政局牵头", "各区", "等", "按职责分工", "责任单位：", "牵头单位：", "完成时限：", "2027年",
        "6月底前", "年底前", "第三季度", "一、", "（一）", "1.", "(1)", "①", "第一条", "会议强调，", "要",
        "一是", "由", "会同", "和", "及", "的", "将", "对", "《", "》", "〔2027〕", "贯彻落实《", "根据",
        "号", "自印发之日起", "30日内", "个工作日", "每年", "|", "\n", "\n\n", " ", "　", "省", "市委",
        "局", "办", "不得", "应当", "（市财政局牵头，市审计局配合）", "审议通过", "主持召开", "同志", "a",
        "1", "(yi)", "ā",
    ),
}  # fmt: skip


SHAPES: dict[Language, dict[str, Callable[[int], str]]] = {
    "en": {
        "a tail of units": lambda n: "The Clerk shall act, in consultation with "
        + ", ".join(f"the Office of Pier {k}" for k in range(n // 22)) + ".",
        "many present": lambda n: "MINUTES of the Harbour Board held on 3 May 2027\n\nPresent: "
        + ", ".join(f"Ms A. Berth{k} (Port {k})" for k in range(n // 28)) + "\n\nThe Clerk will act.",
        "a wide table": lambda n: "\n".join([" | ".join(f"Task {k}" for k in range(n // 20))] * 2),
        "a long table": lambda n: "No. | Task | Lead | Deadline\n"
        + "\n".join(f"{k} | File paper {k} | Port Office | 3 May 2027" for k in range(n // 45)),
        "deep brackets": lambda n: "(" * (n // 2) + "The Clerk shall act" + ")" * (n // 2),
        "deep labels": lambda n: "\n".join(f"{'1.' * (k % 200)}1 File it." for k in range(n // 210)),
        "many labels": lambda n: "(a)(i)(1)" * (n // 9),
        "one long word": lambda n: "a" * n,
        "one long sentence": lambda n: "The Clerk shall " + "publish the list and " * (n // 21) + ".",
        "a list without end": lambda n: "The Clerk shall:\n"
        + "\n".join(f"({k}) file paper {k};" for k in range(n // 22)),
        "dates without end": lambda n: "The Clerk shall act by " + ", 3 May 2027" * (n // 12) + ".",
        "references without end": lambda n: "Under " + "section 4(a) of the Harbour Act and " * (n // 36),
        "quotations": lambda n: "“The Clerk ‘shall " * (n // 18),
        "headings alone": lambda n: "\n\n".join(f"SECTION {k}. DUTIES" for k in range(n // 20)),
        "fields without end": lambda n: "Lead: Port Office\nDue: 3 May 2027\n" * (n // 34),
    },
    "zh": {
        "a tail of units": lambda n: "建设码头（"
        + "、".join(f"市第{k}港口局" for k in range(n // 8)) + "负责）。",
        "many present": lambda n: "会议纪要\n出席："
        + "、".join(f"王{k}（市港口局）" for k in range(n // 10)) + "\n会议强调，要抓好落实。",
        "a wide table": lambda n: "\n".join([" | ".join(f"任务{k}" for k in range(n // 16))] * 2),
        "a long table": lambda n: "序号 | 任务 | 牵头单位 | 完成时限\n"
        + "\n".join(f"{k} | 建设码头{k} | 市港口局 | 2027年6月" for k in range(n // 28)),
        "deep brackets": lambda n: "（" * (n // 2) + "市财政局牵头" + "）" * (n // 2),
        "many labels": lambda n: "一、（一）1.（1）" * (n // 11),
        "one long word": lambda n: "市" * n,
        "one long sentence": lambda n: "要" + "加快建设码头，" * (n // 7) + "。",
        "a list without end": lambda n: "\n".join(
            f"{k}.建设第{k}号码头。（市港口局）" for k in range(n // 20)
        ),
        "dates without end": lambda n: "2027年6月底前、" * (n // 10),
        "references without end": lambda n: "贯彻落实《港口条例》第三条、" * (n // 14),
        "quotations": lambda n: "《“建设" * (n // 4),
        "headings alone": lambda n: "\n".join(f"第{k}条 职责" for k in range(n // 9)),
        "fields without end": lambda n: "牵头单位：市港口局\n完成时限：2027年6月\n" * (n // 24),
        "steps without end": lambda n: "一是建设码头；二是疏浚航道；" * (n // 14),
    },
}  # fmt: skip
"""One thing without end: a text of about so many characters."""


def main(arguments: list[str]) -> int:
    """Print what was tried and what failed; 1 when anything did."""
    count = int(arguments[0]) if arguments else 50
    seed = int(arguments[1]) if len(arguments) > 1 else 20261125
    print(f"{machine()}: {count} texts a language and {sum(map(len, SHAPES.values()))} shapes, seed {seed}")
    tried = failed = 0
    worst = 0.0
    for language in FRAGMENTS:
        read(FRAGMENTS[language][0].encode() * 9, "warm.txt", language=language)
        for name, made in texts(language, count, seed).items():
            seconds, ratio = measured(made, language)
            tried, worst = tried + 1, max(worst, ratio)
            if ratio > RATIO or seconds[-1] > SIZES[-1] / SLOWEST:
                failed += 1
                shown = ", ".join(f"{one:.3f}" for one in seconds)
                print(f"  {language} {name[:300]}: {shown} s, ratio {ratio:.2f}", flush=True)
    print(f"{tried} tried, {failed} failed, worst ratio {worst:.2f}, seed {seed}")
    return 1 if failed else 0


def texts(language: Language, count: int, seed: int) -> dict[str, Callable[[int], str]]:
    """The texts of one language by what they are made of."""
    found = dict(SHAPES[language])
    for n in range(count):
        recipe = recipe_of(language, Random(f"{seed}/{language}/{n}"))
        found[f"{n}: {recipe!r}"] = partial(text_of, recipe)
    return found


def measured(made: Callable[[int], str], language: Language) -> tuple[list[float], float]:
    """The seconds at each size, and the most that a doubling multiplied them by."""
    seconds = [best(made(size), language) for size in SIZES]
    for _ in range(AGAIN):
        if ratio_of(seconds) <= RATIO:
            break
        again = [best(made(size), language) for size in SIZES]
        seconds = [min(pair) for pair in zip(seconds, again, strict=True)]
    return seconds, ratio_of(seconds)


def ratio_of(seconds: list[float]) -> float:
    """The most that a doubling multiplied the time by."""
    return max((b / max(a, FLOOR / 4) for a, b in pairwise(seconds) if b > FLOOR), default=0.0)


def recipe_of(language: Language, random: Random) -> list[str]:
    """A few fragments, some of them many times in a row."""
    parts = [random.choice(FRAGMENTS[language]) for _ in range(random.choice((1, 2, 2, 3, 4, 6)))]
    return [part * random.choice((1, 1, 1, 3, 30)) for part in parts]


def text_of(recipe: list[str], size: int) -> str:
    """The recipe again and again, up to a size."""
    once = "".join(recipe)
    return (once * (size // len(once) + 1))[:size]


def best(text: str, language: Language) -> float:
    """The shortest of three readings, in seconds of the core."""
    data = text.encode() or b" "
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        if text.strip():
            read(data, "worst.txt", language=language)
        seconds.append(time.process_time() - begin)
        if seconds[-1] > SIZES[-1] / SLOWEST:
            break
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
