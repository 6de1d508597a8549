"""What is said about a proposal, in plain sentences: the change, and what else it would do."""

from __future__ import annotations

from math import inf, isfinite, isnan
from typing import TYPE_CHECKING

from posture.proposals import Kind

if TYPE_CHECKING:
    from posture.detector import DetectorSettings
    from posture.proposals import Change, Effects, Moment, Past

NO_OTHERS = "there are no other recordings with an alert to hold it against"
NOT_IN_HISTORY = "the history cannot tell which alerts a further posture would have spared"
NO_HISTORY = "the history has no alerts of the last four weeks"


def change_text(change: Change, now: DetectorSettings) -> str:
    """The change in one sentence.

    Args:
        change: What is proposed.
        now: As things are.
    """
    new = change.detector
    if change.kind is Kind.ENTER:
        return (
            f"let a slouch begin at {new.enter_deg:g}° beyond your baseline instead of "
            f"{now.enter_deg:g}°, and end below {new.leave_deg:g}° instead of {now.leave_deg:g}°"
        )
    if change.kind is Kind.PERSIST:
        return (
            f"warn when a slouch has lasted for {new.persist_s:g} s instead of {now.persist_s:g} s"
        )
    return (
        f"accept one more posture beside those of your baseline {change.place!r}, the one that led "
        "to an alert that you called wrong"
    )


def effect_texts(effects: Effects) -> list[str]:
    """What it would do, a sentence each."""
    spared, called = effects.wrong
    kept, count = effects.others
    lines = [f"would no longer warn in {spared} of {called} moments that you called wrong"]
    if count:
        lines.append(f"would still warn in {kept} of {count} other moments")
    elif not effects.open:
        lines.append(NO_OTHERS)
    later_s = [m.later_s for m in effects.moments if not m.wrong and m.later_s >= 1]
    later_s = [value for value in later_s if isfinite(value)]
    if later_s:
        lines.append(f"in {len(later_s)} of these later, by {max(later_s):.0f} s at most")
    if effects.open:
        lines.append(f"of {effects.open} others it is not known: their recordings end too early")
    return [*lines, *past_texts(effects.past)]


def past_texts(past: Past | None) -> list[str]:
    """The same of the history."""
    if past is None:
        return [NOT_IN_HISTORY]
    if not past.alerts:
        return [NO_HISTORY]
    lines = [f"of {past.alerts} alerts of the last four weeks {past.told} would have come"]
    if past.helped:
        lines.append(f"of {past.helped} alerts that you said helped, {past.helped_told} would")
    return lines


def outcome_text(moment: Moment) -> str:
    """What would become of one alert."""
    if isnan(moment.later_s):
        return "not known: the recording ends too early"
    if moment.later_s == inf:
        return "no alert"
    return f"an alert {moment.later_s:.0f} s later" if moment.later_s >= 1 else "an alert, as now"
