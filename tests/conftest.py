"""What all tests share."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from posture.control_socket import Address
from tests.running import elsewhere

# A loaded machine must not fail a test, and the same tests run every time.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def heeded_signals() -> None:
    """Let Ctrl-C and a closed terminal reach the tests and their programs, whoever starts them.

    A script that starts them in its background lets all of them ignore both.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    hang_up = getattr(signal, "SIGHUP", None)  # Windows has none
    if hang_up is not None and signal.getsignal(hang_up) is signal.SIG_IGN:
        signal.signal(hang_up, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the settings and the data of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA"):
            patch.setenv(f"POSTURE_{name}_DIR", str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def own_address(tmp_path: Path) -> Iterator[Address]:
    """Where this test's running posture is found, and no other's."""
    with elsewhere(tmp_path) as own:
        yield own
