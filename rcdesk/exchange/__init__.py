"""rcdesk/1 as JSON, read into frozen dataclasses and written from them; the format is `resources/rcdesk-1.md`."""

from rcdesk.exchange.encode import canonical, to_json
from rcdesk.exchange.read import Leido, decode, read
from rcdesk.exchange.text import decode_text

__all__ = ["Leido", "canonical", "decode", "decode_text", "read", "to_json"]
