"""What `packaging/smoke.py` is made of: bare systems, walks through the installed program, its speed."""
