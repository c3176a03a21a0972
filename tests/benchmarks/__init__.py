"""The rows of the bench that need peers, a compiler or a screen. No file here is named test_*: see bench_rows.py."""
