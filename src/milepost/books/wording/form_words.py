"""Small words of the blanks in books that are filled in and returned, where one cell holds several."""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    Row("form.goal", "goal, unit to fill", "待填：工作目标"),
    Row("form.acceptance_test", "test, unit to fill", "待填：验收标准"),
    Row("form.risks", "risks, to fill", "待填：风险"),
    Row("form.needs", "needs, to fill", "待填：需协调事项"),
    Row("form.steps", "steps, unit to fill", "待填：步骤"),
    Row("form.officer", "officer", "待填：联系人"),
    Row("form.phone", "phone", "电话"),
)
