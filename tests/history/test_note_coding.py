"""Any note survives its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from posture.care import entries
from posture.history.note_coding import kind_of

if TYPE_CHECKING:
    from posture.care.entries import Note

MOMENTS = st.integers(0, 10**12).map(lambda utc_cs: utc_cs / 100)
OFFSETS = st.integers(-1440, 1440).map(lambda minutes: minutes * 60)
LENGTHS = st.integers(0, 10**8).map(lambda length_cs: length_cs / 100)
NAMES = st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True)
BREAKS = st.builds(
    entries.BreakNote,
    MOMENTS,
    OFFSETS,
    st.sampled_from(entries.BreakKind),
    st.sampled_from(entries.BreakEnd),
    LENGTHS,
    st.booleans(),
)
EXERCISES = st.builds(
    entries.ExerciseNote,
    MOMENTS,
    OFFSETS,
    NAMES,
    st.just("") | NAMES,
    LENGTHS,
    st.integers(0, 999),
    LENGTHS,
    st.integers(0, 3600).map(lambda range_ddeg: range_ddeg / 10),
    st.booleans(),
)
PACKS = st.builds(entries.PackNote, MOMENTS, OFFSETS, st.sampled_from(entries.PackKind), LENGTHS)
PAINS = st.builds(
    entries.PainNote,
    MOMENTS,
    OFFSETS,
    st.integers(0, 10),
    st.frozensets(st.sampled_from(entries.Place)),
    st.frozensets(st.sampled_from(entries.PainKind)),
    st.frozensets(st.sampled_from(entries.Deed)),
    st.none() | st.dates(),
    st.none() | st.booleans(),
)
HINTS = st.builds(entries.HintNote, MOMENTS, OFFSETS, st.sampled_from(entries.HintKind))


@given(BREAKS | EXERCISES | PACKS | PAINS | HINTS)
def test_any_note_survives_its_row(note: Note) -> None:
    kind = kind_of(note)
    assert kind.of(kind.values(note)) == note
