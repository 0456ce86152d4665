import io

import pytest

from secondhand.archive.recovery import copy_lines, scan_lines

A, B, C, D = (b'{"id": "%c", "reason": "none"}\n' % c for c in b"abcd")
WIDE = len(A)


@pytest.mark.parametrize(
    ("data", "ids", "whole"),
    [
        (b"", "", []),
        (A + B, "ab", [(0, 2 * WIDE)]),
        (A + b"\0" * 8 + B + C + D, "abcd", [(0, WIDE), (WIDE + 8, 4 * WIDE + 8)]),
        (b"\0" * 8 + A, "a", [(8, 8 + WIDE)]),
        (
            A + bytes(4) + B + bytes(4) + C + D,
            "abcd",
            [(0, WIDE), (WIDE + 4, 2 * WIDE + 4), (2 * WIDE + 8, 4 * WIDE + 8)],
        ),
        (A + B[:-4], "a", [(0, WIDE)]),
        (A + b"\0" * 9, "a", [(0, WIDE)]),
        (b"\0" * 9, "", []),
        (A[:7], "", []),
        (A[:12], "", []),
    ],
)
def test_whole_lines_are_found(data: bytes, ids: str, whole: list[tuple[int, int]]) -> None:
    found = scan_lines(io.BytesIO(data))
    assert found.ids == set(ids)
    assert found.whole == whole
    assert not found.foreign
    copy_lines(io.BytesIO(data), found, out := io.BytesIO())
    assert out.getvalue() == b"".join(line for line in (A, B, C, D) if line[8:9].decode() in ids)


def test_a_last_line_without_its_end_is_whole() -> None:
    found = scan_lines(io.BytesIO(A + B[:-1]))
    assert (found.ids, found.unended, found.whole) == ({"a", "b"}, True, [(0, 2 * WIDE - 1)])
    assert not scan_lines(io.BytesIO(A + B)).unended
    assert not scan_lines(io.BytesIO(A[:-1] + b"\0")).ids


@pytest.mark.parametrize("data", [A + b"x\n" + B, b"\0\0x\n", A[:-1] + b"\r\n", A + b"\n" + B, b"x\0"])
def test_what_no_write_of_ours_leaves_is_foreign(data: bytes) -> None:
    assert scan_lines(io.BytesIO(data)).foreign
