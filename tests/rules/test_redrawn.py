"""Rules follow what is renamed on the picture, and go with what is gone."""

from __future__ import annotations

from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.redrawn import lines_of, redrawn, zones_of
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Cross, Enter, Loiter, Presence, Sequence

SQUARE = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.5))
LAWN, POND = Zone("Lawn", SQUARE), Zone("Pond", SQUARE)
GATE = Line("Gate", ((0.1, 0.5), (0.9, 0.5)))
BOOK = Rulebook(
    "yard",
    (LAWN, POND),
    (GATE,),
    (
        Rule("enter", Enter("Lawn"), been_in=("Pond",)),
        Rule("both", Sequence((Cross("Gate"), Loiter("Lawn")))),
        Rule("pond", Presence("Pond")),
        Rule("anywhere", Enter()),
    ),
)


def test_rules_follow_new_names() -> None:
    zones = [("Lawn", Zone("Grass", SQUARE)), ("Pond", POND)]
    book = redrawn(BOOK, zones, [("Gate", Line("Door", GATE.points))])
    enter, both, pond, anywhere = book.rules
    assert (enter.when, enter.been_in) == (Enter("Grass"), ("Pond",))
    assert both.when == Sequence((Cross("Door"), Loiter("Grass")))
    assert (pond, anywhere) == (BOOK.rules[2], BOOK.rules[3])


def test_two_that_swap_their_names_are_not_mixed_up() -> None:
    zones = [("Lawn", Zone("Pond", SQUARE)), ("Pond", Zone("Lawn", SQUARE))]
    book = redrawn(BOOK, zones, [("Gate", GATE)])
    assert (book.rules[0].when, book.rules[0].been_in) == (Enter("Pond"), ("Lawn",))


def test_rules_go_with_what_they_speak_of_and_the_others_stay() -> None:
    book = redrawn(BOOK, [("Lawn", LAWN)], [])
    assert [rule.id for rule in book.rules] == ["anywhere"]
    book = redrawn(BOOK, [("Lawn", LAWN), ("", Zone("Pond", SQUARE))], [("Gate", GATE)])
    assert [rule.id for rule in book.rules] == ["both", "anywhere"]  # another pond


def test_a_rule_tells_what_it_speaks_of() -> None:
    enter, both, pond, anywhere = BOOK.rules
    assert zones_of(enter) == {"Lawn", "Pond"}
    assert (zones_of(both), lines_of(both)) == ({"Lawn"}, {"Gate"})
    assert (zones_of(pond), zones_of(anywhere)) == ({"Pond"}, set())
