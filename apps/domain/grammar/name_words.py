"""The words that decide where a name begins, goes on and ends."""

from __future__ import annotations

from functools import cache

from babel import Locale
from english_words import get_english_words_set

# Words that never belong to a name, though a sentence or a title writes them large.
BREAKERS = frozenset(
    "the a an in on at by to of for from with without into onto upon over under between among "
    "against during before after since until while when where why how what which who whom whose "
    "that this these those there here it its he his she her hers they their them we our us you "
    "your i my me and or but nor so yet if unless although though because as than then thus "
    "hence however moreover furthermore therefore nevertheless nonetheless meanwhile instead "
    "otherwise indeed also besides finally first firstly second secondly third thirdly fourth "
    "last lastly next later earlier today yesterday tomorrow now once twice often sometimes "
    "usually generally recently currently previously subsequently consequently accordingly "
    "additionally similarly likewise conversely specifically especially particularly notably "
    "overall still even only just both each every all some any no none many much more most few "
    "fewer several other others another such same own not never always again away back further "
    "despite regarding concerning according given following including considering per via about "
    "above below across along around behind beneath beside beyond down near off out outside "
    "inside through throughout toward towards within up is are was were be been being am do "
    "does did done has have had having will would can could may might must shall should let yes "
    "well perhaps maybe one two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty fifty hundred thousand million billion january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday please see cf ie eg etc vs nb ps dear former late half approximately "
    "roughly nearly almost eventually initially originally ultimately apart aside amid amidst "
    "whereas whereby whether either neither too rather quite very like unlike due thanks bc ad "
    "ce bce".split()
) | frozenset(
    "в на с по о об и а но или что как это он она они мы вы я не из за к у от до для при после "
    "также так если когда где который его её их theo tại ngày năm ông bà các những việc với sau "
    "trước từ đến khi nếu và nhưng hiện".split()
)
TITLES = frozenset(
    "ceo cfo coo superintendent constable president vice premier prime minister deputy "
    "chancellor king queen prince princess emperor tsar czar sultan pope cardinal archbishop "
    "bishop father mr mrs ms miss mx dr prof professor sir dame lord lady general gen colonel "
    "col lieutenant lt captain capt major maj marshal admiral adm commander sergeant sgt "
    "secretary chairman chairwoman chairperson chair director governor mayor senator sen "
    "representative rep congressman ambassador judge justice comrade leader foreign defence "
    "defense finance interior trade affairs national first acting crown co-chair speaker "
    "president-elect spokesman spokeswoman spokesperson engineer academician rev reverend "
    "chief executive officer cosmonaut astronaut detective inspector officer coach analyst "
    "economist historian author editor uncle aunt associate assistant visiting "
    "fellow lecturer tsarina empress duke duchess count baron".split()
)
# Titles that also open the names of bodies: the General Assembly, the National Bank.
_OPENS_BODIES = frozenset(
    "general national foreign defence defense finance trade first major prime lord".split()
)
BODIES = frozenset(
    "assembly staff motors electric bank council committee university institute ministry "
    "department agency party commission court office bureau organization organisation "
    "association corporation company fund union federation congress parliament army navy force "
    "forces fleet guard school college academy center centre museum library hospital park "
    "airport station league society group board service authority house senate forum summit "
    "conference treaty agreement convention war republic front movement press news post times "
    "review journal world telecom affairs office".split()
)
OFFICES = frozenset(
    "foreign affairs defence defense finance trade industry economic development economy energy "
    "education health culture agriculture transport justice interior labour labor environment "
    "information communications science technology planning investment security state "
    "public".split()
)
# Behind these, “of”, “for” and “on” go on with the name.
HEADS = BODIES | frozenset(
    "kingdom gulf sea bay battle declaration protocol charter law act code statute bill strait "
    "cape isle isles island islands port city state states province church chamber faculty "
    "order siege peace rights lake mount mountains tower bridge book history people's emirates "
    "duchy confederation community directorate secretariat administration inspectorate "
    "statement communique communiqué memorandum plan programme program strategy resolution "
    "accord accords pact covenant directive zone tribunal panel partnership alliance foundation "
    "trust ministers bank's banks research government parliament embassy consulate count duke "
    "king queen prince princess earl emperor chronicle archives archive inquiry reporters "
    "doctors friends sons daughters free north south republics coast district county valley "
    "university's isthmus dynasty pillar straits".split()
)
PARTICLES = frozenset(
    "de da di del della der den des van von bin ibn al el la le du dos das ten ter zu af av "
    "y".split()
)
DEMONYMS = frozenset(
    "russo sino anglo franco indo afghan african albanian algerian american angolan arab "
    "arabian arabic argentine argentinian armenian asian australian austrian azerbaijani balkan "
    "baltic bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese "
    "byzantine cambodian canadian caribbean catalan caucasian chadian chilean chinese christian "
    "christians colombian congolese croatian cuban cypriot czech czechoslovak danish dutch "
    "egyptian english estonian ethiopian eurasian european finnish flemish french georgian "
    "german germanic ghanaian greek hungarian icelandic indian indochinese indonesian iranian "
    "iraqi irish islamic islamist israeli italian japanese jewish jews jordanian kazakh kenyan "
    "korean kurdish kuwaiti kyrgyz lao laotian latin latvian lebanese libyan lithuanian "
    "macedonian malay malaysian maltese mediterranean mexican moldovan mongolian montenegrin "
    "moroccan mozambican muslim muslims nazi nepalese nepali nigerian nordic norwegian orthodox "
    "ottoman pakistani palestinian persian peruvian philippine filipino polish portuguese "
    "prussian roman romanian russian russians saudi scandinavian scottish serbian singaporean "
    "slavic slovak slovenian somali soviet soviets spanish sudanese swedish swiss syrian "
    "taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian "
    "uruguayan uzbek venezuelan victorian viennese vietnamese viking welsh western yemeni "
    "yugoslav zambian zimbabwean americans germans indians italians koreans ukrainians "
    "europeans asians catholic protestant buddhist hindu marxist leninist communist socialist "
    "capitalist keynesian bayesian gaussian britons poles turks greeks swedes danes finns "
    "czechs hungarians".split()
)
# Written large without naming anybody.
GENERIC = frozenset(
    "table figure chapter section article appendix annex part phase volume source sources note "
    "notes abstract introduction conclusion conclusions references keywords west east north "
    "south western eastern northern southern northwest northeast southwest southeast internet "
    "state government party minister ministry committee council president university professor "
    "doctor earth god communism marxism leninism constructivism realism monday ok page edition "
    "editor retrieved accessed received accepted published copyright total year years country "
    "rank share value item number percent unit units name date agenda minutes item present "
    "absent apologies chair fig tab christmas easter parliament union army navy treaty "
    "agreement embassy board court church bachelor master phd url cit ibid ll.m ll relations "
    "cooperation role keywords countries heads articles jesuit top cold world spring summer "
    "autumn winter fall fall/winter spring/summer class project renaissance".split()
)
STOP_ACRONYMS = frozenset(
    "GDP GNP USD EUR RUB GBP JPY CNY VND TV CEO CFO CTO ID OK AM PM PDF ISBN ISSN DOI HTTP "
    "HTTPS CPI AI IT DNA RNA PCR MW GW KW KWH GWH TWH MHZ GHZ LED LCD GPS SUV HIV AIDS VAT FDI "
    "ODA SME SMES PHD MSC BSC MA BA II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII "
    "XIX XX XXI CO2 H2O Q1 Q2 Q3 Q4 H1 H2 FY EST PP NO VOL PR HR R&D Q&A UDC JEL TIV TIVS ANOVA "
    "OLS GMO SD SE CI BMI ICU MRI CT USB RAM CPU GPU LNG LPG AGM FAQ NB PS RSVP TBC TBA NA N/A "
    "BC BCE CE AD GMT UTC CET EST EDT B2B MP3 A4 LLC LTD PLC API SQL HTML CSS PIN ATM SMS MBT "
    "APC ASW IFV UAV UAVS SSM SAM".split()
)


