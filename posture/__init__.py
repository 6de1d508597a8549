"""Watches your posture through the webcam and replays recorded videos."""

__version__ = "0.1.0"
