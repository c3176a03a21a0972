"""The stage: the audience window on the second screen and the presenter's console on the desk."""
