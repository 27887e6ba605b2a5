"""User agents, header sets, findings and locations get tables of their own: one row for all events with the same."""

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
        'DROP TABLE IF EXISTS "location"',
        'DROP TABLE IF EXISTS "agent"',
    ),
    "postgres": (
        'ALTER TABLE "event" DROP COLUMN "location_id"',
        'ALTER TABLE "event" DROP COLUMN "header_set_id"',
        'ALTER TABLE "event" DROP COLUMN "finding_id"',
        'ALTER TABLE "event" DROP COLUMN "agent_id"',
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
    "eJztXelz20ay/1em9MV2FaNnUUe08r6tkhTZ0a4tpWxlk91oiwKBITkrEMPFIYpvk//9dc"
    "/gvgSAFwjNh8QiOD0Afz2Y6bv/uzflBjWd/VvPHfLnr3y+d0b+u2dpUwp/ZL/skT1tNou+"
    "wguuNjTFaC6GiTFDx7U13YWrI810KFwyqKPbbOYybsFVyzNNvMh1GMisMZLfWhRG6y4ZcZ"
    "tw+GAyx6UWtXvEswxqE3dCCT4Z4SPxd/A9YRZ5sCmQwuTO/t35xeerh/1769568Cz2H48O"
    "HunigUy1R+oQzbK4Z+lwT8Jc4s6ZTslEs6cmdRxxZ80hJodv4V+8ic3nhDnkkc7cffIw0x"
    "Ym14wHMuGm4RBmOL17mHAO0xo43CIacahmUgP+0W3qnuFdgJ5O4afDVW4RwI09UXuxj0j5"
    "D+jyMQVyG3D47V9wmcEPfqYOfvwNULLoQHNx+EhjMLf/wfDE5X8hwexxMGLUNBLsY4agwe"
    "sDdzET1y7Y+NpyP4qxOMdwoHPTm1rR+NnCnXArJGCWuNkYkdZcindwbQ9Zikz0eR9wWf6c"
    "aIj8HTEag440z3RjS2A4iK7tDQY3t3eDb1d3g8FelUXjX9KB77Dg4FEdAcAYH+G7P/X7h4"
    "ff998fnpweH33//fHp+1MYK543+9X3f8iHidCSUwnMrj9d39zhA3FY1XKx44U/BI3mapJK"
    "sCtCH9dyFv9LWGz56AfjU/jDD0vjH6BdxoDgQsSB6E3cBAum2vPApNbYncDHk/cl6P79/O"
    "vlj+df3568f5eE+Mb/pi++QrAjcIN3vw7AcZoOgnzQr4IyjCqEWXyXxDnaQOsgnaRaDdbb"
    "3VGSSP+pEtJ/KkH6Txmk/aMlC/Nfv93e5MMcI0lhbDA4R38XJ+QOrusScBEMnHnqOP8x45"
    "i+/XL+axruy8+3FwIc7rhjW8wiJrhIQQ8HNYITnLEJ9H+Ab1w2pfkcSFKmmeCT7gd/dIsV"
    "d9dfrr7dnX/5KcGPH87vrvCbvri6SF19e5LiUTgJ+eX67keCH8k/b2+u0mwLx939cw+fSf"
    "NcPgDBa6AZcUyCy8GlBJt9eakmiyMqxd5Ws1c3NWCCMfAsl5m1X+Q08QqY7R9Qiter57Xm"
    "uqhROVk2Fyo3cZKXVZxVvbvv1yWQSBWnf3D0/dHp4clRqNmEV8oUmkB5ie2NMR2zzuYYka"
    "kXps0vTMJwUIfDCULF4zbzmNo2z1GI7+hzwZYYEmxOG97b2wIjr369K9cZQj5+vr35FAxP"
    "KxJ//IGGttFjzNiDF4aa/jjXbGOQ+Yb3edHY7FfT/jR9RbO0sYARfzH+Pt8ce67rHOSUvR"
    "xLbfBVr8xOq8UGNTHUnpMZtR1ukTlzJ2j1ZDbhc6tHmMNNXC8EbWLkLZpPHe7ZOnWIrpmm"
    "MLhSS7Ncwm3iOdS+Nt5VtIIqG2crbZx0quXJ2sWWoZCgc0ah/vFRBaMQjCo0ConvkmKZ+L"
    "cGvMH4DmzoKXTfVzG5wahidN9nTG42N2uhG4zfILpTOh1Ki/UmMK4EcQnCWZum48w5nHcT"
    "zZnUQTpD2Ajylsma6f3iuNJ+cVyyXxynAR9zPjbpwPGGddBOUq0E6lZtzGsAGrWdwf+B9l"
    "sH5wTRBjeRn+8uN7ODnFQ5Ak+KT8CTzAE4s+mIPdfaOkKKzokYBydV3E5pFTTmdTrJLOMJ"
    "6J8Yy1BrGceJNriMTfZIzcVmVvJBJQ9fiYMvcxZqJrVdZwAPldVXOAgWmlVgt4zTpdAeAu"
    "G64A6W+WZ19Yvb288JXf3iOq2M//zl4gqwF9DDIOYmdBXl1XtlVi+DOYhyEz6nSJV1s818"
    "dii1GvA4Rqb42zb+1jCoxheC42CgZ8456lN+/NtXamoCzCzbfUvpNznL7m7e0VV/XSbeFg"
    "5YTwYjk8+XxOn2HCb6aMrY3518O8qBmsI60MZ0SZS+yFm6upqeGJ3DJEuC9Hc5S1dB0rlt"
    "UxmDvhxOl+FEXYWKPlErL3ijDkpXOEdXARrasHFTe0mIftKYTY0LOVdXoZrBj1x+b/pJzt"
    "LRQ07aEJZD6Bzn6OoisrjL9GWFgBsxSVch0vmMLYvQJZ8tOozPYuDQZV8zhOgb7dSLVisW"
    "JgWoPqH6YzGitxa94/C/arheBpN1cIsfY2DFYGxrVo6JpD5cn3C6T8FsHcRrNsHQVfgFfn"
    "TUsoD9hPN9DqfrIGI2dT3bGsw1V8/x5ddH7KuY75dguo4gVjOW79p6Yq7m3z0Tzhf7tlcW"
    "0ceS45oF9cH6/Q7NoMRk1iNxJ5pLTDjOCIP/0NtHbZFCTTSL+BGEZyJDGs6877yZpJI51n"
    "iVz4GdKrhvl4P7XP5IrYHJ+aM3q+UfTtF1zg+/+jCHHYhEEy/0Zpzvqw9EU77gl06ynfUh"
    "JeyKzzMG0zVgc5JSsbnVbPacRq9yjEy5gtvG35bk1gRu4RxhPOYxLpbEndigpkWQHDa2vm"
    "MWljnCMki+L2Cf3IFYrYNUxahffgjlbCFs9cJSRdwyF1Ji15yJEr+V+K3E7writxIPO3uu"
    "JIpGaY47aBhHlqZVrG41q5Um8CrYbNMnOO2abNxJSqUPtJnLMBRmy3HTFAtBMZLO5cIeVc"
    "lnOypOZzvKZLNhLv4AFKI832FJlb8EVedgPj7oV8AZRhUCLb5LZQFJz8mgrmqVpNtc/aJO"
    "aFkZ20KGH1lmfOQ2BT38b3QhGHINj65Zep7RPVt6Y8cYUeTLhMu2Ng/tAqk1CAjA76Yy++"
    "ry/Nvl+Q9Xe39sx2oTBXfk2G0SkR/FlptkuEkj4w0aaILSKBqASxzYGwlGUjjE5WRICWiL"
    "BsHfTDgsph5eBZ1COlvRhDPV7EeHaDbFmtZwYapMOG3fXHolJhzYM+xmdoUkpdJC2i2ftu"
    "hQfyVv3VLuggrHfxDGtP7Df6sMW9vRv9RxHgs+zDnPk6GJxQd6KiJyqVJnbxz8Y8qEcwdP"
    "bXGQ44k9gT9giN+TgtniuCdvNcvokTkc1pSM2ZPw0OBRbxnvZGMKgzkAukV1uck/yFpqGn"
    "nAeoueTR/IlGqWIyWDT6I+C9xzhC5McVvxs86IM+FzC1tV3O8JWEh83vs9JT20fR8rkx62"
    "XVxt2/rh+surba1cUtuxXkPFJNiXZnn5I8XtDSIK1d1gie4Gsh/RAE4PLNszEO7hvG3d0u"
    "xFUQ2F/BnS1WgWLt3d4PfcfduHOOQHsOPi+ub86z/yS8de5LDk4h93V+dpf3Ps6K+rGaZp"
    "lW7Yat0wJejV5XYOufJVtZnfvvxeR56IkXTOiXJYqW7rYUnd1sNs3VZlb1H2FmVvWZ29Ja"
    "rxk2NuSRQAKmn+GRYcamxswdhX+DBDU4k0ebxxCEKFXpQZPPoZcWCoSbF2fA9LyZMpszwQ"
    "OntkCHAZSIjGET9iVhpPhnSsWYS5yhbS9j2mV+5JcWmDYNg0nQqGTR2v2WBY/+1pAHaWso"
    "PGkTXUOPZskEJriYwxkg5CvPr8vydqM5isVrvYOE0HQT7on1ZAGUaVtIs9zfSr4L7YVhXk"
    "kKCDCK9+p1A21C3ZUOfMmdQDPqLYPPB7fx55liggSIYeM11mOft4v7+sS+ffNDuiehcNpJ"
    "Rc4s4ZXla/+Vj02R3MNLdWI5cE0QZB/p/NoHxcybx1XGLeOs6at1Q2WpONZucsxSpF6VWw"
    "WRUr6DZ/t+iMaBlXX21CR8v4sPv5HPFiijkuiVStxWKnRLrI42qyOuR8BD6Dbm1Rg2iWQX"
    "ST6Y/wt8z2kNkbzCYiKlOW7mCGzOwQl944PZECAuMNqlwTbd9weuWuCZXk0f1zXr7rucd8"
    "sfqbIFI2hhdtDP4uWhPlJJWC+UWYVQDN9kVWFUDTKtl2KXk1Xso6R15NVboullfTJbZXI6"
    "/adGYy6ggxFeNkdBqkI8u2F8YH8dWEz+EudlxwhQkcmeo04jbG0IjcpQlzXG4vANuHs0Ca"
    "hSfBRuV+GhTBaklEn2jW2E9uxonQ2o7SsvuB3O/d78EDwKxUjB8xGwhwQEVZ+Lc9AwaA4P"
    "QvJRUrqVhJxduSiqO9oI7AlqTqnMC2+vgVuXU2KVvHVZWrHXmV/AOtJoMjKrVTtpq9uqkB"
    "E4wBSKV5Wb0vOHbTxOpVbjOv/YyenIChQukzTrK58l7v1yuD9g+Ovj86PTw5CkXP8EqZxB"
    "lIl7FayDb3hvVaZMRIOidgqKyqbihQyijUYaOQsIwEjcGL6tjEGoe/VMlmGhvaxC70C9ph"
    "mBNabLByDB8RjfgTn4m+AUz2FbAplq/xq9LRZ5daovKNTWcclXP/y9A8hIgJ49CdKHnDHN"
    "G5AL51OBf1aTQLVhw8CN6Ricd4hMPTqmztcSd4H+QcfPWbjwh+UuafVpp/DFsb5R8lxSd2"
    "nKbRkd0yiTZ5Zp9WObJPi0/s08yBHb4ENTCO03QP48MqFXsPiwv2Hmbq9Ub7Th3RM06kUH"
    "4ZZT/VqomBK0Wq9OI268VSfMiyuDiNJqJoRxoN3rYzaTQGG41AXEOHYB2epMiWYszuvGxr"
    "4cDM5nxUB/uQQKHeHHVf4ck91X/++fqHfOiTVCn8PY8Z+0i7q8pzHvjyIJcHRhxT8TtXZr"
    "2I6bVLWS9iqvQuMuBF60Vy/a3bevGZWbnV9MX1Xpm1wgxGNK0BIzqJ+80P/R/9gTzIAJMH"
    "Ikw4DhnZfEoO/EBrwm0jCj4RIdcFhoXf4stNTiltCAlrQxJqzzYH2E5RGRtaamzw+ZjhQC"
    "H8EUGXOqmszNsCCz4L5h19LkDTH96JCg5l2tbVr3flokiiFmgwPC2fZKCWe0sG75K+SzGa"
    "ToC+7nBnF5ZuLfuNP75zfsP1pKtj9H0dV3dEoBzd6a0XJb7agCaJFKhpUEV0sUSogYUxS6"
    "2MjG02MopOvU2ZnSFWvG4zr9tmyWkva+vacirYZ2pn1C9hoWkHsKu30RRgTp8o3jkD+YVP"
    "9/FvX6kpalgVo331RLtUveCPdRYcKAnTqRShs2xsjix9rIUVBPbJtYjFwUAZkU9FNYe+cc"
    "5k1Ew8c0qkaTHZarIn8riY5TCDElhC9oKIXh0ybUuUwn04I54VRPGQtxqZMJfo8It7xOJ+"
    "eA9ZUPcd+V12r4R/9Ak1PBOG/w60BrcozHcprXBYz4CPyIzymUnF3U32SM2Ff+UDecDXA7"
    "OgnQfx9UMkq/qmPKKZZpQjZnE3uEmBBS9jrEtGdaEHJPQGB+FCySHezAiqZOV8KyQA4B97"
    "Yu6iYIw90k/7/UHsba9nGiw+mrbhXIj5OcWd8H9H23ByvnBG9UpMgA737KLKo1eWN82cUM"
    "mUs5C6zfYUaSTYei6S2EfqmFNCgjaD25pUL8cb/pvqtexVMZLOmawO3leyWeGw4kLF77NW"
    "K/QfoaYBW0yOnFXSrCVF1znA19JoT6AmPtSFOiDqHM5ryeFwqGbrk0G+wbvYg5Mi6wDWm/"
    "bjoKzcJNc9IlOGpjYbmhJqRS2DYpxQpei2msmBXtyAzSlS9TK3mc/SwNCkKG+cUPG4zTzO"
    "mmhqSJ65xN1L5FhLOIAw9mXBLnReh+OV3zrtt1aRFSuOrKi7NhM0ClIVrLIBUOmzDsdO7a"
    "WaJlPAFgBbe8Fm6BS0+QFWuPYax1fFiJVg3WbBWvhHG7I6Tas43WZO69R28Yct6qhOCaLu"
    "qUzrKO2oGQ1LO8YI1ZvU5jcpE1PSZN9M0SuOt5njsuZ2Q0uyqepZ7AaXZTX1JlxOUiout5"
    "/LdVTGGIVSFjPZpVH4Zc2XJkmpnKmtfmvaVE502yrEa22M2DZGVE3jWK4zYjxqxMozNdbJ"
    "4gjqbXQE6ZSQrLMZWz7T5WswT3eBwr5AS6OEk3QVoidG5zDJkhj9Xc7SVZB0bsM7h1Mvid"
    "NlOFFXodpkBt5uAiTcYksCFM7RRYRG3B5z16XWciB9jE/TRZywWO7yW/dXOUtXQdJMai+7"
    "H53jHF0FSPYyXBKhGzHJzprblkyaTpUWL4YyqMz4MqDpJgcdgTVRg8LLS4esD9UXf54OQm"
    "TTKT5eTom++jB9jc3VEajqFivwhCkiW6nAX0AlZQqCEU37yjoUoff7ylqciFNJNId1J8wJ"
    "qnVWTN2vlTKvqmmu0k7YI8Wp9DrIY83s80lKZZ9vtX2+baWT2lCDeRWFk4rtwllZTBXBbn"
    "cR7MiwnHPcJqzOZT3d48OaFgdCHVlWuK5dFdvlPaLrPTLU9eWqYhschHkhmQX1D1RB7HYe"
    "4aogtuDCykIWHuF3ZNEsDoINxnew4M1hlaIVxSUrMk1H61dg2Urxlc0FGK+j/Eq0c1cFOa"
    "LoQDGQNMJV1jCMKkE4s47r1rZRZW3qlLVpm67SXjVUlXltpRaiyry2osxraDvOVeciu3KZ"
    "NhcbtRIrqsvJkML/TYOwUcKMSiZ+QdQhpRbBtDlqkOECVTtrn3xCRZDDi4j9lLF0qhxQuW"
    "zqiJrmwPCCaib+X0qja6dGp4yyTU7DnTPKRu9jHRZHVIq9rWZvas+tlSWfJFUZQ23mc9v0"
    "lTaY9pVvRflWkrK4CEfPlcSDQPUyORzHUKOxHP4LdhzAxgcEfw5K4Vogd59JHws2VuAj4v"
    "ApHXJj8cbpEQ5CO9Lh9462cAJ/TOjjkZ0W0Pz7cIbdFMwF+Z3gVjEFLU6Hv2VmIPwBv0hb"
    "7JMH35oJw+cTTuY2d6l/Hz5Fyd5ghtABQIrTJz1i8jloDrrmYBOGGw7qgjXGp2CoSdBnF1"
    "tBPNKZe0ZEvwfPeQhaSOgAIo78+vGSHB6dHJK393vH+wf7B/eA4f3e/R7cEtQMC38PqhNj"
    "Borlu0oeIxEtlqqWl3ARqaCPtusXysMRqzhfwYB5UFZtXjk5tuHkUCb4dZrg62ssSiPdAU"
    "1FRs03sSslKRWbW81mLCDkJ8ekJCzOTapZ+SyOUaX4OwSydbE0vLJZnl7c3n5OsPPiOt33"
    "4ecvF1dw9As+wiDmJoSrZIckr9ZxH1F07jQ6OKgiTh0Ui1MH6aMoT92oCnQebQcFrMN+FQ"
    "mgXywA9PNBdycYiNgI8wSpgrwC5G2zIrb3PFZRD620D75goV2dLTEo25BjTIxVdCi2Jj7F"
    "Bi3p1J9oBtEsgl1aRf/UwJfPZUg2zCSc+SOikZnGbPTo23zuUPtM2O1ELpVGDG0hTInnoj"
    "+rTxtMJYK8RaBAaD2UvVU9mGYAIywXLpARncMjAFcN7NPKPRyhuaE9UD7vGwcfFe51N4Eh"
    "4wk+ls2fF7Ij64TBbydD7k7gGcxF+AR4tymf4u/DDrAmHbloQdX5dAaf98mdiGnA/R7jFW"
    "JU95ZP9vbBZ8z+iJkutd9Gi+t/773++/5Jj2juYDB2aeKzGX5+99Aj8wnTJwi3eHPgD2dO"
    "befdB/ED59w2EGj4+97yQSZTbYGPSdP4jFyMlAcqwLtyCEXK4pnbKja8qmIrck7QVtg+lW"
    "mjkzrvrlhdN6SHHR1XkE+PjgvlU/wqVcgxPG7qYJyk6hzMxwdV9AAYVdxT6SCjCahails5"
    "MpQqtklVTBWoXG2Bypz1q9TcnVZzY1X3cjTdZE2+YmVXT45rou+ekxnoWaCWOhozZOCKBn"
    "oinQBrUR0TeQ375NoloOI5PaEvTjj8RKHeihAaeCpQHDl/9LVRjMQBFVKonXJyGUtjURcU"
    "ucc8DRc0TySdaS4ob9YHqafS6cxdyFAW0Jyjmwp9GWNbxLMJdbaynpfV6JQm10pNTvC25i"
    "Edp1Exl0k/llbP0B+M76B1f/VBQf7GVgffGEnn9KaTKhFBJ8UBQSeZeKAy9fSOPhdsyJ1T"
    "T8tMOle/3iWsOQGcb7+c//ouYdH5fHvzKRgeg//y8+2FChR6FdY0ZYJQJogWMUGZINYLrD"
    "JBKBNEjglCVhvIsT6EZQiKDQ/0adkqaL4zXCMz9kxNIlzl2GNln6AHHiCE+XTXEaYBC25n"
    "E32iWfBDpEcYLhhMd4UTeEh70kowheUnsmYs6Qi/tx5kMTXpKQfuhNYEOC4daaSgQcG1Ge"
    "UzE53p9AwfS1pF4LlM9kjNhX9BGkAwi8ezDG5VrY9a3cFcyxxRfFhsQwne+/PIs4Q1iog7"
    "4f+O/rIFYfhFvVglz2wneUbpE13UJzw7p758iVouhyt9vL4+rsIgthcGoexMa1vXNh1RO6"
    "/IaTHmMRIFeG3AJ6IEcc5G8tdvtzf5gMdI0scxyuG/g5js7LCOnAc9glEOfRrl1OGKE6Sh"
    "101WM8oqoujASk8lD1dKb+2XpLf2s+mtQqOyF7Ugjkg6h/FBJYwPSjA+yMGYufUA9scrdK"
    "ug6xs36gAcI+mgKtqvtk2U7BJpiB2d2zkGzELfRzi+S26PlRVVtz2zVr2GYHwHl+pJlaV6"
    "UrxUTzJLlT4xg/pW9KrSWpxGiWtLiGue5VDXNWmeq7Qs3z5Bt8GM+zzoKxvma0O+wkR73B"
    "KcARxjjh/NWHFjztCpDToHXeniqLmGI6ItL+CdqhghnE919uqQYKmNendKgK5ln54ASjxP"
    "6SuxaEQkCvnmyG80srRlWK/bYSZ9zA0qOiUIVYHhNnvPVDTelqPxhOcmF/5i7MeFiQbVkG"
    "/Z+7RqcXMEvwPuVw/UJJGCNQur9MEMQLOsh2yGToGbBReDz2pvwjGiDmGqwqFbKtzUSPgK"
    "65jXXtNpSrWwmy5sk+ui41e93TpF1SH4l9qrVay/ivVvObZVYv1z9+gVoJtoYb5bu0NVeN"
    "MHUwJgeAhy8/Pnz3sZoW4F4H72p+kmrjEhtgKkBeGR9bfacWcWa/AAyY12XLBSb27J+eXd"
    "9e3NXoFytwJwfxSTfaNdBjij1VZB2TcyrADij9FMHQU4aZCpgm4guq4AXpGE9jk2X0dBTk"
    "n7RShvKUXwWcfkgbwcQflNrzRJMBrTuK0XFiOStWCxvC5dcKxKRHAdhIl4otYuDJMdmHux"
    "MrU9gulZPTJllucTCOEXG23NbI5P51cm8qZDaossQc3xCxfJ7wk2ThC1kTAp0OWuBs/p+M"
    "WN0H+Ic2nYNQxL1LpzplM/UVH0+8WeXpX6bgV5ZPJRpWLJxszKNN36LRiiChe1s3CRyiBc"
    "o0M0ej0qGlMigi55yFZm9PY3mRrLNaLo4ILtV+plVtLKLNvJTJwsNRZsRKAWrPIVqEYaLZ"
    "Lfd6u8BzBrzF2X5hYYjb4sleBHiWGNhXgpmUuZGet5CInd4sTkICfbWIsDhPtkMQ7Z7IHZ"
    "USNfh2IbCngWvNv+rHrJzxiLlMzcTplZ+d635aJU2soatRWVx7f2PD6V2LCxxAalyqxWlR"
    "kx23EbxHbH6VRlpFbHdqPxuAGHY2SKwa1msDJHKHOEMkdUMUd8pZpR0Ncz+KpXZoqwY4Oa"
    "GCJ+5HNhbyAOn9IhNxZvHPTxjW1tKu0RspEm9pAkM5DAPZvK1p7Y8ZjwGbXOiDbknnA1io"
    "mY9E6KIqayF6hwJt5wMdovFCorl6K8SQ0iRtN98otfhJQ5xJnwOYyVH/7NmRVZQnAW3w4i"
    "e6rIQkBn9xb2OB3g7j9Aioa2kN4SDS1V3dFV1x1VpTE7KR/4TWlrKE0xCqU15WXrqRqYqg"
    "ZmB0syKk1CaRJKk6iiSfykMZsaF7IL/F6OPpEcUKpVzMTQwTA2tlkTxaAp/XzCHUpgm6QW"
    "FiQS/QlgNtG3UAt7CGAMokls+sQfqVFReFeuy1a6Ll1goTXA7pferI5QkqZbzZG5XYasuQ"
    "tc7C2tinKMpAMyySaK59oU0WhgtE5SKr201Xqp8DA4FHaght6JGK0qL9RmTvtCRgM+JykV"
    "l9vMZVVEagtioapIsLGKBNvTNAt8VsFXvZe0y2V8VpFaqTmPol3dkBKpspK3Xz9ektOT/u"
    "m7M/QezbhpOpj6ZtAnkYMGT9MTriO/kZ1mmjCVuIK2OjFAaZ5t32J6JZqn5HQD1TNDqHTP"
    "F3VPYd/Gd6YO0AmizoF8cFIlXjYtFcXiZU+Ugr95BX/CYVVOuFkr6jtB1DmcV79bKCvKS1"
    "JhJ7Qu+jwDWcxpwOYkpWJzq9mMsnWjlzlBqAwobeaxUI8aMTlJqbjcZi4b1GKNmJwgVDxu"
    "M491UwMeNJK9EpSKy23m8hYN3i3j6qu1d7eMD7tv7j43qe3u5Ri75Re9MlO3Fg5pZOh2yR"
    "Q2CMyOQHt1UPRBpFBgxvk+uXYd4gfdfXf9AyZLjNizKAk3ghUmzNoiLxIgX5yJgmwzihXa"
    "JnzuVC/Ali62pizfrbR8q6IFoe3qsIqJ8LDYQniY0260qGlAcRhynGaJIOR27uiNMn1iAR"
    "gj/bTfH5TFd5c0ys0j7uAy7h9XyWOAUcWm7uNMJgPW4bSoWQfvGEnnzNxrKL6hzNyvQdcK"
    "9GIRtd5UqQ6JlV7dZl47eJDXf59jZIq/bebvSGPNfBkJQsXjNvPYYM6UOU4zQ3eKVnG6zZ"
    "ymts1rhcuEBJ2Tbo8rBcsclwTLHGeDZVRYtWoN2SYmrCUrWsWqq+55bcC2vRnnN9xlOt3L"
    "8Yz43/TKXCNWNKaJb+Qbn1LRR8aP/3e5aRAOa4UwKxbg/8YJkgWcfXI7Eq4Uf7WKUcxwRO"
    "1tn4jbBrWxupTOp1PmyjY4aCd/OJOOlIEoP/U78f/RTaY/wr82neIysj+QhyEdM0v0zJlP"
    "qI3OmuCGb0TvG/jR8Ew4aJ88PNLFA5lqj9S5t1xqmkwW0JINc9gUdiyHAV4w8j8eoy48Bc"
    "xAjajXjqyQhf1+BAAmrH+7R4aeG12jDD075C1z4SaBCwmIph7M9A6mDmwRw4V4bAGezKYI"
    "8ixkWx90GsENe4ASmWh+kS64IIuQ408bMb9rk5jSwRJcfu2vaJkjvwIOoCMrrGQuypxPKO"
    "A55x7+Fg5/2jI7Q5PcMtiYOi7BkFunB/iC7hW7Dr9OW5C5xmRdAfwiYjU2TaKCEguNaQI2"
    "k45cwrEUGXwYi6UxcvHnzjkMpo+FLrKUP+y31AaIJdVFAbHE1aCsWMzIJz7HC7Hj59BroM"
    "qyKz9b646tdRvPYUesha0c3r0skkp620GJ3naQ1duUD3O1PkxVnbCT5iPlv3sVbBYSdY4c"
    "VdYiIaTZYIeE8MrOtkiIFIx6YmuSTkWlNjUXKk/169nVhFLexFUdo1McbjOHlffldXtfdu"
    "fVUs6XVTsIggfYOe9LOxfty9i21/tyyWeLvRzfi7jeK/O86MGIJn6XW4vK3h8uF84UbEBC"
    "7X3yECH1IG35/uII/RRDqnMYhG4R0eYDXQhogZdOFlhqLgVKNN+jF+R3gsFz8I+MsMLPLp"
    "/NqAG3gocRSjYMD9qWiNmGdOxZ+GBAauAtNPmP7yF5hBMVbgWCjnwmGESNsyBXxm88gjfV"
    "xrAken7rE/iMv1e6ibA4ELYimdjcG0+KM2gQ4oEjVUW/31s6iSbtHhAAKJt/S23+bYu42C"
    "pLVmM9VY0TxcJ+dS1ANpg9U6WCEYwqyZ7J1DAS/9aAOBjfucjCw0oeqsMSD9Vh1kMlD8Ea"
    "8IYEG8TXF1E2A/Pq2y+j9FSn9VI4fnO77vsd2XIDQbSusS1Op4xtbTa2KdP56+G1SvLqNn"
    "9Vklf3eaySvF4Lp1WSl0ry6qAJMiZ6+jbkmjbHFJlK8yr3NMYt9Ut6w9Dz8o3u4gKvmouU"
    "WlsvuxqVH7cLFfCChV3gbfTXfLnDMXjHGnZ8MWxt5KfxjDkVTV+opk8wVYu5ju+FFJ1e4C"
    "M1R/sEHZWSCl2D6KqEJyCaLKnXExlC9InafoKSTCUzqfYksrMCj+Bcw7nhsoOOx2/SAynd"
    "m3JukUIEd/2EPsI3cJ+5hdlXLrc+kDk+7UQzhPPRH3hvuej+tPDWxIBfUuxDjL074l5hSl"
    "DCiRg8nS+zxpOLarkSiw+UbTiv9v488iwdVwQRd8L/Hf1lXdLUMv6skkY0AdNqyKhxmg56"
    "ZE6ryKmnxWLqaUZKtekTw47CdUCO03QQ5MN+Fb9Mv9gt0894Zbzhv6mec4qX+GUiks6pWw"
    "fvqyZnlWZnZdbyyObTQQMvbpqug2t6La5cgVtdf26CqHNLey1OXRSNhvy5DsoxErWaq61m"
    "d4JCcE15I0HUvdW88pNwzpxJnvP8r99ub/IRjijS5mSmY3ijyZwdVmrzgEUsEkbkANC3X8"
    "5/TWN9+fn2Ii1b4wQXqqbqazTqp7TZOnxOkSrnTZv57MdyN/G2JygVl9vMZeVCUu1o2saI"
    "zVjjE/6l3HDLC5/u49++UlMUzSp3LHUI6j9q+SpiGg59zqvX4JPdWvSOw/+qwXnnz7WTh0"
    "M+ojUdOgKBAo9OgM4LLp2AIY18OnehD0V6bHrEoZpJjQ/kkc6wfB0xuTWWxecsIkIohd/F"
    "1ByX4O3DBDKsR4eOmjF7ojByVrFqm8q0amWmlVwFeRywNHtRFIIZ0KTrsixcufnu5taZi6"
    "qvMYcCIGjXF9c351//EerXoRT4+fbm00WOhn3xj7ur89aHm+xojltGAKvjtK8SmBKcdOsP"
    "S2kDB1YTlLK6YIhzajN9kndy+t+UnptaNKbBoelfWvHZ9loOtiXTfoqPrCdq1/VBx0g66e"
    "BYQ98yfKlqIOwP7yC6a6kNCnd0aZ5toNi1ESNRvo2avo2lhIQVHmZjauVqgfKL8qMsHNIs"
    "pM/DyuJikp4o1IHKHT4FxvSJGuQ2H9valAzphIk6HqKBLZ+L0D3NNIkoTetXB59oTxiwtw"
    "7VTx2PSx6PoKdP6uzcwfjOFXVevT8a36FB+CImAUYjTj7ASapOnJBlbpOrX+/K9+yEvhwM"
    "T2/ku1YGYnPCXiVxpF8ijvSz4ojXzAnsrdQB3Dbcd903WEPoSRWtX9KBcvVEd7Fa8GocKD"
    "VFwo/wY+VDZYTC4KtSsXAUG9RMMLQ9k4YSIX1iBsW2PkEZuRH3LKNAFISvHY1JQkeKkkoi"
    "VBJhq6Bds0SIL08daIPxHRRMTqrIJSfFYslJTgMVuRnVsZLEaZSZZIkQUCUSKpFQiYTbEA"
    "l/FNm1BRnA0ZelYuFEDFsqC/grBRZg+z8/2Ve2BaQg/s0on4HMiLk5ZKrpE2ZRp9xaGMmI"
    "SkBUAmKroF2zgOi/PXVEmBiJkmCUBKMkGCXB7JgEI7D6zGV34jwpJjmgVJIx46OayDG/hH"
    "2hZc42YSCsiF4KWXFFiDShOUtn7kLJK0peaRW0a5ZXRBqGXaspcIykg2at9YT/wM5SC2J/"
    "vMK3Gr5K9FOinxL9Nif6/fH/h9H3Gg=="
)
