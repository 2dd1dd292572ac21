"""What the embedded model is taught: (prompt, page, requirements) triples, generated, deterministic by seed."""

from htmlbuilder.corpus.sample import Sample, sample

__all__ = ["Sample", "sample"]
