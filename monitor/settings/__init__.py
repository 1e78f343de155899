"""Settings: what the user has said, checked and made into plain values."""

from monitor.settings.channels import ChannelSettings
from monitor.settings.load import Settings, load
from monitor.settings.main import LogSettings, NetworkSettings, PaceSettings
from monitor.settings.secret import Secret

__all__ = ["ChannelSettings", "LogSettings", "NetworkSettings", "PaceSettings", "Secret", "Settings", "load"]
