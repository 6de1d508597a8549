"""Reports for programs: JSON and CSV. docs/REPORTS.md says what each column is."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

import posture
from posture import folders
from posture.care.diary import day_counts
from posture.clock_time import local
from posture.history.rows import QUANTILES, STATES, Answer, Span
from posture.noted import NotedDay
from posture.ports import OutputError
from posture.reports.wording import NOTICE
from posture.totals import added

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from posture.helped import Around, Helped
    from posture.hours_of_day import HoursOfDay
    from posture.intervals import Interval
    from posture.noted import Noted
    from posture.records import FloatArray
    from posture.summaries import Summary, Trend
    from posture.totals import Totals

VERSION = 1
"""Of the JSON and the CSV; grows when what is there changes its meaning."""

DAY_COLUMNS = (
    "date",
    *(f"{state}_s" for state in STATES),
    "watched_s",
    "slouched_share",
    "exposure_deg_min",
    "exposure_deg_min_per_hour",
    "slouches",
    "alerts_shown",
)
NOTED_COLUMNS = (
    "pain_level",
    "pain_entries",
    "breaks_taken",
    "breaks_skipped",
    "exercises",
    "heat_or_cold",
)
"""Of what was noted."""
CSV_COLUMNS = (*DAY_COLUMNS, *NOTED_COLUMNS)
"""Of a report as CSV: a row for each local day with anything in it."""


def report_json(summary: Summary) -> str:
    """The whole summary; what is not known is null."""
    best = summary.longest_upright
    data = {
        "version": VERSION,
        "posture": posture.__version__,
        "notice": NOTICE,
        **_span(summary.span),
        "total": _totals(summary.total),
        "median_slouch_s": _known(summary.median_episode_s),
        "longest_upright": None
        if best is None
        else {"local": local(best.local_s).isoformat(), "length_s": _known(best.length_s)},
        **_hours(summary.hours),
        "compared": {
            "slouched_share": _trend(summary.slouched),
            "exposure_deg_min_per_hour": _trend(summary.exposure),
        },
        "alerts": {
            "shown": summary.total.alerts,
            "quiet": summary.quiet,
            "answers": {answer: summary.answers.get(answer, 0) for answer in Answer if answer},
            "followed_by_upright": [
                {**asdict(entry), **_interval(entry.share)} for entry in summary.followed
            ],
        },
        "helped": None if summary.helped is None else _helped(summary.helped),
        "noted": _noted(summary.noted),
        "days": list(_days(summary)),
    }
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def _hours(hours: HoursOfDay) -> dict[str, object]:
    return {
        "hours": {
            "watched_s": _list(hours.watched_s),
            "slouched_share": _list(hours.slouched_share),
            "quantiles": QUANTILES,
            "neck_change_deg": _list(hours.change_deg[:, 0]),
            "upper_back_change_deg": _list(hours.change_deg[:, 1]),
            "least_slouched": hours.least,
            "most_slouched": hours.most,
        },
        "weekdays": {
            "watched_s": _list(hours.week_watched_s),
            "slouched_share": _list(hours.week_slouched_share),
        },
    }


def report_csv(summary: Summary) -> str:
    """A row a day, `CSV_COLUMNS`; what is not known is empty."""
    return table_csv(CSV_COLUMNS, (day.values() for day in _days(summary)))


def table_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows below their names; None is an empty field."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def save(path: Path, text: str) -> None:
    """Write a result for the user alone, complete or not at all.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        folders.write(path, text)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> OutputError:
    """What to tell the user."""
    return OutputError(
        f"{path}: cannot be written ({error.strerror or error}); free some space or name another "
        "place"
    )


def _span(span: Span) -> dict[str, str]:
    return {"from": f"{span.begin}", "to": f"{span.end - timedelta(days=1)}"}


def _totals(row: Totals) -> dict[str, object]:
    """By `DAY_COLUMNS`; of more than a day the date is the first."""
    values = (
        row.span.begin.isoformat(),
        *(_known(value) for value in row.seconds),
        _known(row.watched_s),
        _known(row.slouched_share, 4),
        _known(row.exposure_deg_min),
        _known(row.exposure_per_hour),
        row.episodes,
        row.alerts,
    )
    return dict(zip(DAY_COLUMNS, values, strict=True))


def _days(summary: Summary) -> Iterator[dict[str, object]]:
    """Every day with anything in it, by `CSV_COLUMNS`; no entry of pain is None, and not 0."""
    totals = {row.span.begin: row for row in summary.days}
    noted = {row.day: row for row in summary.noted.days}
    for day in sorted({*totals, *noted}):
        total = totals.get(day) or added(Span(day, day + timedelta(days=1)), ())
        row = noted.get(day, NotedDay(day))
        counts = (row.pain, row.entries, row.taken, row.skipped, row.exercises, row.packs)
        yield {**_totals(total), **dict(zip(NOTED_COLUMNS, counts, strict=True))}


def _noted(noted: Noted) -> dict[str, object]:
    notes, days = noted.notes, noted.diary
    return {
        "breaks": Counter(note.end for note in notes.breaks),
        "exercises": Counter(note.name for note in notes.exercises),
        "heat_or_cold": Counter(note.kind for note in notes.packs),
        "pain": {
            "days": len(days),
            "days_with_pain": sum(day.highest > 0 for day in days),
            "nights": sum(day.woke for day in days),
            "highest": max((day.highest for day in days), default=None),
            "places": day_counts(notes.pains, lambda note: note.places),
        },
    }


def _trend(trend: Trend) -> dict[str, object]:
    return {
        "days": trend.days,
        "days_before": trend.days_before,
        "now": _interval(trend.now),
        "before": _interval(trend.before),
        "change": _interval(trend.change),
    }


def _helped(helped: Helped) -> dict[str, object]:
    return {
        "shown": _around(helped.shown),
        "quiet": _around(helped.quiet),
        "by_means": {name: _around(by) for name, by in helped.by_means.items()},
        "shown_against_quiet": _interval(helped.effect),
        "weeks": [
            {
                "from": local(week.local_s).date().isoformat(),
                "days": week.days,
                "watched_s": _known(week.watched_s),
                "exposure_deg_min_per_hour": _interval(week.exposure),
            }
            for week in helped.weeks
        ],
    }


def _around(around: Around) -> dict[str, object]:
    rates = {name: _interval(getattr(around, name)) for name in ("before", "after", "change")}
    return {"alerts": around.alerts, "days": around.days, **rates}


def _interval(interval: Interval) -> dict[str, float | None]:
    return {name: _known(value, 4) for name, value in asdict(interval).items()}


def _known(value: float, decimals: int = 2) -> float | None:
    return round(float(value), decimals) if isfinite(value) else None


def _list(values: FloatArray) -> list[object]:
    """An array as lists, NaN as None."""
    if values.ndim > 1:
        return [_list(row) for row in values]
    return [_known(value, 4) for value in values]
