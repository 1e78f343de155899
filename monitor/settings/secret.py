"""Text that must not be seen."""

MASK = "********"


class Secret(str):
    """Text that shows itself as stars wherever it is printed, formatted or logged; `reveal` gives the text."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show stars."""
        return f"Secret({MASK})"

    def __str__(self) -> str:
        """Show stars."""
        return MASK

    def __format__(self, _spec: str) -> str:
        """Show stars."""
        return MASK

    def reveal(self) -> str:
        """Give the text to whoever needs it."""
        return "".join(self)
