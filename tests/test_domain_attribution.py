"""Whom an article credits."""

import pytest

from monitor.domain.articles.attribution import origin_of


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("MOSCOW, Jan 24 (Harbour Wire) - A crane fell into the dock.", "Harbour Wire"),
        ("A crane fell into the dock, TASS reported on Friday.", "TASS"),
        ("Кран упал в док, сообщает ТАСС.", "ТАСС"),
        ("Кран упал в док, пишет «Портовый вестник».", "Портовый вестник"),
        ("Кран доққа құлады, Казинформ хабарлады.", "Казинформ"),
        ("A crane fell into the dock on Sunday. (Harbour Wire)", "Harbour Wire"),
        ("A crane fell into the dock, the port said.", None),
        ("PORT, Jan 24 (The Paper) - A crane fell.", None),
    ],
)
def test_the_origin_is_whom_the_text_credits(text, origin):
    assert origin_of(text, "The Paper") == origin
