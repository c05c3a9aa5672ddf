"""The office forms T1–T8 in both languages, each with a few invented rows and the measures that they hold."""

from pathlib import Path

from msgspec import Struct

FORMS = Path(__file__).parent / "forms"

Expected = tuple[str | None, str, tuple[str, ...], tuple[str, ...], str | None, str | None]
"""Number, action, leads, support, date, output."""


class Template(Struct, frozen=True):
    """A form with rows, and what it says."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    expected: tuple[Expected, ...]


def cut(line: str) -> tuple[str, ...]:
    """The cells of a line."""
    return tuple(cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|"))


def template(name: str, *expected: Expected) -> Template:
    """A form with its rows from its file."""
    lines = (FORMS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return Template(name, tuple(cut(line) for line in lines), expected)


TEMPLATES = (
    template(
        "T1-zh",
        (
            "1",
            "出台数据流通交易管理细则",
            ("市数据局",),
            ("市司法局", "市财政局"),
            None,
            "数据流通交易管理细则",
        ),
        ("2", "组建产教融合共同体", ("市教育局",), ("市人力资源社会保障局",), None, None),
        ("3", "建立流域横向补偿机制", ("市生态环境局", "市财政局"), (), None, "流域横向补偿机制"),
    ),
    template(
        "T1-en",
        (
            "1",
            "Publish a catalogue of open data sets",
            ("City Data Office",),
            ("Legal Office", "Finance Bureau"),
            None,
            "catalogue of open data sets",
        ),
        ("2", "Found two joint training centres", ("City Education Bureau",), ("Labour Bureau",), None, None),
    ),
    template(
        "T2-zh",
        ("2027-07", "城区内涝点整治", ("市城管局",), (), "2027-06-30", "工作报告"),
        ("2027-08", "口岸通关提速", ("市商务局", "青屿海关"), (), "2027-09-15", "实施方案"),
        ("2027-09", "社区食堂布点", ("市民政局",), (), "2027-12-20", "验收清单"),
    ),
    template(
        "T2-en",
        ("27-01", "Repair of the flood gates", ("Drainage Bureau",), (), "2027-06-30", "Report"),
        ("27-02", "Faster border checks", ("Trade Bureau", "Port Customs"), (), "2027-09-15", "Plan"),
    ),
    template(
        "T3-zh",
        (None, "建成滨河步道6公里", ("区住建局",), (), "2027-10-31", None),
        (None, "开展燃气安全检查", ("区应急管理局",), (), "2027-05-31", None),
        (None, "更新公交候车亭80座", ("区交通局",), (), "2027-09-30", None),
    ),
    template(
        "T3-en",
        (None, "Build six kilometres of riverside path", ("Works Department",), (), "2027-10-31", None),
        (None, "Inspect gas lines in the old town", ("Safety Office",), (), "2027-05-31", None),
        (None, "Replace eighty bus shelters", ("Transport Department",), (), "2027-09-30", None),
    ),
    template(
        "T4-zh",
        ("A-101", "建设智能网联示范区", ("市工信局",), ("市公安局", "市交通局"), "2027-11-30", None),
        ("A-102", "推进政务数据共享", ("市数据局",), ("各区人民政府",), "2027-08-31", None),
    ),
    template(
        "T4-en",
        (
            "A-101",
            "Build the test district for connected cars",
            ("Industry Bureau",),
            ("Police Bureau", "Transport Bureau"),
            "2027-11-30",
            None,
        ),
        ("A-102", "Share administrative data", ("Data Office",), ("Borough Councils",), "2027-08-31", None),
    ),
    template(
        "T5-zh",
        (None, "建成应急避难场所15处", (), (), "2027-12-31", None),
    ),
    template(
        "T5-en",
        (None, "Open fifteen emergency shelters", (), (), "2027-12-31", None),
    ),
    template(
        "T6-zh",
        ("3.1", "公开财政执行数据", ("市财政局",), (), "2028-06-30", None),
    ),
    template(
        "T6-en",
        ("3.1", "Open spending data", ("Ministry of Finance",), (), "2028-06-30", None),
        ("3.2", "Lobbying register", ("Ethics Commission",), (), "2027-12-31", None),
    ),
    template(
        "T7-zh",
        ("P-11", "海岸雷达更新", ("港航局",), (), "2028-03-31", None),
        ("P-12", "电子护照平台", ("出入境管理局",), (), "2027-12-31", None),
    ),
    template(
        "T7-en",
        ("P-11", "Coastal radar renewal", ("Ports Authority",), (), "2028-03-31", None),
        ("P-12", "Passport platform", ("Border Agency",), (), "2027-12-31", None),
    ),
    template(
        "T8-zh",
        ("1", "新许可法生效", (), (), "2027-06-30", "法律公布"),
        ("2", "线上办理许可件数", (), (), "2028-12-31", None),
    ),
    template(
        "T8-en",
        ("1", "Entry into force of the permit act", (), (), "2027-06-30", "Act published"),
        ("2", "Permits issued online", (), (), "2028-12-31", None),
    ),
)
