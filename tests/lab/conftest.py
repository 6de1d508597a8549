"""The laboratory needs packages that the application lacks: without them its tests are skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calibration.body_model import cache_path, load_body_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calibration.body_model import BodyModel
    from calibration.render import Renderer


@pytest.fixture(scope="session")
def model() -> BodyModel:
    """The body model; its file is built on the first call of a new machine."""
    if not cache_path().exists():
        for package in ("anny", "torch"):
            pytest.importorskip(package)
    return load_body_model()


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """One GL context for all tests."""
    moderngl = pytest.importorskip("moderngl")
    from calibration.render import Renderer

    try:
        made = Renderer()
    except (moderngl.Error, ImportError, OSError) as error:
        pytest.skip(f"no OpenGL without a window here: {error}")
    with made:
        yield made
