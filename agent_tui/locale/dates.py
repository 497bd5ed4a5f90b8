"""Dates and times for people: Hijri (Umm al-Qura) beside Gregorian, in the organisation's digits."""

from __future__ import annotations

from datetime import date, datetime

from agent_tui.core.language import Language
from agent_tui.core.organisation import Digits

WEEKDAYS = {
    Language.ARABIC: ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    Language.ARABIC: (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    Language.ENGLISH: (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
HIJRI_MONTHS = {
    Language.ARABIC: (
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ),
    Language.ENGLISH: (
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ),
}
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_digits(text: str, digits: Digits) -> str:
    """The text with its figures in the digits the organisation chose."""
    return text.translate(_ARABIC_INDIC) if digits is Digits.ARABIC else text


def hijri(day: date) -> tuple[int, int, int] | None:
    """Year, month and day in the Umm al-Qura calendar; none outside the years it is published for."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None
    return found.year, found.month, found.day


def gregorian_words(day: date, language: Language) -> str:
    """A day in words, e.g. "22 November 2026" or «22 نوفمبر 2026»."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def hijri_words(day: date, language: Language) -> str | None:
    """The Hijri date of a day in words, with its era."""
    found = hijri(day)
    if found is None:
        return None
    year, month, number = found
    name = HIJRI_MONTHS[language][month - 1]
    return f"{number} {name} {year} هـ" if language is Language.ARABIC else f"{number} {name} {year} AH"


def long_date(day: date, language: Language, digits: Digits = Digits.LATIN) -> str:
    """Weekday with both dates; the Hijri date leads in Arabic."""
    weekday, civil, lunar = (
        WEEKDAYS[language][day.weekday()],
        gregorian_words(day, language),
        hijri_words(day, language),
    )
    if language is Language.ARABIC:
        text = f"{weekday} {lunar}، {civil} م" if lunar else f"{weekday} {civil} م"
    else:
        text = f"{weekday} {civil} ({lunar})" if lunar else f"{weekday} {civil}"
    return in_digits(text, digits)


def spoken_date(day: date, language: Language, digits: Digits = Digits.LATIN) -> str:
    """A day as it is said to a customer: weekday and civil date."""
    joint = " " if language is Language.ARABIC else ", "
    return in_digits(f"{WEEKDAYS[language][day.weekday()]}{joint}{gregorian_words(day, language)}", digits)


def clock_time(moment: datetime, digits: Digits = Digits.LATIN) -> str:
    """Hours and minutes, e.g. 14:02."""
    return in_digits(f"{moment:%H:%M}", digits)


def stopwatch(milliseconds: int, digits: Digits = Digits.LATIN) -> str:
    """A length of time as a running clock shows it, e.g. 02:41 or 1:02:41."""
    seconds = max(milliseconds, 0) // 1000
    hours, rest = divmod(seconds, 3600)
    text = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
    return in_digits(text, digits)
