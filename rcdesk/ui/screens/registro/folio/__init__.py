"""A sheet that was signed on paper, typed row by row in place of the door."""
