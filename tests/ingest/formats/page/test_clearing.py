from __future__ import annotations

import pytest

from secondhand.ingest.formats.html import from_html, read_page
from secondhand.ingest.formats.markup import html_tree

FIRST = "The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams."
MIDDLE = "“We saw it coming for years,” she said. “Nobody wanted to pay for new beams before the vote.”"
LAST = "Nobody was hurt, the caretaker Ida Holm told the council, and the pool will be dry until spring."
HEAD = "<title>Hall shut in Varde</title><meta name='author' content='Ann Lee'>"


def page(inside: str = "", before: str = "", after: str = "") -> str:
    body = f"{before}<div class='text'><p>{FIRST}</p>{inside}<p>{MIDDLE}</p><p>{LAST}</p></div>{after}"
    return f"<html><head>{HEAD}</head><body><article>{body}</article></body></html>"


def paragraphs(text: str) -> list[str]:
    article = from_html(text, "x")
    return [article.text[p.start : p.end] for p in article.paragraphs]


@pytest.mark.parametrize(
    "inside",
    [
        "<p><a href='/a'>Caretaker of the year</a></p>",
        "<p>Read more: <a href='/a'>Caretaker of the year is named.</a></p>",
        "<p><b>MORE ON THE HALL:</b> <a href='/a'>Caretaker of the year</a></p>",
        "<ul><li><a href='/a'>Caretaker of the year is named in Varde today.</a></li></ul>",
        "<div class='RelatedLinks'><h3>More</h3><p>Six halls in the county are to be shut.</p></div>",
        "<aside><h3>Varde in short</h3><p>The town has twelve thousand people and a hall.</p></aside>",
        "<blockquote><p>Nobody wanted to pay for new beams</p><cite>Ida Holm</cite></blockquote>",
        "<div class='newsletter-signup'><p>Get the news of Varde in your inbox every morning.</p></div>",
        "<figure><figcaption>The hall was shut on Monday, as seen here.</figcaption></figure>",
        "<p><b>Do you know more? Write to us at news@star.example.</b></p>",
        "<p><b>Also read</b> | <a href='/a'>Caretaker of the year</a></p>",
        "<div class='b7'><h3>Stay in touch</h3><p>All of Varde, each Friday, free.</p><form></form></div>",
        "<p>* * *</p>",
        "<div class='v1'><div>Video: inside the hall</div></div>",
        "<div class='fact-box'><h3>The hall</h3><p>It was built in 1961 by the men of the works.</p></div>",
        "<div class='quotebox'><h3>Nobody wanted to pay for new beams</h3><p>Ida Holm</p></div>",
        "<div style='border: 0'><p>Folds makes beams one can fold. <a rel='sponsored' href='https://f.example/'>"
        "Fold one today.</a></p><p>The first is free for you.</p></div>",
    ],
)
def test_what_is_not_the_article_is_left_out(inside: str) -> None:
    assert paragraphs(page(inside)) == [FIRST, MIDDLE, LAST]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>The council says: <a href='/a'>the notice of Tuesday</a></p>",
        "<p><a href='/a'>The hall will be open again in May, the council said on its page.</a></p>",
        "<blockquote><p>The beams are older than anybody on this council.</p></blockquote>",
        "<div class='related-to-nothing-wide'></div><p>She wrote to news@star.example, she says.</p>",
        "<p><b>What do you say to those who want it open in May?</b></p>",
        "<p>The firm sells <a rel='sponsored' href='https://f.example/'>beams to fold</a>, she said.</p>",
        "<p><b>Also</b> she read <a href='/a'>the notice</a>.</p>",
        "<div class='b7'><p>All of Varde, each Friday, free, if the beams hold.</p></div>",
    ],
)
def test_what_only_looks_like_it_is_kept(inside: str) -> None:
    assert len(paragraphs(page(inside))) == 4


@pytest.mark.parametrize("heading", ["<h1>{}</h1>", "<h2>{}</h2>", "<p>{}</p>", "<div class='h'>{}</div>"])
def test_the_headline_is_no_paragraph(heading: str) -> None:
    assert paragraphs(page(before=heading.format("Hall shut in Varde"))) == [FIRST, MIDDLE, LAST]


