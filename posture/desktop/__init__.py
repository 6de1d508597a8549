"""What the desktop around the user says: locked, asleep, in a presentation, on battery."""
