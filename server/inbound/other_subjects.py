"""How subjects of acknowledgements, calendars and receipts begin; `|` and lines separate the wordings."""

from __future__ import annotations

from typing import Final

# A desk or an office tells that a mail has come in, or a list's software what became of it.
ACKNOWLEDGED: Final = """
    request received | ticket received | ticket created | new ticket created | case created | case received
    we have received your | we've received your | we’ve received your | we received your
    your request has been received | your request was received | your email was received
    your email has been received | your e-mail has been received | your message has been received
    your message was received | your inquiry has been received | your enquiry has been received
    your ticket has been | your ticket was | your case has been | your support request
    your request has been | your support ticket | a ticket has been | new support ticket
    support ticket opened | ticket opened | support ticket created | acknowledgement of receipt
    acknowledgment of receipt | acknowledgement | receipt of your email | receipt of your message
    receipt of your enquiry | confirmation of receipt | thank you for contacting | thanks for contacting
    thank you for your email | thank you for your e-mail | thank you for your message
    thank you for your enquiry | thank you for your inquiry | thank you for your request
    thank you for getting in touch | thank you for reaching out | thank you for writing
    thanks for your email | thanks for your message | thanks for getting in touch | thanks for reaching out
    how would you rate | how did we do | rate our support | please rate | eingangsbestätigung
    empfangsbestätigung | ihre anfrage ist eingegangen | ihre anfrage ist bei uns
    ihre nachricht ist eingegangen | ihre e-mail ist eingegangen | wir haben ihre anfrage erhalten
    wir haben ihre nachricht erhalten | wir haben ihre e-mail erhalten | vielen dank für ihre anfrage
    vielen dank für ihre nachricht | vielen dank für ihre e-mail | vielen dank für ihre mail
    danke für ihre nachricht | danke für ihre anfrage | ticket eröffnet | accusé de réception
    nous avons bien reçu | votre demande a été | votre demande a bien été | votre message a bien été
    merci pour votre message | merci de votre message | merci de nous avoir contacté | acuse de recibo
    hemos recibido su | hemos recibido tu | su solicitud ha sido | gracias por contactar
    gracias por su mensaje | abbiamo ricevuto | conferma di ricezione | grazie per averci contattato
    recebemos a sua | recebemos o seu | recebemos sua | recebemos seu | obrigado pelo seu contato
    confirmação de recebimento | ontvangstbevestiging | wij hebben uw | we hebben uw
    bedankt voor uw bericht | bedankt voor je bericht | bekräftelse | vi har mottagit | vi har modtaget
    vi har mottatt | tak for din henvendelse | takk for din henvendelse | potwierdzenie otrzymania
    otrzymaliśmy | ваше обращение | ваш запрос | お問い合わせありがとうございます | 受付完了 | your mail to
    your message to | confirm your subscription | please confirm | confirmation required | message held
    moderation | your post to
    report domain | processed: | subscription request to | unable to process your | your subscription
    encrypted mail notification | benachrichtigung über verschlüsselte nachricht | secure message from
    you have received a secure | you have received an encrypted | sie haben eine verschlüsselte nachricht
    neue verschlüsselte nachricht | verification required | please verify your email | confirm your email
    delivery confirmation | auto-confirmation | order confirmation | your order | bestellbestätigung
    your request is being processed | your query has been | reference number
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
