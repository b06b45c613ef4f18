"""Plans and commitments go to a spreadsheet and come back: what changes is seen, row by row, before it is brought."""
