"""Which kinds there are is known at once, also after new ones came and old ones went."""

from __future__ import annotations

from pathlib import Path

from tests.home import event, furnished


def test_new_kinds_are_found_and_each_label_belongs_to_its_kind(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        assert house.events.types() == frozenset()
        house.keeper.commit(event("e1", 30, label="cat"))
        assert house.events.labels() == {"cat"}
        house.keeper.commit(event("e2", 20, type="gesture", label="wave"))
        house.keeper.commit(event("e3", 10, type="loud", label=None))
        assert house.events.labels() == {"cat", "wave"}
        assert house.events.labels("gesture") == {"wave"}
        assert house.events.types() == {"appeared", "gesture", "loud"}
