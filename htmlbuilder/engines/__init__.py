"""Engines: text in, text out, streamed."""
