"""The Arabic (101) keyboard: which key of a Latin keyboard an Arabic character is typed with."""

_PLAIN = {
    **dict(zip("ضصثقفغعهخحجد", "qwertyuiop[]", strict=True)),
    **dict(zip("شسيبلاتنمكط", "asdfghjkl;'", strict=True)),
    **dict(zip("ئءؤرىةوزظ", "zxcvnm,./", strict=True)),
    "ذ": "`",
}
_SHIFTED = {
    **dict(zip("\u064e\u064b\u064f\u064cإ÷×؛", "QWERYIOP", strict=True)),
    **dict(zip("\u0650\u064dأـ،", "ASHJK", strict=True)),
    **dict(zip("\u0652آ؟\u0651", "XN?~", strict=True)),
}
# Four keys type a lam with an alef: two letters on Windows, one ligature on X11.
_LAM_ALEF = {
    **dict(zip(("لا", "لآ", "لأ", "لإ"), "bBGT", strict=True)),
    **dict(zip("\ufefb\ufef5\ufef7\ufef9", "bBGT", strict=True)),
}
_DIGITS = {
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
}
_LATIN = _PLAIN | _SHIFTED | _LAM_ALEF | _DIGITS
_ARABIC = {latin: arabic for arabic, latin in (_PLAIN | {"لا": "b"}).items()}


def latin_key(char: str) -> str | None:
    """The Latin key that types this on an Arabic (101) keyboard (ش is "a", ظ is "/", ٣ is "3"), None for any other."""
    return _LATIN.get(char)


def arabic_key(latin: str) -> str | None:
    """What an unshifted Latin key types on an Arabic (101) keyboard ("b" is لا), None where that is nothing Arabic."""
    return _ARABIC.get(latin)
