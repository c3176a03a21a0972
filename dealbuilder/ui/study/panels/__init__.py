"""The panels of the study, one file each."""
