"""The one picture that windows may look at: handed over while somebody looks, else forgotten."""

from __future__ import annotations

import numpy as np
import pytest

from posture.ports import CameraStateKind
from posture.viewfinder import Viewed, Viewfinder
from tests.live import GivingWebcam

PICTURE = np.zeros((48, 64, 3), np.uint8)


def test_it_is_kept_only_while_somebody_looks() -> None:
    finder = Viewfinder()
    finder.show(PICTURE)
    assert _is_empty(finder)
    finder.look("window")
    finder.look("other")
    finder.show(PICTURE)
    assert finder.picture is PICTURE
    finder.look_away("window")
    finder.look_away("window")
    assert finder.picture is PICTURE
    finder.look_away("other")
    assert _is_empty(finder)
    finder.show(PICTURE)
    assert _is_empty(finder)


def _is_empty(finder: Viewfinder) -> bool:
    return finder.picture is None


@pytest.mark.parametrize("looks", [True, False])
def test_a_source_shows_its_pictures_until_it_is_closed(looks: bool) -> None:
    finder = Viewfinder()
    if looks:
        finder.look("window")
    with GivingWebcam() as camera, Viewed(camera, finder) as source:
        frame = next(iter(source))
        assert (finder.picture is frame.image) is looks
        assert source.name == camera.name
        assert source.state.kind is CameraStateKind.RUNNING
        source.set_rate(4.0)
        assert source.rate_hz == camera.rate_hz == 4.0
        assert source.warnings == ()
        source.close()
        assert finder.picture is None
        assert list(source) == []
    assert finder.picture is None
