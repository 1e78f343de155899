"""Names that something else bears, and Kazakh in Latin letters."""

import pytest

from monitor.domain.matching.bearers import bearers, borne
from monitor.domain.words.kazakh_latin import in_cyrillic, latin_spellings
from monitor.domain.words.terms import Term, compile_terms

TERMS = compile_terms(
    [
        *(Term(name, "name") for name in ("Baikonur", "Байконур", "Байқоңыр")),
        *(Term(noun, "either") for noun in ("band", "бренд*", "дәмхана*")),
        *(Term(noun, "fronted") for noun in ("hotel", "школ*", "мектебі*")),
    ]
)


@pytest.mark.parametrize(
    ("text", "is_borne"),
    [
        ("The band Baikonur plays", True),
        ("The Baikonur band plays", True),
        ("a hotel called “Baikonur” closed", True),
        ("the new series is called Baikonur", True),
        ("Бренд «Байконур» закрыт", True),
        ("«Байконур» — новый бренд", True),
        ("школа «Байконур»", True),
        ("«Байқоңыр» дәмханасы", True),
        ("«Байқоңыр» мектебі", True),
        ("«Байқоңыр» атты ән", True),
        ("a Baikonur hotel is full", False),
        ("школа Байконура закрыта", False),
        ("Байқоңыр мектебі жабылды", False),
        ("A band. Baikonur is far", False),
        ("He joins a band\n\nBaikonur is far", False),
        ("Off to Baikonur\n\nBand plays on", False),
        ("They called Baikonur a symbol", False),
        ("the band flew to Baikonur", False),
        ("Baikonur", False),
        ("", False),
    ],
)
def test_the_noun_beside_a_bare_name_says_whose_it_is(text: str, is_borne: bool) -> None:
    found = {tag: [one for one in TERMS.find(text) if one.term.tag == tag] for tag in ("name", "either", "fronted")}
    assert bool(list(borne(text, found["name"], bearers(found["either"], found["fronted"])))) == is_borne


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("қорғаныс*", ("qorganys*",)),
        ("ұшыр*", ("ushyr*",)),
        ("Қостанай*", ("Qostanai*",)),
        ("сәуле", ("saule", "sayle")),
        ("ән", ()),  # too short to be told from other languages
        ("ракета", ()),
        ("rocket", ()),
    ],
)
def test_kazakh_words_are_spelled_as_newsrooms_spell_them_in_latin(word: str, spellings: tuple[str, ...]) -> None:
    assert latin_spellings(word) == spellings


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        pytest.param("zymyran josparlanğan uaqytta köterıldı", "зымыран жоспарланған уақытта көтерілді", id="the alphabet of 2021"),
        pytest.param("kemesı bügın ūşyryldy, deidı ministr", "кемесі бүгін ұшырылды, дейді министр", id="its vowels"),
        pytest.param("qyzmet úshinshi toqsanda bastalady", "қызмет үшінші тоқсанда басталады", id="the alphabet of 2018"),
        pytest.param("ótken aıda sý keldi", "өткен айда су келді", id="its vowels and glides"),
        pytest.param("Байқоңыр".casefold(), "байқоңыр", id="Cyrillic as it is"),
    ],
)
def test_kazakh_in_either_latin_alphabet_is_read_in_cyrillic(latin: str, cyrillic: str) -> None:
    assert in_cyrillic(latin) == cyrillic
