"""htmlbuilder: a sentence in, a web page out, from a small language model you can train yourself."""

__version__ = "0.1.0"
