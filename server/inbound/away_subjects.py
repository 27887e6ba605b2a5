"""How subjects of machines' mails begin, by language; `|` and lines separate the wordings.

Sources: the strings of Exchange, Outlook, Gmail, Domino, GroupWise and of help desks in their languages, and
public collections of automatic replies. Upper and lower case and accents do not matter (`subjects.folded`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# No person begins a subject like this and then a colon, or nothing more.
AUTOMATIC: Final[Mapping[str, str]] = {
    "en": """
        automatic reply | automatic response | automated reply | automated response | automatic email
        automated message | automated email | automatic message | automatic answer | automated answer
        auto reply | auto-reply | autoreply | auto response | auto-response | autoresponse | auto responder
        auto-responder | autoresponder | auto reply message | automatic acknowledgement | auto generated
        auto-generated | automatically generated | auto acknowledgement | auto answer
        automatic out of office reply | automatic e-mail reply | vacation reply | vacation response
        vacation message | vacation notice | vacation auto-reply | vacation autoreply | holiday notice
        away message | away notice | absence message | absence notice | absence notification
        out of office autoreply | out of office auto-reply | out of office auto reply
        out of office reply | out of office response | out of office automatic reply | out-of-office reply
        out of office notification | out of office notice | out of office message | out of office assistant
        out of office alert | your e-mail message will not be read | your email message will not be read
    """,
    "af": "outomatiese antwoord | outomatiese reaksie",
    "ar": "رد تلقائي | الرد التلقائي | الرد التلقائى | رسالة تلقائية",
    "az": "avtomatik cavab",
    "be": "аўтаматычны адказ",
    "bg": "автоматичен отговор | извън офиса съм автоматичен отговор | автоматичен отговор за отсъствие",
    "ca": "resposta automàtica | resposta automàtica d'absència",
    "cs": "automatická odpověď | automatická odpověď v nepřítomnosti | odpověď v nepřítomnosti",
    "cy": "ateb awtomatig | ymateb awtomatig",
    "da": """
        autosvar | automatisk svar | auto svar | fraværsbesked | feriebesked | autosvar – ikke til stede
    """,
    "de": """
        automatische antwort | automatische rückantwort | automatische rückmeldung | autom. antwort
        automatisierte antwort | automatische e-mail-antwort | automatische nachricht | autoantwort
        auto-antwort | automatische benachrichtigung | automatische eingangsbestätigung
        automatische empfangsbestätigung | automatische abwesenheitsnotiz | automatisch generierte antwort
        abwesenheitsnotiz | abwesenheitsmeldung | abwesenheitsnachricht | abwesenheitsmail
        abwesenheits-notiz | abwesenheits-meldung | abwesenheitsassistent | abwesenheitsbenachrichtigung
        abwesenheitsinfo | abwesenheitshinweis | abwesenheitsantwort | urlaubsnotiz | urlaubsmeldung
        urlaubsbenachrichtigung | automatisch erzeugte antwort | autoreply/abwesenheit
    """,
    "el": "αυτόματη απάντηση | αυτόματη απάντηση εκτός γραφείου",
    "es": """
        respuesta automática | respuesta automatizada | contestación automática | auto respuesta
        autorespuesta | autorrespuesta | mensaje automático | respuesta de ausencia
        respuesta automática por ausencia de la oficina | respuesta automática de fuera de la oficina
    """,
    "et": "automaatvastus | automaatne vastus",
    "eu": "erantzun automatikoa",
    "fa": "پاسخ خودکار",
    "fi": "automaattinen vastaus | automaattivastaus | poissaoloilmoitus | poissaoloviesti | lomavastaus",
    "fr": """
        réponse automatique | réponse automatisée | réponse auto | message automatique | auto-réponse
        répondeur automatique | réponse automatique d'absence du bureau | réponse d'absence
        message d'absence | message d'absence du bureau | avis d'absence | notification d'absence
        absence du bureau | accusé de réception automatique | réponse automatique d'absence
    """,
    "ga": "freagra uathoibríoch",
    "gl": "resposta automática",
    "he": "תשובה אוטומטית | מענה אוטומטי | הודעה אוטומטית",
    "hi": "स्वचालित उत्तर | स्वतः उत्तर",
    "hr": "automatski odgovor | automatska poruka",
    "hu": """
        automatikus válasz | házon kívüli automatikus válasz | automatikus válaszüzenet | autoválasz
        automatikus távollét-értesítés
    """,
    "hy": "ավտոմատ պատասխան",
    "id": "balasan otomatis | jawaban otomatis | respons otomatis",
    "is": "sjálfvirkt svar",
    "it": """
        risposta automatica | risposta automatizzata | messaggio automatico | risponditore automatico
        risposta automatica fuori sede | risposta automatica fuori ufficio | notifica di assenza
        avviso di assenza | messaggio di assenza | auto risposta | autorisposta
    """,
    "ja": """
        自動応答 | 自動返信 | 自動応答メール | 自動返信メール | 不在時の自動応答 | 不在通知 | 不在応答
        不在時自動応答 | 自動配信
    """,
    "ka": "ავტომატური პასუხი",
    "kk": "автоматты жауап",
    "ko": """
        자동 회신 | 자동 응답 | 자동회신 | 자동응답 | 부재중 자동 회신 | 부재 중 자동 회신
        부재중 자동 응답 | 부재중 알림
    """,
    "lt": "automatinis atsakymas | automatinis pranešimas",
    "lv": "automātiskā atbilde | automātiska atbilde | automātiskais atbildētājs",
    "mk": "автоматски одговор",
    "ms": "balasan automatik | jawapan automatik",
    "mt": "risposta awtomatika | tweġiba awtomatika",
    "nl": """
        automatisch antwoord | automatische beantwoording | automatische reactie | automatische antwoord
        automatisch bericht | afwezigheidsbericht | afwezigheidsmelding | afwezigheidsassistent
        niet aanwezig | automatische afwezigheidsmelding | automatische bevestiging
        bericht bij afwezigheid
    """,
    "no": """
        automatisk svar | autosvar | fraværsmelding | fraværsassistent | feriemelding | automatisk respons
    """,
    "pl": """
        autoodpowiedź | automatyczna odpowiedź | odpowiedź automatyczna | auto odpowiedź | auto-odpowiedź
        autoresponder | wiadomość automatyczna | informacja o nieobecności | autoodpowiedź (poza biurem)
        powiadomienie o nieobecności
    """,
    "pt": """
        resposta automática | resposta automatizada | mensagem automática | auto-resposta | autorresposta
        resposta automática para ausência do escritório | resposta automática de ausência
        aviso de ausência | notificação de ausência | ausência temporária | auto resposta
    """,
    "ro": "răspuns automat | mesaj automat",
    "ru": """
        автоответ | автоматический ответ | авто-ответ | автоответчик | автоматическое уведомление
        автоответ при отсутствии на работе | автоматический ответ об отсутствии | автоматическое сообщение
    """,
    "sk": "automatická odpoveď | automatická odpoveď v neprítomnosti | odpoveď v neprítomnosti",
    "sl": """
        samodejni odgovor | avtomatski odgovor | samodejni odgovor o odsotnosti iz pisarne
        samodejno sporočilo
    """,
    "sq": "përgjigje automatike",
    "sr": "аутоматски одговор | automatski odgovor",
    "sv": """
        autosvar | automatiskt svar | frånvaromeddelande | frånvarobesked | autosvar vid frånvaro
        automatiskt meddelande | auto-svar | semestermeddelande
    """,
    "th": "ตอบกลับอัตโนมัติ | การตอบกลับอัตโนมัติ | ข้อความตอบกลับอัตโนมัติ",
    "tr": "otomatik yanıt | otomatik cevap | ofis dışında otomatik yanıt | otomatik mesaj",
    "uk": "автоматична відповідь | автовідповідь | автоматичне повідомлення",
    "ur": "خودکار جواب",
    "vi": "trả lời tự động | thư trả lời tự động | phản hồi tự động",
    "zh": """
        自动答复 | 自动回复 | 外出时的自动答复 | 自动应答 | 不在办公室自动答复 | 自動回覆 | 自動答覆
        自動回復 | 郵件答錄機自動回覆 | 外出時的自動回覆 | 外出自动答复 | 自动转发
    """,
}

# Words for being away: a person may begin a subject with them as well ("Out of office cover in May"), so what
# follows has to be nothing, a stop, or a word of `UNTIL`.
ABSENT: Final[Mapping[str, str]] = {
    "en": """
        ooo | out of office | out of the office | out-of-office | out of my office | away from my mail
        away from my email | away from my e-mail | away from the office | away from office
        away from my desk | on vacation | on annual leave | on leave | on holiday | on holidays
        on maternity leave | on parental leave | on sick leave | currently out of office | currently away
        currently unavailable | i am away | i'm away | i’m away | i am on vacation | i'm on vacation
        i am on holiday | i'm on holiday | i am on leave | i am out of the office | i'm out of the office
        i am out of office | i'm out of office | i am currently out of the office
        i am currently out of office | i will be out of the office | not in the office
        no longer with the company | no longer employed | no longer at this address
    """,
    "bg": "извън офиса | извън офиса съм | отсъствам",
    "cs": "mimo kancelář | nejsem v kanceláři",
    "da": "ikke til stede | ikke på kontoret | jeg er på ferie | på ferie",
    "de": """
        abwesend | nicht im büro | nicht im haus | außer haus | ausser haus | im urlaub | ich bin im urlaub
        ich bin nicht im büro | ich bin abwesend | ich bin außer haus | zurzeit nicht im büro
        zur zeit nicht im büro | derzeit nicht im büro | nicht erreichbar
    """,
    "es": """
        fuera de la oficina | fuera de oficina | estoy fuera de la oficina | ausente | ausente de la oficina
        de vacaciones | estoy de vacaciones
    """,
    "fi": "poissa | poissa toimistolta | lomalla | en ole toimistolla | olen lomalla",
    "fr": """
        absent | absente | absent du bureau | absente du bureau | en congé | en congés | je suis absent
        je suis absente | je suis en congé | je suis en congés | hors du bureau | en vacances | absent(e)
        absent(e) du bureau
    """,
    "hu": "házon kívül | szabadságon | irodán kívül",
    "it": """
        fuori ufficio | fuori sede | fuori dall'ufficio | assente | in ferie | sono in ferie
        assente dall'ufficio
    """,
    "ja": "不在のお知らせ | 休暇中",
    "ko": "부재중 | 부재 중 | 휴가중 | 휴가 중",
    "nl": "afwezig | niet op kantoor | buiten kantoor | met vakantie | op vakantie | met verlof",
    "no": "ikke på kontoret | ikke til stede | på ferie | fraværende",
    "pl": "poza biurem | nieobecność w biurze | nieobecny | na urlopie | jestem na urlopie",
    "pt": """
        fora do escritório | fora do escritorio | ausente | ausente do escritório | de férias
        estou de férias | ausência do escritório
    """,
    "ro": "plecat din birou | în afara biroului | in concediu",
    "ru": "нет на работе | вне офиса | в отпуске | отсутствую | я в отпуске",
    "sv": "inte på kontoret | frånvarande | på semester | jag är på semester | ej på kontoret",
    "tr": "ofis dışında | ofis dışındayım | izindeyim | izinli",
    "uk": "поза офісом | у відпустці",
    "zh": "不在办公室 | 不在辦公室 | 休假中 | 正在休假",
}

# Words for an absence, of which people write ("Urlaub ab Montag", "Annual leave: who covers?"): a machine's
# subject is nothing more.
ABSENCES: Final[Mapping[str, str]] = {
    "en": "maternity leave | annual leave | office closed | our office is closed | gone fishing",
    "cs": "nepřítomnost | dovolená",
    "da": "fravær",
    "de": """
        abwesenheit | urlaub | elternzeit | mutterschutz | betriebsurlaub | betriebsferien
        urlaubsabwesenheit
    """,
    "es": "ausencia | vacaciones",
    "fr": "absence | congés | congé maternité",
    "hu": "távollét",
    "it": "assenza | ferie",
    "ja": "不在 | 外出中",
    "nl": "afwezigheid",
    "no": "fravær",
    "pl": "nieobecność | urlop",
    "pt": "ausência | férias",
    "ro": "concediu",
    "ru": "отсутствие на работе",
    "sv": "frånvaro",
    "zh": "外出 | 休假",
}

# Programs put these and a colon before our subject.
OFFICE: Final[Mapping[str, str]] = {
    "en": "out of office | out of the office | out-of-office",
    "bg": "извън офиса",
    "cs": "mimo kancelář",
    "da": "ikke til stede | ikke på kontoret",
    "de": "abwesend | nicht im büro | außer haus",
    "es": "fuera de la oficina | fuera de oficina",
    "fi": "poissa toimistolta",
    "fr": "absent du bureau | absente du bureau | hors du bureau",
    "hu": "házon kívül | irodán kívül",
    "it": "fuori ufficio | fuori sede",
    "ja": "不在のお知らせ",
    "ko": "부재중 | 부재 중",
    "nl": "niet op kantoor | afwezig",
    "no": "ikke på kontoret | ikke til stede",
    "pl": "poza biurem",
    "pt": "fora do escritório",
    "ro": "în afara biroului",
    "ru": "вне офиса | нет на работе",
    "sv": "inte på kontoret | ej på kontoret",
    "tr": "ofis dışında",
    "uk": "поза офісом",
    "zh": "不在办公室 | 不在辦公室",
}

# What may follow a word of `ABSENT` in a machine's subject.
UNTIL: Final = """
    until | till | til | from | since | through | thru | between | back | returning | return | today
    tomorrow | this week | on | auto | auto-reply | autoreply | reply | response | message | notice
    notification | alert | assistant | re | bis | vom | ab | seit | von | zurück | jusqu'au | jusqu’au | du
    au | hasta | desde | del | fino | dal | até | de | tot | van | till och med | t.o.m | t/m | fra | från
    do | od | до | с | по | wegen | due | for | as of
"""
