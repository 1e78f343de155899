"""How far a case or a bill has come, in the words that tell it: each stage is news once."""


def _passed(english: str, russian: str, kazakh: str) -> str:
    """Make the pattern by which a chamber, called so, has passed something."""
    return (
        rf"\b(?:{english})\b[^.?]{{0,30}}\b(?:pass(?:es|ed)|approv(?:es|ed)|back(?:s|ed)|adopt(?:s|ed)|clear(?:s|ed)|ratif(?:ies|ied)"
        rf"|vot(?:es|ed))\b|\b(?:{russian})\b[^.?]{{0,40}}(?:одобрил|принял|ратифицировал|проголосовал)"
        rf"|\b{kazakh}\w*[^.?]{{0,80}}(?:қабылда(?:ды|лды)|мақұлда(?:ды|лды)|ратификациялады)"
    )


STAGES = {
    "ruled": (  # a court has decided
        r"\b(?:court|judge|tribunal)\b[^.?]{0,60}?\b(?:rul(?:es|ed)|approv(?:es|ed)|reject(?:s|ed)|up(?:holds|held)|award(?:s|ed)"
        r"|order(?:s|ed)|dismiss(?:es|ed)|sid(?:es|ed) with|thr(?:ows|ew) out|quash(?:es|ed)|convict(?:s|ed)|sentenc(?:es|ed)"
        r"|acquit(?:s|ted)|refus(?:es|ed)|(?:leaves|left|keeps|kept) .{1,40}(?:in place|frozen|in force))\b"
        r"|\b(?:lo(?:ses|st)|w(?:ins|on)) (?:[\w’'-]+ ){0,3}(?:appeal|lawsuit|court case)\b"
        r"|\bсуд\b[^.?]{0,80}?\b(?:отказал|оставил|удовлетворил|утвердил|отклонил|присудил|обязал|взыскал|признал|постановил|снизил"
        r"|приговорил|оправдал|встал на сторону)"
        r"|\b(?:проиграл|выиграл)\w* (?:\S+ ){0,3}(?:суд|дело|апелляци)"
        r"|\bсот\w*[^.?]{0,80}?(?:бас тартты|бекітті|қанағаттанд(?:ыр|ырм)\w+|қалдырды|шешім шығарды|міндеттеді|өндірді|кесті\b)"
    ),
    "enacted": (  # a law is signed, or in force
        r"\bsign(?:s|ed) (?:[\w’'-]+ ){0,6}(?:law|bill|decree)\b|\b(?:law|bill)\b[^.?]{0,40}\b(?:signed|enters? (?:into )?force"
        r"|entered (?:into )?force|takes? effect|took effect)\b"
        r"|\bподпис(?:ал|ан)\w* (?:\S+ ){0,4}(?:закон|указ)|\bзакон\w*[^.?]{0,60}(?:подписан|вступил\w* в силу)"
        r"|(?:заң|жарлы[қғ])\w*[^.?]{0,60}қол қой(?:ды|ылды)|\bзаң\w*[^.?]{0,40}күшіне енді"
    ),
    "upper_house": _passed("senate|senators|upper house", "сенат|сенаторы", "сенат"),
    "lower_house": _passed("mazhilis|majilis|lower house|duma|deputies", "мажилис|дума|депутаты", "мәжіліс"),
}  # fmt: skip
