"""Who may ask the desk's pages, this computer alone and with the secret path, and what browsers may do with them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Request, Response

HOST = "127.0.0.1"
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The port that is listened at, and a token that stands in every path: who was not given it finds nothing."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser on this computer calls us; any other name was made to lead here (DNS rebinding)."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    @property
    def address(self) -> str:
        """Where the desk is."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def refuses(self, request: Request) -> int:
        """The status with which a request is refused, 0 for none."""
        if request.host not in self.hosts:
            return 403
        given = request.path.split("/")[1] if "/" in request.path else ""
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            return 404
        if request.method in _SAFE:
            return 0
        origin = request.headers.get("Origin", "")
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        ours = {f"http://{host}" for host in self.hosts}
        if origin not in ours or site != "same-origin":
            return 403
        return 0

    def seal(self, response: Response) -> None:
        """Forbid what a page of ours never does, so that nothing that a file's name or text brings in can do it."""
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"  # without any, a form's own Origin would be "null"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
