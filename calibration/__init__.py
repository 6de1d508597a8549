"""Laboratory: bodies with a known spine, rendered as a camera sees them, with true angles."""