def test_another_heading_is_one() -> None:
    assert paragraphs(page("<h2>Rust in the beams</h2>"))[1] == "Rust in the beams"


def test_bylines_and_times_before_the_text_are_left_out() -> None:
    before = "<p>By Ann Lee</p><p>7 March 2021, 10:02</p><p>Varde</p>"
    assert paragraphs(page(before=before)) == [FIRST, MIDDLE, LAST]


def test_what_is_said_twice_is_read_once() -> None:
    assert paragraphs(page(after=f"<div class='brief'><p>{LAST}</p></div>")) == [FIRST, MIDDLE, LAST]


def test_the_authors_box_and_the_imprint_are_left_out() -> None:
    box = "<div class='x'><p>Ann Lee writes about Varde and its halls.</p></div>"
    after = f"{box}<p>© The Star. All rights reserved.</p>"
    assert paragraphs(page(after=after)) == [FIRST, MIDDLE, LAST]


def test_a_part_that_holds_most_of_the_text_is_the_article_whatever_it_is_called() -> None:
    named = page().replace("class='text'", "class='sponsored sidebar'")
    assert paragraphs(named) == [FIRST, MIDDLE, LAST]


def test_why_something_was_left_out_is_known() -> None:
    read = read_page(html_tree(page("<p>Read more: <a href='/a'>Caretaker of the year</a></p>")), None)
    assert read is not None
    assert ("Read more: Caretaker of the year", "a link to elsewhere") in [
        (one.block.words, one.reason) for one in read.chosen.dropped
    ]


def test_a_long_article_within_a_quotation_is_kept_where_it_repeats_itself() -> None:
    quoted = f"<blockquote><p>{FIRST}</p><p>{MIDDLE}</p><p>{LAST}</p><p>Nobody was hurt.</p></blockquote>"
    text = f"<html><head>{HEAD}</head><body><article>{quoted}</article></body></html>"
    assert paragraphs(text)[:3] == [FIRST, MIDDLE, LAST]


def test_a_long_list_of_links_is_no_part_of_the_article() -> None:
    items = "".join(
        f"<li><a href='/{n}'>The hall number {n} is shut this year.</a></li>" for n in range(3000)
    )
    assert paragraphs(page(f"<ul>{items}</ul>")) == [FIRST, MIDDLE, LAST]


PITCH = "<p><em>The Varde Post is paid for by its readers. <a href='/join'>Join them.</a></em></p>"


@pytest.mark.parametrize(("pitch", "read"), [(PITCH, 3), (PITCH.replace("em>", "i>"), 3), (PITCH[7:-9], 4)])
def test_what_the_outlet_says_of_itself_in_italics_before_the_text_is_left_out(pitch: str, read: int) -> None:
    named = page(pitch).replace(HEAD, f"{HEAD}<meta property='og:site_name' content='Varde Post'>")
    first = named.replace(f"<p>{FIRST}</p>{pitch}", f"<p>{pitch}</p><p>{FIRST}</p>")
    assert len(paragraphs(first)) == read


def test_from_a_day_below_the_text_on_all_is_about_the_page() -> None:
    below = "<div class='h1'><p>Published 4 May 2023</p><p>The name of a beam was set right.</p></div>"
    assert paragraphs(page(after=below)) == [FIRST, MIDDLE, LAST]


def test_a_line_that_names_the_outlet_before_a_link_to_something_of_its_own_is_left_out() -> None:
    pitch = (
        "<div class='e9'><p>More of the Varde Post in one place: <a href='/app'>take our app</a></p></div>"
    )
    named = HEAD + "<meta property='og:site_name' content='Varde Post'>"
    assert paragraphs(page(pitch).replace(HEAD, named)) == [FIRST, MIDDLE, LAST]
    told = "<p>She told the Varde Post of <a href='/a'>the notice</a>.</p>"
    assert len(paragraphs(page(told).replace(HEAD, named))) == 4


def test_a_sign_up_in_boxes_without_a_name_is_left_out() -> None:
    form = "<div><h4>Varde Post</h4><p>All of Varde, each Friday, free.</p><form></form></div>"
    assert paragraphs(page(form).replace(" class='text'", "")) == [FIRST, MIDDLE, LAST]


