"""Faults, scripted and by chance: what posture survives, and what is lost.

python -m tests.proofs.faults [--quick] [--seed N] [--only WORD] [--out FILE]

`fault` says what a fault is and makes the table; each other module has faults of one kind.
"""
