"""`python -m posture`, and the command `posture`."""


def main() -> None:
    """Run the command line; Ctrl-C in the first moments shows no traceback."""
    try:
        from posture.cli import main as command

        command()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
