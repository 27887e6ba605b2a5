"""Paragraphs of which the mails in mails.py consist: what people write to each other."""

from __future__ import annotations

LUNCH = "Hi Bob, shall we have lunch on Friday? I have found a small place near the station."
TRIP = (
    "We came back on Sunday evening. The weather in the hills was better than anybody had expected, and "
    "the children did not want to leave. We walked along the ridge on the second day, found a hut that "
    "sells cheese, and carried far too much of it home."
)
WORK = (
    "I have read the draft that you sent on Tuesday. The first two chapters are clear, and I would not "
    "change them. The third one repeats what the second says about the old building, so I have moved two "
    "paragraphs and marked the place where a drawing would help. Could you look at the numbers in the "
    "last table once more? The sum of the second column does not agree with the text below it."
)
MEETING = (
    "On Thursday we meet at ten in the room on the third floor. Charlie brings the plans, and I bring the "
    "figures of the last three months. If somebody cannot come, please tell me before Wednesday evening, "
    "so that I can move the part about the garden to the week after."
)
HOUSE = (
    "The plumber was here in the morning. He has changed the two valves in the cellar and says that the "
    "pipe behind the kitchen wall should be looked at before the winter. He wrote down what it would "
    "cost, and I have put the sheet into the folder on the shelf. The neighbours have asked whether they "
    "may use the ladder at the weekend, and I said that you would bring it over."
)
THANKS = "Thank you again for your help. It would have taken me twice as long without you."
TREFFEN = (
    "Hallo Bob, wir treffen uns am Donnerstag um zehn Uhr im Raum über der Bücherei. Bring bitte die "
    "Pläne für den Garten mit, ich kümmere mich um die Getränke. Falls du später kommst, gib mir kurz "
    "Bescheid."
)
REISE = (
    "Wir sind am Sonntagabend zurückgekommen. Das Wetter in den Hügeln war schöner als erwartet, und die "
    "Kinder wollten gar nicht nach Hause. Am zweiten Tag sind wir über den Grat gelaufen und haben eine "
    "Hütte gefunden, in der man Käse kaufen kann. Grüße an alle, auch an Jürgen und Käthe."
)
BONJOUR = (
    "Bonjour Bob, je te confirme notre rendez-vous de jeudi à dix heures. Les plans du jardin sont prêts, "
    "et j’apporterai aussi les chiffres des trois derniers mois. Préviens-moi si tu as un empêchement."
)
KONNICHIWA = (
    "ボブさん、お世話になっております。木曜日の打ち合わせは十時からでお願いいたします。"
    "庭の図面は準備できましたので、当日お持ちします。ご都合が悪い場合は前日までにお知らせください。"
)
NAGAI = (
    "先週末は家族と山へ行ってきました。天気が思ったよりも良く、子どもたちは帰りたくないと言っていました。"
    "二日目は尾根を歩き、チーズを売っている小屋を見つけました。次はぜひ一緒に行きましょう。"
)
