"""`python -m posture`, and the command `posture`."""


def main() -> None:
    """Run the command line; while it is being loaded Ctrl-C ends the process, as the system does.

    What loads C++ would lose Python's exception, or abort. Where it is ignored it stays so.
    """
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    import gc

    gc.set_threshold(10_000)  # imports leave hardly any garbage, but much to look through
    from posture.cli import main as command

    command()


if __name__ == "__main__":
    main()
