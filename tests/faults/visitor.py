"""Signs a person in at the dashboard of a real server."""

from __future__ import annotations

import httpx

PASSWORD = "correct horse battery staple"


async def sign_in(visitor: httpx.AsyncClient, url: str = "") -> None:
    """Sign in as Alice, at `url` or at the base URL of `visitor`."""
    page = (await visitor.get(f"{url}/login")).text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    form = {"csrf": token, "email": "alice@sandbox.example", "password": PASSWORD}
    answer = await visitor.post(f"{url}/login", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code in {302, 303}, answer.text
