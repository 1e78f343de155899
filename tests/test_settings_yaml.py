"""YAML is read as YAML 1.2 has it; what would be swallowed silently is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import SettingsError
from monitor.settings.yaml import LARGEST, read, read_text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("no", "no", id="no is text"),
        pytest.param("on", "on", id="on is text"),
        pytest.param("NO", "NO", id="Norway is text"),
        pytest.param("12:30", "12:30", id="a time is text, not a number to base sixty"),
        pytest.param("010", "010", id="a leading zero makes text, not an octal number"),
        pytest.param("0x1f", "0x1f", id="a hexadecimal number is text"),
        pytest.param("1_000", "1_000", id="a number with underscores is text"),
        pytest.param("2026-11-21", "2026-11-21", id="a day is text"),
        pytest.param(".inf", ".inf", id="infinity is text"),
        pytest.param("9" * 5000, "9" * 5000, id="a number of five thousand digits is text"),
        pytest.param("true", True, id="true is a truth value"),
        pytest.param("'true'", "true", id="quoted it is text"),
        pytest.param("17", 17, id="a whole number"),
        pytest.param("-0.5", -0.5, id="a fraction"),
        pytest.param("1e3", 1000.0, id="a number with an exponent"),
        pytest.param("~", None, id="a tilde is nothing"),
        pytest.param("", None, id="an empty value is nothing"),
        pytest.param("'17'", "17", id="a quoted number is text"),
        pytest.param("|\n  17\n", "17\n", id="a block is text"),
    ],
)
def test_a_scalar_means_what_it_looks_like(written, value):
    assert read_text(f"key: {written}", "x.yaml").data == {"key": value}


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", ["x.yaml:3: a stands twice; it is already on line 1"], id="a key twice"),
        pytest.param("a:\n  b: 1\n  b: 2\n", ["x.yaml:3: a.b stands twice; it is already on line 2"], id="a key twice further in"),
        pytest.param(
            "a: &x 1\nb: *x\n",
            [
                "x.yaml:1: a: an anchor (&x) is not read; write the value out where it is needed",
                "x.yaml:2: b: an alias (*x) is not read; write the value out",
            ],
            id="anchor and alias",
        ),
        pytest.param("<<: {a: 1}\n", ["x.yaml:1: a merge key (<<) is not read; write the values out"], id="a merge key"),
        pytest.param(
            "a: !!python/object:os.system x\n",
            ["x.yaml:1: a: a tag (tag:yaml.org,2002:python/object:os.system) is not read; write plain values"],
            id="a tag",
        ),
        pytest.param("a: 1\n---\nb: 2\n", ["x.yaml:2: a second document begins here (---); a settings file holds one"], id="two documents"),
        pytest.param("? [a, b]\n: 1\n", ["x.yaml:1: a key must be a word"], id="a list as a key"),
        pytest.param("'': 1\n", ["x.yaml:1: a key is empty"], id="an empty key"),
        pytest.param("a: 1\nb: [\n", ["x.yaml:3: is not YAML: did not find expected node content"], id="an open bracket"),
        pytest.param("a: 1\n\tb: 2\n", ["x.yaml:2: is not YAML: found a tab character that violates indentation"], id="a tab"),
        pytest.param("[" * 60, ["x.yaml:1: is nested more than 32 deep"], id="sixty lists in each other"),
        pytest.param("a: \x00", ["x.yaml: is not YAML: it holds a character that text cannot hold"], id="a NUL"),
    ],
)
def test_what_would_be_swallowed_is_refused_with_its_line(text, mistakes):
    with pytest.raises(SettingsError) as caught:
        read_text(text, "x.yaml")
    assert caught.value.mistakes == mistakes


def test_each_key_and_list_member_knows_its_line():
    document = read_text("# comment\nfeeds:\n\n  - url: a\n    every: 5m\n  - {url: b}\n", "x.yaml")
    assert document.line(("feeds",)) == 2
    assert document.line(("feeds", 0, "every")) == 5
    assert document.line(("feeds", 1)) == 6
    assert document.line(("feeds", 1, "missing")) == 6
    assert document.mistake(("feeds", 0, "every"), "is wrong") == "x.yaml:5: feeds[0].every: is wrong"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param("a: ж\nb: ы".encode("cp1251"), ":1: is not UTF-8 text; save the file as UTF-8", id="windows-1251"),
        pytest.param(b"#" * (LARGEST + 1), ": has 5,000,001 bytes; settings have at most 5,000,000", id="too large"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path, body, reason):
    file = tmp_path / "x.yaml"
    file.write_bytes(body)
    with pytest.raises(SettingsError) as caught:
        read(file)
    assert caught.value.mistakes == [f"{file}{reason}"]


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read(file).data == {"a": 1, "b": 2}


YAML_LIKE = st.text(alphabet=st.sampled_from("ab01:-?[]{}&*!|>'\"%#,. \n\t<~@`\\\u00e9\x00\ud800"), max_size=60)


@given(st.one_of(st.text(max_size=80), YAML_LIKE))
def test_no_text_raises_anything_but_a_settings_error(text):
    assert all(mistake.startswith("x.yaml") for mistake in _refused(text))


def _refused(text):
    try:
        read_text(text, "x.yaml")
    except SettingsError as error:
        return error.mistakes or ["a mistake must be named"]
    return []
