"""The words of reports: plain facts about a summary, each a label and a sentence.

Users are compared with themselves. Nothing is scored, and nothing is said about health.
"""

from __future__ import annotations

from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

from posture.clock_time import local
from posture.helped import LEAST_ALERTS, WINDOW_S
from posture.history.rows import Answer
from posture.intervals import LEAST_DAYS as LEAST_KNOWN_DAYS
from posture.reports.care_wording import care_facts
from posture.reports.speech import ENGLISH
from posture.summaries import BEFORE_DAYS, LEAST_DAYS
from posture.totals import Totals, month_of

if TYPE_CHECKING:
    from posture.helped import Around, Helped
    from posture.history.rows import Span
    from posture.intervals import Interval
    from posture.reports.speech import Speech
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


def title(span: Span, speech: Speech = ENGLISH) -> str:
    """The days in words: `Monday 2 to Sunday 8 March 2026`."""
    first, last = span.begin, span.end - timedelta(days=1)
    if first == last:
        return speech.day(first)
    if span == month_of(first):
        return speech.written(first, speech.say("MMMM yyyy"))
    # What is said of the first of two days; in quotes what is no part of a date.
    before = "dddd d MMMM yyyy 'to'"
    if (first.year, first.month) == (last.year, last.month):
        before = "dddd d 'to'"
    elif first.year == last.year:
        before = "dddd d MMMM 'to'"
    return f"{speech.written(first, speech.say(before))} {speech.day(last)}"


def row_name(row: Totals) -> str:
    """A day or a month in a table: `Mon 2 Mar`, `Mar 2026`."""
    day = row.span.begin
    return f"{day:%a} {day.day:2d} {day:%b}" if row.span.days == 1 else f"{day:%b %Y}"


def duration(seconds: float) -> str:
    """`3 h 12 min`, `12 min`, `40 s`, or a dash; minutes are left out of 100 hours."""
    if not isfinite(seconds):
        return "\u2013"
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


def facts(summary: Summary, speech: Speech = ENGLISH) -> tuple[tuple[str, str], ...]:
    """What there is to say of days of which something was kept: labels and sentences."""
    if not summary.days:
        return care_facts(summary.noted, speech)
    entries = [
        ("watched", _watched(summary, speech)),
        ("besides", _besides(summary, speech)),
        ("slouched", _slouched(summary, speech)),
        ("forward", _forward(summary, speech)),
        ("upright", _upright(summary, speech)),
        ("hours", _hours(summary, speech)),
        ("compared", _compared(summary.slouched, _SLOUCHING, speech, 100)),
        ("", _compared(summary.exposure, _EXPOSURE, speech)),
        ("alerts", _alerts(summary, speech)),
        ("afterwards", _afterwards(summary.followed, speech)),
    ]
    told = [(speech.say(label) if label else "", text) for label, text in entries if text]
    helped = helping(summary.helped, speech) if summary.helped else ()
    return (*told, *helped, *care_facts(summary.noted, speech))


def _watched(summary: Summary, speech: Speech) -> str:
    days = sum(day.watched_s > 0 for day in summary.days)
    text = speech.say("{0} on {1}, in which your posture was known")
    return text.format(duration(summary.total.watched_s), in_days(days, speech))


def in_days(n: int, speech: Speech = ENGLISH) -> str:
    """`1 day`, `2 days`."""
    return speech.count(n, "1 day", "{0} days")


def _besides(summary: Summary, speech: Speech) -> str:
    """Time that counts on neither side."""
    names = ("{0} could not be measured", "{0} away", "{0} paused")
    seconds = summary.total.seconds[2:]
    told = [
        speech.say(name).format(duration(s))
        for s, name in zip(seconds, names, strict=True)
        if s >= 1
    ]
    return speech.say("{0}: counted on neither side").format(", ".join(told)) if told else ""


def _slouched(summary: Summary, speech: Speech) -> str:
    total = summary.total
    if not total.watched_s:
        return ""
    text = speech.say("{0}, {1} of the watched time")
    text = text.format(duration(total.seconds[1]), percent(total.slouched_share))
    told = "{0} slouches ({1} an hour), half of them up to {2}"
    if total.episodes < 2:
        told = "{0} slouch ({1} an hour), up to {2}" if total.episodes else "no slouch lasted"
    per_hour = speech.number(f"{summary.episodes_per_hour:.1f}")
    lasted = duration(summary.median_episode_s)
    return f"{text}; {speech.say(told).format(total.episodes, per_hour, lasted)}"


def _forward(summary: Summary, speech: Speech) -> str:
    per_hour = summary.total.exposure_per_hour
    if not isfinite(per_hour):
        return ""
    text = speech.say("{0} degree-minutes an hour: like {1}\u00b0 all the time")
    return text.format(f"{per_hour:.0f}", speech.number(f"{per_hour / 60:.1f}"))


def _upright(summary: Summary, speech: Speech) -> str:
    best = summary.longest_upright
    if best is None:
        return ""
    begin = local(best.local_s)
    text = speech.say("longest stretch {0}, {1} from {2}")
    return text.format(duration(best.length_s), speech.day(begin.date()), f"{begin:%H:%M}")


