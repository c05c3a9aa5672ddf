"""Tables in Chinese plans: pipe rows, one cell a line, columns parted by blanks; each row a measure.

In: a folded text and where a table begins. Out: the table's header and its rows with units and deadlines.
The header names what a column holds; a row whose cells moved left below a spanning cell is put back by what
its cells look like. Rows of one cell are groups. A table whose header names no unit column is none of ours.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.tails import Tail, TailRole, read_field
from milepost.reading.chinese.units import is_unit, split_units, trim
from milepost.reading.patterns import pattern

HEADERS: tuple[tuple[str, str], ...] = (
    ("number", r"序号|编号|项次|号"),
    ("lead", r"(?:总)?牵头(?:负责|责任)?(?:单位|部门|科室|处室)?|主办(?:单位|部门)|主责(?:单位|部门)"),
    (
        "support",
        r"(?:配合|协办|参与|参加|协同|协作|协助)(?:责任)?(?:单位|部门|科室|处室)?|其他责任(?:单位|部门)",
    ),
    (
        "responsible",
        r"(?:主要)?(?:责任|负责|落实|承办|实施|整改)(?:单位|部门|科室|处室|主体|处科室)(?:及(?:责任人|分工))?"
        r"|(?:责任|职责|任务|部门)?分工|牵头(?:单位|部门)?(?:和|及|、|与)(?:配合|责任|参与)(?:单位|部门)",
    ),
    ("guide", r"指导(?:单位|部门)"),
    (
        "deadline",
        r"(?:完成|整改|办理|办结|落实|推进|实施|计划完成)?(?:时限|时间|期限|日期)(?:要求|节点"
        r"|安排)?|时间(?:安排|节点|要求)|进度(?:安排|要求)",
    ),
    ("output", r"(?:成果|完成|输出)(?:形式|成果|标志)|预期成果|工作成果|交付成果|阶段性成果"),
    (
        "other",
        r"备注|说明|责任人|联系人|联系电话|责任领导|分管领导|牵头领导|市领导|进展情况|依据|来源"
        r"|类别|领域|分类|板块|指标|目标值|单位",
    ),
    (
        "task",
        r".{0,8}(?:任务|事项|措施|举措|内容|工作|要求|项目|要点|行动|目标|问题|名称|计划)(?:名称"
        r"|内容|及目标|分解|清单)?",
    ),
)
"""What the words of a column's head say it holds; the first row that fits."""
HEADER_RULES = tuple((name, pattern(words)) for name, words in HEADERS)
FIELDS: tuple[TailRole, ...] = ("lead", "support", "responsible", "guide", "deadline", "output")

UNIT_HEAD = pattern(
    r"单 ?位|部 ?门|科 ?室|处 ?室|牵 ?头|配 ?合|责 ?任|负 ?责|主 ?办|协 ?办|参 ?[与加]|协 ?[同作助]"
    r"|分 ?工|主体"
)
"""A header that names no column of units heads no table of ours."""
HEAD_NOTE = pattern(r"\([^()]{1,30}\)$")
"""What a column's head explains: 责任单位(列首位的为牵头单位)."""
SPLIT_CELL = pattern(r" ?[|\t] ?")
BLANKS = pattern(r" {1,}")
NUMBER = pattern(r"\d{1,3}[.、]?")
RULE_LINE = pattern(r"[-—:─=+ ]*")
EMPTY = frozenset({"", "—", "-", "/", "——", "－", "无"})


class Table(Struct, frozen=True, gc=False):
    """A table: the role of each column, its rows as cells, and the paragraph behind its end."""

    columns: list[str]
    rows: list[list[Span]]
    end: int


class Row(Struct, frozen=True, gc=False):
    """A row: the stretch of its task, the tail read from its cells, its number; `carried` units stand in a
    row above."""

    start: int
    end: int
    tail: Tail
    number: str | None
    carried: bool = False


