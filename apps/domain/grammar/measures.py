"""The words for scales, currencies and units, and which unit they make together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from apps.domain.figures import ONE
from apps.domain.units import BILLION, MILLION, TRILLION, UNITS

THOUSAND = Decimal(1000)
SCALES: Mapping[str, Decimal] = {
    word: factor
    for factor, words in (
        (
            THOUSAND,
            "thousand|thousands|ths|thsd|k|000s|1000s|1,000s|'000|тыс.|тысяч|тысячи|nghìn|ngàn|tys.",
        ),
        (Decimal(100_000), "lakh"),
        (
            MILLION,
            "million|millions|mln|mln.|mio|Mio|Mio.|mil.|mn|m|млн|млн.|миллион|миллиона|миллионов|triệu|milionów",
        ),
        (Decimal(10_000_000), "crore"),
        (
            BILLION,
            "billion|billions|bln|bln.|bn|b|Mrd|Mrd.|млрд|млрд.|миллиард|миллиарда|миллиардов|tỷ|tỉ|mld",
        ),
        (TRILLION, "trillion|trillions|trln|trn|tn|трлн|трлн.|nghìn tỷ"),
    )
    for word in words.split("|")
}
SCALE_NAMES = {MILLION: "mln", BILLION: "bln", TRILLION: "trn"}
# Letters that are a scale only next to a currency, or glued to the digits.
NARROW_SCALES = frozenset({"m", "b", "k", "tn", "mn"})

_CURRENCIES = {
    "USD": "US dollars|US dollar|U.S. dollars|American dollars|dollars|dollar|долларов США|"
    "долларов|долл.|đô la Mỹ|đô la|USD|dolarów",
    "EUR": "euros|euro|EUR|евро",
    "RUB": "Russian rubles|Soviet rubles|Russian roubles|Soviet roubles|transferable rubles|"
    "transferable roubles|roubles|rouble|rubles|ruble|RUB|рублей|рубля|руб.",
    "GBP": "pounds sterling|British pounds|pounds|GBP",
    "JPY": "Japanese yen|yen|JPY",
    "CNY": "Chinese yuan|yuan|renminbi|RMB|CNY",
    "VND": "Vietnamese dong|dong|VND|đồng|VNĐ",
    "INR": "Indian rupees|rupees|INR",
    "PLN": "zlotys|zloty|złotych|PLN|zł",
    "CHF": "Swiss francs|CHF",
    "FRF": "French francs|francs",
    "DEM": "Deutschmarks|DEM",
    "KRW": "South Korean won|KRW",
    "CAD": "Canadian dollars|CAD",
    "AUD": "Australian dollars|AUD",
    "SGD": "Singapore dollars|SGD",
    "HKD": "Hong Kong dollars|HKD",
    "SEK": "Swedish kronor|kronor|SEK",
    "NOK": "Norwegian kroner|NOK",
    "TRY": "Turkish lira|liras|lira|TRY",
    "BRL": "reais|BRL",
    "UAH": "hryvnias|hryvnia|UAH",
    "CZK": "koruna|crowns|CZK",
    "IDR": "rupiah|IDR",
    "THB": "baht|THB",
    "PHP": "Philippine pesos|pesos",
    "ZAR": "rand|ZAR",
}
CURRENCIES = {word: code for code, words in _CURRENCIES.items() for word in words.split("|")}
SIGNS = {
    "US$": "USD",
    "US $": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "S$": "SGD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₫": "VND",
    "₹": "INR",
    "₴": "UAH",
    "₩": "KRW",
    "Rs": "INR",
    "Rs.": "INR",
}
_UNITS = {
    "pp": "percentage points|percentage point|percentage-point|per cent points|pp|п.п.|p.p.",
    "bp": "basis points|basis point|bps",
    "%": "percent|per cent|per-cent|pct|%|процентов|процента|процент|phần trăm|procent",
    "‰": "‰|per mille",
    "years": "years old|year-old|years|year|yrs|yr|лет|года|năm",
    "months": "months|month",
    "decades": "decades|decade",
    "centuries": "centuries",
    "weeks": "weeks|week",
    "days": "days|day|дней|дня",
    "hours": "hours|hour|hrs",
    "minutes": "minutes|minute|mins|min",
    "seconds": "seconds|second-long",
    "tonnes": "metric tons|metric tonnes|tonnes|tonne|tons|ton|t|тонн|тонны|tấn",
    "kg": "kilograms|kilogram|kilogrammes|kilos|kg|кг",
    "g": "grams|gram|grammes|g",
    "mg": "milligrams|mg",
    "lb": "lbs|lb",
    "km²": "square kilometres|square kilometers|sq. km|sq km|km2|km²",
    "mi²": "square miles|sq mi",
    "m²": "square metres|square meters|sq. m|sq m|m2|m²",
    "m³": "cubic metres|cubic meters|cu m|m3|m³",
    "ft²": "square feet|sq ft",
    "ha": "hectares|hectare|ha",
    "acres": "acres|acre",
    "nmi": "nautical miles|nautical mile",
    "km/h": "kilometres per hour|kilometers per hour|km/h|kph",
    "mph": "miles per hour|mph",
    "knots": "knots",
    "km": "kilometres|kilometers|kilometre|kilometer|km|км",
    "m": "metres|meters|metre|meter|m|м",
    "cm": "centimetres|centimeters|cm",
    "mm": "millimetres|millimeters|millimetre|millimeter|mm|мм",
    "nm": "nanometres|nanometers|nm",
    "µm": "micrometres|micrometers|microns|µm|μm",
    "mi": "miles|mile",
    "ft": "feet|foot|ft",
    "in": "inches|inch",
    "barrels": "barrels|barrel|bbl",
    "l": "litres|liters|litre|liter",
    "ml": "millilitres|milliliters|ml|mL",
    "MW": "megawatts|megawatt|MW|МВт",
    "GW": "gigawatts|gigawatt|GW",
    "kW": "kilowatts|kilowatt|kW",
    "kWh": "kilowatt-hours|kilowatt hours|kWh|kWt/h|kW/h",
    "MWh": "megawatt-hours|megawatt hours|MWh",
    "GWh": "gigawatt-hours|gigawatt hours|GWh",
    "TWh": "terawatt-hours|terawatt hours|TWh",
    "°C": "degrees Celsius|degrees Centigrade|°C|° C|℃",
    "°F": "degrees Fahrenheit|°F",
    "°": "degrees|°",
    "K": "kelvins|kelvin",
    "Hz": "hertz|Hz",
    "kHz": "kHz",
    "MHz": "MHz",
    "GHz": "GHz",
    "ppm": "parts per million|ppm",
    "GB": "gigabytes|GB",
    "MB": "megabytes|MB",
    "TB": "terabytes|TB",
    "persons": "people|persons|person|inhabitants|residents|человек|người|osób",
    "TEU": "TEUs|TEU",
}
_UNIT_OF = {word: slug for slug, words in _UNITS.items() for word in words.split("|")}
_BASE_OF = {**_UNIT_OF, **CURRENCIES}


def _choice(words: Mapping[str, object]) -> str:
    """One of the words, the longest first, ending where a word ends."""
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in listed)


_MANY_YEARS = {"decades": Decimal(10), "centuries": Decimal(100)}
SIGN_BEFORE = re.compile(rf"(?<![A-Za-z])(?:{_choice(SIGNS)}|{_choice(CURRENCIES)}) ?$")
SIGN_AFTER = re.compile(rf" ?(?:{_choice({s: 0 for s in SIGNS if not s[0].isalpha()})})")
SCALE_AFTER = re.compile(rf"[ -]?(?P<scale>{_choice(SCALES)})")
UNIT_AFTER = re.compile(rf"(?P<gap> ?-?)(?P<unit>{_choice(_BASE_OF)})")
LONGEST_SIGN = 20


def base_of(word: str) -> str:
    """The base unit that a word names, or a sign: dollars, %, km."""
    return _BASE_OF.get(word) or SIGNS.get(word, "")


def is_currency(base: str) -> bool:
    return base in _CURRENCIES or base in SIGNS.values()


def unit_with(base: str, scale: Decimal) -> tuple[str, Decimal]:
    """The unit that base and scale make, and by what the figure is still to be multiplied."""
    if base in _MANY_YEARS:
        return "years", _MANY_YEARS[base]
    name = SCALE_NAMES.get(scale)
    if name and (is_currency(base) or f"{base} {name}" in UNITS):
        return f"{base} {name}", ONE
    return base, scale


_HEAD_WORDS = {
    word: slug
    for word, slug in _BASE_OF.items()
    if (len(word) > 1 or not word.isalpha())
    and slug not in ("years", "months", "days", "in", "seconds")
} | {"ratio": "", "percentage": "%", "million": ""}
_IN_HEAD = re.compile(rf"(?<!\w)(?:{_choice(_HEAD_WORDS)})|[$€£¥₽₫₹%]|(?<!\w)US\$")
_SCALE_IN_HEAD = re.compile(
    rf"(?<!\w)(?:{_choice({word: 0 for word in SCALES if len(word) > 1})})", re.IGNORECASE
)


def unit_in_head(head: str) -> tuple[str, Decimal]:
    """The base unit and the scale that the head of a column or a caption names."""
    base = next(
        (b for m in _IN_HEAD.finditer(head) if (b := base_of(m[0]) or _HEAD_WORDS.get(m[0], ""))),
        "",
    )
    scale = _SCALE_IN_HEAD.search(head)
    return base, SCALES[scale[0].lower()] if scale else ONE
