"""The subjects of delivery reports, in the languages of mail servers; and of forwarded mails. Pure."""

from __future__ import annotations

import re

from server.inbound.phrases import any_of

# By what a search in a mailbox finds reports.
SEARCHED = (
    *("undeliverable", "undelivered", "returned mail", "failure notice", "delivery status", "mail delivery"),
    *("delivery failure", "delivery failed", "delivery problem", "delivery delayed", "not delivered"),
    *("could not be delivered", "unzustellbar", "nicht zugestellt", "non remis", "no entregado"),
    *("mancata consegna", "não entregue", "недоставленное"),
)
FORWARDED = re.compile(  # a folded subject
    r"(?:fwd?|wg|tr|rv|i|vb|vl|pd|enc|doorst|ilt|转发|轉寄|転送)\s*(?:\[\d+\])?\s*[:：]"
)
REPORTS = any_of(
    # English
    r"un-?deliver(able|ed)|non-?deliver(y|able)|not (be )?(be(en)? )?(successfully )?delivered",
    r"(fail|return)(ed|ure)?.{0,15}\bmail",
    r"\bmail\b.{0,25}(fail|problem|error|warning|returned|delayed|bounce)",
    r"delivery.{0,25}(fail|problem|error|status|delay|notif|warning|report|incomplete|unsuccessful|impossible)",
    r"delivery.{0,25}(refused|rejected)",
    r"(fail(ure|ed)|delayed|error).{0,25}(notice|delivery|deliver|sending)",
    r"returned (mail|e-?mail|message|to sender)|bounced? (mail|message|notif|e-?mail)",
    r"(could|can) ?not (be )?(send|sent|deliver)|message (delayed|status|rejected|blocked|undeliver)",
    r"(mail|message|sender|recipient|address).{0,20}(rejected|blocked|refused|not accepted)|user unknown",
    r"unknown user|not listed in|still being retried|delivery status|blocked message",
    # German, French, Spanish, Italian, Portuguese, Dutch
    r"unzustellbar|(nicht|konnte nicht) (zugestellt|zustellbar|ausgeliefert|übermittelt)",
    r"zustell(ung|fehler|status|bericht)|fehlgeschlagen|übermittlungsfehler|zurückgewiesen|non[- ]remis",
    r"non (distribu|délivr|livr|achemin)",
    r"(échec|erreur|notification|retard|avis).{0,25}(remise|distribution|livraison|envoi)",
    r"retour à l.expéditeur|no (se ha podido|se pudo|ha podido|pudo) (ser )?(entrega|envia)|no entregad",
    r"(error|fallo|fall[oó]|estado|retraso).{0,20}entrega|devuelto|mancat[ao] (consegna|recapito)",
    r"(impossibile|non) (è stato )?(consegna|recapita)|errore.{0,20}consegna",
    r"n[ãa]o (foi |p[ôo]de ser )?(entreg|enviad)|(falha|erro|atraso).{0,20}(entrega|envio)|devolvid",
    r"onbestelbaar|niet (worden )?(bezorgd|afgeleverd|verzonden)|bezorging",
    # Scandinavian, Finnish, Polish, Czech, Hungarian, Turkish
    r"(kunde|kunne) (inte|ikke) lever|olevererbar|oleverer|ej levererat|ikke lever|uleverbar",
    r"leveringsfe[ij]l|toimittami|ei (voitu|toimitettu)|niedostarcz|nie (zosta\w+ )?dostarcz|niedoręcz",
    r"odrzucon|zwrot|nedoručite|nedoručen|kézbesít|teslim edilemedi|iletilemedi|nelivrat",
    # Russian, Greek, Japanese, Chinese, Korean
    r"не (было |может быть |удалось )?(доставлен|доставит)|недостав|ошибка доставки|невозможно доставить",
    r"возвращ|не доставлено|δεν (παραδόθηκε|ήταν δυνατή η παράδοση)|αποτυχία παράδοσης",
    r"配信(でき|不能|エラー|失敗)",
    r"送信(でき|エラー|失敗)|配達(でき|不能)|届け|エラーメール|メールエラー|エラー通知|不達",
    r"退信|投递失败|未送达|无法(投递|送达|传递)|寄送失敗|無法(傳遞|投遞|遞送)|退回|반송",
    r"배달(되지| 실패)|전송 ?실패",
)
