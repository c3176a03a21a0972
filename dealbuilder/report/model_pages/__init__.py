"""Pages of the manual that hold results of the model; packaging/make_results.py writes them."""
