"""How a scene is laid out on a screen of any size: marks with places, and nothing painted yet."""
