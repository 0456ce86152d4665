import pytest

from secondhand.export.org import BREAK, escape_block, escape_heading, escape_org, escape_property

HOSTILE = [
    ("* no heading", "¦* no heading"),
    ("  #+include: /etc/passwd", "¦  #+include: ¦/etc/passwd"),
    ("| no | table", "¦| no | table"),
    (":END:", "¦:END:"),
    ("- a\n+ b\n1. c\n2) d\na. e", "¦- a\n¦+ b\n¦1. c\n¦2) d\n¦a. e"),
    ("%%(shell-command)\n &%%(x)", "¦%%(shell-command)\n¦ &%%(x)"),
    ("a *bold*, (/slanted/) =word= ~code~ +gone+", "a ¦*bold*, (¦/slanted/) ¦=word= ¦~code~ ¦+gone+"),
    ("[[shell:ls][x]]", "[¦[¦shell¦:ls][¦x]]"),
    ("shell:ls elisp:(x) Mailto:a file+sys:/bin/x", "shell¦:ls elisp¦:(x) Mailto¦:a file+sys¦:/bin/x"),
    ("<2025-01-01> <<t>> [fn:1] [1/2]", "<¦2025-01-01> <¦<¦t>> [¦fn¦:1] [¦1/2]"),
    ("src_sh{ls} call_x(1)[y]", "src¦_¦sh{¦ls} call¦_¦x(1)[¦y]"),
    ("{{{m(1)}}}", "{¦{¦{¦m(1)}}}"),
    ("@@html:<b>@@", "@¦@html¦:<¦b>@¦@"),
    (r"\alpha \(x\) \\", "\\¦alpha \\¦(x\\¦) \\¦\\"),
    ("a_b a^2 $x$ $$y$$", "a¦_¦b a¦^¦2 \\dollar{}x$ \\dollar{}\\dollar{}y\\dollar{}\\dollar{}"),
    ("CLOCK: [2026-01-01]", "CLOCK¦: [¦2026-01-01]"),
    ("-*- eval: (x) -*-", "¦-¦*- eval: (x) -¦*-"),
    ("# Local Variables:", "¦# Local¦ Variables:"),
]
"""what Org would read as more than text, and how it is written; ¦ stands for the break"""

PLAIN = [
    "3 * 4 = 12, and/or, 1-2, x+y",
    "He said: “It may.” At 10:30, to be sure.",
    "https://a.example/b?c=d and http://a.example",
    "It cost $5, then $6 (or 7 %).",
    "It is 5 > 4 | 3 < 4",
    "",
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_whatever_an_article_holds_is_only_text(text: str, shown: str) -> None:
    assert escape_org(text).replace(BREAK, "¦") == shown


@pytest.mark.parametrize("text", [*PLAIN, *(text for text, _ in HOSTILE)])
def test_the_very_words_come_back(text: str) -> None:
    assert escape_org(text).replace(BREAK, "").replace(r"\dollar{}", "$") == text


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_stay(text: str) -> None:
    assert escape_org(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("TODO buy :house:", "¦TODO buy :house:¦"),
        ("NEXT step", "¦NEXT step"),
        ("A word", "¦A word"),
        ("Rates rise", "Rates rise"),
        ("COMMENT [#A] x", "¦COMMENT [¦#A] x"),
        ("so:", "so:¦"),
    ],
)
def test_a_heading_is_only_a_heading(text: str, shown: str) -> None:
    assert escape_heading(text).replace(BREAK, "¦") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.example/b_c?d=shell:ls#e^f", "https://a.example/b_c?d=shell:ls#e^f"),
        ("https://a.example/ shell:ls", "https://a.example/ shell¦:ls"),
        ("https://a.example/[[shell:ls]]", "https://a.example/[¦[shell¦:ls]]"),
        ("<elisp:(x)>", "<¦elisp¦:(x)>"),
        ("Ann_Lee *x* [y]", "Ann_Lee *x* [y]"),
        ("Local Variables:", "Local¦ Variables:"),
        ("x :END: :PROPERTIES: [2026-01-01]", "x :¦END: :¦PROPERTIES: [¦2026-01-01]"),
    ],
)
def test_a_property_leads_nowhere_but_to_the_web(text: str, shown: str) -> None:
    assert escape_property(text).replace(BREAK, "¦") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("* a\n  * b\n\t#+end_example\n#+END_EXAMPLE", ",* a\n  ,* b\n\t,#+end_example\n,#+END_EXAMPLE"),
        (",* a\n,,#+x\n, c\n#include <x>", ",,* a\n,,,#+x\n, c\n#include <x>"),
        ("shell:ls Elisp:(x) file+sys:/x file:/x", "shell¦:ls Elisp¦:(x) file+sys¦:/x file¦:/x"),
        ("make: all\nhttps://x.example\ngit:x", "make: all\nhttps://x.example\ngit:x"),
        ("%%(x)\n  &%%(y)\n100 %%(z)", "¦%%(x)\n¦  &%%(y)\n100 %%(z)"),
        (":PROPERTIES:\n:a: b\n  :END:", ":¦PROPERTIES:\n:a: b\n  :¦END:"),
        ("CLOCK: [2026-01-01]", "CLOCK¦: [2026-01-01]"),
        ("local variables:\n-*- mode: x -*-", "local¦ variables:\n-¦*- mode: x -¦*-"),
    ],
)
def test_a_block_neither_ends_nor_runs(text: str, shown: str) -> None:
    assert escape_block(text).replace(BREAK, "¦") == shown
