"""A process that dies by SIGKILL after the target accepted and before that could be written down."""

import os
import signal
import sys
from datetime import datetime

from monitor.adapters.channels import Channels
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.message import Message
from monitor.pipeline.deliver import deliver
from monitor.store.database import open_database


def main(database: str, url: str, now: str) -> None:
    """Deliver what is due, and die at the first acceptance."""
    channels = Channels({"desk": url})

    def send(channel: str, message: Message) -> Verdict:
        if channels.send(channel, message).accepted:
            os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("the target should have accepted")

    deliver(open_database(database), send, DeliveryRules(channels=(Channel("desk"),)), lambda: datetime.fromisoformat(now))


if __name__ == "__main__":
    main(*sys.argv[1:])
