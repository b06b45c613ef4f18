"""The run of the hearing: what is now, whose word it is, who watches, what happens."""
