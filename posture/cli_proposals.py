"""`posture proposals`: what would spare alerts that were wrong. Nothing heavy is imported here."""

from __future__ import annotations

import json
from math import isfinite, isnan
from typing import TYPE_CHECKING, Any

import click

from posture.cli_settings import KEEP_COPY, own_settings
from posture.cli_shared import say_restart

if TYPE_CHECKING:
    from posture.proposals import Moment
    from posture.proposals_search import Found, Proposal


@click.command()
@click.option("--accept", is_flag=True, help="Change it as proposed.")
@click.option("--decline", is_flag=True, help="Propose nothing until 3 more alerts were wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@KEEP_COPY
def proposals(*, accept: bool, decline: bool, as_json: bool, keep_copy: bool) -> None:
    """Say what would spare you alerts that you called wrong, and what else it would change.

    After 3 such answers one small change is proposed: a higher threshold, a longer time, or one
    more accepted posture. It is held against your own recordings, by judging them again, and
    against the history. Nothing is changed unless you accept it.
    """
    if accept and decline:
        raise click.UsageError("give --accept or --decline, not both")
    from posture import folders
    from posture.outside import Outside
    from posture.proposals_search import search
    from posture.proposals_store import accept as write
    from posture.proposals_store import ready, remember_decided

    data = folders.find().data
    found = search(data, own_settings(), Outside().now().date())
    proposal = found.proposal
    if (accept and proposal is None) or (decline and not ready(data)):
        raise click.ClickException(f"there is nothing to decide: {found.why}")
    if accept and proposal is not None:
        write(proposal.change, proposal.profile, data, keep_copy=keep_copy)
    if decline:
        remember_decided(data)
    if as_json:
        click.echo(json.dumps(_as_json(found, accepted=accept, declined=decline), indent=2))
        return
    _show(found)
    if accept:
        click.echo("Accepted.")
        say_restart()
    elif decline:
        click.echo("Declined: nothing is proposed until 3 more alerts were wrong.")
    elif proposal is not None:
        click.echo("`posture proposals --accept` changes it, `--decline` leaves it as it is.")


def _show(found: Found) -> None:
    from posture.proposal_words import change_text, effect_texts, outcome_text

    for note in found.notes:
        click.echo(f"note: {note}", err=True)
    if found.proposal is None:
        click.echo(f"Nothing is proposed: {found.why}.")
        return
    click.echo(f"Proposed: {change_text(found.proposal.change, found.now.detector)}.")
    for line in effect_texts(found.proposal.effects):
        click.echo(f"  {line}")
    for moment in found.proposal.effects.moments:
        said = "called wrong" if moment.wrong else "other"
        click.echo(f"    {moment.recording}, {moment.at_s:.0f} s ({said}): {outcome_text(moment)}")


def _as_json(found: Found, *, accepted: bool, declined: bool) -> dict[str, Any]:
    return {
        "proposal": None if found.proposal is None else _described(found.proposal),
        "why_none": found.why,
        "called_wrong": found.wrong,
        "accepted": accepted,
        "declined": declined,
        "notes": list(found.notes),
    }


def _described(proposal: Proposal) -> dict[str, Any]:
    from dataclasses import asdict

    change, effects = proposal.change, proposal.effects
    detector = change.detector
    return {
        "kind": change.kind.value,
        "detector": {
            name: getattr(detector, name) for name in ("enter_deg", "leave_deg", "persist_s")
        },
        "baseline": change.place or None,
        "posture": None if change.taken is None else change.taken.name,
        "wrong_spared": effects.wrong[0],
        "others_kept": effects.others[0],
        "others": effects.others[1],
        "moments": [_moment(moment) for moment in effects.moments],
        "last_four_weeks": None if effects.past is None else asdict(effects.past),
    }


def _moment(moment: Moment) -> dict[str, Any]:
    later_s = moment.later_s
    return {
        "recording": moment.recording,
        "at_s": moment.at_s,
        "wrong": moment.wrong,
        "warns": None if isnan(later_s) else isfinite(later_s),
        "later_s": later_s if isfinite(later_s) else None,
    }
