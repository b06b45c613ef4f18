"""The reports of the year: of a strategy, a plan, its compliance, the commitments and the hearings."""
