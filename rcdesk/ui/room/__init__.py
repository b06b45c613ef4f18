"""The screens of the room: what the projector shows, what those on stage see, and where their windows are."""