def test_names_of_players_below_the_text_are_left_out_and_a_list_is_kept() -> None:
    side = "<div class='s1'><h3>{}</h3><p>{}</p></div>"
    names = "; ".join(f"{n} Lowe, {n} Kerr ({n}), {n} Bowen" for n in range(9))
    sides = (
        f"<div class='t1'><h2>Sides</h2>{side.format('Varde', names)}{side.format('Holm', names[::-1])}</div>"
    )
    assert paragraphs(page(after=sides)) == [FIRST, MIDDLE, LAST]
    rooms = (
        "<h2>Where to swim</h2><ul><li>The hall of Holm, until nine</li><li>The sea, at any hour</li></ul>"
    )
    assert len(paragraphs(page().replace("</p></div>", f"</p>{rooms}</div>"))) == 6
    assert len(paragraphs(page(after=f"<div class='t1'>{rooms}</div>"))) == 6


def test_text_after_what_is_told_of_another_article_is_kept() -> None:
    box = "<div class='field'><div class='p--{}'>{}</div></div>"
    teaser = "<article><h3><a href='/88'>An idle bridge</a></h3><p>A report from the border.</p></article>"
    more = "The builder, who has since left the town, denied that the beams were too thin for the roof."
    after = box.format("related", teaser) + box.format("text", f"<p>{more}</p>")
    assert paragraphs(page(after=after).replace("class='text'", "class='p--text'")) == [
        FIRST,
        MIDDLE,
        LAST,
        more,
    ]


def test_a_line_of_names_is_left_out_below_the_standfirst_too() -> None:
    above = (
        "<p class='k'>Varde</p><h1>Hall shut in Varde</h1><div class='dek'>Rust was found in the beams.</div>"
        "<p>Words: Ann Lee · 3 March · 4 min read</p>"
    )
    assert paragraphs(page(before=above)) == ["Rust was found in the beams.", FIRST, MIDDLE, LAST]


def test_a_list_that_a_long_line_leads_to_before_the_first_sentence_is_kept_with_its_figures() -> None:
    lead = (
        "<p>The inspector told the council in a letter what he had found in the hall on the day after the "
        "feast, and it is worth reading:</p><ul><li>92 of 118 beams have rust</li><li>18 are bent</li></ul>"
    )
    assert len(paragraphs(page(before=f"<div class='text'>{lead}</div>"))) == 6


def test_the_day_of_publication_is_no_paragraph_of_the_text() -> None:
    dated = page("<p>4 March 2021</p><p>March 9, 2021</p>").replace(
        HEAD, f"{HEAD}<meta name='dc.date' content='2021-03-04'>"
    )
    assert paragraphs(dated) == [FIRST, "March 9, 2021", MIDDLE, LAST]


POST = "“He will be missed,” the union said in <a href='https://{}'>a post</a>."


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("x.com/union/status/17349", 4),
        ("www.facebook.com/union/posts/17349?a=b", 4),
        ("www.instagram.com/p/Cx17349/", 4),
        ("x.com/union", 3),
        ("www.instagram.com/union/", 3),
    ],
)
def test_who_is_quoted_from_a_post_is_no_one_to_follow(url: str, read: int) -> None:
    assert len(paragraphs(page().replace("</p></div>", f"</p><p>{POST.format(url)}</p></div>"))) == read


@pytest.mark.parametrize(
    "line", ["[Ann Lee alee@star.example] [ⓒ Varde Star, no use without leave]", "ap/kam/bfi/eg"]
)
def test_the_signs_of_editors_and_owners_at_the_end_are_left_out(line: str) -> None:
    assert paragraphs(page().replace("</p></div>", f"</p><p>{line}</p></div>")) == [FIRST, MIDDLE, LAST]


def test_sentences_below_links_in_lists_below_the_text_tell_of_other_articles() -> None:
    strip = "<ul class='t'><li><a href='/{0}'>Hall no. {0}</a></li></ul><ul class='d'><li>{1}</li></ul>"
    more = "The hall of the town at the other end of the county is to be sold in May."
    assert paragraphs(page(after=f"<div class='s'>{strip.format(1, more)}</div>")) == [FIRST, MIDDLE, LAST]
    listed = f"<p><a href='/3'>The list</a></p><ul><li>{more}</li></ul>"
    assert paragraphs(page(listed))[1:2] == [more]


