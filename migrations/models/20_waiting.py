"""What somebody can repair waits: in the outbox, on Gmail grants; a history is read on at its page."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "outbox" ADD "failures" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "outbox" ADD "waits_for" VARCHAR(60) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "outbox" ADD "failing_since" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "refusals" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "gmail_grant" ADD "refused_since" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "may_send_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "access_ends_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "probe_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "second_look_at" TIMESTAMP',
        'ALTER TABLE "gmail_grant" ADD "refusal" JSON',
        'ALTER TABLE "reply_watch" ADD "history_page" VARCHAR(255) NOT NULL DEFAULT \'\'',
        'CREATE INDEX "idx_outbox_waits_f_d80303" ON "outbox" ("waits_for")',
    ),
    "postgres": (
        'ALTER TABLE "outbox" ADD "waits_for" VARCHAR(60) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "outbox" ADD "failures" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "outbox" ADD "failing_since" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "may_send_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "refusal" JSONB',
        'ALTER TABLE "gmail_grant" ADD "probe_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "second_look_at" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "refused_since" TIMESTAMPTZ',
        'ALTER TABLE "gmail_grant" ADD "refusals" INT NOT NULL DEFAULT 0',
        'ALTER TABLE "gmail_grant" ADD "access_ends_at" TIMESTAMPTZ',
        'ALTER TABLE "reply_watch" ADD "history_page" VARCHAR(255) NOT NULL DEFAULT \'\'',
        'CREATE INDEX IF NOT EXISTS "idx_outbox_waits_f_d80303" ON "outbox" ("waits_for")',
    ),
    "mysql": (
        "ALTER TABLE `outbox` ADD `waits_for` VARCHAR(60) NOT NULL DEFAULT ''",
        "ALTER TABLE `outbox` ADD `failures` INT NOT NULL DEFAULT 0",
        "ALTER TABLE `outbox` ADD `failing_since` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `probe_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `refusal` JSON",
        "ALTER TABLE `gmail_grant` ADD `refusals` INT NOT NULL DEFAULT 0",
        "ALTER TABLE `gmail_grant` ADD `may_send_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `second_look_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `access_ends_at` DATETIME(6)",
        "ALTER TABLE `gmail_grant` ADD `refused_since` DATETIME(6)",
        "ALTER TABLE `reply_watch` ADD `history_page` VARCHAR(255) NOT NULL DEFAULT ''",
        "ALTER TABLE `outbox` ADD INDEX `idx_outbox_waits_f_d80303` (`waits_for`)",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'DROP INDEX IF EXISTS "idx_outbox_waits_f_d80303"',
        'ALTER TABLE "outbox" DROP COLUMN "failures"',
        'ALTER TABLE "outbox" DROP COLUMN "waits_for"',
        'ALTER TABLE "outbox" DROP COLUMN "failing_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusals"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refused_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "may_send_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "access_ends_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "probe_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "second_look_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusal"',
        'ALTER TABLE "reply_watch" DROP COLUMN "history_page"',
    ),
    "postgres": (
        'DROP INDEX IF EXISTS "idx_outbox_waits_f_d80303"',
        'ALTER TABLE "outbox" DROP COLUMN "waits_for"',
        'ALTER TABLE "outbox" DROP COLUMN "failures"',
        'ALTER TABLE "outbox" DROP COLUMN "failing_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "may_send_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusal"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "probe_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "second_look_at"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refused_since"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "refusals"',
        'ALTER TABLE "gmail_grant" DROP COLUMN "access_ends_at"',
        'ALTER TABLE "reply_watch" DROP COLUMN "history_page"',
    ),
    "mysql": (
        "ALTER TABLE `outbox` DROP INDEX `idx_outbox_waits_f_d80303`",
        "ALTER TABLE `outbox` DROP COLUMN `waits_for`",
        "ALTER TABLE `outbox` DROP COLUMN `failures`",
        "ALTER TABLE `outbox` DROP COLUMN `failing_since`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `probe_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refusal`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refusals`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `may_send_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `second_look_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `access_ends_at`",
        "ALTER TABLE `gmail_grant` DROP COLUMN `refused_since`",
        "ALTER TABLE `reply_watch` DROP COLUMN `history_page`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz47a1/1cw/pLNjKK7ltfOdtPbGdvxJm537c6u07RddySIhCzWFKDyYa1uk//94g"
    "Dgm5RJ6gXR+JCsReGA1O+AwHmf/x7NmE1cv38bBmP29RNbHL1D/z2ieEb4H8Uve+gIz+fJ"
    "V3AhwGNXjGZimBgz9gMPWwG/OsGuT/glm/iW58wDh1F+lYauCxeZxQc69AHIbynho60ATZ"
    "iHGP/gOn5AKPF6KKQ28VAwJQieDLGJ+Dv6HjkUjTzCSfnkfv/u/OLD1ah/T+/pr1PHJWKs"
    "xxbI8dEjmQc9NAqp85+QDB/JcoTmHnkiNPARRj6xGLXFWHgGoPPhfuKpMP8mumMfjeZ46T"
    "Jsj+4ppwmwQ33k2D6M6glinylCvydmxi6x4QYeCX5ATgAPQ2YcDn6VUcSxdJ6It+wDeurp"
    "AvZA+CN4HJsv/+KXHQ7CV+LDxy8cOUqGOIDhE8x/pK0+2KG4zMd/OVpgJ/CH/GGO/gX088"
    "fhxCGuneGwY4sp4PowWM7FtQvn4ZoG78VYmHI8tJgbzmgyfr4MpozGBA4V934AaHBA4A6B"
    "FwLXgc9qeUQLQf66ZIj8WSkam0xw6AapVTIeJteOhsOb27vh56u74fCozrpSlziXYE3yR/"
    "UFAA/wCN/9YTA4Ofl+8Prk7O3pm++/P337+i0fK563+NX3v8uHSdCSUwnMrn+6vrmDB2J8"
    "4cv3AS78LmhwgCWV4F6CPqyPIv6XU+yVox+Nz+HPf1ge/wjtVQyILiQcSF7WXbBghr8OXU"
    "Ifgin/ePZ6Bbp/O/90+fP5p1dnr7/NQnyjvhmIrwDsBNzoZW0CcJqmgyAfD+qgzEdVwiy+"
    "y+KcbKZNkM5SbQbr/e4oWaT/UAvpP6xA+g8FpNWZU4T5z59vb8phTpHkMLYdfqj9Jo60A1"
    "zXK8AFMGDmme//x01j+urj+d/zcF9+uL0Q4DA/ePDELGKCixz0/NwGcKIjN4P+j/ybwJmR"
    "cg5kKfNMUKT96I9useLu+uPV57vzj3/N8OPH87sr+GYgri5zV1+d5XgUT4J+vb77GcFH9M"
    "/bm6s82+Jxd/88gmfCYcCGlC2G2E5jEl2OLmXYrMSnhixOqAx7tWav5WLOBHsY0sBxG7/I"
    "eeINMFsdUIbXm+c1DgJQsPwimyuVmzTJ8yrOpt7d19sSSKSKMzh+8/2btydnb2LNJr6ySq"
    "GJlJe0suK4ITCoPqBpkj0C+lovEPn9hr5DLdJ0ByoQmx1I5x0osb8U+FytF2WIdqeCHh0V"
    "GKqxap+2fjWR0xIy8+bo/OZkTJpNd8hN6lqGx1vjMfG8sp3xjnytECZigr3uittn5NXf71"
    "abL2I+fri9+Skanrdp/P472Pwnjym7M1wYY+txgT17WPiGDVjV2OJXs8EsfwVT/CBghF8M"
    "v085j84ti3GV6ajErxR91VvlVcKpQW3cSudoTjyfUbSYMp8gsMUjysbMXiJ+K4IsTJFPCH"
    "oFnxZT4sElF7w1GAWEYhog5qHQJ963Nb0zxtmipbOFzHCZ0l8tisUEnbNOD07f1BDJ+KhK"
    "mUx8lxXKxL8N4I3Gd2A7z6H7uo7Ay0dVo/u6IPJ6zG2EbjR+h+jOyGwsXWe7wLgWxCsQLj"
    "pXfH/B+Gk3xf60CdIFwlaQayZp5veL01r7xemK/eI0D/gDYw8uGfrhuAnaWaqNQK3VxrwF"
    "oEHXGf4f132b4Jwh2uEm8svd5W52kLM6R+BZ9Ql4VjgA5x6ZOF8bbR0xRedEjOOzOv7vvA"
    "Kacn+fFZbxlGufU+aWCNErlnGaaIfL2HUeibvczUo+rhVqsCLSoHAWYpd4gT/kD1XUVxgX"
    "LDCtcKCk6XJojznhtuCOlvluNfWL29sPGU394jqviv/y8eKKYy+g54OcIKOrmPCCF2bzsh"
    "0fUG7D5xypsW3qzGefENqCxykyw1+d+eti+hDih0YCdZqmexri5sU97D/y3a4N0kVKg3c5"
    "3g1cBKlDDDvuchj6HNuSWJALRf3+L5+Ii8WPLDJA2f9/hJl+8RWTDlMuSa6qJZNZxGOPLX"
    "zirYnTX7HjEftCztVVqOb8R/JJNgAVPMrBvd61MPKJ70OO03oYfZazdHUhMX50T4cTl78t"
    "6+F0e84neu/KtLcOrqYZXwfrb+If5SxdXU1PDlmsvy39Tc7SVZAs5nlEpl+uh9NlPFFXoZ"
    "LJpuuhdAVzdBUgaUNcD6BzmKOrACmZkiungTNxLLyB106JljepGbuKnsXmzrpH3iWbLzuM"
    "z3Lok3XfQIDoM+nUO9goSC7l5oYoouGDh2mJPTCC9JaSO8b/9zywP8F0P0WzdVAqlXjxX6"
    "ACATcC2Id4ug4i5pG5uxwucGCVxK00B+wTTPdrNFsH8fK59DQU+5w1JdbjJjD7zKeELe8y"
    "mrAjsDWM9U0Z9ErCfbPmvuqI35SBUQxsE/X7M1ugWWhNo1oxYk70n5AFGOEoIniKfQjsFR"
    "VYoOCMjZfo1S93l5WBvl/S0ch8tCysYkJ/dQ/9BVYV4AdfXIWvFZcVpcj44A5XsClDFZxq"
    "+eopBPuNcj0TApM6mw/vqLa0VcKZJjGA5gFV2/Cw6baapdsdrp3YYQvewgI/isx4zzziPN"
    "C/kKVgyDV/dFyevFzMCTowRlQJUfyyhxexTJBbgxwB/ruJDAy7PP98ef4j34r3k6p1TZ+c"
    "AKvfXRDfUt+uFN+c7Lh2OVtcHPsODlvkOvQRLZxgihZTh8tzTuAjiOckHpKhb1BzDylMf5"
    "A1+0jwXTiXlNEYuM4WULqvQrQzgpwu28wqQS5gj4QOXcYew3mTkJA8XefCrTcfzX4ACUfi"
    "hT7aCb6bzzcyIb/PnaSdCBUkX+cOn64Fm7OUhs1asxnMSC14nCIzEb+68VeTAgrZ6L8Swb"
    "wQHlgtm8/F0OE4NbadfK5mUEUVyNeAUIgpQzO8RFEN78jOCvW7A8dVVa898sSFMRuKKji2"
    "S2SlbcaQy+gDesWXsB/050tTa8HI6UZOryOnp97luiinSEzxhTrFF4ys3tlDPpvW4wfDlr"
    "lbeVojzunMaT6Uz1bij1mRVZSQdC+d6E2dshNvqqtOvCkUnVBiXos3KUtp3iOd36OIVw2L"
    "nObIuvc+bd5caDyexuOpGyMO3+MZpQtWWFVUys5qe0o0qGVxSjkD9DCbewz2Zh+9+vT+Er"
    "09G7z9VnQxu5uS2N4yZ67rS3+oCGsjT45FkMWfTPo+VWQbdiH9DWwsNqGO8n9GtxovhRcV"
    "SloKSmNq0X0f6q0wtcgl0MLWUiA0xpZnjS3wzgzhnWkCdIaocyBvvvKDsWht36JFSbBgXk"
    "ns+4p6rQlJ5zDe/E5hLAzbtjAYo2wl9F0yMZgAihfBZlBsWr3MGUJjLdSZx0IrbcXkLKXh"
    "ss5cFhaHViUu04SGxzrzOOqF2UL2ylAaLuvM5T36HDTj6ot1OWjGh8P3OETF90o8Dqm6fN"
    "UeBz81qI3H4ZYS5PPF8p1DITce0t6V8ayPwNFgMfboEJFiJb0GIiSvJ/7k4ziBK90H0O3E"
    "eA503056KzwHJkhzZ9ZAY6t6EQKTZgGEhtXGLGnYvJEANxPG+BK4bMIYtx7GuHu3qM5+58"
    "17RUWwCVc9y+wEz4SoxFSdg/n0eFADZz6qEmjxnYnI3bs+q5l5TDdGHL59LFXftsRElq1+"
    "W20lyxXdXatx/Dc+/DFzhN0NBQwCZ8Ec5nhIPE4PYZ9P68E/ovyQxeZQlQhcliJ+d2Q7/B"
    "qlxJKK/AjSoH0S9GQcL0ajCZ8m9MiohxhfmOgn0eNWlKckfB3ZYlrxY/roOvClSQ4meSTz"
    "QCZX87v4hN/EFnYZuAmffcpHqbn4YNEWSd5gxt+IPhp5ZBL62I2eByosufHdxZf8dyymOE"
    "A+m5Exs5fIwvwHeQRCiUXAcfEG+IGvO8RpRnOPjYn4vWA0NLZC3ffW3gpbIYGV3kSiiAl2"
    "J0zsTiw+rWMg5KNWdGkumAj31g5bd6y30BFbbtFFnP/8+famHOeEIq/JO1aAfkOu4x+wvF"
    "AGLWCR0d8jRF99PP97HuzLD7cXecUcJrjIA08wBGvxswXaMg/FQVa2rVPsLSsYUTFDvtvw"
    "MiCHW++9dN9WEMf84Oy4uL45//SPmCGxUeXD7c1PFyUsufjH3dV53jWRkkwaOydytMaYqb"
    "WZKyeHNuV2Cbkxa+rMb6VWNDnnUiRrHXSHw9UtnXNpXazpi1akNu+Zzu8Ztizi+0Ouq7fx"
    "BxapDbd15rY0jNhD31FGxGZewRyx4bX2vMYlho/qEzRFYk7Q9ieogrFJy4w0yR5bZrxuD/"
    "Km22REFtimu1SazmxQOm9QMwzdGmkbdS5HavisM591cja/EHdIwdXcxCFawy0ddRfcvlN6"
    "rwzbmkt6fTez6gpa5WdOmoY+52hOupW29DRDZsWMYAoeZBykKzktMMcRyRuIPoVzznwbYW"
    "ojy3Us8LjCI/jS0yy/5RiOxIiRGiIveEQ6rL/xkWP7UWdEOfUP6P7o/kgV6k4uI/KVS6vG"
    "dav7XtVb4brlG4vXzuCbpTTGfa0lhPjVL3K52n2cIepc2N8W8nji/bQJylkqA/OzMBtp10"
    "i7RtrdnLR7ex4G0/euODkKsm7y5UpJl/HTZzqcROPa5h4/Ob4TQBSljBvksihgRWiA5vzZ"
    "hRR7HUCYIRqTqDm3RWSopENRQCiaOTQMiN+DQqZBqjaqEJ3H5IHTOkZm1X7HeUZmDdrUNM"
    "3TmdTkZ89a9fa0ALtI2cH4w80DPg89Lvs3qiCbIukgxJvPMnsinsMna5TMl6bpIMjHg7c1"
    "UOajqgv1wne5KrKs1AW+ooYsK5f6uoDw5ncKE6a8J+fzhOAg9JpBn6bZPfhHf5yE1AJc0T"
    "h03MChfh/u96dtmQB2zZKkq3wLSaWU2Nhhnt2AKPkaDOeYz95kj08T7RDk/9kNyqe1yrGf"
    "rijHfmoaDL5QG70pGvMi2GyagXebv6Yuqgb+CVMXtVN1Hz6Rubv8FQfW9KjER5H6trfKSe"
    "HBuOEiHridaBy4CzRVgxCbMcfTggZrDBwWlAWORWwo04D8gC8/H035ZFAdQoTe8AmAHNsy"
    "XGfqwKAlhOe8i2NzaDgbEy8Jz/EDZE0xfSDyaaIZVMTOmEz4bcTQiePxsWL2es6PL0d2KM"
    "J8/2XcILq6QUzoTvfliWQbaKJnZ6k6Z83YvFcgAgwczW2Ajuj2CvXm8N1GYQ2wrrXarzKE"
    "RvvRebdSMkNDBidU5jDSmr1RgxYRCt7YGpknNq+yzrxW1R6aJFmmSfaYZLlZMX9jCZeBx0"
    "L4mQU8q/2GKRKTL9zeP2hChvdvkjMhw1rZ7tbsU0SDSzZfXk6J9XhU2q0oPaC3umcRf2yL"
    "jx1a8eDtWOYItqZIRBMLa5s0yoFFTEUR8wviERLyGfYefZEb55iw4UPYdXrGXvbSxVZz1p"
    "uz3pz1G06G/0h8H4v1VJ4NH32/8qSX6fCz1NA25/yvMpHHZfRBONYwUjPCGS0e5p1oQejY"
    "fk/WJ4eTnHwNCBU12j0yZ7Cb94SHbpH2miFATDjf7lRDQ8dHKoZKFkxPPGnSA+eL2uaPfC"
    "+itd1qwRTuBdzjX31RqMAnIzdoKTfYHp6UHyfVXoE0Tfc6/7yt4315W+19eVvwvsQvQQOM"
    "0zTdw/ikTlOak+qeNCeFljTJvtMA5AyRQfl5lFWmUBs1I0dqrOM6qxlSjGhiy00o9MgAgd"
    "t2JgPEdiYT4hGItmrCkxyZsbG358DcY2zSBPuYwKDeHnWl+5Sf6mw259rVL79c/1jOgSxx"
    "jg1h6Nh9oD1UPbpcAxA9MY7lyZEGN/qlnDeO1KVFj4yNGTdSau9axo2Upn2ITHnWuJFdk9"
    "s2bnxwaKn/QlzvrTJmuNGItrVOYAKwIjD+t/rRfTSS8b0jJCw8Ppp4bIaOe2DaANMD8+wk"
    "+BfUnyqjw5f0epNzSvtCxhKRxTr03OEU+1NjiNDUEKH4WOBAJfwJQZcaiW4sHoMv+CKYd+"
    "RrBZpqeCeKE6zSxK7+frdaTMl0koqG52WXAtRybykKKdVth1M0nQB92wnZAV+6jWw7anzn"
    "osO3k4UNdRqbBMMlBCYULr/1gsjXGNAskQE1D6pwTEmEWlgfi9TGAKmzARJy/1ozu0BseK"
    "0zrzW18ujL4U3YeWrYbhrnkK9hvdED7M3bbyowJ08E7lyA/ELRvf/LJ+KKqk3VaF/BHAe7"
    "cxWg/n2bKfYrInxqBfesG9YDJjGginpWQJY8BPFAfI2Ix41S3gn2yTsZcpPObxchvXwsxP"
    "fK0J459gQVBAOJTtCqDYYoAzt6h0IahQKhVxhNHRkHJBLz7fTMctS36DcZO8z/sabEDl0+"
    "6jc+ic0oGO6gWL6fbqzhj+6psOLJ+COxnKEo8ZywuUvEQNd5JG505Qc0ghcpPU8i8I74T3"
    "JdleNPPFFLILp3hQmwYO3Lho2BeyV2NUexSNkh4dyOqkeVfCtECM5l58kJlhVjvIn1djAY"
    "pvaEZrbFZ8+2fXguUr5UcSf435t9OFJbHHK9FeZFn4VeVcHOKxrOCkdcNkY6ptbZViMNEH"
    "tPNhdbUBNTTUygM7gtrTVbgDcc/5tYjWxhKZLOmcOOX9eyh8Gw6vq+r4sWMXBOgRbDN50S"
    "Qa0a6zxd5wAfnNax7fJRK6onFKy7AjXxoSnUEVHncD6pta5PVizrk+Kq9gn2rOmw3Jhe7R"
    "3KkXUA6137iEQiYIvkrITMGLF0NmJlNI5Gxso0ocm+05rJkUrdgs05UvMy68xnaXtoU8c2"
    "TWh4rDOPi9abBpJnKXH3Eki2EmogbIBFsCsd4/F44xPP+8RN1MaGozaars0MjYHUBMLsAF"
    "T2RDzoRdl4sRYJDbiV4DZetiWUBt7yIC5Yf61juFLERsDWWcAWLtSWrM7TGk7rzGmLeAH8"
    "sGUTFSpD1D3VafN+P5dhu2WB6RSheZN0fpMKYSdt9s0cveG4zhyXDVVaWpRdU0/jMLgsW+"
    "W04XKW0nBZfy43URpTFEZZLGSwJhGaDV+aLKVxqmr91uhU0nTfKsRL7SmoGyPq5oOs11Qw"
    "HT1Cy4yNTdJBoqIeHUE6JyRbztxZP2XmUzRPd4EKQq/MKdAMJZikqxA9OWTBJ1kTo7/JWb"
    "oKksU8/s7B1GvidBlP1FWodpnKd5AARY6x9SC6Tc3SRZT4zu14XGWRpbHW3sBhrst4qi4C"
    "Bvv4ENS3DezkdwetBa7GCbvEW3dBncMcXQVo7LGFT7whNLCeOBbewKl3Iae8Sc14sJa5NR"
    "O1c1XQq3GNKkU+j26+J0NHYM2UxAjLMiibQ/VRzdNBiDwyg8crqRjYHKZPqbk6AlXTAgmh"
    "sFoUqyOoBbSiNEI0YmNtzXwCvFBtzShD4gQTNQP4h/QujfCYhaqXmaoxehTzxvQw09Lw2E"
    "PVOfqqGU0Lg3+W0hj8tTb4a1rvSYcC0tuq9lRtgy4Kc6aqt95VvRMjdsl5nbFwVx/aXmZY"
    "24pG8SztKn0HrIcsq4fGlrVepW+bcY1AiHdR3QVT5FvPE94U+RZc2FiIxCP/HSWHaGXQbT"
    "S+g4V2TuoUy6gulZGPtm1R+WUvRV92F9C8jbIvyc5dF+SEogNFSPII11nDfNQKhAvruGlN"
    "HVNOp0k5HU1VGX2VVVO69mCUFFO6VovStbFtulTbS+zWq5S91KjtWGkDhsaE/9+1kTNJG2"
    "ShaC1Uc4VcPig8u0QjO4QCKaPalV0nxHWHkkjwTv5lNDw9NTxjw21zLB6cDTd5H5uwOKEy"
    "7NWavbk9t1GWfpbUZCzpzGdN9RcdrP7GFaMhU7RzxYhI+VLJPIqhXyWXwxhit5bLfwVZ3O"
    "I3RvBzQAjHkdz9jv8JCcLLHmJcSIeBGPEncJ6It1RNH5CPl76KoWBpd47sJAG24tE78Y3q"
    "TgG/0Qcfjkw99oeY2kOVwthHI2X/5DSLKVNjbHV/JtpPgCbApTzoMCF8QS5bEO+eWtgHnx"
    "GUgQ+BHO5lcbzgvp/eX6KTN2cn6NX90Wn/uH98f/StmPP+6P6oj+74UKhKnG4bG+kcstlF"
    "LdeSiE3LlfPL+JJM8IjuiodxhaRK4tewdB6vKodvvCH78IYYW/02bfXNVRmjqh6ACgMBoe"
    "1Ka2QpDZu1ZjNUNlIJlzkJizGXYFrO4hRVjr9jTrYtlsZXdqyd3t5+yLDz4jrfmOKXjxdX"
    "/Oj/NquqFuNKpCje5CxKKDp3Gh0f1xGnjqvFqeP8UVSmbtQFuoy2gwLWyaCOBDCoFgAG5a"
    "AHU66A2q0wz5AayGtArql5Ud9j2YRHHIzh8BnT7eaMjFGpiRIrY6oKRbWZ8Sk1qI2V8S5x"
    "9sNUxE6ZBB0PQadaBZ6wDWI0x45oMiuTYKWNDgIIHB89knmAJswDYyReCjvjuWhOy2gmak"
    "DEiwdTThFbFWXT2BAydfkIGox6aOHwIZQ/HOeu7UddbWH2ScCfdoRhkOiwS+6p/Anf+PDA"
    "fXQ9gQf12Nclvz3HAI1ZMO3xx3CXmQeBm8Jn0ACQhaEpL7Jg5wLLIjqnSCxrPsxfEM+/p3"
    "zNew4RrXAzUwD5q5HiV3/iuPwBXyVr7n/vw8HrwVkP4WA4fAhI5rMbf/529K2EU2GLZjgy"
    "5t5T/nDAC+AR/20T/v8IGAkH/AwOde24i5w1tLQFbnzVBGSUnK5a2EWN2aOT+vChWGR3pK"
    "O9Oa0hu745rZRd4atc9cn4pGmCcZaqczCfHtfREfio6oZQxwUtwRSA3MuRYdQ0TdQ0U3Bz"
    "swU3S5a2UYEPWgU+f6hIdz5/eDbVOT6MW4a+w4mOxCSxMggPAQqwE/igQz54eCbjZEDLFd"
    "qt6yKZJyF0VKnJJhNto0rJS9Gm1kydrdaTptifNpH0ovGbkfH2C+2WzcCrROnqnvP7EqX3"
    "pIBuo+m8/gEluwvYqRVSMlgRUjIohpTwJdqqPYFvog70tbI0iNg2WZH7yopM1ZUuEQuzVa"
    "erZUMrO66dgDgnns/oNz6CEAgyU+VwIOTZwvCmc7FRCoN9dM2/eiKeJzwOIEl6ocv/ApFR"
    "iIhimBAzfWfmuNgDqdKX4diUBAvmPRb9IAh7REw2x0FAPAp3j8jlsuyjC8alUBhHZvNgGe"
    "VoJj8fcYwgohsF7J6mHgX8IbUdBkXXgHEJaOkSELxtZ+1Jk5qMn1JLT6aOPuwAlTBf0XBW"
    "kQsb0eksiUmb8xZj02NZ4Orml4+vvlEe3B76Bs7sGfx++BCnrXzTIKBd7aaNhOOEpHN2/b"
    "M60exn1cHsZ4VY9sPS+bYG8641PuPt7YweYlxkexehjIvMuMh0A9u4yIyLrMQgIo1HJbaQ"
    "2KpUbQYhT+tWApap1lEkJ0Zz5ytxRSQmgtaGMlRT+MueiGc7lkwxF/nrkBfORXjiPPEJKH"
    "8UD1lTTB+I/4MwUigCEeoov0CLKaFoBrGeEFJKRUDnSFYaHol4T865yMYhfts95WetqFIl"
    "zR6iJrGoZDUnbO5CfKvImJemnMhu4wQi0dx1Hom7RLZj92IPIKgimZRzld1+T0NqM1q3D0"
    "H9IMtGlpRnD6R96O9Hf5yEVBqbxJ3gf2/+tAe5u5VK3zjv/DkN/xDSz3et4EORONDoLdex"
    "Hpto80br6aTWE3ol/aJWGA/kcGM1aG41MMHE2w0m9siEeGWF76tXc4qkAwDvekUrqbHFwZ"
    "yi7NzZPKgXA1F2NisvJz+dpTw8TC6EVMjgohknfJ7D0g2sKfztW5hSabS3uCblyj9lptYQ"
    "pGj+8HBlyUL4hwv5YzJUHzwyJ3iFVX9QkAN8i09b5HmleSwe3yXL2MaaS4TUJ0HgkjKb46"
    "qiCxm6HZZdKIO2thrbXI3YXLUFEQUw5BuPryIRai7fAp1ZxiXoVnZUXrWGE6I9L+CDKhsi"
    "zoEi0n/+fHtToQVHBHlNDCw+vyHX8Q83IKoMa0BitayTF2t6WbUKJigEGWSimJpGGmSIW0"
    "k8u4H/kKMNpFGwTaRomtCUUtbZWGFctHt20YqwkVL4q7F/qIxmq4e8Zu/TpkWniSMUtGag"
    "ZokMrEVYpwTzo4Wrvw2Xa4HOgFsEF/yNjTfhFFGHMN3xBuwy2Za92aLOUXUI/o0taRN8tN"
    "uo7VjGb7yP5Ck7tJp3sJmYADATAKY5tnUCwEq3kg2gm+ntflh7SBm80QNk8M1voBmEb27R"
    "+eXd9e3NUUHi2wC8H9Q0HUU2JeLWAbUidaP5dvvQ7QWbNiHUwTXR4TYA7s9iss+kywAXlN"
    "46KCsbxAYgfp/M1FGAs/aaWhuuUtk2AK+ITv6Qmq+jIOe03CqU65QaUNHRJYpJg1oDf5NR"
    "Lpdirg7Ja1stOpBdrFWx9unVXB1zn36HWhYesJxgKSLSIa5eiPzesrIOVVJRGchMBSpTgU"
    "oraLdcgUq9HU3QTZHoHAfYEuLjWuWQjleUQzoulkOCnaURxGq8wbcevqbcVAdjCEy5qQOQ"
    "/CItsETmSymI1dJeSh9tKexBrGecfkieHJtwvYpLflzOC6n9XPlRgnyoWaoew0h/RvrTCt"
    "otS3/w7jSBNhrfQbnkrI5YclYtlZwVhJJoLyoCXB32m6ZZK/JXN7B3HfprJEIjERqJcB8S"
    "YeJ6KZEJM36Zaqkw6wtqJRh+IpwFfoDkVKqoRUC4AKgqWwi73wxbU4cSv6aYqCYzYqIRE7"
    "WCdstiolr2TQSZFImRY4wcY+QYI8ccmBxz+0S8iSu4VhBj4u9WSjEsPaptg1kazsbEg5Ja"
    "U/BmjsmSURthBNzjm+gManElPVV7CMon9dDMoWEgzWJzj1n8S1FXjE/oEzkR1DynLIgKlG"
    "E/Lok+krccqQaxiC8qEKQCFmA3Ku2lJu0hn4kZ+APDMxGLefY9DRaORaJiZXCX6Qrb2pd0"
    "mGVU/Ek+v3wrnQeHyjpf2QJhcogppa5nKXVT/Wv/1b+St6imrpEQdCndcmPpJmovaqBkJB"
    "Q6L+iWisagTm30QXVt9EGhNro8eRos2ITALFiTH7WX/KgVuTkmf6QLBYQ/cTWZi8iXsvBN"
    "iTaQHbBSJfDk0GFSRaeVYiDqA0uA7MhSOcVcirdtfiFbzVdK7I4XqQjvoKYvF9UDTsXv0J"
    "/X72OU4pERu/UUu02S976SvI3Cs3+FxxS3fInFLU0du53VsTMK2mYVtInj+UEL/06azjh4"
    "tHPwZHICcSsOp8gMg7VmsDGyGCOLHmAfsJElm3ZbYmQp5OVWG1mULD+0krEt80hlVyXl84"
    "z6LUEfJ9W4uifCxWzHn7t42Ud3UVslSDwl7gRNmWtLJ6oVeh58kUziLoVL9paia0rZjxc9"
    "cKCyhQxUe+B/+YhPC65a+G8unLtjIjowiU/KhUuw5y7RhD9/H11PImMQXwkBXwfElrafe6"
    "qcsT34vEQLFrr8K/xI+E2DqePZsmuUzzer+i2a4pbHxhikpzHIdP/ppMCxwGUNaZ6zcCgq"
    "Y904OizrBufbsGn7jgyNUbzLDBkyLKvhO6SozDt0YO8QbLBN36EMjXmHSt4hJY0WMa0OC0"
    "+RmLDwNcLCY9G7ag+rtjikSY29obm9Ie4JvKa1oW4stqZAP1/ZK73Qmpf12qqxwSGLO2dW"
    "bmeIvuutNDHwUcNIFWplXfiZq/ouE2HTlgt1PdEjmQf8E3RN/sZHcIfv4A7ImWEwQswJfY"
    "fwmIUBBGtLUj/bZ5lRxG9LCBWWhXMxBxJzqPbRMiKEj8RUTNhH7xP7RQ/Fv2r4b+ZAZAiC"
    "f8EAEcWUiCw4+bz8GcUUda0FFQ2dTQvnvdf3NgaEF2ZA8An/cXaJEaG6H2RCYUThshY7pk"
    "/wdvsEc6XBG1aUXl7R+DpD1QGYV+1C2+gWbHybxrepB9gH7Ns8d4lXWg1DfrFS0cDxkHYu"
    "TKEbRMK7aNzYE6Uu5iQOCBdZohCGKrSGK2xNOb5LxPdOP5H51fr57vpHkfMppp177MHDMx"
    "9ZXJ2A3M8H6vjgUZTSAgSoO1ztqIwvL2Z+5rM8jV9RS79iRahzpahzCDHOLSWdkzqW85Pq"
    "smEnJWXD9m3a0yycf9Pqbqr83cR6OxgMVwo51bXwyog7uMIHp3WEeT6q2h9zWhDnIRyFEr"
    "cJ3imSDgjy7f1vNWPiPQJQtAg8zVIaS47WlhzLxZwJ9jCkgVPyNj3D6Tyx6aOtM699ONyb"
    "v88pMsNfnfk74TpVqx07Q2h4rDOPbcefOX67mm55WsNpnTlNPI+VJMqtKP0cEawVGHM4HN"
    "1KXEy2w2t9+1CWrksurh1nwRuHwV4dBqYbtOkGrQO2+jpjLiCzing3LHAmTnXDwrJhvVWO"
    "mrEk4PJAjqKd3yY9DfhvxgT5U7agiInuNlRW4ZSh1j5SN/f76Jwita75ZceWSWJqOPNsWU"
    "nUYrOZEwh3zwhs8yP+bCKhHAK6uKyh/hHlN/i/HpnBcvN+QKMxeXCoqAy6mBIPXEep26Wf"
    "GSqV8qF9NHokSyC4p3INC/eRKgkK88hfJSqG8sH/CR0S8MeRlUSJjcZhoILXxMAkBU4Evi"
    "kHFp9mFvJ3iP+iUWTUGC/jAqZzDDWXIpBkgp26MzwEDEk/eo8DhaY4ejQF1J34vQ78Skj6"
    "gxce8Z8GvFEICD+aeqQ+upwS6xGmB2+bzLdzGYdTJPbJYvT8vrbzIIrUQ55gj2PKFbl7mv"
    "pihpdogUUzI08QRPeKMwUXRFD30a03n2LI+BN3ALZHBaLwJICfvWB8MHmsW73+S26DhDw/"
    "EbGXuRrF8aWshuJzulQUfDa5gloIasantxdrPN8oGmFLNtj9UaPOBFvp/Wj8pTvzl5pw4E"
    "6aqoyv8EWwWcjWJSLWqippMc0Oi6TFVw62SlqigzSTaLN0phRnWyOk8Yq/nF1NKOlt3OIp"
    "OsNhnTlsfDrGp3NQb5hx6ewt5/wQfDp6LuTnsdXXp3PJ5sujEieOuN5b5bWxohFtvDS3lM"
    "T5NaJ9LLGcOaTG99EoAWv0Thju1fpQ3ocA/BiMD1L+HOmQAFLhlOGLLSCcEEz/4EP4TXzH"
    "/5GhXvA5YPM5sfmd+OMIDRyGTwlFGC2Y90g8cMCAe0Yk8yymzCeIhQHcVHoxgntZnueHKD"
    "coED9Gug58gj1rCk4TUZFH+kjI1wAmq07nATSjpr2q8HOxb1v2FRW/1DgFNHUK6HHy68WZ"
    "7ZlXTXF1seZfXFL+DlN5anVsO13Rsu202LMNz0rkp2qIo/GdS+I5qeXdOlnh3Toperfk+d"
    "gA3phgh/gqMWU3MDfpK1OvawxIUE2KocTjd7frvj6QLTcSRpta49J0xhqnszXO2NZfDq9N"
    "xlm3+WsyzrrPY5Nx9lI4bTLOnuGoyTjbLvR7CvZQRud2Rsoctck5a+6gTFv913SigcPmMz"
    "nEtV83MSq33p73UBr372Yz+vbnoYSFXeGkVGt+tZ8yesdaZpTZHp4EqrsYg9J+DBGo9ccm"
    "osFY7LwEP+Qcw+pwl30U0ckcLMiKmkl/IFQQp+AolC7Lm1RGF7gSU35DPgQue5wX2AeX5X"
    "l0STkxpd9SZD2Je8VzLNFPqho6JGKNwyBg9Id7ysFwiEqimuInkb3Fb8jniMgC4Qj1orrn"
    "wrFa6bVMvWHi/nGWUsZtGT2+EoXT+U6NnJemfvkO65fH/CyyodKAnqbpoA/obR3z+dtq8/"
    "nbgvncI0+Or7Jd64KcpukgyCeDOp6gQbUjaFDwA4Xjf5PSzvbVnqCEpHO+tuPXdVPJVuaS"
    "FdbyxGOzYQu/cZ6ug2t6K85jgVtTD3KGqHNLeytuZBCjxuxrE5RTJGY111vNwZRLhXZDeS"
    "ND1L3VvPGTkIknKtmdqw2dKRLTdW4NW6dJFG3DioNzJORU3SZ8zpEah5HOfFbmlzYe/gyl"
    "4bLOXDYOqj04qEw+lwYG/YyLqjTE80LRvf/LJ+LGJduqfVMdgvr3Ru6OlI5DvpYVkVBkt5"
    "TcMf6/enDeqbkO8nAoR7ShT0ggUOEUitB5xisUMaSVW+hO+Gcw5JQJu3cfXQv/S1Q6TmSn"
    "UYbgTogSYotmsJguRQNa4r3j1ASK0z2QQDwJ1Brkby2ZB/15ZaZYzrlikr+0TP6S66KMAx"
    "R7y6rQz4gmXzBmGcgN+DC3z1JUldYcC4Fcw1b+q9KOixclWvbFP+6uzg8loKVDaXcF+axJ"
    "WECd0JfoINx+4IsOXNlM2Mvmwi3OiedY07KDVX2z8ljFyZgWZ6q6tOFj76WceWtmIlWfZk"
    "/Ea+qkTpF00gOyhb5u8FI1QFgN7yC6Wyl1yu8YlHbArnZ9pEiM66Oh62MtIWHdw+z3/wfr"
    "pqNH"
)
