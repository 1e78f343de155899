"""What systemd is told: that we are ready, alive, stopping. One datagram a message; nobody listens where no supervisor asked for it."""

import os
import socket


def tell(state: str) -> bool:
    """Send a state such as READY=1 to the supervisor; False where there is none, or it does not listen."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    if address.startswith("@"):  # a name in the abstract namespace
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to:
            to.sendto(state.encode(), address)
    except OSError:
        return False
    return True
