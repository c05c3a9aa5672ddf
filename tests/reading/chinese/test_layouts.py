"""Every layout of the drafting tradition, one made example each: who leads, who takes part, by when."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.records import FoundMeasure

HEAD = "松川市2028年改革任务分工\n"


def told(measure: FoundMeasure) -> tuple[str, str, str, str, str | None]:
    """Lead, support, guide, roles and date of a measure."""
    return (
        "|".join(u.name for u in measure.lead),
        "|".join(u.name for u in measure.support),
        "|".join(u.name for u in measure.guide),
        measure.roles,
        measure.deadline.date if measure.deadline else None,
    )


ROWS: tuple[tuple[str, str, list[tuple[str, str, str, str, str | None]]], ...] = (
    (
        "1 two label lines",
        "1.粮食产量稳定在30万吨。\n牵头单位:区农业局\n责任单位:各镇,区水务局",
        [("区农业局", "各镇|区水务局", "", "marked", None)],
    ),
    (
        "2 one label line",
        "(一)新增就业2万人\n责任单位:区人社局\n(二)培训技工800人\n责任单位：区总工会",
        [("", "区人社局", "", "responsible", None), ("", "区总工会", "", "responsible", None)],
    ),
    (
        "3 label lines with time",
        "1.治理黑臭水体4条。\n责任单位:市水务局\n整改时限:2028年11月底前\n2.巡查河道。"
        "\n责任单位:市水务局\n时限要求:持续推进",
        [("", "市水务局", "", "responsible", "2028-11-30"), ("", "市水务局", "", "responsible", None)],
    ),
    (
        "4 comma between roles",
        "1.建设健身步道。（牵头单位：市体育局，配合单位：市教育局，各区、县级市）",
        [("市体育局", "市教育局|各区、县级市", "", "marked", None)],
    ),
    (
        "5 semicolon between roles",
        "1.完善救助标准。(牵头单位:县民政局、县医保局;责任单位:县财政局)",
        [("县民政局|县医保局", "县财政局", "", "marked", None)],
    ),
    (
        "6 bare deadline last",
        "1.加固水库5座。(牵头单位:州水利局;责任单位:州财政局,8月底完成)",
        [("州水利局", "州财政局", "", "marked", "2028-08-31")],
    ),
    (
        "7 responsible units",
        "1.推广离境退税。(责任单位:市商务局、市税务局)\n2.编印手册。（责任科室：政策科、法规科）",
        [
            ("", "市商务局|市税务局", "", "responsible", None),
            ("", "政策科|法规科", "", "responsible", None),
        ],
    ),
    ("8 负责", "1.安排水利资金。（水利部、财政部负责）", [("", "水利部|财政部", "", "responsible", None)]),
    (
        "9 按职责分工负责",
        "1.发展多式联运。（省交通厅、水利厅按职责分工负责）\n2.整治码头。（省海事局、港航局分别负责）",
        [("", "省交通厅|水利厅", "", "responsible", None), ("", "省海事局|港航局", "", "responsible", None)],
    ),
    (
        "10 牵头",
        "1.改进统计制度。（省统计局牵头）\n2.修订目录。（省统计局牵头负责）",
        [("省统计局", "", "", "marked", None), ("省统计局", "", "", "marked", None)],
    ),
    (
        "11 牵头 and 配合",
        "1.治理拥堵。(市交通局、市公安局牵头,市城管局、市住建局按职责分工负责)",
        [("市交通局|市公安局", "市城管局|市住建局", "", "marked", None)],
    ),
    (
        "12 牵头 and 参与",
        "1.修复湿地。（水利部牵头，财政部、农业农村部参与）",
        [("水利部", "财政部|农业农村部", "", "marked", None)],
    ),
    (
        "13 指导",
        "1.试行代办。（民政部指导，试点城市政府负责落实）\n2.试行互认。（民政部、司法部指导）",
        [("", "试点城市政府", "民政部", "guide", None), ("", "", "民政部|司法部", "guide", None)],
    ),
    (
        "14 会同有关部门",
        "1.开展校外实践。（教育厅会同有关部门负责）",
        [("教育厅", "有关部门", "", "marked", None)],
    ),
    (
        "15 scope",
        "1.推行提前申报。（负责部门：海关、商务厅，适用范围：保税港区）",
        [("", "海关|商务厅", "", "responsible", None)],
    ),
    (
        "16 a sentence after the item",
        "1.盘活闲置厂房。\n此项工作由市国资委牵头,市财政局参加。",
        [("市国资委", "市财政局", "", "marked", None)],
    ),
    (
        "17 a label sentence in running text",
        "1.对首台套装备给予补贴。责任单位：市科技局、市财政局。2.对流片给予补贴，总额3亿元。"
        "责任单位：市工信局。",
        [
            ("", "市科技局|市财政局", "", "responsible", None),
            ("", "市工信局", "", "responsible", None),
        ],
    ),
    (
        "17 labels behind a comma",
        "1.举办培训班6期，牵头单位：区委组织部，责任单位：区委党校",
        [("区委组织部", "区委党校", "", "marked", None)],
    ),
    (
        "16 a sentence of units and a date",
        "1.建成数据中台。由区数据局牵头，区财政局配合，2028年10月底前完成。",
        [("区数据局", "区财政局", "", "marked", "2028-10-31")],
    ),
    (
        "noise: a bracket left open at the end of a line",
        "1.深化减负（责任单位：区委办公室\n2.完善考核。（区编办牵头）",
        [("", "区委办公室", "", "responsible", None), ("区编办", "", "", "marked", None)],
    ),
    (
        "18 bare lists inside a sentence",
        "1.公布目录（县府办，3月31日前）。\n2.落实审核（各乡镇、县直各部门；持续推进）。"
        "\n3.聘请顾问（律师）。",
        [("", "县府办", "", "responsible", "2028-03-31"), ("", "各乡镇|县直各部门", "", "responsible", None)],
    ),
    (
        "18 bare list",
        "1.优化学区划分。(市教育局,市委编办,各县<市、区>人民政府)",
        [("", "市教育局|市委编办|各县<市、区>人民政府", "", "responsible", None)],
    ),
    (
        "19 lead in the heading",
        "二、扩大消费(由县商务局牵头实施)\n1.举办美食节两场。\n2.开通购物专线。（县交通局牵头）",
        [("县商务局", "", "", "inherited", None), ("县交通局", "", "", "marked", None)],
    ),
    (
        "20 several tails in a paragraph",
        "（十）提升服务。推行预约办理。（市政务局负责）推行上门办理。（市残联负责）",
        [("", "市政务局", "", "responsible", None), ("", "市残联", "", "responsible", None)],
    ),
    (
        "21 sub-items in a paragraph",
        "1.简化登记。(1)并联办理。(市市场监管局牵头负责)(2)推行电子章。(市公安局牵头)2.规范收费。"
        "(1)公布目录。(市发改委牵头)",
        [
            ("市市场监管局", "", "", "marked", None),
            ("市公安局", "", "", "marked", None),
            ("市发改委", "", "", "marked", None),
        ],
    ),
    (
        "22 brackets in a unit",
        "1.整合热线。(市府办〔市大数据局〕牵头,市财政局、市交通委（市道运局）配合)",
        [("市府办〔市大数据局〕", "市财政局|市交通委（市道运局）", "", "marked", None)],
    ),
    (
        "23 the first leads",
        "1.节水。（水利部、财政部负责。列第一位者为牵头单位，下同）\n2.节能。（各有关部门负责）"
        "\n3.节材。（住建部、工信部负责）",
        [
            ("水利部", "财政部", "", "first_rule", None),
            ("", "各有关部门", "", "responsible", None),
            ("住建部", "工信部", "", "first_rule", None),
        ],
    ),
    (
        "24 responsible units lead",
        "请认真落实（无牵头单位的，责任单位即为牵头单位，下同）。\n1.修缮校舍。（责任单位：县教育局）",
        [("县教育局", "", "", "responsible", None)],
    ),
    (
        "27 open list",
        "1.拓展展会。（商务厅、财政厅等和各市人民政府负责）",
        [("", "商务厅|财政厅|各市人民政府", "", "responsible", None)],
    ),
    (
        "28 collective only",
        "1.深化协作。（各有关部门和单位按职责分工负责）",
        [("", "各有关部门和单位", "", "responsible", None)],
    ),
    (
        "31 columns of text",
        "序号 工作任务 牵头负责部门\n1 新建公路150公里 交通局\n2 改造危桥6座 公路中心",
        [("交通局", "", "", "marked", None), ("公路中心", "", "", "marked", None)],
    ),
    (
        "33 record page",
        "重点工作:建设跨江通道。\n牵头单位:市交通局\n第二季度:1.印发方案。2.启动试点。"
        "\n进展情况:\n第二季度:已印发方案。",
        [
            ("市交通局", "", "", "marked", None),
            ("市交通局", "", "", "marked", "2028-06-30"),
            ("市交通局", "", "", "marked", "2028-06-30"),
        ],
    ),
    (
        "34 agent and modal in the text",
        "各县政府要于2028年3月底前报送方案。",
        [("", "各县政府", "", "in_text", "2028-03-31")],
    ),
)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_layout_is_read(text: str, expected: list[tuple[str, str, str, str, str | None]]) -> None:
    body = read_chinese(HEAD + text, [], None)
    assert [told(measure) for measure in body.measures] == expected


NO_TAILS = (
    "1.支持直接申报（企业直接申报，不需转报），简化材料。",
    "1.学生午餐质量评价（由校方负责）。",
    "1.强化统筹，组织部门牵头抓总。",
    "1.组建医联体，发挥牵头医院作用。",
    "1.建立由政府负责人牵头的机制。",
    "（此件公开发布）",
    "松川市城市更新行动（以下简称行动）",
    "按照《关于统计工作的意见》（松政发〔2028〕3号）执行。",
)


@pytest.mark.parametrize("text", NO_TAILS)
def test_other_brackets_are_no_tails(text: str) -> None:
    assert read_chinese("工作安排\n" + text, [], "2028-01-05").measures == []


def test_shared_support_holds_for_what_follows() -> None:
    text = (
        "1.补贴参展。（责任单位：市商务局。以下各项均需各县政府落实，不再列出）\n2.扩大保险。"
        "（责任单位：市金融办）"
    )
    first, second = read_chinese(HEAD + text, [], None).measures
    assert [u.name for u in first.support] == ["市商务局", "各县政府"]
    assert [u.name for u in second.implied_support] == ["各县政府"]
    assert [u.name for u in second.support] == ["市金融办"]


def test_only_an_open_list_is_marked_open() -> None:
    text = "1.节水。（水利厅、财政厅等部门负责）\n2.节电。（能源局负责）"
    assert [m.open_list for m in read_chinese(HEAD + text, [], None).measures] == [True, False]


def test_text_without_assignments_says_so() -> None:
    body = read_chinese("松川市人民政府通知\n附件：任务分解表", [], None)
    assert body.measures == []
    assert body.warnings == ["没有读出任何措施：文中没有把任务交给任何单位；任务如在附件中，请读取附件"]


def test_one_assignment_behind_several_items_closes_all_of_them() -> None:
    text = (
        "（一）改造老旧小区。\n1.摸清底数。\n2.制定改造清单。（市住建局负责）\n（二）新建公园。"
        "（市园林局负责）"
    )
    first, second = read_chinese(HEAD + text, [], None).measures
    assert (first.number, second.number) == ("（一）", "（二）")
    assert (HEAD + text)[slice(*first.span)].startswith("改造老旧小区")


def test_numbers_that_run_through_sections_close_only_themselves() -> None:
    text = "（一）稳工业。\n1.扩大产能。（市工信局牵头）\n（二）扩投资。\n2.建设码头。（市港口局牵头）"
    assert [m.action for m in read_chinese(HEAD + text, [], None).measures] == ["扩大产能", "建设码头"]


def test_a_title_line_belongs_to_the_measure_whose_text_stands_below() -> None:
    text = "（一）开放场馆\n学校体育场馆向社会开放。（市教育局牵头）"
    (measure,) = read_chinese(HEAD + text, [], None).measures
    assert (HEAD + text)[slice(*measure.span)] == "开放场馆\n学校体育场馆向社会开放。"


def test_impossible_days_are_kept_and_told() -> None:
    body = read_chinese(HEAD + "1.完成选址。（市科技局牵头，2028年2月30日前）", [], None)
    assert body.measures[0].deadline is not None
    assert body.measures[0].deadline.date is None
    assert body.warnings[0] == "日历上没有“2028年2月30日前”这一天：m1没有日期，请核对原文"


def test_relative_deadlines_need_the_day_of_issue() -> None:
    text = "任务分工方案\n1.公布名录。（市商务局牵头，本方案印发之日起30日内）"
    without, given = read_chinese(text, [], None), read_chinese(text, [], "2028-03-01")
    assert without.measures[0].deadline is not None
    assert without.measures[0].deadline.date is None
    assert without.warnings == ["没有找到成文日期：1个相对时限没有日期；请用 --date 给出成文日期"]
    assert given.measures[0].deadline is not None
    assert given.measures[0].deadline.date == "2028-03-31"


def test_working_days_of_a_year_whose_holidays_nobody_has_fixed_are_provisional() -> None:
    text = "1.公布名录。（市商务局牵头，自本方案印发之日起20个工作日内）"
    body = read_chinese(HEAD + text, [], "2048-03-02")
    assert body.measures[0].deadline is not None
    assert body.measures[0].deadline.date == "2048-03-30"
    assert body.warnings == [
        "“自本方案印发之日起20个工作日内”按工作日计算，所涉年份的放假安排尚未公布：m1的日期是暂定的"
    ]


def test_a_unit_that_its_own_tail_names_is_no_part_of_the_title() -> None:
    text = "1.市财政局要全面梳理惠企政策。（责任单位：市财政局、市市场监管局）"
    (measure,) = read_chinese(HEAD + text, [], None).measures
    assert measure.action == "全面梳理惠企政策"
    assert (HEAD + text)[slice(*measure.span)] == "市财政局要全面梳理惠企政策。"