def _hours(summary: Summary, speech: Speech) -> str:
    hours = summary.hours
    if hours.least is None or hours.most is None:
        return ""
    least, most = (
        f"{hour}:00\u2013{hour + 1}:00 ({percent(float(hours.slouched_share[hour]))})"
        for hour in (hours.least, hours.most)
    )
    return speech.say("least slouching {0}, most {1}").format(least, most)


_SLOUCHING = "slouching {0} percentage points ({1})"
_EXPOSURE = "degree-minutes an hour {0} ({1})"


def _compared(trend: Trend, what: str, speech: Speech, factor: float = 1) -> str:
    """A figure against the days before, with its interval; or what is missing for that."""
    text = speech.say("{0} against {1} in the {2} weeks before")
    days = text.format(in_days(trend.days, speech), trend.days_before, BEFORE_DAYS // 7)
    if not trend.change.known:
        if what is not _SLOUCHING:  # said once
            return ""
        text = speech.say("{0}: {1}, and at least {2} on each side are needed")
        return text.format(speech.say(TOO_LITTLE), days, LEAST_DAYS)
    estimate, low, high = (
        signed(factor * value)
        for value in (trend.change.estimate, trend.change.low, trend.change.high)
    )
    return speech.say(what).format(
        estimate, f"{_interval(low, high, trend.change, speech)}; {days}"
    )


def _interval(low: str, high: str, found: Interval, speech: Speech) -> str:
    """The interval in words, and whether it shows a change."""
    if found.sign:
        return speech.say("95\u00a0% interval {0} to {1}").format(low, high)
    return speech.say("95\u00a0% interval {0} to {1}, so no clear change").format(low, high)


def signed(value: float) -> str:
    """`+3`, and a real minus sign."""
    text = f"{value:+.0f}"
    return "0" if text in ("+0", "-0") else text.replace("-", _MINUS)


def _alerts(summary: Summary, speech: Speech) -> str:
    if not summary.alerts:
        return ""
    told = [speech.say("{0} shown").format(summary.total.alerts)]
    if summary.quiet:
        told.append(speech.say("{0} kept quiet").format(summary.quiet))
    given = summary.answers
    answers = [
        f"{speech.say(word)} {given[key]}" for key, word in ANSWERS.items() if given.get(key)
    ]
    text = speech.say("your answers: {0}" if answers else "no answers")
    return f"{', '.join(told)}; {text.format(', '.join(answers))}"


def _afterwards(followed: tuple[Followed, ...], speech: Speech) -> str:
    told: list[str] = []
    for entry in followed:
        if entry.known:
            low, high = (f"{100 * end:.0f}" for end in (entry.share.low, entry.share.high))
            text = "{0} of {1} within {2} min (95\u00a0% interval {3} to {4}\u00a0%)"
            if told:
                text = "{0} of {1} within {2} min ({3} to {4}\u00a0%)"
            counts = (entry.upright, entry.known, entry.minutes)
            told.append(speech.say(text).format(*counts, low, high))
    text = speech.say("upright again: {0}; many sit up unasked")
    return text.format(", ".join(told)) if told else ""


def helping(found: Helped, speech: Speech = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Whether alerts helped, as far as that can be said: labels and sentences."""
    if not (found.shown.alerts or found.quiet.alerts):
        return ()
    shown = _seen(found.shown, "{0} shown alerts on {1}", speech)
    entries = [(speech.say("did it help"), around(found.shown, shown, speech))]
    if len(found.by_means) > 1:
        for name, by in found.by_means.items():
            seen = _seen(by, "{0} alerts by {2} on {1}", speech, speech.word(name))
            entries.append(("", around(by, seen, speech)))
    if found.quiet.alerts:
        seen = _seen(found.quiet, "{0} alerts that were kept quiet on {1}", speech)
        entries.append(("", around(found.quiet, seen, speech)))
    if found.effect.known:
        text = speech.say("shown against kept quiet: {0}")
        entries.append(("", text.format(change(found.effect, speech))))
    return tuple(entries)


def _seen(found: Around, text: str, speech: Speech, *more: str) -> str:
    """How many alerts on how many days."""
    return speech.say(text).format(found.alerts, in_days(found.days, speech), *more)


def around(found: Around, seen: str, speech: Speech = ENGLISH) -> str:
    """The exposure before and after the alerts that were seen, or what is missing to say it."""
    if not found.change.known:
        text = speech.say("{0}: {1}, and at least {2} on {3} days are needed")
        return text.format(speech.say(TOO_LITTLE), seen, LEAST_ALERTS, LEAST_KNOWN_DAYS)
    before, after = (number(rate.estimate) for rate in (found.before, found.after))
    text = speech.say("{0}: {1} degree-minutes an hour in the {2} minutes before, {3} after ({4})")
    return text.format(seen, before, WINDOW_S // 60, after, change(found.change, speech))


def change(found: Interval, speech: Speech = ENGLISH) -> str:
    """A change with its interval, and whether it is one."""
    low, high = signed(found.low), signed(found.high)
    return f"{signed(found.estimate)}, {_interval(low, high, found, speech)}"
