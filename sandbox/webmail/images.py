"""Serves images: remote images through the proxy, and inline pictures of mails."""

from quart import Blueprint, Response

from sandbox.state import here

api = Blueprint("images", __name__)


@api.get("/meips/<path:opaque>")
async def image(opaque: str) -> Response:
    """Serve an image through the proxy; 404 if it cannot be fetched."""
    url = here().proxy.original(opaque)
    found = await here().proxy.image(url) if url else None
    if found is None:
        return Response("", 404)
    reply = Response(found.body, content_type=found.content_type)
    reply.headers["Cache-Control"] = (
        "private, max-age=86400" if found.fresh_until else "no-cache, must-revalidate, max-age=0"
    )
    reply.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return reply


@api.get("/sandbox/pictures/<name>")
async def picture(name: str) -> Response:
    """Serve a picture that was inline in a mail."""
    found = here().pictures.picture(name)
    if found is None:
        return Response("", 404)
    return Response(found[1], content_type=found[0])
