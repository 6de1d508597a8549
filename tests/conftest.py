"""What all tests share."""

from hypothesis import settings

# A loaded machine must not fail a test, and the same tests run every time.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
