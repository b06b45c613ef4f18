"""rcdesk: accountability hearings of Colombian public entities, from the schedule to the acta, offline."""
