"""Markdown as a person would write it, with YAML front matter that Obsidian reads; or the user's template.

A template is Jinja2 in a sandbox, and in a process of its own that is ended where it takes too long.
``articles`` holds for each article ``title``, ``authors``, ``publisher``, ``date``, ``url``, ``byline``,
``front_matter`` and ``quotations``: each with all fields of the Quotation in ``export/quotation.py``, and
``hashtags``. Whatever it prints is escaped, but for ``note``, which is Markdown; ``{{ said.text|quoted }}``
prints a block quotation, ``{{ said.text|raw }}`` the bare words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from secondhand.export.form import Options
from secondhand.export.items import list_items
from secondhand.export.quotation import Quotation, Source, describe_article, describe_item
from secondhand.export.tagging import make_tags
from secondhand.export.templating import render_template, render_untrusted
from secondhand.notes.notebook import Notebook

SUFFIX = ".md"
TAKES_TEMPLATE = True
ABOUT = "quotations, who says them, your notes; for Obsidian too"
_OURS = Path(__file__).with_name("markdown.md.j2")


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks through the template; raises OptionError where that is at fault."""
    articles = [_article(notebook, options) for notebook in notebooks]
    if options.template is not None:
        return render_untrusted(options.template, articles)
    return render_template(_OURS.read_text("utf-8"), articles)


def _article(notebook: Notebook, options: Options) -> dict[str, Any]:
    of = describe_article(notebook.article)
    found = [
        describe_item(notebook.article, item) for item in list_items(notebook, options.what, options.speaker)
    ]
    byline = " · ".join(filter(None, (", ".join(of.authors), of.publisher, of.date, of.url)))
    told = asdict(of) | {"byline": byline, "front_matter": _front_matter(of, found)}
    return told | {"quotations": [_fill_quotation(said) for said in found]}


def _fill_quotation(said: Quotation) -> dict[str, Any]:
    hashtags = "".join(f" #{tag}" for tag in _hashtags(said))
    told = {"place": said.place, "stance_told": said.stance_told, "corrected": said.corrected}
    return asdict(said) | told | {"hashtags": hashtags}


def _front_matter(of: Source, found: Sequence[Quotation]) -> str:
    """Return what Obsidian calls properties, without those nothing is known of."""
    import yaml

    created = [said.created for said in found if said.created]
    known = {
        "title": of.title,
        "author": list(of.authors),
        "publisher": of.publisher,
        "date": date.fromisoformat(of.date) if of.date else None,
        "source": of.url,
        "tags": sorted({tag for said in found for tag in _hashtags(said)}),
        "created": min(created).replace(" ", "T") if created else "",
    }
    filled = {name: value for name, value in known.items() if value}
    return yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=1_000_000).rstrip("\n")


def _hashtags(said: Quotation) -> list[str]:
    """Return its tags as Obsidian takes them: letters, digits, "_", "-" and "/", and not digits alone."""
    return [f"_{tag}" if tag.isdigit() else tag for tag in make_tags(said.tags, "-", also="_-/")]
