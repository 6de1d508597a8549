"""From a history to the summary of a span."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from posture.helped import helped
from posture.history.rows import Span
from posture.noted import noted
from posture.summaries import Summary, summarise, with_before

if TYPE_CHECKING:
    from posture.care.entries import Notes
    from posture.history.rows import Episode, KeptAlert, Session, Stretches, UsedBaseline

MOST_DAYS_OF_MINUTES = 62
"""A longer span is summed up from hours: ten years of minutes take seconds to read."""
HELPED_DAYS = 84
"""Whether it helped is looked for in the twelve weeks to the end of the span: a week has too few
alerts to say anything."""


class History(Protocol):
    """What reports ask of a history: rows of local days, in order of time."""

    def days(self) -> Span | None:
        """From the first local day with anything to the last."""

    def minutes(self, span: Span) -> Stretches:
        """Stretches of a minute."""

    def hours(self, span: Span) -> Stretches:
        """Stretches of an hour."""

    def episodes(self, span: Span) -> tuple[Episode, ...]:
        """Slouches that began then."""

    def alerts(self, span: Span) -> tuple[KeptAlert, ...]:
        """Alerts, also those that were not shown."""

    def sessions(self, span: Span) -> tuple[Session, ...]:
        """Openings of the camera."""

    def baselines(self, span: Span) -> tuple[UsedBaseline, ...]:
        """Baselines that came into use."""

    def notes(self, span: Span) -> Notes:
        """What was noted of care."""


def gather(history: History, span: Span) -> Summary:
    """Sum up a span."""
    read = history.minutes if span.days <= MOST_DAYS_OF_MINUTES else history.hours
    summary = summarise(span, read(with_before(span)), history.episodes(span), history.alerts(span))
    summary = replace(summary, noted=noted(history.notes(span)))
    if not summary.days:
        return summary
    weeks = Span(span.end - timedelta(days=HELPED_DAYS), span.end)
    return replace(summary, helped=helped(history.minutes(weeks), history.alerts(weeks)))
