"""Unit lists: where one unit ends and the next begins."""

import pytest

from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.units import is_collective, is_plural, is_unit, split_units

CASES: tuple[tuple[str, list[str], bool], ...] = (
    ("市教育局、市委编办", ["市教育局", "市委编办"], False),
    ("市交通局,市公安局；县财政局", ["市交通局", "市公安局", "县财政局"], False),
    ("各区、县级市", ["各区、县级市"], False),
    ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"], False),
    ("市科技局,各镇、街道", ["市科技局", "各镇、街道"], False),
    ("各街道、区直有关部门", ["各街道", "区直有关部门"], False),
    ("各县<市、区>人民政府", ["各县<市、区>人民政府"], False),
    ("各县（市、区）政府、市林业局", ["各县（市、区）政府", "市林业局"], False),
    ("人力资源和社会保障局", ["人力资源和社会保障局"], False),
    ("区委编办及区直相关单位", ["区委编办", "区直相关单位"], False),
    ("市商务局和各区政府", ["市商务局", "各区政府"], False),
    ("省科技厅、财政厅等部门", ["省科技厅", "财政厅"], True),
    ("省科技厅等有关部门", ["省科技厅", "有关部门"], True),
    ("市数据局等；各区政府", ["市数据局", "各区政府"], True),
    ("市水务局等部门和沿江各区政府", ["市水务局", "沿江各区政府"], True),
    ("市城管局（市园林局）、市府办〔市数据局〕", ["市城管局（市园林局）", "市府办〔市数据局〕"], False),
    ("由市科技局会同市财政局", ["市科技局会同市财政局"], False),
    ("—", [], False),
)


@pytest.mark.parametrize(("text", "names", "is_open"), CASES)
def test_list_is_split(text: str, names: list[str], is_open: bool) -> None:
    folded = fold(text)
    found = split_units(folded.text, 0, len(text))
    assert [folded.words(a, b) for a, b in found.spans] == names
    assert found.open is is_open


@pytest.mark.parametrize(
    "text", ["市科技局", "国家发展改革委", "各县<市、区>人民政府", "团市委", "青松经济开发区", "计财科"]
)
def test_units_are_known(text: str) -> None:
    assert is_unit(text, 0, len(text))


@pytest.mark.parametrize(
    "text", ["含技工院校", "不需转报", "校方", "此件公开发布", "9月底", "推动高质量发展的学校"]
)
def test_other_words_are_no_units(text: str) -> None:
    assert not is_unit(text, 0, len(text))


def test_a_collective_fits_any_unit() -> None:
    assert all(map(is_collective, ("各有关部门和单位", "有关部门", "各地", "县直各有关单位", "相关单位")))
    assert not any(map(is_collective, ("各县人民政府", "市科技局", "沿海各区政府")))
    assert is_plural("各县人民政府")
    assert not is_plural("市科技局")
