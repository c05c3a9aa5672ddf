"""What kind of Chinese document a text is: kind, title, issuer, number, date, and the rule that it states on
leads.

In: the text, its outline, a date for texts that print none. Out: `DocumentFacts`; `find_days` adds what
fixes the dates of the measures. The date is the day of the signature or of 印发, in minutes the day of the
meeting. A part that the text does not print stays None. The facts of the meeting itself are not found here.
"""

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days
from milepost.reading.chinese.folding import TABLE, Folded, fold
from milepost.reading.chinese.issue_days import BESIDE, DATES, DAY, DAY_END, day_of, is_date_line
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.numerals import number
from milepost.reading.chinese.tail_words import LEAD_FIRST, says_first
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, DocumentFacts, DocumentKind

HEAD = 14
"""How many paragraphs hold a title, a number and a date line at most: salutation and preamble follow."""

ANY_YEAR = pattern(r"(20\d\d|二〇[〇一二三四五六七八九]{2}) ?年")
PLAN_YEAR = pattern(
    r"(20\d\d)年(?:度|全[省市县区])?[^年]{0,24}(?:任务|要点|计划|清单|台账|分解|分工|安排|实事|方案)"
)
"""A plan that is issued in December for the year to come counts its months in that year."""
YEAR_SAID = pattern(r"未(?:写|注|标)明?年份[^。]{0,12}?(20\d\d) ?年")
NUMBER = pattern(r"[一-龥]{0,12}[〔\[(【](?:19|20)\d\d[〕\])】] ?第?\d{1,4} ?号|第\d{1,4}号")
DECREE = pattern(rf"\({DAY}(?P<number>[一-龥]{{2,20}}令第?\d{{1,4}}号)[^()]{{0,60}}\)")
NUMBER_YEAR = pattern(r"[〔\[(【（](20\d\d)[〕\])】）]")
GENERIC = 8
"""A title this short only names a form: 专题会议纪要."""
ISSUER_LINE = pattern(r"[一-龥 ()]{3,40}(?:委|政府|办公厅|办公室|委员会|局|厅|部|院|小组|指挥部)(?:文件)?")
SALUTATION = pattern(r"[^。]{2,120}: ?$")
PAGE_MARK = pattern(r"\(此[件文][^()]{0,20}\)|附件\d?:?$")
TITLE_END = pattern(
    r".*(?:通知|意见|方案|措施|计划|规划|要点|办法|细则|规定|条例|决定|决议|通报|报告|纪要|台账"
    r"|清单|分解表|任务表|安排|分工|公告|通告|函|批复|指引|规程|纲要|若干政策|政策|工程|任务书?|表"
    r"|召开|会议|节选?)(?:\([^()]{1,16}\))?(?:(?:的通知)|\d{1,3})?$"
)

KINDS: tuple[tuple[DocumentKind, str], ...] = (
    ("minutes", r"会议纪要|纪要$|^纪要|会议记录"),
    ("bulletin", r"(?:召开|举行)[^。]{0,40}会议?|会议[^。]{0,10}(?:召开|举行)|会议公报|主持召开"),
    ("audit", r"审计(?:结果|工作)?(?:报告|公告)"),
    ("resolution", r"决议$|的决议"),
    ("other", r"批复$"),
    ("order", r"(?:主席|政府|国务院|部|总局)令$|命令$"),
    ("regulation", r"(?:条例|办法|规定|细则|规则|章程)(?:\((?:试行|暂行|修订|[^()]{0,8}稿)?\))?(?:的通知)?$"),
    (
        "plan",
        (
            r"方案|意见|措施|计划|规划|要点|台账|清单|分解表|分工|任务|细则|办法|规定|安排|行动|政策"
            r"|通知|纲要|目标"
        ),
    ),
    ("memo", r"函$|备忘录"),
)
"""What the title's words say of the kind; the first that fits."""
ARTICLE = pattern(r"(?:^|\n) ?第[一1]条[ :]")
"""Where the first article of rules begins."""
KIND_RULES = tuple((kind, pattern(words)) for kind, words in KINDS)
REPORTED = pattern(r"(?:主持|召开|举行)[^。]{0,40}(?:会议|全会|例会)|(?:会议|全会)[^。]{0,12}(?:召开|举行)")
FORMULA = pattern(r"会议(?:强调|指出|要求|明确|认为|决定|传达|审议|听取|研究)|(?:强调|要求|指出),")
TASK_TAIL = pattern(r"(?:牵头|责任|配合|负责)(?:负责)?(?:单位|部门)? ?[:|]|负责\)|牵头\)|落实\)")


