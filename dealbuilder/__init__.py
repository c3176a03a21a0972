"""An offline workbench for US-China export-control packages."""

__version__ = "0.1.0"
