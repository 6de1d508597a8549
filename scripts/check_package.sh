#!/usr/bin/env bash
# Builds the wheel, checks what is in it, and starts the command from a new virtual environment.
# Needs .venv: run it by `make package`.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python -m pip wheel -q --no-deps -w "$work" .
wheel=$(echo "$work"/*.whl)
.venv/bin/python - "$wheel" <<'PYTHON'
import pathlib, sys, zipfile

names = zipfile.ZipFile(sys.argv[1]).namelist()
data = (str(path) for path in pathlib.Path("posture/data").rglob("*") if path.is_file())
for name in ("posture/py.typed", *data):
    if name not in names:
        sys.exit(f"{name} is not in the wheel")
stray = [n for n in names if not n.startswith(("posture/", "posture_monitor-"))]
if stray:
    sys.exit(f"not meant to be in the wheel: {stray}")
PYTHON

.venv/bin/python -m venv --without-pip "$work/venv"
.venv/bin/python -m pip --python "$work/venv/bin/python" install -q "$wheel"
cd "$work" # away from the checkout: only the installed package can answer
venv/bin/posture --version
venv/bin/posture --help >help.txt
echo "$(basename "$wheel"): $(du -h "$wheel" | cut -f1), installs and starts"
