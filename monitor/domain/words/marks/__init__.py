"""Words by which a sentence says of itself what it is: a denial, a correction, a look back; as patterns in three languages."""

from monitor.domain.words.kazakh_latin import in_cyrillic
from monitor.domain.words.marks.disputes import DISPUTES
from monitor.domain.words.marks.events import EVENTS
from monitor.domain.words.marks.genres import GENRES
from monitor.domain.words.marks.stages import STAGES
from monitor.domain.words.marks.times import TIMES
from monitor.domain.words.phrases import Phrases, Spoken

MARKS = {**TIMES, **DISPUTES, **EVENTS, **STAGES, **GENRES}  # by name, for case-folded text
SAYS = Phrases(MARKS)  # three times as fast as one after the other


def read_marks(text: str, language: str) -> Spoken:
    """Note which marks a text may have the words of, in whatever alphabet its language has."""
    spelled = text.casefold()
    return SAYS.of(in_cyrillic(spelled) if language == "kk" else spelled)
