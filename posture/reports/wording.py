"""The words of reports: plain facts about a summary, each a label and a sentence.

Users are compared with themselves. Nothing is scored, and nothing is said about health.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from posture.helped import LEAST_ALERTS, WINDOW_S
from posture.history.rows import Answer
from posture.intervals import LEAST_DAYS as LEAST_KNOWN_DAYS
from posture.summaries import BEFORE_DAYS, LEAST_DAYS
from posture.totals import Totals, month_of

if TYPE_CHECKING:
    from posture.helped import Around, Helped
    from posture.history.rows import Span
    from posture.intervals import Interval
    from posture.summaries import Followed, Summary, Trend

NOTICE = (
    "Not a medical device. Angles are estimates from a camera, compared with your own upright "
    "posture, for general wellness. It does not diagnose, treat or prevent any condition."
)
NOTHING = "Nothing was kept of {span}. The history grows while posture watches through the webcam."
TOO_LITTLE = "not enough data yet"

ANSWERS = {
    Answer.HELPED: "helped",
    Answer.SNOOZED: "snoozed",
    Answer.WRONG: "wrong",
}
_MINUS = "\u2212"


def title(span: Span) -> str:
    """The days in words: `Monday 2 to Sunday 8 March 2026`."""
    first, last = span.begin, span.end - timedelta(days=1)
    if first == last:
        return day_name(first)
    if span == month_of(first):
        return f"{first:%B %Y}"
    before = f"{first:%A} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        before += f" {first:%B}" if first.year == last.year else f" {first:%B %Y}"
    return f"{before} to {day_name(last)}"


def day_name(day: date) -> str:
    """`Monday 2 March 2026`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def row_name(row: Totals) -> str:
    """A day or a month in a table: `Mon 2 Mar`, `Mar 2026`."""
    day = row.span.begin
    return f"{day:%a} {day.day:2d} {day:%b}" if row.span.days == 1 else f"{day:%b %Y}"


def moment(utc_s: float, offset_s: int = 0) -> datetime:
    """What the user's clock showed, as a time without zone."""
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=utc_s + offset_s)).replace(
        tzinfo=None
    )


def duration(seconds: float) -> str:
    """`3 h 12 min`, `12 min`, `40 s`; minutes are left out of 100 hours."""
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest and hours < 100 else f"{hours} h"


def percent(share: float) -> str:
    """`13 %`; a dash where it is not known."""
    return f"{100 * share:.0f}\u00a0%" if isfinite(share) else "\u2013"


def number(value: float, decimals: int = 0) -> str:
    """A number, or a dash where it is not known."""
    return f"{value:.{decimals}f}" if isfinite(value) else "\u2013"


