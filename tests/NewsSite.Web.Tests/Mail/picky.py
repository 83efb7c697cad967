"""An SMTP server for tests: keeps mails in a Maildir, and refuses recipients by the word their address begins with."""
from aiosmtpd.handlers import Mailbox


class Picky(Mailbox):
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("later"):
            return "451 4.2.1 Not now"
        if address.startswith("nobody"):
            return "550 5.1.1 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"
