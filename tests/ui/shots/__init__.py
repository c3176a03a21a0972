"""Pictures of every screen, made from the real program without a test around it."""
