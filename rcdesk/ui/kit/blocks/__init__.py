"""The blocks of a narrative, each kind with its own editor; `blocks_editor` puts them together."""
