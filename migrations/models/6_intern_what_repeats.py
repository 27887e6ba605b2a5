"""What events share with their like goes to the tables that hold it once.

An event that has its rows there is left alone, so that this may be interrupted and begun again.
"""

import hashlib
import json
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

from tortoise import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib.database import sql

AT_A_TIME = 1000  # events
_COLUMNS = "id, user_agent, client, headers, rule, evidence"
_PAGE = f"SELECT {_COLUMNS} FROM event WHERE agent_id IS NULL LIMIT {AT_A_TIME}"  # noqa: S608
_BACK = (
    "SELECT event.id AS id, agent.user_agent AS user_agent, agent.name AS client,"  # noqa: S608
    " header_set.headers AS headers, finding.rule AS rule, finding.evidence AS evidence"
    " FROM event JOIN agent ON agent.id = agent_id JOIN header_set ON header_set.id = header_set_id"
    f" JOIN finding ON finding.id = finding_id WHERE event.rule IS NULL LIMIT {AT_A_TIME}"
)

Content = tuple[str, ...]


async def move_up(db: BaseDBAsyncClient, tell: Callable[[int], None]) -> None:
    """From each event to the tables."""
    done = 0
    while rows := await sql.select(db, _PAGE):
        async with in_transaction() as transaction:
            agents = await _ids(transaction, "agent", ("user_agent", "name"), 1, map(_agent, rows))
            headers = await _ids(transaction, "header_set", ("headers",), 1, map(_headers, rows))
            findings = await _ids(transaction, "finding", ("rule", "evidence"), 2, map(_finding, rows))
            moved = [
                [agents[_agent(row)], headers[_headers(row)], findings[_finding(row)], row["id"]]
                for row in rows
            ]
            await sql.update(transaction, "event", ("agent_id", "header_set_id", "finding_id"), moved)
        done += len(rows)
        tell(done)


async def move_down(db: BaseDBAsyncClient, tell: Callable[[int], None]) -> None:
    """From the tables back to each event."""
    done, names = 0, ("user_agent", "client", "headers", "rule", "evidence")
    while rows := await sql.select(db, _BACK):
        moved = [[*(row[name] for name in names), row["id"]] for row in rows]
        async with in_transaction() as transaction:
            await sql.update(transaction, "event", names, moved)
        done += len(rows)
        tell(done)


def _agent(row: sql.Row) -> Content:
    return row["user_agent"], row["client"]


def _headers(row: sql.Row) -> Content:
    return (sql.as_json(dict(sorted(_json(row["headers"]).items()))),)


def _finding(row: sql.Row) -> Content:
    return row["rule"], sql.as_json(_json(row["evidence"]))


async def _ids(
    db: BaseDBAsyncClient, table: str, columns: Content, key: int, contents: Any
) -> dict[Content, int]:
    """Content -> id; what is new is added."""
    hashes = {content: _hash(content[:key]) for content in contents}
    known = await _known(db, table, hashes.values())
    fresh = {each: content for content, each in hashes.items() if each not in known}
    now = sql.value_for(db, datetime.now(UTC))
    rows = [[each, now, *content] for each, content in fresh.items()]
    await sql.insert(db, table, ("hash", "used_at", *columns), rows)
    known |= await _known(db, table, fresh)
    return {content: known[each] for content, each in hashes.items()}


async def _known(db: BaseDBAsyncClient, table: str, hashes: Collection[str]) -> dict[str, int]:
    query = f"SELECT id, hash FROM {table} WHERE hash {{these}}"  # noqa: S608
    return {row["hash"]: row["id"] for row in await sql.among(db, query, [*hashes])}


def _hash(key: Content) -> str:
    return hashlib.blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


