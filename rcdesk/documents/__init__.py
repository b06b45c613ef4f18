"""Documents as values: what each one says, block by block, and never how it looks."""
