"""Messages look as the files in tests/golden say, in every language."""

import pytest

from tests.golden import FOLDER, forms

FORMS = dict(forms())


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_message_looks_as_its_golden_file_says(name):
    assert FORMS[name] == (FOLDER / name).read_text(encoding="utf-8"), "meant? then write them anew: python -m tests.golden"


def test_no_golden_file_lies_about_without_its_message():
    assert {path.name for path in FOLDER.iterdir()} == set(FORMS)