def test_less_than_a_sentence_below_the_text_is_left_out() -> None:
    after = "<div class='w'><p>Loading weather data ...</p></div>"
    assert paragraphs(page(after=after)) == [FIRST, MIDDLE, LAST]


def end(line: str) -> str:
    return page().replace("</p></div>", f"</p>{line}</div>")


FORM = (
    "<div class='g7'><div><h2>Your inbox</h2><p>All of Varde, each Friday.</p></div>"
    "<div><div><form>{}</form></div></div></div>"
)


def test_a_small_box_with_a_form_deep_in_it_is_left_out_and_a_large_one_is_not() -> None:
    assert paragraphs(page(FORM.format(""))) == [FIRST, MIDDLE, LAST]
    assert len(paragraphs(page(FORM.format("<p>Say what you think of it all.</p>" * 20)))) > 4


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Topics:</b> <a href='/t/1'>halls</a>, <a href='/t/2'>pools</a>, <a href='/t/3'>rust</a></p>",
        "<p>Read the letter in full:</p><p><a href='/l'>The letter of the inspector</a></p>",
        "<div class='k1'><p>You have <b>1</b> article left, then <a href='/register'>register</a>.</p></div>",
    ],
)
def test_lines_that_lead_away_are_left_out_with_their_labels(line: str) -> None:
    assert paragraphs(page(line)) == [FIRST, MIDDLE, LAST]


def test_a_label_of_a_list_and_a_line_that_tells_of_a_sign_up_stay() -> None:
    before = "<div><p>In short:</p><ul><li>The hall is shut for now.</li></ul></div>"
    assert paragraphs(page(before=before))[0] == "In short:"
    told = "She had to <a href='/register'>register</a> at the desk."
    assert len(paragraphs(page(f"<p>{told}</p>"))) == 4


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("<p>Ann Lee writes on halls. Reach her by <a href='/mail'>mail</a>.</p>", 3),
        ("<p>Ann Lee reported from Varde, with help from the Holm Sheet.</p>", 4),
        ("<p>Ida Holm can be reached at iholm@star.example.</p>", 3),
        (
            "<p>She wrote to ida@star.example that she had not known of it, and to Lars Dahl, the mayor.</p>",
            4,
        ),
        ("<p>For more, please visit <a href='/news'>Varde Post News</a>.</p>", 3),
        ("<p>So she told the <a href='/2021/03/04/holm-speaks'>Varde Post</a>.</p>", 4),
    ],
)
def test_the_last_line_may_be_about_who_wrote_or_published_it(line: str, read: int) -> None:
    named = HEAD + "<meta property='og:site_name' content='Varde Post'>"
    assert len(paragraphs(end(line).replace(HEAD, named))) == read


def test_a_heading_in_a_box_with_nothing_but_other_articles_is_none_of_the_text() -> None:
    teaser = "<div class='c'><div><a href='/{0}'>Hall no. {0}</a></div></div>"
    box = f"<div class='o1'><h2>More like this</h2>{teaser.format(1)}{teaser.format(2)}</div>"
    assert paragraphs(page(box)) == [FIRST, MIDDLE, LAST]
    wrapped = "<div class='h'><h2>Rust</h2></div>"
    assert "Rust" in paragraphs(page(wrapped))


def test_what_stands_below_the_headline_in_a_heading_tells_of_no_other_article() -> None:
    lead = "<div class='l'><h2><a href='/1'>Hall shut in Varde</a></h2><p>Two beams are rust.</p></div>"
    assert len(paragraphs(page(before=lead))) == 4


def test_what_lies_over_the_text_is_left_out_however_long_it_is() -> None:
    consent = "<div role='dialog'><h2>Notice</h2><p>We and 18 partners keep cookies, if you let us.</p></div>"
    assert paragraphs(page(after=consent.replace("keep", "keep and read " * 40))) == [FIRST, MIDDLE, LAST]
    shown = page(before="<h1>Hall shut in Varde</h1>").replace("<article>", "<article role='dialog'>")
    assert paragraphs(shown) == [FIRST, MIDDLE, LAST]