def count(n: int, one: str, many: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    """What there is to say of days of which something was kept: labels and sentences."""
    entries = [
        ("watched", _watched(summary)),
        ("besides", _besides(summary)),
        ("slouched", _slouched(summary)),
        ("forward", _forward(summary)),
        ("upright", _upright(summary)),
        ("hours", _hours(summary)),
        ("compared", _compared(summary.slouched, "slouching", 100, " percentage points")),
        ("", _compared(summary.exposure, "degree-minutes an hour", 1, "")),
        ("alerts", _alerts(summary)),
        ("afterwards", _afterwards(summary.followed)),
        *(helping(summary.helped) if summary.helped else ()),
    ]
    return tuple((label, text) for label, text in entries if text)


def _watched(summary: Summary) -> str:
    total = summary.total
    days = sum(day.watched_s > 0 for day in summary.days)
    return f"{duration(total.watched_s)} on {count(days, 'day')}, in which your posture was known"


def _besides(summary: Summary) -> str:
    """Time that counts on neither side."""
    names = ("could not be measured", "away", "paused")
    seconds = summary.total.seconds[2:]
    told = [f"{duration(s)} {name}" for s, name in zip(seconds, names, strict=True) if s >= 1]
    return f"{', '.join(told)}: counted on neither side" if told else ""


def _slouched(summary: Summary) -> str:
    total = summary.total
    if not total.watched_s:
        return ""
    text = f"{duration(total.seconds[1])}, {percent(total.slouched_share)} of the watched time"
    if not total.episodes:
        return f"{text}; no slouch lasted"
    times = count(total.episodes, "slouch", "slouches")
    of_them = "" if total.episodes == 1 else "half of them "
    lasted = f"{of_them}up to {duration(summary.median_episode_s)}"
    return f"{text}; {times} ({summary.episodes_per_hour:.1f} an hour), {lasted}"


def _forward(summary: Summary) -> str:
    per_hour = summary.total.exposure_per_hour
    if not isfinite(per_hour):
        return ""
    return f"{per_hour:.0f} degree-minutes an hour: like {per_hour / 60:.1f}\u00b0 all the time"


def _upright(summary: Summary) -> str:
    best = summary.longest_upright
    if best is None:
        return ""
    begin = moment(best.local_s)
    return f"longest stretch {duration(best.length_s)}, {day_name(begin.date())} from {begin:%H:%M}"


def _hours(summary: Summary) -> str:
    hours = summary.hours
    if hours.least is None or hours.most is None:
        return ""
    least, most = (
        f"{hour}:00\u2013{hour + 1}:00 ({percent(float(hours.slouched_share[hour]))})"
        for hour in (hours.least, hours.most)
    )
    return f"least slouching {least}, most {most}"


def _compared(trend: Trend, what: str, factor: float, unit: str) -> str:
    """A figure against the days before, with its interval; or what is missing for that."""
    weeks = BEFORE_DAYS // 7
    days = f"{count(trend.days, 'day')} against {trend.days_before} in the {weeks} weeks before"
    if not trend.change.known:
        needed = f"{TOO_LITTLE}: {days}, and at least {LEAST_DAYS} on each side are needed"
        return needed if what == "slouching" else ""  # said once
    change, low, high = (
        signed(factor * value)
        for value in (trend.change.estimate, trend.change.low, trend.change.high)
    )
    clear = "" if trend.change.sign else ", so no clear change"
    return f"{what} {change}{unit} (95\u00a0% interval {low} to {high}{clear}; {days})"


def signed(value: float) -> str:
    """`+3`, and a real minus sign."""
    text = f"{value:+.0f}"
    return "0" if text in ("+0", "-0") else text.replace("-", _MINUS)


def _alerts(summary: Summary) -> str:
    if not summary.alerts:
        return ""
    text = f"{summary.total.alerts} shown"
    if summary.quiet:
        text += f", {summary.quiet} kept quiet"
    answers = [f"{word} {n}" for key, word in ANSWERS.items() if (n := summary.answers.get(key))]
    return f"{text}; your answers: {', '.join(answers)}" if answers else f"{text}; no answers"


def _afterwards(followed: tuple[Followed, ...]) -> str:
    told: list[str] = []
    for entry in followed:
        if entry.known:
            low, high = (f"{100 * end:.0f}" for end in (entry.share.low, entry.share.high))
            within = f"within {entry.minutes} min"
            what = "" if told else "95\u00a0% interval "
            told.append(f"{entry.upright} of {entry.known} {within} ({what}{low} to {high}\u00a0%)")
    return f"upright again: {', '.join(told)}; many sit up unasked" if told else ""


def helping(found: Helped) -> tuple[tuple[str, str], ...]:
    """Whether alerts helped, as far as that can be said: labels and sentences."""
    if not (found.shown.alerts or found.quiet.alerts):
        return ()
    entries = [("did it help", around(found.shown, "shown alerts"))]
    if len(found.by_means) > 1:
        entries += [("", around(by, f"alerts by {name}")) for name, by in found.by_means.items()]
    if found.quiet.alerts:
        entries.append(("", around(found.quiet, "alerts that were kept quiet")))
    if found.effect.known:
        entries.append(("", f"shown against kept quiet: {change(found.effect)}"))
    return tuple(entries)


def around(found: Around, what: str) -> str:
    """The exposure before and after alerts of a kind, or what is missing to say it."""
    seen = f"{found.alerts} {what} on {count(found.days, 'day')}"
    if not found.change.known:
        needed = f"at least {LEAST_ALERTS} on {LEAST_KNOWN_DAYS} days are needed"
        return f"{TOO_LITTLE}: {seen}, and {needed}"
    before, after = (number(rate.estimate) for rate in (found.before, found.after))
    minutes = f"{WINDOW_S // 60} minutes"
    rates = f"{before} degree-minutes an hour in the {minutes} before, {after} after"
    return f"{seen}: {rates} ({change(found.change)})"


def change(found: Interval) -> str:
    """A change with its interval, and whether it is one."""
    low, high = signed(found.low), signed(found.high)
    clear = "" if found.sign else ", so no clear change"
    return f"{signed(found.estimate)}, 95\u00a0% interval {low} to {high}{clear}"
