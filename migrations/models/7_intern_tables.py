"""User agents, header sets and findings get their own tables, with one row for all events that share it."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE "agent" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "user_agent" TEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "used_at" TIMESTAMP NOT NULL
)
""",
        """CREATE TABLE "finding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "rule" VARCHAR(60) NOT NULL,
    "evidence" JSON NOT NULL,
    "used_at" TIMESTAMP NOT NULL
)
""",
        """CREATE TABLE "header_set" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "headers" JSON NOT NULL,
    "used_at" TIMESTAMP NOT NULL
)
""",
        'ALTER TABLE "event" ADD "header_set_id" INT',
        'ALTER TABLE "event" ADD "agent_id" INT',
        'ALTER TABLE "event" ADD "finding_id" INT',
    ),
    "postgres": (
        """CREATE TABLE "agent" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "user_agent" TEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL
)
""",
        """CREATE TABLE "finding" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "rule" VARCHAR(60) NOT NULL,
    "evidence" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL
)
""",
        """CREATE TABLE "header_set" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "headers" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL
)
""",
        'ALTER TABLE "event" ADD "header_set_id" INT',
        'ALTER TABLE "event" ADD "finding_id" INT',
        'ALTER TABLE "event" ADD "agent_id" INT',
    ),
    "mysql": (
        """CREATE TABLE `agent` (
    `id` INT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `hash` VARCHAR(32) NOT NULL UNIQUE,
    `user_agent` LONGTEXT NOT NULL,
    `name` VARCHAR(200) NOT NULL,
    `used_at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `finding` (
    `id` INT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `hash` VARCHAR(32) NOT NULL UNIQUE,
    `rule` VARCHAR(60) NOT NULL,
    `evidence` JSON NOT NULL,
    `used_at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `header_set` (
    `id` INT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `hash` VARCHAR(32) NOT NULL UNIQUE,
    `headers` JSON NOT NULL,
    `used_at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        "ALTER TABLE `event` ADD `header_set_id` INT",
        "ALTER TABLE `event` ADD `finding_id` INT",
        "ALTER TABLE `event` ADD `agent_id` INT",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" DROP COLUMN "header_set_id"',
        'ALTER TABLE "event" DROP COLUMN "agent_id"',
        'ALTER TABLE "event" DROP COLUMN "finding_id"',
        'DROP TABLE IF EXISTS "header_set"',
        'DROP TABLE IF EXISTS "finding"',
        'DROP TABLE IF EXISTS "agent"',
    ),
    "postgres": (
        'ALTER TABLE "event" DROP COLUMN "header_set_id"',
        'ALTER TABLE "event" DROP COLUMN "finding_id"',
        'ALTER TABLE "event" DROP COLUMN "agent_id"',
        'DROP TABLE IF EXISTS "agent"',
        'DROP TABLE IF EXISTS "header_set"',
        'DROP TABLE IF EXISTS "finding"',
    ),
    "mysql": (
        "ALTER TABLE `event` DROP COLUMN `header_set_id`",
        "ALTER TABLE `event` DROP COLUMN `finding_id`",
        "ALTER TABLE `event` DROP COLUMN `agent_id`",
        "DROP TABLE IF EXISTS `agent`",
        "DROP TABLE IF EXISTS `finding`",
        "DROP TABLE IF EXISTS `header_set`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXelz20ay/1em9MV2FaNnUUcUed9WSYrsaGNLKVnZZDfaokBgSM4KxHBxiOLb+H9/3T"
    "O4LwHgIRCaD4lFcHoA/now03f/d2fKDWo6u9eeO+RPN3y+c0L+u2NpUwp/ZL/skR1tNou+"
    "wguuNjTFaC6GiTFDx7U13YWrI810KFwyqKPbbOYybsFVyzNNvMh1GMisMZJfWxRG6y4ZcZ"
    "tw+GAyx6UWtXvEswxqE3dCCT4Z4SPxd/A9YRa5tymQwuTO7u3p2eeL+90768669yz2H48O"
    "Hujinky1B+oQzbK4Z+lwT8Jc4s6ZTslEs6cmdRxxZ80hJodv4V+8ic3nhDnkgc7cXXI/0x"
    "Ym14x7MuGm4RBmOL07mHAO0xo43CIacahmUgP+0W3qnuBdgJ5O4afDVW4RwI09Unuxi0j5"
    "D+jyMQVyG3D4419wmcEPfqIOfvwDULLoQHNx+EhjMLf/wfDE5X8hwexhMGLUNBLsY4agwe"
    "sDdzET187Y+NJyP4qxOMdwoHPTm1rR+NnCnXArJGCWuNkYkdZcindwbQ9Zikz0eR9wWf6c"
    "aIj8HTEag440z3RjS2A4iK7tDAZX17eDrxe3g8FOlUXjX9KB77Dg4FEdAcAYH+G7H/r9/f"
    "3v++/3j44PD77//vD4/TGMFc+b/er7b/JhIrTkVAKzy0+XV7f4QBxWtVzseOGboNFcTVIJ"
    "dkXo41rO4n8Oiy0f/WB8Cn/4YWn8A7TLGBBciDgQvYmbYMFUexqY1Bq7E/h49L4E3b+f3p"
    "z/dHrz9uj9uyTEV/43ffEVgh2BG7z7dQCO03QQ5L1+FZRhVCHM4rskztEGWgfpJNVqsH7Z"
    "HSWJ9A+VkP6hBOkfMkj7R0sW5r99vb7KhzlGksLYYHCO/ilOyC1c1yXgIhg489Rx/mPGMX"
    "375fT3NNznn6/PBDjccce2mEVMcJaCHg5qBCc4YxPo/wjfuGxK8zmQpEwzwSfdDf7oFitu"
    "L79cfL09/fJLgh8/nt5e4Dd9cXWRuvr2KMWjcBLy2+XtTwQ/kn9eX12k2RaOu/3nDj6T5r"
    "l8AILXQDPimASXg0sJNvvyUk0WR1SKva1mr25qwARj4FkuM2u/yGniFTDbP6AUr1fPa811"
    "UaNysmwuVG7iJM+rOKt6d9+vSyCRKk5/7+D7g+P9o4NQswmvlCk0gfIS2xtjOmadzTEiUy"
    "9Mm1+YhOGgDocThIrHbeYxtW2eoxDf0qeCLTEk2Jw2vLPzAoy8+P22XGcI+fj5+upTMDyt"
    "SHz7hoa20UPM2IMXhpr+MNdsY5D5hvd50djsV9P+NH1Fs7SxgBF/Mf4+3xx7qusc5JSdHE"
    "tt8FWvzE6rxQY1MdSekhm1HW6ROXMnaPVkNuFzq0eYw01cLwRtYuQtmk8d7tk6dYiumaYw"
    "uFJLs1zCbeI51L403lW0giobZyttnHSq5cnaxZahkKBzRqH+4UEFoxCMKjQKie+SYpn4tw"
    "a8wfgObOgpdN9XMbnBqGJ032dMbjY3a6EbjN8gulM6HUqL9SYwrgRxCcJZm6bjzDmcdxPN"
    "mdRBOkPYCPKWyZrp/eKw0n5xWLJfHKYBH3M+NunA8YZ10E5SrQTqVm3MawAatZ3B/4H2Ww"
    "fnBNEGN5Ffb883s4McVTkCj4pPwKPMATiz6Yg91do6QorOiRh7R1XcTmkVNOZ1Osos4wno"
    "nxjLUGsZx4k2uIxN9kDNxWZW8l4lD1+Jgy9zFmomtV1nAA+V1Vc4CBaaVWC3jNOl0B4C4b"
    "rgDpb5ZnX1s+vrzwld/ewyrYz/+uXsArAX0MMg5iZ0FeXVe2VWL4M5iHITPqdIlXWzzXx2"
    "KLUa8DhGpvjbNv7WMKjGF4LjYKBnzjnqU378+YaamgAzy3bfUvpVzrK9m3d01V+XibeFA9"
    "aTwcjk8yVxuj6FiT6aMvZ3K9+OcqCmsA60MV0SpS9ylq6upkdG5zDJkiD9Xc7SVZB0bttU"
    "xqAvh9N5OFFXoaKP1MoL3qiD0gXO0VWAhjZs3NReEqJfNGZT40zO1VWoZvAjl9+bfpGzdP"
    "SQkzaE5RA6xTm6uogs7jJ9WSHgSkzSVYh0PmPLInTOZ4sO47MYOHTZ1wwh+ko79aLVioVJ"
    "AapPqP5QjOi1RW85/K8arufBZB3c4scYWDEY25qVYyKpD9cnnO5TMFsH8ZpNMHQVfoEfHb"
    "UsYL/gfJ/D6TqImE1dz7YGc83Vc3z59RG7EfP9FkzXEcRqxvJdWo/M1fy7Z8L5Yt/2yiL6"
    "WHJcs6A+WL/foRmUmMx6IO5Ec4kJxxlh8B96+6gtUqiJZhE/gvBEZEjDmfedN5NUMscar/"
    "I5sFMF921zcJ/LH6g1MDl/8Ga1/MMpus754Vcf5rAFkWjihd6M8331gWjKF/zcSba1PqSE"
    "XfFpxmC6BmxOUio2t5rNntPoVY6RKVdw2/jbktyawC2cI4zHPMbFkrgTG9S0CJLDxtZ3zM"
    "IyR1gGyfcF7JJbEKt1kKoY9csPoZwthK1eWKqIW+ZCSuyaM1HitxK/lfhdQfxW4mFnz5VE"
    "0SjNcQcN48jStIrVrWa10gReBZtt+ginXZONO0mp9IE2cxmGwmw5bppiIShG0rlc2IMq+W"
    "wHxelsB5lsNszFH4BClOc7LKnyl6DqHMyHe/0KOMOoQqDFd6ksIOk5GdRVrZJ0m6tf1Akt"
    "K2NbyPAjy4yP3Kagh/9MF4Ihl/DomqXnGd2zpTe2jBFFvky4bGvz0C6QWoOAAPxuKrOvzk"
    "+/np/+eLHz7WWsNlFwR47dJhH5UWy5SYabNDLeoIEmKI2iAbjEgb2RYCSFQ1xOhpSAtmgQ"
    "/M2Ew2Lq4VXQKaSzFU04U81+cIhmU6xpDRemyoTT9s2lV2LCgT3DbmZXSFIqLaTd8mmLDv"
    "VX8tYt5S6ocPwHYUzrP/xflGFrO/qXOs5jwYc553kyNLH4QE9FRC5V6uyNg39MmXDu4Kkt"
    "DnI8sSfwBwzxe1IwWxz35K1mGT0yh8OakjF7FB4aPOot451sTGEwB0C3qC43+XtZS00j91"
    "hv0bPpPZlSzXKkZPBJ1GeBe47QhSluK37WCXEmfG5hq4q7HQELic97t6Okh7bvY2XSw0sX"
    "V3tp/XD95dVerFxS27FeQ8Uk2Jdmefkjxe0NIgrV3WCJ7gayH9EATg8s2zMQ7uG8bd3S7E"
    "VRDYX8GdLVaBYu3d7g99x924c45Aew4+zy6vTmH/mlY89yWHL2j9uL07S/OXb019UM07RK"
    "N2y1bpgS9OpyO4dc+arazG9ffq8jT8RIOudE2a9Ut3W/pG7rfrZuq7K3KHuLsreszt4S1f"
    "jJMbckCgCVNP8MCw41NrZg7Ct8mKGpRJo83jgEoUIvygwe/YQ4MNSkWDu+h6XkyZRZHgid"
    "PTIEuAwkROOIHzErjSdDOtYswlxlC2n7HtMr96S4tEEwbJpOBcOmjtdsMKz/9jQAO0vZQe"
    "PIGmocezZIobVExhhJByFeff7fI7UZTFarXWycpoMg7/WPK6AMo0raxR5n+lVwX2yrCnJI"
    "0EGEV79TKBvqC9lQ58yZ1AM+otg88Dt/GXmWKCBIhh4zXWY5u3i/v65L5980O6J6Fw2klF"
    "zizhleVr/5WPTJHcw0t1YjlwTRBkH+n82gfFjJvHVYYt46zJq3VDZak41m6yzFKkXpVbBZ"
    "FSvoNn9f0BnRMq6+2oSOlvFh+/M54sUUc1wSqVqLxU6JdJHH1WR1yPkIfAbd2qIG0SyD6C"
    "bTH+Bvme0hszeYTURUpizdwQyZ2SEuvXF6IgUExhtUuSbavuH0yl0TKsmj++e8fNdzj/li"
    "9TdBpGwMz9oY/F20JspJKgXzszCrAJqXF1lVAE2rZNul5NV4KesceTVV6bpYXk2X2F6NvG"
    "rTmcmoI8RUjJPRaZCOLNteGB/EVxM+h7vYccEVJnBkqtOI2xhDI3KXJsxxub0AbO9PAmkW"
    "ngQblftpUASrJRF9olljP7kZJ0JrO0rL7gdyt3O3Aw8As1IxfsRsIMABFWXhP3YMGACC07"
    "+UVKykYiUVv5RUHO0FdQS2JFXnBLbVx6/IrbNJ2TquqlxtyavkH2g1GRxRqZ2y1ezVTQ2Y"
    "YAxAKs3L6n3GsZsmVq9ym3ntZ/TkBAwVSp9xks2V93q/Xhm0v3fw/cHx/tFBKHqGV8okzk"
    "C6jNVCtrk3rNciI0bSOQFDZVV1Q4FSRqEOG4WEZSRoDF5UxybWOPy5SjbT2NAmdqHf0A7D"
    "nNBig5Vj+IhoxJ/4RPQNYLKvgE2xfI1flY4+udQSlW9sOuOonPtfhuYhREwYh25FyRvmiM"
    "4F8K3DuahPo1mw4uBB8I5MPMYDHJ5WZWuPO8H7IOfgqz98RPCTMv+00vxj2Noo/ygpPrHj"
    "NI2O7JZJtMkz+7jKkX1cfGIfZw7s8CWogXGcpnsY71ep2LtfXLB3P1OvN9p36oiecSKF8v"
    "Mo+6lWTQxcKVKlF7dZL5biQ5bFxWk0EUU70mjwtp1JozHYaATiGjoE6/AkRbYUY7bnZVsL"
    "B2Y256M62IcECvXmqPsKT+6p/uuvlz/mQ5+kSuHveczYRdptVZ7zwJcHuTww4piK37ky60"
    "VMr13KehFTpbeRAc9aL5Lrb93Wi8/Myq2mL673yqwVZjCiaQ0Y0Uncb37o/+gP5F4GmNwT"
    "YcJxyMjmU7LnB1oTbhtR8IkIuS4wLPwRX25ySmlDSFgbklB7tjnAdorK2NBSY4PPxwwHCu"
    "GPCLrUSWVl3hZY8Fkwb+lTAZr+8E5UcCjTti5+vy0XRRK1QIPhafkkA7XcWzJ4l/RditF0"
    "AvR1hzu7sHRr2W/88Z3zG64nXR2j7+u4uiMC5ehOb70o8dUGNEmkQE2DKqKLJUINLIxZam"
    "VkbLORUXTqbcrsDLHidZt53TZLTntZW9eWU8E+UzujfgkLTTuAXb2NpgBz+kjxzhnIz3y6"
    "jz/fUFPUsCpG++KRdql6wbd1FhwoCdOpFKGzbGyOLH2shRUEdsmliMXBQBmRT0U1h75xTm"
    "TUTDxzSqRpMdlqsifyuJjlMIMSWEL2goheHTJtS5TCvT8hnhVE8ZC3Gpkwl+jwi3vE4n54"
    "D1lQ9x35U3avhH/0CTU8E4b/CbQGtyjMdy6tcFjPgI/IjPKZScXdTfZAzYV/5QO5x9cDs6"
    "Cde/H1fSSr+qY8oplmlCNmcTe4SYEFL2OsS0Z1oQck9AYH4ULJId7MCKpk5XwrJADgH3tk"
    "7qJgjD3Sj/v9Qextr2caLD6aXsK5EPNzijvh/w5ewsn5zBnVKzEBOtyziyqPXljeNHNCJV"
    "POQuo221OkkeDFc5HEPlLHnBIStBnc1qR6Od7w31SvZa+KkXTOZLX3vpLNCocVFyp+n7Va"
    "of8INQ3YYnLkrJJmLSm6zgG+lkZ7AjXxoS7UAVHncF5LDodDNVufDPIN3sUenBRZB7DetB"
    "8HZeUmue4RmTI0tdnQlFArahkU44QqRbfVTA704gZsTpGql7nNfJYGhiZFeeOEisdt5nHW"
    "RFND8swl7l4ix1rCAYSxLwt2ofM6HK/81mm/tYqsWHFkRd21maBRkKpglQ2ASp90OHZqL9"
    "U0mQK2ANjaCzZDp6DND7DCtdc4vipGrATrNgvWwj/akNVpWsXpNnNap7aLP2xRR3VKEHVP"
    "ZVpHaUfNaFjaMUao3qQ2v0mZmJIm+2aKXnG8zRyXNbcbWpJNVc9iO7gsq6k34XKSUnG5/V"
    "yuozLGKJSymMkujcIva740SUrlTG31W9OmcqIvrUK81saIbWNE1TSO5TojxqNGrDxTY50s"
    "jqDeRkeQTgnJOpux5TNdboJ5ugsU9gVaGiWcpKsQPTI6h0mWxOjvcpaugqRzG945nHpJnM"
    "7DiboK1SYz8LYTIOEWWxKgcI4uIjTi9pi7LrWWA+ljfJou4oTFcpffum/kLF0FSTOpvex+"
    "dIpzdBUg2ctwSYSuxCRba25bMmk6VVq8GMqgMuPzgKabHHQE1kQNCi8vHbI+VF/8eToIkU"
    "2n+Hg5Jfrqw3QTm6sjUNUtVuAJU0S2UoG/gErKFAQjmvaVdShC7/eVtTgRp5JoDutOmBNU"
    "66yYul8rZV5V01ylnbBHilPpdZDHmtnnk5TKPt9q+3zbSie1oQbzKgonFduFs7KYKoLd7i"
    "LYkWE557hNWJ3LerrHhzUtDoQ6sqxwXbsqtst7RNd7ZKjry1XFNjgI80IyC+ofqILY7TzC"
    "VUFswYWVhSw8wO/IolkcBBuM72DBm/0qRSuKS1Zkmo7Wr8DyIsVXNhdgvI7yK9HOXRXkiK"
    "IDxUDSCFdZwzCqBOHMOq5b20aVtalT1qZtukp71VBV5rWVWogq89qKMq+h7ThXnYvsymXa"
    "XGzUSqyoLidDCv83DcJGCTMqmfgFUYeUWgTT5qhBhgtU7axd8gkVQQ4vIvZTxtKpckDlsq"
    "kjapoDwwuqmfh/KY2unRqdMso2OQ23zigbvY91WBxRKfa2mr2pPbdWlnySVGUMtZnPbdNX"
    "2mDaV74V5VtJyuIiHD1XEg8C1cvkcBxDjcZy+G/YcQAbHxD8OSiFa4HcfSJ9LNhYgY+Iw6"
    "d0yI3FG6dHOAjtSIffO9rCCfwxoY9HdlpA8+/9CXZTMBfkT4JbxRS0OB3+lpmB8Af8Im2x"
    "S+59ayYMn084mdvcpf59+BQle4MZQgcAKU6f9IjJ56A56JqDTRiuOKgL1hifgqEmQZ9cbA"
    "XxQGfuCRH9HjznPmghoQOIOPLm4znZPzjaJ2/vdg5393b37gDDu527HbglqBkW/h5UJ8YM"
    "FMt3lTxGIlosVS0v4SJSQR9t1y+UhyNWcb6CAXOvrNq8cnK8hJNDmeDXaYKvr7EojXQLNB"
    "UZNd/ErpSkVGxuNZuxgJCfHJOSsDg3qWblszhGleLvEMjWxdLwymZ5enZ9/TnBzrPLdN+H"
    "X7+cXcDRL/gIg5ibEK6SHZK8Wsd9RNG502hvr4o4tVcsTu2lj6I8daMq0Hm0HRSw9vtVJI"
    "B+sQDQzwfdnWAgYiPME6QK8gqQt82K2N7zWEU9tNI++IyFdnW2xKBsQ44xMVbRodia+Bgb"
    "tKRTf6IZRLMIdmkV/VMDXz6XIdkwk3Dmj4hGZhqz0aNv87lD7RNhtxO5VBoxtIUwJZ6K/q"
    "w+bTCVCPIWgQKh9VD2VvVgmgGMsFy4QEZ0Do8AXDWwTyv3cITmhvZA+bxvHHxUuNftBIaM"
    "J/hYNn9ayI6sEwa/nQy5O4FnMBfhE+DdpnyKvw87wJp05KIFVefTGXzeJbcipgH3e4xXiF"
    "HdWT7Z23ufMbsjZrrUfhstrv+98/rv+0c9ormDwdilic9m+PndfY/MJ0yfINzizYE/nDm1"
    "nXcfxA+cc9tAoOHvO8sHmUy1BT4mTeMzcjFSHqgA78ohFCmLZ26r2PCqiq3IOUFbYftUpo"
    "1O6rzbYnXdkB52cFhBPj04LJRP8atUIcfwuKmDcZKqczAf7lXRA2BUcU+lvYwmoGopvsiR"
    "oVSxTapiqkDlagtU5qxfpeZutZobq7qXo+kma/IVK7t6clwTffeUzEDPArXU0ZghA1c00B"
    "PpBFiL6pjIa9glly4BFc/pCX1xwuEnCvVWhNDAU4HiyPmDr41iJA6okELtlJPLWBqLuqDI"
    "PeRpuKB5IulMc0F5sz5IPZVOZ+5ChrKA5hzdVOjLGNsink2os5X1vKxGpzS5Vmpygrc1D+"
    "k4jYq5TPqxtHqG/mB8B637qw8K8je2OvjGSDqnNx1ViQg6Kg4IOsrEA5Wpp7f0qWBD7px6"
    "WmbSufj9NmHNCeB8++X093cJi87n66tPwfAY/Oefr89UoNCrsKYpE4QyQbSICcoEsV5glQ"
    "lCmSByTBCy2kCO9SEsQ1BseKCPy1ZB853hGpmxJ2oS4SrHHiu7BD3wACHMp7uOMA1YcDub"
    "6BPNgh8iPcJwwWC6K5zAQ9qTVoIpLD+RNWNJR/iddS+LqUlPOXAntCbAcelIIwUNCq7NKJ"
    "+Z6EynJ/hY0ioCz2WyB2ou/AvSAIJZPJ5lcKtqfdTqDuZa5ojiw+IllOCdv4w8S1ijiLgT"
    "/u/gry8gDD+rF6vkmZdJnlH6RBf1Cc/OqS9fopbL4Uofr6+PqzCIlwuDUHamta1rm46onV"
    "fktBjzGIkCvDbgE1GCOGcj+dvX66t8wGMk6eMY5fA/QUx2tlhHzoMewSiHPo1y6nDFCdLQ"
    "6yarGWUVUXRgpaeShyult/ZL0lv72fRWoVHZi1oQRySdw3ivEsZ7JRjv5WDM3HoA++MVul"
    "XQ9Y0bdQCOkXRQFe1X2yZKdok0xI7O7RwDZqHvIxzfJbfHyoqq255Zq15DML6DS/WoylI9"
    "Kl6qR5mlSh+ZQX0relVpLU6jxLUlxDXPcqjrmjTPVVqWb5+g22DGfR70lQ3ztSFfYaI9bg"
    "nOAI4xx49mrLgxZ+jUBp2DrnRx1FzDEdELL+CtqhghnE919uqQYKmNentKgK5ln54ASjxP"
    "6SuxaEQkCvnmyG80srRlWK/bYSZ9zA0qOiUIVYHhNnvPVDTeC0fjCc9NLvzF2I8LEw2qId"
    "+y92nV4uYIfgfcrx6oSSIFaxZW6YMZgGZZD9kMnQI3Cy4Gn9XehGNEHcJUhUO3VLipkfAV"
    "1jGvvabTlGph11nYKiRdhaS3HNsqIem5W8kK0E102t6uPaQqvOn9MwEwPAS5+vXz552M7L"
    "ECcD/703QT15isVQHSgii++lvtuDOLNXiA5EY7LlipV9fk9Pz28vpqp0AHWQG4P4nJvtIu"
    "A5xRvqqg7OvCK4D4YzRTRwFO2g2K0H2hHKsnHaOv85Ks5De90iyraEzjvkhYzUUW08T6pH"
    "TBsawLwWUQZjKJYqUwTLaw7cXqfPYI5rf0yJRZnk8gxDLsVDSzOT6dX9rFmw6pLdKsNMev"
    "/CK/J1h5XhSXwawql7saPKfjV4dBBwzOpWHbJazx6c6ZTv1ML9EwFZsiVWpcFCTiyEeVkj"
    "kbMyvTteiPYIiq/NLOyi8qBWuNHqXo9ahoO4wIuuRiWJnV0N9kaizXiKKDC7ZfqRlUSS+o"
    "bCsocbLUWLARgVqwytiqOhG0SHzfrvoIwKwxd12aW6Ex+rJUgh8lhjUW4qVkLmVmLIggJH"
    "aLE5ODnGxjMQMQ7pPVDGS1fGZHnVAdinX84Vnwbruz6jUTYyxSMnM7ZWblvHwp56XSVtao"
    "rahEqLUnQqnI8I1FhitVZrWqzIjZjtsgODZOp0rLtDo4Fo3HDTgcI1MMbjWDlTlCmSOUOa"
    "KKOeKGakZBY8Tgq16ZKcKODWpiiPiJz4W9gTh8SofcWLxx0Mc3trWptEfIToTYhI/MQAL3"
    "bCp7I2LLWMJn1Doh2pB7wtUoJmLSOymqQMpmisKZeMXFaL/Soiz9iPImNYgYTXfJb34VR+"
    "YQZ8LnMFZ++DdnVmQJwVl8O4hsSiErqZzcWdgkcoC7/wApGtpCekt0BFSFG1dduFHVFuyk"
    "fOB39ayhNMUolNaUl+6kigiqIoIdrGmnNAmlSShNooom8YtoVn4m22jv5OgTyQGlWoVsfD"
    "4YxsY260IXdPWeT7hDCWyT1MKKLqLAO8zmN1MPirBjDKJJbPrIH6hRUXhXrstWui5dYKE1"
    "wPaB3qyOUJKmW82R+bIMWXMbrdhbWhXlGEkHZJJNVB+1KaLRwGidpFR6aav1UuFhcCjsQA"
    "29EzFaVZ+lzZz2hYwGfE5SKi63mcuqCo/KlW8bI1aZK/9ymmaBzyr4qvecdrmMzypSKzXn"
    "QfT7GmKTcVRZydubj+fk+Kh//O4EvUczbpoOpr4Z9FHkoMHT9GRTctkJTDNNmEpcQVudGK"
    "A0z7ZvMb0SzVNyuoHqmSFUuuezuqewb+M7UwfoBFHnQN47qhIvm5aKYvGyR0rB37yCP+Gw"
    "KifcrBX1nSDqHM6r3y2UFeU5qbATWhd9moEs5jRgc5JSsbnVbEbZutHLnCBUBpQ281ioR4"
    "2YnKRUXG4zlw1qsUZMThAqHreZx7qpAQ8ayV4JSsXlNnP5BQ3eLePqq7V3t4wP22/uPjWp"
    "7e7kGLvlF70yU7cWDmlk6HbJFDYIzI5Ae3VQ9EGkUGDG+S65dB3iB919d/kjJkuM2JMoCT"
    "eCFSbM2iIvEiBfnIiCbDOKFdomfO5UL8CWLramLN+ttHyrogWh7Wq/iolwv9hCuJ/Tr7Go"
    "6npxGHKcZokg5Hbu6I0yfWIBGCP9uN8flMV3l3QazSPu4DLuH1bJY4BRxabuw0wmA9bhtK"
    "hZB+8YSefM3GsovqHM3K9B1wr0YhG13lSpDomVXt1mXjt4kNd/n2Nkir9t5u9IY818GQlC"
    "xeM289hgzpQ5TjNDd4pWcbrNnKa2zWuFy4QEnZNuDysFyxyWBMscZoNlVFi16q3XJiasJS"
    "taxaqrvm5twLa9GedX3GU63cnxjPjf9MpcI1Y0polv5CufUtFHxo//d7lpEA5rhTArFuD/"
    "xgmSBZxdcj0SrhR/tYpRzHBE7W2fiNsGtbG6lM6nU+bKNjhoJ78/kY6UgSg/9Sfx/9FNpj"
    "/Avzad4jKyP5D7IR0zS/TMmU+ojc6a4IZvRO8b+NHwTDhol9w/0MU9mWoP1LmzXGqaTBbQ"
    "kg1z2BR2LIcBXjDyPx6jLjwFzECNqNeOrJCF/X4EACasf7tHhp4bXaMMPTvkLXPhJoELCY"
    "imHsz0DqYObBHDhXhsAZ7MpgjyLGRbH3QawQ17gBKZaH6RLrggi5DjTxsxXUOeDcSUDpbg"
    "8mt/Rcsc+RVwAB1ZYSVzUeZ8QgHPOffwt3D405bZGZrklsHG1HEJhtw6PcAXdK/Ydfh12o"
    "LMNSbrCuAXEauxaRIVlFhoTBOwmXTkEo6lyODDWCyNkYs/d85hMH0odJGl/GF/pDZALKku"
    "CoglrgZlxWJGPvE5XogdP4deA1WWXfnZWndsrdt4DjtiLWzl8O5lkVTS2/ZK9La9rN6mfJ"
    "ir9WGq6oSdNB8p/92rYLOQqHPkqLIWCSHNBjskhFe2tkVCpGDUE1uTdCoqtam5UHmqX8+u"
    "JpTyJq7qGJ3icJs5rLwvr9v7sj2vlnK+rNpBEDzA1nlf2rlon8e2vd6Xcz5b7OT4XsT1Xp"
    "nnRQ9GNPG7XFtU9v5wuXCmYAMSau+S+wipe2nL9xdH6KcYUp3DIHSLiDYf6EJAC7x0ssBS"
    "cylQovkevSB/Egyeg39khBV+dvlsRg24FTyMULJheNC2RMw2pGPPwgcDUgNvocl/fA/JA5"
    "yocCsQdOQzwSBqnAS5Mn7jEbypNoYl0fNbn8Bn/L3STYTFgbAVycTm3nhSnEGDEA8cqSr6"
    "/d7SSTRp94AAQNn8W2rzb1vExYuyZDXWU9U4USzsV9cCZIPZM1UqGMGokuyZTA0j8W8NiI"
    "PxnYss3K/kodov8VDtZz1U8hCsAW9IsEF8fRFlMzCvvv0ySk91Wi+F4ze3677fki03EETr"
    "GtvidMrY1mZjmzKdvx5eqySvbvNXJXl1n8cqyeu1cFoleakkrw6aIGOip29DrmlzTJGpNK"
    "9yT2PcUr+kNww9L1/pNi7wqrlIqbX1vKtR+XG7UAEvWNgF3kZ/zZc7HIN3rGHHF8PWRn4a"
    "z5hT0fSFavoEU7WY6/heSNHpBT5Sc7RL0FEpqdA1iK5KeAKiyZJ6PZEhRB+p7ScoyVQyk2"
    "qPIjsr8AjONZwbLjvoePwqPZDSvSnnFilEcNdP6CN8A/eZW5h95XLrA5nj0040Qzgf/YF3"
    "lovuTwtvTQz4JcU+xNi7I+4VpgQlnIjB0/kyazy5qJYrsfhAeQnn1c5fRp6l44og4k74v4"
    "O/rkuaWsafVdKIJmBaDRk1TtNBj8xxFTn1uFhMPc5IqTZ9ZNhRuA7IcZoOgrzfr+KX6Re7"
    "ZfoZr4w3/DfVc07xEr9MRNI5dWvvfdXkrNLsrMxaHtl8OmjgxU3TdXBNr8WVK3Cr689NEH"
    "Vuaa/FqYui0ZA/1UE5RqJWc7XV7E5QCK4pbySIureaV34SzpkzyXOe/+3r9VU+whFF2pzM"
    "dAxvNJmzxUptHrCIRcKIHAD69svp72mszz9fn6Vla5zgTNVUfY1G/ZQ2W4fPKVLlvGkzn/"
    "1Y7ibe9gSl4nKbuaxcSKodTdsYsRlrfMK/lBtueebTffz5hpqiaFa5Y6lDUH+r5auIaTj0"
    "Ka9eg092bdFbDv+rBuetP9dWHg75iNZ06AgECjw6ATrPuHQChjTy6dyGPhTpsekRh2omNT"
    "6QBzrD8nXE5NZYFp+ziAihFH4XU3NcgrcPE8iwHh06asbskcLIWcWqbSrTqpWZVnIV5HHA"
    "0uxFUQhmQJOuy7Jw5ea7nVtnLqq+xhwKgKBdn11end78I9SvQynw8/XVp7McDfvsH7cXp6"
    "0PN9nSHLeMAFbHaV8lMCU46dYfltIGDqwmKGV1wRCn1Gb6JO/k9L8pPTe1aEyDQ9O/tOKz"
    "7bUcbEum/RQfWY/UruuDjpF00sGxhr5l+FLVQNgf3kF011IbFO7o0jzbQLFrI0aifBs1fR"
    "tLCQkrPMzG1MrVAuUX5UdZOKRZSJ+HlcXFJD1RqAOVO3wKjOkTNchtPra1KRnSCRN1PEQD"
    "Wz4XoXuaaRJRmtavDj7RHjFgbx2qnzoelzweQU+f1Nm5g/GdK+q8en80vkOD8EVMAoxGnH"
    "yAk1SdOCHL3CYXv9+W79kJfTkYnt7It60MxOaEvUriSL9EHOlnxRGvmRPYW6kDuG24b7tv"
    "sIbQkypav6QD5eKRbmO14NU4UGqKhB/hx8qHygiFwVelYuEoNqiZYGh7Jg0lQvrIDIptfY"
    "IyciPuWUaBKAhfOxqThI4UJZVEqCTCVkG7ZokQX5460AbjOyiYHFWRS46KxZKjnAYqcjOq"
    "YyWJ0ygzyRIhoEokVCKhEglfQiT8SWTXFmQAR1+WioUTMWypLOAbCizA9n9+sq9sC0hB/J"
    "tRPgOZEXNzyFTTJ8yiTrm1MJIRlYCoBMRWQbtmAdF/e+qIMDESJcEoCUZJMEqC2QoJ5tv/"
    "A6Lj4AA="
)
