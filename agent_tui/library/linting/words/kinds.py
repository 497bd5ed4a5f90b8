"""The names remarks are filled with: languages, gender forms, kinds of digits."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = {"ar": ("Arabic", "العربية"), "en": ("English", "الإنجليزية")}

KINDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "language": LANGUAGES,
    "twin": LANGUAGES,
    "form": {"male": ("male", "المذكر"), "female": ("female", "المؤنث")},
    "digits": {"latn": ("0123456789", "0123456789"), "arab": ("٠١٢٣٤٥٦٧٨٩", "٠١٢٣٤٥٦٧٨٩")},
}
"""Parameter -> its values in English and Arabic."""
