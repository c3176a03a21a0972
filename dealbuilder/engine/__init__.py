"""Arrays in, arrays out: the model's equations."""
