"""`python -m posture`, and the command `posture`."""

from posture.cli import main

if __name__ == "__main__":
    main()
