"""Makes all sounds: python scripts/make_sounds.py [FOLDER], by default posture/data.

Sine tones that swell and fade softly: nothing is recorded, nothing is anyone else's.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np

RATE_HZ = 22_050
LOUDNESS = 0.25
"""Of the loudest sample, of full scale: a cue must not startle."""
SWELL_S = 0.02

Tone = tuple[float, float, float]
"""Start in seconds, length in seconds, pitch in hertz."""

SOUNDS: dict[str, list[Tone]] = {
    "cue": [(0.0, 0.45, 523.25)],
    "notice": [(0.0, 0.45, 523.25), (0.22, 0.6, 659.26)],
    "repetition": [(0.0, 0.16, 783.99)],
    "hold": [(0.0, 0.2, 587.33), (0.12, 0.28, 880.0)],
    "done": [(0.0, 0.35, 523.25), (0.16, 0.4, 659.26), (0.32, 0.5, 783.99)],
}
"""Two of alerts, and three of exercises."""


def samples(tones: list[Tone]) -> np.ndarray[Any, np.dtype[np.int16]]:
    """The tones together, 16-bit samples; each begins and ends in silence."""
    length_s = max(start_s + tone_s for start_s, tone_s, _ in tones)
    time_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    sound = np.zeros_like(time_s)
    for start_s, tone_s, pitch_hz in tones:
        t = np.clip(time_s - start_s, 0.0, tone_s)
        fade = np.cos(np.pi / 2 * t / tone_s) ** 4
        sound += np.minimum(t / SWELL_S, 1.0) * fade * np.sin(2 * np.pi * pitch_hz * t)
    loudest = float(np.abs(sound).max())
    return np.round(sound * LOUDNESS / loudest * 32767).astype("<i2")


def main(folder: Path) -> None:
    """Write every sound as a 16-bit mono WAV."""
    for name, tones in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples(tones).tobytes())


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1]
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "posture" / "data")
