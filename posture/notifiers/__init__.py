"""Adapters that tell the user."""
