"""What `packaging/build.py` is made of: contents of the bundle, kernels, packages for Debian and others."""
