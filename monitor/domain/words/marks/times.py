"""Which time a sentence speaks of: what was known or held before, what is told now, what somebody means to do."""

TIMES = {
    "recalled": (
        r"\b(?:(?<!no )(?<!any )(?<!weeks )(?<!days )(?<!months )(?<!years )earlier(?! than)|previously|formerly|recall(?:ed|s)?"
        r"|remind(?:s|er)?|background|for (?:context|reference)|in the past|historically|used to"
        r"|has been (?:let|leased|rented)|ever since|dates? (?:back|from)|(?<!of the )(?<!of this )decades?|(?:until|to) 20[5-9]\d"
        r"|as (?:a reminder|we reported|reported)|to recap|years ago|last (?:year|month|autumn|spring|summer|winter))\b"
        r"|(?:напом(?:н|ина[ею])|(?<!не )ранее|прежде(?! всего| чем)|(?<!не )раньше|до этого(?! времени| состо| будет| пройд)|справка"
        r"|для справки|предыстори|в прошлом"
        r"|до 20[5-9]\d|тогда"
        r"|как сообщалось|как мы писали|лет назад"
        r"|в прошлом году|прошлым летом|прошлой (?:весной|осенью|зимой))"
        r"|(?:бұған дейін|бұрын(?!ғы| емес| \w+[мпб][ае]йд[ыі])|еске сал|есте[ріңіз]*ге сал|осыған дейін"
        r"|20[5-9]\d жылға дейін|жыл бұрын|былтыр|өткен жыл"
        r"|(?:сол|ол) кезде|buğan deiın|būğan deiın|eske sal)"
    ),
    "had_been": r"\bhad (?:said|told|been|promised|asked|put|flown|denied|named)\b",
    "since": r"\bsince (?:19|20)\d\d|\bс (?:19|20)\d\d год|\b(?:19|20)\d\d жылдан(?! (?:ерте|бұрын|кеш))|\b(?:19|20)\d\d jyldan",
    "yearly": (  # what is paid every year, and was: nobody says that it changes
        r"^(?!.*\b(?:rais|ris[ei]|rose|tripl|doubl|increas|cut|will|would|instead|повы|увелич|подня|выра?ос|будет|вместо|өсі|артт|көтер"
        r"|орнына))"
        r".*(?:\b(?:rents|leases|pays|is (?:let|leased|rented))\b.{0,80}\b(?:(?:a|per|each|every) year\b|annual)"
        r"|\b(?:yearly|annual) (?:rent|fee|payment)\b.{0,40}\b(?:is|remains|stands at)\b"
        r"|\b(?:ежегодн|годов)\w+ (?:арендн\w+ )?(?:плат|аренд)\w*.{0,40}\bсоставля|жылдық жалдау (?:ақы|құн)"
        r"|\b(?:аренду(?:ет|ют)|плат(?:ит|ят)|сда[её]тся)\b.{0,80}(?:в год|ежегодно)|жылына.{0,80}(?:төлейді|жалға алады|жалдайды))"
    ),
    "unchanged": (  # what was known still holds
        r"\b(?:unchanged|no changes?\b|remains? (?:set|scheduled|planned|due|booked)"
        r"|still (?:set|planned|due|scheduled|slated|expected|booked) (?:for|to|in|on)"
        r"|as (?:previously|earlier) (?:planned|announced|reported)|(?:date|plan|schedule)s? (?:still )?(?:stands?|holds?))\b"
        r"|(?:без изменений|изменений нет|не изменил(?:ась|ся|ись|ось)|\b(?:дат|план|срок|график)\w*(?: [\w-]+){0,4} прежн"
        r"|прежн\w+ (?:дат|план|срок|график)"
        r"|по-прежнему (?:намеч|план|назнач|ожид)|оста[её]тся в силе|остаются в силе)"
        r"|(?:өзгеріссіз|өзгерген жоқ|өзгермеді|бұрынғыша|бұрынғыдай|сол күйінде қал)"
    ),
    "given_up": (  # a plan or an estimate that no longer holds
        r"\b(?:had been|was|were) (?:to have|due|set|planned|scheduled|expected|booked|slated|meant|to (?:fly|launch|lift))\b"
        r"|\b(?:earlier|previous|original|initial|first|old) (?:date|plan|estimate|figure|sum|target|schedule|deadline|version"
        r"|reports?)\b"
        r"|\b(?:originally|initially|previously|used to be)\b"
        r"|(?<!не )\b(?:ранее|прежде|раньше|изначально|первоначально)\b[^.]{0,60}\b(?:план|намеч|назнач|ожид|называ|оценива|говори|сообща"
        r"|должн"
        r"|собира)"
        r"|\b(?:планировал|намечал)(?:ся|ось|ась|и)\b|\bбыл[аио]? (?:намечен|назначен|запланирован)|\bдолж(?:ен|на|но|ны) был"
        r"|\bпрежн(?:яя|ий|ее|ие|юю|его) (?:дат|срок|оценк|сумм|цифр|план)"
        r"|\b(?:бұрын|бұған дейін|алғашында|бастапқыда)\b[^.]{0,60}(?:жоспар|белгілен|күтіл|айтыл|болатын)"
        r"|(?:жоспарланған|белгіленген|тиіс) (?:еді|болатын)"
    ),
    "moved_from": r"(?:mov|postpon|push|slipp|shift)ed from|перен[её]с\w* с|перенос\w* с|сдвиг\w* с",  # the day that follows was a plan
    "replaced": (  # the value that follows is not the one any more
        r"instead of|rather than|up from|down from|(?:mov|postpon|push|slipp|shift)ed from|against (?:an? )?(?:estimate|plan) of"
        r"|(?<!no )earlier|previously|originally|not(?! (?:before|earlier|later|until|only|yet|less|more|sooner))"
        r"|вместо|(?<!не )раньше|(?<!не )ранее|прежде|а не|перен[её]с\w* с|перенос\w* с|сдвиг\w* с|при смете(?: в)?"
        r"|(?:намеча|планирова|ожида|назнача)вш\w+"
        r"|орнына|бұрын(?! емес| \w+[мпб][ае]йд[ыі])|бұған дейін"
    ),
    "planned": (  # somebody means to
        r"\b(?:plan(?:s|ned|ning)? to|intend\w*|expects? to|hopes? to|aims? to|wants? to|will|is due|are due|is to|are to)\b"
        r"|(?:намерен|планиру|рассчитыва|ожида|собира(?:ет|ют)|хот(?:ят|им|ел[аи]? бы)\b|хочет|предстоит|будет|будут|запланирован)"
        r"|(?:жоспарла|көзде|ниетт|күтіл|(?<!ға )(?<!ге )(?<!қа )(?<!ке )болады|мақсат)"
    ),
    "told": (  # somebody says it now
        r"\b(?:said|says|told|announc\w+|report(?:ed|s)|according to|stat(?:ed|es)|confirm(?:ed|s)|wrote|declared|monday|tuesday"
        r"|wednesday|thursday|friday|saturday|sunday|today|yesterday)\b"
        r"|(?:сообщил|сообщае|сообщают|заяви|заявля|рассказал|рассказыва|по данным|передал|передаёт|передает|объявил|объявля|подтвердил"
        r"|уточнил|уточня|сказал|написал|пишет|отметил|отмеча|пояснил|доложил|проинформировал"
        r"|говорится|следует из|изложил|по результатам (?:\w+ ){0,2}(?:исследовани|анализ|экспертиз|провер)"
        r"|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|сегодня|вчера|накануне)"
        r"|(?:хабарлады|хабарлайды|мәлімдеді|мәлімдейді|түсіндірді|атап өтті|айтты|\bдеді\b|\bдейді\b|деп жазды|жариялады|дүйсенбі"
        r"|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|бүгін|кеше"
        r"|айтуынша|мәліметінше|делінген|есеп берді|(?:қаулы|жарлық)(?:сы)?мен)"
        r"|\bby (?:\w+ )?decree\b|\b(?:указом|постановлением)\b"
    ),
}  # fmt: skip
