"""What a release is installed with: each package pinned, by its hash, and within our limits."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LINES = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
PINS = [line for line in LINES if line.strip() and not line.lstrip().startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("line", PINS)
def test_each_package_is_pinned_with_its_hashes(line: str) -> None:
    requirement, *hashes = line.split("--hash=")
    (pin,) = Requirement(requirement).specifier
    assert pin.operator == "=="
    assert hashes
    for each in hashes:
        assert re.fullmatch(r"sha256:[0-9a-f]{64}\s*", each)


@pytest.mark.parametrize("text", PROJECT["dependencies"])
def test_what_we_need_is_in_it_and_within_our_limits(text: str) -> None:
    needed = Requirement(text)
    pinned = [Requirement(line.split("--hash=")[0]) for line in PINS]
    own = [
        each for each in pinned if canonicalize_name(each.name) == canonicalize_name(needed.name)
    ]
    assert own, f"run `make lock`: {needed.name} is missing"
    for each in own:
        (pin,) = each.specifier
        assert needed.specifier.contains(pin.version), f"run `make lock`: {each}"
