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
    rf"(?:{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]{{1,2}}\s?(?:{_YEAR}|[0-9]{{2}})|{_YEAR}[./-]{_MONTH}[./-]{_DAY}"
    rf"|{_DAY}\.?\s*(?:{_MONTHS})\.?\s+(?:{_YEAR}|[0-9]{{2}})|[0-3][0-9][01][0-9](?:[0-9]{{2}}){{1,2}})(?![0-9])"
)
# The year before which a day in a story is more likely somebody's birthday than a thing that was done.
_OLD_YEAR = "(?:19[0-9]{2}|200[0-9])"
_OLD_DATE = (
    rf"(?:{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?{_OLD_YEAR}|{_OLD_YEAR}-(?:0[1-9]|1[0-2])-{_DAY}"
    rf"|{_DAY}\.?\s+(?:{_MONTHS})\.?\s+{_OLD_YEAR})(?![0-9])"
)
# Years of two digits that are neither behind us in this century nor ones that anybody plans for. Only a date with all
# its digits is taken for one, since sections and versions are set like it.
_OLD_SHORT_YEAR = "(?:3[6-9]|[4-9][0-9])"
_DAY_OF_TWO = "(?:0[1-9]|[12][0-9]|3[01])"
_MONTH_OF_TWO = "(?:0[1-9]|1[0-2])"
_OLD_SHORT_DATE = (
    "(?:"
    + "|".join(rf"{_DAY_OF_TWO}{mark}{_MONTH_OF_TWO}{mark}{_OLD_SHORT_YEAR}" for mark in (r"\.", "/", "-"))
    + rf"|{_DAY}/{_MONTH}-{_OLD_SHORT_YEAR}(?!\s?(?:%|prosent)))(?![0-9]|[./-][0-9])"
)
# A year alone tells who somebody is where it is written as in a record; «født i 1985» is how people tell of others.
_BIRTH_YEAR = rf"({_YEAR})(?![0-9]|[./-][0-9]|\s?-|\s+(?:og|eller)\s+(?:senere|tidligere|etter|før))"
# What a street has after its name: a number, and not a year, a length or a count.
_HOUSE = (
    r",?\s+(?:nr\.?\s?)?(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{1,4}(?:\s?[a-h])?)(?![0-9a-zæøå%]|\s?(?:%|prosent|av|kroner|kr"
    r"|sekunder|minutter|min|timer|t|dager|uker|måneder|år|steg|mil|km|meter|m|stk)(?![a-zæøå]))"
)
_NO_WORD_BEFORE = "(?<![0-9a-zæøåéü])"
_NUMBER_WORD = r"(?:\s?-?\s?(?:nummer(?:et)?|nr|id)\b)"

# Each has at most one group: what is found.
PATTERNS: dict[str, list[str]] = {
    "fødselsnummer": [
        rf"{_NO_WORD_BEFORE}(?:fødselsn(?:umme)?r(?:et)?|f\.?nr|personn(?:umme)?r(?:et)?|[dh]-?n(?:umme)?r(?:et)?)\.?"
        r"\s?(?:er|var|:|=|#|\()?\s?([0-9](?:[ .-]?[0-9]){4,12})(?![0-9])",
    ],
    "e-post": [
        r"(?<![a-zà-öø-ÿ0-9.+_-])([a-zà-öø-ÿ0-9.+_-]{1,64}\s?(?:@|\(@\)|\[@\]|\(at\)|\[at\]|\(a\)|\(krøllalfa\)|\skrøllalfa\s)\s?"
        r"[a-zæøå0-9-]{1,63}(?:\.[a-zæøå0-9-]{1,63}){1,5})"
    ],
    "telefon": [
        rf"{_NO_WORD_BEFORE}(?:tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr|telefon)?|mob|sms|ring)\.?\s?(?:nr\.?|nummer|på)?\s?[:=]?\s?"
        rf"(?!{_DATE}|(?:19|20)[0-9]{{2}}\s?-)(\+?[0-9](?:[ ().-]{{0,2}}[0-9]){{7,14}})(?![0-9])",
        r"(?<![0-9a-z+])(47[49][0-9]{7})(?![0-9])",
        r"(?<![0-9a-z+])((?:\+|00)[1-9](?:[ ().-]{0,2}[0-9]){8,14})(?![0-9])",
        r"(?:tel|sms|callto):(\+?[0-9](?:[ ().-]{0,2}[0-9]){7,14})(?![0-9])",
        r"(?:wa\.me/|[?&](?:phone|query|number|tel)=)(\+?[0-9]{8,15})(?![0-9])",
    ],
    "adresse": [
        rf"{_NO_WORD_BEFORE}([a-zæøåé]{{2,30}}(?:gata|gaten|gate|gt\.?|veien|vegen|veg|vei|alléen|alleen|allé|bakken"
        rf"|svingen|kroken|haugen|tunet|torget|brygga){_HOUSE}",
        rf"{_NO_WORD_BEFORE}([a-zæøåé]{{3,30}}\s+gate{_HOUSE}",
        rf"{_NO_WORD_BEFORE}([a-zæøåé]{{3,30}}s\s+(?:vei|veg|allé){_HOUSE}",
    ],
    "fødselsdato": [
        rf"{_NO_WORD_BEFORE}(?:født|fødd|fødselsdato(?:en)?|fødselsdag(?:en)?|fødedato|f\.?\s?dato|bursdag(?:en)?|dob)"
        rf"(?![a-zæøå])\.?[^.!?\n0-9]{{0,30}}({_DATE})",
        rf"{_NO_WORD_BEFORE}f\.?\s?(?:den\s)?({_DATE})",
        rf"{_NO_WORD_BEFORE}(?:(?:født|fødd|fødselsår(?:et)?)\s?:?|f\.)\s?{_BIRTH_YEAR}",
    ],
    "journalnummer": [
        rf"{_NO_WORD_BEFORE}(?:(?:journal|pasient(?:en)?s?|npr|henvisnings?|episode|opphold|dips|rekvisisjons?|prøve|duf)"
        rf"{_NUMBER_WORD}|npr|dips|duf|mrn|rekvnr|pas\.?\s?nr)(?![a-zæøå])\.?[^.!?\n0-9]{{0,20}}"
        r"(?!(?:19|20)[0-9]{2}(?![0-9]))([a-z]{0,3}-?[0-9](?:[ /.-]?[0-9]){3,19})(?![0-9])",
        rf"{_NO_WORD_BEFORE}(?:journal(?:en)?|pasient(?:en)?)\s?(?:[:=#]|nr\.?|nummer)?\s?([0-9]{{5,20}})(?![0-9])",
    ],
    "gammel-dato": [rf"(?<![0-9.]){_OLD_DATE}(?!\s?nr)", rf"(?<![0-9./-]){_OLD_SHORT_DATE}"],
}
# What stands before a date that is nobody's: a law is known by the day that it was passed, and the time of day, the
# parts of a text and the versions of a program are set like dates.
NOBODYS_DATE = (
    r"\b(?:(?:lov|lova|loven|forskrift|forskriften)\s+(?:av\s+|om\s+[^.\n]{0,80})?"
    r"|(?:kl\.?|klokk[ae]n?|versjon(?:en)?|utgave|utgåve|punkt|pkt\.?|kapittel|kap\.?|avsnitt)\s?)$"
)
