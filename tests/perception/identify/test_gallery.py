"""Who somebody is: one of those known, a newcomer, or not to be told; and what humans say counts."""

from __future__ import annotations

from dataclasses import replace

from omnisight_desktop.core.face import FaceKind, Verdict
from tests.perception.identify.looks import (
    MODEL,
    SCALE,
    face,
    gallery,
    near,
    somebody,
    template,
)

ANNA, BERT = somebody(1), somebody(2)


def test_somebody_who_is_known_is_named() -> None:
    decision = gallery({"anna": ANNA, "bert": BERT}).decide(template(ANNA))
    assert (decision.verdict, decision.person) == (Verdict.KNOWN, "anna")
    assert decision.score > 0.8


def test_nobody_is_named_by_one_picture() -> None:
    known = gallery({"anna": ANNA})
    assert known.decide(template(ANNA, looks=1)).verdict is Verdict.UNSURE
    assert known.decide(template(ANNA, looks=2)).person == "anna"


def test_somebody_unlike_all_who_is_seen_well_is_a_newcomer() -> None:
    known = gallery({"anna": ANNA, "bert": BERT})
    assert known.decide(template(somebody(3))).verdict is Verdict.NEWCOMER
    assert known.decide(template(somebody(3), looks=2)).verdict is Verdict.UNSURE
    assert known.decide(template(somebody(3), strength=0.5)).verdict is Verdict.UNSURE


def test_an_empty_gallery_knows_nobody() -> None:
    decision = gallery({}).decide(template(ANNA))
    assert (decision.verdict, decision.person) == (Verdict.NEWCOMER, None)


def test_who_is_like_two_is_neither() -> None:
    twin = near(ANNA, 0.85, seed=9)
    known = gallery({"anna": ANNA, "twin": twin})
    between = template(near(ANNA, 0.96, seed=9), cosine=0.97)
    decision = known.decide(between)
    assert decision.verdict is Verdict.UNSURE
    assert decision.likely in ("anna", "twin")
    assert len(decision.ranked) == 2


def test_poor_looks_that_are_a_little_alike_are_not_named_and_not_met() -> None:
    decision = gallery({"anna": ANNA}).decide(template(near(ANNA, 0.4), strength=0.6))
    assert decision.verdict is Verdict.UNSURE
    assert decision.likely == "anna"


def test_what_was_said_not_to_be_somebody_changes_the_outcome() -> None:
    known = gallery({"anna": ANNA}, cosine=0.8)
    stranger = near(ANNA, 0.75, seed=5)
    seen = template(stranger, cosine=0.95, seed=40)
    assert known.decide(seen).person == "anna"
    known.put([face("no", "anna", stranger, FaceKind.NOT_ME)])
    assert known.decide(seen).person is None
    assert known.decide(template(ANNA)).person == "anna"  # she herself still is


def test_the_threshold_of_a_person_rises_with_those_who_come_near() -> None:
    alone = gallery({"anna": ANNA})
    before = alone.threshold("anna")
    alone.put([face("like", "other", near(ANNA, 0.6, seed=3))])
    assert alone.threshold("anna") > before + 0.05


def test_who_stands_elsewhere_is_not_here() -> None:
    known = gallery({"anna": ANNA})
    assert known.decide(template(ANNA), frozenset({"anna"})).verdict is Verdict.UNSURE


def test_looks_that_may_show_two_people_name_nobody() -> None:
    mixed = template(ANNA, looks=3)
    for look in template(somebody(8), looks=3, seed=60).looks:
        mixed.add(look)
    assert gallery({"anna": ANNA}).decide(mixed).verdict is not Verdict.KNOWN


def test_who_is_dropped_is_a_stranger_again() -> None:
    known = gallery({"anna": ANNA, "bert": BERT})
    known.drop("anna")
    known.drop("nobody")
    assert len(known) == 1
    assert known.decide(template(ANNA)).verdict is Verdict.NEWCOMER


def test_looks_that_went_over_to_somebody_else_stay_theirs_when_the_first_one_goes() -> None:
    known = gallery({"anna": ANNA})
    known.put(face(name, "bert", vector) for name, vector in known.looks_of("anna").items())
    assert known.looks_of("anna") == {}
    known.drop("anna")
    decision = known.decide(template(ANNA))
    assert (decision.verdict, decision.person) == (Verdict.KNOWN, "bert")


def test_looks_of_another_network_are_passed_over() -> None:
    known = gallery({})
    known.put([replace(face("x", "anna", ANNA), model="another")])
    assert len(known) == 0
    assert face("x", "anna", ANNA).model == MODEL


def test_likeness_reads_the_same_for_every_network() -> None:
    reading = gallery({}).reading
    assert reading.similarity(SCALE.same) == 0.6
    assert reading.similarity(SCALE.far) == 0.4
    assert reading.similarity(1.0) == 1.0
    assert abs(reading.cosine(0.6) - SCALE.same) < 1e-9


def test_a_stricter_setting_names_fewer() -> None:
    from omnisight_desktop.perception.identify.gallery import Gallery
    from omnisight_desktop.storage.vectors import CodeIndex

    somewhat = template(near(ANNA, 0.75, seed=4), strength=0.8, cosine=0.98)
    usual = Gallery(MODEL, SCALE, lambda: CodeIndex(64))
    strict = Gallery(MODEL, SCALE, lambda: CodeIndex(64), similarity=0.9)
    for one in (usual, strict):
        one.put([face("a", "anna", ANNA)])
    assert usual.decide(somewhat).person == "anna"
    assert strict.decide(somewhat).person is None
