"""Whether two sentences of a paragraph speak of the same matter: they share a word that means something.

In: a reading and two spans. Out: the place of the words in the first sentence that name the matter, or None.
Words that every adopted text uses (reform, mechanism, strengthen, 改革, 机制) never count.
"""

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern
from milepost.reading.records import Reading
from milepost.reading.sentences import sentences

GENERAL_EN = frozenset(
    """reform reforms reforming development construction work works working mechanism mechanisms system
    systems measure measures responsibility responsibilities implementation improvement management strengthen
    strengthening promote promoting deepen deepening improve improving build building further continue
    continuously necessary should shall must will play playing leading lead coordinating coordination
    coordinate role good job level levels higher high new actively accelerate accelerating city municipal
    national whole overall important key main first with that this their from into between through other all
    relevant each every party government bureau office committee commission department group unit units plan
    plans programme program process ensure compact make carry implement requirement requirements task tasks
    field fields service services meeting stressed
    emphasized pointed focus responsible implementing promotion""".split()
)
GENERAL_ZH = frozenset(
    """改革 发展 建设 工作 机制 体制 制度 体系 措施 责任 落实 实施 推进 推动 加强 深化 完善 健全 优化 加快
    进一步 强化 管理 牵头 协调 作用 统筹 全市 我市 重点 领域 任务 方案 会议 强调 要求 必须 切实 积极 主动 支持
    监督 单位 部门 政府 党委 市委 开展 探索 制定 建立 提升 水平 能力 质量 服务 全面 发挥 做好 各项 有关
    举措""".split()
)
WORD = pattern(r"[A-Za-z]{4,}")
HAN = pattern("[\u4e00-\u9fff]+")


def same_matter(reading: Reading, telling: Span | None, other: Span | None) -> Span | None:
    """The span of the first word that the telling sentence shares with the other, or None."""
    if telling is None or other is None:
        return None
    whole = _sentence(reading, telling)
    shared = _terms(reading, _sentence(reading, other))
    for term, span in _terms(reading, whole).items():
        if term in shared:
            return span
    return None


def _sentence(reading: Reading, span: Span) -> Span:
    """The whole sentence that a measure stands in: its purpose clause names the matter too."""
    clause = next((c for c in reading.clauses if c.span[0] <= span[0] < c.span[1]), None)
    within = clause.span if clause else span
    for sentence in sentences(reading.text, within, reading.language):
        if sentence[0] <= span[0] < sentence[1]:
            return sentence
    return span


def _terms(reading: Reading, span: Span) -> dict[str, Span]:
    """The meaning words of a stretch with their first place: English stems, Chinese pairs of characters."""
    text, base = reading.text[span[0] : span[1]], span[0]
    terms: dict[str, Span] = {}
    if reading.language == "en":
        for found in WORD.finditer(text):
            word = found[0].lower()
            if word not in GENERAL_EN:
                terms.setdefault(word.rstrip("s"), (base + found.start(), base + found.end()))
        return terms
    for run in HAN.finditer(text):
        covered = general_places(run[0])
        for at in range(len(run[0]) - 1):
            if at not in covered and at + 1 not in covered:
                start = base + run.start() + at
                terms.setdefault(run[0][at : at + 2], (start, start + 2))
    return terms


def general_places(run: str) -> set[int]:
    """The places in a run of characters that general words cover."""
    covered: set[int] = set()
    for word in GENERAL_ZH:
        at = run.find(word)
        while at >= 0:
            covered.update(range(at, at + len(word)))
            at = run.find(word, at + 1)
    return covered
