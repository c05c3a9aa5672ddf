"""How long a ledger of 5,000 rows and 15 columns takes from a workbook to a full reading.

    python benchmarks/workbook_speed.py

Prints the median of five runs for the forms T2 and T4 in both languages; the goal is one second on one core.
"""

import io
from statistics import median
from time import perf_counter

from milepost.reading import read

ROWS = 5_000
RUNS = 5
HEADS = {
    "T2-zh": "事项编号 事项类别 来源时间 事项名称 批示或出访领导 任务要求 主办单位 主办人"
    " 拟办结时间 成果形式 工作计划 最近反馈时间 推进状态 进展情况 频次",
    "T4-zh": "事项编号 事项名称 一级分类 二级分类 三级分类 四级分类 完成时限 相关要求"
    " 责任领导 牵头单位 责任单位 督办人 评价人 阶段计划 签收情况",
    "T2-en": "Item No.|Kind|Source date|Title|Instructing leader|Requirement|Lead unit|Officer"
    "|Planned finish|Form of result|Work plan|Last feedback|Status|Progress|Frequency",
    "T4-en": "Item No.|Title|Class 1|Class 2|Class 3|Class 4|Deadline|Requirement|Responsible leader"
    "|Lead unit|Duty units|Supervisor|Evaluator|Stage plan|Sign state",
}


def row(form: str, n: int) -> list[str]:
    """One row of a form; every row has words of its own."""
    month, day = n % 12 + 1, n % 28 + 1
    zh_units, en_units = (
        ("市水务局", "市财政局", "市交通局", "市教育局"),
        ("Works Office", "Treasury", "Port Board"),
    )
    date = f"2027-{month:02}-{day:02}"
    zh, en = zh_units[n % 4], en_units[n % 3]
    return {
        "T2-zh": [
            f"2027-{n}",
            "批示",
            "2027-01-08",
            f"第{n}号泵站改造",
            "赵远明",
            f"完成第{n}号泵站机组更换并通过试运行",
            zh,
            "孙立",
            date,
            "报告",
            f"{month}月底前完成设计",
            "2027-02-20",
            "按期推进",
            f"已完成勘察{n}处",
            "每月",
        ],
        "T4-zh": [
            f"A-{n}",
            f"建设第{n}号示范站",
            "产业",
            "水利",
            "泵站",
            "机组",
            date,
            f"开放第{n}号示范站设备台账并完成验收",
            "孔杰",
            zh,
            f"{zh_units[(n + 1) % 4]}、{zh_units[(n + 2) % 4]}",
            "白露",
            "秦川",
            f"{month}月底前完成验收",
            "已签收",
        ],
        "T2-en": [
            f"27-{n}",
            "Instruction",
            "2027-01-08",
            f"Renewal of pump {n}",
            "Mayor Adams",
            f"Replace the motor of pump {n} and test it under load",
            en,
            "J. Reed",
            date,
            "Report",
            f"Design by {day} March 2027",
            "2027-02-20",
            "On schedule",
            f"Survey of {n} sites",
            "Monthly",
        ],
        "T4-en": [
            f"A-{n}",
            f"Build test station {n}",
            "Industry",
            "Water",
            "Pumps",
            "Motors",
            date,
            f"Open the register of station {n} and accept the works",
            "Deputy Mayor Cole",
            en,
            f"{en_units[(n + 1) % 3]}; {en_units[(n + 2) % 3]}",
            "R. Beck",
            "L. Orr",
            f"Acceptance by {day} June 2027",
            "Signed",
        ],
    }[form]


def ledger(form: str) -> bytes:
    """A workbook of one form."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADS[form].split("|" if "|" in HEADS[form] else " "))
    for n in range(1, ROWS + 1):
        sheet.write_row(n, 0, row(form, n))
    book.close()
    return buffer.getvalue()


def main() -> None:
    """Time each form."""
    for form in HEADS:
        data = ledger(form)
        times = []
        for _ in range(RUNS):
            start = perf_counter()
            found = read(data, "ledger.xlsx", date="2027-01-05")
            times.append(perf_counter() - start)
            assert len(found.measures) == ROWS, len(found.measures)
        print(f"{form}: {median(times):.2f} s, {ROWS} measures, {len(found.text):,} characters")


if __name__ == "__main__":
    main()
