"""Bugs that are planted in a copy of the program, to see that the harness would find them."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.program import ROOT, Point


@dataclass(frozen=True)
class Mutation:
    """One planted bug: texts that are replaced, the scenario and the points that show it, the invariant that falls."""

    name: str
    edits: tuple[tuple[str, str, str], ...]  # file, text (which must stand there exactly once), what it becomes
    scenario: str
    points: tuple[Point, ...]  # the first that shows it is enough
    falls: str


def plant(mutation: Mutation, place: Path) -> Path:
    """Copy the program to a place and plant a bug in the copy; AssertionError where the code is no longer as the bug expects it."""
    shutil.copytree(ROOT / "monitor", place / "monitor", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("config", "seeds"):
        (place / folder).symlink_to(ROOT / folder)
    for file, old, new in mutation.edits:
        path = place / "monitor" / file
        text = path.read_text()
        assert text.count(old) == 1, f"{mutation.name}: {file} has changed, and this bug cannot be planted any more:\n{old}"
        path.write_text(text.replace(old, new))
    return place


def _each(kind: str, numbers: Sequence[int]) -> tuple[Point, ...]:
    return tuple(Point(kind, number) for number in numbers)


NO_FAULT = (Point("nothing", 0),)

MUTATIONS = (
    Mutation(
        "the validators are kept before the entries",
        (
            (
                "pipeline/poll.py",
                "    with db.begin() as tx:\n        kept = entries.save(",
                "    with db.begin() as tx:\n        for feed, answer in polled:\n            tx.exec_driver_sql("
                "'UPDATE feeds SET etag = ?, body_hash = ? WHERE id = ?', (answer.etag, answer.body_hash, feed.id))\n"
                "    with db.begin() as tx:\n        kept = entries.save(",
            ),
        ),
        "one new story",
        _each("committed", range(4, 14)),
        "I1",
    ),
    Mutation(
        "messages live in memory once they are claimed",
        (
            (
                "store/outbox.py",
                "    return [_delivery(row) for due in of_channel for row in leases.claim(",
                "    found = [_delivery(row) for due in of_channel for row in leases.claim(",
            ),
            (
                "store/outbox.py",
                "limit, heir_of=heir_of)]\n",
                "limit, heir_of=heir_of)]\n"
                "    tx.execute(sa.delete(deliveries).where(deliveries.c.id.in_([one.id for one in found])))\n    return found\n",
            ),
            (
                "store/outbox.py",
                "    if tx.execute(sa.update(deliveries).where(ours).values(begun)).rowcount != 1:\n        return None\n",
                "",
            ),
        ),
        "one new story",
        _each("message", [1]),
        "I4",
    ),
    Mutation(
        "a message is marked as sent before it is sent",
        (
            (
                "pipeline/deliver.py",
                "    verdict = _ask(send, begun)\n",
                "    with db.begin() as tx:\n        outbox.settle(tx, begun, Verdict(True, 'sent'), rules, now())\n"
                "    verdict = _ask(send, begun)\n",
            ),
        ),
        "one new story",
        _each("message", [1]),
        "I4",
    ),
    Mutation(
        "each attempt has a key of its own",
        (
            (
                "store/outbox.py",
                "    return replace(delivery, attempts=delivery.attempts + 1)\n",
                "    import uuid\n    key = uuid.uuid4().hex\n"
                "    message = replace(delivery.message, key=key, data={**delivery.message.data, 'key': key})\n"
                "    return replace(delivery, attempts=delivery.attempts + 1, message=message)\n",
            ),
        ),
        "ambiguous",
        NO_FAULT,
        "I6",
    ),
    Mutation(
        "one row stands for all targets",
        (
            (
                "store/alerts.py",
                "rules, now) for channel in pushed])",
                "rules, now) for channel in pushed[:1]])",
            ),
            (
                "adapters/channels/__init__.py",
                "    def send(self, channel: str, message: Message) -> Verdict:\n",
                "    def send(self, channel: str, message: Message) -> Verdict:\n"
                "        verdicts = [self.send_to(name, message) for name in sorted(self._urls)]\n"
                "        return next((one for one in verdicts if not one.accepted), verdicts[0])\n\n"
                "    def send_to(self, channel: str, message: Message) -> Verdict:\n",
            ),
        ),
        "refused",
        NO_FAULT,
        "I7",
    ),
    Mutation(
        "placement and message are written in two transactions",
        (
            (
                "pipeline/place.py",
                "                queue(tx, article, match, decision, now())\n",
                "            with db.begin() as tx:\n                queue(tx, article, match, decision, now())\n",
            ),
        ),
        "one new story",
        _each("committed", range(10, 28)),
        "I4",
    ),
    Mutation(
        "an entry is known by its guid alone",
        (
            (
                "domain/feeds/identity.py",
                '    return Marks((*keys, "text:" + _hash(f"{link or guid}\\n{words}")), _hash(words), site_of(link))\n',
                '    return Marks(tuple(keys[:1]) or ("text:" + _hash(words),), _hash(words), site_of(link))\n',
            ),
        ),
        "guids that change at every poll",
        NO_FAULT,
        "I2",
    ),
)

NO_FENCE = Mutation(
    "a lease that was lost still counts",
    (
        (
            "store/leases.py",
            "    held = table.c.lease == lease if lease else table.c.lease.is_(None)\n",
            "    held = sa.true()\n",
        ),
    ),
    "",
    (),
    "",
)
