"""A small provider of identities in the test's own process, which signs what it says."""

from __future__ import annotations

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "variorum", "a quiet word"


@dataclass
class TestProvider:
    """What was asked for under each code, and the key that signs the answers."""

    __test__ = False
    key: RSAKey
    issuer: str = ""
    granted: dict[str, tuple[dict[str, str], dict[str, Any]]] = field(default_factory=dict)

    def grants(self, address: str, **claims: Any) -> dict[str, str]:
        """What somebody comes back with who says yes where the site has sent them."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.granted)}"
        self.granted[code] = (asked, claims)
        return {"code": code, "state": asked["state"]}

    def answer(self, path: str, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """As a provider answers a site."""
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        if path == "/keys":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        asked, claims = self.granted.pop(sent.get("code", ""), ({}, {}))
        if not asked or challenge(sent.get("code_verifier", "")) != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        told = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60}
        told |= {"nonce": asked["nonce"], **claims}
        signed = jwt.encode({"alg": "RS256", "kid": self.key.kid}, told, self.key)
        return 200, {"access_token": "of-no-use", "token_type": "Bearer", "id_token": signed}


def challenge(verifier: str) -> str:
    """What a site shows beforehand of the word that it tells in the end (RFC 7636)."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


@contextmanager
def provider() -> Iterator[TestProvider]:
    """One that answers on this machine."""
    here = TestProvider(RSAKey.generate_key(2048, {"kid": "one"}))

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            sent = parse_qs(self.rfile.read(length).decode())
            status, told = here.answer(self.path, {name: v[0] for name, v in sent.items()})
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *told: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    here.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
