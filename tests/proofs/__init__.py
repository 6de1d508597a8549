"""What PRIVACY.md says, proved by programs that anyone can run."""
