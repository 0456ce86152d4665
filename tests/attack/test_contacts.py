"""Nothing is sent, and nothing kept, but what the user asked for, by whatever command, process or library."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.attack.watched import CannotWatch, Seen, watch
from tests.claims import SEED

pytestmark = [pytest.mark.attack, pytest.mark.model]

HERE = Path(__file__).parent
LINES = (HERE / "commands.txt").read_text("utf-8").splitlines()
COMMANDS = [line for line in LINES if not line.startswith("#")]
PAGE = "<title>Rain</title><article><h1>Rain</h1><p>It rains, the mayor said on Monday.</p></article>"
FEED = """<rss version="2.0"><channel><title>News</title>
<item><title>Rain</title><link>http://127.0.0.1:1/a</link><description>It rains.</description></item>
<item><title>Snow</title><link>http://snow.example/a</link><description>It snows.</description></item>
</channel></rss>"""
OURS = ("home/.local/share/secondhand", "home/.config/secondhand")
"""folders in which the program keeps what is the user's"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the files in ``folder``; yield the server's host and port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a folder with articles in it and an empty home beside it."""
    folder = tmp_path / "work"
    (folder / "articles").mkdir(parents=True)
    (folder / "served").mkdir()
    for name in ("article.txt", "articles/a.txt", "articles/b.txt"):
        shutil.copy(SEED, folder / name)
    for name in ("articles/feed.xml", "served/feed.xml"):
        (folder / name).write_text(FEED, "utf-8")
    (folder / "served" / "page.html").write_text(PAGE, "utf-8")
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    return folder


def watched(command: list[str], work: Path) -> Seen:
    """Return whom ``command`` turns to in ``work``; skips where nobody can tell."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    top = work.parent
    # Of what is set here nothing else is: what runs in a CI may behave because it sees that.
    env = {
        "PATH": programs, "HOME": str(top / "home"), "TMPDIR": str(top / "tmp"), "LANG": "C.UTF-8",
        "PYTHONPATH": str(HERE.parents[1]), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    try:
        return watch(command, env, work)
    except CannotWatch:
        pytest.skip("no process can be watched here")


def files(top: Path) -> set[str]:
    return {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}


@pytest.mark.parametrize("line", COMMANDS)
def test_only_what_was_typed_is_contacted_and_only_ours_is_kept(line: str, work: Path) -> None:
    before = files(work.parent)
    with serving(work / "served") as server:
        typed = line.format(page=f"http://{server}/page.html", feed=f"http://{server}/feed.xml")
        seen = watched(shlex.split(typed), work)
    assert seen.output or "articles analysed" in seen.errors, seen.errors
    assert seen.contacts == ({server} if typed != line else set())
    new = files(work.parent) - before
    assert {file for file in new if not file.startswith((*OURS, "work/out."))} == set()


@pytest.mark.cluster
def test_the_workers_of_a_cluster_turn_to_each_other_alone(work: Path) -> None:
    pytest.importorskip("distributed")
    code = """
if __name__ == "__main__":
    from distributed import LocalCluster
    from secondhand.cli import main
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        main(["analyze", "article.txt", "-o", "out.jsonl", "--cluster", cluster.scheduler_address])
"""
    (work / "run.py").write_text(code, "utf-8")
    before = files(work.parent)
    seen = watched([sys.executable, "run.py"], work)
    assert "1 article analysed" in seen.errors
    # Dask learns its own address from a socket towards there, through which it never sends anything.
    others = seen.contacts - {"8.8.8.8:80"}
    assert {contact for contact in others if not contact.startswith(("127.0.0.1:", "unix:"))} == set()
    new = files(work.parent) - before
    assert {file for file in new if "dask-scratch-space" not in file} == {"work/out.jsonl"}


def test_the_watch_sees_what_libraries_in_c_turn_to(work: Path) -> None:
    code = """
import ctypes
libc = ctypes.CDLL(None)
address = ctypes.create_string_buffer(bytes((2, 0, 0, 9, 127, 0, 0, 1, *8 * [0])))
libc.connect(libc.socket(2, 1, 0), address, 16)
libc.sendto(libc.socket(2, 2, 0), b"x", 1, 0, address, 16)
print("done")
"""
    seen = watched([sys.executable, "-c", code], work)
    assert (seen.output, seen.contacts) == ("done\n", {"127.0.0.1:9"})
