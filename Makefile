# Short forms; each does all its own set-up.
.PHONY: setup run demo test torture check lock

setup:
	sh .ci/setup dev

run:
	sh .ci/setup && .venv/bin/monitor run

demo:
	sh .ci/setup && .venv/bin/monitor demo

test:
	sh .ci/setup dev && .venv/bin/pytest

torture: # every kill point (with fifty stories each seventh), 3 x 200 random kills, every planted bug, every hostile input, an hour of soak: two hours
	sh .ci/setup dev && .venv/bin/pytest -m torture -s --timeout 14400 tests/test_faults_*.py
	.venv/bin/python benchmarks/hostile.py
	.venv/bin/python benchmarks/soak.py --minutes 60

check:
	bash .ci/run

lock: # after a change of the dependencies in pyproject.toml
	sh .ci/setup dev
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--extra lock --extra postgres pyproject.toml -o requirements.lock
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--extra lock --extra dev pyproject.toml -o requirements-dev.lock
