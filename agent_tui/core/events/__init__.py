"""The closed list of what can happen, as facts in the past tense; it only ever grows."""
