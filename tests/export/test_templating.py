from __future__ import annotations

import pytest

from secondhand.errors import OptionError
from secondhand.export import templating
from secondhand.export.templating import render_template, render_untrusted

ARTICLES = [
    {
        "title": "A *title*",
        "front_matter": "title: x\n",
        "quotations": [{"text": "a\nb", "note": "- a *note*\n\n\n\n    code", "hashtags": " #a_b"}],
    }
]
ALL = (
    "{% for a in articles %}{{ a.title }}|{{ a.front_matter }}{% for said in a.quotations %}"
    "{{ said.text|quoted }}|{{ said.text|raw }}|{{ said.note }}|"
    "{{ said.hashtags }}\n\n\n\n{% endfor %}{% endfor %}"
)


def test_all_is_escaped_but_what_is_markdown_and_nothing_is_left_out() -> None:
    text = "A \\*title\\*|title: x\n> a\n>\n> b|a\nb|- a *note*\n\n\n\n    code| #a_b\n"
    assert render_template(ALL, ARTICLES) == text
    assert render_untrusted(ALL, ARTICLES) == text


def test_a_note_does_not_go_on_behind_itself() -> None:
    articles = [{**ARTICLES[0], "quotations": [{"text": "", "note": "```\nx", "hashtags": ""}]}]
    template = "{% for said in articles[0].quotations %}{{ said.note }}{% endfor %}"
    assert render_template(template, articles) == "```\nx\n```\n"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    ],
)
def test_one_without_an_end_is_one_line(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templating, "LONGEST", 1)
    with pytest.raises(OptionError, match=r"it is not done after 1 seconds\. Has it a loop"):
        render_untrusted(template, ARTICLES)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ 'x' * 10**12 }}", "takes too much memory"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "maximum recursion depth"),
        ("{% for %}", "at fault, line 1: Expected an expression"),
        ("{{ articles[0].title.__class__ }}", "is unsafe"),
        ("{{ articles.append(1) }}", "is unsafe"),
        ("{{ articles[0].update(a=1) }}", "is unsafe"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "is unsafe"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include '/etc/passwd' %}", "can take in no other file"),
        ("{% extends 'x' %}", "can take in no other file"),
        ("{{ 'a' + 1 }}", "at fault: can only concatenate"),
        ("{{ 'é\ud800' }}{{ no\n\nthing }}", "at fault, line 3"),
    ],
)
def test_one_at_fault_is_one_line(template: str, told: str) -> None:
    with pytest.raises(OptionError, match=told) as raised:
        render_untrusted(template, ARTICLES)
    assert "\n" not in str(raised.value)


def test_a_process_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templating.sys, "executable", "/bin/false")
    with pytest.raises(OptionError, match="takes too much memory or time"):
        render_untrusted("x", ARTICLES)
