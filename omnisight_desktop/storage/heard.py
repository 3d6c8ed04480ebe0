"""Reading what was said, and the names that were heard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.speech import NameProposal, ProposalState, Transcript, Whom
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import heard_names, transcripts

_H = heard_names.c
_T = transcripts.c


class HeardArchive:
    """What was said near the cameras of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def transcripts(
        self, words: str = "", camera: str | None = None, limit: int = 100
    ) -> list[Transcript]:
        """What was said, newest first; only what holds all these words, where there are any."""
        statement = sa.select(transcripts)
        if words.strip():
            found = sa.text(
                "SELECT rowid FROM transcript_words WHERE transcript_words MATCH :words"
            )
            statement = statement.where(
                _T.seq.in_(found.columns(_T.seq).bindparams(words=_quoted(words)))
            )
        if camera is not None:
            statement = statement.where(_T.camera_id == camera)
        with self._database.read() as connection:
            rows = connection.execute(
                statement.order_by(_T.start_ms.desc(), _T.seq.desc()).limit(limit)
            ).all()
        return [_transcript(row) for row in rows]

    def proposals(
        self, state: ProposalState | None = ProposalState.OPEN, limit: int = 100
    ) -> list[NameProposal]:
        """Names that were heard, newest first."""
        statement = sa.select(heard_names)
        if state is not None:
            statement = statement.where(_H.state == state.value)
        with self._database.read() as connection:
            rows = connection.execute(
                statement.order_by(_H.at_ms.desc(), _H.id.desc()).limit(limit)
            ).all()
        return [_proposal(row) for row in rows]

    def of_person(self, person: str) -> list[NameProposal]:
        """By which names somebody was heard to be called, newest first."""
        statement = sa.select(heard_names).where(_H.person_id == person)
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(_H.at_ms.desc())).all()
        return [_proposal(row) for row in rows]

    def of_transcripts(self, ids: Iterable[str]) -> list[NameProposal]:
        """The names that were heard in these, oldest first."""
        statement = sa.select(heard_names).where(_H.transcript_id.in_(tuple(ids)))
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(_H.at_ms, _H.id)).all()
        return [_proposal(row) for row in rows]

    def said_at(self, camera: str, at: datetime) -> Transcript | None:
        """What was said there from that very moment on."""
        of_camera = sa.select(transcripts).where(_T.camera_id == camera)
        with self._database.read() as connection:
            row = connection.execute(of_camera.where(_T.start_ms == to_ms(at))).first()
        return _transcript(row) if row is not None else None

    def get(self, id_: str) -> NameProposal | None:
        """One of them."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(heard_names).where(_H.id == id_)).first()
        return _proposal(row) if row is not None else None


def _quoted(words: str) -> str:
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def _transcript(row: Any) -> Transcript:
    return Transcript(
        *(row.id, row.camera_id, from_ms(row.start_ms), from_ms(row.end_ms)),
        row.text,
        row.language,
    )


def _proposal(row: Any) -> NameProposal:
    return NameProposal(
        id=row.id,
        transcript=row.transcript_id,
        camera=row.camera_id,
        at=from_ms(row.at_ms),
        name=row.name,
        whom=Whom(row.whom),
        score=row.score,
        track=row.track_id,
        in_view=tuple(row.in_view.split()),
        state=ProposalState(row.state),
        person=row.person_id,
        text=row.text,
        bite=row.bite,
    )
