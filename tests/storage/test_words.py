from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.storage.words import match_words, ranked


def test_every_word_is_quoted() -> None:
    assert match_words("left OR right*") == '"left" "OR" "right"'
    assert match_words('a"b') == '"a" "b"'
    assert match_words("?!") == '""'


def test_no_more_words_are_looked_for_than_anybody_would_type() -> None:
    assert len(match_words("word " * 10_000).split()) == 32


@given(words=st.text(), texts=st.lists(st.text(), max_size=8))
def test_ranking_keeps_every_text(words: str, texts: list[str]) -> None:
    assert sorted(ranked(words, texts)) == list(range(len(texts)))


def test_rare_words_weigh_more_than_common_ones() -> None:
    texts = ["the door the door the", "the zebra", *["the door"] * 8]
    assert ranked("the zebra", texts)[0] == 1


def test_accents_and_capitals_make_no_difference() -> None:
    assert ranked("TUR", ["nothing", "die Tür"]) == [1, 0]
    assert ranked("tür", ["nothing", "die TUR"]) == [1, 0]


def test_where_texts_fit_alike_their_order_stays() -> None:
    assert ranked("door", ["a door", "the door", "my door"]) == [0, 1, 2]
    assert ranked("", ["b", "a"]) == [0, 1]
