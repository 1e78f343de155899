"""The documentation says what is: commands, settings, errors, words, links, and lines for the shell that work."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner, Result

from monitor import errors
from monitor.cli import COMMANDS, cli, hoist
from monitor.domain.alerts.channel import TERMINAL
from monitor.domain.feeds.coverage import Ailment
from monitor.domain.feeds.feed import FeedKind, FeedState, Texts, Trust
from monitor.domain.judging.review import VERDICTS
from monitor.domain.judging.storyline import Kind, Level, Rules
from monitor.settings.reference import reference
from monitor.store.listing import REASONS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)

# These only look, or write into the folder that they are given: they are really run.
HARMLESS = {
    "init", "status", "held", "why", "digest", "judge", "evaluate", "archive search", "archive show", "archive export",
    "storylines list", "storylines show", "review list", "seeds list", "feeds list", "feeds export", "alerts list",
    "alerts failed", "topic test", "backup",
}  # fmt: skip


# ── lines for the shell ───────────────────────────────────────────────────────


def shell_lines() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in re.findall(r"(?ms)^```sh\n(.*?)^```", page.read_text(encoding="utf-8")):
            yield from ((page.name, line) for line in block.splitlines() if line.strip())


def words_of(line: str) -> list[list[str]]:
    """Split a line into its commands, without what is redirected."""
    commands: list[list[str]] = [[]]
    for word in shlex.split(line, comments=True):
        if word in ("&&", ";", "|"):
            commands.append([])
        else:
            commands[-1].append(word)
    return [command[: command.index(">")] if ">" in command else command for command in commands if command]


def calls() -> list[tuple[str, list[str]]]:
    """Every call of the program in the documentation, without --config and --data."""
    found = []
    for page, line in shell_lines():
        for first, *rest in words_of(line):
            if Path(first).name == "monitor":
                found.append((page, without_folders(hoist(rest))))
    return found


def without_folders(arguments: list[str]) -> list[str]:
    while arguments and arguments[0] in ("--config", "--data"):
        arguments = arguments[2:]
    return arguments


def resolve(arguments: list[str]) -> tuple[str, click.Command, list[str]]:
    """Walk down the groups to the command that a line calls."""
    command: click.Command = cli
    path: list[str] = []
    rest = list(arguments)
    while isinstance(command, click.Group):
        assert rest, f"{' '.join(arguments)}: names a group, not a command"
        found = command.get_command(click.Context(command), rest[0])
        assert found is not None, f"{' '.join(arguments)}: there is no command {rest[0]!r}"
        path.append(rest.pop(0))
        command = found
    return " ".join(path), command, rest


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the files lie that the documentation speaks of."""
    monkeypatch.chdir(tmp_path)
    examples = (ROOT / "docs" / "how-it-decides.jsonl").read_text(encoding="utf-8")
    labelled = [json.loads(line) | {"relevant": True, "placement": "repeat"} for line in examples.splitlines()]
    Path("articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in labelled[:2]), encoding="utf-8")
    Path("subscriptions.opml").write_text('<opml version="2.0"><body/></opml>')
    shutil.copytree(ROOT / "docs", "docs")
    return tmp_path


def test_the_shell_lines_are_found():
    assert len(calls()) > 30


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("page", "arguments"), calls(), ids=lambda value: value if isinstance(value, str) else " ".join(value))
def test_every_call_in_the_documentation_is_one_that_the_program_takes(page, arguments):
    path, command, rest = resolve(arguments)
    command.make_context(f"{page}: {path}", rest).close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A small archive: the shipped topic and seeds, no feeds."""
    home = tmp_path_factory.mktemp("archive")
    assert CliRunner().invoke(cli, ["init", str(home / "config")]).exit_code == 0
    (home / "config" / "feeds.yaml").write_text("feeds: []\n")
    flags = ["--config", str(home / "config"), "--data", str(home / "data")]
    polled = CliRunner().invoke(cli, [*flags, "poll"])
    assert polled.exit_code == 0, polled.output
    return flags


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("arguments", [a for _, a in calls() if resolve(a)[0] in HARMLESS], ids=" ".join)
def test_every_harmless_call_in_the_documentation_does_what_it_says(arguments, archive):
    result = CliRunner().invoke(cli, [*archive, *arguments])
    assert not isinstance(result.exception, Exception), told(result)
    assert result.exit_code == (1 if "--check" in arguments else 0), told(result)


def told(result: Result) -> str:
    return f"exit code {result.exit_code}: {result.output[-2000:]} {result.exception!r}"


def test_the_commands_for_set_up_exist():
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text())
    for page, line in shell_lines():
        for command in words_of(line):
            if command[0] == "make":
                assert command[1] in targets, f"{page}: {line}"
            if command[0] == "sh":
                assert (ROOT / command[1]).is_file(), f"{page}: {line}"


def test_ci_runs_the_test_command_of_the_readme():
    command = "sh .ci/setup dev && .venv/bin/pytest"
    assert f"```sh\n{command}\n```" in README
    assert command in (ROOT / ".ci" / "run").read_text()


# ── the examples of how it decides ────────────────────────────────────────────


def test_the_examples_are_decided_as_the_page_tells(archive):
    page = (ROOT / "docs" / "how-it-decides.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `(\w+)` \| (\w+) \| (\w+) \| (\S+) \| (.+) \|$", page)
    result = CliRunner().invoke(cli, [*archive, "judge", str(ROOT / "docs" / "how-it-decides.jsonl")])
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == [one["id"] for one in verdicts]
    for (_, placement, level, storyline, reason), one in zip(rows, verdicts, strict=True):
        assert (placement, level, storyline) == (one["placement"], one["level"], one["storyline"] or "–"), one
        assert reason in one["reasons"], one["reasons"]


def test_the_chances_that_the_page_names_are_those_that_are_asked_for():
    page = " ".join((ROOT / "docs" / "how-it-decides.md").read_text(encoding="utf-8").split())
    rules = Rules()
    assert f"takes for news is news from a chance of {rules.chance_from} on" in page
    assert f"goes beyond it, from {rules.beyond_from}," in page
    assert f"where the rule sees none, from {rules.raised_from} (" in page


# ── everything is explained ───────────────────────────────────────────────────


def leaves(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[str]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from leaves(command, (*above, name))
        else:
            yield " ".join((*above, name))


def test_the_overview_knows_every_command():
    assert {path.split()[0] for path in leaves(cli)} == set(COMMANDS)


@pytest.mark.parametrize("path", sorted(leaves(cli)))
def test_every_command_is_documented(path):
    assert re.search(rf"\bmonitor (--\w+ \S+ )*{path}\b", TEXT.replace("\n", " "))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("path", sorted(leaves(cli)))
def test_every_command_has_a_sentence_and_an_example_that_works(path):
    _, command, _ = resolve(path.split())
    assert command.help
    assert command.epilog
    assert command.epilog.startswith("Example:  monitor ")
    (example,) = words_of(command.epilog.removeprefix("Example:  "))
    for missing in ("labelled.jsonl", "clipping.txt"):
        Path(missing).touch()
    reached, found, rest = resolve(without_folders(hoist(example[1:])))
    assert reached == path
    found.make_context(path, rest).close()


def test_the_settings_page_is_what_the_settings_say_of_themselves():
    written = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m monitor.settings.reference > docs/settings.md"


def test_every_error_is_explained():
    classes = [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)]
    running = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assert [name for name in classes if f"`{name}`" not in running] == []
    assert [kind for kind in get_args(errors.Refusal) if f"`{kind}`" not in running] == []


WORDS = {
    "trouble of a feed": [ailment.value for ailment in Ailment],
    "feed state": [state.value for state in FeedState],
    "kind of feed": [kind.value for kind in FeedKind],
    "placement": get_args(Kind),
    "level": [level for level in get_args(Level) if level != "none"],
    "trust": get_args(Trust),
    "text of a feed": get_args(Texts),
    "reason for silence": REASONS,
    "verdict": VERDICTS,
    "channel": [TERMINAL],
    "state of a delivery": ["waiting", "pending", "sent", "given up"],
}


@pytest.mark.parametrize(("what", "word"), [(what, word) for what, words in WORDS.items() for word in words])
def test_every_word_that_users_meet_is_explained(what, word):
    if what in ("trust", "text of a feed", "kind of feed"):
        assert re.search(rf"(?m)^\| `feeds\[\]\.(trust|text|kind)` \|.*\b{word}\b", TEXT)
    elif what == "channel":
        assert word in TEXT
    else:
        assert f"`{word}`" in TEXT or f"**{word}**" in TEXT


# ── pages ─────────────────────────────────────────────────────────────────────


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        leads_to = (page.parent / path).resolve() if path else page
        assert leads_to.exists(), target
        assert not anchor or anchor in anchors(leads_to), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_closed_and_headings_go_down_one_step_at_a_time(page):
    text = page.read_text(encoding="utf-8")
    assert text.count("\n```") % 2 == 0
    depths = [len(found) for found in re.findall(r"(?m)^(#+) ", re.sub(r"(?ms)^```.*?^```", "", text))]
    assert depths[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(depths))


def tracked() -> list[Path]:
    """The files of the project: what git knows, else all but what is made."""
    if shutil.which("git"):
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        if listed.returncode == 0:
            return [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    made = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text().splitlines()} | {".git"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts)]


def test_no_file_names_a_path_of_one_machine_or_the_host_of_a_registry():
    forbidden = [one.encode() for one in ("/wo" "rk/", "/ro" "ot/", "pypi" ".org", "python" "hosted")]  # fmt: skip
    found = [
        f"{path.relative_to(ROOT)}: {one.decode()}" for path in tracked() if path.is_file() for one in forbidden if one in path.read_bytes()
    ]
    assert found == []


def test_no_file_of_the_project_leads_elsewhere():
    """A link would lead to a place of the machine on which it was made, and past the test above."""
    assert [path.relative_to(ROOT).as_posix() for path in tracked() if path.is_symlink()] == []
