"""What a measure is called: its action, object and output."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.deadlines import find_deadlines
from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.titles import LONGEST, Title, title_of

CASES = (
    (
        "编制闲置岸线土地清单。摸清权属。",
        "编制闲置岸线土地清单，摸清权属",
        "闲置岸线土地清单",
        "闲置岸线土地清单",
    ),
    ("2028年6月底前，制定集疏运规划。", "制定集疏运规划", "集疏运规划", "集疏运规划"),
    (
        "修订完善《渔港管理办法》，规范停泊。",
        "修订完善《渔港管理办法》，规范停泊",
        "《渔港管理办法》",
        "《渔港管理办法》",
    ),
    ("以绿色转型为引领，建设零碳园区两个。", "建设零碳园区两个", "零碳园区两个", None),
    ("开展水质监测，每季度通报一次。", "开展水质监测，每季度通报一次", "水质监测", None),
    ("对巡查到位的县，在分配资金时予以倾斜。", "对巡查到位的县，在分配资金时予以倾斜", None, None),
    ("支持发展共享停车。", "支持发展共享停车", "共享停车", None),
    ("场馆开放", "场馆开放", None, None),
    ("将进展情况报市府办。", "将进展情况报市府办", "进展情况", None),
    ("对易涝点实施泵站改造，确保6月底前完工。", "对易涝点实施泵站改造", "泵站改造", None),
    ("排查整治小餐饮店1200家。", "排查整治小餐饮店1200家", "小餐饮店1200家", None),
    ("编制排水规划，年底前完成。", "编制排水规划", "排水规划", "排水规划"),
    ("不得新增隐性债务。", "不得新增隐性债务", "隐性债务", None),
)


def title(text: str) -> Title:
    """The title of a text."""
    folded = fold(text)
    end = len(folded.text)
    return title_of(folded, 0, end, find_deadlines(folded, 0, end, Days(year=2028)))


@pytest.mark.parametrize(("text", "action", "thing", "output"), CASES)
def test_title_is_read(text: str, action: str, thing: str | None, output: str | None) -> None:
    found = title(text)
    assert found.action == action
    assert (found.object.text if found.object else None) == thing
    assert (found.output.text if found.output else None) == output


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("根据会议意见修改监管办法，11月10日前报市委常委会审定", "修改监管办法，报市委常委会审定"),
        ("将于11月中旬组织专家评审", "组织专家评审"),
        ("推进岸电改造。新建岸电桩 8 座，使用率达到15%。", "推进岸电改造，新建岸电桩 8 座，使用率达到15%"),
        ("改善停泊条件。①新建泊位20个；②疏浚航道3公里。", "改善停泊条件，新建泊位20个，疏浚航道3公里"),
        ("规范岸线使用。其中闲置岸线由港口局认定。", "规范岸线使用"),
        (
            "清理闲置泊位。对闲置两年以上的泊位，由港口局收回。",
            "清理闲置泊位，对闲置两年以上的泊位，由港口局收回",
        ),
        ("整治渔港环境。2028年6月底前完成。", "整治渔港环境"),
        ("新建泊位20个。配套装卸设备。", "新建泊位20个"),
        ("为300户渔民更新渔船，2028年11月底前完成", "为300户渔民更新渔船"),
        ("为优化通航环境，疏浚航道3公里", "疏浚航道3公里"),
        ("整改措施：建立台账，逐一销号", "建立台账，逐一销号"),
        ("每月举办1场对接活动", "每月举办1场对接活动"),
        ("每月5日前报送进度", "报送进度"),
        ("每年4月、9月各组织一次联合行动", "每年4月、9月各组织一次联合行动"),
        ("从信息化专项中安排，3月底前下达", "从信息化专项中安排，3月底前下达"),
        (
            "对推进老旧街区更新力度大、完成老旧电梯更换任务较好的县区，市财政在安排城建补助资金时给予适当补助，"
            "并在评先评优中优先考虑，在项目申报中给予支持",
            "对…完成老旧电梯更换任务较好的县区，市财政在安排城建补助资金时给予适当补助，并在评先评优中优先考虑，"
            "在项目申报中给予支持",
        ),
        # near misses: a ground that is none of the act, a date whose clause says enough without it
        ("根据上级要求，制定泊位监管办法", "制定泊位监管办法"),
        ("建设海外仓2个，6月底前完成选址", "建设海外仓2个，完成选址"),
    ],
)
def test_a_title_says_for_whom_and_keeps_what_a_date_carries(text: str, action: str) -> None:
    assert title(text).action == action


def test_a_long_phrase_is_cut_at_a_sign() -> None:
    text = "推进" + "老旧管网更新改造工程建设，" * 12
    action = title(text).action
    assert len(action) <= LONGEST
    assert action.endswith("建设")


def test_the_object_is_a_piece_of_the_text() -> None:
    text = "建立　健康档案制度。"
    found = title(text)
    assert found.object is not None
    assert text[slice(*found.object.span)] == found.object.text


def test_a_prohibition_keeps_its_words_and_forbids() -> None:
    text = "债务管理方案\n1.不得新增隐性债务。（市财政局负责）"
    (measure,) = read_chinese(text, [], None).measures
    assert (measure.action, measure.polarity) == ("不得新增隐性债务", "refrain")
