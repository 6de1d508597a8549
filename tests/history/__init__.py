"""The history: what is kept, and that it is not lost."""
