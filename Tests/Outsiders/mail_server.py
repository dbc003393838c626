"""mail_server.py SECURITY CERTIFICATE KEY

A real mail server (aiosmtpd) on a free loopback port. Prints its port, then one line of JSON for each thing that happens.
SECURITY is none, starttls (asked for before anything else) or tls. User `notices` has the password `right`.

The local part of the addressee says what becomes of a message: `unknown` is refused for good, `busy` for now, `spam` after
its data, `hang` is never answered, `drop` has its connection closed. Everybody else gets their mail.
"""

import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

security, certificate, key = sys.argv[1:4]


def say(**words):
    print(json.dumps(words), flush=True)


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        who = address.split("@")[0]
        if who == "unknown":
            return "550 5.1.1 <" + address + "> no such mailbox"
        if who == "busy":
            return "450 4.2.1 <" + address + "> come back later"
        if who == "hang":
            await asyncio.sleep(600)
        if who == "drop":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("spam"):
            return "554 5.7.1 refused for what it says"
        say(
            kind="mail", sender=envelope.mail_from, to=envelope.rcpt_tos, encrypted=server.transport.get_extra_info("sslcontext") is not None,
            user=session.auth_data.login.decode() if session.auth_data else None, peer=session.peer[1],
            data=envelope.content.decode("ascii"))
        return "250 2.0.0 Ok: queued as 4Qx9K2aB7c"


def authenticator(server, session, envelope, mechanism, data):
    # Not handled: the server answers a refusal.
    return AuthResult(
        success=data.login == b"notices" and data.password == b"right", handled=False, auth_data=data)


async def main():
    context = None
    if security != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
    loop = asyncio.get_running_loop()

    def factory():
        return SMTP(
            Mailbox(), hostname="mail.test", enable_SMTPUTF8=False,
            tls_context=context if security == "starttls" else None, require_starttls=security == "starttls",
            authenticator=authenticator, auth_require_tls=False)

    server = await loop.create_server(factory, "127.0.0.1", 0, ssl=context if security == "tls" else None)
    say(kind="port", port=server.sockets[0].getsockname()[1])
    # Ends with whoever started it.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