def table_at(folded: Folded, n: int) -> Table | None:
    """The table whose header is the n-th paragraph."""
    text = folded.text
    start, end = folded.paragraphs[n]
    if end - start > 200:
        return None
    following = folded.paragraphs[n + 1] if n + 1 < len(folded.paragraphs) else None
    if following and text[following[0] : following[1]] == "|":
        return _one_cell_a_line(folded, n)
    if UNIT_HEAD.search(text, start, end) is None:
        return None
    if text.find("|", start, end) >= 0 or text.find("\t", start, end) >= 0:
        return _piped(folded, n)
    if text.find(" ", start, end) >= 0 and end - start <= 80:
        return _blank_columns(folded, n)
    return None


def _roles(text: str, cells: list[Span]) -> list[str] | None:
    """What each column holds, None where the cells are no header of a task table."""
    roles: list[str] = []
    for a, b in cells:
        note = HEAD_NOTE.search(text, a, b)
        words = text[a : note.start() if note else b].replace(" ", "")
        roles.append(next((name for name, rule in HEADER_RULES if rule.fullmatch(words)), ""))
    units = any(role in ("lead", "support", "responsible") for role in roles)
    return roles if units and "task" in roles and len(cells) >= 2 else None


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a pipe row, empty ones too; pipes at the outer ends part nothing."""
    if text[start] == "|":
        start += 1
    found: list[Span] = []
    at = start
    for match in SPLIT_CELL.finditer(text, start, end):
        found.append(trim(text, at, match.start()) or (at, at))
        at = match.end()
    found.append(trim(text, at, end) or (at, at))
    return found


def _piped(folded: Folded, n: int) -> Table | None:
    """A table of pipe or tab rows."""
    columns = _roles(folded.text, _cells(folded.text, *folded.paragraphs[n]))
    if columns is None:
        return None
    rows: list[list[Span]] = []
    at = n + 1
    while at < len(folded.paragraphs):
        a, b = folded.paragraphs[at]
        if folded.text.find("|", a, b) < 0 and folded.text.find("\t", a, b) < 0:
            break
        cells = _cells(folded.text, a, b)
        if UNIT_HEAD.search(folded.text, a, b) and _roles(folded.text, cells) is not None:
            break
        rows.append(cells)
        at += 1
    return Table(columns, rows, at)


def _one_cell_a_line(folded: Folded, n: int) -> Table | None:
    """A table with each cell on a line and | lines between; two texts in a row begin a new row."""
    rows: list[list[Span]] = [[]]
    at, parted = n, True
    while at < len(folded.paragraphs):
        a, b = folded.paragraphs[at]
        bar = folded.text[a:b] == "|"
        if not bar and not parted:
            if len(rows[-1]) < 2:
                break
            rows.append([])
        if not bar:
            rows[-1].append((a, b))
        parted = bar
        at += 1
    if len(rows[-1]) < 2:
        rows.pop()
        at -= 1
    columns = _roles(folded.text, rows[0]) if rows else None
    return Table(columns, rows[1:], at) if columns is not None else None


def _blank_columns(folded: Folded, n: int) -> Table | None:
    """A table whose columns are parted by blanks: the number first, the fields last, the task between."""
    text = folded.text
    columns = _roles(text, _tokens(text, *folded.paragraphs[n], joined=True))
    if columns is None or columns[0] != "number":
        return None
    fields = len(columns) - 1 - max(k for k, role in enumerate(columns) if role == "task")
    rows: list[list[Span]] = []
    at = n + 1
    while at < len(folded.paragraphs) and fields:
        tokens = _tokens(text, *folded.paragraphs[at])
        if len(tokens) < fields + 2 or not NUMBER.fullmatch(text, *tokens[0]):
            break
        task = (tokens[1][0], tokens[-fields - 1][1])
        rows.append([tokens[0], task, *tokens[-fields:]])
        at += 1
    return Table([columns[0], "task", *columns[-fields:]], rows, at) if rows else None


def _tokens(text: str, start: int, end: int, joined: bool = False) -> list[Span]:
    """The words between blanks; `joined` puts single characters together: 工 作 任 务."""
    found: list[Span] = []
    at = start
    for match in BLANKS.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    if not joined:
        return found
    whole: list[Span] = []
    for a, b in found:
        if whole and b - a == 1 and not text[whole[-1][0] : whole[-1][1]].startswith("序"):
            whole[-1] = (whole[-1][0], b)
        else:
            whole.append((a, b))
    return whole


def read_rows(folded: Folded, table: Table, days: Days) -> list[Row]:
    """The rows of a table that hold a task; a row without units below one that has some shares them."""
    tasks = [k for k, role in enumerate(table.columns) if role == "task"]
    found: list[Row] = []
    for cells in table.rows:
        filled = [(a, b) for a, b in cells if not RULE_LINE.fullmatch(folded.text, a, b)]
        if len(filled) < 2:
            continue
        row = _row(folded, table.columns, _placed(folded, table.columns, cells, days), tasks, days)
        if row is not None:
            found.append(row if row.tail.assigns or not found else _with_units_of(row, found[-1]))
    return found


def _with_units_of(row: Row, above: Row) -> Row:
    """A row below a cell that spans rows: the units of the row above, the rest its own."""
    own, given = row.tail, above.tail
    own.lead, own.support, own.responsible = given.lead, given.support, given.responsible
    own.guide, own.open = given.guide, given.open
    own.because.append("table:units-above")
    return Row(row.start, row.end, own, row.number, carried=own.assigns)


def _placed(folded: Folded, columns: list[str], cells: list[Span], days: Days) -> list[Span | None]:
    """The cells under their columns: moved right by as many places as fit best."""
    looks = [_looks(folded, *cell, days) for cell in cells]
    fits = [_fit(columns, looks, shift) for shift in range(0, min(3, len(columns)))]
    row: list[Span | None] = [None] * fits.index(max(fits))
    row += [cell if look else None for cell, look in zip(cells, looks, strict=True)]
    row += [None] * (len(columns) - len(row))
    return row[: len(columns)]


def _looks(folded: Folded, a: int, b: int, days: Days) -> frozenset[str]:
    """What a cell may be by its words; nothing for an empty one."""
    words = folded.text[a:b]
    if words in EMPTY:
        return frozenset()
    units = split_units(folded.text, a, b).spans
    marks = (
        ("number", NUMBER.fullmatch(words) is not None),
        ("deadline", bool(find_deadlines(folded, a, b, days, field=True))),
        ("units", bool(units) and all(is_unit(folded.text, *unit) for unit in units)),
    )
    return frozenset({"words", *(name for name, fits in marks if fits)})


def _fit(columns: list[str], looks: list[frozenset[str]], shift: int) -> int:
    """How many cells look like what their column holds, when moved right by `shift`."""
    score = 0
    for k, look in enumerate(looks):
        role = columns[k + shift] if k + shift < len(columns) else None
        if not look:
            continue
        if role is None:
            score -= 3
        elif role in ("number", "deadline"):
            score += 2 if role in look else -1
        elif role in ("lead", "support", "responsible", "guide"):
            score += 2 if "units" in look else 0
    return score


def _row(
    folded: Folded, columns: list[str], cells: list[Span | None], tasks: list[int], days: Days
) -> Row | None:
    """The measure of a row: the last filled task column, the fields read as a tail."""
    filled = [cell for k in tasks if (cell := cells[k]) is not None]
    if not filled:
        return None
    start, end = filled[-1]
    number = next(
        (folded.words(*cell) for k, cell in enumerate(cells) if cell and columns[k] == "number"), None
    )
    label = label_at(folded.text, start, end)
    if label is not None and label.end < end:
        number, start = number or label.words, label.end
    tail = Tail(start=end, end=end)
    for k, cell in enumerate(cells):
        role = next((name for name in FIELDS if name == columns[k]), None)
        if cell is not None and role is not None:
            tail.because.append(f"table:{role}")
            read_field(folded, role, *cell, days, tail)
    return Row(start, end, tail, number) if tail.assigns or tail.dues or number else None


def due_of(folded: Folded, start: int, end: int, days: Days) -> Due | None:
    """The deadline that a label such as 第一季度: names, as a milestone."""
    dues = find_deadlines(folded, start, end, days, field=True)
    return dues[0] if dues else None
