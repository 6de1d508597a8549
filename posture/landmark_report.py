"""A bug report: what helps to find a mistake, in one file that the user looks at and sends.

Nothing is sent. Names of the user, the computer and the home folder are taken out of every text.
"""

from __future__ import annotations

import getpass
import os
import platform
import re
import socket
import tempfile
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import posture
from posture import folders, settings_file
from posture.checks import Verdict
from posture.landmark_anonymous import anonymise
from posture.ports import OutputError
from posture.setting_values import literal
from posture.settings import Settings, catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.checks import Check

LOG_LINES = 200
"""Last lines of each log."""
MOST_LOG_BYTES = 1 << 20
PRIVATE_SETTINGS = ("camera.device",)


@dataclass(frozen=True, slots=True)
class Names:
    """What tells who and where: each is put in place of by its word.

    Attributes:
        home, user, host: Of whoever runs this; empty where it is not known.
    """

    home: str
    user: str
    host: str

    @classmethod
    def own(cls) -> Names:
        """Those of this computer."""
        try:
            user = getpass.getuser()
        except (KeyError, OSError, ImportError):  # no name is known
            user = Path.home().name
        return cls(str(Path.home()), user, socket.gethostname())

    def without(self, text: str) -> str:
        """The text with none of them; as whole words, in any case."""
        hosts = (self.host, self.host.partition(".")[0])
        texts = ((self.home, "~"), *((host, "HOST") for host in hosts), (self.user, "USER"))
        for name, word in texts:
            if len(name) > 1:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", word, text, flags=re.IGNORECASE)
        return text


def write(
    path: Path,
    attached: Path | None,
    *,
    examine: Callable[[], Sequence[Check]],
    names: Names | None = None,
) -> tuple[str, ...]:
    """Write a bug report to a new file, for the user alone.

    Args:
        path: A zip file.
        attached: A landmark recording; an anonymised copy is put in.
        examine: Gives what `posture doctor` says.
        names: What is taken out; None for those of this computer.

    Returns:
        What is in it, a line each.

    Raises:
        OutputError: It cannot be written, or is there already.
        LandmarkError: The recording cannot be read.
    """
    if os.path.exists(path):  # noqa: PTH110  # false for a name that is too long
        raise OutputError(f"{path}: is there already; name another file")
    names = names or Names.own()
    texts = {"versions.txt": versions(), "doctor.txt": _doctor(examine()), "settings.toml": _own()}
    texts |= {f"log-{log.name}": _last_lines(log) for log in _logs()}
    parts = {name: names.without(text).encode() for name, text in texts.items()}
    lines = [f"{name}: {len(data)} bytes of text" for name, data in parts.items()]
    if attached is not None:
        parts["recording.posture"], said = _anonymous(attached)
        lines.append(f"recording.posture: {said}")
    try:
        folders.write(path, _packed(parts))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
    return tuple(lines)


def versions() -> str:
    """Of posture, Python and the system."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"posture {posture.__version__}\nPython {platform.python_version()}\n{system}\n"


def _doctor(checks: Sequence[Check]) -> str:
    """What it found, without the names of cameras."""
    shown = [
        replace(check, found=f"{check.found.count(', ') + 1} found")
        if check.name == "cameras" and check.verdict is Verdict.OK
        else check
        for check in checks
    ]
    return "".join(f"{c.verdict}: {c.name}: {c.found}. {c.advice}\n" for c in shown)


def _own() -> str:
    """The settings that differ from the defaults."""
    settings, problems = settings_file.read(settings_file.own_path())
    entries = [entry for entry in catalogue(settings) if entry.value != entry.default]
    told = [entry for entry in entries if entry.key not in PRIVATE_SETTINGS]
    lines = [f"{entry.key} = {literal(entry.value)}" for entry in told]
    lines += [f"# wrong: {problem.line}: {problem.key}" for problem in problems]
    return "\n".join([f"# of {len(catalogue(Settings()))}, those that were changed", *lines, ""])


def _logs() -> list[Path]:
    return sorted(folders.find().log.glob("*.log"))


def _last_lines(log: Path) -> str:
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - MOST_LOG_BYTES))
            text = file.read(MOST_LOG_BYTES).decode(errors="replace")
    except OSError as error:
        return f"cannot be read ({error.strerror})\n"
    return "\n".join(text.splitlines()[-LOG_LINES:]) + "\n"


def _anonymous(recording: Path) -> tuple[bytes, str]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "recording.posture"
        result = anonymise(recording, target)
        data = target.read_bytes()
    return data, f"{result.ticks} pictures as landmarks, without {', '.join(result.left_out)}"


def _packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()
