"""The domain: what an interaction is and which rules it keeps, in the standard library alone."""
