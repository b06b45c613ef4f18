"""Pure rules and values of a hearing: no base, no screen, no clock."""
