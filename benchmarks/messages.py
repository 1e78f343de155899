"""How the alerts of a labelled stream read: lengths of subjects, headlines among them, sizes of mails.

python benchmarks/messages.py STREAM.jsonl

Every alert that the stream makes is rendered in each language. A subject that is the headline is counted, and so is one whose headline the
program did not take for the fact itself: the quoted sentences do not tell it.
"""

import argparse
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from measuring import ROOT, topic_of

from monitor.domain.alerts.alert import Alert, make_alert, subject_of
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.message import Message
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.subject import without_tag
from monitor.domain.alerts.wording import IN
from monitor.domain.articles.article import Article
from monitor.domain.judging.storyline import Decision
from monitor.domain.matching.topic import Match
from monitor.judge import Court, read_items
from monitor.settings.seeds import load_seeds
from monitor.store.storylines import storyline_context


class Alerting(Court):
    """Judges, and makes the alert of each decision that alerts."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.alerts: list[Alert] = []

    def _note(self, tx: sa.Connection, article: Article, matched: Match, decision: Decision, now: datetime) -> None:
        super()._note(tx, article, matched, decision, now)
        if decision.level in ("push", "digest") and decision.held is None:
            context = storyline_context(tx, decision.storyline, article.id) if decision.storyline else None
            self.alerts.append(make_alert(article, matched, decision, context, now))


def alerts_of(stream: Path) -> list[Alert]:
    """Judge a stream in order, and answer its alerts."""
    given = load_seeds(ROOT / "seeds")
    with tempfile.TemporaryDirectory(prefix="monitor-messages-") as folder, stream.open(encoding="utf-8") as lines:
        court = Alerting(Path(folder) / "archive.sqlite", topic_of(), given.seeds, given.dossiers)
        for item in read_items(lines):
            court.judge(item)
        court.close()
        return court.alerts


def told(alert: Alert) -> bool:
    """Ask whether the sentences of an alert hold most words of its headline: then it is the fact."""
    quoted = " ".join(novelty.quote + " " + novelty.text for novelty in alert.novelties).casefold()
    words = [word[:5] for word in alert.article_title.casefold().split() if len(word) > 3]
    return sum(word in quoted for word in words) >= len(words) / 2


def repeats(mail: Message) -> bool:
    """Ask whether what a phone shows below the subject says what is said there."""
    first = " ".join(mail.text.split("\n\n")[0].split())[:90]
    return any(mail.subject[at : at + 30].casefold() in first.casefold() for at in range(0, max(len(without_tag(mail.subject)) - 30, 1)))


def measure(alerts: list[Alert]) -> Iterator[str]:
    """Say what there is to say of the alerts."""
    subjects = [(alert, subject_of(alert, words)) for alert in alerts for words in IN.values()]
    headlines = [alert for alert in alerts if without_tag(subject_of(alert)) == alert.article_title]
    mails = [render(alert, Channel("desk", language=language)) for alert in alerts for language in IN]
    yield f"{len(alerts)} alerts, {len(mails)} messages"
    yield f"longest subject: {max(len(subject) for _, subject in subjects)} characters (target ≤ 110)"
    yield f"subjects with old → new: {sum('→' in subject_of(alert) for alert in alerts)}"
    untold = sum(not told(alert) for alert in headlines)
    yield f"subjects that are the headline: {len(headlines)}, of these not told by the quoted sentences: {untold}"
    yield f"first lines that repeat the subject: {sum(repeats(mail) for mail in mails)}"
    yield f"largest text and HTML: {max(len(mail.text.encode()) + len(mail.html.encode()) for mail in mails)} bytes"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stream", type=Path)
    for said in measure(alerts_of(parser.parse_args().stream)):
        print(said)
