"""Programs that measure; not run by pytest."""
