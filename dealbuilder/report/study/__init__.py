"""What the study finds, in words, tables and figures for paper and files."""
