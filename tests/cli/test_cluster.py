"""`milepost read --cluster`: the same readings from a Dask cluster."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from milepost.cli.cluster import cluster
from milepost.cli.faults import Stop
from tests.cli.conftest import Run

distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")
SENTENCE = "The Port Office shall publish a tide table no later than 3 May 2027.\n"


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a small cluster on this machine."""
    from milepost.reading.bulk.work import pool_of_this_process

    settings: dict[str, Any] = {"dashboard_address": None, "protocol": "tcp://", "silence_logs": 50}
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, **settings) as cluster:
        yield cluster.scheduler_address
    pool_of_this_process().close()
    pool_of_this_process.cache_clear()


def test_a_cluster_gives_the_same_readings(milepost: Run, tmp_path: Path, scheduler: str) -> None:
    assert scheduler.startswith("tcp://")
    (tmp_path / "documents").mkdir()
    for n in range(6):
        (tmp_path / f"documents/{n}.txt").write_text(SENTENCE * (n + 1))
    (tmp_path / "documents/bad.docx").write_bytes(b"no zip")
    there = milepost("read", "documents", "--out", "there", "--cluster", scheduler)
    here = milepost("read", "documents", "--out", "here")
    assert (there.returncode, here.returncode) == (3, 3), there.stderr
    assert "6 of 7 files read, 21 measures: there" in there.stderr
    assert "1 failed, damaged: bad.docx" in there.stderr
    for n in range(6):
        assert (tmp_path / f"there/{n}.json").read_bytes() == (tmp_path / f"here/{n}.json").read_bytes()


def test_several_files_are_shown_from_a_cluster_too(milepost: Run, tmp_path: Path, scheduler: str) -> None:
    (tmp_path / "one.txt").write_text(SENTENCE)
    run = milepost("read", "one.txt", "--cluster", scheduler)
    assert run.returncode == 0, run.stderr
    assert "1 of 1 files read, 1 measure." in run.stdout


def test_a_cluster_with_another_milepost_is_refused(
    milepost: Run, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("milepost.__version__", "0.0.1")
    (tmp_path / "one.txt").write_text(SENTENCE)
    run = milepost("read", "one.txt", "--cluster", scheduler)
    assert run.returncode == 2
    assert "its workers have Milepost 0.0.1" in run.stderr


def test_an_address_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.cli.cluster.PATIENCE", 0.3)
    with pytest.raises(Stop, match="no scheduler answers there"), cluster("tcp://127.0.0.1:9"):
        pass


def test_without_the_extra_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Stop, match="pip install"), cluster("tcp://127.0.0.1:8786"):
        pass
