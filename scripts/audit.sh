#!/usr/bin/env bash
# Looks for known vulnerabilities in what a release is installed with. Fails when one is known, or
# when the lock cannot be read; says so where the index has no such data.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools/venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$tools/venv/bin/python" -m pip install -q pip-audit
"$tools/venv/bin/pip-audit" --requirement requirements.lock --disable-pip --progress-spinner off \
    --format json --output "$tools/found.json" || [ -s "$tools/found.json" ]
.venv/bin/python - "$tools/found.json" <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    packages = json.load(file)["dependencies"]
unknown = [each["name"] for each in packages if "skip_reason" in each]
vulnerable = [each for each in packages if each.get("vulns")]
for each in vulnerable:
    names = ", ".join(known["id"] for known in each["vulns"])
    print(f"audit: {each['name']} {each['version']} is known to be vulnerable: {names}")
if unknown:
    print(f"audit: nothing is known here about {len(unknown)} of {len(packages)} packages")
if not vulnerable and len(unknown) < len(packages):
    print("audit: no vulnerability is known")
sys.exit(bool(vulnerable))
PYTHON
