"""A model answers by asking the house; what is not proved, paid or wanted is not told, sent or kept."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.choice import Choice
from omnisight_desktop.chat.conversation import Conversation, recalled
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.proof import Sentence, Sieve
from omnisight_desktop.chat.providers.port import Call
from omnisight_desktop.chat.retrieval.hybrid import HybridSearch
from omnisight_desktop.chat.toolbox import Around, Toolbox
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import Cancelled, KeyRefused
from omnisight_desktop.flow.errand import Stop
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.house import House
from omnisight_desktop.services.searcher import Match
from tests.chat.stage import KEY, home, talk
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.messages_api import (
    Refuses,
    Request,
    Says,
    messages_api,
    results_in,
    told_in,
)
from tests.home import NOON


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), home(tmp_path) as house:
        yield house


@dataclass
class Hears:
    """Writes down what it is told."""

    told: list[str] = field(default_factory=list)

    def step(self, tool: str) -> None:
        self.told.append(f"({tool})")

    def sentence(self, sentence: Sentence) -> None:
        self.told.append(sentence.text)

    def anew(self) -> None:
        self.told.append("(anew)")


def anna(request: Request) -> Says:
    """Looks Anna up, and says when she was seen."""
    if not results_in(request):
        return Says("Let me look.", (("last_seen", {"people": ["Anna"]}),))
    assert told_in(request)[0]["events"][0]["from"].endswith("11:00")
    return Says("Anna was last seen on Porch at 11:00 [E1].")


def test_a_model_asks_the_house_and_its_answer_names_its_proof(house: House) -> None:
    hears = Hears()
    with messages_api(anna) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?", listener=hears)
    assert turn.answer.text == "Anna was last seen on Porch at 11:00."
    assert (turn.answer.status, turn.answer.events) == (Status.ANSWERED, ("e2",))
    assert turn.answer.value == "2026-05-03T11:00:00Z"
    assert turn.answer.model == house.settings.chat.model
    assert hears.told == ["(last_seen)", "Anna was last seen on Porch at 11:00."]


def test_what_left_is_said_and_stands_in_the_ledger_to_the_byte(house: House) -> None:
    with messages_api(anna) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?")
    ledger = house.talks.ledger()
    assert [entry.bytes_out for entry in reversed(ledger)] == api.bytes_in
    assert turn.left.bytes_out == sum(api.bytes_in)
    assert (turn.left.requests, turn.left.to) == (2, "127.0.0.1")
    assert all(entry.bytes_in > 0 and entry.micro_usd > 0 for entry in ledger)
    assert api.keys == ["sk-ant-for-tests-only"] * 2
    assert all("sk-ant" not in entry.detail for entry in ledger)


def test_names_and_times_are_resolved_before_the_model_sees_them(house: House) -> None:
    with messages_api(anna) as api:
        talk(house, api.url).ask("When did I last see anna yesterday?")
    told = api.asked[0]["messages"][-1]["content"][-1]["text"]
    assert '"people": ["Anna"]' in told
    assert "2026-05-02T00:00" in told
    assert api.asked[0]["system"][0]["cache_control"] == {"type": "ephemeral"}


def test_a_follow_up_is_told_with_what_was_said_before(house: House) -> None:
    with messages_api(anna) as api:
        conversation = talk(house, api.url)
        conversation.ask("When did I last see Anna?")
        conversation.ask("and on the yard?")
        said = [message["role"] for message in api.asked[-1]["messages"]]
        again = Conversation(house, conversation.choice, UTC, id=conversation.id)
        again.ask("and today?")
        recalled_roles = [message["role"] for message in api.asked[-1]["messages"]]
    assert said[:3] == ["user", "assistant", "user"]
    assert recalled_roles[:5] == ["user", "assistant", "user", "assistant", "user"]


@pytest.mark.parametrize(
    "claims",
    [
        "Anna was there at 11:00.",
        "Anna was there at 11:00 [E7].",
        "Anna was there at 11:00 [e2].",
        "Anna was there 4 times [E1].",
        "Anna came at 10:59 [E1].",
        "Anna came twice [E1].",
    ],
)
def test_a_claim_without_proof_is_not_told(house: House, claims: str) -> None:
    def script(request: Request) -> Says:
        if not results_in(request) and len(request["messages"]) == 1:
            return Says(calls=(("last_seen", {"people": ["Anna"]}),))
        return Says(claims)

    hears = Hears()
    with messages_api(script) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?", listener=hears)
    assert "(anew)" in hears.told
    assert claims not in hears.told
    assert turn.answer.model == "offline"
    assert "no answer that it could prove" in turn.note
    assert turn.answer.events == ("e2",)


def test_a_claim_that_holds_is_told_without_the_one_beside_it(house: House) -> None:
    def script(request: Request) -> Says:
        if not results_in(request):
            return Says(calls=(("last_seen", {"people": ["Anna"]}),))
        return Says("Anna came at 11:00 [E1]. She robbed a bank. It was sunny [E9].")

    with messages_api(script) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?")
    assert turn.answer.text == "Anna came at 11:00."
    assert "2 sentences without proof" in turn.note


def test_no_is_an_answer_that_rests_on_its_search(house: House) -> None:
    def script(request: Request) -> Says:
        if not results_in(request):
            return Says(calls=(("count", {"labels": ["dog"], "when": "today"}),))
        return Says("No dog was seen today [S1].")

    with messages_api(script) as api:
        turn = talk(house, api.url).ask("How many dogs today?")
    assert (turn.answer.status, turn.answer.value) == (Status.NOTHING, 0)


def test_what_does_not_exist_is_refused_in_words_with_what_there_is(house: House) -> None:
    def script(request: Request) -> Says:
        if not results_in(request):
            return Says(calls=(("find", {"cameras": ["garage"]}),))
        assert "no camera called garage" in told_in(request)[0]["refused"]
        return Says("There is no camera called garage; there are Porch and Yard [S1].")

    with messages_api(script) as api:
        turn = talk(house, api.url).ask("What happened in the garage?")
    assert turn.answer.status is Status.REFUSED
    assert turn.answer.events == ()


def test_a_question_back_is_asked(house: House) -> None:
    with messages_api(lambda _: Says("Which Anna do you mean?")) as api:
        turn = talk(house, api.url).ask("When was Anna here?")
    assert (turn.answer.status, turn.answer.text) == (Status.CLARIFY, "Which Anna do you mean?")


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refuses(401, "authentication_error"), "refused"),
        (Refuses(403, "permission_error"), "may not be used"),
        (Refuses(402, "billing_error"), "no credit"),
        (Refuses(400, "invalid_request_error", "Your credit balance is too low"), "no credit"),
        (Refuses(404, "not_found_error"), "no model"),
    ],
)
def test_a_bad_key_is_said_once_and_this_computer_goes_on(
    house: House, refusal: Refuses, words: str
) -> None:
    with messages_api(lambda _: refusal) as api:
        conversation = talk(house, api.url)
        first = conversation.ask("When did I last see Anna?")
        second = conversation.ask("What happened today?")
        assert len(api.asked) == 1
    assert words in first.note
    assert second.note == ""
    assert first.answer.events == ("e2",)
    assert first.answer.model == second.answer.model == "offline"


@pytest.mark.parametrize("status", [429, 529, 500])
def test_a_busy_line_is_tried_again_and_each_try_is_noted(house: House, status: int) -> None:
    failures = iter([Refuses(status, "overloaded_error", retry_after="0.01")] * 2)
    with messages_api(lambda request: next(failures, None) or anna(request)) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?")
    assert turn.answer.events == ("e2",)
    assert turn.answer.model != "offline"
    assert len(house.talks.ledger()) == len(api.asked) == 4


def test_a_line_that_stays_busy_is_given_up_for_this_computer(house: House) -> None:
    with messages_api(lambda _: Refuses(529, "overloaded_error", retry_after="0.01")) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?")
        assert len(api.asked) == 4
    assert turn.answer.model == "offline"
    assert "too busy" in turn.note


def test_who_wants_us_to_wait_for_minutes_is_not_waited_for(house: House) -> None:
    with messages_api(lambda _: Refuses(429, "rate_limit_error", retry_after="300")) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?")
        assert len(api.asked) == 1
    assert "fewer questions" in turn.note


def test_an_answer_that_is_cut_is_asked_for_anew(house: House) -> None:
    cuts = iter([6])

    def script(request: Request) -> Says:
        if not results_in(request):
            return Says(calls=(("last_seen", {"people": ["Anna"]}),))
        text = "Anna came at 11:00 [E1]. That was on Porch [E1]. She was alone [E1]."
        return Says(text, cut_after=next(cuts, None))

    hears = Hears()
    with messages_api(script) as api:
        turn = talk(house, api.url).ask("When did I last see Anna?", listener=hears)
    assert turn.answer.text == "Anna came at 11:00. That was on Porch. She was alone."
    assert hears.told.count("(anew)") == 1
    assert len(house.talks.ledger()) == 3


def test_the_budget_holds_before_anything_is_sent(tmp_path: Path) -> None:
    with (
        using(NoKeyring()),
        home(tmp_path, daily_budget_usd=0.0) as house,
        messages_api(anna) as api,
    ):
        turn = talk(house, api.url).ask("When did I last see Anna?")
        assert api.asked == []
    assert "budget" in turn.note
    assert turn.answer.events == ("e2",)
    assert turn.left.bytes_out == 0


def test_a_budget_that_is_used_up_ends_it_for_the_day(tmp_path: Path) -> None:
    def dear(request: Request) -> Says:
        if not results_in(request):
            return Says(calls=(("last_seen", {"people": ["Anna"]}),), read=60_000)
        return Says("Anna came at 11:00 [E1].", read=60_000)

    with using(NoKeyring()), home(tmp_path, daily_budget_usd=0.45) as house:
        with messages_api(dear) as api:
            conversation = talk(house, api.url)
            first, second = (conversation.ask("When did I last see Anna?") for _ in range(2))
            assert len(api.asked) == 3
        assert (first.note, "budget" in second.note) == ("", True)
        assert house.talks.spent(first.asked.replace(hour=0)) <= 0.6e6
        house.clock.advance(24 * 3600)  # type: ignore[attr-defined]
        with messages_api(anna) as api:
            assert talk(house, api.url).ask("When did I last see Anna?").note == ""


def test_questions_asked_at_once_do_not_spend_the_same_money(tmp_path: Path) -> None:
    with (
        using(NoKeyring()),
        home(tmp_path, daily_budget_usd=0.08) as house,
        messages_api(lambda _: Says(waits=True)) as api,
    ):
        stop, over = Stop(), threading.Event()

        def ask(_: Worker) -> None:
            with pytest.raises(Cancelled):
                talk(house, api.url).ask("When did I last see Anna?", stop=stop)
            over.set()

        worker = Worker("asks", ask)
        worker.start()
        assert api.reached.wait(10)
        # Nothing is spent yet, but what is on its way may cost most of the day's budget.
        second = talk(house, api.url).ask("When did I last see Anna?")
        assert ("budget" in second.note, len(api.asked)) == (True, 1)
        stop.say()
        assert over.wait(10)
        worker.stop()
        worker.join()
    # What was set aside is free again, as far as it was not spent.
    since = second.asked.replace(hour=0)
    assert house.talks.hold(1_000_000 - house.talks.spent(since), 1_000_000, since) is not None


@pytest.mark.parametrize("says", [Says(waits=True), Says("Anna came at 11:00. " * 9, stalls=True)])
def test_cancelling_stops_at_once_and_nothing_of_the_turn_is_kept(house: House, says: Says) -> None:
    stop, over = Stop(), threading.Event()
    with messages_api(lambda _: says) as api:
        conversation = talk(house, api.url)

        def ask(_: Worker) -> None:
            with pytest.raises(Cancelled):
                conversation.ask("When did I last see Anna?", stop=stop)
            over.set()

        worker = Worker("asks", ask)
        worker.start()
        assert api.reached.wait(10)
        stop.say()
        assert over.wait(1.0)
        worker.stop()
        worker.join()
    assert conversation.turns == []
    assert house.talks.newest() == []
    assert [entry.bytes_out for entry in house.talks.ledger()] == api.bytes_in


def test_a_turn_is_kept_with_all_that_was_shown_of_it(house: House) -> None:
    with messages_api(anna) as api:
        conversation = talk(house, api.url)
        turn = conversation.ask("When did I last see Anna?")
    assert conversation.id is not None
    (kept,) = recalled(house, conversation.id)
    assert kept == turn
    assert house.talks.newest()[0].title == "When did I last see Anna?"
    house.talks.forget(conversation.id)
    assert house.talks.newest() == []
    assert len(house.talks.ledger()) == 2


def test_without_a_key_or_a_server_no_socket_is_opened(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, forbidden, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    conversation = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC)
    for question in ("What happened today?", "and yesterday?", "tell me when a car comes", "zzz"):
        turn = conversation.ask(question)
        assert (turn.answer.model, turn.left.bytes_out) == ("offline", 0)
    assert house.talks.ledger() == []


def test_cancelling_does_not_wait_for_what_is_being_looked_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, go_on, over = Stop(), threading.Event(), threading.Event()

    def slowly(*_: object) -> list[Match]:
        stop.say()
        go_on.wait(20)
        over.set()
        return []

    assert isinstance(house.search, HybridSearch)
    monkeypatch.setattr(house.search, "described", slowly)
    with messages_api(lambda _: Says("", (("recall", {"words": "parcel"}),))) as api:
        conversation = talk(house, api.url)
        with pytest.raises(Cancelled):
            conversation.ask("What was said of the parcel?", stop=stop)
        assert not over.is_set()  # it still looks, and nobody waits for it
    assert house.talks.newest() == []
    go_on.set()
    assert over.wait(20)


def test_an_offline_answer_that_was_stopped_is_not_kept(house: House) -> None:
    stop = Stop()
    stop.say()
    conversation = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC)
    with pytest.raises(Cancelled):
        conversation.ask("What happened today?", wish="offline", stop=stop)
    assert conversation.turns == []
    assert house.talks.newest() == []


def test_a_follow_up_that_falls_back_to_this_computer_leans_once(house: House) -> None:
    alone = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC, keep=False)
    asked = ("Who came today?", "and the day before?")
    there = [alone.ask(question, wish="offline").answer for question in asked]
    with messages_api(lambda _: Refuses(400, "invalid_request_error")) as api:
        conversation = talk(house, api.url)
        found = [conversation.ask(question).answer for question in asked]
    assert [one.text for one in found] == [one.text for one in there]


def test_turns_as_of_the_same_moment_stay_in_pairs(house: House) -> None:
    conversation = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC)
    asked = ["What happened today?", "and cars?", "and people?"]
    for question in asked:
        conversation.ask(question, now=NOON, wish="offline")
    assert conversation.id is not None
    kept = recalled(house, conversation.id)
    assert [turn.question for turn in kept] == asked
    assert [t.answer.text for t in kept] == [t.answer.text for t in conversation.turns]


def test_what_is_no_text_is_kept_as_far_as_it_is(house: House) -> None:
    conversation = Conversation(house, Choice(house.paths, lambda: house.settings.chat), UTC)
    turn = conversation.ask("who said '\udcff parcel'?", wish="offline")
    assert turn.note == ""
    assert conversation.id is not None


def test_a_key_that_was_refused_is_tried_again_after_a_while(house: House) -> None:
    clock = ManualClock(NOON)
    choice = Choice(house.paths, lambda: house.settings.chat, "http://127.0.0.1:1", clock)
    choice._key = lambda *_, **__: KEY  # type: ignore[method-assign]
    speaker = choice.speaker("claude")
    assert choice.refuse(speaker, KeyRefused("No.")) != ""
    assert choice.speaker("claude").open is None
    clock.advance(601)
    assert choice.speaker("claude").open is not None


@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_the_ends_of_the_calendar_break_no_turn(house: House, moment: str, zone: str) -> None:
    box = Toolbox(Around(house, known_in(house), NOON, ZoneInfo(zone)))
    for name in ("since", "until"):
        assert box.do(Call("1", "find", {name: moment})).text


@pytest.mark.parametrize(
    "asked",
    [
        Call("1", "find", {"text": "17 strangers"}),
        Call("1", "recall", {"words": "17 strangers"}),
        Call("1", "find", {"people": ["17 strangers"]}),
    ],
)
def test_a_model_proves_nothing_by_what_it_asked_for(house: House, asked: Call) -> None:
    box = Toolbox(Around(house, known_in(house), NOON, UTC))
    assert "17 strangers" in box.do(asked).text
    sieve = Sieve(box.shown, "Who came?")
    sieve.hear("There were 17 strangers [S1].")
    sieve.close()
    assert sieve.told == []


def test_who_is_forgotten_is_in_an_open_conversation_no_more(house: House) -> None:
    with messages_api(anna) as api:
        conversation = talk(house, api.url)
        conversation.ask("When did I last see Anna?")
        assert "Anna" in conversation.turns[0].answer.text
        house.people.forget("Anna")
        conversation.read_again()
        told = [(turn.question, turn.answer.text, turn.sentences) for turn in conversation.turns]
        assert len(told) == 1
        assert "Anna" not in str(told)


def test_this_computer_answers_in_the_language_of_the_question(house: House) -> None:
    conversation = talk(house, "")
    german = conversation.ask("Wann war Anna zuletzt da?", wish="offline").answer
    assert german.text == "Zuletzt gesehen: Anna (Porch) um 11:00."
    none = conversation.ask("Wie viele Hunde waren heute da?", wish="offline").answer
    assert none.text.startswith("Nichts von Hund ist gespeichert von 2026-05-03 00:00 bis ")
    english = conversation.ask("When was Anna last seen?", wish="offline").answer
    assert english.text == "Last seen: Anna on Porch at 11:00."