def find_facts(text: str, clauses: list[ClauseFound], date: str | None) -> DocumentFacts:
    """The facts of a document."""
    return facts_of(fold(text), date)


def facts_of(folded: Folded, date: str | None) -> DocumentFacts:
    """The facts of a folded document."""
    title = _title(folded)
    kind = _kind(folded, title.translate(TABLE) if title else None)
    day, span = day_of(folded, kind)
    return DocumentFacts(
        kind=kind,
        title=title,
        issuer=_issuer(folded, title),
        number=_number(folded),
        date=day or date,
        date_span=span,
        lead_rule="first" if states_first_rule(folded.text) else "none",
    )


def find_days(folded: Folded, facts: DocumentFacts, date: str | None, held_on: str | None) -> Days:
    """What fixes the dates of the measures: the day of issue, the year that the text says, the meeting's
    day."""
    said = YEAR_SAID.search(folded.text)
    year = int(said[1]) if said else None
    day = facts.date or date or held_on
    titled = ANY_YEAR.search(facts.title or "")
    ahead = PLAN_YEAR.search(facts.title or "")
    if year is None and ahead and day and int(ahead[1]) == int(day[:4]) + 1:
        year = int(ahead[1])
    if year is None and day:
        year = int(day[:4])
    if year is None and titled:
        year = number(titled[1])
    if year is None and facts.number and (numbered := NUMBER_YEAR.search(facts.number)):
        year = int(numbered[1])
    held = held_on or (facts.date if facts.kind == "minutes" else None)
    return Days(issued=facts.date or date, year=year or _only_year(folded), meeting=held)


def states_first_rule(text: str) -> bool:
    """Whether the text says once that the unit listed first leads."""
    at = -1
    while (at := text.find("牵头", at + 1)) >= 0:
        near = max(0, at - 30), min(at + 24, len(text))
        if says_first(text, *near) and LEAD_FIRST.pattern.search(text, *near):
            return True
    return False


def _only_year(folded: Folded) -> int | None:
    """The year of a text that names just one."""
    years = {number(found) for found in ANY_YEAR.findall(folded.text)}
    return years.pop() if len(years) == 1 else None


def _title(folded: Folded) -> str | None:
    """The first line that reads as a title, a broken one put together."""
    text = folded.text
    head = folded.paragraphs[:HEAD]
    for n, (a, b) in enumerate(head):
        numbered = label_at(text, a, b) is not None
        if numbered or SALUTATION.match(text, a, b) or (b - a > 80) or text[b - 1] in "。;":
            break
        if NUMBER.fullmatch(text, a, b) or is_date_line(text, a, b) or PAGE_MARK.match(text, a, b):
            continue
        if "|" in text[a:b]:
            continue  # the head of a table names no document
        if TITLE_END.match(text, a, b):
            lines = [n - 1, n] if _completes(text, head, n) else [n]
            if b - a <= GENERIC and (fuller := _subject_line(text, head, n + 1)) is not None:
                lines = [fuller]
            return "".join(folded.words(*head[line]) for line in lines).lstrip("# ").strip()
    if not head or text[head[0][1] - 1] in "。;:" or head[0][1] - head[0][0] > 60:
        return None
    a, b = head[0]
    return None if "|" in text[a:b] or text[a:b].startswith(("一、", "(一)", "1.")) else folded.words(a, b)


