"""Whether the rules take time in step with the text, whatever the text: `make redos`.

Run `python benchmarks/redos.py [N] [SEED]`. Makes N worst-case texts a language (50 by default): one line, or
many, of a few fragments that rules begin with, said again and again. Each is read at 20, 40 and 80 thousand
characters, in time of the core, the best of three. Prints how many were tried and failed and the seed. A
text fails when doubling it more than multiplies its time by 2.5, or when it takes ten times as long as the
text's size allows.
"""

import sys
import time
from itertools import pairwise
from random import Random

from machine import machine

from milepost.reading import read
from milepost.reading.records import Language

SIZES = (20_000, 40_000, 80_000)
RATIO = 2.5
FLOOR = 0.02
"""Seconds under which a ratio says nothing: what is this quick needs no proof."""

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


def main(arguments: list[str]) -> int:
    """Print what was tried and what failed; 1 when anything did."""
    count = int(arguments[0]) if arguments else 50
    seed = int(arguments[1]) if len(arguments) > 1 else 20261125
    print(f"{machine()}: {count} texts a language, seed {seed}")
    failed = 0
    worst = 0.0
    for language in FRAGMENTS:
        read(FRAGMENTS[language][0].encode() * 9, "warm.txt", language=language)
        for n in range(count):
            recipe = recipe_of(language, Random(f"{seed}/{language}/{n}"))
            seconds = [best(text_of(recipe, size), language) for size in SIZES]
            ratio = max((b / a for a, b in pairwise(seconds) if b > FLOOR), default=0.0)
            if ratio > RATIO:  # once more: another process may have taken the core
                again = [best(text_of(recipe, size), language) for size in SIZES]
                seconds = [min(pair) for pair in zip(seconds, again, strict=True)]
                ratio = max((b / a for a, b in pairwise(seconds) if b > FLOOR), default=0.0)
            worst = max(worst, ratio)
            if ratio > RATIO or seconds[-1] > SIZES[-1] / SLOWEST:
                failed += 1
                print(f"  {language} {n}: {[f'{s:.3f}' for s in seconds]} s, ratio {ratio:.2f}: {recipe!r}")
    print(f"{2 * count} tried, {failed} failed, worst ratio {worst:.2f}, seed {seed}")
    return 1 if failed else 0


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
