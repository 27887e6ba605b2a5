"""How subjects of acknowledgements, calendars and receipts begin; `|` and lines separate the wordings."""

from __future__ import annotations

from typing import Final

# A desk or an office tells that a mail has come in, or a list's software what became of it; more may follow.
ACKNOWLEDGED: Final = """
    request received | ticket received | ticket created | new ticket created | case created | case received
    acknowledgement of receipt | acknowledgment of receipt | receipt of your email | receipt of your enquiry
    thank you for contacting | thanks for contacting | unable to process your
    how would you rate | rate our support | support ticket opened | ticket opened | support ticket created
    new support ticket
    eingangsbestätigung | empfangsbestätigung | ihre anfrage ist eingegangen | ihre anfrage ist bei uns
    ihre nachricht ist eingegangen | ihre e-mail ist eingegangen | wir haben ihre anfrage erhalten
    wir haben ihre nachricht erhalten | wir haben ihre e-mail erhalten | ticket eröffnet
    accusé de réception | nous avons bien reçu | votre demande a été enregistrée
    votre demande a bien été | votre message a bien été reçu | merci de nous avoir contacté | acuse de recibo
    hemos recibido su | hemos recibido tu | su solicitud ha sido recibida | su solicitud ha sido registrada
    gracias por contactar | abbiamo ricevuto la tua | abbiamo ricevuto la sua | abbiamo ricevuto il tuo
    conferma di ricezione | grazie per averci contattato | recebemos a sua | recebemos o seu | recebemos sua
    recebemos seu | obrigado pelo seu contato | confirmação de recebimento | ontvangstbevestiging
    wij hebben uw | we hebben uw | vi har mottagit din | vi har mottagit ditt | vi har mottagit ert
    vi har modtaget din | vi har mottatt din | potwierdzenie otrzymania | ваше обращение принято
    ваше обращение получено | ваше обращение зарегистрировано | ваш запрос принят | ваш запрос получен
    ваш запрос зарегистрирован | お問い合わせありがとうございます | 受付完了 | confirm your subscription
    confirmation required | message held | report domain | processed: | subscription request to
    encrypted mail notification | auto-confirmation
    benachrichtigung über verschlüsselte nachricht | secure message from | you have received a secure
    you have received an encrypted | sie haben eine verschlüsselte nachricht | neue verschlüsselte nachricht
    please verify your email | delivery confirmation | your request is being processed
"""

# The same; a person may go on after such words ("Thanks for your message yesterday"), a program does not.
THANKING: Final = """
    thank you for your email | thank you for your e-mail | thank you for your message
    thank you for your enquiry | thank you for your inquiry | thank you for your request
    thank you for getting in touch | thank you for reaching out | thank you for writing
    thanks for your email | thanks for your message | thanks for getting in touch | thanks for reaching out
    acknowledgement | confirmation of receipt | receipt of your message | how did we do
    vielen dank für ihre anfrage | vielen dank für ihre nachricht | vielen dank für ihre e-mail
    vielen dank für ihre mail | danke für ihre nachricht | danke für ihre anfrage | merci pour votre message
    merci de votre message | gracias por su mensaje | bedankt voor uw bericht | bedankt voor je bericht
    bekräftelse | tak for din henvendelse | takk for din henvendelse | order confirmation
    bestellbestätigung | verification required | confirm your email
"""

# Mail programs put one of these and a colon before the subject of what is answered.
REPLY: Final = """
    re | aw | antw | antwort | sv | svar | vs | vastaus | rv | ref | rif | res | resp | respuesta | resposta
    risposta | réponse | rép | odp | odpověď | odpoveď | odpowiedź | odg | odgovor | ynt | yanıt | ant
    antwoord | bls | balas | tl | atb | ats | vá | válasz | ha | r | răspuns | ответ | отв | відп | відповідь
    отг | отговор | одг | απ | απάντηση | σχετ | השב | תשובה | رد | پاسخ | ตอบกลับ | ตอบ | trả lời
    回复 | 答复 | 回覆 | 答覆 | 返信 | 회신 | 답장
"""

# A calendar's answer to an invitation; a colon follows.
INVITED: Final = """
    accepted | declined | tentative | tentatively accepted | new time proposed | accepted invitation
    meeting accepted | meeting declined | accept | decline | accepted (new time) | counter proposal
    zugesagt | abgelehnt | abgesagt | angenommen | mit vorbehalt | vorbehalt | vorläufig
    vorläufig zugesagt | neuer terminvorschlag | akzeptiert | unter vorbehalt | mit vorbehalt zugesagt
    andere zeit vorgeschlagen | accepté | acceptée | refusé | refusée | décliné | provisoire | peut-être
    nouvel horaire proposé | acceptation | refus | aceptado | aceptada | rechazado | rechazada | provisional
    quizás | aceptación | nueva hora propuesta | accettato | accettata | rifiutato | rifiutata | provvisorio
    forse | accettazione | nuova ora proposta | aceito | aceite | aceita | recusado | recusada | provisório
    talvez | declinado | geaccepteerd | geweigerd | afgewezen | voorlopig | misschien
    nieuwe tijd voorgesteld | voorlopig geaccepteerd | accepterat | accepterad | avböjt | avböjd
    tackat nej | preliminärt | accepteret | afvist | afslået | foreløbig | godtatt | akseptert | avslått
    avvist | foreløpig | hyväksytty | hylätty | alustava | alustavasti hyväksytty | zaakceptowano
    zaakceptowane | odrzucono | wstępnie zaakceptowano | niepewne | przyjęto | přijato | odmítnuto
    nezávazně | prijaté | odmietnuté | elfogadva | elutasítva | feltételes | acceptat | refuzat | provizoriu
    прието | отказано | принято | отклонено | под вопросом | прийнято | відхилено | kabul edildi
    reddedildi | belirsiz | αποδοχή | έγινε αποδεκτό | απορρίφθηκε | 承諾 | 承諾済み | 辞退 | 仮承諾
    仮の予定 | 已接受 | 已拒绝 | 已謝絕 | 已拒絕 | 暂定 | 暫定 | 수락 | 수락됨 | 거절 | 거절됨 | 미정
    diterima | ditolak | đã chấp nhận | đã từ chối | התקבל | נדחה | مقبول | مرفوض | تم القبول
"""

# A receipt that a mail was displayed, or deleted unread; a colon follows.
DISPLAYED: Final = """
    read | not read | read receipt | return receipt | return receipt (displayed) | displayed | receipt
    gelesen | nicht gelesen | ungelesen | lesebestätigung | empfangsbestätigung (angezeigt) | lu | non lu
    accusé de lecture | leído | no leído | confirmación de lectura | letto | non letto | conferma di lettura
    lida | não lida | lido | não lido | gelezen | niet gelezen | leesbevestiging | läst | oläst | läskvitto
    læst | lest | ulest | luettu | ei luettu | przeczytane | odczytano | przeczytano | přečteno | prečítané
    elolvasva | citit | прочтено | прочитано | прочетено | okundu | 開封済み | 開封 | 既読 | 已读 | 已讀
    읽음
"""

# A mail provider passes on that somebody called a mail spam.
COMPLAINED: Final = """
    complaint about message from | email feedback report for | abuse report | spam complaint
    feedback loop report | email abuse report | spam report for
"""
