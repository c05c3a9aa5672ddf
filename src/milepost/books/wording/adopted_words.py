"""What all books of an adopted edition say: marks of state with their days, handling, adoption.

A row is key, English, Chinese and, where columns are narrow, short forms. Marks stand in books' one order.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    # marks of state, as printed beside their sign
    Row("state.late", "Overdue", "逾期"),
    Row("state.late_days", "Overdue {n} d", "逾期{n}天"),
    Row("state.behind", "Behind", "滞后"),
    Row("state.behind_days", "Behind {n} d", "滞后{n}天"),
    Row("state.waiting", "Exposed", "受牵连"),
    Row("state.stale", "Stale", "佐证过期"),
    Row("state.near", "Near date", "临近期限"),
    Row("state.on", "On track", "正常推进"),
    Row("state.done", "Verified", "已核验"),
    Row("state.claimed", "Claimed done", "已申报办结"),
    Row("state.none", "No light", "不亮灯"),
    # legend of the marks; numbers come from the settings in force
    Row("legend.late", "overdue", "已逾期"),
    Row("legend.behind", "behind", "进度滞后"),
    Row("legend.waiting", "exposed: waits on another measure", "受牵连：等待其他举措"),
    Row("legend.stale", "stale", "佐证过期"),
    Row("legend.stale_days", "stale: no accepted evidence for {n} days", "佐证过期：超过{n}天无有效佐证"),
    Row("legend.near", "near date", "临近期限"),
    Row("legend.near_words", "near date: {words}", "临近期限：{words}"),
    Row("legend.on", "on track", "正常推进"),
    Row("legend.done", "verified by another party", "已由他方核验"),
    Row("legend.changed", "row changed since edition {n}", "较第{n}版有变化的行"),
    # handling
    Row("handling.copy", "copy {n}", "第{n}份"),
    Row("handling.copy_of", "copy {n} of {total}", "第{n}份，共{total}份"),
    Row("handling.reader", "for {unit}", "供{unit}使用"),
)
