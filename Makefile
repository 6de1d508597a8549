# `make demo` and `make test` need nothing but make: see scripts/setup.sh.

# The clip of `make demo`: its person sits upright from 1 to 8 s and slouches for 11 s at a time, so
# that an alert after 6 s shows what would take longer in earnest.
CLIP     ?= samples/side_slump.mp4
REPLAY   ?= --baseline 1-8 --persist 6 --plot --annotate
# Which Python the environment is made with: make test PYTHON=/path/to/python3.12
PYTHON   ?=
# Added to pytest's command line: make test ARGS="-k geometry -x"
ARGS     ?=

BIN := .venv/bin
# No test opens a window on somebody's screen.
OFFSCREEN := QT_QPA_PLATFORM=offscreen

export PYTHON

.PHONY: help setup demo test lint bench bench-peers soak prove-offline faults lab lab-small package lock audit clean

help:
	@echo "make demo     replay $(CLIP) and show what was found"
	@echo "make test     run the tests"
	@echo "make lint     ruff, mypy, import contracts"
	@echo "make bench    speed, memory and cost, measured; make bench ARGS=speed for one of them"
	@echo "make bench-peers  other posture programs on the same clips: installs them, into docs/PEERS.md"
	@echo "make soak     a day of watching in minutes: nothing grows"
	@echo "make prove-offline  run everything without a network: nothing is sent, no picture is written"
	@echo "make faults   let everything go wrong that can: what is survived, what is lost"
	@echo "make lab      render bodies with a known spine, fit the angle models, publish their accuracy"
	@echo "make lab-small the same with few bodies, to try the chain"
	@echo "make package  build the wheel, look into it, install and start it"
	@echo "make lock     choose anew what a release is installed with"
	@echo "make audit    look for known vulnerabilities in that"
	@echo "make clean    remove everything that make has made"
	@echo "Each does its own set-up first."

setup:
	@bash scripts/setup.sh

demo: setup
	@rm -rf demo-out
	$(BIN)/posture replay $(CLIP) $(REPLAY) --out demo-out
	@echo "The plot and the annotated clip:" && ls demo-out/*.png demo-out/*.mp4

test: setup
	$(OFFSCREEN) $(BIN)/python -m pytest $(ARGS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks $(ARGS)

bench-peers: setup
	$(BIN)/python -m tests.benchmarks.peers --out docs/PEERS.md

soak: setup
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks.soak

prove-offline: setup
	$(OFFSCREEN) $(BIN)/python -m tests.proofs.offline
	$(OFFSCREEN) $(BIN)/python -m tests.proofs.writes

faults: setup
	$(OFFSCREEN) $(BIN)/python -m tests.proofs.faults --out docs/FAULTS.md

# The laboratory keeps each process to one core, which is the fastest way to use several.
LAB := LP_NUM_THREADS=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m calibration

lab:
	@bash scripts/setup.sh lab
	$(LAB) run --folder lab-out --bodies 222 --sequences 62 --more-bodies 330 --watches 60

lab-small:
	@bash scripts/setup.sh lab
	$(LAB) run --folder lab-out/small --bodies 14 --sequences 4 --more-bodies 2 --watches 2

package: setup
	bash scripts/check_package.sh

# uv makes one file for all systems and Python versions.
lock: setup
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --quiet --upgrade --output-file requirements.lock
	@sed -i '1i # Made by `make lock`: what a release is installed with, on every system. Use:\n#   pip install --require-hashes -r requirements.lock \&\& pip install --no-deps .' requirements.lock

audit: setup
	@bash scripts/audit.sh

clean:
	rm -rf .venv build dist demo-out .coverage
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