# What a dictionary of 1934 has not.
_NEW_WORDS = frozenset(
    "women men children "
    "online internet website email software digital startup startups cybersecurity renewables "
    "pandemic lockdown smartphone laptop airline airport helicopter television video media".split()
)
_ENDINGS = ("tion", "tions", "ment", "ments", "ness", "ship", "ships", "ism", "ity", "ities")
_NO_CITIES = {"center", "easter", "midway", "wake", "casey", "utc", "unknown", "knox", "troll"}
_MORE_PLACES = (
    "usa", "uk", "u.s.", "u.k.", "us", "eu", "ussr", "un", "u.n.", "soviet union", "america",
    "viet nam", "britain", "england", "scotland", "wales", "burma", "korea", "holland",
)  # fmt: skip


@cache
def common_words() -> frozenset[str]:
    """English words in small letters, in their plain form."""
    return frozenset(
        word for word in get_english_words_set(["web2"]) if word.islower() and len(word) > 1
    )


def is_common(word: str) -> bool:
    """Whether a word, in whatever form, is one of the language rather than a name."""
    small, known = word.lower().replace("'s", ""), common_words()
    if small in known or small in _NEW_WORDS or (len(small) > 6 and small.endswith(_ENDINGS)):
        return True
    for ending, plain in (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""),
                          ("ing", "e"), ("ers", ""), ("ly", ""), ("ings", "")):  # fmt: skip
        if small.endswith(ending) and small[: -len(ending)] + plain in known and len(small) > 4:
            return True
    return "-" in small and all(part in known for part in small.split("-"))


@cache
def places() -> frozenset[str]:
    """Countries, parts of the world and cities that time zones are named after."""
    named = set(_MORE_PLACES)
    for language in ("en", "vi", "ru", "pl"):
        named |= {name.lower() for name in Locale(language).territories.values()}
    for zone, said in Locale("ru").time_zones.items():
        city = zone.rpartition("/")[2].replace("_", " ").lower()
        named |= {city, said.get("city", city).lower()} - _NO_CITIES
    return frozenset(named)
