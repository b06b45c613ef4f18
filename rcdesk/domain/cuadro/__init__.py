"""Plans and commitments as rows of a spreadsheet: what goes out, what comes back edited, and what then changes."""
