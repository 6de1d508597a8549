"""Whether a program records: what sound servers list, as PulseAudio 16 and PipeWire write it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.desktop.microphone import microphone_used, microphones, pactl, recorded_sources

if TYPE_CHECKING:
    from pathlib import Path

OWN_PID = 4711
MICROPHONE, MONITOR = 1, 0


def stream(properties: dict[str, str] | None = None, **changed: Any) -> dict[str, Any]:  # noqa: ANN401
    """A call in a browser."""
    call = {
        "application.name": "Firefox",
        "application.process.binary": "firefox",
        "application.process.id": "2662",
        "media.name": "AudioCallbackDriver",
    }
    return {
        "index": 574,
        "driver": "protocol-native.c",
        "owner_module": "12",
        "client": "17",
        "source": MICROPHONE,
        "sample_specification": "s16le 2ch 48000Hz",
        "corked": False,
        "mute": False,
        "balance": 0.0,
        "source_latency_usec": 2241.0,
        "resample_method": "copy",
        "properties": call | (properties or {}),
    } | changed


SOURCES = json.dumps(
    [
        {
            "index": MONITOR,
            "state": "IDLE",
            "name": "alsa_output.pci-0000_00_1f.3.analog-stereo.monitor",
            "monitor_source": "alsa_output.pci-0000_00_1f.3.analog-stereo",
            "properties": {"device.class": "monitor"},
        },
        {
            "index": MICROPHONE,
            "state": "RUNNING",
            "name": "alsa_input.pci-0000_00_1f.3.analog-stereo",
            "monitor_source": "",
            "properties": {"device.class": "sound"},
        },
    ]
)


def used(outputs: str | None, sources: str | None = SOURCES) -> bool | None:
    said = {"source-outputs": outputs, "sources": sources}
    return microphone_used(said.__getitem__, own_pid=OWN_PID)


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        pytest.param([], False, id="nobody"),
        pytest.param([stream()], True, id="a call"),
        pytest.param(
            [stream(driver="PipeWire", owner_module=None, resample_method="PipeWire")],
            True,
            id="a call with PipeWire",
        ),
        pytest.param([{**stream(), "properties": {}}], True, id="a program without a name"),
        pytest.param([stream(corked=True)], False, id="halted"),
        pytest.param([stream(mute=True)], False, id="muted"),
        pytest.param([stream(source=MONITOR)], False, id="a monitor of PulseAudio"),
        pytest.param([stream({"stream.capture.sink": "true"})], False, id="a monitor of PipeWire"),
        pytest.param(
            [stream({"media.name": "Peak detect", "application.id": "org.gnome.VolumeControl"})],
            False,
            id="the level in GNOME's settings",
        ),
        pytest.param([stream(resample_method="peaks")], False, id="the level in pavucontrol"),
        pytest.param(
            [stream({"stream.monitor": "true", "resample.peaks": "true"})],
            False,
            id="a level of PipeWire",
        ),
        pytest.param([stream(client=None)], False, id="the sound server's echo cancelling"),
        pytest.param([stream({"node.link-group": "echo-cancel-7"})], False, id="PipeWire's"),
        pytest.param([stream(source=4294967295)], False, id="connected to nothing"),
        pytest.param(
            [stream({"application.process.id": str(OWN_PID)})], False, id="posture itself"
        ),
        pytest.param([stream(corked=True), stream()], True, id="one of two"),
        pytest.param(
            [3, {}, {"source": "1"}, {**stream(), "properties": 3}], True, id="one among nonsense"
        ),
    ],
)
def test_what_is_listed(streams: list[object], expected: bool) -> None:
    assert used(json.dumps(streams)) is expected


@pytest.mark.parametrize(
    ("outputs", "sources"),
    [
        pytest.param(None, SOURCES, id="nobody answers"),
        pytest.param("", SOURCES, id="nothing"),
        pytest.param("Source Output #574\n\tDriver: PipeWire\n", SOURCES, id="no JSON"),
        pytest.param('[{"index":574,"balance":0,00}]', SOURCES, id="a decimal comma"),
        pytest.param('{"source_outputs": []}', SOURCES, id="no list"),
        pytest.param(json.dumps([stream()]), None, id="sources that nobody tells"),
    ],
)
def test_what_cannot_be_understood_is_unknown(outputs: str | None, sources: str | None) -> None:
    assert used(outputs, sources) is None


def test_the_sources_are_asked_for_only_if_something_records() -> None:
    asked: list[str] = []

    def nobody(kind: str) -> str:
        asked.append(kind)
        return "[]"

    assert microphone_used(nobody) is False
    assert asked == ["source-outputs"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["source", "client", "corked", "properties", "index", "name"]), inner
        )
    ),
)


@given(_JSON)
def test_nothing_that_is_listed_is_an_error(said: object) -> None:
    text = json.dumps(said)
    assert (recorded_sources(text, OWN_PID) is None) == (not isinstance(said, list))
    assert (microphones(text) is None) == (not isinstance(said, list))


@pytest.mark.skipif(sys.platform == "win32", reason="has neither sound server")
class TestProgram:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The only folder in which programs are."""
        monkeypatch.setenv("PATH", str(tmp_path))
        return tmp_path

    def put(self, folder: Path, script: str) -> None:
        program = folder / "pactl"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def test_it_is_asked_in_a_language_with_decimal_points(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
        self.put(folder, 'echo "$1 $2 $3 $LC_ALL"')
        assert pactl("sources") == "--format=json list sources C\n"

    def test_its_answer_counts(self, folder: Path) -> None:
        self.put(folder, f'while read -r line; do echo "$line"; done < "{folder}/$3"')
        (folder / "source-outputs").write_text(json.dumps([stream()]) + "\n")
        (folder / "sources").write_text(SOURCES + "\n")
        assert microphone_used() is True

    @pytest.mark.parametrize(
        "script",
        [
            pytest.param("echo '[]'; exit 1", id="no sound server"),
            pytest.param("echo '[]'; echo Connection refused >&2; kill $$", id="killed"),
        ],
    )
    def test_its_failure_is_unknown(self, folder: Path, script: str) -> None:
        self.put(folder, script)
        assert microphone_used() is None

    @pytest.mark.usefixtures("folder")
    def test_without_it_nobody_knows(self) -> None:
        assert microphone_used() is None

    def test_one_that_hangs_is_not_waited_for(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("posture.desktop.microphone.ANSWER_WITHIN_S", 0.01)
        self.put(folder, "exec /bin/sleep 60")
        assert microphone_used() is None
