"""Reference deals: packages that were really struck, as the model ranks them and as they fared."""
