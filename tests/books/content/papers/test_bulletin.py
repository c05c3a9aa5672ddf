"""The bulletin: order, outcomes, people, what follows, restriction, draft stamp."""

import re

import msgspec
import pytest

from milepost.books.content import papers
from milepost.books.content.papers.bulletin import item_sentence
from milepost.books.content.records.paper import Paragraph, Points
from milepost.books.inputs import Item, MeetingRecord
from tests.books.content.papers.office import all_words, office, runs, words_of
from tests.books.langang_office import SECRET

SENTENCES = (
    ("convey", "noted", "The meeting was told of X.", "会议传达学习了X。"),
    ("convey", "none", "The meeting was told of X.", "会议传达学习了X。"),
    ("review", "adopted", "The meeting reviewed and adopted X.", "会议审议通过了X。"),
    ("review", "in_principle", "The meeting reviewed X: adopted in principle.", "会议原则通过了X。"),
    ("review", "returned", "The meeting reviewed X: returned for changes.", "会议审议了X，决定退回修改。"),
    ("review", "deferred", "The meeting reviewed X: deferred.", "会议审议了X，决定暂缓。"),
    ("review", "none", "The meeting reviewed X.", "会议审议了X。"),
    ("hear", "noted", "The meeting heard and noted X.", "会议听取了X。"),
    ("hear", "returned", "The meeting heard X: returned for changes.", "会议听取了X，决定退回修改。"),
    ("study", "none", "The meeting discussed X.", "会议研究了X。"),
    ("study", "deferred", "The meeting discussed X: deferred.", "会议研究了X，决定暂缓。"),
    ("other", "none", "Among other matters, the meeting dealt with X.", "会议还研究了X。"),
)


def meeting(language: str, **changes: object) -> MeetingRecord:
    """The invented tenth meeting, with changes."""
    _, standing = office(language)
    return msgspec.structs.replace(standing.state.meetings[0], **changes)


def bulletin(language: str, **changes: object):
    """Its bulletin."""
    view, standing = office(language)
    return papers.bulletin(view, standing, meeting(language, **changes))


@pytest.mark.parametrize(("kind", "outcome", "english", "chinese"), SENTENCES)
def test_a_sentence_says_what_was_done_and_its_outcome(kind, outcome, english, chinese):
    item = Item(id="i", number=1, kind=kind, title="X", outcome=outcome)
    for language, expected in (("en", english), ("zh", chinese)):
        view, _ = office(language)
        assert words_of(item_sentence(view, item)) == expected


def test_requests_stand_in_the_sentence_of_their_item():
    said = all_words(bulletin("zh"))
    assert (
        "会议听取了数据共享目录推进情况汇报，并提出要求：2027年6月25日前印发目录；逐项明确提供单位。" in said
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_items_stand_in_the_order_heard_a_sentence_each(language):
    record = meeting(language)
    shuffled = bulletin(language, items=tuple(reversed(record.items)))
    heard = [
        block.text[0].item
        for block in shuffled.blocks
        if isinstance(block, Paragraph) and block.text[0].item != record.id
    ]
    assert heard == [item.id for item in record.items if not item.restricted]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_run_carries_the_id_of_its_item_or_of_the_meeting(language):
    known = {item.id for item in meeting(language).items} | {"m10"}
    assert {run.item for run in runs(bulletin(language))} <= known


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_restricted_item_is_absent_with_its_number(language):
    paper = bulletin(language)
    assert "i6" not in {run.item for run in runs(paper)}
    said = all_words(paper)
    assert "estricted" not in said
    assert "限定范围" not in said
    assert not [word for word in SECRET[language].values() if word in said]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_open_decision_sought_and_resolution_is_told(language):
    record, said = meeting(language), all_words(bulletin(language))
    closed = {item.id for item in record.items if item.restricted}
    for row in (*record.decisions, *record.resolutions):
        assert (row.text in said) == (row.item not in closed)


def test_an_open_item_is_told_that_would_be_hidden_if_it_were_restricted():
    items = tuple(msgspec.structs.replace(item, restricted=False) for item in meeting("en").items)
    said = all_words(bulletin("en", items=items))
    assert all(word in said for word in SECRET["en"].values())


def test_people_are_named_with_the_titles_of_that_day():
    said = all_words(bulletin("zh"))
    assert "会议由市长任宇主持。市改革办主任秦默、副市长沈玉兰出席会议。" in said
    assert "望澜园区主任唐睿列席会议。市发展改革局局长郑弘作汇报。" in said


def test_what_follows_names_owner_and_day():
    *_, points = (block for block in bulletin("en").blocks if isinstance(block, Points))
    assert [words_of(item) for item in points.items] == [
        "Revise the commitment rules and send them for signature: Development and Reform Bureau, by "
        "5 July 2027.",
        "Agreed: issue the data catalogue, if need be with 106 items: Approvals and Data Bureau, by "
        "25 June 2027.",
        "Agreed: begin the trial on public data without the transport data: Approvals and Data Bureau, by "
        "31 July 2027.",
    ]


def test_the_days_of_sitting_and_publishing_stand_apart():
    paper = bulletin("zh")
    assert isinstance(paper.blocks[0], Paragraph)
    assert words_of(paper.blocks[0].text) == "2027年6月22日召开　2027年6月23日发布"
    assert paper.frozen_on == "2027-06-23"


@pytest.mark.parametrize(("language", "stamp"), [("en", "Draft, not approved"), ("zh", "草稿　未经审定")])
def test_a_bulletin_is_a_draft_until_it_is_approved(language, stamp):
    assert bulletin(language).stamp == stamp
    approved = bulletin(language, approved=True, approved_by="Ren Yu")
    assert approved.stamp == ""
    assert "Ren Yu" in approved.colophon[0][0]


def test_wording_of_the_bulletin_has_no_adjective_of_praise():
    said = " ".join(run.text for run in runs(bulletin("zh")) if run.origin is None)
    assert not re.search("重要|圆满|成功|积极|深入|全力|切实|扎实", said)
