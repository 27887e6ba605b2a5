"""Machines."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE IF NOT EXISTS "installation" (
    "id" INT NOT NULL PRIMARY KEY,
    "name" VARCHAR(16) NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "note" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL DEFAULT 0,
    "value" JSON,
    "since" TIMESTAMP NOT NULL,
    "at" TIMESTAMP NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "loss" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(16) NOT NULL,
    "began_at" TIMESTAMP NOT NULL,
    "last_at" TIMESTAMP NOT NULL,
    "number" BIGINT NOT NULL,
    "dismissed" BIGINT NOT NULL DEFAULT 0,
    "dismissed_at" TIMESTAMP
)
""",
        'CREATE INDEX IF NOT EXISTS "idx_loss_last_at_6596a2" ON "loss" ("last_at")',
        'ALTER TABLE "gmail_message" ADD "mailbox" VARCHAR(254)',
    ),
    "postgres": (
        """CREATE TABLE IF NOT EXISTS "installation" (
    "id" INT NOT NULL PRIMARY KEY,
    "name" VARCHAR(16) NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "note" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL DEFAULT 0,
    "value" JSONB,
    "since" TIMESTAMPTZ NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
)
""",
        """CREATE TABLE IF NOT EXISTS "loss" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(16) NOT NULL,
    "began_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "number" BIGINT NOT NULL,
    "dismissed" BIGINT NOT NULL DEFAULT 0,
    "dismissed_at" TIMESTAMPTZ
)
""",
        'CREATE INDEX IF NOT EXISTS "idx_loss_last_at_6596a2" ON "loss" ("last_at")',
        'ALTER TABLE "gmail_message" ADD "mailbox" VARCHAR(254)',
    ),
    "mysql": (
        """CREATE TABLE IF NOT EXISTS `installation` (
    `id` INT NOT NULL PRIMARY KEY,
    `name` VARCHAR(16) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE IF NOT EXISTS `note` (
    `name` VARCHAR(80) NOT NULL PRIMARY KEY,
    `number` BIGINT NOT NULL DEFAULT 0,
    `value` JSON,
    `since` DATETIME(6) NOT NULL,
    `at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE IF NOT EXISTS `loss` (
    `id` VARCHAR(16) NOT NULL PRIMARY KEY,
    `reason` VARCHAR(16) NOT NULL,
    `began_at` DATETIME(6) NOT NULL,
    `last_at` DATETIME(6) NOT NULL,
    `number` BIGINT NOT NULL,
    `dismissed` BIGINT NOT NULL DEFAULT 0,
    `dismissed_at` DATETIME(6),
    KEY `idx_loss_last_at_6596a2` (`last_at`)
) CHARACTER SET utf8mb4
""",
        "ALTER TABLE `gmail_message` ADD `mailbox` VARCHAR(254)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_message" DROP COLUMN "mailbox"',
        'DROP TABLE IF EXISTS "loss"',
        'DROP TABLE IF EXISTS "installation"',
        'DROP TABLE IF EXISTS "note"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_message" DROP COLUMN "mailbox"',
        'DROP TABLE IF EXISTS "note"',
        'DROP TABLE IF EXISTS "installation"',
        'DROP TABLE IF EXISTS "loss"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_message` DROP COLUMN `mailbox`",
        "DROP TABLE IF EXISTS `note`",
        "DROP TABLE IF EXISTS `installation`",
        "DROP TABLE IF EXISTS `loss`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztfWtz2ziW9l9B+UsnVWq/sR27PcnuVtnupNszib2VuKd7tj0lQSRkcUwRGgK0one7//"
    "viALzfTFI3iMaH7lgUDkg9BwTO/fzvwYzaxGWHtwEf029f6OLgHfrfAw/PiPij+OUAHeD5"
    "PPkKLnA8duVoKofJMWPGfWxxcXWCXUbEJZswy3fm3KGeuOoFrgsXqSUGOt4DkN96RIy2OJ"
    "pQH1HxwXUYJx7xByjwbOIjPiUIngzRifw7+h45Hhr5RJCKydnh3cXlpw+jw3vv3vt16rhE"
    "jvXpAjkMPZI5H6BR4Dn/DsjwkSxHaO6TJ+JxhjBixKKeLcfCMwAdg/vJp8Lim+iOh2g0x0"
    "uXYnt07wkajh2PIcdmMGogiRkNCdlAzoxdYsMNfMLfI4fDw5CZgENcpR4SWDpPxF8eAnrh"
    "03H6QMQj+AKb3/8pLjsChG+EwcffBXIeGWIOwydY/Eg7/GAH8rIY//vBAjucDcXDHPwT6O"
    "ePw4lDXDvDYceWU8D1IV/O5bVL5+Ha4x/lWJhyPLSoG8y8ZPx8yafUiwkcT977AaDBnMAd"
    "uB8A14HP4fKIFoL6dckQ9bNSNDaZ4MDlqVUyHibXDobDm9u74dcPd8PhQZN1FV4SXII1KR"
    "6VSQAe4BG+/8vx8cnJD8dvTs7OT9/+8MPp+ZtzMVY+b/GrH/5UD5OgpaaSmF3/dH1zBw9E"
    "xcJX7wNc+FPSYI4VleRegj6sjyL+V1Psl6Mfjc/hL35YHv8I7ToGRBcSDiQv6zZYMMPfhi"
    "7xHvhUfDx7U4Pu3y++XP188eXV2ZvXWYhvwm+O5VcAdgJu9LK2AThN00OQj46boCxGVcIs"
    "v8vinGymbZDOUq0H693uKFmk/9II6b/UIP2XAtLhmVOE+a9fb2/KYU6R5DC2HXGo/SGPtD"
    "1c1zXgAhgw84yxf7tpTF99vvgtD/fVp9tLCQ5l/MGXs8gJLnPQi3MbwImO3Az6P4pvuDMj"
    "5RzIUuaZEJIeRn/0ixV3158/fL27+PzfGX78eHH3Ab45lleXuauvznI8iidBv17f/YzgI/"
    "qf25sPebbF4+7+5wCeCQecDj26GGI7jUl0ObqUYXMoPrVkcUJl2Ks1ey0XCybYw8Djjtv6"
    "Rc4Tr4HZ4QFleL1+XmPOQcFiRTZXKjdpkudVnHW9u282JZAoFef46O0Pb89Pzt7Gmk18pU"
    "6hiZSXtLLiuAEwqDmgaZIdAvpGLxDF/YbM8SzSdgcqEJsdSOcdKLG/FPhcrRdliLangh4c"
    "FBiqsWqftn61kdMSMvPm6PzmZEyabXfIdepahscb4zHx/bKd8Y58qxAmYoKd7oqbZ+SH3+"
    "7qzRcxHz/d3vwUDc/bNP78E2z+k8eU3RkujLH1uMC+PSx8Q49p1djiV7PjWf4K9vCDhBF+"
    "Mfy+0Hl0LX44FmwIISo4lzLfD+r8S05+ZBcv092UIOq5S/DyvEMY+diz6Uz6lQZohm341i"
    "IN/TCt3Cor+1T0N4GuRViudpfIf1vIUtH4Plryz5qYl/P7e8q6fPZany3ihnJStjXI67Vb"
    "gheN6Opw5lPxAXGKfDIjs7F07XoB/DFCFg0E9u/RSOpbI3DZLqbEU35ocWO0wAxNHJ9xtP"
    "Adzok3QCPMR8jFjK+6g+x2rWvkSTlvoj2cV2sP56H2ULOtSH4Xwa7zgyc0e23X2Ir/O0H6"
    "CbtByaqudl/FBCs5r/ZHit+I76qTrWmdNibdjtI+qVHtdWTjqdKUrZpIYxeWFHzKBLLoq1"
    "qZDKcGdRHLLtCc+Ix6QtiijCA4toW4Nab2EolbEWRhDzFC0Cv4JAQyHy65EF6HkZDBsMcR"
    "9VHAiP96E2qciY5br3RQLZeRGS7z0lbLwDFB74Tg49O3DaRgMapSDJbfZeUC/dXpjdnfcu"
    "i+aaJjiFHV6L4p+Ch86rZCNxq/RXSVxrstjBtBXINwMRqOsQUVp90Us2kbpAuEnSDXTKnI"
    "7xenjfaL05r94jQP+AOlDy4ZsmDcBu0s1Vqg1mpj3gDQIH8P/z/1Wu0fGaItbiK/3F1tZw"
    "c5a3IEnlWfgGeFA3Duk4nzrdXWEVP0TsRYj0U5s4ynQiGaUrdEiK5ZxmmiLS5j13kk7nI7"
    "K/moUWx4TWh44SzELvE5Gyq/WE5foUKwwF6FLSBNl0N7LAg3BXe0zLdrBbi8vf2UMQBcXu"
    "d9p798vvwgsJfQi0EOr7BkmnjwLgzYCzNMJtDIYYByFz7nSE0wis58ZoR4HXicIjP81Zm/"
    "LvYeAvzQSqBO0/RPQ1y/uIfZo9jtuiBdpDR4rxywkTrEsOMuhwET2JYE71+G1B//9oUksV"
    "U5BoT2/x9hpl9YyKT9lEuSq+GSySzisU8XjPgr4vTf2PGJfanm6itUc/EjxSRrgAoeZe9e"
    "70YYMcIYFKVYDaOvapa+LiQqju7pcOKKt2U1nG4vxEQfXVWnpIeraSbWweqb+Gc1S19X05"
    "NDFqtvS39Xs/QVJIv6PlH1clbD6SqeqK9QqepAq6H0AeboK0DKhrgaQBcwR18BCmVKoZxy"
    "Z+JYeA2vXSha3qRm7Ct6Fp07qx55V3S+7DE+yyEjq76BANFX0qt3sFWQXMrNDVFEwwcfey"
    "X2wAjSW4/cUfG/54H9Cab7KZqth1Kpwkv8gjAQcC2AfYqn6yFiPpm7y+ECc6skbqU9YF9g"
    "ul+j2XqIFxPS01Duc9aUWI/rwOyrmBK2vKtowp7A1jLWN2XQKwn3zZr7qiN+UwZGObBL1O"
    "/PdIFmgTWNinvKOdG/A8oxwlFE8BQzCOyVJTOhQqiNl+jVL3dXlYG+v6ejkcVoVQnThP7q"
    "HvoLrCrAD764Cl8rLqsimPHB7a9gU4YqONXy5S4JZq2K8yQEptZRPryj2tJWCWeaxACaBz"
    "Tchodtt9Us3fZw7cUOW/AWFvhRZMZH6hPnwfsbWUqGyOoM5ZmAxZygPWNElRAlLvt4EcsE"
    "uTUoEBC/m6jAsKuLr1cXP4qteFe1NZ4cXlNZI/62VnxzsuO65WwJcex7OGyR63iPaOHwKV"
    "pMHSHPOZwhiOckPlKhb1AkHYWYvldF1gn/PpgrymgMXKcLqLVeIdoZQU6XbaZOkOP0kXhD"
    "l9LHYN4mJCRP17tw6/VHs+9BwpF8oQ+2gu/6841MyO9zJ2kvQgXJt7kjpuvA5iylYbPWbA"
    "YzUgcep8hMxK9u/NWkgEI2+q9EMC+EB1bL5nM5dDhOje0mn4czhEUVyDdOPIgpQzO8RFHT"
    "pcjOCg2XuOOGbYp88iSEMRuKKji2S1RrJEqRS70H9EosYcYP50tTa8HI6UZObyKnp97lpi"
    "inSEzxhSbFF4ys3ttDPpvWw/iwY+5WntaIczpzWgwVs5X4Y2qyihKS/qUTvW1SduJtddWJ"
    "t4WiE6GY1+FNylKa90jn9yjiVcuuFDmy/r1P6zcXGo+n8Xjqxoj993hG6YIVVpUwZafenh"
    "IN6licUs0ATafnPoW9maFXXz5eofOz4/PXsu009BiI7C1z6rpM+UNlWBt5ciyCLPFkyvcZ"
    "RrZhF9LfwMZiE88J/Z/RrcZL6UWFkpaS0phadN+HBjWmFrUEOthaCoTG2PKssQXemSG8M2"
    "2AzhD1DuT1V34wFq3NW7Q8whfUL4l9r6nXmpD0DuP17xTGwrBpC4MxylZC3ycTgwmgeBFs"
    "BsWm08ucITTWQp15LLXSTkzOUhou68xlaXHoVOIyTWh4rDOPLRcLHnSSvTKUhss6c3mHPg"
    "fNuPpiXQ6a8WH/PQ5R8b0Sj0OqLl+1x4GlBnXtUsrEYvne8SA3HtLeQ+PZIQJHg0Xpo0Nk"
    "ipXyGsiQvIH8U4xTzY5lEhZmU+M50H07GdR4DkyQ5tasgcZW9SIEJs0CCA2rjVnSsHktAW"
    "4mjPElcNmEMW48jHH7blGd/c7r94rKYBOhepbZCZ4JUYmpegfz6dFxA5zFqEqg5XcmInfn"
    "+qxm5jHdGLH/9rFUfdsSE1m2+m21lSxXdHelxvHfMfhj5ki7G+IUAmfBHOb4SD7OAGEmpv"
    "XhH1l+yKJzqEoELksZvzuyHXHN84ilFPkRpEEzwgcqjhej0URME/hkNEBULEz0k+xxK8tT"
    "ErGObDmt/DGH6JozZZKDSR7JnKvkanEXRsRNbGmXgZuI2adiVDiXGCzbIqkbzMQbcYhGPp"
    "kEDLvR80CFJTe+u/xS/I7FFHPE6IyMqb1EFhY/yCcQSiwDjos3wA9i3SFBM5r7dEzk7wWj"
    "obEV6r63DmpshQRWehuJIibYnjCxPbH4tImBUIyq6dJcMBHurB227lhvoCO22qKLOP/16+"
    "1NOc4JRV6TdyyO/kCuw/ZYXiiDFrDI6O8Roq8+X/yWB/vq0+1lXjGHCS7zwBMMwVribIG2"
    "zEN5kJVt6x72lxWMqJgh3214ycn+1nsv3bdDiGN+CHZcXt9cfPlHzJDYqPLp9uanyxKWXP"
    "7j7sNF3jWRkkxaOydytMaYqbWZKyeHtuV2Cbkxa+rM71CtaHPOpUhWOuj2h6sbOufSuljb"
    "F61Ibd4znd8zbFmEsaHQ1bv4A4vUhts6c1sZRuwhc0IjYjuvYI7Y8Fp7XuMSw0f1CZoiMS"
    "do9xM0hLFNy4w0yQ5bZrzpDvK622REFti2u1SazmxQOm9QMwzdGr0u6lyO1PBZZz7r5Gx+"
    "Ie6Qgqu5jUO0gVs66i64eaf0Thm2MZf06m7msCtolZ85aRr6nKM56Vba0dMMmRUzgj3wIG"
    "OeruS0wAJHpG4g+xTOBfNthD0bWa5jgccVHoEpT7P6VmA4kiNG4RB1wSfKYf0dQ47Nos6I"
    "aur36P7g/iAs1J1cRuSbkFaN61b3vWpQ47oVG4vfzeCbpTTGfa0lhPjVL3K52n2cIepd2N"
    "8G8nji/bQNylkqA/OzMBtp10i7Rtpdn7R7exHw6UdXnhwFWTf5slbSpeL0mQ4n0biuucdP"
    "DnM4RFGquEEhiwJWxONoLp5dSrHXHMIM0ZhEzbktokIlHQ9x4qGZ4wWcsAEUMuWp2qhSdB"
    "6TB0HrGJlV+x3nGZmVd6lpmqczqcnPnrXh29MB7CJlD+MP1w/4PPCF7N+qgmyKpIcQrz/L"
    "7In4jpisVTJfmqaHIB8dnzdAWYyqLtQL3+WqyNJSF3hNDVlaLvX1AeH17xQmTHlHzucJwT"
    "zw20Gfptk++Af/MQk8C3BF48BxueOxQ7jff23KBLBtliRd5TtIKqXExg7z7AbkkW98OMdi"
    "9jZ7fJpoiyD/v+2gfNqoHPtpTTn2U9Ng8IXa6E3RmBfBZtMMvN/8NXVRNfBPmLqovar78I"
    "XM3eWvmFvTgxIfRerbQZ2Twodxw0U8cDPROHAXaKoGITZjgacFDdYoOCw8yh2L2FCmATEu"
    "lh9DUzEZVIeQoTdiAiDHtgrXmTowaAnhOe/i2BwvmI2Jn4TnMI6sKfYeiHqaaIYwYmdMJu"
    "I2cujE8cVYOXsz58fvB3Ygw3z/adwgurpBTOhO/+WJZBtoo2dnqXpnzVi/VyACDBzNXYCO"
    "6HYK9frw3URhDbCuddqvMoRG+9F5twplhpYMTqjMYaQ1e6MGLTIUvLU1Mk9sXmWdeR1We2"
    "iTZJkm2WGS5XrF/LUlXHKfBvAzC3hW+w1TJCZfuLt/0IQM794kZ0KGtbLdrdinyONXdL68"
    "mhLr8aC0W1F6wKC+Z5F4bEuMHVrx4M1Y5gi2pkhGE0trmzLKgUUsjCIWF+QjJOQz7D8ymR"
    "vnmLDhfdh1BsZe9tLFVnPWm7PenPVrTob/TBjDcj2VZ8NH39ee9CodfpYa2uWc/1Ul8rjU"
    "e5CONYzCGeGMlg/zTrYgdGw2UPXJ4SQn3zjxZI12n8wp7OYD6aFbpL1mCBCTzre7sKGhw1"
    "AYQ6UKpieeNOWBY7K2+aPYi7zGbjU+hXsB98RXv4eowCcjN2gpN9g+npQfJ9VegTRN/zr/"
    "nDfxvpxXe1/OC96X+CVogXGapn8YnzRpSnNS3ZPmpNCSJtl3WoCcITIoP48yLMox/dYG4x"
    "RJ/xDeSDuEMB2riy6XIzUuCJ11OSWrtTGYJxR6pNnAbXuTZmM7kwnxCYS0teFJjsw4Mrpz"
    "YO5TOmmDfUxgUO+OeqhglotOdDYXKuwvv1z/WHG6Z4hzbAgCxz4E2n01VpSrWbLxyJE6Od"
    "LgRr9U8MZRBgvZiGRtFqSUbWElC1LKnLGPTHnWgpRdk5u2IH1yvFInkbw+qLMYudGIrgVl"
    "YAIw1VDxd/ijD9FIBVGPkDSjMTTx6QwdDcB+BPYd6ttJhDXI5lWWnd/T603NqYw4GXNPFu"
    "vAd4dTzKbG2qOptSfkY4EDlfAnBH3q1rq2oBex4Itg3pFvFWiGw3tRAaJOE/vw2129mJJp"
    "1xUNz8suBajV3lIUUqp7O6doegH6prPeuVi6rQxo4fjeheBvJtUdimG2iThMCEy8YX7rBZ"
    "GvNaBZIgNqHlTp/VMIdbA+FqmNAVJnAyQkWHZmdoHY8FpnXmtq5dGXw+uw8zSw3bRO1F/B"
    "eqMH2Ou331RgTp4I3LkA+WVI9/FvX4grS2NVo/0B5tjbnasA9Z+brGNQE0bVKIJq1dgpMI"
    "kBVdQYBEoRQKQUBDHJoOeorgDBjLxTcU3pIgIyblqMhSBqFT81x76kgogr2W477DUia+2O"
    "3qHAi+Kt0CuMpo4KtpLVD+z0zGrUa/SHCtAW/1hTYgeuGPWHmMSmHhjuoCMBS3cvYaN7T1"
    "rxVJCXXM5Q+XlO6NwlcqDrPBI3uvIejeBFSs+TCLwj8ZNcNyykQHxZsCG6d4UJsGDty8bm"
    "gXsldjVHAV/ZIcHcjkp0lXwrRQjBZefJ4cuKMf7EOj8+Hqb2hHa2xWfPtl14LlK+VHkn+N"
    "/bXThSOxxygxrzIqOBX1UV9YMXzApHXDYQPabW2VajDBA7z+iXW1AbU01MoDO4XcNw1g9v"
    "MP4XsVrZwlIkvTOHHb1pZA+DYdVFlN8ULWLgnAItRmw6JYJaNdZ5ut4BvpHAMoma/NAW6o"
    "iodzifNFrXJzXL+qS4qhnBvjUdlhvTq71DObIeYL1tH5HMtuyQAZeQGSOWzkasjMbRyliZ"
    "JjQpjlozOVKpO7A5R2peZp35rGwPXYoFpwkNj3XmcdF600LyLCXuXw7JRkINpA2wCHalYz"
    "web3zieZ+4idpYc9RG27WZoTGQmkCYLYBKn4gPDT9bL9YioQG3EtzWy7aE0sBbHsQF669z"
    "DFeK2AjYOgvY0oXakdV5WsNpnTltEZ/DD1u2UaEyRP1Tndbv93MptjtW8U4RmjdJ5zepEH"
    "bSZd/M0RuO68xx1bWmo0XZNfU09oPLqh9RFy5nKQ2X9edyG6UxRWGUxUIGaxKh2fKlyVIa"
    "p6rWb41OdWN3rUK81MaNujGiaT7Iap0b09EjXpmxsU06SFTUoydI54Rky5k7q6fMfInm6S"
    "9QPPDLnALtUIJJ+grRk0MWYpIVMfq7mqWvIFnUF+8cTL0iTlfxRH2FapupfHsJUOQYWw2i"
    "29QsfURJ7NyOL1QWVRpr5Q0c5rqKp+ojYLCPD0F9W8NOfrfXWmA9Ttgl/qoL6gLm6CtAY5"
    "8uGPGH0CV84lh4DafepZryJjXj3lrmVkzUzpWar8Y1qhT5PLr5xhc9gTVTEiMoy6BsD9Xn"
    "cJ4eQuSTGTxeScXA9jB9Sc3VE6jaFkgIpNWiWB0hXEA1pRGiEWvrHccI8CLsHedRJE8wWT"
    "NAfEjv0giPaRA2jAtrjB7EvDGN4rQ0PA5QdY5+2PGng8E/S2kM/lob/DWt96RDAelNVXuq"
    "tkEXhTlT1Vvvqt6JEbvkvM5YuKsPbT8zrGtFo3iWbpW+OR0gyxqgsWWtVunbpkIjkOJdVH"
    "fBFPnW84Q3Rb4lF9YWIvEofkfJIVoZdBuN72GhnZMmxTKqS2Xko207VH7ZSdGX7QU0b6Ls"
    "S7JzNwU5oehBEZI8wk3WsBhVg3BhHbetqWPK6bQpp6OpKqOvsmpK1+6NkmJK12pRuja2TZ"
    "dqe4nduk7ZS43ajJWWUzQm4v+ujZxJ2iALRWuhmivk8kHh2SUa2QEUSBk1ruw6Ia47VESS"
    "d+ovo+HpqeEZG26XY3HvbLjJ+9iGxQmVYa/W7M3tua2y9LOkJmNJZz5rqr/oYPU3rhgNma"
    "KdK0ZGypdK5lEMfZ1cDmOI3Vku/xVkcUvcGMHPASEcR3L3O/EnJAgvB4gKIR0GYiSewHki"
    "/jJs+oAYXrIwhoKm3TmqkwTYikfv5Ddhdwr4jQx8OCr1mA2xZw/DFMZDNArtn4JmMaXhGD"
    "u8P5XtJ0ATEFIedJiQviCXLoh/71mYgc8IysAHQA73sgRecN8vH6/QyduzE/Tq/uD08Ojw"
    "6P7gtZzz/uD+4BDdiaFQlTjdNjbSOVSzi0auJRmblivnl/ElmeAR3RUP4wpJlcRvYOk8qi"
    "uHb7whu/CGGFv9Jm317VUZo6rugQoDAaHdSmtkKQ2btWYzVDYKEy5zEhalLsFeOYtTVDn+"
    "jgXZplgaX9mydnp7+ynDzsvrfGOKXz5ffhBH/+usqlqMK1GieJuzKKHo3Wl0dNREnDqqFq"
    "eO8kdRmbrRFOgy2h4KWCfHTSSA42oB4LgcdD4VCqjdCfMMqYG8AeSamhf1PZZNeMTeGA6f"
    "Md2uz8gYlZoosTKmqlBUmxmfUoO6WBnvEmc/TEXslEnQ8RF0qg3Bk7ZBjObYkU1mVRKsst"
    "FBAIHD0COZczShPhgj8VLaGS9kc1rqZaIGZLw4nwqK2KqomsYGkKkrRnh8NEALRwzxxMMJ"
    "7tos6moLs0+4eNoRhkGywy6599RP+I7BAx+i6wk8qE+/LcXtBQZoTPl0IB7DXWYeBG4Kn0"
    "EDQBaGprzIgp0LLIvowkNyWYthbEF8du+JNe87RLbCzUwB5K9GIb8OJ44rHvBVsub+8z44"
    "fnN8NkCYD4cPnGQ+u/Hn16PXCs4QWzTDkTH33hMPB7wAHonfNhH/j4BRcMDPEFA3jrvIWU"
    "NLW+DGV01ARsnpqoVd1Jg9eqkP74tFdks62tvTBrLr29NK2RW+ylWfjE+aNhhnqXoH8+lR"
    "Ex1BjKpuCHVU0BJMAcidHBlGTdNETTMFN9dbcLNkaRsVeK9V4E+UsS9SECqowNFXgzoV2K"
    "VK7OkY/Q7koPBi5Im5B0KvIvIaYYfz5SEa2Q6bOeIjhMtMIVIee8tQQZ6pfOeFWDBoihlE"
    "vwj9eTKQWuFiSrxNVCypFk/WabvcrW6VtdCfNbHQ58X1lIX+7PUzWpTgG6OtEhUTih6ait"
    "cFeKoKG3nAXTpFpemMyqq1yqqa03TsabNFBmsSbLx3/K0q7lCnw/WzvsOW9bdY/miHfYZs"
    "h+1H3uwt3l1SoHK0Jj9Gty1tpYyN9ek8Fw8VJZ4uHp4t7xQbIDsqPGDFRHKS2AEGDwE6jc"
    "MZ+M0efDxTuQHg2ZMePddFKjdc+uWU9y6ZaBN6zkvxIK1YLqhaqxEa6bSNThON750Cuf7Q"
    "lzr3wR35VrFwd+U+2NFx8OG3u8xJEAH66vPFb68zp8Gn25ufouEpBlwp4+p+BdFvL0mhUR"
    "j9cU0Y/XExjD7oJvcEaxV5dMP9Bck8phLMrirBpHrplIiF2U471bKhlR3XTUCcE59R7zuG"
    "IOybzMISoJDmaWF404XYqITBQ3Qtvnoivi+jrECS9ANX/AUioxQR5TApZjJn5rjYB6mSqR"
    "RUj/AF9R+LsV8I+0RONsecE9+Du0fkalkeoksqpFAYR2Zzvozq0iQ/HwmMIIsVcXrvpR4F"
    "YsAaB0kVw6FMGJSWYVCSt9083GlSU+Wg1Lud6R0GO0AlzB+8YFYOc0ynsySm4mw2mI8byw"
    "Ifbn75/Oq7MGp1gL6DM3sGvx8+xKn637VI4g1301bCcULSu1imsyYZvGfVCbxnhfzd/dL5"
    "NgbztjU+E+HaGz3EhAXuXIQyYYEmLFA3sE1YoAkLLDGIKONRiS0ktipVm0HI06rdT1R5qS"
    "h7DaO58424MvsMQTt3lZ4m/WVPxLcdS5XVkjW7FjIS0CLOk5jAE4/iI2uKvQfC3ksjRUgg"
    "07vUFzJWEM0gvw3S6DyZxDZS3VVGMsdNcC6yccjfdu+Js1ZW5lVmD9mHRVbvnRM6dyGnT1"
    "YJU6acyG7jcFlcy3UeibtEtmMPYg8gqCKZMlthRa97L/Bs6jXtvdY8saxdzONzB9Iu9PeD"
    "/5gEnjI2yTvB/97+1w7k7k4qfetaW89p+PtQcmvbCj4UxgaN3nId67GNNm+0nl5qPYFf0i"
    "O3xnighhurQXurgUmg3GwCpU8mxC+LB61ezSmSHgC87RUdSo0dDuYUZe/O5uNmMRBlZ3Po"
    "5RSns5KHh8mFwJMy+BBOTPg8h6XLrSn8zSzsecpobwlNylV/quoUQ5CixcPDlSUN4B8h5I"
    "/JMPzgkznBNVb944IcwCwxbZHnleaxeHyfLGNra6gXeIxw7paGUtcVmsvQbbHUXBm0jdXY"
    "9mrE+irMySiAodh4mFOWV1W5fAt0ZhmXoKvU/ZZrOCHa8QLeq1KJ8hwoIv3Xr7c3FVpwRJ"
    "DXxMDi8wdyHba/AVFlWAMS9bJOXqwZZNUqmKAQZJCJYmobaZAh7iTxbAf+fY42UEbBLpGi"
    "aUKTHqOzscK4aHfsopVhI6XwV2P/UBnN1gx5zd6ndYtOE0cqaO1AzRIZWIuwTgkWR4tQf1"
    "su1wKdAbcILvgbW2/CKaIeYbrlDdillsxwaLeoc1Q9gn9tS9oEH203ajuW8VvvI3nKHq3m"
    "LWwmJgDMBIBpjm2TALDSrWQN6H5Jz7Vfe0gZvNEDZPDNb6AZhG9u0cXV3fXtzUFB4lsDvJ"
    "/CaXqKbErEbQJqRepG++32od8LNm1CaIJrosOtAdyf5WRfSZ8BLii9TVAObRBrgPhjMlNP"
    "Ac7aaxptuKHKtgZ4ZXTyp9R8PQU5p+VWodyk1EAYHV2imLSoNfB3FeVyJefqkby20aID2c"
    "VaFWufXs11ZXhTo7oVHrAcvpQR6RBXL0V+f1lZhyrpIgNkpgKVqUClFbQbrkAVvh1t0E2R"
    "6BwH2BHio0blkI5qyiEdFcshwc7SCuJwvMG3Gb6m3FQPYwhMuak9kPwiLbBE5kspiNXSXk"
    "of7SjsQaxnnH5InhybCL1KSH5Czgs8+7nyowQxqFkaPoaR/oz0pxW0G5b+4N1pA200vody"
    "yVkTseSsWio5Kwgl0V5UBLg67DdNs1Lkr25gbzv010iERiI0EuEuJMLE9VIiE2b8MtVSYd"
    "YX1Ekw/EIECxhHaqqwqAUnQgAMK1tIu98MW1PHI6yhmBhOZsREIyZqBe2GxcRw2bcRZFIk"
    "Ro4xcoyRY4wcs2dyzO0T8SdueT/R+LtaKYamR3WRYe6gpY7sfQYltabgzRyTJfVshBFwT2"
    "yiM6jFNV6iMPxugKB80gDNHC/gyiw296klvpR1xcSEjKiJoOa5R3lUoAyzuCT6SN1SFQwT"
    "TyAWFQhSnHLsRqW9wkkHiFE5g3hgeCZiUd++9/jCsUhUrAzuMq2xrf2eDrOMij+p51dvpf"
    "PgeKrOV7ZAmBpiSqnrWUrdVP/affWv5C1qqGskBH1Kt1xbukm4F7VQMhIKnRd0R0XjuElt"
    "9OPq2ujHhdroVc1BX1hnUJMftUf5UTW5OSZ/pA8FhL8INVmIyFeq8E2JNpAdUKsS+GroMK"
    "mi00kxkPWBFUB2ZKmcYiHF27a4kK3mqyR2x49UhHdQ01eI6lxQiTsczpv3MUrxyIjdeord"
    "Jsl7V0neRuHZvcJjilu+xOKWpo7d1urYGQVtvQraxPEZ7+DfSdMZB492Dp5MTiDuxOEUmW"
    "Gw1gw2RhZjZNED7D02smTTbkuMLIW83GojSyjLD61kbMc8UtVVKfR5Rv2WoI9T2Lh6IMPF"
    "bIfNXbw8RHdRWyVIPCXuBE2paysnqhX4PnyRTOIupUv21kPXnkd/vByAA5UuVKDag/iLIT"
    "EtuGrhv7l07o6J7MAkP4UuXIJ9d4km4vkP0fUkMgaJlcDFOiC2sv3ce6EzdgCfl2hBA1d8"
    "hR+JuCmfOr6tukYxsVk1b9EUtzw2xiA9jUGm+08vBY4FLmtI85yFI6Qy1o2D/bJuCL4N27"
    "bvyNAYxbvMkKHCslq+QyGVeYf27B2CDbbtO5ShMe9QyTsUSqNFTKvDwlMkJix8hbDwWPSu"
    "2sOqLQ5pUmNvaG9viHsCr2htaBqLrSnQz1f2Si+09mW9NmpscMjizpmV2xmi7wa1JgYxah"
    "ipQp2sCz8LVd+lMmzacqGuJ3okcy4+Qdfk7xiCO3wPd0DODIMRYk68dwiPacAhWFuRsmyf"
    "ZeohcVtCPGlZuJBzIDlH2D5aRYSIkdiTEx6ij4n9YoDiXzX8F3UgMgTBv2CAiGJKZBacel"
    "7xjHKKptaCiobOpoXzzut7GwPCCzMgMCJ+nF1iRKjuB5lQGFG4rMWO6RO82T7BQmnwhxWl"
    "l2saX2eoegBz3S60iW7BxrdpfJt6gL3Hvs0Ll/il1TDUF7WKBo6HdHNhSt0gEt5l48aBLH"
    "UxJ3FAuMwShTBUqTV8wNZU4LtEYu9kicwfrp/vr3+UOZ9y2rlPH3w8Y8gS6gTkfj54DgOP"
    "opIWIEDdEWpHZXx5MfMzn+Vp/Ipa+hUrQp0rRZ19iHHuKOmcNLGcn1SXDTspKRu2a9OeZu"
    "H861Z3U+XvJtb58fGwVsiproVXRtzDFX582kSYF6Oq/TGnBXEewlE84rbBO0XSA0G+u/+t"
    "YUy8TwCKDoGnWUpjydHakmO5WDDBHgYed0repmc4nSc2fbR15jWDw739+5wiM/zVmb8ToV"
    "N12rEzhIbHOvPYdtjMYd1quuVpDad15jTxfVqSKFdT+jkiWCkwZn84upG4mGyH1+b2oSxd"
    "n1xcW86CNw6DnToMTDdo0w1aB2z1dcZcQmYV8W8odyZOdcPCsmGDOkfNWBEIeSBH0c1vk5"
    "4G/DdjgtiULjxEZXcbT1XhVKHWDIU3Z4fowkPhuhaXHVsliYXDqW+rSqIWnc0cLt09I7DN"
    "j8SzyYRyCOgSskb4jyy/If71yQyWm/8ejcbkwfFkZdDFlPjgOkrdLv3MUKlUDD1Eo0eyBI"
    "J7T61h6T4KS4LCPOpXyYqhYvC/A4dw8Tiqkiix0TjgYfCaHJikwMnAt9CBJaaZBeIdEr9o"
    "FBk1xsu4gOkcQ82lCCSVYBfeGR4ChqQffSCAQlMcPVoI1J38vQ78Skj6gxceiZ8GvAkRkH"
    "608JEO0dWUWI8wPXjbVL6dSwWcMrFPFaMX97WdB1mkHvIEBwJTocjde6kvZniJFlg2M/Il"
    "QXSvOFNwQST1Ibr151MMGX/yDsD2qEAUnnD42QsqBpPHptXrf89tkJDnJyP2MlejOL6U1V"
    "B+TpeKgs8mV1ALQc349HZijRcbRStsyRq7P2rUmWAjvR+Nv3Rr/lITDtxLU5XxFb4INkvZ"
    "ukTEqquSFtNssUhafGVvq6QlOkg7iTZLZ0pxdjVCGq/4y9nVpJLexS2eojMc1pnDxqdjfD"
    "p79YYZl87Ocs73waej50J+Hlt9fTpXdL48KHHiyOuDOq+NFY3o4qW59UicXyPbxxLLmUNq"
    "/CEaJWCN3knDfbg+Qu8DBz8GFYNCf45ySACpdMqIxcaJIATTP/gQ/pDfiX9UqBd85nQ+J7"
    "a4k3gcqYHD8CnxEEYL6j8SHxww4J6RyTyLKWUE0YDDTZUXg9+r8jzvo9wgLn+Mch0wgn1r"
    "Ck4TWZFH+UjINw6TVafzAJpR096w8HOxb1v2FZW/1DgFNHUK6HHy68WZzZlXTXF1ueZfXF"
    "L+FlN5GnVsO61p2XZa7NmGZyXyUzXE0fjeJfGcNPJundR4t06K3i11PraANybYIr6hmLId"
    "mNv0lWnWNQYkqDbFUOLx29t13+zJlhsJo22tcWk6Y43T2RpnbOsvh9cm46zf/DUZZ/3nsc"
    "k4eymcNhlnz3DUZJxtFvodBXuERuduRsoctck5a++gTFv9V3SigcPmK9nHtd80MSq33p73"
    "UBr373oz+nbnoYSFXeGkDNd8vZ8yesc6ZpTZPp7wsLsYhdJ+FBGo9UcnssFY7LwEP+Qcw+"
    "pwl4coolM5WJAVNVP+QKgg7oGjULksb1IZXeBKTPkNxRC47AteYAYuy4voUujEVH5LmfUk"
    "7xXPsUQ/hdXQIRFrHHBOvff3ngDDIWES1RQ/yewtcUMxR0TGpSPUj+qeS8dqpdcy9YbJ+8"
    "dZShm3ZfT4oSiczndq5bw09cu3WL885meRDZUG9DRND31A503M5+fV5vPzgvncJ08OC7Nd"
    "m4KcpukhyCfHTTxBx9WOoOOCHygY/4uUdrav9gQlJL3ztR29aZpKVptLVljLE5/Ohh38xn"
    "m6Hq7pjTiPJW5tPcgZot4t7Y24kUGMGtNvbVBOkZjV3Gw186mQCu2W8kaGqH+ree0nIZVP"
    "VLI7Vxs6UySm69wKtk6TKNqFFXvnSMipum34nCM1DiOd+RyaX7p4+DOUhss6c9k4qHbgoD"
    "L5XBoY9DMuqtIQz8uQ7uPfvhA3LtlW7ZvqEdR/tnJ3pHQc8q2siERIduuROyr+1wzOu3Cu"
    "vTwcyhFt6ROSCFQ4hSJ0nvEKRQzp5Ba6k/4ZDDll0u59iK6l/yUqHSez0zyK4E7II8SWzW"
    "Cxt5QNaIn/TlATKE73QLh8Eqg1KN5aMueH88pMsZxzxSR/aZn8pdZFGQc87C+rQj8jmnzB"
    "mCVXG/B+bp+lqIZacywECg079F+Vdly8LNGyL/9x9+FiXwJaepR2V5DP2oQFNAl9iQ7CzQ"
    "e+6MCV9YS9rC/c4oL4jjUtO1jDb2qPVZyM6XCmhpfWfOy9lDNvxUyk6tPsifhtndQpkl56"
    "QDbQ1w1eqhYIh8N7iO5GSp2KO/LSDtjVro8UiXF9tHR9rCQkrHqY/fl/qNqHlg=="
)
