"""The words by which mail servers say in a report's text what became of a mail. Pure.

Servers word their texts in the language of whoever runs them, and most add the SMTP reply in English.
"""

from __future__ import annotations

from server.inbound.phrases import any_of
from server.inbound.reported import DELAYED, FAILED, class_of

_MOST = 10_000  # characters of a report's text in which phrases are sought


_NOT = r"(could|can|was|were|has|have|is|did|will|are)(n.t| ?not)( yet)?( been| be)?"
_ADDRESSEE = r"(user|address|recipient|account|mailbox)"
_FAILED = any_of(
    rf"{_NOT}( successfully)? (deliver|sent|send|relay|reach|accept|process|complete|forward|transmit|found)",
    r"cannot be (deliver|sent|send)|undeliver|non-?deliver|not (been )?(delivered|sent|accepted)",
    r"un-?able to (be )?(deliver|send|relay|reach|route|process|complete)|wasn.t able to deliver",
    r"(delivery|delivering|sending|transmission).{0,80}(fail|abort|impossible|unsuccessful|refused|rejected|cancel)",
    r"deliver.{0,80}(fail|error|problem)|fail(ed|ure)? (to|in|when|while|during)? ?(deliver|send|reach)",
    r"(permanent|fatal|delivery|transient|following|mail(er)?) (fatal )?(error|failure)s?",
    r"errors? (has |have )?occur",
    r"(failed (recipient|address)|address(es)?( has| had|\(es\))? failed|did not reach|address not found)",
    r"(message|e?mail|delivery).{0,60}(reject|blocked|bounced|refus|return|quarantin|discard|problem)",
    r"i.ve given up|giving up|returned (to sender|unread)|returning (message|mail)|not our customer",
    r"not a valid",
    r"user unknown|unknown (user|recipient|address|local|to address)",
    r"no such (user|mailbox|recipient|address|person)",
    rf"{_ADDRESSEE}.{{0,40}}(not (found|listed|recogni|exist|valid|known)|doesn.t (exist|have))",
    rf"{_ADDRESSEE}.{{0,40}}(disabled|inactive|unavailable|full|rejected|invalid|blocked)",
    r"over ?quota|exceed(ed|s)? .{0,40}(quota|limit|size)",
    r"invalid (final |user |e?mail )?(address|recipient|user)",
    r"may not exist.{0,60}permission|does not exist|host (unknown|not found)|match(es)? anybody",
    # German, Dutch, French
    r"(nicht|konnte).{0,60}(zugestellt|zustell|ausgeliefert|übermittel|gesendet|versandt|erreicht)",
    r"fehlgeschlagen",
    r"unzustellbar|abgelehnt|zurückgewiesen|niet.{0,40}(bezorgd|afgeleverd|verzonden|besteld|bereik)",
    r"onbestelbaar",
    r"n.a pas (pu )?([eê]tre |été )?.{0,20}(remis|distribu|d[eé]livr|livr|achemin|envoy)|non remis|échec",
    r"impossible (de|d').{0,30}(remettre|délivrer|livrer|distribuer|envoyer)",
    # Spanish, Italian, Portuguese
    r"no (se )?(ha |pudo |puede |ha podido |ha sido |fue )?(podido )?(ser )?(se )?(entreg|envia)|no existe",
    r"fall(o|ó) (de|la|en la) entrega|impossibile (consegnare|recapitare|inviare)|mancata consegna",
    r"non (è stato )?(possibile )?(consegna|recapita|può essere)",
    r"n[ãa]o (foi|p[ôo]de|pode).{0,30}(entreg|envia)",
    # Scandinavian, Finnish, Polish, Czech, Hungarian, Turkish
    r"(inte|ikke|ej) (kunde )?(lever|oversend|send)|kunne ikke|kunde inte|ei voitu toimittaa",
    r"toimittaminen ep",
    r"nie (został|mogł|moż|udało|może).{0,40}(dostarcz|doręcz|wysł)|niedostarcz|wiadomo.{0,20}odrzucon",
    r"nebylo možné doručit|nedoruč|kézbesíthet|kézbesítés.{0,20}siker|teslim edil(e)?me|iletil(e)?me",
    # Russian, Greek, Japanese, Chinese, Korean
    r"не (было |может |удалось |могло )?(быть )?(доставлен|доставит|отправлен)|недоставлен|не существует",
    r"δεν.{0,30}παραδο|(配信|送信|配達|お届け|転送).{0,10}(でき|失敗|不能|エラー|されません)|見つかりません|存在し",
    r"退信|(投递|发送|传送|递送|送达).{0,6}(失败|不)|无法|無法|被拒|(배달|전송|전달).{0,6}(못|실패|않)",
)
_DELAYED = any_of(
    r"awaiting delivery|not yet been delivered|not (yet )?(been )?delivered yet",
    r"still (being )?(retr|try)",
    r"(will|shall) (be )?(retr|try again|tried again|keep|continue)|attempts will continue",
    r"continue (to try|trying|attempting)",
    r"(has|have|had|been|is|was|message|mail|delivery)\.? ?(been )?(delayed|postponed|deferred)",
    r"delivery (is |has been )?(temporarily )?(delayed|suspended|deferred)|this is (just |only )?a warning",
    r"warning (message )?only",
    r"(do not|don.t) (need|have) to (resend|re-send|take any action)|no action is required",
    r"noch nicht.{0,40}zugestellt|weiter.{0,20}versucht|verzögert|(remise|distribution).{0,20}retard",
    r"retardé|n.a pas encore",
    r"demorad|retrasad|aún no (se )?(ha )?entreg|ritardat|non è ancora|vertraag|nog niet|задерж",
    r"(ещё|еще|пока) не доставлен",
    r"遅延|再送を|延迟|推迟|将重试",
)
_GIVEN_UP = any_of(
    r"gave up|given up|giving up|permanent (error|fail|fatal)|fatal error|failed permanently",
    r"delivery (has )?failed",
    r"(will )?not (be )?(retr|try)|no longer (try|retr)|(queue|retry|delivery).{0,30}expired",
    r"returned to sender|cannot send message for",
)
_DELIVERED = any_of(
    r"(has been|was|were|been) (successfully )?(delivered|relayed) (to|by)",
    r"successful(ly)? (deliver|relay|sent)",
    r"delivery report that you requested",
)
_SAID_LASTING = any_of(
    r"(permanent|fatal)( delivery| fatal)? (error|failure)|failed permanently",
    r"permanently (fail|reject|refus)|not be retried",
)
_LASTING = any_of(
    r"user.{0,10}unknown|unknown.{0,10}(user|recipient|address|local|account|host|domain|mailbox|to )",
    r"no such|no user",
    r"(does|do|did)( ?not|n.t) (exist|have an?)|doesn.t exist|no mailbox",
    r"not (be )?(found|listed|recogni[sz]ed|known)",
    r"(invalid|bad|illegal|malformed|unrouteable|non-?existent)|not (a )?(valid|local)|not our customer",
    r"match anybody",
    r"disabled|inactive|closed|discontinued|no longer|not accept|terminated|suspended|deactivated",
    r"may not exist",
    r"reject|blocked|refused due|denied|prohibited|not (allowed|permitted|authori[sz]ed)|unauthenticated",
    r"spam|virus|infected|blacklist|policy|too (large|big|long|many hops)|hop count|loop|relaying",
    r"(exceed|larger than|maximum).{0,40}(size|hop)|size limit|host (not found|unknown)|inconnu|no existe",
    r"inesistente",
    r"unzustellbar|unbekannt|existiert nicht|не существует|нет такого|不存在|見つかりません|存在し",
)
_PASSING = any_of(
    r"quota",
    r"(mail ?box|mailfolder|inbox|account|postfach|boîte|buzón|casella).{0,20}(full|voll|pleine|llen|piena)",
    r"full.{0,10}mailbox|insufficient|exceeded the local limit|temporar|transient|try again|tr(y|ies) later",
    r"timed? ?out|connection (refused|reset|dropped|lost|closed)",
    r"(could|can)( ?not|n.t) (connect|establish)|unreachable",
    r"no route|deferred|too (busy|many (connections|recipients|messages))|grey-?list|\brate\b|throttl",
    r"expired",
    r"for (more than )?\d+ (day|hour|minute)|(no|not) respon|over ?limit|disk (is )?full",
    r"out of (disk )?space|congest",
    r"delayed|verzögert|переполнен|容量|一杯",
)


def action_in(text: str) -> str:
    """Return what a report's text says: FAILED, DELAYED, or "" if it says neither."""
    some = " ".join(text[:_MOST].split())
    given_up = bool(_GIVEN_UP.search(some))
    if not given_up and _DELAYED.search(some):
        return DELAYED
    if _FAILED.search(some):
        return "" if not given_up and _DELIVERED.search(some) else FAILED
    return ""


def says_permanent(text: str) -> bool:
    """Return whether a report states that its error is permanent."""
    return bool(_SAID_LASTING.search(text[:_MOST]))


def permanence(action: str, status: str, words: str, *, stated: bool) -> bool | None:
    """Return whether another try of the same mail would be pointless; None if no delivery failed.

    The status decides, then the server's statement that the error is permanent (`stated`; see
    `says_permanent`), then the reason in `words`, what it says about this recipient. A server that gives up
    without a reason is taken at its word.
    """
    if action != FAILED:
        return False if action == DELAYED else None
    by_class = class_of(status)
    if by_class is not None:
        return by_class
    return stated or not _PASSING.search(words)


def has_reason(words: str) -> bool:
    """Return whether a server's words name a reason."""
    return bool(_LASTING.search(words) or _PASSING.search(words))
