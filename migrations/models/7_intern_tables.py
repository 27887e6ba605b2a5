"""User agents, header sets, findings and locations get their own tables, in which events share rows."""

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
        """CREATE TABLE "location" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "country" VARCHAR(100) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "used_at" TIMESTAMP NOT NULL
)
""",
        """CREATE TABLE "verdict_change" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "was" VARCHAR(20) NOT NULL,
    "was_score" INT NOT NULL,
    "now" VARCHAR(20) NOT NULL,
    "now_score" INT NOT NULL,
    "because" JSON NOT NULL,
    "event_id" CHAR(36) NOT NULL
)
""",
        'CREATE INDEX "idx_verdict_cha_event_i_c443d2" ON "verdict_change" ("event_id")',
        'ALTER TABLE "event" ADD "location_id" INT',
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
        """CREATE TABLE "location" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "country" VARCHAR(100) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL
)
""",
        """CREATE TABLE "verdict_change" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "was" VARCHAR(20) NOT NULL,
    "was_score" INT NOT NULL,
    "now" VARCHAR(20) NOT NULL,
    "now_score" INT NOT NULL,
    "because" JSONB NOT NULL,
    "event_id" UUID NOT NULL
)
""",
        'CREATE INDEX "idx_verdict_cha_event_i_c443d2" ON "verdict_change" ("event_id")',
        'ALTER TABLE "event" ADD "location_id" INT',
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
        """CREATE TABLE `location` (
    `id` INT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `hash` VARCHAR(32) NOT NULL UNIQUE,
    `country` VARCHAR(100) NOT NULL,
    `city` VARCHAR(100) NOT NULL,
    `used_at` DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `verdict_change` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `at` DATETIME(6) NOT NULL,
    `was` VARCHAR(20) NOT NULL,
    `was_score` INT NOT NULL,
    `now` VARCHAR(20) NOT NULL,
    `now_score` INT NOT NULL,
    `because` JSON NOT NULL,
    `event_id` CHAR(36) NOT NULL,
    KEY `idx_verdict_cha_event_i_c443d2` (`event_id`)
) CHARACTER SET utf8mb4
""",
        "ALTER TABLE `event` ADD `location_id` INT",
        "ALTER TABLE `event` ADD `header_set_id` INT",
        "ALTER TABLE `event` ADD `finding_id` INT",
        "ALTER TABLE `event` ADD `agent_id` INT",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "event" DROP COLUMN "location_id"',
        'ALTER TABLE "event" DROP COLUMN "header_set_id"',
        'ALTER TABLE "event" DROP COLUMN "agent_id"',
        'ALTER TABLE "event" DROP COLUMN "finding_id"',
        'DROP TABLE IF EXISTS "header_set"',
        'DROP TABLE IF EXISTS "finding"',
        'DROP TABLE IF EXISTS "verdict_change"',
        'DROP TABLE IF EXISTS "location"',
        'DROP TABLE IF EXISTS "agent"',
    ),
    "postgres": (
        'ALTER TABLE "event" DROP COLUMN "location_id"',
        'ALTER TABLE "event" DROP COLUMN "header_set_id"',
        'ALTER TABLE "event" DROP COLUMN "finding_id"',
        'ALTER TABLE "event" DROP COLUMN "agent_id"',
        'DROP TABLE IF EXISTS "verdict_change"',
        'DROP TABLE IF EXISTS "location"',
        'DROP TABLE IF EXISTS "agent"',
        'DROP TABLE IF EXISTS "header_set"',
        'DROP TABLE IF EXISTS "finding"',
    ),
    "mysql": (
        "ALTER TABLE `event` DROP COLUMN `location_id`",
        "ALTER TABLE `event` DROP COLUMN `header_set_id`",
        "ALTER TABLE `event` DROP COLUMN `finding_id`",
        "ALTER TABLE `event` DROP COLUMN `agent_id`",
        "DROP TABLE IF EXISTS `verdict_change`",
        "DROP TABLE IF EXISTS `location`",
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
    "eJztXelz2ziW/1dQ/pKkSu2N5aM9zuxU2W4n7ZnE7krcx2x7SqZISMKYIjQ8LGu3+3/f9w"
    "Del0nqomh86I5F4YHU74HAu9//7U25QU1n/9Zzh/z5K5/vnZH/27O0KYU/sl/2yJ42m0Vf"
    "4QVXG5piNBfDxJih49qa7sLVkWY6FC4Z1NFtNnMZt+Cq5ZkmXuQ6DGTWGMlvLQqjdZeMuE"
    "04fDCZ41KL2j3iWQa1iTuhBJ+M8JH4O/ieMIs82BRIYXJn/+784vPVw/69dW89eBb7j0cH"
    "j3TxQKbaI3WIZlncs3S4J2EucedMp2Si2VOTOo64s+YQk8O38C/exOZzwhzySGfuPnmYaQ"
    "uTa8YDmXDTcAgznN49TDiHaQ0cbhGNOFQzqQH/6DZ1z/AuQE+n8NPhKrcI4MaeqL3YR6T8"
    "B3T5mAK5DTj8/i+4zOAHP1MHP/4OKFl0oLk4fKQxmNv/YHji8r+QYPY4GDFqGgn2MUPQ4P"
    "WBu5iJaxdsfG25H8VYnGM40LnpTa1o/GzhTrgVEjBL3GyMSGsuxTu4tocsRSb6vA+4LH9O"
    "NET+jhiNQUeaZ7qxJTAcRNf2BoOb27vBt6u7wWCvyqLxL+nAd1hw8KiOAGCMj/DdX/r9w8"
    "Pv++8PT06Pj77//vj0/SmMFc+b/er7P+XDRGjJqQRm15+ub+7wgTisarnY8cKfgkZzNUkl"
    "2BWhj2s5i/8lLLZ89IPxKfzhh6XxD9AuY0BwIeJA9CZuggVT7XlgUmvsTuDjyfsSdH85/3"
    "r54/nXtyfv3yUhvvG/6YuvEOwI3ODdrwNwnKaDIB/0q6AMowphFt8lcY420DpIJ6lWg/V2"
    "d5Qk0n+phPRfSpD+SwZp/2jJwvz3b7c3+TDHSFIYGwzO0T/ECbmD67oEXAQDZ546zn/MOK"
    "Zvv5z/lob78vPthQCHO+7YFrOICS5S0MNBjeAEZ2wC/R/gG5dNaT4HkpRpJvik+8Ef3WLF"
    "3fWXq293519+SvDjh/O7K/ymL64uUlffnqR4FE5Cfr2++5HgR/I/tzdXabaF4+7+Zw+fSf"
    "NcPgDBa6AZcUyCy8GlBJt9eakmiyMqxd5Ws1c3NWCCMfAsl5m1X+Q08QqY7R9Qiter57Xm"
    "uqhROVk2Fyo3cZKXVZxVvbvv1yWQSBWnf3D0/dHp4clRqNmEV8oUmkB5ie2NMR2zzuYYka"
    "kXps0vTMJwUIfDCULF4zbzmNo2z1GI7+hzwZYYEmxOG97b2wIjr367K9cZQj5+vr35FAxP"
    "KxJ//omGttFjzNiDF4aa/jjXbGOQ+Yb3edHY7FfT/jR9RbO0sYARfzH+Pt8ce67rHOSUvR"
    "xLbfBVr8xOq8UGNTHUnpMZtR1ukTlzJ2j1ZDbhc6tHmMNNXC8EbWLkLZpPHe7ZOnWIrpmm"
    "MLhSS7Ncwm3iOdS+Nt5VtIIqG2crbZx0quXJ2sWWoZCgc0ah/vFRBaMQjCo0ConvkmKZ+L"
    "cGvMH4DmzoKXTfVzG5wahidN9nTG42N2uhG4zfILpTOh1Ki/UmMK4EcQnCWZum48w5nHcT"
    "zZnUQTpD2Ajylsma6f3iuNJ+cVyyXxynAR9zPjbpwPGGddBOUq0E6lZtzGsAGrWdwf+C9l"
    "sH5wTRBjeRn+8uN7ODnFQ5Ak+KT8CTzAE4s+mIPdfaOkKKzokYBydV3E5pFTTmdTrJLOMJ"
    "6J8Yy1BrGceJNriMTfZIzcVmVvJBJQ9fiYMvcxZqJrVdZwAPldVXOAgWmlVgt4zTpdAeAu"
    "G64A6W+WZ19Yvb288JXf3iOq2M//zl4gqwF9DDIOYmdBXl1XtlVi+DOYhyEz6nSJV1s818"
    "dii1GvA4Rqb42zb+1jCoxheC42CgZ8456lN+/MdXamoCzCzbfUvpNznL7m7e0VV/XSbeFg"
    "5YTwYjk8+XxOn2HCb6aMrY3518O8qBmsI60MZ0SZS+yFm6upqeGJ3DJEuC9Iucpasg6dy2"
    "qYxBXw6ny3CirkJFn6iVF7xRB6UrnKOrAA1t2LipvSREP2nMpsaFnKurUM3gRy6/N/0kZ+"
    "noISdtCMshdI5zdHURWdxl+rJCwI2YpKsQ6XzGlkXoks8WHcZnMXDosq8ZQvSNdupFqxUL"
    "kwJUn1D9sRjRW4vecfhfNVwvg8k6uMWPMbBiMLY1K8dEUh+uTzjdp2C2DuI1m2DoKvwCPz"
    "pqWcB+wvk+h9N1EDGbup5tDeaaq+f48usj9lXM92swXUcQqxnLd209MVfz754J54t92yuL"
    "6GPJcc2C+mD9fodmUGIy65G4E80lJhxnhMF/6O2jtkihJppF/AjCM5EhDWfed95MUskca7"
    "zK58BOFdy3y8F9Ln+k1sDk/NGb1fIPp+g654dffZjDDkSiiRd6M8731QeiKV/wSyfZzvqQ"
    "EnbF5xmD6RqwOUmp2NxqNntOo1c5RqZcwW3jb0tyawK3cI4wHvMYF0viTmxQ0yJIDhtb3z"
    "ELyxxhGSTfF7BP7kCs1kGqYtQvP4RythC2emGpIm6ZCymxa85Eid9K/FbidwXxW4mHnT1X"
    "EkWjNMcdNIwjS9MqVrea1UoTeBVstukTnHZNNu4kpdIH2sxlGAqz5bhpioWgGEnncmGPqu"
    "SzHRWnsx1lstkwF38AClGe77Ckyl+CqnMwHx/0K+AMowqBFt+lsoCk52RQV7VK0m2uflEn"
    "tKyMbSHDjywzPnKbgh7+D7oQDLmGR9csPc/oni29sWOMKPJlwmVbm4d2gdQaBATgd1OZfX"
    "V5/u3y/IervT+3Y7WJgjty7DaJyI9iy00y3KSR8QYNNEFpFA3AJQ7sjQQjKRzicjKkBLRF"
    "g+BvJhwWUw+vgk4hna1owplq9qNDNJtiTWu4MFUmnLZvLr0SEw7sGXYzu0KSUmkh7ZZPW3"
    "Sov5K3bil3QYXjPwhjWv/hv1WGre3oX+o4jwUf5pznydDE4gM9FRG5VKmzNw7+MWXCuYOn"
    "tjjI8cSewB8wxO9JwWxx3JO3mmX0yBwOa0rG7El4aPCot4x3sjGFwRwA3aK63OQfZC01jT"
    "xgvUXPpg9kSjXLkZLBJ1GfBe45QhemuK34WWfEmfC5ha0q7vcELCQ+7/2ekh7avo+VSQ/b"
    "Lq62bf1w/eXVtlYuqe1Yr6FiEuxLs7z8keL2BhGF6m6wRHcD2Y9oAKcHlu0ZCPdw3rZuaf"
    "aiqIZC/gzpajQLl+5u8Hvuvu1DHPID2HFxfXP+9Z/5pWMvclhy8c+7q/O0vzl29NfVDNO0"
    "SjdstW6YEvTqcjuHXPmq2sxvX36vI0/ESDrnRDmsVLf1sKRu62G2bquytyh7i7K3rM7eEt"
    "X4yTG3JAoAlTT/DAsONTa2YOwrfJihqUSaPN44BKFCL8oMHv2MODDUpFg7voel5MmUWR4I"
    "nT0yBLgMJETjiB8xK40nQzrWLMJcZQtp+x7TK/ekuLRBMGyaTgXDpo7XbDCs//Y0ADtL2U"
    "HjyBpqHHs2SKG1RMYYSQchXn3+3xO1GUxWq11snKaDIB/0TyugDKNK2sWeZvpVcF9sqwpy"
    "SNBBhFe/Uygb6pZsqHPmTOoBH1FsHvi9v448SxQQJEOPmS6znH2839/WpfNvmh1RvYsGUk"
    "oucecML6vffCz67A5mmlurkUuCaIMg/9dmUD6uZN46LjFvHWfNWyobrclGs3OWYpWi9CrY"
    "rIoVdJu/W3RGtIyrrzaho2V82P18jngxxRyXRKrWYrFTIl3kcTVZHXI+Ap9Bt7aoQTTLIL"
    "rJ9Ef4W2Z7yOwNZhMRlSlLdzBDZnaIS2+cnkgBgfEGVa6Jtm84vXLXhEry6P45L9/13GO+"
    "WP1NECkbw4s2Bn8XrYlykkrB/CLMKoBm+yKrCqBplWy7lLwaL2WdI6+mKl0Xy6vpEturkV"
    "dtOjMZdYSYinEyOg3SkWXbC+OD+GrC53AXOy64wgSOTHUacRtjaETu0oQ5LrcXgO3DWSDN"
    "wpNgo3I/DYpgtSSiTzRr7Cc340RobUdp2f1A7vfu9+ABYFYqxo+YDQQ4oKIs/PueAQNAcP"
    "qXkoqVVKyk4m1JxdFeUEdgS1J1TmBbffyK3DqblK3jqsrVjrxK/oFWk8ERldopW81e3dSA"
    "CcYApNK8rN4XHLtpYvUqt5nXfkZPTsBQofQZJ9lcea/365VB+wdH3x+dHp4chaJneKVM4g"
    "yky1gtZJt7w3otMmIknRMwVFZVNxQoZRTqsFFIWEaCxuBFdWxijcNfqmQzjQ1tYhf6Fe0w"
    "zAktNlg5ho+IRvyJz0TfACb7CtgUy9f4Venos0stUfnGpjOOyrn/ZWgeQsSEcehOlLxhju"
    "hcAN86nIv6NJoFKw4eBO/IxGM8wuFpVbb2uBO8D3IOvvrdRwQ/KfNPK80/hq2N8o+S4hM7"
    "TtPoyG6ZRJs8s0+rHNmnxSf2aebADl+CGhjHabqH8WGVir2HxQV7DzP1eqN9p47oGSdSKL"
    "+Msp9q1cTAlSJVenGb9WIpPmRZXJxGE1G0I40Gb9uZNBqDjUYgrqFDsA5PUmRLMWZ3Xra1"
    "cGBmcz6qg31IoFBvjrqv8OSe6j//fP1DPvRJqhT+nseMfaTdVeU5D3x5kMsDI46p+J0rs1"
    "7E9NqlrBcxVXoXGfCi9SK5/tZtvfjMrNxq+uJ6r8xaYQYjmtaAEZ3E/eaH/o/+QB5kgMkD"
    "ESYch4xsPiUHfqA14bYRBZ+IkOsCw8Lv8eUmp5Q2hIS1IQm1Z5sDbKeojA0tNTb4fMxwoB"
    "D+iKBLnVRW5m2BBZ8F844+F6DpD+9EBYcybevqt7tyUSRRCzQYnpZPMlDLvSWDd0nfpRhN"
    "J0Bfd7izC0u3lv3GH985v+F60tUx+r6OqzsiUI7u9NaLEl9tQJNECtQ0qCK6WCLUwMKYpV"
    "ZGxjYbGUWn3qbMzhArXreZ122z5LSXtXVtORXsM7Uz6pew0LQD2NXbaAowp08U75yB/MKn"
    "+/iPr9QUNayK0b56ol2qXvDnOgsOlITpVIrQWTY2R5Y+1sIKAvvkWsTiYKCMyKeimkPfOG"
    "cyaiaeOSXStJhsNdkTeVzMcphBCSwhe0FErw6ZtiVK4T6cEc8KonjIW41MmEt0+MU9YnE/"
    "vIcsqPuO/CG7V8I/+oQangnD/wBag1sU5ruUVjisZ8BHZEb5zKTi7iZ7pObCv/KBPODrgV"
    "nQzoP4+iGSVX1THtFMM8oRs7gb3KTAgpcx1iWjutADEnqDg3Ch5BBvZgRVsnK+FRIA8I89"
    "MXdRMMYe6af9/iD2ttczDRYfTdtwLsT8nOJO+L+jbTg5XzijeiUmQId7dlHl0SvLm2ZOqG"
    "TKWUjdZnuKNBJsPRdJ7CN1zCkhQZvBbU2ql+MN/031WvaqGEnnTFYH7yvZrHBYcaHi91mr"
    "FfqPUNOALSZHzipp1pKi6xzga2m0J1ATH+pCHRB1Due15HA4VLP1ySDf4F3swUmRdQDrTf"
    "txUFZukusekSlDU5sNTQm1opZBMU6oUnRbzeRAL27A5hSpepnbzGdpYGhSlDdOqHjcZh5n"
    "TTQ1JM9c4u4lcqwlHEAY+7JgFzqvw/HKb532W6vIihVHVtRdmwkaBakKVtkAqPRZh2On9l"
    "JNkylgC4CtvWAzdAra/AArXHuN46tixEqwbrNgLfyjDVmdplWcbjOndWq7+MMWdVSnBFH3"
    "VKZ1lHbUjIalHWOE6k1q85uUiSlpsm+m6BXH28xxWXO7oSXZVPUsdoPLspp6Ey4nKRWX28"
    "/lOipjjEIpi5ns0ij8suZLk6RUztRWvzVtKie6bRXitTZGbBsjqqZxLNcZMR41YuWZGutk"
    "cQT1NjqCdEpI1tmMLZ/p8jWYp7tAYV+gpVHCSboK0ROjc5hkSYx+kbN0FSSd2/DO4dRL4n"
    "QZTtRVqDaZgbebAAm32JIAhXN0EaERt8fcdam1HEgf49N0EScslrv81v1VztJVkDST2svu"
    "R+c4R1cBkr0Ml0ToRkyys+a2JZOmU6XFi6EMKjO+DGi6yUFHYE3UoPDy0iHrQ/XFn6eDEN"
    "l0io+XU6KvPkxfY3N1BKq6xQo8YYrIVirwF1BJmYJgRNO+sg5F6P2+shYn4lQSzWHdCXOC"
    "ap0VU/drpcyrapqrtBP2SHEqvQ7yWDP7fJJS2edbbZ9vW+mkNtRgXkXhpGK7cFYWU0Ww21"
    "0EOzIs5xy3CatzWU/3+LCmxYFQR5YVrmtXxXZ5j+h6jwx1fbmq2AYHYV5IZkH9A1UQu51H"
    "uCqILbiwspCFR/gdWTSLg2CD8R0seHNYpWhFccmKTNPR+hVYtlJ8ZXMBxusovxLt3FVBji"
    "g6UAwkjXCVNQyjShDOrOO6tW1UWZs6ZW3apqu0Vw1VZV5bqYWoMq+tKPMa2o5z1bnIrlym"
    "zcVGrcSK6nIypPB/0yBslDCjkolfEHVIqUUwbY4aZLhA1c7aJ59QEeTwImI/ZSydKgdULp"
    "s6oqY5MLygmon/l9Lo2qnRKaNsk9Nw54yy0ftYh8URlWJvq9mb2nNrZcknSVXGUJv53DZ9"
    "pQ2mfeVbUb6VpCwuwtFzJfEgUL1MDscx1Ggsh/+KHQew8QHBn4NSuBbI3WfSx4KNFfiIOH"
    "xKh9xYvHF6hIPQjnT4vaMtnMAfE/p4ZKcFNP8+nGE3BXNB/iC4VUxBi9Phb5kZCH/AL9IW"
    "++TBt2bC8PmEk7nNXerfh09RsjeYIXQAkOL0SY+YfA6ag6452IThhoO6YI3xKRhqEvTZxV"
    "YQj3TmnhHR78FzHoIWEjqAiCO/frwkh0cnh+Tt/d7x/sH+wT1geL93vwe3BDXDwt+D6sSY"
    "gWL5rpLHSESLparlJVxEKuij7fqF8nDEKs5XMGAelFWbV06ObTg5lAl+nSb4+hqL0kh3QF"
    "ORUfNN7EpJSsXmVrMZCwj5yTEpCYtzk2pWPotjVCn+DoFsXSwNr2yWpxe3t58T7Ly4Tvd9"
    "+PnLxRUc/YKPMIi5CeEq2SHJq3XcRxSdO40ODqqIUwfF4tRB+ijKUzeqAp1H20EB67BfRQ"
    "LoFwsA/XzQ3QkGIjbCPEGqIK8AedusiO09j1XUQyvtgy9YaFdnSwzKNuQYE2MVHYqtiU+x"
    "QUs69SeaQTSLYJdW0T818OVzGZINMwln/ohoZKYxGz36Np871D4TdjuRS6URQ1sIU+K56M"
    "/q0wZTiSBvESgQWg9lb1UPphnACMuFC2RE5/AIwFUD+7RyD0dobmgPlM/7xsFHhXvdTWDI"
    "eIKPZfPnhezIOmHw28mQuxN4BnMRPgHebcqn+PuwA6xJRy5aUHU+ncHnfXInYhpwv8d4hR"
    "jVveWTvX3wGbM/YqZL7bfR4vrve6//vn/SI5o7GIxdmvhshp/fPfTIfML0CcIt3hz4w5lT"
    "23n3QfzAObcNBBr+vrd8kMlUW+Bj0jQ+Ixcj5YEK8K4cQpGyeOa2ig2vqtiKnBO0FbZPZd"
    "ropM67K1bXDelhR8cV5NOj40L5FL9KFXIMj5s6GCepOgfz8UEVPQBGFfdUOshoAqqW4laO"
    "DKWKbVIVUwUqV1ugMmf9KjV3p9XcWNW9HE03WZOvWNnVk+Oa6LvnZAZ6FqiljsYMGbiigZ"
    "5IJ8BaVMdEXsM+uXYJqHhOT+iLEw4/Uai3IoQGngoUR84ffW0UI3FAhRRqp5xcxtJY1AVF"
    "7jFPwwXNE0lnmgvKm/VB6ql0OnMXMpQFNOfopkJfxtgW8WxCna2s52U1OqXJtVKTE7yteU"
    "jHaVTMZdKPpdUz9AfjO2jdX31QkL+x1cE3RtI5vemkSkTQSXFA0EkmHqhMPb2jzwUbcufU"
    "0zKTztVvdwlrTgDn2y/nv71LWHQ+3958CobH4L/8fHuhAoVehTVNmSCUCaJFTFAmiPUCq0"
    "wQygSRY4KQ1QZyrA9hGYJiwwN9WrYKmu8M18iMPVOTCFc59ljZJ+iBBwhhPt11hGnAgtvZ"
    "RJ9oFvwQ6RGGCwbTXeEEHtKetBJMYfmJrBlLOsLvrQdZTE16yoE7oTUBjktHGiloUHBtRv"
    "nMRGc6PcPHklYReC6TPVJz4V+QBhDM4vEsg1tV66NWdzDXMkcUHxbbUIL3/jryLGGNIuJO"
    "+L+jv21BGH5RL1bJM9tJnlH6RBf1Cc/OqS9fopbL4Uofr6+PqzCI7YVBKDvT2ta1TUfUzi"
    "tyWox5jEQBXhvwiShBnLOR/P3b7U0+4DGS9HGMcvgfICY7O6wj50GPYJRDn0Y5dbjiBGno"
    "dZPVjLKKKDqw0lPJw5XSW/sl6a39bHqr0KjsRS2II5LOYXxQCeODEowPcjBmbj2A/fEK3S"
    "ro+saNOgDHSDqoivarbRMlu0QaYkfndo4Bs9D3EY7vkttjZUXVbc+sVa8hGN/BpXpSZame"
    "FC/Vk8xSpU/MoL4Vvaq0FqdR4toS4ppnOdR1TZrnKi3Lt0/QbTDjPg/6yob52pCvMNEetw"
    "RnAMeY40czVtyYM3Rqg85BV7o4aq7hiGjLC3inKkYI51OdvTokWGqj3p0SoGvZpyeAEs9T"
    "+kosGhGJQr458huNLG0Z1ut2mEkfc4OKTglCVWC4zd4zFY235Wg84bnJhb8Y+3FhokE15F"
    "v2Pq1a3BzB74D71QM1SaRgzcIqfTAD0CzrIZuhU+BmwcXgs9qbcIyoQ5iqcOiWCjc1Er7C"
    "Oua113SaUi3spgvb5Lro+FVvt05RdQj+pfZqFeuvYv1bjm2VWP/cPXoF6CZamO/W7lAV3v"
    "TBlAAYHoLc/Pz5815GqFsBuJ/9abqJa0yIrQBpQXhk/a123JnFGjxAcqMdF6zUm1tyfnl3"
    "fXuzV6DcrQDcH8Vk32iXAc5otVVQ9o0MK4D4YzRTRwFOGmSqoBuIriuAVyShfY7N11GQU9"
    "J+EcrFKYIxJ69IkFuyB/EvMpDsUszVIVltrc2Ir551TLLIy6WU3/RKkymjMY3bn2HRJlkz"
    "F8sQ0wXH6k0E+RYmLIqaxDBMdqruxcr59gimsfXIlFmeTyCUBGxINrM5Pp1fwcmbDqktsi"
    "k1xy/wJL8n2GBC1JDC5EmXuxo8p+MXgUI/K86lYXc1LOXrzplO/YRO0RcZe59V6k8W5NvJ"
    "R5UKOBszK9Oc7PdgiCrw1M4CTyrTco2O4+j1qGh0igi65ElcmXPA32RqLNeIooMLtl+p51"
    "tJy7dsxzdxstRYsBGBWrDKp6IajrRM3O7tTBkUYNaYuy7NLcQafVkqwY8SwxoL8VIylzIz"
    "1j0RErvFiclBTraxZgkI98miJbIpBrOjhscOxXYd8Cx4t/1Z9dKoMRYpmbmdMrOKUdiWK1"
    "dpK2vUVlS+49rzHVUCyMYSQJQqs1pVZsRsx20QAx+nUxWkWh0Dj8bjBhyOkSkGt5rByhyh"
    "zBHKHFHFHPGVakZB/9Pgq16ZKcKODWpiiPiRz4W9gTh8SofcWLxx0Mc3trWptEfIhqPYa5"
    "PMQAL3bCpboGJnaMJn1Doj2pB7wtUoJmLSOymKvcqeqcKZeMPFaL+gqqzwivImNYgYTffJ"
    "r36xVuYQZ8LnMFZ++DdnVmQJwVl8O4jsPSMLJp3dW9gLdoC7/wApGtpCeks0/lT1WVddn1"
    "WVEO2kfOA3762hNMUolNaUl9WoaoWqWqEdLF2pNAmlSShNooom8ZPGbGpc2HzuCCk3o08k"
    "B5RqFTMxdDCMjW3WbNKfARtNOpTANkktLNwk+jjAbKK/oxb2WsAYRJPY9Ik/UqOi8K5cl6"
    "10XbrAQmuAXUK9WR2hJE23miNzuwxZc7e82FtaFeUYSQdkkk0UGbYpotHAaJ2kVHppq/VS"
    "4WFwKOxADb0TMVpVhqnNnPaFjAZ8TlIqLreZy6rY1hbEQlW5YWOVG7anaRb4rIKvei9pl8"
    "v4rCK1UnMeRVu/ISVSZSVvv368JKcn/dN3Z+g9mnHTdDD1zaBPIgcNnqYnXEd+wz/NNGEq"
    "cQVtdWKA0jzbvsX0SjRPyekGqmeGUOmeL+qewr6N70wdoBNEnQP54KRKvGxaKorFy54oBX"
    "/zCv6Ew6qccLNW1HeCqHM4r363UFaUl6TCTmhd9HkGspjTgM1JSsXmVrMZZetGL3OCUBlQ"
    "2sxjoR41YnKSUnG5zVw2qMUaMTlBqHjcZh7rpgY8aCR7JSgVl9vM5S0avFvG1Vdr724ZH3"
    "bf3H1uUtvdyzF2yy96ZaZuLRzSyNDtkilsEJgdgfbqoOiDSKHAjPN9cu06xA+6++76B0yW"
    "GLFnURJuBCtMmLVFXiRAvjgTBdlmFCu0TfjcqV6ALV1sTVm+W2n5VkULQtvVYRUT4WGxhf"
    "Awpy1rUXOF4jDkOM0SQcjt3NEbZfrEAjBG+mm/PyiL7y5pKJxH3MFl3D+ukscAo4pN3ceZ"
    "TAasw2lRsw7eMZLOmbnXUHxDmblfg64V6MUiar2pUh0SK726zbx28CCv/z7HyBR/28zfkc"
    "aa+TIShIrHbeaxwZwpc5xmhu4UreJ0mzlNbZvXCpcJCTon3R5XCpY5LgmWOc4Gy6iwatVC"
    "s01MWEtWtIpVV10G24BtezPOb7jLdLqX4xnxv+mVuUasaEwT38g3PqWij4wf/+9y0yAc1g"
    "phVizA/40TJAs4++R2JFwp/moVo5jhiNrbPhG3DWpjdSmdT6fMlW1w0E7+cCYdKQNRfuoP"
    "4v+jm0x/hH9tOsVlZH8gD0M6ZpbomTOfUBudNcEN34jeN/Cj4Zlw0D55eKSLBzLVHqlzb7"
    "nUNJksoCUb5rAp7FgOA7xg5H88Rl14CpiBGlGvHVkhC/v9CABMWP92jww9N7pGGXp2yFvm"
    "wk0CFxIQTT2Y6R1MHdgihgvx2AI8mU0R5FnItj7oNIIb9gAlMtH8Il1wQRYhx582Yn53Kz"
    "GlgyW4/Npf0TJHfgUcQEdWWMlclDmfUMBzzj38LRz+tGV2hia5ZbAxdVyCIbdOD/AF3St2"
    "HX6dtiBzjcm6AvhFxGpsmkQFJRYa0wRsJh25hGMpMvgwFktj5OLPnXMYTB8LXWQpf9jvqQ"
    "0QS6qLAmKJq0FZsZiRT3yOF2LHz6HXQJVlV3621h1b6zaew45YC1s5vHtZJJX0toMSve0g"
    "q7cpH+ZqfZiqOmEnzUfKf/cq2Cwk6hw5qqxFQkizwQ4J4ZWdbZEQKRj1xNYknYpKbWouVJ"
    "7q17OrCaW8ias6Rqc43GYOK+/L6/a+7M6rpZwvq3YQBA+wc96Xdi7al7Ftr/flks8Wezm+"
    "F3G9V+Z50YMRTfwutxaVvT9cLpwp2ICE2vvkIULqQdry/cUR+imGVOcwCN0ios0HuhDQAi"
    "+dLLDUXAqUaL5HL8gfBIPn4B8ZYYWfXT6bUQNuBQ8jlGwYHrQtEbMN6diz8MGA1MBbaPIf"
    "30PyCCcq3AoEHflMMIgaZ0GujN94BG+qjWFJ9PzWJ/AZf690E2FxIGxFMrG5N54UZ9AgxA"
    "NHqop+v7d0Ek3aPSAAUDb/ltr82xZxsVWWrMZ6qhonioX96lqAbDB7pkoFIxhVkj2TqWEk"
    "/q0BcTC+c5GFh5U8VIclHqrDrIdKHoI14A0JNoivL6JsBubVt19G6alO66Vw/OZ23fc7su"
    "UGgmhdY1ucThnb2mxsU6bz18NrleTVbf6qJK/u81gleb0WTqskL5Xk1UETZEz09G3INW2O"
    "KTKV5lXuaYxb6pf0hqHn5RvdxQVeNRcptbZedjUqP24XKuAFC7vA2+iv+XKHY/CONez4Yt"
    "jayE/jGXMqmr5QTZ9gqhZzHd8LKTq9wEdqjvYJOiolFboG0VUJT0A0WVKvJzKE6BO1/QQl"
    "mUpmUu1JZGcFHsG5hnPDZQcdj9+kB1K6N+XcIoUI7voJfYRv4D5zC7OvXG59IHN82olmCO"
    "ejP/DectH9aeGtiQG/pNiHGHt3xL3ClKCEEzF4Ol9mjScX1XIlFh8o23Be7f115Fk6rggi"
    "7oT/O/rbuqSpZfxZJY1oAqbVkFHjNB30yJxWkVNPi8XU04yUatMnhh2F64Acp+kgyIf9Kn"
    "6ZfrFbpp/xynjDf1M95xQv8ctEJJ1Ttw7eV03OKs3Oyqzlkc2ngwZe3DRdB9f0Wly5Are6"
    "/twEUeeW9lqcuigaDflzHZRjJGo1V1vN7gSF4JryRoKoe6t55SfhnDmTPOf537/d3uQjHF"
    "GkzclMx/BGkzk7rNTmAYtYJIzIAaBvv5z/lsb68vPtRVq2xgkuVE3V12jUT2mzdficIlXO"
    "mzbz2Y/lbuJtT1AqLreZy8qFpNrRtI0Rm7HGJ/xLueGWFz7dx398paYomlXuWOoQ1H/W8l"
    "XENBz6nFevwSe7tegdh/9Vg/POn2snD4d8RGs6dAQCBR6dAJ0XXDoBQxr5dO5CH4r02PSI"
    "QzWTGh/II51h+Tpicmssi89ZRIRQCr+LqTkuwduHCWRYjw4dNWP2RGHkrGLVNpVp1cpMK7"
    "kK8jhgafaiKAQzoEnXZVm4cvPdza0zF1VfYw4FQNCuL65vzr/+M9SvQynw8+3Np4scDfvi"
    "n3dX560PN9nRHLeMAFbHaV8lMCU46dYfltIGDqwmKGV1wRDn1Gb6JO/k9L8pPTe1aEyDQ9"
    "O/tOKz7bUcbEum/RQfWU/UruuDjpF00sGxhr5l+FLVQNgf3kF011IbFO7o0jzbQLFrI0ai"
    "fBs1fRtLCQkrPMzG1MrVAuUX5UdZOKRZSJ+HlcXFJD1RqAOVO3wKjOkTNchtPra1KRnSCR"
    "N1PEQDWz4XoXuaaRJRmtavDj7RnjBgbx2qnzoelzweQU+f1Nm5g/GdK+q8en80vkOD8EVM"
    "AoxGnHyAk1SdOCHL3CZXv92V79kJfTkYnt7Id60MxOaEvUriSL9EHOlnxRGvmRPYW6kDuG"
    "2477pvsIbQkypav6QD5eqJ7mK14NU4UGqKhB/hx8qHygiFwVelYuEoNqiZYGh7Jg0lQvrE"
    "DIptfYIyciPuWUaBKAhfOxqThI4UJZVEqCTCVkG7ZokQX5460AbjOyiYnFSRS06KxZKTnA"
    "YqcjOqYyWJ0ygzyRIhoEokVCKhEgm3IRL+KLJrCzKAoy9LxcKJGLZUFvBXCizA9n9+sq9s"
    "C0hB/JtRPgOZEXNzyFTTJ8yiTrm1MJIRlYCoBMRWQbtmAdF/e+qIMDESJcEoCUZJMEqC2T"
    "EJRmD1mcvuxHlSTHJAqSRjxkc1kWN+DftCy5xtwkBYEb0UsuKKEGlCc5bO3IWSV5S80ipo"
    "1yyviDQMu1ZT4BhJB81a6wn/gZ2lFsT+eIVvNXyV6KdEPyX6bUP0+4XaqKXCVmYJISAj+i"
    "UHlIp+T3LoQI/GNnNxygmCSDd/WpABUSoUC0QWqDOYMzO1xT65E55Q7EUlk6XIhMNvF8S6"
    "Z9v4RTSJuRBF7W4tcm1Z/IeLHgqWvuVrjDKm6MAFtIvgOeAuDKvrUWaTGcDo9GAM0yei55"
    "VFNdtckBH8kDMyZ+5E3lZQguxqOcyg95aowsfnvfAXkDn3TIO42iPIukDCbINMsayezfm0"
    "ohD7e9R+XjXGame6Vv0zTR1nLT3OEoVutFolyPzhHZQG+9WC20pi2zI1hDRn4OiwE9bQwx"
    "M0XSqIsLJWPLiQayxYf7hasBUWLG4ddRdsgkYt2JwFO6S6BupdHT9MjET5YZbww4RCZXbD"
    "4NMZSPPF6c5x0tdRWt/PLT8oyHeGa8AZJtNtL2SgfEYvTkGfxb12AZqqGnBLgX658XR8oS"
    "VSmm9uyfnl3TW8FhutBv/n/wMeTUMi"
)
