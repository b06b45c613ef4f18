"""rcdesk/1 as JSON, read into frozen dataclasses and written from them; the format is `resources/rcdesk-1.md`."""
