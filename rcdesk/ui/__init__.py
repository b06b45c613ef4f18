"""The window: screens ask the desk and do on it; nothing here decides."""