def _completes(text: str, head: list[Span], n: int) -> bool:
    """Whether a title's line completes the line before it."""
    if n == 0 or TITLE_END.match(text, *head[n - 1]):
        return False
    if text.startswith("关于", head[n][0]):
        return ISSUER_LINE.fullmatch(text, *head[n - 1]) is not None
    return "关于" in text[head[n - 1][0] : head[n - 1][1]]


def _subject_line(text: str, head: list[Span], n: int) -> int | None:
    """The line below a bare 会议纪要 or 督查通知 that says what it is about."""
    for at, (a, b) in enumerate(head[n:], start=n):
        if text.startswith("关于", a) and TITLE_END.match(text, a, b):
            return at
        if SALUTATION.match(text, a, b) or b - a > 80 or text[b - 1] in "。;":
            return None
    return None


def _kind(folded: Folded, title: str | None) -> DocumentKind:
    """The kind, from the title first, then from how the text begins."""
    for kind, words in KIND_RULES:
        if title and words.search(title) and _fits(folded, kind, title):
            return kind
    begin = folded.text[:1500]
    if REPORTED.search(begin) and FORMULA.search(begin) and not TASK_TAIL.search(folded.text):
        return "bulletin"
    return "plan" if TASK_TAIL.search(folded.text) else "other"


def _fits(folded: Folded, kind: DocumentKind, title: str) -> bool:
    """Whether the text is of the kind that its title says: a bulletin has no tails, rules have articles."""
    if kind == "bulletin":
        return TASK_TAIL.search(folded.text) is None
    return kind != "regulation" or "条例" in title or ARTICLE.search(folded.text) is not None


def _number(folded: Folded) -> str | None:
    """The document's own number: a line of the head that holds it and little else."""
    text = folded.text
    for a, b in folded.paragraphs[:HEAD]:
        if decree := DECREE.fullmatch(text, a, b):
            return folded.words(*decree.span("number"))
        if b - a <= 40:
            match = NUMBER.search(text, a, b)
            if (
                match
                and text[match.start() - 1 : match.start()] != "《"
                and (b - a <= match.end() - match.start() + 12 or DAY_END.search(text, match.end(), b))
            ):
                return folded.words(*match.span())
    return None


def _issuer(folded: Folded, title: str | None) -> str | None:
    """Who issues the document: the words before 关于 in the title, else the line above the date of the
    signature, else who stands beside the date or on the head of the paper."""
    about = title.translate(TABLE).find("关于", 2) if title else -1
    if title and about > 0:
        return title[:about].strip("“” ") or None
    return _signer(folded) or _beside_date(folded) or _letterhead(folded)


def _signer(folded: Folded) -> str | None:
    """The line above the date of the signature."""
    text = folded.text
    for n, (a, b) in enumerate(folded.paragraphs[1:], start=1):
        if b - a <= 24 and DATES[0].pattern.fullmatch(text, a, b):
            before = folded.paragraphs[n - 1]
            words = folded.words(*before)
            if NUMBER.fullmatch(text, *before):
                continue
            if (
                3 <= len(words) <= 30
                and text[before[1] - 1] not in "。;:"
                and not TITLE_END.match(text, *before)
            ):
                return words
    return None


def _beside_date(folded: Folded) -> str | None:
    """The unit on the line that holds the day of the document."""
    text = folded.text
    for a, b in folded.paragraphs:
        if b - a > 70 or text.find("日", a, b) < 0:
            continue
        for rule in BESIDE:
            match = rule.pattern.fullmatch(text, a, b)
            if match and match["by"]:
                return folded.words(*match.span("by")).strip()
    return None


def _letterhead(folded: Folded) -> str | None:
    """The unit on the head of the paper: …办公室文件."""
    for a, b in folded.paragraphs[:HEAD]:
        if folded.text.endswith("文件", a, b) and ISSUER_LINE.fullmatch(folded.text, a, b):
            return folded.words(a, b - 2).strip()
    return None
