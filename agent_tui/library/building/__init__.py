"""From checked values to the domain's own immutable data; nothing here is in doubt any more."""
