"""What was entered in the diary before: last entries, the plot, and the page to take along."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel

from posture.gui.diary_page import SHOWN_DAYS, DiaryPage
from posture.gui.diary_recent import MOST
from posture.history.rows import Span
from posture.totals import by_day
from tests.gui.diaries import ALL, enter, settle
from tests.years import years

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.history.notebook import Notebook

pytest_plugins = ["tests.gui.diary_fixtures"]


class TestRecent:
    def test_the_newest_first(self, page: DiaryPage, notebook: Notebook) -> None:
        assert page.recent.nothing.isVisibleTo(page)
        notes = enter(notebook, *range(11))
        page.refresh()
        assert page.recent.notes == tuple(reversed(notes[-MOST:]))
        assert not page.recent.nothing.isVisibleTo(page)
        assert page.recent.buttons[0].accessibleName() == "Remove the entry of Mon 2 Mar, 11:42"

    def test_a_wrong_one_can_be_removed_and_put_back(
        self, page: DiaryPage, notebook: Notebook
    ) -> None:
        notes = enter(notebook, 1, 2, 3)
        page.refresh()
        page.recent.buttons[1].click()
        settle(page)
        assert [note.level for note in notebook.notes(ALL).pains] == [1, 3]
        page.restore.click()
        settle(page)
        assert notebook.notes(ALL).pains == tuple(notes)

    def test_what_another_program_enters_is_seen_when_it_is_shown_again(
        self, page: DiaryPage, notebook: Notebook
    ) -> None:
        page.hide()
        enter(notebook, 6)
        page.show()
        assert [note.level for note in page.recent.notes] == [6]


class TestPlot:
    def test_it_tells_the_entries_in_words(self, page: DiaryPage, notebook: Notebook) -> None:
        enter(notebook, 4, 5, ago=timedelta(days=SHOWN_DAYS + 2))
        page.refresh()
        assert page.plot.accessibleDescription() == "Mon 2 Mar, 11:42: 5 of 10"

    def test_the_exposure_of_days_is_beside(
        self, application: QApplication, notebook: Notebook
    ) -> None:
        del application
        kept = years(date(2026, 1, 1), 61)
        page = DiaryPage(notebook, open_history=lambda: nullcontext(kept), dark=False)
        page.refresh()
        (bars,) = (item for item in page.plot.exposure.items if hasattr(item, "opts"))
        span = Span(date(2026, 2, 3), date(2026, 3, 3))
        days = by_day(span, kept.hours(span), (), ())
        assert bars.opts["height"].tolist() == [day.exposure_per_hour for day in days]
        assert bars.opts["x"].tolist() == [(day.span.begin - span.begin).days + 0.5 for day in days]

    def test_together_is_not_cause(self, page: DiaryPage) -> None:
        texts = [label.text() for label in page.findChildren(QLabel)]
        assert any("Together in time is not cause." in text for text in texts)


class TestPage:
    def test_it_is_written_where_the_user_says(
        self, page: DiaryPage, notebook: Notebook, tmp_path: Path
    ) -> None:
        enter(notebook, 3, 4)
        page.page.click()
        (dialog,) = page.findChildren(QFileDialog)
        assert Path(dialog.directory().path()) == Path.home()
        dialog.fileSelected.emit(str(tmp_path / "mine.html"))
        settle(page)
        dialog.close()
        text = (tmp_path / "mine.html").read_text(encoding="utf-8")
        assert "Not a medical device" in text
        assert "2 March 2026" in text
        assert str(tmp_path / "mine.html") in page.status.text()

    def test_a_folder_that_is_not_there_is_told(self, page: DiaryPage, tmp_path: Path) -> None:
        page.write_page(str(tmp_path / "nowhere" / "mine.html"))
        settle(page)
        assert str(tmp_path / "nowhere") in page.status.text()
