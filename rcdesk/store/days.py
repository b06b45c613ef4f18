"""A date of rcdesk/1 in SQL: it may be known only to its month or to its year."""

from __future__ import annotations


def last_day(column: str) -> str:
    """Return the expression of its last day (AAAA-MM-DD), as `domain/periodos.ultimo_dia` has it; '' without a date."""
    return (
        f"CASE length({column}) WHEN 10 THEN {column} "
        f"WHEN 7 THEN coalesce(date({column} || '-01', '+1 month', '-1 day'), '9999-12-31') "  # SQLite ends that year
        f"WHEN 4 THEN {column} || '-12-31' ELSE '' END"
    )
