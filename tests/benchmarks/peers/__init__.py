"""Other posture programs on the same clips, judged by the same rule. Not run by pytest.

    each peer's environment:  run_NAME.py -> JSON lines      its own code
    here:                     environments -> rule -> page   the same truth for all

Nothing of theirs is copied: it is installed by its package name, imported and called.
"""
