"""What must hold after every fault, judged from what was served, what the export shows and what the targets received."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.faults.program import Home
from tests.faults.world import CANARY, DROP, FAIL, TOKEN, World

AMBIGUOUS = (DROP, FAIL)


@dataclass(frozen=True)
class Expected:
    """What a scenario was."""

    baseline: frozenset[str]  # tokens of the first poll: never alerted singly
    targets: tuple[str, ...]
    kills: int = 0
    digests: bool = False  # everything must stand in a digest as well


def violations(world: World, home: Home, expected: Expected) -> list[str]:
    """Say everything that does not hold; empty where all is well."""
    exported = exported_tokens(home)
    return [
        *_intact(home),
        *_kept(world, exported),
        *_delivered(world, expected),
        *_keys(world, expected),
        *_ghosts(world, home),
        *_secrets(home),
    ]


def exported_tokens(home: Home) -> Counter[str]:
    """Count the tokens in the titles of all entries."""
    feeds = home.told("archive", "export", "--entries")["feeds"]
    return Counter(token for feed in feeds.values() for entry in feed["entries"] for token in TOKEN.findall(entry["title"]))


def _intact(home: Home) -> Iterator[str]:
    for file in home.data.glob("*.db"):
        connection = sqlite3.connect(file)
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        broken = list(connection.execute("PRAGMA foreign_key_check"))
        connection.close()
        if said != ["ok"] or broken:
            yield f"I0 the store is damaged: {said[:3]} {broken[:3]}"


def _kept(world: World, exported: Counter[str]) -> Iterator[str]:
    lost = world.listed() - set(exported)
    if lost:
        yield f"I1 lost: {sorted(lost)}"
    twice = [token for token, times in exported.items() if times > 1]
    if twice:
        yield f"I2 kept twice: {sorted(twice)}"
    invented = set(exported) - world.served
    if invented:
        yield f"I3 invented: {sorted(invented)}"


def _delivered(world: World, expected: Expected) -> Iterator[str]:
    for target in expected.targets:
        if expected.digests and (missing := world.listed() - expected.baseline - _tokens(world, target, "digest")):
            yield f"I4 in no digest for {target}: {sorted(missing)}"
        got = _tokens(world, target, "alert")
        missing = world.listed() - expected.baseline - got
        if missing:
            yield f"I4 never reached {target}: {sorted(missing)}"
        early = got & expected.baseline
        if early:
            yield f"I5 alerted though it was there before: {sorted(early)} at {target}"


def _tokens(world: World, target: str, kind: str) -> set[str]:
    return {token for one in world.received if one.target == target and one.kind == kind for token in one.tokens}


def _keys(world: World, expected: Expected) -> Iterator[str]:
    for target in expected.targets:
        took = [one for one in world.received if one.target == target]
        keys: dict[str, set[str]] = {}
        for one in took:
            for token in one.tokens:
                keys.setdefault(f"{one.kind} of {token}", set()).add(one.key)
            if one.idempotency not in (None, one.key):
                yield f"I6 the header says another key than the body: {one}"
        for token, several in keys.items():
            if len(several) > 1:
                yield f"I6 {token} came to {target} under {len(several)} keys"
        copies = sum(times - 1 for times in Counter(one.key for one in took).values())
        excused = expected.kills + sum(one.answer in AMBIGUOUS for one in took)
        if copies > excused:
            yield f"I7 {copies} repeats at {target}, but only {excused} had a reason"


def _ghosts(world: World, home: Home) -> Iterator[str]:
    listed = home.told("alerts", "list", "--limit", "100000")
    rows = [one for alert in listed for one in alert["deliveries"]]
    unsettled = [(one["channel"], one["state"], one["verdict"]) for one in rows if one["state"] != "sent"]
    if unsettled:
        yield f"I8 not quiet at the end: {unsettled[:5]}"
    sent = {(one["channel"], one["key"]) for one in rows if one["state"] == "sent"}
    took = {(one.target, one.key) for one in world.received if one.kind == "alert"}
    if sent != took:
        yield f"I9 ghosts: marked as sent but not received {sorted(sent - took)[:3]}, received but not marked {sorted(took - sent)[:3]}"


def _secrets(home: Home) -> Iterator[str]:
    """Look for the password of the targets in everything that the program wrote: logs, output, archive, copies."""
    for path in home.place.rglob("*"):
        if path.is_file() and "config" not in path.relative_to(home.place).parts and CANARY.encode() in path.read_bytes():
            yield f"I10 a secret stands in {path.relative_to(home.place)}"
