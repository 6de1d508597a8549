"""Opens what tells the user: by the desktop, by a sound, and by the windows where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.alert_styles import Means
from posture.desktop.buttons import ButtonsFirst
from posture.notifiers.chosen import ChosenNotifier
from posture.notifiers.sound import SoundNotifier
from posture.ports import DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import ExitStack
    from queue import SimpleQueue

    from posture.alert_styles import StyleSettings
    from posture.ports import Notifier, NotifierCommand


def open_notifier(
    style: StyleSettings,
    own: Mapping[Means, Notifier | None],
    stack: ExitStack,
    *,
    commands: SimpleQueue[NotifierCommand] | None,
    say: Callable[[str], str],
    note: Callable[[str], object],
    announces: bool = False,
) -> ChosenNotifier:
    """What tells the user by the chosen means.

    Args:
        style: What is chosen.
        own: The notifiers of the windows; None for none.
        stack: Closes what the notifiers need, after them.
        commands: Gets what the user answers; None where the desktop shall show nothing.
        say: Puts what the desktop is to show into the user's language.
        note: Gets a sentence about what is not possible.
        announces: Whether the desktop is to show announcements, even where it shows no alert.
    """
    notifiers = {means: notifier for means, notifier in own.items() if notifier is not None}
    if commands is not None and (announces or style.uses(Means.MESSAGE)):
        from posture.desktop.session_bus import Bus
        from posture.notifiers.desktop import DesktopNotifier

        in_panel = own.get(Means.MESSAGE)
        try:
            bus = stack.enter_context(Bus())
            message: Notifier = DesktopNotifier(bus, commands, say)
            if in_panel is not None:
                message = ButtonsFirst(bus, message, in_panel)
            notifiers[Means.MESSAGE] = message
        except DesktopError as error:
            if in_panel is None:
                note(f"alerts are not shown on the desktop: {error}")
    if style.uses(Means.SOUND):
        notifiers[Means.SOUND] = SoundNotifier()
    return ChosenNotifier(style, notifiers)
