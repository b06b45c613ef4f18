"""The base: its tables, its bitácora and its files."""
