"""All faults, in the order of the table."""

from tests.proofs.faults import cameras, desktops, disks, programs, recordings, sessions

ALL = (
    *cameras.FAULTS,
    *sessions.FAULTS,
    *recordings.FAULTS,
    *disks.FAULTS,
    *desktops.FAULTS,
    *programs.FAULTS,
)
