"""What the database's trouble means in plain words, and what helps; whatever is no trouble of the disk or the file stays as it is."""

import sqlalchemy as sa

from monitor.errors import StoreError

DAMAGED = "the file is damaged: keep it, and restore a backup or save what can be read: sqlite3 FILE .recover | sqlite3 NEW"

_REMEDIES = (  # what the driver says → what helps
    (("malformed", "not a database", "encrypted"), DAMAGED),
    (("is full",), "there is no room on the disk: make some; what was to be written is done again then"),
    (("disk i/o",), "the disk cannot be written or read: see whether it is full or failing; what was to be written is done again then"),
    (("readonly", "read-only", "unable to open", "permission"), "the file and the folder it lies in must be writable for this user"),
    (("locked", "busy"), "another program has been writing to it for longer than we wait: see which one, or try again"),
)


def remedy_for(said: str) -> str | None:
    """Say what helps against what the driver said; None where it is no trouble of the disk or the file."""
    return next((remedy for words, remedy in _REMEDIES if any(word in said.lower() for word in words)), None)


def trouble(name: object, said: str) -> StoreError:
    """Name the database, what is wrong with it, and what helps."""
    return StoreError(f"the database {name} cannot be used: {said}; {remedy_for(said) or 'see whether it runs and can be reached'}")


def speak_plainly(context: sa.ExceptionContext) -> BaseException | None:
    """Put a StoreError in the place of what a driver raises for a bad disk or a lost server; None leaves any other error as it is."""
    said = str(context.original_exception).strip()
    if not isinstance(context.sqlalchemy_exception, sa.exc.DatabaseError):
        return None
    if not context.is_disconnect and (context.dialect.name != "sqlite" or remedy_for(said) is None):
        return None
    return trouble(context.engine.url.database if context.engine else "file", said)
