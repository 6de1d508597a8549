"""Is this really one person sitting in front of the camera, and is it the user?

MediaPipe goes on following a person who has left: a fallen coat, a chair or a table keeps the
visibility of all landmarks above 0.98. An independent look at the frame alone nearly always sees
that nobody is there. So a person is believed after two agreeing looks, looked for again every
few seconds and at once after anything odd (a jump, an uncertain face), and given up after three
looks in a row that find nobody in that place. Measured by `tests/benchmarks/person_check.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from posture.records import Reason, Sighting
from posture.upper_body import Place, UpperBody, apart_m, is_near, read_upper_body

if TYPE_CHECKING:
    from posture.records import Observation, Pose


@dataclass(frozen=True, slots=True)
class PersonCheckSettings:
    """When to believe what MediaPipe reports. "m" are metres at the person's depth."""

    confirm_s: float = 0.5
    """Seconds that a newcomer is steady before being believed."""
    confirm_looks: int = 2
    """Agreeing independent looks before a newcomer is believed."""
    give_up_looks: int = 3
    """Looks in a row that find nobody there: one fails in 2 % of rendered side views."""
    give_up_s: float = 1.0
    """Seconds that a known person may be lost (hand over the face, blur) before being absent."""
    doubt_s: float = 0.3
    """Seconds between looks while in doubt or before belief."""
    watch_s: float = 5.0
    """Seconds between looks at a steady person ..."""
    settle_look_s: float = 1.0
    """... and while the person is not settled yet (`settled_s`): who else is there?"""
    watch_frames: int = 60
    """... and frames: a look costs 1.9 frames, so at most 3 % more work."""
    gap_s: float = 2.0
    """Seconds between frames after which somebody must be seen afresh again."""
    jump_m: float = 0.15
    """A believable move between two frames, on top of `speed_m_s`."""
    speed_m_s: float = 1.5
    """Fastest believable move: sitting people stay under 1 m/s."""
    stray_m: float = 0.35
    """Farthest between nose and shoulders of the tracked and of the same person seen afresh."""
    odd_move_m: float = 0.25
    """A move since the last look that calls for another one: those who leave move."""
    odd_turn_m: float = 0.12
    """Change of the seen shoulder width that does: ghosts stand at random (0.30 to 0.05)."""
    odd_scale: float = 1.25
    """Change of apparent size that does."""
    face_presence: float = 0.85
    """Less presence of eyes or nose is odd: 99 % of true frames have more, most ghosts less."""
    behind_m: float = 0.16
    """Shoulders crossed over: seen from behind. In 288 rendered frames of 12 bodies up to 0.08
    from the side, 0.15 from 15 degrees behind it, 0.27 and more from the back."""
    behind_hold_s: float = 1.0
    """Seconds that this lasts on: people seen from behind flicker to the front."""
    small: float = 0.4
    """Frame heights per metre below which landmarks are too coarse; desks give 0.6 to 3."""
    dark: float = 0.06
    """Mean brightness under which a missing person may only be unseen."""
    nose_up_m: tuple[float, float] = (-0.12, 0.40)
    """Believable height of the nose over the shoulders: 0.10 to 0.22 in true frames."""
    span_m: float = 0.60
    """Widest believable shoulders: at most 0.38 in true frames."""
    margin: float = 0.02
    """How far outside the picture, in frame sizes, nose or shoulder may lie."""
    away_m: float = 1.2
    """Farthest from the place of the baseline that a user moves: chair and body."""
    scale: float = 2.0
    """Largest change of apparent size since the baseline."""
    rival: float = 0.7
    """Another person at least this large compared with the tracked one may be the user."""
    settled_s: float = 3.0
    """Seconds alone after which the tracked person stays the user when others come."""
    restart_s: float = 3.0
    """Seconds between attempts to make the tracker follow the right person."""

    def __post_init__(self) -> None:
        counts = ("confirm_looks", "give_up_looks", "watch_frames")
        for name in (*counts, "face_presence", "dark", "margin", "rival"):
            low, high = (1, inf) if name in counts else (0, 1)
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} must be {low} to {high}, not {getattr(self, name)}")
        for name in self.__slots__:
            positive = name.endswith(("_s", "_m")) and name != "nose_up_m"
            if positive and not 0 < getattr(self, name) < inf:
                raise ValueError(f"{name} must be positive, not {getattr(self, name)}")
        if not (min(self.scale, self.odd_scale) > 1 and self.small > 0):
            raise ValueError("scale and odd_scale must be more than 1, small positive")
        if not self.nose_up_m[0] < self.nose_up_m[1]:
            raise ValueError(f"nose_up_m must be a range, not {self.nose_up_m}")


