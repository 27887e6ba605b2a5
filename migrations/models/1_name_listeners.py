"""Listeners of facts are stored under fixed names, no longer under the modules they were in.

Pending rows keep their place, and earlier announcements are still recognized. Payloads of delivered rows are
deleted.
"""

from tortoise import BaseDBAsyncClient

NAMES = (
    ("server.alerts.deliver.send_alert_again", "alert_again"),
    ("server.alerts.first_open.send_first_open_alert", "alert_first_open"),
    ("server.alerts.reminders.send_reminder_alert", "alert_reminder"),
    ("server.copies.deliver.send_copy", "send_copy"),
    ("server.google.access.grants.revoke_later", "revoke_grant"),
    ("server.google.labels.remove_labels", "remove_labels"),
    ("server.messages.labels.label_clicked", "label_clicked"),
    ("server.messages.labels.label_opened", "label_opened"),
    ("server.messages.labels.settle_labels", "settle_labels"),
    ("server.messages.reconcile.read_sent_headers", "read_sent_headers"),
    ("server.messages.watching.look_in_thread", "look_in_thread"),
    ("server.tracking.corrections.reconsider_like", "reevaluate_like"),
    ("server.tracking.readback.check_sent_copy", "check_sent_copy"),
    ("server.tracking.reconsidered.reconsider_reconciled", "reevaluate_reconciled"),
    ("server.tracking.reconsidered.reconsider_returned", "reevaluate_returned"),
)


def _renamed(dialect: str, old: str, new: str, old_key: str, new_key: str) -> str:
    rest = f"SUBSTR(unique_key, {len(old_key) + 1})"
    key = f"CONCAT('{new_key}', {rest})" if dialect == "mysql" else f"'{new_key}' || {rest}"
    return f"UPDATE outbox SET listener = '{new}', unique_key = {key} WHERE listener = '{old}'"  # noqa: S608


def _key(listener: str) -> str:
    """Return the prefix of a function's keys: the last name of its module, and its own name."""
    return ".".join(listener.split(".")[-2:])


