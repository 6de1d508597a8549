"""Adapters that find people in frames."""
