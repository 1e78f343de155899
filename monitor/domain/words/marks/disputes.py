"""What a sentence says of what others have told: that it is wrong, that it is not so, that somebody sees or wants it otherwise."""

_UNTRUE = (  # of what others have told; who says so denies it
    r"\b(?:untrue|not true|(?:does|do|did) not correspond to (?:reality|the facts|the truth)"
    r"|(?:reports?|information|claims?|rumou?rs?|stor(?:y|ies))\b[^.]{0,120}\b(?:is|are|was|were) (?:wrong|false|incorrect|inaccurate"
    r"|mistaken|nonsense))\b"
    r"|не соответству\w+ действительности|недостоверн|шындыққа (?:жанаспай|(?:сәйкес|сай) келме)"
    r"|(?:ақпарат|хабар|мәлімет)\w* (?:жалған|өтірік|дұрыс емес)"
)
_TOGETHER = (  # in a title: nobody wanted it more than the other
    r"\b(?:joint(?:ly)? deci\w+|decided (?:together|jointly)|(?:not|never) (?:asked|requested))\b"
    r"|не просил|решили (?:вместе|совместно)|приняли обе |совместн\w+ решени|сұраған жоқ|сұраған емес|(?:бірге|бірлесіп) шеш"
)
DISPUTES = {
    "correction": (
        r"^\W*(?:correct(?:ion|ed)|clarification|erratum|editor'?s note|for the record\W*$)|\bwe (?:got (?:it|this|that)|were) wrong\b"
        r"|\bour (?:report|article|story|item|piece|note|letter) (?:on|about|of)\b.{0,80}\b(?:said|gave|stated|named|called|spoke of)\b"
        r"|\bwe (?:apologi[sz]e|regret) (?:for )?the (?:mistake|error)|that (?:is|was) wrong"
        r"|corrects? (?:an? )?(?:earlier|previous)|\bshould (?:read|have read)\b|\bin (?:first|early|earlier|initial) reports as\b"
        r"|\((?:amended|corrected)\)|\bgave (?:a|the) wrong\b|\b(?:mistakenly|wrongly|erroneously|incorrectly) (?:named|identified|called"
        r"|given|stated|reported|described|listed)\b|\bmisidentified\b"
        r"|\bcorrect(?:s|ed) (?:the|its|his|her|their|that) (?:[\w’'-]+ ){0,3}(?:figure|statement|number|date|name|nationality|age|toll"
        r"|account|version|sum)s?\b|\bnot [^,.;:]{2,40}, as (?:was |were |had been |the \w+ |it )?(?:first|initially|earlier|previously"
        r"|originally|wrongly|had)\b|^\W*(?:исправлен|поправка|уточнен)|\((?:исправлено|уточнено)\)"
        r"|по уточн[её]нн\w+ (?:данн|информац|сведен)|ошибочно (?:\w+ )?(?:назва|указа|сообщ|привед|записа)"
        r"|неверно (?:назва|указа|привед)|уточнил\w*[^.]{0,80}, а не "
        r"|\bне [^,.]{2,40}, как (?:сообщал|писал|говорил|утвержда|считал|полагал)"
        r"|, а не [^,.]{2,40}, (?:как (?:сообщал|писал|говорил|утвержда|было|ранее|считал)|уточнил)"
        r"|(?:приносим извинения|редакция приносит|исправ(?:ляет|ил\w*) (?:сообщени|заметк|текст|публикаци|ответ|данны|цифр)"
        r"|с ошибкой (?:записа|указа|назва)|(?:записан|указан|назван)\w* с ошибкой|исправляем ошибку"
        r"|допущен[аы] (?:ошибка|опечатка|неточность)|допустили (?:ошибку|неточность)|вместо [^.]{1,40} следует читать"
        r"|поправил(?:ся|ась|ось|ись)\b|поправил\w* (?:сообщени|информаци|данны)"
        r"|в наше[йм] (?:заметке|публикации|статье|сообщении|тексте|материале)\b.{0,80}(?:назва|указа|написа|сказано|говорилось|ошиб))"
        r"|^\W*(?:түзету|түзетілді)|(?:мәлімет|ақпарат|хабар|дерек|тізім)\w* (?:\w+ )?(?:түзет(?:ті|ілді)|нақтыла(?:ды|нды))"
        r"|^[^.]{0,60}\b\d+ емес, \d+ (?:жаст|адам)|қате (?:көрсетіл|енгізіл|айтыл|жазыл|хабарлан|аталған)"
        r"|(?:қате жіберілді|қате кетті|кешірім сұраймыз|түзетеміз|біздің (?:мақала|хабар|жаңалы)\w*.{0,80}(?:деп жаз|деп көрсет|қате))"
    ),
    "own_item": (  # in a correction: what the paper had said itself, and that it is sorry
        r"\b(?:apologi[sz]|regret)|извин[ея]|кешірім"
        r"|\b(?:report|item|story|article|account|piece|brief|message)s?\b.{0,120}\b(?:said|gave|called|wrote|described|reported|named)\b"
        r"|(?:материал|заметк|сообщени|публикаци|стать)\w*.{0,120}(?:указа|написа|назва|сказано|говорилось|сообщ|ошиб)"
        r"|(?:хабар|мақала|материал|жаңалы)\w*.{0,120}(?:жаз|көрсет|айт|ата|қате)"
    ),
    "denial": (
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|rebut\w*|(?:call(?:s|ed|ing)|dismiss\w*) (?:[\w’'-]+ ){1,6}(?:misreading"
        r"|misunderstanding|rumou?rs|nonsense|fiction|fantas(?:y|ies)|fakes?|gossip|speculation|baseless|groundless|unfounded"
        r"|fairy tales?)|(?:report|talk|rumou?r|claim)s?\b[^.]{0,60}\bpremature|no truth"
        r"|(?:blog|report|rumou?r|claim|stor(?:y|ie))s? (?:is|are|was|were) (?:wrong|false|nonsense)|false (?:report|claim)s?"
        r"|(?:version|theory) (?:has|had|was|is) not (?:been )?(?:confirmed|borne out)|brush(?:es|ed) (?:off|aside)|misquoted"
        r"|dismiss(?:es|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|talk|estimate|forecast)s?"
        r"|reject(?:s|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|allegation|suggestion|estimate|forecast|talk)s?"
        r"|reject(?:s|ed)? (?:any )?(?:link|connection|involvement)|in (?:response|reply|answer) to (?:\w+ ){0,2}(?:report|rumou?r)s?"
        r"|nothing to do with|(?:not|no way) (?:linked|related|connected) (?:to|with)|not to blame"
        r"|no (?:link|connection) (?:to|with|between))\b"
        r"|(?:опроверг|опроверж|не подтвержд|отрица(?:ет|ют|л)|(?:отверг|отм[её]л)\w* (?:\w+ ){0,2}(?:слов|слух|сообщени|заявлени"
        r"|обвинени|предположени|прогноз|связь|причастност)|недостоверн|(?:сообщени|публикаци|слух|заявлени)\w*[^.]{0,80}преждевременн"
        r"|это (?:вымысел|выдумк|ложь|фейк)|это неправда|назвал\w* (?:\S+ ){0,4}(?:слухами|домыслами|вымыслом|выдумкой|недоразумением)"
        r"|в связи с (?:публикаци|появивш|сообщениями)|в ответ на (?:публикаци|сообщени|слух)|непроверенн\w+ (?:сведен|информац|данн)"
        r"|(?:сообщени|слух|информаци|публикаци)\w*[^.]{0,120}\b(?:неверн[ыа]|ложн[ыа]|ошибочн[ыа])\b|\bни при ч[её]м\b|не связан\w* с"
        r"|не имеет отношения к)"
        r"|(?:(?:жоққа|теріске) шығар(?!май|мас|мад|маған)|расталмады|жалған (?:ақпарат|хабар|мәлімет)|бұрмалан|(?:қатысы|байланысы) жоқ"
        r"|байланысты емес)"
        rf"|{_UNTRUE}"
    ),
    "untrue": _UNTRUE,
    "conflict": (
        r"\b(?:(?:decision of both|decided jointly|joint decision)[^.]{0,200}(?:initiative|credited|had (?:said|described|called))"
        r"|contradict\w*|different (?:account|version|figure)s?|another version"
        r"|(?<!not )(?<!nor )(?<!never )(?<!labour )(?<!border )disputes (?!(?:over|about|between|with|among|and|in|on|of|have|are"
        r"|were)\b)\w+|disputed (?:the|this|that|by)|conflicting|at odds|contrasts? with"
        r"|(?:more|less|larger|smaller|higher|lower|times|twice|double) (?:[\w-]+ ){0,3}than (?:the )?(?:official(?:s|ly)?"
        r"|authorities) (?:[\w-]+ )?(?:figure|estimate|count|say|said|reported|stated|admit)\w*"
        r"|not \d[\d.,]* .{0,40}as .{0,30}(?:said|had it|claimed)"
        r"|disagree\w*|(?:claims?|says?|insists?) the opposite|(?:does|do|did) not (?:share|agree|accept)|contrary to|on the contrary"
        r"|(?:(?:stick|hold)(?:s|ing)? (?:to|firm on)|stands? by (?:the|its|that|an?)) (?:\w+ ){0,2}(?:20\d\d|date|schedule|timetable"
        r"|plan)|(?:respond|repl(?:y|ie)|answer)(?:s|ed|ing)? to (?:\w+ ){0,2}(?:video|footage|complaint|criticism|claim|allegation"
        r"|accusation)s?|reject(?:s|ed)? (?:\w+ ){0,2}(?:version|account|finding|conclusion)s?)\b"
        r"|(?:противореч|(?:решени[ея] (?:обеих|двух) сторон|совместн\w+ решени)[^.]{0,200}(?:инициатив|хотя|ранее)|объясня\w+ по-разному"
        r"|утвержда\w+ обратное|по другой версии|иную версию|другую версию|указывает иначе|расход\w+ с"
        r"|вопреки (?:данным|заявлен|слов|верси)|в ответ на (?:письмо|заявлени|слова)|не (?:согласи|согласн|согласен|разделя)\w*"
        r"|напротив, |настаива\w+ на (?:прежн|20\d\d)|ответил\w* на (?:видео|кадр|жалоб|критик|обвинени|претензи|публикаци)"
        r"|(?:отверг|оспор)\w* (?:\w+ ){0,2}(?:верси|вывод|оценк)|(?:версия|версию) другой стороны"
        r"|(?:больше|меньше|выше|ниже|вдвое|втрое|раза) [^.]{0,30}\bофициальн)"
        r"|(?:келіспе(?:ді|йді|ген)|(?:видео|шағым|айыптау|сын)\w* (?:қатысты )?жауап (?:бер|қат)|керісінше|әртүрлі түсіндір"
        r"|басқа (?:нұсқа|пікір)|қайшы|ресми (?:дерек|мәлімет|есеп)\w* [^.]{0,30}(?:көп|аз|артық|кем)\b|басқаша (?:айт|мәлім|көрсет)"
        r"|өзгеше (?:айт|мәлім))"
    ),
    "no_grounds": (  # in a title: an answer to what somebody wants or fears
        r"\b(?:no (?:grounds|preconditions|reason) (?:to|for)|not (?:negotiating|in talks)"
        r"|no (?:formal|official) (?:\w+ )?(?:letter|proposal|request|decision|offer)"
        r"|no (?:request|application|proposal|offer)\b.{0,40}\b(?:sent|made|received|submitted)|has not (?:asked|applied|requested)"
        r"|no (?:talks? (?:of|about|on)|plans? (?:to|for|of))|(?:seen|received|had|got) no (?:\w+ )?(?:letter|request|offer|proposal"
        r"|application|notice)|not been (?:formally |officially )?(?:offered|asked|told|informed|notified|approached|consulted))\b"
        r"|не подтвердил|(?:нет|не вид\w+) (?:\w+ )?(?:оснований|предпосылок|причин)\b"
        r"|\b(?:оснований|предпосылок)\b.{0,70}\b(?:нет|не вид)"
        r"|не вед[её]тся (?:\w+ )?переговор|переговор.{0,30}\bне вед(?:[её]т|ут)"
        r"|(?:писем|письма|запрос\w*|предложени\w|обращени\w|заявок|заявк\w)\b[^.]{0,30}\bне (?:получал|поступал|было|видел)"
        r"|не (?:получал|видел)\w* (?:\w+ )?(?:писем|письма|запрос|предложени|обращени|заяв)"
        r"|официальн\w+ (?:предложени|обращени|запрос|решени)\w*[^.]{0,30}\bне\b|(?:негіз|алғышарт)\w* жоқ"
        r"|(?:ресми|хат|өтініш|ұсыныс)\w*[^.]{0,30}(?:түскен жоқ|түспе|келген жоқ|келме|алған жоқ|алмад)"
    ),
    "said_before": (  # what somebody else had said
        r"(?:\b(?:earlier|previously|last week|last month|the day before"
        r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.]{0,80}\b(?:said|told|claimed|named|announced)"
        r"|\b(?:had (?:said|told|claimed|named|announced|promised)))"
        r"|\basked about (?:the )?(?:\w+ )?(?:message|report|rumou?r|claim|post|talk)"
        r"|\b(?:answering|responding to|replying to|reacting to|commenting on) (?:an? |the )?(?:[\w-]+ ){0,2}(?:report|article|post"
        r"|publication|words"
        r"|remarks?|claims?|rumou?rs?|statements?)\b|(?:комментируя|отвечая на|реагируя на) (?:\w+ )?(?:слов|сообщени|публикаци|заявлени"
        r"|слух)"
        r"|(?:хабар|мақала|жарияланым|сөз|мәлімдеме)\w* (?:түсініктеме|жауап) бер"
        r"|\bafter (?:an? |the )?[^.,]{2,50}\b(?:wrote|reported|said|claimed|published|spoke of)\b"
        r"|после (?:публикаци|сообщени|заявлени|того,? как)|удивил\w+ (?:сообщени|заявлени|слов)"
        r"|(?:ранее|на прошлой неделе|в прошлом месяце|накануне|до этого|прежде)[^.]{0,80}(?:заяв|сообщ|говор|называ|утвержда|обеща)"
        r"|(?:бұған дейін|бұрын|өткен апта|кеше)[^.]{0,80}(?:айт|мәлімде|хабарла|ата)"
    ),
    "confirmed": (  # somebody owns to what others told
        r"\b(?:confirms?|confirmed|acknowledge[sd]?|admit(?:s|ted)?|owns? up)\b"
        r"|\b(?:подтверд(?:ил[аио]?|ят)|призна(?:л[аио]?|[её]т|ют))\b|растады|мойындады"
    ),
    "appeals": (  # who turns to a higher court has said that it disagrees
        r"\b(?:appeals? (?:against|to)|appealed|(?:files?|filed|lodges?|lodged|lodging) (?:\w+ ){0,2}appeal)\b|апелляц|обжал|кассац"
        r"|шағымдан(?:д|ып|ған)"
    ),
    "wished": (  # in a title: who wanted it
        r"\b(?:at (?:(?:the|its|their) )?(?:\w+[’']s )?(?:request|initiative|suggestion|insistence)|(?:requested|initiated|sought) by"
        r"|(?:(?:ask|appli|apply)\w* for|want\w*|sought|seek\w*|request\w*) (?:[\w-]+ ){0,3}(?:delay|postponement|wait|pause|more time"
        r"|time)"
        r"|\w+[’']s (?:wish|idea|request)|points? (?:to|at) (?:the )?\w+ side)\b|(?:указ\w+|кива\w+) на (?:\w+ )?сторону"
        r"|(?:по (?:просьбе|инициативе|предложению|настоянию)\b|инициировал|инициатор|просил\w* (?:об )?(?:отсроч|перен|отлож)"
        r"|(?:перенос|отсрочк)\w*[^.]{0,40}\b(?:по)?просил)"
        r"|(?:өтініші|бастамасы|ұсынысы)(?:мен| бойынша)|жағы(?:ның)? (?:сұра|өтін)|жағынан түскен"
        r"|кейінге (?:қалдыруды|шегеруді)[^.]{0,40} сұра"
        rf"|{_TOGETHER}"
    ),
    "together": _TOGETHER,
}  # fmt: skip
