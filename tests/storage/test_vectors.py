"""The nearest of many: by codes as by comparing all, and what was taken out is found no more."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.storage.scan import nearest_codes
from omnisight_desktop.storage.vectors import CodeIndex, scan_slowly

SIZE = 128


def people(count: int, views: int, seed: int = 1) -> tuple[NDArray[np.float32], list[str]]:
    """Looks around people, as they lie in a gallery."""
    dice = np.random.default_rng(seed)
    middles = unit(dice.standard_normal((count, SIZE)))
    noise = unit(dice.standard_normal((count * views, SIZE)))
    vectors = unit(0.8 * np.repeat(middles, views, axis=0) + 0.6 * noise)
    return vectors, [f"{row // views}/{row % views}" for row in range(len(vectors))]


def unit(vectors: NDArray[np.float64] | NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)


@pytest.mark.parametrize("few", [10, 10_000])
def test_the_nearest_is_the_nearest_with_codes_and_without(few: int) -> None:
    vectors, keys = people(400, 5)
    index = CodeIndex(SIZE, few=few)
    index.add(keys, vectors)
    dice = np.random.default_rng(2)
    for row in dice.integers(0, len(keys), 40):
        probe = unit(vectors[row] + 0.5 * unit(dice.standard_normal(SIZE)))
        cosines = vectors @ probe
        found = index.nearest(probe, 5)
        assert found[0][0] == keys[int(cosines.argmax())]
        assert found[0][1] == pytest.approx(float(cosines.max()), abs=1e-5)
        assert [c for _, c in found] == sorted((c for _, c in found), reverse=True)


def test_without_a_compiler_the_same_are_near() -> None:
    vectors, keys = people(400, 5)
    index = CodeIndex(SIZE, few=10)
    index.add(keys, vectors)
    code = index.codes[7]
    compiled, plain = nearest_codes(index.codes, code, 50), scan_slowly(index.codes, code, 50)
    assert 7 in compiled
    assert set(plain[:50]) <= set(compiled)


def test_what_was_removed_is_not_found_and_the_rest_is() -> None:
    vectors, keys = people(60, 5)
    index = CodeIndex(SIZE, few=10)
    index.add(keys, vectors)
    index.nearest(vectors[0], 1)  # codes are made
    index.remove([*keys[:100], "nobody"])
    assert len(index) == 200
    assert index.nearest(vectors[5], 1)[0][0] not in keys[:100]
    for row in (100, 150, 299):
        assert index.nearest(vectors[row], 1)[0][0] == keys[row]


def test_nothing_of_a_removed_vector_stays_in_memory() -> None:
    vectors, keys = people(20, 5)
    index = CodeIndex(SIZE, few=10)
    index.add(keys, vectors)
    index.remove(keys)
    assert not index._vectors.any()


def test_one_that_is_put_again_takes_the_place_of_the_old_one() -> None:
    vectors, keys = people(30, 5)
    index = CodeIndex(SIZE, few=10)
    index.add(keys, vectors)
    index.nearest(vectors[0], 1)
    fresh = unit(np.random.default_rng(9).standard_normal(SIZE))
    index.add([keys[3]], fresh[None])
    assert len(index) == len(keys)
    ((found, cosine),) = index.nearest(fresh, 1)
    assert found == keys[3]
    assert cosine == pytest.approx(1.0, abs=1e-5)


def test_an_empty_index_finds_nothing_and_keys_must_match() -> None:
    index = CodeIndex(SIZE)
    assert index.nearest(np.zeros(SIZE, np.float32), 3) == []
    with pytest.raises(ValueError, match="one key"):
        index.add(["a"], np.zeros((2, SIZE), np.float32))


def test_fewer_are_told_where_fewer_are_there() -> None:
    vectors, keys = people(1, 3)
    index = CodeIndex(SIZE)
    index.add(keys, vectors)
    assert len(index.nearest(vectors[0], 10)) == 3
