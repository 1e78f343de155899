"""What is sought in the index: words, phrases and marks, joined by "every" and "either". No language of a database yet."""

import re
from dataclasses import dataclass

from monitor.domain.words.terms import plain_fold


@dataclass(frozen=True, slots=True)
class Phrase:
    """Forms side by side, in title or text; of the last one, only the beginning where `prefix` is true."""

    forms: tuple[str, ...]
    prefix: bool = False
    title: bool = False  # in the title alone


@dataclass(frozen=True, slots=True)
class Mark:
    """Something noted about an article."""

    token: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """All of these."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these."""

    nodes: tuple["Node", ...]


Node = Phrase | Mark | Every | Either

# What is noted about an article beside its words, each as one token. No word is one: a word has letters or digits, never both.
KINDS = {
    "any": "0a", "lang": "0l", "source": "0o", "host": "0h", "storyline": "0s", "placement": "0p", "level": "0v", "entity": "0e",
    "is": "0i", "year": "0y", "month": "0m", "day": "0d",
}  # fmt: skip
_NO_TOKEN = re.compile(r"[\W_]+")


def token(kind: str, value: str) -> str:
    """Write a mark as it stands in the index."""
    return KINDS[kind] + _NO_TOKEN.sub("", plain_fold(value))


def mark(kind: str, value: str, *, prefix: bool = False) -> Mark:
    """Seek a mark."""
    return Mark(token(kind, value), prefix)


def either(*nodes: Node) -> Node:
    """Join nodes of which one is enough."""
    flat = dict.fromkeys(one for node in nodes for one in (node.nodes if isinstance(node, Either) else (node,)))
    return Either(tuple(flat)) if len(flat) != 1 else next(iter(flat))


def every(*nodes: Node) -> Node:
    """Join nodes that are all asked for."""
    flat = dict.fromkeys(one for node in nodes for one in (node.nodes if isinstance(node, Every) else (node,)))
    return Every(tuple(flat)) if len(flat) != 1 else next(iter(flat))


def phrases_in(node: Node) -> tuple[Phrase, ...]:
    """List every phrase that a text may hold to be found."""
    if isinstance(node, Phrase):
        return (node,)
    return tuple(one for part in node.nodes for one in phrases_in(part)) if isinstance(node, Every | Either) else ()


def holds(forms: str, node: Node) -> bool:
    """Say whether forms, with blanks around each, have what is sought; marks are none of them."""
    if isinstance(node, Phrase):
        return needle(node) in forms
    if isinstance(node, Mark):
        return False
    held = (holds(forms, one) for one in node.nodes)
    return all(held) if isinstance(node, Every) else any(held)


def loosely(node: Node) -> Node:
    """Seek the words of phrases wherever they stand: whatever has the phrases has these."""
    if isinstance(node, Phrase) and len(node.forms) > 1:
        *others, last = node.forms
        return every(*(Phrase((form,), title=node.title) for form in others), Phrase((last,), node.prefix, node.title))
    if isinstance(node, Every):
        return every(*(loosely(one) for one in node.nodes))
    return either(*(loosely(one) for one in node.nodes)) if isinstance(node, Either) else node


def needle(phrase: Phrase) -> str:
    """Write a phrase as it stands among forms with blanks around them."""
    return f" {' '.join(phrase.forms)}" + ("" if phrase.prefix else " ")


def in_title(node: Node) -> Node:
    """Seek the same in titles alone; what is noted about an article is no part of a title."""
    if isinstance(node, Phrase):
        return Phrase(node.forms, node.prefix, title=True)
    if isinstance(node, Mark):
        return node
    parts = tuple(in_title(one) for one in node.nodes)
    if isinstance(node, Every):
        return every(*parts)
    words = [one for one in parts if not isinstance(one, Mark)]
    return either(*(words or parts))
