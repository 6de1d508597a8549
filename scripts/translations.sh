#!/usr/bin/env bash
# Brings the catalogues of posture/data/translations up to date with what the windows say: new texts
# are added as unfinished, those that nobody says any more are dropped. Run it again after
# translating: it also compiles. For another language: scripts/translations.sh fr
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export QT_QPA_PLATFORM=offscreen
bin=${BIN:-.venv/bin}
folder=posture/data/translations
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

PYTHONPATH=. "$bin/python" scripts/translatable.py >"$work/texts.py"
mkdir -p "$folder"
PYTHONPATH=. "$bin/python" scripts/translatable.py --templates >"$work/templates.json"
cp "$work/templates.json" "$folder/templates.json"
for language in de "$@"; do
    catalogue=$folder/posture_$language.ts
    "$bin/pyside6-lupdate" -silent -no-obsolete -locations none -disable-heuristic similartext \
        -target-language "$language" "$work/texts.py" -ts "$catalogue"
    "$bin/pyside6-lrelease" -silent -nounfinished "$catalogue" -qm "${catalogue%.ts}.qm"
    echo "$catalogue: $(grep -c 'type="unfinished"' "$catalogue" || true) to translate"
done
