"""Words that show in which register a text is written: that of reports, of offices, or of talk; and numbers that are spelled out.

Ordinary words of three languages in the forms that news has them in; none names anything of a topic.
"""

from collections.abc import Mapping

Words = Mapping[str, frozenset[str]]  # by language


def _words(table: str) -> Words:
    """Read lines that begin with a language."""
    lines = [line.split() for line in table.strip().splitlines()]
    return {language: frozenset(word for first, *words in lines if first == language for word in words) for language, *_ in lines}


# Who reports says who said it.
REPORTING = _words("""
en said told says tells added adds announced announces according reported reports stated states confirmed confirms noted informed
en declared explained wrote acknowledged clarified specified
ru сообщил сообщила сообщили сообщило сообщает сообщают сообщается заявил заявила заявили заявило словам сказал сказала сказали
ru говорится отметил отметила отметили уточнил уточнила уточнили уточняет данным рассказал рассказала рассказали пояснил пояснила
ru пояснили добавил добавила добавили информации передаёт передает объявил объявила объявили подтвердил подтвердила подтвердили
kk хабарлады хабарлайды хабарлаған хабарлауынша деді дейді айтты айтқан айтуынша мәлімдеді мәлімдейді мәлімдеген мәліметінше мәлімет
kk жеткізді жазды жазады түсіндірді нақтылады растады делінген ақпаратынша дерегінше
""")

# Offices, and what they bring forth.
OFFICIAL = _words("""
en ministry minister ministers commission committee agreement company programme program system government department agency service
en official officials deputy region regional district council corporation authority authorities document decree order resolution
en statement press administration contract implementation provision operator enterprise procedure protocol facility facilities
ru министерство министерства министерстве министр министра комиссия комиссии комитет комитета комитете соглашение соглашения компания
ru компании программа программы система системы правительство правительства правительстве департамент департамента агентство
ru агентства служба службы области района региона предприятие предприятия госкорпорация госкорпорации постановление постановления
ru распоряжение документ документа документе пресс заместитель глава главы администрация администрации комплекса договор договора
ru реализации рамках соответствии отношении осуществления обеспечения ведомство ведомства ведомстве
kk министрлігі министрлік министрлігінің министр министрі комиссия комиссиясы комитеті комитет келісім келісімі компания компаниясы
kk бағдарлама бағдарламасы жүйе жүйесі үкімет үкіметі департамент департаменті агенттігі агенттік қызметі облысы облыстық ауданы
kk аудандық кәсіпорны кәсіпорын мемлекеттік қаулы қаулысы құжат құжаттың баспасөз даму орынбасары төрағасы басшысы әкімдігі
kk әкімшілігі ведомство ведомствоның шарт шарты бойынша аясында сәйкес
""")

# Words of talk, which say no more than that somebody tells a story: nobody, everything, again, still.
COLLOQUIAL = _words("""
en never nobody nothing everything everyone everybody all almost another else then see seen much just even ever always quite least
en anyone anything somebody someone something once again away over out down up back like perhaps maybe only still now rather really
en actually anyway here there nowhere everywhere enough too well little lot lots bit thing things got get gets go goes went come
en comes came keep keeps kept look looks looked
ru всё все всех всем весь вся тоже ли каждый каждая каждое можно почти никто никого никогда ничего нигде кто так тут там здесь вот же
ru только лишь даже снова опять теперь разве если когда куда откуда совсем очень просто уж ведь вроде пусть хоть зато впрочем
ru наверное похоже правда конечно
kk ешкім ешқашан ештеңе бәрі барлық барлығы тағы тек ғана енді қайта әлі бірде ал бірақ мұнда сонда осында дәл өте тіпті әрине мүмкін
kk әйтеуір сияқты секілді ештемесі біреу бірдеңе қашан қайда неге
""")

# Numbers that are spelled out.
SPELLED_NUMBERS = _words("""
en two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
en thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens
en half twice
ru два две двух двум двумя двое трое три трёх трех трём трем четыре четырёх четырех пять пяти шесть шести семь семи восемь восьми
ru девять девяти десять десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать
ru девятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят пятидесяти шестьдесят семьдесят восемьдесят девяносто сто
ru ста двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча тысячи тысяч тысячу миллион миллиона миллионов
ru миллиард миллиарда миллиардов десяток десятка десятки дюжина сотня сотни полтора полторы вдвое дважды
kk екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың миллион миллиард жарты жарым
""")
