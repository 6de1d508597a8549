"""A landmark recording as a file: chunks, each complete by itself, so that little is ever lost.

    file:  magic (8 bytes) | version, uint32 | chunks: header, perhaps a state, entries ..., end
    chunk: "PC" | kind, uint8 | 0 | bytes stored, uint32 | bytes unpacked, uint32 | CRC-32 | zlib

The CRC is of all of the chunk but itself. A killed process leaves a file without an end, and a
damaged one is read up to the damage. Whatever a file says, memory stays bounded by `MOST_BYTES`.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from enum import IntEnum
from struct import Struct
from typing import TYPE_CHECKING, BinaryIO, Self

from posture import landmark_codec, landmark_header
from posture.landmark_entries import Seen
from posture.ports import Closing, OutputError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.landmark_entries import Entry
    from posture.landmark_header import Header

SUFFIX = ".posture"
MAGIC = b"\x89posture"
MOST_BYTES = 16 << 20
"""Of one chunk, unpacked."""

_VERSION = Struct("<I")
_CHUNK = Struct("<2sBxIII")
_MARK = b"PC"
_MEND = "record it anew, or read a copy of it"


class LandmarkError(SourceError):
    """A landmark recording cannot be read."""


class Kind(IntEnum):
    """What a chunk holds."""

    HEADER = 1
    STATE = 2
    ENTRIES = 3
    END = 4


def is_landmarks(path: Path) -> bool:
    """Whether a path names a landmark recording."""
    return path.suffix.lower() == SUFFIX


def pack(kind: Kind, data: bytes = b"") -> bytes:
    """One chunk."""
    stored = zlib.compress(data, 6)
    crc = zlib.crc32(stored, zlib.crc32(_CHUNK.pack(_MARK, kind, len(stored), len(data), 0)))
    return _CHUNK.pack(_MARK, kind, len(stored), len(data), crc) + stored


def beginning(header: Header, state: bytes | None = None) -> bytes:
    """All of a file before its entries."""
    start = MAGIC + _VERSION.pack(landmark_header.VERSION)
    start += pack(Kind.HEADER, landmark_header.encode(header))
    return start if state is None else start + pack(Kind.STATE, state)


class LandmarkWriter(Closing):
    """Writes a new file for the user alone, chunk by chunk; what is written stays if it is killed.

    Raises:
        OutputError: There is such a file, or it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1
        if os.path.exists(path):  # noqa: PTH110  # false for a name that is too long
            raise OutputError(f"{path}: is there already; name another file")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(path, flags, 0o600)
        except OSError as error:
            raise self._failure(error) from error

    @property
    def closed(self) -> bool:
        """Whether nothing more can be written."""
        return self._descriptor < 0

    def write(self, data: bytes) -> None:
        """Add chunks.

        Raises:
            OutputError: They cannot be written; the file is then closed.
        """
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError as error:
            self.close()
            raise self._failure(error) from error

    def close(self) -> None:
        """Release the file; calling it again does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)

    def _failure(self, error: OSError) -> OutputError:
        why = error.strerror or str(error)
        return OutputError(
            f"{self.path}: cannot be written ({why}); free some space or name another file"
        )


class LandmarkFile(Closing):
    """Reads a recording; a context manager.

    Attributes:
        header: What it was made with.
        state: Of the judgement where it begins, by `posture.landmark_state`; None where it begins
            with the session.
        warnings: What the user should know, complete after the last entry.

    Raises:
        LandmarkError: It is none, is newer than this posture, or is damaged before its first entry.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warnings: tuple[str, ...] = ()
        self._ended_s = 0.0
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise LandmarkError(f"{path}: cannot be read ({error.strerror})") from error
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def _begin(self) -> None:
        start = self._read(len(MAGIC) + _VERSION.size)
        if start[: len(MAGIC)] != MAGIC or len(start) < len(MAGIC) + _VERSION.size:
            raise LandmarkError(f"{self.path}: is no recording of landmarks")
        (version,) = _VERSION.unpack(start[len(MAGIC) :])
        if version != landmark_header.VERSION:
            raise LandmarkError(
                f"{self.path}: has format {version}, and this posture reads format "
                f"{landmark_header.VERSION}; read it with the posture that made it"
            )
        offset = self._file.tell()
        try:
            kind, data = self._chunk()
            self.header = landmark_header.decode(data if kind is Kind.HEADER else b"")
        except (ValueError, EOFError) as error:
            why = str(error) or "it ends early"
            raise LandmarkError(
                f"{self.path}: is damaged at byte {offset} ({why}); {_MEND}"
            ) from error
        self.warnings = self.header.notes
        self._next: tuple[Kind, bytes] | None = None
        self.state: bytes | None = None
        self._first = self._file.tell()
        with suppress(ValueError, EOFError):  # told where the entries are read
            kind, data = self._chunk()
            self.state = data if kind is Kind.STATE else None
        if self.state is None:
            self._file.seek(self._first)

    def entries(self) -> Iterator[Entry]:
        """All entries up to the end or the damage, once."""
        while True:
            offset = self._file.tell()
            try:
                kind, data = self._chunk()
                if kind is Kind.END:
                    return
                if kind is not Kind.ENTRIES:
                    raise ValueError("a chunk is in the wrong place")  # noqa: TRY301
                entries = landmark_codec.decode(data)
            except EOFError:
                self._warn("it was not closed: up to the last 10 s may be missing")
                return
            except ValueError as error:
                read = f"read up to there, {self._ended_s:.1f} s"
                self._warn(f"it is damaged at byte {offset} ({error}): {read}")
                return
            for entry in entries:
                if isinstance(entry, Seen):
                    self._ended_s = entry.observation.timestamp_s
                yield entry

    def close(self) -> None:
        """Release the file; calling it again does nothing."""
        self._file.close()

    def _warn(self, text: str) -> None:
        self.warnings = (*self.warnings, text)

    def _chunk(self) -> tuple[Kind, bytes]:
        """The next chunk; ValueError where it is damaged, EOFError at the end of the file."""
        head = self._read(_CHUNK.size)
        if not head:
            raise EOFError
        if len(head) < _CHUNK.size:
            raise ValueError("it ends early")
        mark, kind, stored, length, crc = _CHUNK.unpack(head)
        if mark != _MARK or max(stored, length) > MOST_BYTES:
            raise ValueError("no chunk begins there")
        data = self._read(stored)
        if len(data) < stored:
            raise ValueError("it ends early")
        if crc != zlib.crc32(data, zlib.crc32(_CHUNK.pack(mark, kind, stored, length, 0))):
            raise ValueError("its check does not fit")
        packed = zlib.decompressobj()
        try:
            found = packed.decompress(data, length + 1)
        except zlib.error as error:
            raise ValueError("it cannot be unpacked") from error
        if len(found) != length or not packed.eof:
            raise ValueError("its length does not fit")
        return Kind(kind), found

    def _read(self, length: int) -> bytes:
        try:
            return self._file.read(length)
        except OSError as error:
            raise LandmarkError(f"{self.path}: cannot be read ({error.strerror})") from error
