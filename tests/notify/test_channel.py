"""Messages as servers get them: by mail, as a web hook and by MQTT; and what is said when they do not."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import DeliveryFailed, UsageError
from omnisight_desktop.core.redaction import redact
from omnisight_desktop.notify.channel import AppriseChannel, destination_of
from omnisight_desktop.notify.message import Message
from tests.fakes.post import free_port, mail_server, mqtt_broker, web_hook
from tests.fakes.redaction import knowing_no_secret

PATIENCE_S = 10.0
JPEG = b"\xff\xd8\xff\xe0" + bytes(2000) + b"\xff\xd9"


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    with knowing_no_secret():
        yield


@pytest.fixture
def message(tmp_path: Path) -> Message:
    picture = tmp_path / "T1.jpg"
    picture.write_bytes(JPEG)
    return Message("Person at <b>Front</b> & door", "14:04:05\nZone: *Drive*", picture)


def test_a_letter_holds_words_and_picture(message: Message) -> None:
    with mail_server() as server:
        AppriseChannel(
            f"mailto://127.0.0.1:{server.port}?from=house@example.org&to=anna@example.org"
        ).send(message)
    (letter,) = server.messages
    assert letter["Subject"] == message.title
    assert "anna@example.org" in letter["To"]
    text = letter.get_body(("plain", "html")).get_content()
    assert "14:04:05" in text
    assert "*Drive*" in text
    (picture,) = letter.iter_attachments()
    assert picture.get_filename() == "T1.jpg"
    assert picture.get_content() == JPEG


def test_a_web_hook_gets_words_and_picture(message: Message) -> None:
    with web_hook() as server:
        AppriseChannel(f"json://127.0.0.1:{server.port}/told").send(message)
    (told,) = server.messages
    assert told["title"] == message.title
    assert told["message"] == message.body
    assert [one["filename"] for one in told["attachments"]] == ["T1.jpg"]


@pytest.mark.parametrize("password", ["", "correct-horse-7"], ids=["open", "locked"])
def test_a_broker_gets_the_words_by_topic(message: Message, tmp_path: Path, password: str) -> None:
    who = f"anna:{password}@" if password else ""
    with mqtt_broker(tmp_path, password=password) as server:
        AppriseChannel(f"mqtt://{who}127.0.0.1:{server.port}/house/told?qos=1").send(message)
        assert server.arrived.wait(PATIENCE_S)
    ((topic, text),) = server.messages
    assert topic == "house/told"
    assert message.title in text
    assert message.body in text


def test_a_broker_that_does_not_know_the_password_is_told_of(
    message: Message, tmp_path: Path
) -> None:
    with mqtt_broker(tmp_path, password="correct-horse-7") as server:
        channel = AppriseChannel(f"mqtt://anna:wr0ng-horse-8@127.0.0.1:{server.port}/house/told")
        with pytest.raises(DeliveryFailed) as caught:
            channel.send(message)
    assert "wr0ng-horse" not in str(caught.value)
    assert not server.messages


def test_a_picture_that_is_gone_keeps_no_message_back(message: Message) -> None:
    assert message.picture is not None
    message.picture.unlink()
    with web_hook() as server:
        AppriseChannel(f"json://127.0.0.1:{server.port}").send(message)
    (told,) = server.messages
    assert not told["attachments"]


def test_a_server_that_is_away_or_refuses_is_told_of_without_secrets(message: Message) -> None:
    away = f"json://anna:correct-horse-7@127.0.0.1:{free_port()}/tok3n-abcdefghij"
    with pytest.raises(DeliveryFailed) as caught:
        AppriseChannel(away).send(message)
    assert "json://127.0.0.1 did not take the message" in caught.value.reason
    assert "correct-horse" not in caught.value.reason
    assert caught.value.__context__ is None
    assert redact("it was correct-horse-7 and tok3n-abcdefghij") == "it was *** and ***"
    with web_hook() as server:
        server.refuses = True
        with pytest.raises(DeliveryFailed, match="500"):
            AppriseChannel(f"json://127.0.0.1:{server.port}").send(message)
    with mail_server() as server:
        server.refuses = True
        with pytest.raises(DeliveryFailed):
            AppriseChannel(
                f"mailto://127.0.0.1:{server.port}?from=house@example.org&to=nobody@example.org"
            ).send(message)
    assert server.messages == []


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("tgram://123456789:AAEabcdefghijklmnopqrstuvwxyz012345/42", "tgram"),
        ("ntfy://my-secret-topic", "ntfy"),
        ("ntfy://user:pw@ntfy.example/topic", "ntfy"),
        ("discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", "discord"),
        ("mailtos://anna:pw@mail.example/x@example.org", "mailtos://mail.example"),
        ("jsons://u:pw@hook.example:8443/tok", "jsons://hook.example"),
        ("mqtt://u:pw@broker/topic", "mqtt://broker"),
        ("json://[bad", "json://"),
    ],
)
def test_where_a_channel_leads_is_shown_without_what_opens_it(address: str, shown: str) -> None:
    assert destination_of(address) == shown


@pytest.mark.parametrize("address", ["", "nonsense", "nobody://knows", "json://", "http//x", "\0"])
def test_an_address_that_nobody_understands_is_refused(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        AppriseChannel(address)
    assert caught.value.__context__ is None


def test_what_apprise_says_stays_out_of_the_log(message: Message) -> None:
    written = io.StringIO()
    ours = logging.StreamHandler(written)  # as the program's own file of logs
    root = logging.getLogger()
    root.addHandler(ours)
    try:
        with pytest.raises(DeliveryFailed) as caught:
            AppriseChannel(f"ntfy://127.0.0.1:{free_port()}/garden").send(message)
    finally:
        root.removeHandler(ours)
    assert "garden" not in written.getvalue() + caught.value.reason


def test_common_words_in_an_address_stay_readable_elsewhere() -> None:
    AppriseChannel("json://127.0.0.1:1/notify/person")
    assert redact("notify: a person appeared") == "notify: a person appeared"
