"""Words by which a sentence says of itself what it is: a denial, a correction, a look back; as patterns in three languages."""

_UNTRUE = (  # of what others have told; who says so denies it
    r"\b(?:untrue|not true|(?:does|do|did) not correspond to (?:reality|the facts|the truth)"
    r"|(?:reports?|information|claims?|rumou?rs?|stor(?:y|ies))\b[^.]{0,120}\b(?:is|are|was|were) (?:wrong|false|incorrect|inaccurate|mistaken|nonsense))\b"
    r"|не соответству\w+ действительности|недостоверн|шындыққа (?:жанаспай|(?:сәйкес|сай) келме)|(?:ақпарат|хабар|мәлімет)\w* (?:жалған|өтірік|дұрыс емес)"
)
_TOGETHER = (  # in a title: nobody wanted it more than the other
    r"\b(?:joint(?:ly)? deci\w+|decided (?:together|jointly)|(?:not|never) (?:asked|requested))\b"
    r"|не просил|решили (?:вместе|совместно)|приняли обе |совместн\w+ решени|сұраған жоқ|сұраған емес|(?:бірге|бірлесіп) шеш"
)
MARKS = {
    "recalled": (
        r"\b(?:(?<!no )(?<!any )(?<!weeks )(?<!days )(?<!months )(?<!years )earlier(?! than)|previously|formerly|recall(?:ed|s)?|remind(?:s|er)?|background|for context|in the past|historically|used to"
        r"|has been (?:let|leased|rented)|ever since|dates? (?:back|from)|(?<!of the )(?<!of this )decades?|(?:until|to) 20[5-9]\d"
        r"|as (?:a reminder|we reported|reported)|to recap|years ago|last (?:year|month|autumn|spring|summer|winter))\b"
        r"|(?:напом(?:н|ина[ею])|ранее|прежде(?! всего)|раньше|до этого|справка|для справки|предыстори|в прошлом|до 20[5-9]\d|тогда|как сообщалось|как мы писали|лет назад"
        r"|в прошлом году|прошлым летом|прошлой (?:весной|осенью|зимой))"
        r"|(?:бұған дейін|бұрын(?!ғы)|еске сал|есте[ріңіз]*ге сал|осыған дейін|20[5-9]\d жылға дейін|жыл бұрын|былтыр|өткен жыл|(?:сол|ол) кезде|buğan deiın|būğan deiın|eske sal)"
    ),
    "had_been": r"\bhad (?:said|told|been|promised|asked|put|flown|denied|named)\b",
    "unchanged": (  # what was known still holds
        r"\b(?:unchanged|no changes?\b|remains? (?:set|scheduled|planned|due|booked)|still (?:set|planned|due|scheduled|slated|expected|booked) (?:for|to|in|on)"
        r"|as (?:previously|earlier) (?:planned|announced|reported)|(?:date|plan|schedule)s? (?:still )?(?:stands?|holds?))\b"
        r"|(?:без изменений|изменений нет|не изменил(?:ась|ся|ись|ось)|\b(?:дат|план|срок|график)\w*(?: [\w-]+){0,4} прежн|прежн\w+ (?:дат|план|срок|график)"
        r"|по-прежнему (?:намеч|план|назнач|ожид)|оста[её]тся в силе|остаются в силе)"
        r"|(?:өзгеріссіз|өзгерген жоқ|өзгермеді|бұрынғыша|бұрынғыдай|сол күйінде қал)"
    ),
    "confirmed": (  # somebody owns to what others told
        r"\b(?:confirms?|confirmed|acknowledge[sd]?|admit(?:s|ted)?|owns? up)\b|\b(?:подтверд(?:ил[аио]?|ят)|призна(?:л[аио]?|[её]т|ют))\b|растады|мойындады"
    ),
    "no_result": (  # they met, and will meet again
        r"\bexchang(?:ed|ing) (?:views|opinions)\b|обменял\w+ (?:мнени|взгляд)|пікір (?:алмас|бөліс)|"
        r"\b(?:agree[ds]?|vow(?:s|ed)?|pledge[ds]?) to (?:continue|keep up|go on with|hold further|hold more)(?: \w+)? (?:consultations|talks|(?:the )?dialogue|contacts|discussions|meetings)"
        r"|(?:договорил\w+|условил\w+|решили|поручил\w+(?: \w+){0,3}) (?:продолж\w+|провести новые|и дальше вести) (?:\w+ )?(?:консультаци|диалог|переговор|контакт|обсуждени|согласовани|встреч)"
        r"|(?:кеңес|консультация|диалог|келіссөз|талқыла|кездесу)\w*(?: \w+)? жалғастыру(?:ға|ды|\w*) (?:келіс|уағдалас)"
    ),
    "since": r"\bsince (?:19|20)\d\d|\bс (?:19|20)\d\d год|\b(?:19|20)\d\d жылдан|\b(?:19|20)\d\d jyldan",
    "correction": (
        r"^\W*(?:correct(?:ion|ed)|clarification|erratum|editor'?s note|for the record\W*$)|\bwe (?:got (?:it|this|that)|were) wrong\b|\bour (?:report|article|story|item|piece|note|letter) (?:on|about|of)\b.{0,80}\b(?:said|gave|stated|named|called|spoke of)\b|\bwe (?:apologi[sz]e|regret) (?:for )?the (?:mistake|error)|that (?:is|was) wrong"
        r"|corrects? (?:an? )?(?:earlier|previous)|\bshould (?:read|have read)\b|\bin (?:first|early|earlier|initial) reports as\b|\((?:amended|corrected)\)|\bgave (?:a|the) wrong\b|\b(?:mistakenly|wrongly|erroneously|incorrectly) (?:named|identified|called|given|stated|reported|described|listed)\b|\bmisidentified\b"
        r"|\bcorrect(?:s|ed) (?:the|its|his|her|their|that) (?:[\w’'-]+ ){0,3}(?:figure|statement|number|date|name|nationality|age|toll|account|version|sum)s?\b|\bnot [^,.;:]{2,40}, as (?:was |were |had been |the \w+ |it )?(?:first|initially|earlier|previously|originally|wrongly|had)\b|^\W*(?:исправлен|поправка|уточнен)|\((?:исправлено|уточнено)\)|по уточн[её]нн\w+ (?:данн|информац|сведен)|ошибочно (?:\w+ )?(?:назва|указа|сообщ|привед|записа)|неверно (?:назва|указа|привед)|уточнил\w*[^.]{0,80}, а не |\bне [^,.]{2,40}, как (?:сообщал|писал|говорил|утвержда|считал|полагал)|, а не [^,.]{2,40}, (?:как (?:сообщал|писал|говорил|утвержда|было|ранее|считал)|уточнил)"
        r"|(?:приносим извинения|редакция приносит|исправ(?:ляет|ил\w*) (?:сообщени|заметк|текст|публикаци|ответ|данны|цифр)|с ошибкой (?:записа|указа|назва)|(?:записан|указан|назван)\w* с ошибкой|исправляем ошибку|допущен[аы] (?:ошибка|опечатка|неточность)|допустили (?:ошибку|неточность)|вместо [^.]{1,40} следует читать|поправил(?:ся|ась|ось|ись)\b|поправил\w* (?:сообщени|информаци|данны)|в наше[йм] (?:заметке|публикации|статье|сообщении|тексте|материале)\b.{0,80}(?:назва|указа|написа|сказано|говорилось|ошиб))"
        r"|^\W*(?:түзету|түзетілді)|(?:мәлімет|ақпарат|хабар|дерек|тізім)\w* (?:\w+ )?(?:түзет(?:ті|ілді)|нақтыла(?:ды|нды))|^[^.]{0,60}\b\d+ емес, \d+ (?:жаст|адам)|қате (?:көрсетіл|енгізіл|айтыл|жазыл|хабарлан|аталған)|(?:қате жіберілді|қате кетті|кешірім сұраймыз|түзетеміз|біздің (?:мақала|хабар|жаңалы)\w*.{0,80}(?:деп жаз|деп көрсет|қате))"
    ),
    "own_item": (  # in a correction: what the paper had said itself, and that it is sorry
        r"\b(?:apologi[sz]|regret)|извин[ея]|кешірім"
        r"|\b(?:report|item|story|article|account|piece|brief|message)s?\b.{0,120}\b(?:said|gave|called|wrote|described|reported|named)\b"
        r"|(?:материал|заметк|сообщени|публикаци|стать)\w*.{0,120}(?:указа|написа|назва|сказано|говорилось|сообщ|ошиб)"
        r"|(?:хабар|мақала|материал|жаңалы)\w*.{0,120}(?:жаз|көрсет|айт|ата|қате)"
    ),
    "denial": (
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|rebut\w*|(?:call(?:s|ed|ing)|dismiss\w*) (?:[\w’'-]+ ){1,6}(?:misreading|misunderstanding|rumou?rs|nonsense|fiction|fantas(?:y|ies)|fakes?|gossip|speculation|baseless|groundless|unfounded|fairy tales?)|(?:report|talk|rumou?r|claim)s?\b[^.]{0,60}\bpremature|no truth|(?:blog|report|rumou?r|claim|stor(?:y|ie))s? (?:is|are|was|were) (?:wrong|false|nonsense)|false (?:report|claim)s?|(?:version|theory) (?:has|had|was|is) not (?:been )?(?:confirmed|borne out)|brush(?:es|ed) (?:off|aside)|misquoted|dismiss(?:es|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|talk|estimate|forecast)s?"
        r"|reject(?:s|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|allegation|suggestion|estimate|forecast|talk)s?|reject(?:s|ed)? (?:any )?(?:link|connection|involvement)|in (?:response|reply|answer) to (?:\w+ ){0,2}(?:report|rumou?r)s?|nothing to do with|(?:not|no way) (?:linked|related|connected) (?:to|with)|not to blame|no (?:link|connection) (?:to|with|between))\b"
        r"|(?:опроверг|опроверж|не подтвержд|отрица(?:ет|ют|л)|(?:отверг|отм[её]л)\w* (?:\w+ ){0,2}(?:слов|слух|сообщени|заявлени|обвинени|предположени|прогноз|связь|причастност)|недостоверн|(?:сообщени|публикаци|слух|заявлени)\w*[^.]{0,80}преждевременн|это (?:вымысел|выдумк|ложь|фейк)|это неправда|назвал\w* (?:\S+ ){0,4}(?:слухами|домыслами|вымыслом|выдумкой|недоразумением)"
        r"|в связи с (?:публикаци|появивш|сообщениями)|в ответ на (?:публикаци|сообщени|слух)|непроверенн\w+ (?:сведен|информац|данн)|(?:сообщени|слух|информаци|публикаци)\w*[^.]{0,120}\b(?:неверн[ыа]|ложн[ыа]|ошибочн[ыа])\b|\bни при ч[её]м\b|не связан\w* с|не имеет отношения к)"
        r"|(?:(?:жоққа|теріске) шығар(?!май|мас|мад|маған)|расталмады|жалған (?:ақпарат|хабар|мәлімет)|бұрмалан|(?:қатысы|байланысы) жоқ|байланысты емес)"
        rf"|{_UNTRUE}"
    ),
    "untrue": _UNTRUE,
    "lifted": (  # in a title: what was forbidden or seized is free
        r"\b(?:lift(?:s|ed)|cancel(?:s|led)|remov(?:es|ed)|scrap(?:s|ped)|quash(?:es|ed)|overturn(?:s|ed)) (?:[\w’'-]+ ){0,4}(?:ban|freeze|restriction|seizure|arrest)s?\b"
        r"|\b(?:ban|freeze|restriction|seizure|arrest)s?\b[^.]{0,60}\b(?:is|was|are|were|been|be) (?:lifted|removed|cancelled|overturned)\b|\b(?:frees?|freed) (?:[\w’'-]+ ){1,4}to (?:travel|leave)\b|\b(?:frees?|freed|releas(?:es|ed)) (?:[\w’'-]+ ){0,5}(?:property|assets?|cars?|equipment|accounts?)\b|\b(?:lets?|allow(?:s|ed)?) (?:[\w’'-]+ ){1,6}(?:travel|leave)\b|\b(?:can|may|free to) (?:travel|leave)\b(?! (?:the |its )?(?:lease|orbit|pad|ground|agreement|treaty))"
        r"|(?:снял|отменил|снят|отмен[её]н)\w* (?:\w+ ){0,2}(?:запрет|арест|ограничени)|разрешил\w* (?:\w+ ){0,2}(?:выезжать|выехать|выезд)"
        r"|(?:тыйым|шектеу)\w* (?:алып таста(?:л?ды)|жой(?:ыл)?ды|күшін жой(?:ыл)?ды)|шығуға рұқсат"
    ),
    "no_grounds": (  # in a title: an answer to what somebody wants or fears
        r"\b(?:no (?:grounds|preconditions|reason) (?:to|for)|not (?:negotiating|in talks)|no (?:formal|official) (?:\w+ )?(?:letter|proposal|request|decision|offer)|no (?:request|application|proposal|offer)\b.{0,40}\b(?:sent|made|received|submitted)|has not (?:asked|applied|requested)|no (?:talks? (?:of|about|on)|plans? (?:to|for|of))|(?:seen|received|had|got) no (?:\w+ )?(?:letter|request|offer|proposal|application|notice)|not been (?:formally |officially )?(?:offered|asked|told|informed|notified|approached|consulted))\b"
        r"|не подтвердил|(?:нет|не вид\w+) (?:\w+ )?(?:оснований|предпосылок|причин)\b|\b(?:оснований|предпосылок)\b.{0,70}\b(?:нет|не вид)"
        r"|не вед[её]тся (?:\w+ )?переговор|переговор.{0,30}\bне вед(?:[её]т|ут)|(?:писем|письма|запрос\w*|предложени\w|обращени\w|заявок|заявк\w)\b[^.]{0,30}\bне (?:получал|поступал|было|видел)|не (?:получал|видел)\w* (?:\w+ )?(?:писем|письма|запрос|предложени|обращени|заяв)|официальн\w+ (?:предложени|обращени|запрос|решени)\w*[^.]{0,30}\bне\b|(?:негіз|алғышарт)\w* жоқ|(?:ресми|хат|өтініш|ұсыныс)\w*[^.]{0,30}(?:түскен жоқ|түспе|келген жоқ|келме|алған жоқ|алмад)"
    ),
    "said_before": (  # what somebody else had said
        r"(?:\b(?:earlier|previously|last week|last month|the day before|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.]{0,80}\b(?:said|told|claimed|named|announced)"
        r"|\b(?:had (?:said|told|claimed|named|announced|promised)))"
        r"|\basked about (?:the )?(?:\w+ )?(?:message|report|rumou?r|claim|post|talk)|\bafter (?:an? |the )?[^.,]{2,50}\b(?:wrote|reported|said|claimed|published|spoke of)\b|после (?:публикаци|сообщени|заявлени|того,? как)|удивил\w+ (?:сообщени|заявлени|слов)"
        r"|(?:ранее|на прошлой неделе|в прошлом месяце|накануне|до этого|прежде)[^.]{0,80}(?:заяв|сообщ|говор|называ|утвержда|обеща)"
        r"|(?:бұған дейін|бұрын|өткен апта|кеше)[^.]{0,80}(?:айт|мәлімде|хабарла|ата)"
    ),
    "conflict": (
        r"\b(?:(?:decision of both|decided jointly|joint decision)[^.]{0,200}(?:initiative|credited|had (?:said|described|called))|contradict\w*|different (?:account|version|figure)s?|another version|(?<!not )(?<!nor )(?<!never )(?<!labour )(?<!border )disputes (?!(?:over|about|between|with|among|and|in|on|of|have|are|were)\b)\w+|disputed (?:the|this|that|by)|conflicting|at odds|contrasts? with|(?:more|less|larger|smaller|higher|lower|times|twice|double) (?:[\w-]+ ){0,3}than (?:the )?(?:official(?:s|ly)?|authorities) (?:[\w-]+ )?(?:figure|estimate|count|say|said|reported|stated|admit)\w*|not \d[\d.,]* .{0,40}as .{0,30}(?:said|had it|claimed)"
        r"|disagree\w*|(?:claims?|says?|insists?) the opposite|(?:does|do|did) not (?:share|agree|accept)|contrary to|on the contrary|(?:(?:stick|hold)(?:s|ing)? (?:to|firm on)|stands? by (?:the|its|that|an?)) (?:\w+ ){0,2}(?:20\d\d|date|schedule|timetable|plan)|(?:respond|repl(?:y|ie)|answer)(?:s|ed|ing)? to (?:\w+ ){0,2}(?:video|footage|complaint|criticism|claim|allegation|accusation)s?|reject(?:s|ed)? (?:\w+ ){0,2}(?:version|account|finding|conclusion)s?)\b"
        r"|(?:противореч|(?:решени[ея] (?:обеих|двух) сторон|совместн\w+ решени)[^.]{0,200}(?:инициатив|хотя|ранее)|объясня\w+ по-разному|утвержда\w+ обратное|по другой версии|иную версию|другую версию|указывает иначе|расход\w+ с|вопреки (?:данным|заявлен|слов|верси)|в ответ на (?:письмо|заявлени|слова)|не (?:согласи|согласн|согласен|разделя)\w*|напротив, |настаива\w+ на (?:прежн|20\d\d)|ответил\w* на (?:видео|кадр|жалоб|критик|обвинени|претензи|публикаци)|(?:отверг|оспор)\w* (?:\w+ ){0,2}(?:верси|вывод|оценк)|(?:версия|версию) другой стороны|(?:больше|меньше|выше|ниже|вдвое|втрое|раза) [^.]{0,30}\bофициальн)"
        r"|(?:келіспе(?:ді|йді|ген)|(?:видео|шағым|айыптау|сын)\w* (?:қатысты )?жауап (?:бер|қат)|керісінше|әртүрлі түсіндір|басқа (?:нұсқа|пікір)|қайшы|ресми (?:дерек|мәлімет|есеп)\w* [^.]{0,30}(?:көп|аз|артық|кем)\b|басқаша (?:айт|мәлім|көрсет)|өзгеше (?:айт|мәлім))"
    ),
    "appeals": (  # who turns to a higher court has said that it disagrees
        r"\b(?:appeals? (?:against|to)|appealed|(?:files?|filed|lodges?|lodged|lodging) (?:\w+ ){0,2}appeal)\b|апелляц|обжал|кассац|шағымдан(?:д|ып|ған)"
    ),
    "wished": (  # in a title: who wanted it
        r"\b(?:at (?:(?:the|its|their) )?(?:\w+[’']s )?(?:request|initiative|suggestion|insistence)|(?:requested|initiated|sought) by|(?:(?:ask|appli|apply)\w* for|want\w*|sought|seek\w*|request\w*) (?:[\w-]+ ){0,3}(?:delay|postponement|more time|time)|\w+[’']s (?:wish|idea|request))\b"
        r"|(?:по (?:просьбе|инициативе|предложению|настоянию)\b|инициировал|инициатор|просил\w* (?:об )?(?:отсроч|перен|отлож)|(?:перенос|отсрочк)\w*[^.]{0,40}\b(?:по)?просил)"
        r"|(?:өтініші|бастамасы|ұсынысы)(?:мен| бойынша)|жағы(?:ның)? (?:сұра|өтін)|жағынан түскен|кейінге (?:қалдыруды|шегеруді)[^.]{0,40} сұра"
        rf"|{_TOGETHER}"
    ),
    "together": _TOGETHER,
    "told": (  # somebody says it now
        r"\b(?:said|says|told|announc\w+|report(?:ed|s)|according to|stat(?:ed|es)|confirm(?:ed|s)|wrote|declared|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)\b"
        r"|(?:сообщил|заяви|рассказал|по данным|передал|объявил|подтвердил|уточнил|сказал|написал|пишет|отметил|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|сегодня|вчера|накануне)"
        r"|(?:хабарлады|мәлімдеді|айтты|\bдеді\b|\bдейді\b|деп жазды|жариялады|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|бүгін|кеше|айтуынша|мәліметінше|делінген|есеп берді)"
    ),
    "routine": (  # a step that is always taken
        r"\b(?:in the normal way|without incident|nominal(?:ly)?|routine|roll(?:ed|s)? out|roll-?out|(?:raised|erected) (?:on|to) the (?:pad|vertical)|dock(?:s|ed) (?:with|at|to|automatically|(?:about |some )?\w+ hours)|linked up with|arriv(?:es|ed) at|hatch(?:es)? opens?)\b"
        r"|(?:вывез(?:ли|ен\w?) (?:на|ракет|к )|(?<!до )(?<!пробный )вывоз(?:а|е)? (?:на|ракет)|установ\w+ на старт|пристыковал|стыковка (?:прошла|состоялась))"
        r"|(?:түйіст|алаңға (?:шығар|жеткіз))"
    ),
    "customary": (  # what is done each time
        r"\b(?:such|these|the same) [^.]{2,60}\b(?:before|after|for|with|at) (?:each|every)\b"
        r"|\b(?:так(?:ие|ая|ое|ой)|эт[ио]) [^.]{2,60}\b(?:перед|после|при|до) кажд\w+|\bподобн\w+ [^.]{2,60}\b(?:и раньше|и прежде)\b|\b(?:мұндай|бұндай|осындай) [^.]{2,60}\bәр(?:бір)? "
    ),
    "each_year": r"\b(?:every|each) (?:year|april|spring)\b|\bкажд(?:ый|ую|ое) (?:год|апрел\w|весн\w)|\bежегодно\b|\b(?:жыл|көктем) сайын\b|\b1961\b",
    "docked": (  # a flight has reached its station
        r"\b(?:dock(?:s|ed)|(?:reach(?:es|ed)|arriv(?:es|ed) at) the (?:\w+ )*station|moor(?:s|ed))\b"
        r"|(?:пристыковал|причалил|стыковка (?:прошла|состоялась)|(?:прибыл|добрал|долетел)\w* (?:на|до) (?:\w+ )?(?:станци|мкс)|пере(?:ш[её]л|шла|шли) на борт (?:станци|мкс))"
        r"|түйіс(?:ті|тірілді)|(?:станцияға|стансаға|хғс-ке|хғс-қа) (?:жетті|келді)"
    ),
    "on_plan": (  # a step that was taken as it should be
        r"\b(?:on (?:time|schedule)|as (?:planned|scheduled)|by the book|textbook|to the (?:second|minute)|flawless(?:ly)?|at the (?:planned|set|scheduled|appointed|announced) (?:time|minute|hour)|on the (?:planned|announced|named) (?:day|date)|on the (?:day|date)\b[^.]{0,30}\b(?:given|named|announced|set)|on the dot|as (?:rescheduled|announced|intended))\b"
        r"|(?:в (?:расч[её]тное|назначенное|намеченное|установленное|запланированное|заданное) время|по (?:плану|графику)|штатн(?:о|ом)|в срок|как и (?:планировалось|(?:было )?(?:намечено|запланировано|объявлено))|без замечаний)"
        r"|(?:жоспарланған|белгіленген) уақытта|жоспарға сай|жоспар бойынша|кестеге сай|кестедегі (?:уақыт|мерзім)|дер кезінде|уақытында"
    ),
    "by_hand": (  # what as a rule happens by itself
        r"\b(?:by hand|manual(?:ly)?|(?:by|with) (?:a )?joysticks?|by remote control|under remote control)\b|\b(?:вручную|в ручном режиме|телеоператорн\w+)\b|\b(?:қолмен|қол режимінде)\b"
    ),
    "launched": (  # a flight began
        r"\b(?:(?:lift|blast)(?:s|ed)[- ]off|(?<!to )(?<!will )(?<!would )(?:lift|blast) off|(?<!\bbe )launched|t(?:akes|ook) off|soar(?:s|ed)"
        r"|(?:en route|on (?:his|her|its|their) way) to (?:the )?(?:\w+ )?station|(?:safely in|reach(?:es|ed)) orbit"
        r"|ma(?:kes|de) (?:(?:its|a|the) )?(?:first|maiden) flight|sen(?:ds|t) up|(?:left|leaves) [\w-]+ (?:(?:on \w+day )?(?:in|aboard|on board)|at \d+)|fl(?:ew|ies) (?:for the first time|from)|(?:left|leaves) (?:the (?:ground|pad)|site \d+)|r(?:ose|ises) from)\b"
        r"|(?<!не )(?:стартовал|запущен\b|запущена\b|запущены\b|взлетел|полетел|улетел|слетал|отправил(?:ся|ась|ись) (?:на|к|в)\b|(?:выш(?:ел|ла|ли)|уш(?:ел|ёл|ла|ли)) (?:на орбиту|к мкс|со? (?:\w+ ){0,2}площадки|с байконура|со? «)|уш(?:ел|ёл|ла|ли) «|вывел[аи]? (?:(?:\S+ ){0,4}на (?:\w+ )?орбиту|спутник|аппарат|«))"
        r"|\b(?:ұшырылды|ұшты|аттанды|көтерілді)\b"
    ),
    "landed": (  # a flight ended
        r"\b(?:land(?:s|ed)|touch(?:es|ed) down|touchdown|(?:come|comes|came|is|are|back) home|back on earth|return(?:s|ed)? (?:to|from) (?:earth|space|orbit|(?:the )?(?:kazakh )?steppe))\b"
        r"|(?<!не )(?:приземлил|спускаем\w+ (?:аппарат|капсул)\w*.{0,80}\b(?:сел|села|опустил)|\bсел[аи]? (?:в|под|близ|к|юго\S*|северо\S*|восточнее|западнее|южнее|севернее) (?:\w+ )?(?:степ|жезказган|аркалык)|верну(?:лся|лась|лись) (?:на землю|с орбиты|домой))|(?:жерге қон|далаға қон|маңына қонды|\bоралды\b)"
    ),
    "yearly": (  # what is paid every year, and was: nobody says that it changes
        r"^(?!.*\b(?:rais|ris[ei]|rose|tripl|doubl|increas|cut|will|would|instead|повы|увелич|подня|выра?ос|будет|вместо|өсі|артт|көтер|орнына))"
        r".*(?:\b(?:rents|leases|pays|is (?:let|leased|rented))\b.{0,80}\b(?:(?:a|per|each|every) year\b|annual)"
        r"|\b(?:аренду(?:ет|ют)|плат(?:ит|ят)|сда[её]тся)\b.{0,80}(?:в год|ежегодно)|жылына.{0,80}(?:төлейді|жалға алады|жалдайды))"
    ),
    "office": (  # somebody takes or leaves an office
        r"\bnam(?:e[sd]?|ing) (?:[\w’'.-]+ ){1,3}(?:(?:as|to) )?(?:the )?(?:new )?(?:head|chief|director|minister|chairman|lead)\b"
        r"|\b(?:was|is|been|has|were) (?:\w+ )?(?:appointed|dismissed|sacked|fired|ousted|removed as)\b|\bappoints?\b|\bappointed \w+ \w+"
        r"|\bnow heads\b|\bsteps? down\b|\bstepped down\b|\b(?:gets?|has) a new (?:head|mayor|chief|director|boss|minister)\b"
        r"|(?:глав\w|мэр\w?|руководител\w|директор\w?|министр\w?|начальник\w?) (?:[\w«»-]+ ){0,2}сменил(?:ся|ась|ись)\b|\bсменил(?:ся|ась|ись) (?:[\w-]+ ){0,1}(?:глав|мэр|руководител|директор|министр|начальник)"
        r"|(?:басшы|әкім|директор|министр|төраға|бастығ)(?:с?ы|с?і)? (?:ауысты|ауыстырылды|жаңарды)"
        r"|(?:назначен(?:а|ы)?\b(?! штраф)|назначил(?!.{0,40}штраф)|возглавил|возглавит\b|отправлен\w* в отставку|подал\w* в отставку|освобожд[её]н\w* от|уволен|снят с должности)"
        r"|((?<!айыппұл )тағайында(?:лды|ды)|қызметінен (?:босат|кет)|басшысы болды)"
    ),
    "milestone": (  # for the first time, or again after long
        r"\b(?:maiden (?:flight|launch)|(?:ma(?:kes|de) (?:its )?first flight|fl(?:ew|ies) for the first time|(?:sent|sends|sending) up (?:its|the) first|first (?:rocket|launcher) (?:left|leaves|rose|rises|lifted|lifts|flew|flies))|first (?:flight|launch|start)\b.{0,40}\bsince|first time since|^\W*(?:the )?first (?:[\w-]+ ){1,3}(?:in|for) (?:[\w-]+ ){0,2}(?:years|months|decades)|after a (?:\w+[- ]){1,3}(?:break|pause|gap)|(?:end|ending|ended) a (?:break|pause|gap)"
        r"|return(?:s|ed)? to flight|(?:go|goes|went|is|are) on sale|opens? for (?:business|customers))\b"
        r"|(?:впервые (?:за|с|после)|первый (?:пуск|полёт|полет|старт)\w* (?:за|с|после)|после (?:\w+ ){1,2}перерыва|официально заработал|совершил\w* первый (?:полёт|полет)|впервые (?:взлетел|стартовал|полетел|поднял)|перв\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался)|дебютн\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался))"
        r"|(?:ресми түрде (?:іске|жұмыс)|(?:алғаш|тұңғыш) рет (?:ұш|көкке)|(?:алғашқы|тұңғыш) (?:ұшуын|сапарын)|үзілістен кейін)"
    ),
    "given_up": (  # a plan or an estimate that no longer holds
        r"\b(?:had been|was|were) (?:to have|due|set|planned|scheduled|expected|booked|slated|meant|to (?:fly|launch|lift))\b"
        r"|\b(?:earlier|previous|original|initial|first|old) (?:date|plan|estimate|figure|sum|target|schedule|deadline|version|reports?)\b"
        r"|\b(?:originally|initially|previously|used to be)\b"
        r"|\b(?:ранее|прежде|раньше|изначально|первоначально)\b[^.]{0,60}\b(?:план|намеч|назнач|ожид|называ|оценива|говори|сообща|должн|собира)"
        r"|\b(?:планировал|намечал)(?:ся|ось|ась|и)\b|\bбыл[аио]? (?:намечен|назначен|запланирован)|\bдолж(?:ен|на|но|ны) был"
        r"|\bпрежн(?:яя|ий|ее|ие|юю|его) (?:дат|срок|оценк|сумм|цифр|план)"
        r"|\b(?:бұрын|бұған дейін|алғашында|бастапқыда)\b[^.]{0,60}(?:жоспар|белгілен|күтіл|айтыл|болатын)"
        r"|(?:жоспарланған|белгіленген|тиіс) (?:еді|болатын)"
    ),
    "moved_from": r"(?:mov|postpon|push|slipp|shift)ed from|перен[её]с\w* с|перенос\w* с|сдвиг\w* с",  # the day that follows was a plan
    "replaced": (  # the value that follows is not the one any more
        r"instead of|rather than|up from|down from|(?:mov|postpon|push|slipp|shift)ed from|against (?:an? )?(?:estimate|plan) of"
        r"|earlier|previously|originally|not(?! (?:before|earlier|later|until|only|yet|less|more|sooner))"
        r"|вместо|раньше|ранее|прежде|а не|перен[её]с\w* с|перенос\w* с|сдвиг\w* с|при смете(?: в)?|(?:намеча|планирова|ожида|назнача)вш\w+"
        r"|орнына|бұрын|бұған дейін"
    ),
    "planned": (  # somebody means to
        r"\b(?:plan(?:s|ned|ning)? to|intend\w*|expects? to|hopes? to|aims? to|will|is due|are due|is to|are to)\b"
        r"|(?:намерен|планиру|рассчитыва|ожида|собира(?:ет|ют)|предстоит|будет|будут|запланирован)"
        r"|(?:жоспарла|көзде|ниетт|күтіл|(?<!ға )(?<!ге )(?<!қа )(?<!ке )болады|мақсат)"
    ),
    "explainer": (
        r"^\W*(?:explain(?:er|ed)|what (?:is|are|we know)|why |how |comment|opinion|analysis|timeline|fact ?box|backgrounder|in pictures|gallery|history of|q&a|profile|feature"
        r"|column|editorial|essay|on this day|(?:five|ten) things(?! (?:before|from|of|this|in) (?:the |this |our )?(?:past )?(?:week|weekend|day|month))|long ?read)|[:–—] (?:what|how|why) (?:[\w’'-]+ ){1,6}(?:requires?|works?|changes|allows?|costs?|needs?)\b|[:–—-] from the archives?\W*$|^\W*from (?:the|our) archives?\b|\ba primer\b|\bwho (?:they are|he is|she is)\W*$|[:–—] what we know\b|\b(?:a|the) year in (?:\w+ )?(?:lines|pictures|photos|numbers|words|paragraphs|points|headlines)\b|\bthings to remember\b|\b(?:the )?year in (?:review|space)\b|\breview of the year\b|\b(?:what (?:ever )?became of|what(?:ever| ever) happened to|the story of|a short history|how did it (?:all )?come to this|questions (?:our|your) readers|readers['’] questions|your questions)\b|[:–—-] (?:an? )?(?:opinion|comment|column|analysis|explainer)\W*$"
        r"|^\W*(?:[^:]{2,40}: )?(?:кому принадлежит|сколько стоит)\b|^\W*чем [^:?]{2,60} отлича|[:–—-] коротко\W*$|^\W*(?:что такое|почему|зачем|как устроен|справка|мнение|колонка|комментарий|анализ|история|хроника|досье|фоторепортаж|кто такой|день в истории|лонгрид)\b|[:–—] (?:как|почему|зачем|что) (?:[\w-]+ ){0,4}(?:требу|устроен|работа|меня|нужн)\w*|[:–—-] из архива\W*$|^\W*из (?:нашего )?архива\b|что (?:стало|случилось) с |[:–—] что известно\b|\bкто (?:они|он|она)(?: такие| такой| такая)?\W*$|история одно|[:–—-] (?:мнение|колонка|комментарий|разбор|справка)\W*$|вопросы (?:наших )?читателей|\bитоги (?:20\d\d )?года\b|\bчем запомнился\b|\bгод в (?:\w+ )?(?:строках|абзацах|цифрах|фотографиях)|\bглавное за год\b"
        r"|^\W*(?:мұрағат (?:парағы|сөйлейді)|мұрағаттан|не үшін|неге|қалай|пікір|түсіндірме|тарих|анықтама|ой-?толғау)|(?:деген не|дегеніміз не)(?:\?| және|\W*$)|[:–—-] пікір\W*$|түсіндірме\W*$|[:–—] не белгілі\W*$|жыл қорытынды"
    ),
    "reprinted": (  # an old text says of itself where it comes from
        r"^\W*(?:from (?:the|our) archives?|из (?:нашего )?архива|мұрағаттан|архивтен)\W*$"
        r"|\b(?:page|article|text|story|piece) (?:was|has been) (?:moved|carried over|transferred|imported|migrated) from (?:our|the|an) (?:old|former|previous|archived?)\b"
        r"|(?:страниц|стать|материал|текст|запись)\w* перенес[её]н\w* (?:с|со|из) (?:наш\w+ )?(?:стар|прежн|архив)|ескі (?:сайттан|беттен|мұрағаттан) көшіріл"
    ),
    "advert": (  # somebody sells a journey, a ticket, a thing
        r"\*?\badvertisement\b|\bterms apply\b|\bwin a (?:night|trip|seat|week)\b|\bbook (?:early|now|online|with code|before \d)|\bhalf board\b|\btours are on sale\b|\b(?:single supplement|per person sharing|early[- ]bird|seats left|(?:places|seats|spaces) (?:are )?limited|includes? (?:all )?(?:meals|transfers|flights|breakfast))\b"
        r"|\bfrom (?:only )?[$€£] ?\d[\d,.]*(?: (?:without|including|excluding) flights| per person| pp\b)"
        r"|(?:на правах рекламы|раннее бронирование|забронир\w+|бронируйте|в стоимость тура вход|тур(?:ы)? (?:от|за) \d|^\W*туры? выходного дня|бронь по|питание включено|(?:количество|число) мест ограничено|осталось \d+ мест|скидк\w+ (?:до|по промокоду))"
        r"|(?:жарнама құқығ|брондаңыз|тур бағасы|орын(?:дар)? саны шектеулі|жеңілдік\w* (?:дейін|беріледі|бар)|турға шақыр)"
    ),
    "interview": r"\binterview\b|^\W*q ?& ?a\b\W*[\"“«]|\bin conversation with\b|интервью|\b(?:разговор|беседа) с |сұхбат",  # in a title
    "opinion": (
        r"(?:views expressed are (?:his|her|their|the author)|the author (?:is|teaches|writes)|i would not|in my view|i (?:want|wish) to argue|i would argue)"
        r"|(?:мнение автора|на мой взгляд|убежд[её]н, что|автор — |точка зрения редакции|материал справочный)|(?:мақала автордың|автордың жеке пікірі|avtordyñ jeke)"
    ),
    "asked": (  # a reader has asked, and is answered
        r"\breaders (?:have been asking|(?:often |keep )?ask)|\ba reader (?:asks|wonders|writes)|(?:читатель|читательница|читатели) (?:\w+ )?(?:спрашива|интересу)|оқырман\w*[^.]{0,60}сұра"
    ),
    "anniversary": (
        r"\b(?:anniversary|cosmonautics day|years (?:on(?=\W*$|[:;–—])|since|ago today)|(?<!on \d\dth )birthday|^\W*(?:on this day\b|this day in\b)|^\W*(?:april 12|12 april)\W*[:–—]|turn(?:s|ed)? \d\d|(?:\d\d|\w+ty) years of|commemorat\w+|(?:lay|laid|laying) (?:[\w-]+ ){0,2}(?:flowers|tulips|carnations|wreaths?)|remember(?:s|ed|ing)?|(?:years|decades|summers|winters) have (?:gone by|passed) since)\b|^\W*(?:\d\d|\w+ty)(?:-\w+)? years (?!in (?:jail|prison))(?:after|in|of|at|on)\b[^,]*$|\btwelfth of april\b|двенадцат(?:ое|ого) апреля|он екінші сәуір"
        r"|(?:годовщин|летие|летия|летию|день космонавтики|дню космонавтики|юбиле[йяюе](?!н)|лет со дня|день рождения|туған күн|исполн(?:яется|илось)|^\W*(?:в этот день\b|этот день в истории)|^\W*12 апреля\W*[:–—]|возложил\w* (?:\w+ )?(?:цветы|венки)|гүл (?:қойды|шоқтарын)|вспомина|помнит|помнят|как это было|^\W*(?:\d\d|двадцать|тридцать|сорок|\w+десят|девяносто|сто)(?: \w+)? лет (?!лишени|колони|тюрьм|строгого)(?:(?:у|на|в|во|без|с|со)\b|[\w«»-]+(?:у|ю|ам|ям)\b)[^,]*$)"
        r"|\b(?:\d\d|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)(?: \w+)? жыл(?:\W*$|\W*[:–—])|^\W*12 сәуір\W*[:–—]|жыл толды|(?:мерейтой|жылдығы|ғарышкерлер күні|ұшқанына|толды\W*$|еске ал|атап өт)"
    ),
    "year_gone": (  # in a title: the year that ends, looked back on
        r"\b(?:(?:the|['’]s|space|a) year (?:in|at|on|of)|space year)\b|: (?:the|a) year\b|\b20\d\d (?:in|at|on) [^:]*:"
        r"|(?:хроника|итоги) года\b|\bгод (?:в|на) [^:]*:|жыл(?:дың)? (?:қорытынды|шолу)"
    ),
    "years_ago": r"\b\w+ years ago\b|\ba year ago\b|(?:лет|года|\bгод) назад|жыл бұрын|\w(?:ға|ге|қа|ке) (?:бес|он|жиырма|отыз|қырық|елу) жыл\b",
    "roundup": (
        r"\b(?:round-?up|the week in|week in|weekly|this week in|the year in (?:\w+ )?(?:pictures|photos|numbers|words)|digest|morning (?:brief|letter)|friday five|in brief|news in|what readers may have missed)\b"
        r"|(?:за неделю|обзор недели|итоги недели|дайджест|главное за|коротко о|кратко:)|(?:апта шолуы|апталық шолу|бір аптада|дайджест|қысқаша жаңалық)"
    ),
    "boilerplate": (
        r"^\W*(?:read (?:also|more|next)|see also|also read|related|more on this|sign up|subscribe|follow us|newsletter|advertisement|share this|photo|image|caption|support (?:our|the|us)"
        r"|did you (?:find|enjoy|miss)|you are receiving|have a good|contact:|this story was|click here|all rights|copyright|donate|join (?:us|our)|download|our journalism|write to the desk)"
        r"|^\W*(?:читайте|читать|смотрите|подпис|фото|снимок|иллюстрация|если вы заметили|поддержите|реклама|поделит|материалы по теме|по теме|источник фото|новости партн|следите)"
        r"|^\W*(?:trending(?: now)?|top stories|most (?:read|viewed|popular)|popular(?: now)?|also (?:today|inside|in this issue)|в тренде|популярное|также сегодня|сондай-ақ бүгін|трендте)\s*:"
        r"|^\W*(?:оқи отыр|тағы оқы|жазыл|сурет|фото|телеграм|telegram|жаңалықтарды|пікір қалдыр|бөліс|сондай-ақ оқы|оқыңыз)"
        r"|\bsubscri(?:be|ption|bers?)\b.{0,80}(?:euros?|dollars?|\$|€|£|month)|to (?:continue|keep) reading|\b(?:join|unlock|members?|read on)\b.{0,50}\b(?:a|per) (?:month|week|year)\b|\bfor members\b|подписк\w+.{0,60}(?:руб|месяц)"
        r"|(?:unsubscribe|manage your settings|reply to this mail|views expressed|ctrl\+enter|jazylu tegın|жазылу тегін|privacy policy)"
    ),
}  # fmt: skip
