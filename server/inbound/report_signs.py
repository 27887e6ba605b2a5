"""Tells by a mail's header fields whether it may be a delivery report: who sent it, how, and its subject. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.lib.mail.addresses import decoded
from server.lib.mail.fields import Fields, content_type, first

# Each sign is also a code in the evidence of a report.
REPORT_TYPE = "multipart-report"
FAILED_RECIPIENTS = "x-failed-recipients"
NULL_SENDER = "null-return-path"
DAEMON = "daemon"
POSTMASTER = "postmaster"
SUBJECT = "subject"

# By what a search in a mailbox finds reports.
SEARCHED_SENDERS = ("mailer-daemon", "postmaster", "mdaemon", "mail-daemon", "maildaemon")
SEARCHED_SUBJECTS = (
    *(
        "undeliverable",
        "undelivered",
        "returned mail",
        "failure notice",
        "delivery status",
        "delivery failure",
    ),
    *(
        "delivery failed",
        "mail delivery",
        "delivery problem",
        "delivery delayed",
        "not delivered",
        "could not be delivered",
    ),
    *(
        "unzustellbar",
        "nicht zugestellt",
        "non remis",
        "no entregado",
        "mancata consegna",
        "não entregue",
        "недоставленное",
    ),
)

_LONGEST = 500  # characters of a field that are read
_DAEMONS = re.compile(
    r"(?<![\w.+-])(mail(er)?-?daemon|mdaemon|maildaemon|mail-?(delivery|system)|daemon|ndr|[\w-]*smtp[\w-]*gateways?|"
    r"e500_smtp\w*)@|mail(er)?[ _-]?daemon|(e-?)?mail delivery? (sub)?system|mail delivery (service|agent)|"
    r"internet mail delivery|interscan|\bimss\b"
)
# Persons use these, too.
_ADMINISTRATORS = re.compile(
    r"(?<![\w.+-])(p?oo?st[_-]?master|mail-?admin\w*|system-?administrator|mailer|bounces?)@|"
    r"mail(er)? administrator|system administrator|postmaster"
)
_NAMELESS = re.compile(
    r'[\s"]*(mail(er)?-?daemon|postmaster)?[\s"]*(<\s*(mail(er)?-?daemon|postmaster)?\s*>)?\s*'
)
_AUTOMATIC = re.compile(
    r"\s*(auto(matic|matisch\w*|mati[ck])?[ -]?(re(ply|spon\w+)|antwort)|auto ?:|out of (the )?office|abwesen|réponse auto|"
    r"respuesta auto|risposta auto|resposta auto|自動|自动)",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\s*(re|aw|antw|sv|vs|odp|fw|fwd|wg|tr|rv|i|r|回复|答复|转发|返信|転送)\s*(\[\d+\])?\s*[:：]",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(
    # English
    r"un-?deliver(able|ed)|non-?deliver(y|able)|not (be )?(be(en)? )?(successfully )?delivered|(fail|return)(ed|ure)?.{0,15}\bmail|"
    r"\bmail\b.{0,25}(fail|problem|error|warning|returned|delayed|bounce)|delivery.{0,25}(fail|problem|error|status|"
    r"delay|notif|warning|report|incomplete|unsuccessful|impossible|refused|rejected)|(fail(ure|ed)|delayed|error).{0,25}"
    r"(notice|delivery|deliver|sending)|returned (mail|e-?mail|message|to sender)|bounced? (mail|message|notif|e-?mail)|"
    r"(could|can) ?not (be )?(send|sent|deliver)|message (delayed|status|rejected|blocked|undeliver)|"
    r"(mail|message|sender|recipient|address).{0,20}(rejected|blocked|refused|not accepted)|user unknown|unknown user|"
    r"not listed in|still being retried|delivery status|blocked message|"
    # German, French, Spanish, Italian, Portuguese, Dutch
    r"unzustellbar|(nicht|konnte nicht) (zugestellt|zustellbar|ausgeliefert|übermittelt)|zustell(ung|fehler|status|bericht)|"
    r"fehlgeschlagen|übermittlungsfehler|zurückgewiesen|non[- ]remis|non (distribu|délivr|livr|achemin)|"
    r"(échec|erreur|notification|retard|avis).{0,25}(remise|distribution|livraison|envoi)|retour à l.expéditeur|"
    r"no (se ha podido|se pudo|ha podido|pudo) (ser )?(entrega|envia)|no entregad|(error|fallo|fall[oó]|estado|retraso).{0,20}entrega|"
    r"devuelto|mancat[ao] (consegna|recapito)|(impossibile|non) (è stato )?(consegna|recapita)|errore.{0,20}consegna|"
    r"n[ãa]o (foi |p[ôo]de ser )?(entreg|enviad)|(falha|erro|atraso).{0,20}(entrega|envio)|devolvid|"
    r"onbestelbaar|niet (worden )?(bezorgd|afgeleverd|verzonden)|bezorging|"
    # Scandinavian, Finnish, Polish, Czech, Hungarian, Turkish, Romanian
    r"(kunde|kunne) (inte|ikke) lever|olevererbar|oleverer|ej levererat|ikke lever|uleverbar|leveringsfe[ij]l|"
    r"toimittami|ei (voitu|toimitettu)|niedostarcz|nie (zosta\w+ )?dostarcz|niedoręcz|odrzucon|zwrot|nedoručite|"
    r"nedoručen|kézbesít|teslim edilemedi|iletilemedi|nelivrat|"
    # Russian, Ukrainian, Greek, Japanese, Chinese, Korean
    r"не (было |может быть |удалось )?(доставлен|доставит)|недостав|ошибка доставки|невозможно доставить|возвращ|не доставлено|"
    r"δεν (παραδόθηκε|ήταν δυνατή η παράδοση)|αποτυχία παράδοσης|配信(でき|不能|エラー|失敗)|送信(でき|エラー|失敗)|配達(でき|不能)|"
    r"届け|エラーメール|メールエラー|エラー通知|不達|退信|投递失败|未送达|无法(投递|送达|传递)|寄送失敗|無法(傳遞|投遞|遞送)|退回|반송|배달(되지| 실패)|전송 ?실패",
    re.IGNORECASE,
)


def signs(fields: Fields) -> tuple[str, ...]:
    """Return the codes of what suggests that the mail is a delivery report."""
    return tuple(_signs(fields))


def may_be_report(fields: Fields) -> bool:
    """Return whether the mail is worth reading as a delivery report. Most mails are not."""
    return bool(signs(fields))


def is_answer_by_subject(fields: Fields) -> bool:
    """Return whether the subject begins like that of an answer, a vacation note or a forwarded mail."""
    subject = _subject(fields)
    return bool(_ANSWERING.match(subject) or _AUTOMATIC.match(subject))


def _signs(fields: Fields) -> Iterator[str]:
    sender = decoded(first(fields, "from")[:_LONGEST]).lower()
    if content_type(fields)[0] == "multipart/report":
        yield REPORT_TYPE
    if "x-failed-recipients" in fields:
        yield FAILED_RECIPIENTS
    if first(fields, "return-path").strip().lower() in {"<>", "<mailer-daemon>"}:
        yield NULL_SENDER
    if _NAMELESS.fullmatch(sender) or _DAEMONS.search(sender):
        yield DAEMON
    elif _ADMINISTRATORS.search(sender):
        yield POSTMASTER
    subject = _subject(fields)
    if _SUBJECTS.search(subject) and not is_answer_by_subject(fields):
        yield SUBJECT


def _subject(fields: Fields) -> str:
    return decoded(first(fields, "subject")[:_LONGEST])
