"""The roof without a window: every command is one thin call."""
