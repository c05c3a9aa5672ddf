"""How many pages papers take: a notice and the briefing one, the bulletin at most two."""

import pytest

from milepost.books.edition import page_count
from milepost.books.writers.papers.pdf import write_paper_pdf
from tests.books.content.papers.office import all_papers

MOST = {"notice": 1, "briefing": 1, "bulletin": 2}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_short_papers_stay_on_their_pages(language):
    short = [paper for paper in all_papers(language) if paper.kind in MOST]
    assert {paper.kind for paper in short} == set(MOST)
    pages = {paper.stem: page_count(write_paper_pdf(paper)) for paper in short}
    assert not [paper.stem for paper in short if pages[paper.stem] > MOST[paper.kind]]
