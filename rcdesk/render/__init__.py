"""Renderers: one function from a document to each output. Nothing here knows what a hearing is."""