class PersonCheck:
    """Tells the user from nobody, from furniture and from others, one observation at a time.

    Ask `wants_restart` and `wants_fresh_look` before each frame and do what they say. Nothing but
    the observations decides, so a replay of recorded observations gives the same answers.
    A time that repeats or goes back counts as none.

    Args:
        references: Places and sizes that tell the user from others, one per accepted posture.
        settings: Thresholds.
    """

    def __init__(
        self, references: tuple[Place, ...] = (), settings: PersonCheckSettings | None = None
    ) -> None:
        self.references = references
        self.settings = settings or PersonCheckSettings()
        self._now_s = 0.0
        self._step_s = 0.0
        self._last: UpperBody | None = None
        self._known = False
        self._sure_s = -inf
        self._behind_s = -inf
        self._rivals: list[UpperBody] = []
        self._alone_since_s = inf
        self._settled = False
        self._wrong = False
        self._restart = False
        self._restart_s = -inf
        self._look_s = -inf
        self._looked_at: UpperBody | None = None
        self._frames_since_look = 0
        self._odd_looks = 0
        self._agreements = self._doubts = 0
        self._start_over()

    @property
    def wants_fresh_look(self) -> bool:
        """Whether the next frame should also be looked at independently of the tracker."""
        if self._last is None:
            return False
        settings, since_s = self.settings, self._now_s + self._step_s - self._look_s
        unsure = self._doubts > 0 or self._agreements < settings.confirm_looks or self._wrong
        if unsure or self._step_s >= settings.gap_s:
            return since_s >= settings.doubt_s
        if since_s >= settings.watch_s and self._frames_since_look >= settings.watch_frames:
            return True
        if not self._settled and not self.references:
            return since_s >= settings.settle_look_s
        # What stays odd but is confirmed each time is looked at less and less.
        patience_s = settings.doubt_s * 2.0 ** min(self._odd_looks, 9)
        return since_s >= min(patience_s, settings.watch_s) and self._odd(self._last)

    @property
    def wants_restart(self) -> bool:
        """Whether the tracker follows something that is not the user."""
        return self._restart

    def update(self, observation: Observation) -> Sighting:
        """Take in one observation; give the user's pose or the reason why there is none."""
        before_s = self._now_s
        if abs(observation.timestamp_s) < inf:  # and not NaN
            self._now_s = max(before_s, observation.timestamp_s)
        self._step_s = min(self._now_s - before_s, self.settings.gap_s)
        self._restart = False
        self._frames_since_look += 1
        body = self._read(observation.tracked)
        if body is None:
            return Sighting(None, self._lost(observation))
        if self._last is None or self._jumped(self._last, body):
            self._start_over()
        elif self._step_s >= self.settings.gap_s:
            self._agreements = min(self._agreements, self.settings.confirm_looks - 1)
        self._last = body
        if observation.detected is not None:
            self._compare(body, observation.detected)
        reason = self._doubtful(observation) or self._unusable(body)
        self._wrong = reason in (Reason.SEVERAL_PEOPLE, Reason.NOT_THE_USER) and bool(self._rivals)
        if self._wrong:
            return self._find_user(body, observation, reason)
        return Sighting(None, reason) if reason else Sighting(body.pose, None)

    def _read(self, pose: Pose | None) -> UpperBody | None:
        return None if pose is None else read_upper_body(pose, self.settings.margin)

    def _lost(self, observation: Observation) -> Reason:
        """Nobody is tracked."""
        self._last = None
        self._rivals = []
        if self._known and self._now_s - self._sure_s <= self.settings.give_up_s:
            return Reason.LOW_VISIBILITY
        return self._nobody(observation, Reason.NO_PERSON)

    def _nobody(self, observation: Observation, reason: Reason) -> Reason:
        self._known = False
        if len(self._rivals) + (self._agreements > 0) > 1:
            return Reason.SEVERAL_PEOPLE
        return Reason.TOO_DARK if observation.brightness < self.settings.dark else reason

    def _start_over(self) -> None:
        """What is tracked now need not be what was tracked before."""
        self._agreements = self._doubts = 0
        self._look_s = -inf
        self._steady_since_s = self._now_s
        self._alone_since_s = self._now_s
        self._settled = False
        self._rivals = []

    def _jumped(self, before: UpperBody, after: UpperBody) -> bool:
        limit_m = self.settings.jump_m + self.settings.speed_m_s * self._step_s
        return apart_m(before, after) > limit_m

    def _odd(self, body: UpperBody) -> bool:
        """Whether a confirmed person should be looked at again before it is time."""
        settings, before = self.settings, self._looked_at
        return (
            before is None
            or body.face_presence < settings.face_presence
            or body.crossed_m > settings.behind_m
            or not body.inside
            or apart_m(before, body) > settings.odd_move_m
            or abs(body.span_m - before.span_m) > settings.odd_turn_m
            or body.metre_px > settings.odd_scale * before.metre_px
            or before.metre_px > settings.odd_scale * body.metre_px
        )

    def _compare(self, body: UpperBody, poses: tuple[Pose, ...]) -> None:
        """Hold the tracked body against everybody found by a fresh look."""
        people = [p for p in map(self._read, poses) if p is not None]
        self._rivals = [p for p in people if apart_m(body, p) > self.settings.stray_m]
        agreed = len(people) > len(self._rivals)
        backs = [p for p in people if p.crossed_m > self.settings.behind_m]
        # A tracker that began on furniture may see the back of somebody who faces the camera.
        self._restart = agreed and not backs and body.crossed_m > self.settings.behind_m
        self._agreements = self._agreements + 1 if agreed else 0
        self._doubts = 0 if agreed else self._doubts + 1
        self._odd_looks = self._odd_looks + 1 if self._odd(body) else 0
        self._look_s = self._now_s
        self._looked_at = body
        self._frames_since_look = 0
        if self._rivals:
            self._alone_since_s = self._now_s

    def _doubtful(self, observation: Observation) -> Reason | None:
        """Whether anybody is there at all, and has been for long enough."""
        settings = self.settings
        steady_s = self._now_s - self._steady_since_s
        unsure_s = min(steady_s, self._now_s - self._sure_s)
        if self._doubts >= settings.give_up_looks and unsure_s >= settings.give_up_s:
            self._last = None
            self._restart = True
            return self._nobody(observation, Reason.NO_PERSON)
        enough = self._agreements >= settings.confirm_looks and steady_s >= settings.confirm_s
        if self._known and not enough:
            return Reason.LOW_VISIBILITY if self._doubts else Reason.SUDDEN_JUMP
        if not enough:
            return self._nobody(observation, Reason.NOT_CONFIRMED)
        self._known = True
        self._sure_s = self._now_s
        self._settled |= self._now_s - self._alone_since_s >= settings.settled_s
        return None

    def _unusable(self, body: UpperBody) -> Reason | None:
        """Why somebody who is there cannot be measured."""
        settings = self.settings
        if body.crossed_m > settings.behind_m:
            self._behind_s = self._now_s
        if self._now_s - self._behind_s <= settings.behind_hold_s:
            return Reason.FROM_BEHIND
        if not body.inside:
            return Reason.OUTSIDE_FRAME
        low, high = settings.nose_up_m
        if not (low <= body.nose_up_m <= high and body.span_m <= settings.span_m):
            return Reason.IMPLAUSIBLE_BODY
        if body.metre_px < settings.small * min(body.pose.height_px, body.pose.width_px):
            return Reason.TOO_SMALL
        if not self.references:
            several = not self._settled and self._larger(body, settings.rival)
            return Reason.SEVERAL_PEOPLE if several else None
        if self._fits(body):
            return None
        return Reason.SEVERAL_PEOPLE if self._rivals else Reason.NOT_THE_USER

    def _larger(self, body: UpperBody, ratio: float) -> bool:
        return any(rival.metre_px > ratio * body.metre_px for rival in self._rivals)

    def _fits(self, body: UpperBody) -> bool:
        away_m, scale = self.settings.away_m, self.settings.scale
        return any(is_near(body, place, away_m, scale) for place in self.references)

    def _find_user(self, body: UpperBody, seen: Observation, reason: Reason | None) -> Sighting:
        """The tracker follows another person: take the user from the fresh look if there is one."""
        users = [r for r in self._rivals if r.inside and self._fits(r)]
        better = bool(users) if self.references else self._larger(body, 1.0)
        if better and self._now_s - self._restart_s >= self.settings.restart_s:
            self._restart_s = self._now_s
            self._restart = True
        if users and seen.detected is not None:
            return Sighting(users[0].pose, None)
        return Sighting(None, reason)
