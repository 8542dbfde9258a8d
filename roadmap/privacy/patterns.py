"""What gives a person away besides numbers with check digits, as patterns of plain text.

They are written in what Python and JavaScript share, without case, and searched in both: the checker runs here, and
the form that a story is written in runs in a browser.
"""

from __future__ import annotations

_MONTHS = (
    "jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?"
    "|nov(?:ember)?|des(?:ember)?"
)
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = "(?:0?[1-9]|1[0-2])"
_YEAR = "(?:19|20)[0-9]{2}"
_DATE = (
    rf"(?:{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?(?:{_YEAR}|[0-9]{{2}})|{_YEAR}-{_MONTH}-{_DAY}"
    rf"|{_DAY}\.?\s+(?:{_MONTHS})\.?\s+(?:{_YEAR}|[0-9]{{2}})|[0-3][0-9][01][0-9](?:[0-9]{{2}}){{1,2}})(?![0-9])"
)
# The year before which a day in a story is more likely somebody's birthday than a thing that was done.
_OLD_YEAR = "(?:19[0-9]{2}|200[0-9])"
_OLD_DATE = (
    rf"(?:{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?{_OLD_YEAR}|{_OLD_YEAR}-(?:0[1-9]|1[0-2])-{_DAY}"
    rf"|{_DAY}\.?\s+(?:{_MONTHS})\.?\s+{_OLD_YEAR})(?![0-9])"
)
_NO_WORD_BEFORE = "(?<![0-9a-zæøåéü])"
_NUMBER_WORD = r"(?:\s?-?\s?(?:nummer(?:et)?|nr|id)\b)"

# Each has at most one group: what is found.
PATTERNS: dict[str, list[str]] = {
    "fødselsnummer": [
        rf"{_NO_WORD_BEFORE}(?:fødselsn(?:umme)?r(?:et)?|f\.?nr|personn(?:umme)?r(?:et)?|[dh]-?n(?:umme)?r(?:et)?)\.?"
        r"\s?(?:er|var|:|=|#)?\s?([0-9](?:[ .-]?[0-9]){4,12})(?![0-9])",
    ],
    "e-post": [
        r"(?<![a-z0-9.+_-])([a-zæøå0-9.+_-]{1,64}\s?(?:@|\(at\)|\[at\]|\(a\)|\(krøllalfa\)|\skrøllalfa\s)\s?"
        r"[a-zæøå0-9-]{1,63}(?:\.[a-zæøå0-9-]{1,63}){1,5})"
    ],
    "telefon": [
        rf"{_NO_WORD_BEFORE}(?:tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr|telefon)?|mob|sms)\.?\s?(?:nr\.?|nummer)?\s?[:=]?\s?"
        r"(\+?[0-9](?:[ ().-]{0,2}[0-9]){7,14})(?![0-9])",
        r"(?<![0-9a-z+])((?:\+|00)[1-9](?:[ ().-]{0,2}[0-9]){8,14})(?![0-9])",
        r"(?:tel|sms|callto):(\+?[0-9](?:[ ().-]{0,2}[0-9]){7,14})(?![0-9])",
        r"wa\.me/(\+?[0-9]{8,15})(?![0-9])",
    ],
    "adresse": [
        rf"{_NO_WORD_BEFORE}([a-zæøå.]{{2,30}}(?:gata|gaten|gate|veien|vegen|veg|vei|alléen|alleen|allé)\s+(?:nr\.?\s?)?"
        r"[0-9]{1,3}(?:\s?[a-h])?)(?![0-9a-zæøå%]|\s?(?:%|prosent|av|kroner|kr|minutter|timer|dager|uker|steg)(?![a-zæøå]))",
        rf"{_NO_WORD_BEFORE}([a-zæøå.]{{3,30}}s\s+(?:gate|vei|veg|plass|allé)\s+(?:nr\.?\s?)?[0-9]{{1,3}}(?:\s?[a-h])?)"
        r"(?![0-9a-zæøå%]|\s?(?:%|prosent|av|kroner|kr|minutter|timer|dager|uker|steg)(?![a-zæøå]))",
    ],
    "fødselsdato": [
        rf"{_NO_WORD_BEFORE}(?:født|fødd|f\.|fødselsdato(?:en)?|fødselsdag(?:en)?|fødedato|f\.?\s?dato|bursdag(?:en)?|dob)"
        rf"\s?(?:er|var|:|=|den|,|\()?\s?(?:den\s)?({_DATE})",
    ],
    "journalnummer": [
        rf"{_NO_WORD_BEFORE}(?:(?:journal|pasient(?:en)?s?|npr|henvisnings?|episode|opphold|dips|rekvisisjons?|prøve|duf){_NUMBER_WORD}"
        r"|npr|dips|duf|mrn|rekvnr)\.?\s?(?:er|var|:|=|#|nr\.?)?\s?([a-z]{0,3}-?[0-9](?:[ /.-]?[0-9]){3,19})(?![0-9])",
        rf"{_NO_WORD_BEFORE}(?:journal(?:en)?|pasient(?:en)?)\s?(?:[:=#]|nr\.?|nummer)?\s?([0-9]{{5,20}})(?![0-9])",
    ],
    "gammel-dato": [rf"(?<![0-9.]){_OLD_DATE}(?!\s?nr)"],
}
# A law is known by the day that it was passed; this stands before such a date.
LAW = r"\b(?:lov|lova|loven|forskrift|forskriften)\s+(?:av\s+|om\s+[^.\n]{0,80})?$"
