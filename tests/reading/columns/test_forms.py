"""Forms with a label beside each value: one form a measure, milestones below it are its steps."""

from tests.reading.columns.asked import asked, mains, reading
from tests.reading.columns.table_files import comma, docx, html, xlsx

COMMITMENT = (
    ("Number and name", "3.1 Open spending data", ""),
    ("Lead agency", "Ministry of Finance", ""),
    ("Supporting agencies", "Audit Office; Statistics Bureau", ""),
    ("Commitment", "Publish monthly spending data for every ministry", ""),
    ("Start and end", "January 2027 – June 2028", ""),
    ("Milestones", "Start", "End"),
    ("Agree the format", "January 2027", "March 2027"),
    ("Publish the first set", "April 2027", "June 2027"),
)


def test_a_commitment_form_is_one_measure_and_its_milestones_inherit_the_lead() -> None:
    for ending, make in (("docx", docx), ("html", html), ("xlsx", xlsx), ("csv", comma)):
        found = reading(make(COMMITMENT), ending).measures
        whole, *steps = found
        assert asked(whole)[:5] == (
            "3.1",
            "Open spending data",
            ("Ministry of Finance",),
            ("Audit Office", "Statistics Bureau"),
            "2028-06-30",
        ), ending
        assert [(step.action, step.level, step.parent) for step in steps] == [
            ("Agree the format", "sub", whole.id),
            ("Publish the first set", "sub", whole.id),
        ]
        assert [step.deadline.date for step in steps if step.deadline] == ["2027-03-31", "2027-06-30"]
        assert {unit.name for step in steps for unit in step.lead} == {"Ministry of Finance"}


def test_a_chinese_form_with_two_labels_a_row_is_one_measure() -> None:
    rows = (
        ("任务编号", "Y-07", "任务名称", "老旧小区加装电梯"),
        ("牵头单位", "市住建局", "配合单位", "市财政局、各区人民政府"),
        ("完成时限", "2027年10月底前", "成果形式", "验收清单"),
        ("工作内容", "完成加装电梯120台", "备注", ""),
    )
    for ending, make in (("docx", docx), ("html", html)):
        (measure,) = mains(reading(make(rows[:3]), ending))
        assert asked(measure) == (
            "Y-07",
            "老旧小区加装电梯",
            ("市住建局",),
            ("市财政局", "各区人民政府"),
            "2027-10-31",
            "验收清单",
        )


def test_forms_below_each_other_are_measures_of_their_own() -> None:
    rows: list[tuple[str, ...]] = []
    for number in (1, 2, 3):
        rows += [
            ("Action No.", f"A{number}"),
            ("Action", f"Dig dock {number}"),
            ("Owner", "Works"),
            ("Due", "May 2027"),
        ]
    found = mains(reading(comma(tuple(rows)), "csv"))
    assert [(one.number, one.action) for one in found] == [(f"A{n}", f"Dig dock {n}") for n in (1, 2, 3)]


def test_a_head_of_columns_is_no_form() -> None:
    rows = (("No.", "Action", "Owner", "Due"), ("1", "Dig", "Works", "May 2027"))
    assert [asked(one)[:3] for one in mains(reading(comma(rows), "csv"))] == [("1", "Dig", ("Works",))]


def test_a_letterhead_is_no_form() -> None:
    assert mains(reading(comma((("From", "Works"), ("To", "Port"), ("Date", "1 May 2027"))), "csv")) == []
