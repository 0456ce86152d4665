"""Who is heard, counted: each word once, and so that counts add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.sources import Node, Sources, count_sources, merge_sources
from tests.claims import MODEL, Teller, article_of, seed_analysis, seed_article


def told(text: str, publisher: str = "Politico") -> Teller:
    return Teller(article_of(text, publisher=publisher))


def analysis(teller: Teller) -> Analysis:
    return Analysis(tuple(teller.speakers.values()), tuple(teller.claims), MODEL)


def of(article: Article, analysis: Analysis) -> Sources:
    return count_sources(article, analysis.claims, analysis.speakers)


def nested() -> tuple[Article, Analysis]:
    t = told("Ann Lee told CNN that Bob Ray believes cats are fine. Officials saw twenty-five dogs.")
    ann, bob, officials = t.speaker("Ann Lee"), t.speaker("Bob Ray"), t.speaker("officials", "anonymous")
    cnn = t.link("CNN", "reported")
    parent = t.claim(0, ["Bob Ray believes cats are fine"], "told", "Ann Lee", ann, via=(cnn,))
    via = (cnn, t.link("Ann Lee", "told"))
    t.claim(0, ["cats are fine"], "believes", "Bob Ray", bob, via=via, parent=parent, kind="direct")
    t.claim(0, ["twenty-five dogs"], "saw", "Officials", officials)
    return t.article, analysis(t)


def test_a_word_within_a_claim_within_a_claim_is_the_innermosts() -> None:
    sources = of(*nested())
    assert sources.voices == Counter(own=7, further=6, unnamed=2)
    assert (sources.words, sources.claims) == (15, 3)
    assert {heard.name: heard.words for heard in sources.speakers} == {
        "Ann Lee": 3,
        "Bob Ray": 3,
        "officials": 2,
    }


def test_the_tree_goes_from_the_publisher_through_every_relay_to_the_origin() -> None:
    ray = Node("Bob Ray", "person", 1, 3)
    cnn = Node("CNN", "organization", 2, 6, (Node("Ann Lee", "person", 2, 6, (ray,)),))
    officials = Node("officials", "anonymous", 1, 2)
    assert of(*nested()).trees == (Node("Politico", "organization", 3, 8, (cnn, officials)),)


def test_a_speaker_is_told_by_all_their_claims() -> None:
    heard = of(seed_article(), seed_analysis()).speakers[0]
    assert (heard.name, heard.type, heard.role) == (
        "Alain de Benoist",
        "person",
        "French political philosopher",
    )
    assert (heard.claims, heard.kinds["direct"], heard.depths) == (4, 2, Counter({1: 4}))
    assert heard.commitments == Counter(certain=4)
    assert heard.attitudes == Counter({("negative", "Emmanuel Macron"): 1, ("negative", "European Union"): 1})


def test_every_word_is_somebodys_and_only_theirs() -> None:
    article = seed_article()
    sources = of(article, seed_analysis())
    (tree,) = sources.trees
    assert sources.words == 395
    assert tree.words == sources.words - sources.voices["own"] == sum(h.words for h in sources.speakers)
    assert tree.claims == sources.claims == 14


def test_nobody_is_heard_where_nobody_is_quoted() -> None:
    article = article_of("It rained. It’s over.")
    assert count_sources(article, (), ()) == Sources(Counter(own=4))


def test_the_publishers_own_claims_are_its_own_voice() -> None:
    t = told("I believe cats are fine.")
    t.claim(0, ["cats are fine"], "believe", "I", None)
    claim = t.claims[0]
    alone = replace(claim, chain=claim.chain[:1])
    sources = count_sources(t.article, [alone], ())
    assert sources.voices == Counter(own=5)
    assert sources.trees == (Node("Politico", "organization", 1, 3),)


def test_a_claim_without_a_speaker_is_of_an_unnamed_source() -> None:
    t = told("Cats are fine, it is said.")
    t.claim(0, ["Cats are fine"], "it is said", None, None)
    sources = of(t.article, analysis(t))
    assert sources.voices == Counter(own=3, unnamed=3)
    assert [(heard.name, heard.type) for heard in sources.speakers] == [("unknown", "unknown")]


def test_several_articles_are_counted_by_adding_them_up() -> None:
    one, other = of(*nested()), of(seed_article(), seed_analysis())
    both = merge_sources([one, other, one])
    assert both.voices == one.voices + other.voices + one.voices
    assert [tree.name for tree in both.trees] == ["Sputnik", "Politico"]
    assert both.trees[1].below[0].below[0] == Node(
        "Ann Lee", "person", 4, 12, (Node("Bob Ray", "person", 2, 6),)
    )
    assert {h.name: h.claims for h in both.speakers} == {
        **{h.name: h.claims for h in other.speakers},
        "Ann Lee": 2,
        "Bob Ray": 2,
        "officials": 3,
    }


def test_who_has_more_words_comes_first_and_of_equals_who_has_more_claims() -> None:
    t = told("Cy said three. Di said eleven twelve. Bob said five. Bob said six. Ann said a b c d.")
    for name, words in (
        ("Cy", "three"),
        ("Di", "eleven twelve"),
        ("Bob", "five"),
        ("Bob", "six"),
        ("Ann", "a b c d"),
    ):
        t.claim(0, [words], "said", name, t.speaker(name))
    sources = of(t.article, analysis(t))
    wanted = [("Ann", 4, 1), ("Bob", 2, 2), ("Di", 2, 1), ("Cy", 1, 1)]
    assert [(heard.name, heard.words, heard.claims) for heard in sources.speakers] == wanted
    assert [(node.name, node.words, node.claims) for node in sources.trees[0].below] == wanted
