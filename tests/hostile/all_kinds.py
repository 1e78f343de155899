"""The whole table."""

from tests.hostile import answers, feeds, files
from tests.hostile.stand import Kind

KINDS: tuple[Kind, ...] = (*answers.kinds(), *feeds.kinds(), *files.kinds())
