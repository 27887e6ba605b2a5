"""Failures are stored as codes only."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" DROP COLUMN "failure"',
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure_codes" TO "failure"',
        'ALTER TABLE "reply_watch" DROP COLUMN "trouble"',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble_codes" TO "trouble"',
        'ALTER TABLE "alert" DROP COLUMN "error"',
        'ALTER TABLE "alert" RENAME COLUMN "error_codes" TO "error"',
        'ALTER TABLE "copy" DROP COLUMN "error"',
        'ALTER TABLE "copy" RENAME COLUMN "error_codes" TO "error"',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` DROP COLUMN `failure`",
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure_codes` TO `failure`",
        "ALTER TABLE `reply_watch` DROP COLUMN `trouble`",
        "ALTER TABLE `reply_watch` RENAME COLUMN `trouble_codes` TO `trouble`",
        "ALTER TABLE `alert` DROP COLUMN `error`",
        "ALTER TABLE `alert` RENAME COLUMN `error_codes` TO `error`",
        "ALTER TABLE `copy` DROP COLUMN `error`",
        "ALTER TABLE `copy` RENAME COLUMN `error_codes` TO `error`",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure" TO "failure_codes"',
        'ALTER TABLE "gmail_grant" ADD "failure" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "reply_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "postgres": (
        'ALTER TABLE "gmail_grant" RENAME COLUMN "failure" TO "failure_codes"',
        'ALTER TABLE "gmail_grant" ADD "failure" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "reply_watch" RENAME COLUMN "trouble" TO "trouble_codes"',
        'ALTER TABLE "reply_watch" ADD "trouble" VARCHAR(300) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "alert" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "alert" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
        'ALTER TABLE "copy" RENAME COLUMN "error" TO "error_codes"',
        'ALTER TABLE "copy" ADD "error" VARCHAR(500) NOT NULL DEFAULT \'\'',
    ),
    "mysql": (
        "ALTER TABLE `gmail_grant` RENAME COLUMN `failure` TO `failure_codes`",
        "ALTER TABLE `gmail_grant` ADD `failure` VARCHAR(300) NOT NULL DEFAULT ''",
        "ALTER TABLE `reply_watch` RENAME COLUMN `trouble` TO `trouble_codes`",
        "ALTER TABLE `reply_watch` ADD `trouble` VARCHAR(300) NOT NULL DEFAULT ''",
        "ALTER TABLE `alert` RENAME COLUMN `error` TO `error_codes`",
        "ALTER TABLE `alert` ADD `error` VARCHAR(500) NOT NULL DEFAULT ''",
        "ALTER TABLE `copy` RENAME COLUMN `error` TO `error_codes`",
        "ALTER TABLE `copy` ADD `error` VARCHAR(500) NOT NULL DEFAULT ''",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2ziS/1dQ/jKZKo0vlh2PN9nbKtuTzHo3E+8lnn3ceEuGSEjCmiK0IGVFtzP/+3"
    "UDJMW3SepF0fjiB4UGqV+DQL/7P0dTYTPHO76d+0Px9bNYHL0l/zly6ZTBH9kPe+SIzmar"
    "j/CCT4eOGi3UMDVm6PmSWj5cHVHHY3DJZp4l+cznwoWr7txx8KKwYCB3x0h+6zIYbflkJC"
    "QR8I/DPZ+5TPbI3LWZJP6EEXwyIkbq7/Bzwl3yIBmQwuTe8d3l1cf3D8f37r37MHf5v+ds"
    "8MiWD2RKH5lHqOuKuWvBPQn3ib/gFiMTKqcO8zx1Z+oRR8Cn8BtvIsWCcI88spl/TB5mdO"
    "kIaj+QiXBsj3Db693DhAuY1sbhLqHEY9RhNvyyJPPf4l2Ank3hq8NV4RLAjT8xuTxGpIIH"
    "9MWYAbkEHH75J1zm8IW/Mg///QVQctmA+jh8RDnMHfxjz9XlfyLB7HEw4syxE+zjtqLB6w"
    "N/OVPXrvj4xvU/qLE4x3BgCWc+dVfjZ0t/ItyIgLvqZmNEmvoM7+DLObIUmRjwPuSy/jqr"
    "Ifp7xGhsNqJzx48tgeFgde1oMPh0ezf48v5uMDiqsmiCSxbwHRYcPKqnABjjI3z3u37/9P"
    "T7/uvT84s3Z99//+bi9QWMVc+b/ej73/TDrNDSUynMbn68+XSHDyRgVevFjhd+UzTUp5pK"
    "sWuFPq7lLP7XsNjy0Q/Hp/CHL5bGP0S7jAHhhRUHVm/iLlgwpV8HDnPH/gT+PX9dgu5fLz"
    "9f//Hy86vz198mIf4UfNJXHyHYK3DDd78OwHGaDoJ80q+CMowqhFl9lsR5tYHWQTpJtRms"
    "97ujJJH+XSWkf1eC9O8ySAdHSxbmP325/ZQPc4wkhbHN4Rz9VZ2QB7iuS8BFMHDmqef924"
    "lj+uqny7+n4b7+eHulwBGeP5ZqFjXBVQp6OKgRnPCMTaD/A3zi8ynL50CSMs2EgPQ4/KNb"
    "rLi7+en9l7vLn/6S4McPl3fv8ZO+urpMXX11nuJRNAn5283dHwn+S/739tP7NNuicXf/e4"
    "TPROe+GIDgNaB2HJPwcngpweZAXqrJ4hWVYW+r2Ws5FJhgD+auz53aL3KaeAPMDg4ow+vN"
    "85r6PmpUXpbNhcpNnOR5FWdT7+7rbQkkWsXpn5x9f3Zxen4WaTbRlTKFJlReYntjTMessz"
    "muyMwL0+YXJmE4qMPhBKHhcZt5zKQUOQrxHftasCVGBLvTho+O9sDI93+/K9cZIj5+vP30"
    "Yzg8rUj89hsa2kaPMWMPXhhS63FBpT3IfCL6omhs9qNpf5q+Ql06VjDiN8bvF5hjLy1LgJ"
    "xylGOpDT/qldlpaWxQE0PtJZkx6QmXLLg/Qasnl0Qs3B7hnnBwvRC0iZFXcF+2mDDJiEUd"
    "NIn6zKWuT4Qkc4/JbysaQI15s5XmTTaleWJ2sVEoIuicPaj/5qyCPQhGFdqD1GdJiUz9rg"
    "FvOL4De3kK3ddVrG0wqhjd1xlrmxROLXTD8TtEd8qmQ22s3gXGlSAuQThrzvS8hYCjbkK9"
    "SR2kM4SNIG+ZmJneL95U2i/elOwXb9KAj4UYO2zgzYd10E5SbQTqVm3MWwAaFZ3B/4HiWw"
    "fnBNEON5Gf7653s4OcVzkCz4tPwPPMATiTbMS/1to6IorOiRgn51U8TmntM+ZwOs8s4wmo"
    "nhjGUGsZx4l2uIwd/sic5W5W8kkl516Jby9zFlKHSd8bwENl9RUBggV1C0yWcboU2kMg3B"
    "bc4TLfrZp+dXv7MaGmX92k9fCff7p6D9gr6GEQ9xO6inHovTCDl809RLkJn1OkxrDZZj57"
    "jLkNeBwjM/xtM38d6o7ndFxLoI7TdE9D3Ly4R71H2O2aIJ2lNHjn413DPxDf3DwP45ZzZM"
    "OA8sOfPzOHqi+YBT8w/H/RsxyuQLK6GqyVxOoVsH9MBiNHLNbE6fYSJvrg6FD2w1qxlYCa"
    "wjqAt3RNlH7Ss3R1NT1xtoBJ1gTpr3qWroJkCSmZTqlYD6fraKKuQsWemJsXi1QHpfc4R1"
    "cBGkrYuJlcE6K/UC6ZfaXn6ipUM/iS6+9Nf9GzdPSQ03ax9RC6xDm6uoiC9w0ULp+PuEU3"
    "sIsHr92n2IxdRc8SM76uBHUtZssO47MceGzdNxAh+sI69Q7WivqKuW4xMmYwltTNsXGFkN"
    "667E7Aj+eB/RGn+zGcrYP7v8YLvkEQ2bYRwD5G03UQMclmznKwoL6VE4tRH7DPON3fwtk6"
    "iJcHwvhA7XPWhFmPm8DsC0yJW951OGFHYKsZvHrjPnGfBnfPxK/GPu2VhbDy5LhmUazCZd"
    "+h8Z843H3UwayLCbcmhPueSvBnkmh/IJYNIEHY7DtVFgCOv+/mM00ZjsHrYgFMNYGthxzY"
    "6otH5g4cIR7ns1qxESm6zsWgbD7E5wCiMNULfbQTfDcfhGniIJ47zzrhP2VfZxyma8DmJK"
    "Vhc6vZPPcavcoxMhMG0Tb+tiSlLHQf54jkMc9ysTzuxQY1rf3l8bH7HXexuhdW/wpsmMfk"
    "DsRqC6QqzoKqWyhnK2GrF1XoEq6z1GI79SZG/DbitxG/K4jfRjzs7LmSDK/z/EHDGMo0rW"
    "F1q1ltNIEXwWbJnsRjo407SWn0gTZzGYbCbDkerpJY3RVJ5/LAz6rkcp4Vp3KeZTI5sQrF"
    "ABSiPLdrSXHLBFXnYH5z0q+AM4wqBFp9loo+176TQV3VKkm3u7JdndCyMraFDD+yzPggJA"
    "M9/M9sqRhyA49OXSvP6J6tOHNgjCjyaMJlSReRXSC1BgEB+N5MZx5eX365vvzh/dFv+7Ha"
    "xAI9cgw3yTCQYttNKvpkrZJA33j4x5QraxDxBQE9URVGJxP4A4YEtdu5JHjXnqqbvpjAon"
    "likmDBIGXF8SwxQ6er44iFLuRuc7jmuszSWueDdtdS8oD1yeaSPZApoy7ahqhPflRFDeDe"
    "I7R9qturr/eOzDA2nngTsSD3RwogEp/5/sjYjtq+q/VKbEf7rkm076Nl+1WJ9lZlpO1Yb6"
    "HQiN4FszgXFwRfUZh64GvUA9cdPAZwfmC1i4GyLOdt6y6Vy6LU4/wZ0kUclj473JDD3H07"
    "gDjiB7Dj6ubT5ed/5BdbvMphydU/7t5fpk3VscO/trE6RWuMW602e6REvbrcziE3Zq428z"
    "uQ4OucczGStQ66w+HqVs65NlllXoj2sla8RwX7TRiPvn3rzV4ZtjXbzfr2mCCPpMggs0oz"
    "ec4is8pvaWSSwbCZsE4zBdiIng870IGS4DJb2V4sh1uP8Dfe0dOxNtz2CJWMqMf9xusBhc"
    "V0wz09A/sKu6sxlLR9q+mVGEpgX5DNxKskpRGlWy1a6Rc993wvNtYkiDrn3tpCFJXeQmui"
    "nKQyMD8LsxFWjbBqhNXNCaurSlg5omqiTFZJx+eoLFdjMRUjv5+4h72YReC4+8YjiBVzfe"
    "Wve0s8GOswbBrSwx4iZMrduc9AMh0CXjYSonQaBIxrF+CQjalLuBFTW7/JPCOm+qxBLHia"
    "zsSCP3u8hiVj6oOdpeygg28L5e3nEsT9WumvMZIOQrz59NcnJjlMVqtJeJymgyCf9C8qoA"
    "yjSpqEX2RaFYlAbqsKckTQQYQ3v1OYOIA9+UdGjPpzWQ/6OM3uwT/6/WjuqlqbZDjnjs9d"
    "7xjv94dtaf27Zsmq8EsDSSWX2Jhent2AXPbVH8yoX6uPV4JohyD/125QflOpK92bkq50b7"
    "Jd6UxCZpON5uDM8iZL70Ww2dTr6DZ/9+iRaBlXX2xOU8v4cPgpTbHKojluiWTd0WK/RKrc"
    "6WbiZ3BSrkpB2srxYGHJR0GGjGCZbYvZ76JyNJ4PSw5rSC7ghjJIeNLpRgvqqaQondY04T"
    "h0CYx4eBsG3MDTYOPfIFOKYAUGYk2oO2batRHO8I7cH90fwf1HcDM1dMQljEXVpqLb45cj"
    "GwbAWfNP4wBpqwPExOl0X5JYbQN1NOwkVefsGJv3B+DO2OhlShAaobzNr1JwoNVk8IrK7J"
    "StZq/lUGCCPQDpNS/T9xkjWZrYvMpt5nWQ5ZPjfimUPuMku6sW8nq7Mmj/5Oz7s4vT87NI"
    "9IyulEmc2bbYvhTzYV7F7WJ3VozEZFqZTKsDUqtM8Gq7TUpr1iuON1PJrVqc6rZSVrs40+"
    "tlMwYjRq0JUWGsyvKjbUWqIA6Gv/TwgrqjNuugAWdK5aNOvuImePUQNpmesd28dCnVHO3m"
    "aDdH+4aTqMMG5EVZ1LEG5c+lUU9jQ5se69p143GboVeGkmDOt6pYHdctCSRMtwgPcvbVZ6"
    "6qgSfZTOBmHnwYOm8IgqV8QHeBz0hlVXs62Zq6sNDg/ng37hPukUfYftzKXh1/gvdAhsFH"
    "vwRA4H9GVGilqGBLOso/QYqt/3GaRrb/lqnkSeP/RRXj/0Wx8f8iY/yPXoIaGMdpuofxaZ"
    "VCv6fFdX5PM2V+V/tODZATRAbl51EOUlSaaBYpUmP/brNmoUWHOtbaFUU7Ug/wtp1JPbD5"
    "aARSHsb91OFJisxY0ZtzYCaFGNXBPiIwqDdHPVB28k91MZ2BQvXzzzc/5HMgSZxiw3zO7W"
    "OkPVTVOV8DUNVOT/TJEQc3/KbAG67VZ1X9dGP2jJimu5Y9I6ZcHyJTnrVnJNfktu0ZH7mb"
    "66FQ13tl9gsnHNG0robqTh60Uwy+9DvyoMNLH4gy6nhkJMWUnKDDQfUvl/Yq9BS1nyKbwy"
    "/x5aan1OaFhCEiCfVcOgNs0GjsEC21QwR8zHCgEP4VQZd6s2ws4AIWfBbMO/a1AM1geCeS"
    "4ssUsfd/vyuXUhIlwsPhadElA7XeW7IySnEnpxhNJ0DfdiKwD0u3lmknGN+52OTtZP9iSc"
    "A60W4rAhPrlt56UeKrDWiSyICaBlUlGGmEGhgfs9TG/thm+6Pq/duU2Rliw+s287qlRp72"
    "cngTZp4KppvauctrGG/aAfbmzTcFmLMnhnfOQH4V0H3482fmqGpBxWi/f2JdyhP/bZup3S"
    "UxPZXCedYN5EGLGFKF7Q6OyY2K3sHwGpVozajHvvHe6libeF61iv6BURjLq1tWzqj00UqG"
    "bSuXRLX30gndqvLow1syd8PAH/KKkgn3iQVfuUdcEUQEkSXzvyW/6vhg+GVNmD13YPivQG"
    "sLlx2Ta22gw3BguNWMiZmDoUH2vevwR+Ysg0vvyAO+H1i23XtQT/ewkmMDM59+UB1TFCWR"
    "u8IP71Vg5MvY85KhYOg/iXzJYbBRcsh8Zod1iXI+VUIC8JE/cX9ZMEaOrIt+fxB76+tZD5"
    "89vfbhmog5S9Wd8MfZPjylDY6xXokB0RNzWVQK8r07n2YOsWTcc0TdZmuMNjHsPZlZ7TR1"
    "jDERQZvBbWiP2QK88+G/mFXL2hUj6ZzB6+R1JYsXDiuuHPs6a/NC7xPqKbDp5IhixVin6T"
    "oH+Fa69yrU1D91oQ6JOofzaaV1fVqyrE+zq9pjVFqTQb65vNj/kyLrANa79gKpXL4GCVcr"
    "MmOmarOZKqFx1DJHxglNRl2rmRxqzg3YnCI1L3Ob+axtD00qpMYJDY/bzOOs9aaG5JlL3L"
    "0Mka0EEyhzYBbsQtd3NN54vdNebxOXseG4jLprM0FjIDWhLjsAVTwxiY0Nay/WLKEBtxDc"
    "2ss2h9LAmx+mheuvcZRWjNgI2G0WsJULtSGr07SG023mtMWkj19sWUeFShB1T3XaRo1oaj"
    "esER0jNG9Sm9+kTNhJk30zRW843maO694dDS3KjimYcRhc1l1ZmnA5SWm43H4u11EaYxRG"
    "WczkqK4iNGu+NElK41Rt9VvTpjKl+1YhXmq3urYxomrGx3rt6uLRI26esbFOwkdYtaMjSK"
    "eEZIvP+PpJMZ/DeboLlD+XeU6BeijhJF2F6ImzBUyyJkZ/1bN0FSRLSHjncOo1cbqOJuoq"
    "VLtM1jtIgELH2HoQ3cZm6SJKsHNzCSqLrn219gaOc11HU3URMNzHB6i+bWAnvztoLbAcJ+"
    "owue6CusQ5ugrQUIqFx+QAeyWPuEU3cOpd6Sk/xWY8WMvcmqnYqTLnxbiGpSCfRzfdZ6Ej"
    "sCaKXszzMijrQ/VTME8HIZJsio+XUxOwPkyfY3N1BKq6JRDmymqRrX8QLKCS4gfhiKYtTD"
    "yG0AedyVxB1IGlqgXAP/FNmdChmGMXE+6FRUNNH7K2Gxp7pDgn35KsoYE/SWkM/K028Le0"
    "glMbKkJvq35Tsc05K7yZMt3tLtO9MlrnnM8Ji3bxIS0Tw5rWKIpmaVS62xc9Ylk9MrSs9U"
    "p32wIUACXNhWUWTNXudh7wpmq34sLGIiIe4XvknKGFMbbh+A7W1TmtUhujuDJGOri2QaGX"
    "vdR42V388jaqvKx27qogryg6UHMkjXCVNQyjShDOrOO6JXRM9Zw61XNaqsm0V1c1tWgPRk"
    "cxtWhbUYs2MkXnKnsrM3WZrhcbtRGjrC/IkMFPxyZ8lLC/Yu1ZLNaKqXrMJsMlebDnWP/k"
    "4Zj8oBacrftG617Reljlmq4j5jgDPZ9io/7LKHvtVPaMNbfJCXlw1tzV+1iHxSsqw95Wsz"
    "e159bKz0+SmlylNvO5papMG+z/xinTQqa0zimjYuRzhfQwer5MRMcxzG4sov8NOyVg3waC"
    "XwcFdBqK5G+1Z4ZyIBIgweNISuARuOoIEfR48OjSC704kVtHN4pAo/HDWxzoLMmvBHeRKS"
    "h4Fvyt0xXhD5iOLo/JQ2ADheGLiSALKXwW3FVEjRxAuMMWEj30BjliAVqFRT0G9/qEN4dn"
    "4KhisK9KQ3hkM/8tUc0q5t5D2ADDAghx5OcP1+T07PyUvLo/enN8cnxyDwjeH90fwQ2ZC3"
    "eDCfG2Y/iu7reVvEwqKi1VyC/hVjJhJG1XPIxXJFYMv4LR86SsEL5xjOzDMWLM9ts029dX"
    "ZYyqegAqDMaGNiuqkaQ0bG41m7GmUZBqmZKwhHAYdfNZHKNK8XcIZNtiaXRlx9rp7e3HBD"
    "uvbtItKX7+6eo9HP3fJlXVbIiJlrzrnEUris6dRicnVcSpk2Jx6iR9FOWpG1WBzqPtoIB1"
    "2q8iAfSLBYB+Puj+BDRRuxHmCVIDeQXIW2pebO+xbCIlDsZw+IzpdnNGxrDIRI6VMVZ/ot"
    "jM+BQbtGYgAE6lfPnKDudPGJcEe9EG4Hlo3KNkRjHvnAQZte+UNY+MhEQDJF0q8+Klajkr"
    "dGB4GEWgwsVVXEFkUdTtYueYmAsjXB8ukBFbwPMAQ23sPSvmOIL6kZVQP+o3Hj4Y3OtuAk"
    "PGE3wsKb4udXfZCYevTYbCn/TgIZxl9Ah4OxT2iUWxwy6xcJOCL3NM/meOdlN46GF29L37"
    "6iFgxfGIOz6Tr1bL6b/v5/3X/fMeof5gMPZZ4n8n+v/bhx5ZTLgFT+oS9a7AH96CSe/bd+"
    "p7BXCSKY3Mt9y/d1N4jHyMsYfhgG/lCIuU3TO3zW101YRe5JyjrbCAGgNHJzXfQ7G97kgb"
    "O3tTQUo9e1MopeJHqQqT0fFSB+MkVedgfnNSRRuAUcVNn04y+oAp8riXI8MoZC1RyExRzc"
    "0W1cxZ2kbZPWhl93JckOJ8OX42vTk6jBupuZcET3SiJtGaHWhR+BBhcAroj2NJpzqyBpQx"
    "rdI6DtHJEYFmSZ8wzH0bFUleiha1Zp5ssX40od6kjoQXjt+MbLdfaLds6C0ToYv7ye9LhN"
    "6T4rmNhvLtDxnZXUhOpaCRfknQSD8bNAJLtFHrAc/EFbTXulIjJtukQO4rBTJWMzpHHExW"
    "lC6WCa3kuGaC4YxJT7jEo9xWMc0WxfcbDfVqURyTG58suOsRLHJM5NxhXk+JkHAPQeDhHM"
    "5U/qTHp9yhMpAYdaC1y/yFkI95rg7JlBA6o77PpItyaHKCd8qFocax6cxfYl4m9+M3VN4U"
    "NfjeRUdHZZdA1vhvjP6tNPor5jaz58RJTfZOri0nUQ0f3/o6slZE0EFha/Mh5sE+WEuYXZ"
    "F0zv5+XiW+/Lw4vPw8E11+WDra1mDetYZmvLKd0RuMK2vvgpBxZRlXVtvANq4s48rKMWBo"
    "Y0+O7SKyAhWbLdjTulV6g/hKSmb8K3OIir7E/oLHBOM5AUKYz8JS+wxtFtaEuljBF80N8L"
    "/NLR8DDXs6o3oKy06lZbs6pvLefdAVfnXQJXBFV4Ri2tRA4BgNrA8sLAU8Y2LmYHAmextU"
    "gaKBWQUjNSU82iNzlrGLyoBy74bp43PXFm7VQv/VIxprGTWePVX2oUof/X40d5WBi6g74Y"
    "+zP+xBeG6kXZt07r3o2kYn6aROMpc5nZVKVHs93Oj09XV6E5K73ZBcyUZM5tWML17NMZIO"
    "ALzrFR0IfXVWdIykg4duv1owQUksQXpNexaI0VmACy1F0fguGYk21gRh7nrM9x2WZ34rqw"
    "iQoNthTYA8aCtrdPWF8c2VAlDu7AG87F7gRK+4fDN0ZhnnoFvY6LdsDa+I9ryAD6qmhbJe"
    "ZJH+05fbTwUqZUiQVnvQOvIrcbh3uLE8eVgjEuWCRVqG6CV1GJwg4zVPBOBUdp0nqBqJFy"
    "3DfdsqvTaQNQlVjBOaar1t1u+Nz3HPPkcVB5ELfzH248Igq2rIt+x92rQANILvAferB2qS"
    "yMCahXXCqM3kAHSdeshm6Ay4WXDRj1Z7E44RdQjTHW/AjtBNwOst6hRVh+Df2JI20TS7DS"
    "aOqq3X3kfSlB1azTvYTExEk4loajm2VSKacreSDaCbaCR+WHtIHrzhAyTwTW+gCYQ/3ZLL"
    "67ub209HGYlvA/B+DKbpKLIxEbcKqAW5CPW323G3F2zchFAF15UOtwFw/6gm+8K6DHBG6a"
    "2CcmCD2ADEH1YzdRTgpL2m0oYbqGwbgFeF236MzddRkFNabhHKVXLddTjwmsnuf9XxIddq"
    "rg7Ja1vNek8u1qLg8fhqLg4ij79DDfuLMYlVbkkQvEa4V1j9KCjey4iHJZMs7lfNNTc1kE"
    "wNpE7UQFIasVzWc3NHJB0MoTupVJDnpKQgz0m2IA/uLLUgDsYbfKvhawoedTCIwBQ8OgDR"
    "L1QDc4S+mIZYLO7FFNKGdY4wZDMqfcmeuM2wzyvH5g1z1y4U/Rbcn6xEv+AxjPRnpL9WQb"
    "tl6Q/fnTrQhuM7KJecVxFLzoulkvOMUBLuRVmAi6N34zRrBfC2DexdR/AaidBIhEYi3IdE"
    "uPK95MiECcdMsVSYdAY1Egw/M2CB5xM9VVDo3GcgAAZVHZTtb0qtCXdZsYUwKSYGkxkx0Y"
    "iJrYJ2y2JisOzrCDIxEiPHGDnGyDFGjjkwOeb2icmRo7iWEWOiz0qlGBEf1USG+SN2cBmy"
    "pcCq3AT5BdvmlPtR003JVJ0p1auUBjWzvV6s22ePYImhHplyd+5rM9lMCgs+DOp4z6dDJq"
    "M2pLB+UGbyhU8d3SwVhKaAoEc8QTxf4MPh0zBLSJv4C26xoBKXKno1KTGj/RIPqQxrH+lH"
    "0y8gH3NX17dKFsbSQ0w173ZW8zZVr7aYIrt6PSrqCyuCLuVMbixnJNhkaizXFUUHF2y/Ss"
    "XufnHF7n6mYrc+Umos2BWBWbAmyWkvSU4lCTYmCaQLZW0/g6ormX2ta9DkSPTJAaVivdRD"
    "B6uCNg3jFEG21gDZobVxQm0MW4QLyUK0ShRnXIZi/VusSQsiuA9UcIfjWfUeOTEeGXm6nf"
    "K0ydTeV6a20WS2qMmYao1br9ZoCrPtrDCbUXM2q+aMuPT8Bp6OOJ1xdbTO1ZFIj6ONOBwj"
    "MwxuNYONqcKYKtoB9gGbKpIZqDmmikyKarGpIpCfB9ZqbLMgez1BYIeImu1gq56gnXBPBU"
    "7Z3Js5dKnb9ei2Otz3mDMiE+HY2sdozaXED1aTOEvljLx1yY3rih+uehiIFURsjTEmS/Xz"
    "Adpl+BxwF+4HJpEZwOglPKKMSmdJRvBF3q7it0IXJYc7oVsV5u1FT08WYu7YxKePjFDsPy"
    "xt3T9ICjGtbFqJWtMaw0o7DSumg0wnxY4FrdXUJBhuDAoVDAqA1aBuC4gEjdF182wHOiao"
    "6oINhpsFW2HB4tZRd8EmaMyCzVmwQ1bQR744ADhGYgKA1wgAjoTK7IbxnEYdJzX6dH19Ou"
    "pnuqY2XTXqtqVAP1/EKb7Q6ldw2qoyzdnijk/z9ejws16pCg2jBqGQ3yyKFzRYR6igWcvB"
    "Eo46Xlcp0jD5dzg54VOq9WtKppQ7RMyY+5bQoZiryF5N72FaOzaXBcUb7sqY7mt7o1rTYi"
    "Aw6LNIqOJ8gx656NxhNlFE7JhEX2fwL8ExcIDgbzVxEHKgSyGpB8UutzgdqPb3bqjbV9WG"
    "C7rZmv61ey/obBTkF6Ygewy+nJ2jJBe38VtRGIE4r6eK6aW63V6qoDrIQUGt3ZLmwAmqDs"
    "Bctgtto6Oq8eAZD147wD5gD95fKMYHX6ETS8nGGc0jOaBU/ZipoYNhbGwzD14wA1lMhMcI"
    "7KDMxR6noG0sCcym6x6QGZMeCrWuDzoIV3qFZE/ikdnbqHlgPF+78nz5wEJ34AjxOJ/VEV"
    "rSdJ0rlnBeJf/pvDj/6TyT/xR7VauiHCPpgMySNvFXs/GXGfmzca6SIRoNgsmSlEZvbbXe"
    "qiL/PAY7UMOowRitaRLbZk4HQkYDPicpDZfbzGXTCtg0j2sbI6qqm1Wax+1P3SwowRx+1H"
    "tOxVyvBHMwA+EuFosZq64brz5/uCYX5/2Lb98qt1Kof86E43hYocZmT6p0DDxQT40IdE/q"
    "ODr6kxE056kBRvls+y7TK1E+NacbaJ8ZQqN+Pqt+KhM4vjN1gE4QdQ7kk/MqqaxpwSiWyn"
    "pudPzd6/gu8xdC5jSwLAmUXJF0DuPN7xTGiPKcUNgJpYt9nXGYrgGbk5SGza1mM8rVjV7m"
    "BKGxn7SZx0o1asTkJKXhcpu5bDOXN2JygtDwuM08thwKPGgkeyUoDZfbzOU92rtbxtUXa+"
    "5uGR8O39p96TDpH+XYuvUHvTJLN42GNLJz+2QKG4TqFDNjUS1GlWyBheCOyY3vkSDw7rub"
    "HzB4asSByWTIRlhMAE3aqlwRQL7sYb4FaFgYjSXZDBTqwrYy2bLp6RLpxvDdSsO3KSe4ak"
    "pTxUJ4WmwgPM1pr7fvxMh27u0bSxOKRWeMrIt+f1AaHF7cMzKPuIMrvP+mShIEjCo2gr/J"
    "pEFg1RqXOXXwjpF0zgi+hYqZxgj+EjSxUGtWge1NVe6I2Gjdbea1h4d7/fc5Rmb422b+ji"
    "hv5ulIEBoet5nHNvem3GvW+zBNazjdZk4zKUVOIE1Ji/SQYK2yQofD0a1UFTKR2HvuNGES"
    "rfeaaG0i3zfrC8hZ2hvA1iSx78/PEmSnfxI+H3GLBgBkvC55w3plPpggDhbkgRRFE5fMFz"
    "FlquMsOlO8iVgQAQsK8xBWCQXfeGHugafrUnNbNdRCN06wtFXZ6IBISJtJ/NwS0yn3dZtc"
    "NMw/vNXOm4EqifUrCX5ZDrce4bdkU1xr8h15GLIxd1VP3cWESXQQhTf6RpXpir43NveFoc"
    "fk4ZEtkeDe1QtY9doNmuniPPjVXN1rFwb/e86ZD4+jW/Cif2nuq/JfepiLMEjVy1f2SFCH"
    "EetwRx4rvNF0Di8TTBYaN4bLqAuwrjkQZWyoOtzBQ6jn8Xs4/4SGzxWgdKe+rKpEhtUE8F"
    "Un8L2QNRHOrr1qYYZPZE0YoKerbzsC/lxV/sYnsfkY+xGr4uGqxLejvGhYjEx9gMULFpTr"
    "6gVIEN4Iq4arWRZMUR+TWzmbUBe+lroDMjzsvUZHPn7LhYDB7LHQC5dyuf2S2hex7LcqcJ"
    "a4GpY9ixkL1f/xLmz4vykd3gr5zLjy9mKEh12iFrZ6ePfyVCqlUZyUpFGcZNMojJt0Z25S"
    "Uz2xkxYq4yJ8EWxWUnWOiFXWOjGi2WHnxOjKwbZOXKkc9STaJJ0Ji21qezTO8JezqykNvY"
    "k3PEZnONxmDhtXjnHlHNQbZjw5e2vUcQiunHYu5Oexba8r51rMlkc5vht1vVfmrLHCEU2c"
    "M7cu071MfKGcLZJZfIZtRY7JwwqsB10eKlgfgbPBR7eFgEGBP0d3PcEIPe2PgdXmM6BE2z"
    "+6JH5Vn8EvHeKF//tiNlMODngepYLDcEqwPAjTvoshG89d5Tdirq1uga1CKRY/foSzFm4j"
    "5j4+hHLGqM4oeA/8Rtp/4DEqrckqvUeXS1aD6BhWSnE6D8I68LTmGLSFT2f0pB0J6hsb70"
    "BLvQPtEAHaxZnt2VmDVyaDdHGDv4igS2Lui2tmssNUnirFlmBUSSpPptyS+l0D4nB855J4"
    "Tiu5uU5L3FynWTeXPh9rwBsR7BDfQFzZDcwn1ZyJJb7ENMYoSdVpIhWN392u+/pAttxQKK"
    "1rlovTGbNcm81yxsj+cnhtMs66zV+TcdZ9HpuMs5fCaZNx9gxHTcbZdqHfU9RHYHRuZqRM"
    "UZucs/qeyrjVf01vGnpuvrBDXPtVE6NS6+15V6XxA3ehul+4sAu8lcGaL3dYhu9Yw2Y2tq"
    "QjX/shx4J5qkwftSaYEoYZS5EXE119M4qrw1kek5DOZU+Bf3GqS/5RVzk/4ZmU6/JTLKkL"
    "PYWx0oAwRPdbdRj10HV5GV4KnJmYTqaT1PS9ojmW5Ed0S37jEUzHGs59X7jv7l0Ag7Mgm2"
    "pCn5jKERsymCMk83FC/chUFnbZ+SX+cqlbR5lKCY9l+OSBFBzPearlt3z2MNqHp+zo96O5"
    "a+HKIepO+OPsD9sy5W7aeVbSnCfkZ5YNxX15YjQddP9cVLGcXxRbzi8ylnPJnrgXJLpWBT"
    "lO00GQT/tVnED9Yh9QP+MCmg//xawcCaDECbQi6Zyb7eR11XSy0nyyzFoeSTEdNHAZp+k6"
    "uKa34jdWuNV1HieIOre0t+JBRglqKL7WQTlGYlZztdXsT0AqtGvKGwmi7q3mjZ+EQj1Rzu"
    "5cbOOMkaxl5Wzbkt61mdMkizZhxcH5EFKqbh0+p0iNr6jNfA4sL02c+wlKw+U2c9n4pkyj"
    "nrYxYje2/IR3Kje68yqg+/Dnz8yJqrUVu6U6BPVvtTwdMR2Hfc0rJBGQ3brsTsCPanDeBX"
    "Md5OGQj2hNd5BCoMAfFKLzjEMoZEgjj9Cdcs1QTCtTdu93QaJXWD5OZaihU8ahnk/wflGy"
    "GpbJG/Mn5pL5rGJZOZPg1coEL70A8jjgUrksCu8MadLVYZa+3mkPc5/MRTVQjyNpD1TpwF"
    "EVKtORyPfx9tOPVznq9NU/7t5fHkrQSodS6zKCWB3Xf5XwlvDE235wSxu4spnQls2FVFwy"
    "ya1J3gkafFJ6ftLVmAaHZ3Bpw8feSznz1sw2Kj7Nnpis642OkXTS1bGF3m34UtVAOBjeQX"
    "S3UtcU7uizPBtBsY8jRmJ8HDV9HGsJCeseZr/9P0QNv6s="
)
