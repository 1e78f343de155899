"""The fixed words of messages, as every language has to have them; templates are filled by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Forms = tuple[str, ...]  # of a noun after a number, in the order of the language's `form_of`


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a message says in its own words, in one language."""

    code: str  # of the language, as HTML has it
    form_of: Callable[[int], int]  # which form of a noun follows a number
    months: tuple[str, ...]
    day: str  # day, month, year
    short_day: str  # day, month
    moment: str  # day, clock, zone

    # Before the new fact, where a reader must know it first.
    critical: str
    correction: str
    denial: str
    conflict: str
    claim: str
    unconfirmed: str
    sample: str
    system: str

    # Said below the first line, one sentence each.
    corrects: str  # subject, day
    concerns: str  # subject, day: a correction that may be of another's mistake
    source_corrects: str
    denied: str
    two_versions: str
    claimed: str
    rumour: str
    adds: str  # subject, moment

    # An alert: headings, labels before a line, sentences.
    new: str
    who: str
    storyline: str
    why: str
    links: str
    before: str
    first: str
    also: str
    in_all: str
    taken_from: str  # origin
    nobody_else: str
    seen_first: str  # source
    moved: str
    opens: str
    first_development: str
    moved_today: str  # day
    moved_after: str  # days, day
    last_state: str
    seed: str
    headline: str
    matched: str
    level: str
    levels: Mapping[str, str]
    no_storyline: str
    no_fact: str
    days_later: str  # number, as a span behind a teller: +3 d
    open_article: str
    open_development: str
    open_storyline: str
    feedback: Mapping[str, str]  # verdict → what its link says
    show_storyline: str
    show_reasons: str

    # Nouns behind a number.
    outlets: Forms
    origins: Forms
    days: Forms
    developments: Forms
    updates: Forms
    doubts: Forms
    alerts: Forms
    articles: Forms
    entries: Forms
    matches: Forms
    feeds: Forms
    messages: Forms
    attempts: Forms
    matters: Forms

    # A digest.
    digest_since: str  # since, told
    digest_from_the_beginning: str  # told
    nothing_new: str
    kept: str  # articles
    all_seen: str  # feeds, number
    some_unseen: str  # unseen, number
    held_in_short: str  # number
    push_block: str
    digest_block: str
    updates_block: str
    doubts_block: str
    amended_block: str
    calendar_block: str
    quiet_block: str
    snoozed_block: str
    held_block: str
    coverage_block: str
    more: str  # developments; the command stands behind
    quiet_for: str  # title, days
    snoozed_until: str  # title, moment
    held_kinds: Mapping[str, Forms]
    nothing: str
    no_feed: str
    seen: str  # seen, number
    seen_in_short: str  # seen, number
    not_seen: str
    last_seen: str  # moment
    never_seen: str
    unusual: str
    undelivered: str  # messages

    # What quiet hours held, and what else came together.
    released: str  # alerts, fact
    released_lead: str  # alerts
    together: str  # alerts, fact
    together_lead: str  # alerts

    # The first look.
    first_look: str  # feeds, entries, matches
    from_now_on: str
    by_storyline: str
    would_have_alerted: str  # developments
    none_of_known: str
    undescribed: str
    to_see_them: str

    # The monitor itself.
    troubles: Mapping[str, str]
    wrong: str  # what, named
    well_again: str  # what, named
    over: str
    still_so: str
    since: str  # moment
    what_to_do: str
    alive: str
    did: str  # articles, alerts, messages
    did_since: str  # did, moment
    waiting: str
    on_the_way: str  # messages, number
    last_alert: str  # moment
    gave_up: str  # channel
    gave_up_line: str  # moment, attempts, number, subject
    last_answer: str  # answer
    not_singly: str
    lists_them: str
    tries_it: str
    sends_them: str

    # What a person took back.
    retracted: str
    taken_back: str  # moment, fact
    because: str
    called: str  # verdict
    was_said: str

    # A sample.
    sample_fact: str
    sample_why: str

    reasons: tuple[tuple[str, str], ...]  # pattern of a reason of ours → how it is said here, with its groups by number, or `ideas`
    ideas: Mapping[str, str]  # of domain/words/concepts.py; those that are missing are said as they are called there


def one_or_many(number: int) -> int:
    """Say which form follows a number in English: 1 outlet, 3 outlets."""
    return 0 if number == 1 else 1


def slavic(number: int) -> int:
    """Say which form follows a number in Russian: 1, 21 издание; 2-4 издания; 5-20 изданий."""
    last, last_two = number % 10, number % 100
    if last == 1 and last_two != 11:
        return 0
    return 1 if last in (2, 3, 4) and last_two not in (12, 13, 14) else 2


def always_one(_number: int) -> int:
    """Say which form follows a number in Kazakh: the same after any, 5 басылым."""
    return 0
