"""The program's own words, in Arabic and English: gettext catalogues, labels, sentences and dates."""

from agent_tui.locale.catalogue import N_, _, current, ngettext, pgettext, use

__all__ = ["N_", "_", "current", "ngettext", "pgettext", "use"]