UP: dict[str, tuple[str, ...]] = {"sqlite": (), "postgres": (), "mysql": ()}
DOWN = UP
RUN_IN_TRANSACTION = False


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWNn3WdvTtju07qbWJ3HHfb3XpHhkhIwpoitCRlWXeb//2eA5"
    "DimyapF0XjQxuLwgGp3wGB8z7/3RkJk1nu7s3E64nnWzHdOSX/3bHpiMEf6S87ZIeOx+FX"
    "eMGjPUuOFnKYHNNzPYcaHlztU8tlcMlkruHwsceFDVftiWXhRWHAQG4PkPzGZjDa8EhfOE"
    "TAB4u7HrOZ0yET22QO8YaM4JMR0Zd/B98TbpMHhwEpTO7u3p2df7582L237+2Hic3/M2Hd"
    "RzZ7ICP6yFxCbVtMbAPuSbhHvCk3GBlSZ2Qx15V3pi6xBHwL/+JNHDEl3CWPbOztkocxnV"
    "mCmg9kKCzTJdx0O/cw4RSmNXG4TShxGbWYCf8YDvNO8S5Az0bw0+GqsAngxp+YM9tFpPwH"
    "9MSAAbkDOPzxL7jM4Qc/Mxc//gEo2axLPRzepxzm9j+YE3n5X0gwfuz2ObPMGPu4KWnwet"
    "ebjeW1cz64sr2PcizO0esawpqM7HD8eOYNhT0n4La82QCRph7DO3jOBFmKTPR5H3BZ/Zxw"
    "iPodERqT9enE8iJLoNcNr+10u9c3d92vl3fd7k6ZReNfMoDvsODgUV0JwAAf4bsf9vcPDr"
    "7ff39wfHJ0+P33RyfvT2CsfN70V99/Uw8ToqWmkphdfbq6vsMHErCq1WLHC98kDfWoopLs"
    "CtHHtZzG/wIWWzb6wfgE/vDDkvgHaBcxILgQciB8E9fBghF97lrMHnhD+Hj8vgDdv5/dXv"
    "x0dvv2+P27OMTX/jf78isEOwQ3ePerABylaSHIe/tlUIZRuTDL7+I4hxtoFaTjVMvBerM7"
    "ShzpH0oh/UMB0j+kkPaPljTMf/t6c50Nc4QkgbHJ4Rz9U56QW7iuC8BFMHDmkev+x4pi+v"
    "bL2e9JuC8+35xLcITrDRw5i5zgPAE9HNQITnDGxtD/Eb7x+IhlcyBOmWSCT7ob/NEuVtxd"
    "fbn8enf25ZcYP348u7vEb/bl1Vni6tvjBI/mk5Dfru5+IviR/PPm+jLJtvm4u3/u4DPRiS"
    "e6IHh1qRnFJLgcXIqx2ZeXKrI4pNLsbTR7DYsCE8zuxPa4VflFThIvgdn+AaV5vXxeU89D"
    "jcpNszlXuYmSvKziLOvdfb8qgUSpOPt7h98fnhwcH841m/mVIoUmUF4ie2NEx6yyOYZk+o"
    "Vp8gsTMxxU4XCMUPO4yTxmjiMyFOI79pyzJc4J1qcN7+xsgJGXv98V6wxzPn6+uf4UDE8q"
    "Et++oaGt/xgx9uCFHjUep9Qxu6lvxL7IG5v+arQ/Sl6hNh1IGPEX4+/zzbFnhiFATtnJsN"
    "QGX3WK7LQ0MqiOofaMjJnjCptMuTdEqyd3iJjaHcJdYeF6IWgTI2/RfOqKiWMwlxjUsqTB"
    "ldnU9ohwyMRlzpX5rqQVVNs4G2njZCOaJWvnW4bmBK0zCu0fHZYwCsGoXKOQ/C4ulsl/K8"
    "AbjG/Bhp5A930ZkxuMykf3fcrk5girErrB+DWiO2KjnrJYrwPjUhAXIJy2abruVMB5N6Tu"
    "sArSKcJakDdM1kzuF0el9oujgv3iKAn4QIiBxbrupFcF7TjVUqBu1Ma8AqBR2+n+H2i/VX"
    "COEa1xE/n17mI9O8hxmSPwOP8EPE4dgGOH9flzpa1jTtE6EWPvuIzbKamCRrxOx6llPAT9"
    "E2MZKi3jKNEal7HFH5k1W89K3ivl4Stw8KXOQmoxx3O78FBpfUWAYEHtHLtllC6Bdg8IVw"
    "V3sMzXq6uf39x8junq51dJZfzXL+eXgL2EHgZxL6araK/eK7N6mdxFlOvwOUGqrZtN5rPL"
    "mF2DxxEyzd+m8beCQTW6EFwXAz0zzlGf8uPPt8yiEsw0231L6Vc1y/Zu3uFVf13G3hYBWA"
    "+7fUtMF8Tp5gwm+mip2N+tfDuKgRrBOqADtiBKX9QsbV1NT5xNYZIFQfq7mqWtIBnCcZiK"
    "QV8Mp4v5RG2Fij0xOyt4owpKlzhHWwHqObBxM2dBiH6h3GHmuZqrrVCN4Ucuvjf9omZp6S"
    "GnbAiLIXSGc7R1EdnC48aiQsC1nKStEBlizBdF6EKMZy3GZ9Z12aKvGUL0lbXqRasUC5MA"
    "1Bgy4zEf0Rub3Qn4XzlcL4LJWrjFDzCwojtwqJ1hIqkO1yec7lMwWwvxGg8xdBV+gR8dtS"
    "hgv+B8n+fTtRAxh3kTx+5OqWdk+PKrI3Yr5/stmK4liFWM5buyn7hH/bunwvki33aKIvp4"
    "fFy9oD5Yv9+hGZRY3H4k3pB6xILjjHD4D719zJEp1ITaxI8gPJUZ0nDmfTcZKyqVY41XxR"
    "TYqYP7tjm4zxOPzO5aQjxOxpX8wwm61vnhlx/msAWRaPKFXo/zffmBaNoX/NJJtrU+pJhd"
    "8XnMYboabI5TajY3ms0Tt9arHCHTruCm8bchuTWBWzhDGI94jPMlcTcyqG4RJJcP7O+4jW"
    "WOsAyS7wvYJXcgVhsgVXHmlx9COVsKW515qSJhWzMlsVN3qMVvLX5r8buE+K3Fw9aeK7Gi"
    "UdT1ujXjyJK0mtWNZrXWBF4Fmx32BKddnY07Tqn1gSZzGYbCbBlumnwhKELSulzYwzL5bI"
    "f56WyHqWw2zMXvgkKU5TssqPIXo2odzEd7+yVwhlG5QMvvEllAynPSrapaxenWV7+oFVpW"
    "yraQ4keaGR+Fw0AP/5nNJEOu4NGpbWQZ3dOlN7aMEXm+TLjs0OncLpBYg4AA/G6msq8uzr"
    "5enP14ufNtM1abMLgjw24Ti/zIt9zEw01qGW/QQBOURqEALnFhbyQYSeEST5AeI6AtmgR/"
    "MxGwmDp4FXQK5WxFE86IOo8uoQ7DmtZwYaRNOE3fXDoFJhzYM5x6doU4pdZCmi2fNuhQfy"
    "Vv3ULughLHfxDGtPrDf6MMW9nRv9BxHgk+zDjP46GJ+Qd6IiJyoVJnb1z8Y8SlcwdPbXmQ"
    "44k9hD9giN+TgjvyuCdvqW12yBQOa0YG/El6aPCot813qjGFyV0A3WaG2uQfVC01Sh6w3u"
    "LEYQ9kxKjtKsngk6zPAvfsowtT3lb+rFPiDsXUxlYV9zsSFhKd935HSw9N38eKpIdNF1fb"
    "tH64+vJqGyuX1HSsV1AxCfalcVb+SH57g5BCdzdYoLuB6kfUhdMDy/Z0pXs4a1u3qTPLq6"
    "GQPUOyGs3MY9sb/J65b/sQz/kB7Di/uj67/Ud26djzDJac/+Pu8izpb44c/VU1wySt1g0b"
    "rRsmBL2q3M4g176qJvPbl9+ryBMRktY5UQ5K1W09KKjbepCu26rtLdreou0ty7O3hDV+Ms"
    "wtsQJABc0/5wWHahtbMPYVPozRVKJMHm9cglChF2UMj35KXBhqMawd38FS8mTE7QkInR3S"
    "A7hMJETjiB8xq4wnPTagNuGetoU0fY/pFHtSPFYjGDZJp4NhE8drOhjWf3tqgJ2mbKFxZA"
    "U1jicOSKGVRMYISQshXn7+3xNzOExWqV1slKaFIO/tn5RAGUYVtIs9SfWrEL7YVhbkOUEL"
    "EV7+TqFtqBuyoU65O6wGfEixfuB3/tKf2LKAIOlNuOVx293F+/11VTr/utkR1ruoIaVkEr"
    "fO8LL8zcdmz153TL1KjVxiRGsE+X/Wg/JRKfPWUYF56yht3tLZaHU2mq2zFOsUpVfBZl2s"
    "oN383aAzomFcfbUJHQ3jw/bnc0SLKWa4JBK1FvOdEskij8vJ6lDzEfgMurXNTEJtkxgWNx"
    "7hb5XtobI3uENkVKYq3cFNldkhL71xOzIFBMabTLsmmr7hdIpdEzrJo/3nvHrXM4/5fPU3"
    "RqRtDC/aGPxdtCLKcSoN84sw6wCazYusOoCmUbLtQvJqtJR1hryaqHSdL68mS2wvR1512N"
    "jizJViKsbJGCxIR1ZtL8wP8quhmMJdnKjgChO4KtWpLxyMoZG5S0PuesKZAbYPp4E0C0+C"
    "jcr9NCiC1ZKIMaT2wE9uxonQ2o7SsveB3O/c78ADwKxMju9zBwhwQElZ+I8dEwaA4PQvLR"
    "VrqVhLxZuSisO9oIrAFqdqncC2/PgVtXXWKVsndJWrLXmV/AOtIoNDKr1TNpq9hkWBCWYX"
    "pNKsrN4XHLtJYv0qN5nXfkZPRsBQrvQZJVlfea/3q5VB9/cOvz88OTg+nIue8ytFEmcgXU"
    "ZqITti0qvWIiNC0joBQ2dVtUOB0kahFhuFPnM7sx6dvN4pMgNZwYi6WVSyF5ffPsBvcP6B"
    "PCgTzQORILik74gR2fNdlUQ4Zmi+kU7LHEPMH0HL9B25JHBKZYSJWWf8MT7UE8fqYkMCba"
    "1pqLXG52N5cSUkaFMt0qXJK7Dg02DeseccNP3hrciBKJLjL3+/i4nwqVjwWDWNYHgyQDwF"
    "tdpbKsiGUZpWgL5qh6EHS7eS8O2Pb53kvZqAb/RfV1EWQwKtKia3XpT4KgMaJ9KgJkGV/j"
    "mFUA0bZZpam6+abL6SvW7qMjtFrHndZF7HFbU4o3/99erHbCbHqRIcnky4uYu0WyhIFbBW"
    "2dQUr6JckL+0MCY9ojAvGJP+JZxpO4F90UYTX1lVg9Ij2VVPDO+cgjzoU//x55c71F8+sT"
    "bF/39bZch+sDIzDF6RRZtv84q8IwsUD6LzGPxdcoW9603CVZ9Mi1GXvXFPyaONJZMjsUcy"
    "0ImrZg0dGQnFbZebjMAScmaqwaYKfJLFZB5OycR22FhgkAp5S8mQe8SAX9whNtaFxi/IjH"
    "nvyJ+q/wP8YwyZObFg+J9Aawqb7eJsYuIYON1AlYzGZwG1idlYYxqpAesJhS8wRYD0ZmRI"
    "VfnoC2W/w1wC0SdjJsYWk89t8UdmzfwrH8gDvlgYgew+yK8fQinXNwISallhfJYtvODxcm"
    "x/KTNf3KKKOebzYAO4BMOTQyZjM8hQzfhWyg7Aef7EvVnOGFXW2xtiWFo3+yZqSGQnyRjj"
    "9I2T/f3YoEq2yfyzcfln4ssGykjGv7wT/u9wE+n+LxySnQIbpHofqlgZQooWGnGWH0Qkt6"
    "9K+AYEGt4y8E56/2ZGJTNZhKR1lrK996VMZTgsv8LQ+7SxDN1W3RodAZN0rQN8JRXyJWry"
    "Q1WoA6LW4byS4AuXUccYdrPt7PmOowRZC7Bet/sIRfQ6QeohmbZvNdm+FdNJKtkxo4Q6tr"
    "bRTA7U8Vp9oGOk+mVuMp+VdaJONZ0ooeZxk3nsl12t8y4nSDWfm8xn06H97GDjfMUiSlNL"
    "1m0YP+OKxUkZveIkX604SWkVKUNoBayzaNuH+UGZHu8H+S3eD1Id3pP26cqQx0g14i8jnj"
    "blV8A8k7h9qK8kbk3Jzmm086sihxQLVUVuGNQFyK6k/LHJ+33mMCzkUAX8BJnmQH0OjB0h"
    "+lWwnxNo1OujLn3ZadRzozrn43VAZzKgU4ccLznkuOrajNFoSHUU9xpAZc9w9LuVl2qSTA"
    "ObA2zlBZui09BmZx7g2qudeBAh1ibBJpsEZfhfTVYnaTWnm8xpgzke/rBZFVNNjKh9JppV"
    "VA2jZs2qYRFC/SY1+U1KhUzX2TcT9JrjTea4KudaM9bB0u7R7eCyKtRbh8txSs3l5nO5is"
    "oYodDKYqrsSphdVPGliVPqcL9GvzVNqlS3aRXitfbcahojVlaDLgdzLPG2YHpzUIiuJUgn"
    "hGSDj/niKeC3wTztBQpbTiyMEk7SVoieOJvCJAti9Hc1S1tBMoQD7xxOvSBOF/OJ2grVOk"
    "tTbCdA0i22IEDzOdqIUF84A+F5zF4MpI/RadqIE0bSLr5136pZ2goStZiz6H50hnO0FSDV"
    "JmtBhK7lJFtrbluwmlCkKNAkqwhFgGRQsfxlPL/487QEzfiuNcLHy6jHXB2m28hcLYGqam"
    "WqiVSv02Wp/AVUUJMqGFG3DZ/LEHq/DZ8tiNxpZS89b8jdoDS7bv/cdNtXh+SXLTJAxqhn"
    "c45Taptzo23OTauT2YSGG1mMrVolM9/WmZYvSlTUrNjxZIF6mk1gwPKraS7YBjcwlmYctz"
    "FLalEL3OiwupUgUe9T7Uwqt0DxRIcYRof0DGOxFiimGAFn5M/wq07p7ifNPMJ19xPJhaW5"
    "4R/hd6TRzA/sDMa3sMzgQZlk5/xc51SPtup17zZS8m59QbOrKHoX7tylC1PMKVpQgi2JcJ"
    "k1DKMKEE6t46oVBXUxwSrFBJumqzRXDdU1/Rupheia/o2o6T+3HWeqc6FduUibi4xaihXV"
    "E6TH4P+WSXg/ZkYlQ7+GfY8xm2AqGDOxbD5obfYu+YSKoIAXkXBV7V4NKF3pvs8sqxs2W/"
    "f/0hpdMzU6bZStcxpunVE2fB+rsDik0uxtNHsTe26lzO84qc6CaTKfm6avNMG0r30r2rcS"
    "l8VliHWmJB4EXxfJ4TiGmbXl8N+wSRR2uSL4c1AKp4Hcfap8LNjDSvSJK0asJ8zZG7dDBA"
    "jtSIffu3TmBv6YuY9HtdVC8+/DKbbOsmbkT4JbxQi0OAP+Vtlu8Af8IjrbJQ++NROGT4eC"
    "TB3hMf8+YoSSvclNqQOAFGcMO8QSU9AcDOpix61rAeqCPcCn4KhJsGcP+349srF3SmRzr4"
    "n7EPQLMwBEHHn78YIcHB4fkLf3O0e7e7t794Dh/c79DtwS1Awbfw+qEwMOiuW7Uh6jrMqq"
    "MReRDvpoun6hPRyRPj8lDJh7RT1+tJNjE04ObYJfpQm+usaiNdIt0FRUJHgdu1KcUrO50W"
    "zGojh+wkdCwhLCYtTOZnGEKsHfHpCtiqXzK+vl6fnNzecYO8+vkt22fv1yfglHv+QjDOJe"
    "TLiK96WcVDruQ4rWnUZ7e2XEqb18cWqvkU0gmrZbvYIuEK8N8qZZEZt7Huuoh0baB1+w0C"
    "7PlhiUIsgwJkaqFORbE58igxZ06g+pSahNxNTGK97cly9USDbMJJ35fULJmHIHPfqOmLrM"
    "OZV2O5lLRYlJZ9KUeEaG3Atog6lkkLcMFJhbD+GWJnmYwDRdGGF7cIH02RQeAbhquoQ6Yo"
    "IjqDe3B6rnfePio8K97oYwZDDEx3LEMwYZUA9uDr+d9IQ3hGewZvMnwLuNxAh/H3UYsVjf"
    "QwuqIUZj+LxL7mRMA+73GK8Qobq3fbK3Dz5jdvvc8pjzNlxc/3s/2X+/f9wh1Ot2Bx6Lfb"
    "bmn989dMh0yI0hwi3fHPjDnTLHffdB/sCpcEwEGv6+t32QyYjO8DFZEp++h5HyQAV4lw6h"
    "SFg8vR0Y8UeiIM78qo6tyDhBG2H71KaNVuq822J1XZMednhUQj49PMqVT/GrRHHC+XFTBe"
    "M4VetgPtorowfAqPy+ZHspTUDXB9zIkaFVsXWqYrro4nKLLmasX63mbrWaezbISUU+G7yY"
    "hjw/cWspuGcEj20iJ+lI9Q91JXwKX8NCrXHg0BHofUPgL+HeKahYoHQphdayiMp18PVK+o"
    "Rh66uoE/JadKYFc1vztaEhdYdV5Llg/HIkuc1Cu2KDbpHAfMeecxbupgTmDamZl7/fxTTM"
    "VJ/NuZb5+eb6UzA82Xxz20JD1hd6Uyo4ZL8gOGQ/HRwCS7RWjXpXxw8015ZSIfpaZzRuKq"
    "MxUlw4Qy6Mlx7OFw6N+Lh6EuKYOa6wiUu5qWKZqRtIg9RW4t8uufLIlNuukiGHAn6iFBBl"
    "VDU8FSOWEI++gwKlS08oiVFNrsKrbeZNhfOY5fRwmBJGqecxx/6gXBdsNPZmKrqZe5GbSh"
    "cKhjvLZ5MejtKm/7SRXxv3G2ncl7ytaLeJ0ug0nHhoE60W+xGMb6Ektfw4cX9jqySphiSt"
    "M6UflwkSP86PET9OhYhvlwK2MpjXrX5pB2trlALtldq4rKO9Utor1QzNtqO9Utor5ZtrMq"
    "wPcztOvuGBPS1aGNePj6RkzJ+ZRWT0JLaS2yUYlAkQwnyG50rTgA23c4gxpDb8EBUkCBdM"
    "bngyLrDHOspKMILlJxOpbRUbeW8/qPq6KngSuDO3JsBx6SojBQtq8I6ZGFsYX8nQBeZbRe"
    "C5LP7IrJl/QRlAMLF7YpvCLlsyv3zMYSVzRP5hsQkleOcv/YktrVFE3gn/d/jXDQjDL+rF"
    "Op96I3qy1idaqU9MHKuSWq6Ga328uj6uI2M3Fxmr7UwrW9cO6zMnq+59PuYREg14ZcCHsi"
    "tFxkbyt6831znhQiFJ8jhGOfxPEJPdLdaRs6BHMIqhT6KcOFxxgiT0hsUrBt6HFC1Y6WsI"
    "apEalTOrBHFI0jqM90phvFeA8V4GxtyrBrA/XqNbBl3fuFEF4AhJC1XR/XLbRMEukYTYNY"
    "STYcDM9X3Mx7fJ7bG0PjvOxKoUpxmMb+FSPS6zVI/zl+pxaqmyJ24y34peVlqL0mhxbQFx"
    "bWK7zPMsluUqLSrBFKNbYxGmLOhLG+YrQ77E2ku4JbhdOMZcP5qx5MacotMbdAa6ysVRcQ"
    "2HRBtewFtVREw6n6rs1XOChTbqZgZVr22fHgJKIkvpK7BohCQa+frIrzWytGFYr9phpnzM"
    "dTJ0ooS650STvWc6Gm/D0XjSc5MJfz72g9xEg3LIN+x9Wra42YffAferBmqcSMOahlX5YL"
    "qgWVZDNkWnwU2Di8FnlTfhCFGLMNXh0A0VbiokfM1b21Re00lKvbCrLGwdkq5D0huObZmQ"
    "9MytZAno3kbn2q49pCy8yf0zBjA8BLn+9fPnnZTssQRwP/vTtBPXiKxVAtKcKL7qW+2gNY"
    "s1eID4RjvIWanXN+Ts4u7q5nonRwdZArg/ycm+sjYDnFK+yqDs68JLgPhjOFNLAY7bDfLQ"
    "3VCO1bOB0ddZSVbqm05hllU4pnarTKzmouqrY8l6NhNY1oXgMphnMsn69TBM1QDqREq/dw"
    "jmt3TIiNsTn0CKZdi8cuwIfDq/tMtk1GOOTLOifq1A/3uCzYhkcRnMqvKER+E5Xb86DDpg"
    "cC6KnTix7Ls35QbzM71cfDjsk1mql2WQiKMeVUnmfMDtVCPLP4IhuvJLMyu/6BSsFXqUwt"
    "ejpO0wJGiTi2FpVkN/k6mwXEOKFi7Y/VL9QQvag6a7g8qTpcKCDQn0gtXGVt2cqkHi+3bV"
    "Rwg0pwzhPaJU5UvvER2uZmVGjG2cF+0OQnqV5Myx49TENnOqdXMlcof1GEVfF+3WRbsbBe"
    "2Ki3brnASdk7BxGWI1OQm6anclJmxFSGBKnMwXenTV7k1V7Qb5fSA8j2UW7Q6/LBYLY8Nq"
    "23WjbVmwRpY04tqCWMIeYMcX02RmosCV6vjCncC6e4q1rogD0raNd9sdly+jHZHatRm1mW"
    "ZUHc+2qXg2bcBeoQFb58avPDdeJwuuLVlQW7eXa93uc8f1auhGUTqtHDVOOYrFytFaHI6Q"
    "aQY3msHaQ6U9VNpDVcYcEYZPZpgjYrGV+eaIeDxnLXvELQN+uh7xSwQqm4THLCsoqd13xI"
    "iMqDHkNnOL+8uGLivtr9L+qkZBu2J/la7JqR0qW8KErRAptUNlCxwqt7CD5cTYBF8VSi9O"
    "ZFAd0eUnEETQY0JcMWI9Yc7euBi4PnDoSHlUpDTCDIyaH8OeOnEwlAYkmBHlFhFjZoM40x"
    "MTGT8vJ+Iq5F62NoG7M6YakVwLOdpvH6L6maDFjJlEjma75De/NQl3iTsUUxirPvxbgNg0"
    "9+XgLL4nR0X2qPLAp/f2E2fTLm42XaSo6c3pRHqT6G4k60nazhe3dMOM1hxHsZJZckPJOG"
    "byy8+GFNrum1XDR3fG0J0xWtioQdtCtS1U20LLaBK/UO4w89wRU1dKuSl9Ij6gUKsYy6Hd"
    "XmRsvQB+fwYyHQqXEdgmmY1limXXQphN2UDnnQUxsdYiDnsSj8xchflTB1/hd+sIvvKAhX"
    "bXEuJxMq4ilCTpWmc3XX5v+MhbWhblCEkLZJJ1tNRxGKJRw0Yap9R6aaP1Uhkj4TLYgWrG"
    "V0RoddHhJnPaFzJq8DlOqbncZC7r0tK6AGTTGFFW0yxTAHJzmmaOzyr4qvOSdrlYXnigVl"
    "L3UTax7zGiVFby9vbjBTk53j95d4reo7GwLBfrOZnsSRZWgqfpSNeR396eWhZMJa+grU4O"
    "0Jpn07eYToHmqThdQ/VMEWrd80XdU9q38Z2pAnSMqHUg7x2XyfhJSkWRjJ9jreCvX8EfCl"
    "iVQ2FVyluLEbUO5+XvFtqK8pJU2Aqtiz2PQRZza7A5TqnZ3Gg2o2xd62WOEWoDSpN5LNWj"
    "WkyOU2ouN5nLJrN5LSbHCDWPm8xjw6LAg1qyV4xSc7nJXN6gwbthXH219u6G8WH7zd1nFn"
    "MyE0zVF50iUzedD6ll6PbICDYIzI5Ae3VQtkqmUGDNnF1y5bnED7r77upHTJbo82fZ56AP"
    "K0yatWVlB4B8JvNO2Zhh24GhmLrluwokOwhoy3cjLd+67FKYnVrGRHiQbyE8yCj4mddKMD"
    "8MOUqzQBByM3f0Wpk+kQCMvnGyv98tiu8uKFWbRdzCZbx/VCaPAUblm7qPUpkM2FzGZlYV"
    "vCMkrTNzr6B8mDZzvwZdK9CLZdR6XaV6Tqz16ibz2sWDvPr7HCHT/G0yf/uU1/NlxAg1j5"
    "vMY5O7I+7Wq3SSpNWcbjKnmeOISuEyc4LWSbdHpYJljgqCZY7SwTI6rHrDBbZ1VvTqs6J1"
    "rPpyjfcZ63cJ2OqM8805Rq6Fxw22k+EZ8b/pFLlG7HBMHd/IVzFisjmyH//vCcskAtvDcT"
    "sS4P/GDZIF3F1y05euFH+1ylHcdGX3EJ9IOCZzsLqUIUYj7qnezmgnfzhVjpSuLD/1J/H/"
    "MSxuPMK/DhvhMnI+kIceG3BbNoKeDpmDzprghm9kQ2f40fBMOGiXPDyy2QMZ0Ufm3ttYMJ"
    "SrAlqqCzQfwY7lcsALRv5nwpkHTwEzMDNsIK0qZGETawmABevf6ZDexAuvMY6eHfKWe3CT"
    "wIUERKMJzPQOpg5sEb2ZfGwJnsqmCPIsVK9qdBrBDTuAEhlSv0gXXFBtVPCn9bkha8N15Z"
    "QuluDya3+Fyxz5FXAAHVnzXiyyUcuQAZ5TMcHfIuBPR2VnUMUtkw9knVX4WW4H8AXdK3Id"
    "fh2dkSnlqq4AfhGyGjuBM0mJhcaohM1ifY8ILEUGHwZyafQ9/LlTAYPZY66LLOEP+yOxAW"
    "JTGFlALHY1KCsWMfLJz9FWMvh57jXQjWW0n61xx9aqjeewI1bCVg1vXxZJKb1tr0Bv20vr"
    "bdqHuVwfpq5O2ErzkfbfvQo2S4k6Q44qavI0p1ljj6f5la1t8hQqGNXE1jidjkqtay7Unu"
    "rXs6tJpbyOqzpCpzncZA5r78vr9r5sz6ulnS/LdhAED7B13pdmLtqXsW2u9+VCjGc7Gb4X"
    "eb1T5HkxghF1/C43NlO9PzwhnSmObMG0Sx5CpB6ULd9fHHM/RY8ZAgahW0S2+UAXAlrglZ"
    "MFlprHgBLN9+gF+ZNg8Bz8oyKs8LMnxmNmwq3gYaSSDcODtiVyth4bTGx8MCA18RZU/eN7"
    "SB7hRIVbgaCjngkGMfM0yJXxG4/gTekAlkTHb30Cn/H3KjcRFgfCViRDR0wGw/wMGoQ4aC"
    "nnd6xNJtEk3QMSAG3zb6jNv2kRFxtlyXKsp7r1s1zYr64FyBqzZ8pUMIJRBdkzqRpG8t8K"
    "EAfjWxdZeFDKQ3VQ4KE6SHuo1CFYAd45wRrx9UWU9cC8V84PWOAGTGKM0lOV1kvz8evbdd"
    "9vyZYbCKJVjW1ROm1sa7KxTZvOXw+vdZJXu/mrk7zaz2Od5PVaOK2TvHSSVwtNkBHR07ch"
    "V7Q5Jsh0mlexpzFqqV/QG4ael69sGxd42VykxNp62dWo/bhtqIAXLOwcb6O/5osdjsE7Vr"
    "Pji+nQvp/GMxBMNn1h1Bhiqhb3XN8LKTu9wEdm9XcJOioVFboG0VUJT0CoKqnXkRlC7Ik5"
    "foKSSiWzGH2S2VmBR3BKcW647KLj8avyQCr3pppbphDBXT+hj/AN3GdqY/aVJ+wPZIpPO6"
    "SmdD76A+9tD92fNt6amPBL8n2IkXdH3mueEhRzIgZP58us0eSiSq7E/ANlE86rnb/0J7aB"
    "K4LIO+H/Dv+6KmlqEX9WQSOagGkVZNQoTQs9Midl5NSTfDH1JCWlOuyJY0fhKiBHaVoI8s"
    "F+Gb/Mfr5bZj/llZn0/s2MjFO8wC8TkrRO3dp7XzY5qzA7K7WW+44YdWt4cZN0LVzTK3Hl"
    "Styq+nNjRK1b2itx6qJo1BPPVVCOkOjVXG41e0MUgivKGzGi9q3mpZ+EU+4Os5znf/t6c5"
    "2NcEiRNCdzA8MbLe5usVKbBSxiETMiB4C+/XL2exLri88350nZGic41zVVX6NRP6HNVuFz"
    "glQ7b5rMZz+Wu463PUapudxkLmsXkm5H0zRGrMcaH/MvZYZbnvt0H3++ZZYsmlXsWGoR1N"
    "8q+SoiGg57zqrX4JPd2OxOwP/KwXnnz7WVh0M2ohUdOhKBHI9OgM4LLp2AIbV8OndzH4ry"
    "2HSIy6jFzA/kkY2xfB2xhD1QxedsIkMopd/Foq5H8PbzBDKsR4eOmgF/YjByXLJqm860am"
    "SmlVoFWRywqTPLC8EMaJJ1WWae2ny3c+vMRNXXmOcCIGjX51fXZ7f/mOvXcynw8831p/MM"
    "Dfv8H3eXZ40PN9nSHLeUAFbFaV8mMCU46VYfltIEDiwnKGV5wRBnzOHGMOvk9L8pPDdpOK"
    "bGoelfWvLZ9loOtgXTfvKPrCfmVPVBR0ha6eBYQd8yfKkqIOwPbyG6K6kNCnf0WJZtIN+1"
    "ESHRvo2Kvo2FhIRFD7Nv/w/sbqsP"
)