DIALECTS = ("sqlite", "postgres", "mysql")
UP = {
    dialect: (
        *(_renamed(dialect, old, new, _key(old), new) for old, new in NAMES),
        "UPDATE outbox SET payload = '{}' WHERE done_at IS NOT NULL",
    )
    for dialect in DIALECTS
}
DOWN = {
    dialect: tuple(_renamed(dialect, new, old, new, _key(old)) for old, new in NAMES) for dialect in DIALECTS
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWNn3WdvTtju0nWbWJ3Ene33XpHhkhIwpoitCRlWXeb//2eA/"
    "D9Mkk9TNH40MaicEDqd0DgvM9/dybCZJa7ez3zBuLxi5jvnJL/7th0wuCP7Jc9skOn0+gr"
    "vODRgSVHCzlMjhm4nkMND64OqeUyuGQy13D41OPChqv2zLLwojBgILdHSH5tMxhteGQoHC"
    "Lgg8Vdj9nM2SV3M5v/Z8b692xxRyb0nrmE2raY2QbQEu4Rb84NRsbUmVjMdXfxGXwST4yY"
    "N2YO3OGPf8Flbpvskbn48Q+4v8361MPhQ8otZvofzJm8/C8kmN73h5xZZgIYbkoavN73Fl"
    "N57ZyPLm3vgxyLcwz6hrBmEzsaP114Y2GHBNyWNxvhb6Qewzt4zgzBQnh8VAP81M+Jhqjf"
    "EaMx2ZDOLC8G7qAfXdvp96+ub/pf39/0+ztV2OFfMoSNrIRHdSUAI3yE737Y3z84+H7/7c"
    "HxydHh998fnbw9gbHyebNfff9NPUyElppKYnb58fLqBh9IwHpRywgvfJM01KOKSrIrQh9X"
    "SRb/C2B/PvrB+BT+8MPS+AdolzEguBBxIFrjm2DBhD72LWaPvDF8PH5bgu7fz75c/O3sy+"
    "vjt2+SEF/53+zLrxDsCNzgrasDcJymgyDv7VdBGUYVwiy/S+IcbWl1kE5SrQbr591Rkkj/"
    "UAnpH0qQ/iGD9JQuLEFzduyfvl5f5cMcI0lhbHI4of6UZ9MWrusScBEMnHniuv+x4pi+/n"
    "z2Wxrui0/X5xIc4XojR84iJzhPQW84DMEJztgE+j/CNx6fsHwOJCnTTPBJd4M/usWKm8vP"
    "77/enH3+JcGPH89u3uM3+/LqInX19XGKR+Ek5B+XN38j+JH88/rqfZpt4bibf+7gM9GZJ/"
    "q2mPepGcckuBxcSrDZl5dqsjii0uxtNXsNiwITzP7M9rhV+0VOE6+A2f4BpXm9el5Tz2OT"
    "qedm2Vyo3MRJnlZxVvXuvl2XQKJUnP29w+8PTw6OD0PNJrxSptAEyktsb4zpmHU2x4hMvz"
    "BtfmEShoM6HE4Qah63mcfMcUSOQnzDHgu2xJBgc9rwzs4zMPL9bzflOkPIx0/XVx+D4WlF"
    "4ts3NLQN72PGHrwwoMb9nDpmP/ON2BdFY7NfTfYn6SvUpiMJI/5i/H2+ofPMMATIKTs5Nt"
    "Dgq16ZBZTGBjUxgZ6RKXNcYZM598bEGzPuEDG3e4S7wsL1QtAmRl7DN8QVM8dgLjGoZUkT"
    "KLOp7RHhkJnLnEvzTUUrqLZxttLGySY0T9YutgyFBJ0zCu0fHVYwCsGoQqOQ/C4plsl/a8"
    "AbjO/Ahp5C920VkxuMKkb3bcbk5girFrrB+A2iO2GTgbJYbwLjShCXIJy1abruXMB5N6bu"
    "uA7SGcJGkLdM1kzvF0eV9oujkv3iKA34SIiRxfrubFAH7STVSqBu1ca8BqBR2+n/H2i/dX"
    "BOEG1wE/n15mIzO8hxlSPwuPgEPM4cgFOHDfljra0jpOiciLF3XMXtlFZBY16n48wyHoP+"
    "ORZWjhBdsozjRBtcxha/Z9ZiMyt5r5KHr8TBlzkLqcUcz+3DQ2X1FQGCBbUL7JZxuhTaAy"
    "BcF9zBMt+srn5+ff0poaufX6aV8V8/n78H7CX0MIh7CV1Fe/VemNXL5C6i3ITPKVJt3Wwz"
    "n13G7AY8jpFp/raNvzUMqvGF4LqAU47v79yn/PDzF2ZRCWaW7b6l9KuaZXs37+iqvy4Tb4"
    "sArMf9oSXmS+J0fQYTfbBUVO1Wvh3lQE1gHdARWxKlz2qWrq6mB87mMMmSIP1dzdJVkAzh"
    "OMzwlt+aLsKJugoVe2B2XvBGHZTe4xxdBWjgwMbNnCUh+oVyh5nnaq6uQjWFH7n83vSLmq"
    "Wjh5yyISyH0BnO0dVFZAuPG8sKAVdykq5CZIgpXxahCzFddBifRd9ly75mCNFX1qkXrVYs"
    "TApQY8yM+2JEr212I+B/1XC9CCbr4BY/wsCK/sihdo6JpD5cH3G6j8FsHcRrOsbQVfgFfn"
    "TUsoD9gvN9CqfrIGIO82aO3Z9Tz8jx5ddH7Iuc7x/BdB1BrGYs36X9wD3q3z0Tzhf7tlcW"
    "0ceT45oF9cH6/Q7NoMTi9j3xxtQjFhxnhMN/6O1jjkxqJtQmfgThKZEhfsz7bjZVVCrrGa"
    "+KOeZE7/R0cN/WBvd54p7ZfUuI+9m0ln84Rdc5P/zqwxy2IBJNvtCbcb6vPhBN+4KfOsm2"
    "1oeUsCs+TjlM14DNSUrN5lazeeY2epVjZNoV3Db+tiS3JnAL5wjjMY9xsSTuxgY1LS/k8p"
    "H9HbeJGMoCQ74vYJfcgFhtgFTFmZTHlZwtha2e/BPGAYG1UBI7dcda/Nbitxa/K4jfWjzs"
    "7LmSKBpFXa/fMI4sTatZ3WpWa03gRbDZYQ9w2jXZuJOUWh9oM5dhKMyW46YpFoJiJJ3LhT"
    "2sks92WJzOdpjJZsNc/D4oRHm+w5IqfwmqzsF8tLdfAWcYVQi0/C6VBaQ8J/26qlWSbnP1"
    "izqhZWVsCxl+ZJnxQTgM9PCf2UIy5BIendpGntE9W3pjyxhR5MuEyw6dh3aB1BoEBOB3M5"
    "V9dXH29eLsx/c7357HahMFd+TYbRKRH8WWm2S4SSPjDRpogtIoFMAlLuyNBCMpXOIJMmAE"
    "tEWT4G8mAhZTD6+CTqGcrWjCmVDn3iXUYYTbeGGiTTht31x6JSYc2DOcZnaFJKXWQtotn7"
    "boUH8hb91S7oIKx38QxrT+w/9ZGba2o3+p4zwWfJhznidDE4sP9FRE5FKlzl65+MeES+cO"
    "ntryIMcTewx/wBB01qhKaHhX8praZo/M4bBmZMQfpIcGj3rbfLN7a9/adyZ3AXSbGWqTv1"
    "O11Ci5w3qLM4fdkQmjtqskg4+yPgvcc4guTHlb+bNOiTsWc5tQl9zuSFhIfN7bHS09tH0f"
    "K5Menru42nPrh+svr/Zs5ZLajvUaKibBvjTNyx8pbm8QUejuBkt0N3AZxRoXcHpg2Z6+dA"
    "/nbes2dRZFNRTyZ0hXo1l4bHuD33P3bR/ikB/AjvPLq7Mvv+eXjj3PYcn57zfvz9L+5tjR"
    "X1czTNNq3bDVumFK0KvL7Rxy7atqM799+b2OPBEj6ZwT5aBS3daDkrqtB9m6rdreou0t2t"
    "6yOntLVOMnx9ySKABU0lYzLDjU2NiCsa/wYYqmEmXyeOUShAq9KFN49FPiwlCLYe34HpaS"
    "JxNuz0Do7JEBwGUiIRpH/IhZZTwZsBG1Cfe0LaTte0yv3JPisQbBsGk6HQybOl6zwbD+29"
    "MA7CxlB40ja6hxPHNACq0lMsZIOgjx6vP/HpjDYbJa7WLjNB0EeW//pALKMKqkXexJpl+F"
    "8MW2qiCHBB1EePU7hbahPpMNdc7dcT3gI4rNA7/zl+HMlgUEyWDGLY/b7i7e76/r0vk3zY"
    "6o3kUDKSWXuHOGl9VvPjZ79PpT6tVq5JIg2iDI/7MZlI8qmbeOSsxbR1nzls5Ga7LRbJ2l"
    "WKcovQg262IF3ebvMzojWsbVF5vQ0TI+bH8+R7yYYo5LIlVrsdgpkS7yuJqsDjUfgc+gW9"
    "vMJNQ2iWFx4x7+VtkeKnuDO0RGZarSHdxUmR3y0iu3J1NAYLzJtGui7RtOr9w1oZM8un/O"
    "q3c995gvVn8TRNrG8KSNwd9Fa6KcpNIwPwmzDqB5fpFVB9C0SrZdSl6Nl7LOkVdTla6L5d"
    "V0ie3VyKsOm1qcuVJMxTgZgwXpyKrthflOfjUWc7iLExdcYQJXpToNhYMxNDJ3acxdTzgL"
    "wPbuNJBm4UmwUbmfBkWwWhIxxtQe+cnNOBFa21Fa9t6R253bHXgAmJXJ8UPuAAEOqCgL/7"
    "FjwgAQnP6lpWItFWup+Lmk4mgvqCOwJak6J7CtPn5FbZ1NytYJXeVqS14l/0CryeCISu+U"
    "rWavYVFggtkHqTQvq/cJx26aWL/Kbea1n9GTEzBUKH3GSTZX3uvtemXQ/b3D7w9PDo4PQ9"
    "EzvFImcQbSZawWsiNmg3otMmIknRMwdFZVNxQobRTqsFHoE7dz69HJ670yM5AVjGiaRSV7"
    "cfntA/wG5+/InTLR3BEJgkuGjpiQPd9VSYRjRuYb6bQsMMT8EbRM35FLAqdURpiEdcYf40"
    "M9c6w+NiTQ1pqWWmt8PlYXVyKCLtUiXZm8Ags+C+YNeyxA0x/eiRyIMjn+/W83CRE+Ewue"
    "qKYRDE8HiGegVntLDdkwTtMJ0NftMPRg6dYSvv3xnZO81xPwjf7rOspiRKBVxfTWixJfbU"
    "CTRBrUNKjSP6cQamCjzFJr81WbzVey101TZmeINa/bzOukopZk9K+/Xv6Yz+QkVYrDsxk3"
    "d5F2CwWpEtYqm5riVZwL8peWxqTHFOYlY9I/RzNtJ7BP2miSK6tuUHosu+qB4Z0zkAd96j"
    "/8/HSH+vcPrEvx/9/WGbIfrMwcg1ds0RbbvGLvyBLFg2gYg79LLrF3vUm46pNpMeqyV+4p"
    "ubexZHIs9kgGOnHVrKEnI6G47XKTEVhCzkI12FSBT7KYzN0pmdkOmwoMUiGvKRlzjxjwi3"
    "vExrrQ+AVZMO8N+VP1f4B/jDEzZxYM/xNoTWGzXZxNzBwDpxupktH4LKA2MRtrTCM1YD2j"
    "8AWmCJDBgoypKh99oex3mEsghmTKxNRi8rktfs+shX/lHbnDFwsjkN07+fVdJOX6RkBCLS"
    "uKz7KFFzxege0vY+ZLWlQxxzwMNoBLMDw9ZDY1gwzVnG+l7ACc5w/cWxSMUWW9vTGGpfXz"
    "b6KGxHaSnDHO0DjZ308MqmWbLD4bV38mPm2gjGX8yzvh/w6fI93/iUOyV2KDVO9DHStDRN"
    "FBI87qg4jk9lUL34BAw1sF3tng38yoZSaLkXTOUrb3tpKpDIcVVxh6mzWWoduq36AjYJqu"
    "c4CvpUK+RE1+qAt1QNQ5nNcSfOEy6hjjfr6dvdhxlCLrANabdh+hiN4kSD0i0/atNtu3Ej"
    "pJLTtmnFDH1raayYE63qgPdIJUv8xt5rOyTjSpphMn1DxuM4/9sqtN3uUUqeZzm/lsOnSY"
    "H2xcrFjEaRrJui3jZ1KxOKmiV5wUqxUnGa0iYwitgXUebfcwP6jS4/2guMX7QabDe9o+XR"
    "vyBKlG/GnEs6b8GpjnEncP9bXErSnZOYt2cVXkiGKpqsgtg7oE2bWUPzb5cMgchoUc6oCf"
    "ItMcaM6BqSPEsA72IYFGvTnq0pedRb0wqjMcrwM60wGdOuR4xSHHdddmgkZDqqO4NwAqe4"
    "Sj3629VNNkGtgCYGsv2AydhjY/8wDXXuPEgxixNgm22SQow/8asjpNqzndZk4bzPHwhy3q"
    "mGoSRN0z0ayjahg1G1YNixHqN6nNb1ImZLrJvpmi1xxvM8dVOdeGsQ6Wdo9uB5dVod4mXE"
    "5Sai63n8t1VMYYhVYWM2VXouyimi9NklKH+7X6rWlTpbrnViFeas+ttjFibTXoCjDHEm9L"
    "pjcHheg6gnRKSDb4lC+fAv4lmKe7QGHLiaVRwkm6CtEDZ3OYZEmM/q5m6SpIhnDgncOpl8"
    "TpIpyoq1BtsjTFdgIk3WJLAhTO0UWEhsIZCc9j9nIgfYhP00WcMJJ2+a37i5qlqyBRiznL"
    "7kdnOEdXAVJtspZE6EpOsrXmtiWrCcWKAs3yilAESAYVy5/G87M/T0fQTO5aE3y8nHrM9W"
    "H6EpurI1DVrUw1k+p1tiyVv4BKalIFI5q24XMZQu+34bMFkTut7KXnjbkblGbX7Z/bbvvq"
    "keKyRQbIGM1szklKbXNutc25bXUy29BwI4+xdatkFts6s/JFhYqaNTueLFFPsw0MWH01zS"
    "Xb4AbG0pzjNmFJLWuBGx/WtBIk6n2qnUntFiie6BHD6JGBYSzXAsUUE+CM/Bl+1Snd/aSd"
    "R7jufiK5sDI3/D38jiyaxYGdwfgOlhk8qJLsXJzrnOnRVr/u3bOUvNtc0Ow6it5FO3flwh"
    "QhRQdKsKURrrKGYVQJwpl1XLeioC4mWKeYYNt0lfaqobqmfyu1EF3TvxU1/UPbca46F9mV"
    "y7S52KiVWFE9QQYM/m+ZhA8TZlQy9mvYDxizCaaCMRPL5oPWZu+Sj6gICngRCVfV7tWAyp"
    "Xuh8yy+lGzdf8vrdG1U6PTRtkmp+HWGWWj97EOiyMqzd5Wsze159bK/E6S6iyYNvO5bfpK"
    "G0z72reifStJWVyGWOdK4kHwdZkcjmOY2VgO/wc2icIuVwR/DkrhNJC7T5WPBXtYiSFxxY"
    "QNhLl45faIAKEd6fB7ly7cwB8T+nhUWy00/96dYussa0H+JLhVTECLM+Bvle0Gf8Avootd"
    "cudbM2H4fCzI3BEe8+8jJijZm9yUOgBIcca4RywxB83BoC523LoSoC7YI3wKjpoEe/Sw79"
    "c9m3qnRDb3mrl3Qb8wA0DEkV8+XJCDw+MD8vp252h3b3fvFjC83bndgVuCmmHj70F1YsRB"
    "sXxTyWOUV1k14SLSQR9t1y+0hyPW56eCAXOvrMePdnI8h5NDm+DXaYKvr7FojXQLNBUVCd"
    "7ErpSk1GxuNZuxKI6f8JGSsISwGLXzWRyjSvF3AGTrYml4ZbM8Pb++/pRg5/llutvWr5/P"
    "38PRL/kIg7iXEK6SfSlntY77iKJzp9HeXhVxaq9YnNprZROItu1WL6ALxEuDvG1WxPaexz"
    "rqoZX2wScstKuzJQalCHKMibEqBcXWxIfYoCWd+mNqEmoTMbfxihf68oUKyYaZpDN/SCiZ"
    "Uu6gR98Rc5c5p9JuJ3OpKDHpQpoSz8iYewFtMJUM8paBAqH1EG5pkrsZTNOHEbYHF8iQze"
    "ERgKumS6gjZjiCeqE9UD3vKxcfFe51M4YhozE+liMeMciAenBz+O1kILwxPIO1CJ8A7zYR"
    "E/x91GHEYkMPLaiGmEzh8y65kTENuN9jvEKM6tb2yV7f+YzZHXLLY87raHH97+1s/+3+cY"
    "9Qr98feSzx2Qo/v7nrkfmYG2OEW7458Ic7Z4775p38gXPhmAg0/H1r+yCTCV3gY7I0PkMP"
    "I+WBCvCuHEKRsnh6OzDij1RBnPCqjq3IOUFbYfvUpo1O6rzbYnXdkB52eFRBPj08KpRP8a"
    "tUccLwuKmDcZKqczAf7VXRA2BUcV+yvYwmoOsDPsuRoVWxTapiuujiaosu5qxfreZutZob"
    "qySXo+km68wVK7tGclwTffeMTEHPArXUpdxUgSsU9EQ2BtaiOibzGnbJpUdAxXN7Ul8cC/"
    "iJUr2VITTwVKA4CnHva6MYiQMqpFQ71eQqlsZmHihy93kaLmieSDqlHihv9julp7LJ1Fuo"
    "UBbQnKObSn0ZY1vks0l1trKel9XotCbXSk1O8rbmIR2n0TGXST8WrWfoD8Z30Lq/+qAgf2"
    "Org2+MpHN603GViKDj4oCg40w8UJl6esMeCzbkzqmnZSad97/dJKw5mZ62oUXn0/XVx2B4"
    "utGtDhR6CdY0bYLQJogWMUGbINYLrDZBaBNEjglCVRvIsT6EZQiKDQ/sYdkqaL4znJIpf2"
    "QWka5y7BuyS9ADDxDCfIbnStOADbdziDGmNvwQ5RGGCyY3POkEHrCeshJMYPnJrBlbOcJv"
    "7TtVTE15yoE7oTUBjktXGSlYUHBtysTUQmc6O8XHUlYReC6L3zNr4V9QBhDM4pnZprCr1k"
    "et7mCuZY4oPiyeQwne+ctwZktrFJF3wv8d/vUZhOEn9WKdPPM8yTNan+iiPjFzrFpquRqu"
    "9fH6+rgOg3i+MAhtZ1rbunbYkDl5RU6LMY+RaMBrAz6WJYhzNpKfvl5f5QMeI0kfxyiH/w"
    "lisrvFOnIe9AhGOfRplFOHK06Qht6weM0oq4iiAys9lTxcKb11vyS9dT+b3io1KmdRC+KI"
    "pHMY71XCeK8E470cjLlXD2B/vEa3Crq+caMOwDGSDqqi+9W2iZJdIg2xawgnx4BZ6PsIx3"
    "fJ7bGyourOzKpVryEY38GlelxlqR4XL9XjzFJlD9xkvhW9qrQWp9Hi2hLimjRC10E+JFgK"
    "9u0p6LcW1HF/cPtwprl+aGPFXTpDp3frnN1a+TuysJYWkIiINlg/4nmW9ArLR0hPVJ3tIy"
    "TQ20fz7WMMKIk8DbDEvBGRaOSbI7/RMNOWYb1u75lyODco75Qg1NWG2+xK06F5zxyahyEo"
    "tdGPETWCvmUvlA6KbAETVpP2EVYzrr2m05R6YddZ2DowVQemthzbKoGpuVvJCtBN9Nvdrj"
    "2kKrzp/TMBMDwEufr106edjOyxAnA/+dN0E9eYrFUA6TNFUz8aGGeVF06tvumVxlNHYxp3"
    "QMC8bVU2CyuRsYXABG6CKyCMWZZlyWCYalbXi1X06hGMZO2RCbdnPoHcerEnwdQR+HR+Er"
    "ffpZq7OJHK8VbfE6wxK9PIMX7aEx6F53T9PHC0ruBcFBssYDUvb84N5sd0y9Zo2P6gUouC"
    "IORWPao6ffmI2zltrv0hOse7nTneOth6jeai6PWo6DyJCLpkP1iZ18TfZGos14iigwt2v1"
    "Lbh5KuD9mmD7rT/UoXrDao6JrDbZLc25sJCcwaCc9jubWYoi9LJfhhYlhjIV5J5kpmxtRH"
    "KbHbglgC5GQH0xZBuE/mLaq6uNyJep65DCv2wrPg3Xan1asjxVikZeZ2yszaQfFcDgqtra"
    "xRW9Ehz2sPedZhXxsL+9KqzGpVmSF3XK9Jp+0YnU4ib3XkCxqPG3A4RqYZ3GoGa3OENkdo"
    "c0S1durULGiBFHzVK2+oHg1qYoj4m5hLe0OsXzr6+EYOnSh7hOo5hO12yBQk8JnDVBck1W"
    "d9yuxTQgdiJl2NciKuvJOy3pNqmySdiVdCjvZrKqkiTyhvMpPI0WyX/CS4HVk8cLRv71Bl"
    "plVudFjVibvEHYu5jW3f+/6Nmpk/eku0+9FVmVZdlUkXDuqkSOC37KqhJ8UotKKUoyjpCk"
    "G6QlAXC9Zo5UErD1p5qKI8/CI7kZ6rHpk7OSpEckCpIqG6mvYHsbHNWswELTvnY+EyAtsk"
    "szFDW1Zvhdn8TqlBhVUMO7SIwx7EPTMrCu/aW9lKb6UHLLT72BtoNq0jlKTpVnNkPi9D1t"
    "wjI/aWVkU5RtIBmWQTpcUchmg0sFMnKbVe2mq9VDoVXAY7UEOHRIxW51u3mdO+kNGAz0lK"
    "zeU2c1ln1esU2LYxYpUpsM+naRa4qYKvek9pl8u4qSK1krr3spnHADuIospKXn/5cEFOjv"
    "dP3pyiX2gqLMvFbDeTPci0M3ianuo4qtp8UMuCqeQVtNXJAVrzbPsW0yvRPBWnG6ieGUKt"
    "ez6pe0r7Nr4zdYBOEHUO5L3jKiGyaakoFiJ7rBX8zSv4YwGrEjtN10E5QdQ5nFe/W2gryl"
    "NSYSe0LvY4BVnMbcDmJKVmc6vZjLJ1o5c5QagNKG3msVSPGjE5Sam53GYum8zmjZicINQ8"
    "bjOPDYsCDxrJXglKzeU2c/kZDd4t4+qLtXe3jA/bb+4+s5jj7eQYu9UXvTJTNw2HNDJ0e2"
    "QCGwQmRKC9OqjzILMmMMl8l1x6LvGD7r67/BHTIIb8UVaBG2JLbDRry1RIgHxxKmuwTRkW"
    "ZRuLuVu95lq6vpq2fLfS8q3rFIS2q4MqJsKDYgvhQU4zpqJiysVhyHGaJYKQ27mjN8r0iQ"
    "VgDI2T/f1+WXx3SRuxPOIOLuP9oyp5DDCq2NR9lMlkwNKbNsvp3F3SxTEi6ZyZew31NrSZ"
    "+yXoWoFeLKPWmyrVIbHWq9vMaxcP8vrvc4xM87fN/B1S3syXkSDUPG4zj03uTrjrNjN0p2"
    "g1p9vMaeY4ola4TEjQOen2qFKwzFFJsMxRNlhGh1XrllltYsJasqJ1rLpu19QGbNubcX4l"
    "PG6wnRzPiP9Nr8w1YkdjmvhGvooJk61j/Ph/T1gmEbBWCLdjAf6v3CBZwN0l10PpSvFXqx"
    "zFTVeW2/aJhGMyBwtNGWIy4Z7qfIN28rtT5Ujpy0pUfxL/H8Pixj3867AJLiPnHbkbsBG3"
    "ZZuc+Zg56KwJbvhKtruBHw3PhIN2yd09W9yRCb1n7q3tMcviqmaW6pHDJ7BjuRzwgpH/mX"
    "HmwVPADMyM2uuo2lfY4kcCYMH6d3pkMPOia4yjZ4e85h7cJHAhAdFkBjO9gakDW8RgIR9b"
    "gqeyKYI8C9XJB51GcMMeoETG1K+4BRdU3XE5i4tVt/wKX9HKRhYFoKPvKqxXLouZjxlAOB"
    "czfHwBfzoqIYMqBpl8xFyPYJSt2wNIQd2KXYcfRBdkTrkqJYBfRNzF1khMUu4SWWMdfpzF"
    "hh4RWHAMPozkahh6+AvnAgaz+0KvWMoF9kdqz8PC6bJmWOJqUEksZteTn+Pl1vFz6CjQxd"
    "e1a611J9W67eWwCdbCluV1a+9A4kglVW2vRFXby6pq2m25WrelLkjYSYuRdtm9CDZLITpH"
    "jiprhBDSbLAPQnhlaxshRDpFPbE1SacDUZtaCLVz+uXsalIPb+KdjtFpDreZw9rh8rIdLt"
    "vzaml/y6p9AsEDbJ3DpZ2L9mls2+twuRDTxU6Ou0Ve75U5W4xgRBNXy7XNVIcPT0j/CbYZ"
    "Yc4uuYuQulO2fH9xhK6JATMEDArbdKDXAC3wyq8CS81jQInme3R8/EkwXg7+UUFV+NkT0y"
    "kz4VbwMFLJhuFBcxI524CNZjY+GJCaeAuq/vGdIvdwosKtQNBRzwSDmHkapMf4jUPwpnQE"
    "S6LnNziBz/h7lWcI6wFhI5KxI2ajcXHSDELcd5Wq6Hd1S+fNpN0DEgBt82+pzb9tQRbPyp"
    "LVWE91e0S5sF9c148NJsxUKVoEo0oSZjJli+S/NSAOxncumPCgkofqoMRDdZD1UKlDsAa8"
    "IcEG8fVFlM3AvPomyyg91em2FI7f3K77dku23EAQrWtsi9NpY1ubjW3adP5yeK3zurrNX5"
    "3X1X0e67yul8Jpndel87o6aIKMiZ6+DbmmzTFFpjO7yj2NcUv9kt4w9Lx8Zdu4wKumH6XW"
    "1tOuRu3H7ULRu2BhF3gb/TVf7nAM3rGGTV5Mhw79NJ6RYLLPC6PGGLOzuOf6XkjZ3AU+Mm"
    "u4S9BRqajQNYiuSngCQlUVvZ7MEGIPzPETlFT2mMXog0zICjyCc4pzw2UXHY9flQdSuTfV"
    "3DKFCO76EX2Er+A+cxsTrjxhvyNzfNoxNaXz0R94a3vo/rTx1sSEX1LsQ4y9O/JeYUpQwo"
    "kYPJ0vs8aTi2q5EosPlOdwXu38ZTizDVwRRN4J/3f413VJU8v4s0p6zwRMqyGjxmk66JE5"
    "qSKnnhSLqScZKdVhDxybCNcBOU7TQZAP9qv4ZfaL3TL7Ga/MbPBvZuSc4iV+mYikc+rW3t"
    "uqyVml2VmZtTx0xKTfwIubpuvgml6LK1fiVtefmyDq3NJei1MXRaOBeKyDcoxEr+Zqq9kb"
    "oxBcU95IEHVvNa/8JJxzd5znPP/p6/VVPsIRRdqczA0Mb7S4u8VKbR6wiEXCiBwA+vrz2W"
    "9prC8+XZ+nZWuc4FyXUX2JRv2UNluHzylS7bxpM5/9WO4m3vYEpeZym7msXUi6A03bGLEZ"
    "a3zCv5Qbbnnu0334+QuzqJdvjkql9HQE6m+1fBUxDYc95tVr8MmubXYj4H/V4Lzx59rKwy"
    "Ef0ZoOHYlAgUcnQOcJl07AkEY+nZvQh6I8Nj3iMmox8x25Z1OsWEcsYY9UvTmbyBBK6Xex"
    "qOsRvH2YQIYl6NBRM+IPDEZOK1Zt05lWrcy0UqsgjwM2dRZFIZgBTbouy8JTm+92bp25qP"
    "oacygAgnZ9fnl19uX3UL8OpcBP11cfz3M07PPfb96ftT7cZEtz3DICWB2nfZXAlOCkW39Y"
    "Shs4sJqglNUFQ5wxhxvjvJPT/6b03KTRmAaHpn9pxWfbSznYlkz7KT6yHphT1wcdI+mkg2"
    "MNrcrwpaqBsD+8g+iupTYo3NFjebaBYtdGjET7Nmr6NpYSEpY9zL79PxJwhIY="
)
