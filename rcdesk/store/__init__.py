"""The base: tables, opening, units of work, bitácora, backups. The only place that knows SQLite."""
