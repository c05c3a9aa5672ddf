"""The rows of Chinese deadlines: what must fire, what it comes to, and near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.ledger.records import Every, Offset
from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.deadline_rows import FIELD_RULES, RULES
from milepost.reading.chinese.deadlines import Due, chosen, find_deadlines, found, start_of
from milepost.reading.chinese.folding import fold

DAYS = Days(issued="2027-03-10", year=2027, meeting="2027-03-08", effective="2027-05-01")

CASES: tuple[tuple[str | None, str, str, str | None], ...] = (
    ("deadline:after-issue", "本方案印发之日起30日内公布", "本方案印发之日起30日内", "2027-04-09"),
    ("deadline:after-issue", "方案印发后2个月内报送", "方案印发后2个月内", "2027-05-10"),
    ("deadline:after-issue", "自本办法施行之日起20个工作日内", "自本办法施行之日起20个工作日内", None),
    ("deadline:after-event", "在第（二）项清单公布后60日内", "在第（二）项清单公布后60日内", None),
    ("deadline:after-event", "于收到申请后5个工作日内拨付", "于收到申请后5个工作日内", None),
    ("deadline:after-issue", "自本办法施行之日起60日内备案", "自本办法施行之日起60日内", "2027-06-30"),
    ("deadline:after-own-issue", "自印发之日起30日内公布", "自印发之日起30日内", "2027-04-09"),
    ("deadline:after-meeting", "会后一周内印发", "会后一周内", "2027-03-15"),
    ("deadline:after-event", "应当收到报告后7日内答复", "收到报告后7日内", None),
    ("deadline:period-days", "3月至10月开展整治", "3月至10月", "2027-10-31"),
    ("deadline:period-days", "即日起至6月底排查", "即日起至6月底", "2027-06-30"),
    ("deadline:period-in-month", "10月1日至7日限流", "10月1日至7日", "2027-10-07"),
    ("deadline:period-days", "2029年1月1日至12月31日，实行减免", "2029年1月1日至12月31日", "2029-12-31"),
    ("deadline:period-days", "2028年9月1日至2030年6月30日", "2028年9月1日至2030年6月30日", "2030-06-30"),
    ("deadline:period-years", "2027—2029年分批实施", "2027—2029年", "2029-12-31"),
    ("deadline:recurring", "每年2月底前报送", "每年2月底前", None),
    ("deadline:recurring", "于每月28日前汇总", "于每月28日前", None),
    ("deadline:recurring", "每季度末通报", "每季度末", None),
    ("deadline:recurring", "每两年评估一次", "每两年", None),
    ("deadline:start", "自2028年7月1日起执行", "自2028年7月1日起", "2028-07-01"),
    ("deadline:start-day", "4月1日起入户", "4月1日起", "2027-04-01"),
    ("deadline:start-day", "2028年7月起使用", "2028年7月起", "2028-07-31"),
    ("deadline:target", "到2030年，覆盖率达90%", "到2030年", "2030-12-31"),
    ("deadline:target-month", "到2028年6月底，建成两条线", "到2028年6月底", "2028-06-30"),
    ("deadline:day", "2028年6月30日前完成", "2028年6月30日前", "2028-06-30"),
    ("deadline:day", "于4月10日前公布", "于4月10日前", "2027-04-10"),
    ("deadline:day", "二〇二八年五月一日前建成", "二〇二八年五月一日前", "2028-05-01"),
    ("deadline:day", "2028 年 12 月 5 日前完成", "2028 年 12 月 5 日前", "2028-12-05"),
    ("deadline:day", "2028年2月30日前完成", "2028年2月30日前", None),
    ("deadline:month", "2028年9月底前建成", "2028年9月底前", "2028-09-30"),
    ("deadline:month", "8月底完成", "8月底", "2027-08-31"),
    ("deadline:month", "争取6月中旬完成", "6月中旬", "2027-06-20"),
    ("deadline:month", "明年5月底前提出", "明年5月底前", "2028-05-31"),
    ("deadline:day", "12月31日24时前报送", "12月31日24时前", "2027-12-31"),
    ("deadline:day", "4月5日17:00前报送", "4月5日17:00前", "2027-04-05"),
    ("deadline:own-month", "下月10日前报送", "下月10日前", "2027-04-10"),
    ("deadline:own-quarter", "本季度末前报送", "本季度末前", "2027-03-31"),
    ("deadline:own-week", "本周五前报送", "本周五前", "2027-03-12"),
    ("deadline:by-period", "按季度通报进展", "按季度", None),
    ("deadline:yearly", "纳入年度述职", "年度述职", None),
    ("deadline:before-season", "春节前清零", "春节前", None),
    ("deadline:before-season", "汛期来临前加固", "汛期来临前", None),
    ("deadline:before-season", "确保汛前到位", "汛前", None),
    ("deadline:term", "本届政府任期内建成", "本届政府任期内", None),
    ("deadline:quarter", "第三季度开工", "第三季度", "2027-09-30"),
    ("deadline:quarter-letter", "2028年Q2完成", "2028年Q2", "2028-06-30"),
    ("deadline:half", "2028年上半年印发", "2028年上半年", "2028-06-30"),
    ("deadline:school-term", "2028年秋季开学前完成", "2028年秋季开学前", "2028-08-31"),
    ("deadline:year-end", "年底前办结", "年底前", "2027-12-31"),
    ("deadline:year-end", "2028年底前办结", "2028年底前", "2028-12-31"),
    ("deadline:in-year", "年内完成", "年内", "2027-12-31"),
    ("deadline:before-year", "2030年前全面实现", "2030年前", "2030-12-31"),
    ("deadline:next-year", "在下一年度实行免检", "在下一年度", None),
    ("deadline:stretch", "在两年之内对其减免", "在两年之内", None),
    ("deadline:within", "一周内完成核实", "一周内", "2027-03-15"),
    ("deadline:before-event", "下次专题会议前通报", "下次专题会议前", None),
    ("deadline:target", "到2028年底前建成", "到2028年底前", "2028-12-31"),
    ("deadline:period-days", "自4月1日起至2028年3月31日止开展", "自4月1日起至2028年3月31日止", "2028-03-31"),
    ("deadline:day", "4月5日(含)前报送", "4月5日(含)前", "2027-04-05"),
    ("deadline:within", "三至五年内更新", "三至五年内", "2032-03-08"),
    (None, "2026年3月1日印发的通知废止", "", None),
    (None, "按月发放津贴", "", None),
    (None, "截至2027年6月底共有30家", "", None),
    (None, "汛期前后加强巡查", "", None),
    (None, "将办理时限压缩至5个工作日内", "", None),
    (None, "单个企业不超过3年", "", None),
    ("deadline:recurring", "每半月通报一次", "每半月", None),
    ("deadline:rhythm", "建立月调度、季通报制度", "月调度、季通报", None),
    ("deadline:plan-period", "“十五五”期间累计培训", "“十五五”期间", "2030-12-31"),
    (None, "12月通报表彰的单位", "", None),
    (None, "编制“十五五”规划", "", None),
    (None, "按50%给予补贴，每年最高100万元", "", None),
    (None, "责令10个工作日内整改", "", None),
    (None, "每人每年只享受一次补贴", "", None),
    (None, "安排2028年预算1200万元", "", None),
    (None, "全省生产总值增长5%", "", None),
    (None, "推动3.5亿元项目落地", "", None),
    (None, "持续推进改革", "", None),
)


@pytest.mark.parametrize(("rule", "text", "words", "date"), CASES)
def test_row_reads_its_example(rule: str | None, text: str, words: str, date: str | None) -> None:
    folded = fold(text)
    dues = [due for due in find_deadlines(folded, 0, len(folded.text), DAYS) if due.rule != "deadline:other"]
    if rule is None:
        assert [due.rule for due in dues] == []
        return
    assert (dues[0].rule, folded.words(dues[0].start, dues[0].end), dues[0].date) == (rule, words, date)


def test_every_row_has_an_example() -> None:
    assert {rule.name for rule in RULES} <= {case[0] for case in CASES}


KINDS = (
    ("年内完成4次演练", "fixed"),
    ("全年不少于3期", "period"),
    ("力争年内新增航线3条", "target"),
    ("力争上半年实现“双过半”", "target"),
    ("力争6月中旬完成", "fixed"),
    ("上半年投入运行", "fixed"),
)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_is_done_by_the_end_of_a_period_is_told_from_what_is_aimed_at(text: str, kind: str) -> None:
    folded = fold(text)
    assert [due.kind for due in find_deadlines(folded, 0, len(folded.text), DAYS)] == [kind]


FIELDS = (
    ("持续推进", "open", None),
    ("长期坚持", "open", None),
    ("立行立改", "open", None),
    ("2028年", "period", "2028-12-31"),
    ("全年", "period", "2027-12-31"),
    ("9月底完成", "fixed", "2027-09-30"),
    ("2028年3月31日前，并持续推进", "fixed", "2028-03-31"),
    ("每年1月、7月", "recurring", None),
    ("2027年上半年完成60%，2027年11月底前全部完成", "fixed", "2027-11-30"),
)


@pytest.mark.parametrize(("text", "kind", "date"), FIELDS)
def test_whole_fields_are_deadlines(text: str, kind: str, date: str | None) -> None:
    folded = fold(text)
    due, _ = chosen(find_deadlines(folded, 0, len(folded.text), DAYS, field=True), field=True)
    assert due is not None
    assert (due.kind, due.date) == (kind, date)


def test_field_rows_are_tried() -> None:
    assert {rule.name for rule in FIELD_RULES} == {"deadline:bare-year", "deadline:open"}


CHOICES = (
    ("6月30日或8月31日前,以较早者为准", "2027-06-30"),
    ("本办法印发之日起30日内或者4月1日前(以时间较晚者为准)", "2027-04-09"),
    ("6月底前或者项目验收前,以较早者为准", None),
)


@pytest.mark.parametrize(("text", "date"), CHOICES)
def test_of_two_deadlines_the_one_that_counts_is_taken(text: str, date: str | None) -> None:
    due = one(text)
    assert (text[due.start : due.end], due.date) == (text, date)
    assert due.combine == ("later_of" if "较晚" in text else "earlier_of")


def test_words_for_another_standard_are_no_choice() -> None:
    text = "6月底前完成,数据以统计部门公布的为准"
    assert (one(text).combine, one(text).date) == (None, "2027-06-30")


def test_a_start_is_no_day_to_keep_but_the_ledger_knows_it() -> None:
    due = one("自2028年7月1日起执行")
    assert found(fold("自2028年7月1日起执行"), due).date is None
    assert start_of("自2028年7月1日起", None) == ("2028-07-01", "day")


def test_a_numeral_that_its_digits_contradict_says_no_length() -> None:
    due = one("自受理之日起十五(20)日内办结")
    assert (due.offset, due.doubt) == (None, "number")


def one(text: str, days: Days = DAYS) -> Due:
    """The only deadline of a text."""
    folded = fold(text)
    (due,) = find_deadlines(folded, 0, len(folded.text), days)
    return due


def test_offsets_keep_working_days() -> None:
    assert one("收到申请后5个工作日内").offset == Offset(value=5, unit="day", days="working")


def test_rhythms_keep_their_period() -> None:
    assert one("每半年公布一次").every == Every(value=1, unit="half")
    assert one("每两年评估一次").every == Every(value=2, unit="year")


def test_a_month_without_any_year_has_no_date() -> None:
    assert one("9月底前完成", Days()).date is None


def test_a_task_deadline_goes_before_a_rhythm_and_a_target() -> None:
    folded = fold("到2030年全覆盖，每年评估，2028年6月底前印发方案")
    due, others = chosen(find_deadlines(folded, 0, len(folded.text), DAYS))
    assert due is not None
    assert due.date == "2028-06-30"
    assert {other.kind for other in others} == {"target", "recurring"}


@given(st.integers(1, 12), st.integers(2020, 2040))
def test_every_month_end_is_its_last_day(month: int, year: int) -> None:
    date = one(f"{year}年{month}月底前完成").date
    assert date is not None
    assert date.startswith(f"{year}-{month:02d}-")
    assert date[8:] in ("28", "29", "30", "31")
