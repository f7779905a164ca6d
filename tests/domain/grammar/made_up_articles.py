"""Passages of articles on arms, trade, treaties and people, made up for the grammar and marked.

As in made_up.py; a fifth part of a quantity's mark is the period that it speaks of. Whatever is
told here of countries, people and ships is invented or put together at will.
"""

from __future__ import annotations

# ruff: noqa: E501

ARTICLES = {
    "growth": """
The economy of [[Karavia|m]] grew rapidly in [[the early 1990s|d|1990~/1993~]], when annual growth
averaged [[7.4 per cent|q|7.4|%|1990~/1993~]], before slowing to [[less than 2%|q|under
2|%|1998/2001]] [[between 1998 and 2001|d|1998/2001]]. [[By mid-2014|d|../2014-08~]], foreign
reserves had fallen to [[US$1.2bn|q|1.2|USD bln|../2014-08~]], against [[EUR 3,4 Mio.|q|3.4|EUR
mln|2013]] [[a year earlier|d|2013]] at the smaller [[Bank of Tessin|m]]. In
[[FY2015/16|d|2015/2016]] the government of President [[Anatol Brezhkovich|m]] spent [[some 40 per
cent|q|about 40|%|2015/2016]] of its revenue on debt service; in [[FY 2016-17|d|2016/2017]] the
share rose by [[0.5 percentage points|q|0.5|pp|2016/2017]]. Between [[May and July
2011|d|2011-05/2011-07]], prices increased by [[a quarter|q|25|%|2011-05/2011-07]], and [[since
2007|d|2007/..]] [[nearly 3 million tonnes|q|nearly 3000000|tonnes|2007/..]] of grain have been
exported annually. In the [[1994-95|d|1994/1995]] season [[two-thirds|q|66.7|%|1994/1995]] of the
crop was lost. [[Two years later|d|1997]], the harvest recovered to [[1 332 thousand
tonnes|q|1332000|tonnes|1997]].
""",
    "navy": """
The navy ordered [[36|q|36|count|2003-12]] [[Su-30MK2|m]] fighters in [[December 2003|d|2003-12]]
and [[6|q|6|count|2001-02-28/2001-03-02]] x [[Kilo-class|m]] submarines, worth [[USD 2.1
billion|q|2.1|USD bln|2001-02-28/2001-03-02]], on [[28 February–2 March
2001|d|2001-02-28/2001-03-02]] during the visit of Prime Minister [[Trần Quốc Dũng|m]] to [[Saint
Petersburg|m]]. [[A dozen|q|12|count|2008-07/2008-09]] [[Mi-17|m]] helicopters and
[[12.7-mm|q|12.7|mm|]] machine guns were delivered in [[Q3
2008|d|2008-07/2008-09]]. The [[9M729|m]] missile has a range of [[480 km (± 20
km)|q|460..500|km|]]. The contract No. 114/07 of [[15 June 2009|d|2009-06-15]], valued at
[[$1.8-2.0 billion|q|1.8..2.0|USD bln|2009-06-15]], provided for deliveries [[from 2010 through
2016|d|2010/2016]]. [[By the end of 2012|d|../2012]], [[four|q|4|count|../2012]] of the
[[six|q|6|count|../2012]] boats had been launched; the fifth was commissioned on [[3 February
2013|d|2013-02-03]], and the sixth in [[January of the following year|d|2014-01]]. The [[T-90S|m]]
tanks weigh [[46.5 tonnes|q|46.5|tonnes|]] each. Exports fell by [[12.4
%|q|12.4|%|2009-01/2009-09]] to [[-3.1 billion roubles|q|-3.1|RUB bln|2009-01/2009-09]] in [[the
first nine months of 2009|d|2009-01/2009-09]].
""",
    "treaties": """
Diplomatic relations were established on [[30 January 1950|d|1950-01-30]], and the two countries
celebrated the 60th anniversary of that event in [[2010|d|2010]]. In a joint statement of [[July
27, 2012|d|2012-07-27]], the parties raised relations to a "comprehensive strategic partnership".
The [[1978|d|1978]] [[Treaty of Friendship and Cooperation|m]], which had been concluded for [[25
years|q|25|years|1978]], lapsed [[after 1991|d|1991/..]]. Foreign Minister [[Yevgeny Primakov|m]]
visited [[Hanoi|m]] in [[November 1997|d|1997-11]], followed by Prime Minister [[Viktor
Chernomyrdin|m]] ([[24-25 November 1997|d|1997-11-24/1997-11-25]]). [[Between the late 1980s and
the mid-1990s|d|1987~/1996~]] trade fell from [[$3.9 billion|q|3.9|USD bln|1987~/1996~]] to [[$400
million|q|400|USD mln|1987~/1996~]]. In [[the summer of 1998|d|1998-06/1998-08]] the rouble lost
[[70 percent|q|70|%|1998-06/1998-08]] of its value within [[three
weeks|q|3|weeks|1998-06/1998-08]]. During the period [[2001–2010|d|2001/2010]], bilateral trade
grew tenfold, reaching [[$1.83bn|q|1.83|USD bln|2010]] in [[2010|d|2010]], of which Russian
exports accounted for [[60%|q|60|%|2010]]. The agreement entered into force on [[5 October
2016|d|2016-10-05]]; the so-called Article 5 provided that tariffs on [[88%|q|88|%|../2025]] of
goods would be abolished [[by 2025|d|../2025]]. [[As of 1 July 2018|d|2018-07-01]], there were
[[113|q|113|count|2018-07-01]] projects with a total registered capital of [[$932.9
million|q|932.9|USD mln|2018-07-01]], ranking [[23rd|q|23|rank|2018-07-01]] among
[[129|q|129|count|2018-07-01]] countries.
""",
    "census": """
According to the [[2009|d|2009]] census, the population was [[85.8
million|q|85800000|count|2009]], of whom [[49.5%|q|49.5|%|2009]] were men; life expectancy at
birth had risen from [[59 years|q|59|years|1960]] in [[1960|d|1960]] to [[75|q|75|years|2010]] in
[[2010|d|2010]]. The total fertility rate was [[2.03|q|2.03|count|2009]] children per woman in
[[2009|d|2009]], down from [[3.8|q|3.8|count|1989]] in [[1989|d|1989]]. [[Some 70,000 to
80,000|q|70000..80000 estimated|count|200X]] Vietnamese lived in [[Russia|m]] in the
[[2000s|d|200X]], according to official figures, whereas unofficial estimates put the number at
[[150,000-200,000|q|150000..200000|count|200X]]. Net migration was [[-0.3|q|-0.3|count|]] per [[1,000 inhabitants|x]]. Infant mortality declined from [[44|q|44|count|1990]]
per thousand live births in [[1990|d|1990]] to [[16 (± 2)|q|14..18|count|2009]] in [[2009|d|2009]]. In
[[Ho Chi Minh City|m]], [[7.2 million people|q|7.2|persons mln|]] live on [[2,095 sq km|q|2095|km²|]]. The median age increased to [[27.4 years|q|27.4|years|]]. [[More than
half|q|over 50|%|2009]] of the respondents (n = [[1,204|q|1204|count|2009]]) were [[under 30
years|q|under 30|years|]] of age; [[312|q|312|count|2009]] ([[25.9%|q|25.9|%|2009]]) had never moved.
""",
    "firms": """
In [[2020/21|d|2020/2021]], the country's [[Ministry of Planning and Investment|m]] reported that
[[53 per cent|q|53|%|2020/2021]] of firms had cut staff; the figure for [[the first quarter of
2021|d|2021-01/2021-03]] stood at [[31 per cent|q|31|%|2021-01/2021-03]]. A [[$500
million|q|500|USD mln|2021-05]] loan was extended in [[May|d|2021-05]]. From [[January to
September 2020|d|2020-01/2020-09]] exports of coffee declined by [[1.4%|q|1.4|%|2020-01/2020-09]]
year-on-year to [[1.25 million tons|q|1250000|tonnes|2020-01/2020-09]], worth [[$2.11bn|q|2.11|USD
bln|2020-01/2020-09]]. The [[EU|m]] accounted for [[16.7 per cent|q|16.7|%|2020-01/2020-09]] of
this and the [[US|m]] for [[23.6|q|23.6|%|2020-01/2020-09]]. [[After 2015|d|2015/..]], and
especially since the 12th [[Party Congress|m]] ([[January 2016|d|2016-01]]), reform slowed. [[By
2030|d|../2030]] the government hopes to raise the share of renewables from [[9|q|9|%|../2030]] to
[[30-35 percent|q|30..35|%|../2030]]. In [[1986-1990|d|1986/1990]] Soviet aid amounted to [[8.7
billion transferable roubles|q|8.7|RUB bln|1986/1990]]. The Asian crisis of
[[1997–98|d|1997/1998]] cut growth by [[half|q|50|%|1997/1998]]. [[From the mid-1970s to the end
of the 1980s|d|1974~/1989~]], [[about 10,000|q|about 10000|count|1974~/1989~]] specialists were
trained each year. On the eve of the war in [[1939|d|1939]], the population was [[2.3 m|q|2300000|count|1939]]. In the same period, imports doubled. The delegation arrived on Friday, [[14 May
2004|d|2004-05-14]], and left [[three days later|d|2004-05-17]]. Talks were held at 10 a.m. on [[5
and 6 June|d|2004-06-05/2004-06-06]]. It took effect [[from 1 January 1995 until 31 December
1999|d|1995-01-01/1999-12-31]]. The [[2002|d|2002]] agreement, the [[1973|d|1973]] [[Paris
Accords|m]] and the Resolution of [[1945|d|1945]] were all cited. At the turn of the century, GDP
per capita stood at [[$402|q|402|USD|]]. As early as [[1951|d|1951]], as late as
[[2004|d|2004]]. In [[2014|d|2014]] alone, the company sold [[17|q|17|count|2014]] aircraft, up from [[five|q|5|count|2013]] in [[2013|d|2013]] and none in [[2012|d|2012]]. The [[Brahmos|m]] (range: [[290
km|q|290|km|]]) costs [[around $2.73–3.1 million|q|2.73..3.1 estimated|USD mln|]] apiece.
Unemployment fell to [[2.1 percent|q|2.1|%|2014]] in [[2014|d|2014]] from [[2.8|q|2.8|%|2009]] in
[[2009|d|2009]]. Exports in [[2007|d|2007]] and [[2008|d|2008]] were [[$5.2 billion|q|5.2|USD
bln|2007]] and [[$6.1 billion|q|6.1|USD bln|2008]] respectively.
""",
    "arms and debt": """
On [[August 9, 1971|d|1971-08-09]], [[India|m]] and the [[Soviet Union|m]] signed a [[Treaty of
Peace, Friendship and Cooperation|m]].1 The treaty ran for [[twenty years|q|20|years|1971-08-09]] and
was renewed for another [[20|q|20|count|1991-08]] in [[August 1991|d|1991-08]], [[four
months|q|4|months|1991-08]] before the [[Soviet Union|m]] ceased to exist.2 In the decade that
followed, [[New Delhi|m]]'s purchases fell to [[a tenth of|q|10|%|]] of their former level.3 Yet
already in [[1993-94|d|1993/1994]] a protocol on rupee debt had been agreed, and in [[the spring
of 1997|d|1997-03/1997-05]] a [[ten-year|q|10|years|1997-03/1997-05]] programme of
military-technical cooperation was extended [[until 2010|d|../2010]].4

As [[Menon|m]] (2003) and [[Sharma|m]] (2011: 44) have shown, the debt of [[about Rs 360
billion|q|about 360|INR bln|1993-01]] was converted in [[January 1993|d|1993-01]] at
[[two|q|2|count|1993-01]] rates.5 Some authors put the figure at [[US $12-16 billion|q|12..16|USD
bln|]] ([[Joshi|m]] 2005, 2007a; [[Thakur|m]] and [[Iyer|m]] 1994, pp. 12-15). Under the
[[1993|d|1993]] agreement, [[63 per cent|q|63|%|1993]] of the debt was to be repaid over [[12 years|q|12|years|1993]], [[starting in April 1994|d|1994-04/..]], at an annual interest of
[[2.4 per cent|q|2.4|%|1993]]; the remaining [[37 per cent|q|37|%|1993]] was spread over [[45 years|q|45|years|1993]] without interest.

[[Between 1960 and 1990|d|1960/1990]] the [[USSR|m]] supplied [[roughly 65%|q|about
65|%|1960/1990]] of [[India|m]]'s weapons, at a value of [[some $35bn|q|about 35|USD
bln|1960/1990]] (in [[1990|d|1990]] prices). The first [[MiG-21s|m]] arrived in [[1963|d|1963]];
[[by 1965|d|../1965]] there were [[nine|q|9|count|../1965]]. During the [[1980s|d|198X]], deliveries included
[[69|q|69|count|198X]] [[MiG-29|m]], [[80|q|80|count|198X]] [[MiG-23BN|m]], [[24|q|24|count|198X]]
[[Il-76|m]], [[eight|q|8|count|198X]] [[Kilo-class|m]] (Project 877EKM) submarines and
[[3|q|3|count|198X]] [[Kashin-II|m]] destroyers. In [[1988|d|1988]] a nuclear submarine, the [[INS
Chakra|m]], was leased for [[three years|q|3|years|1988]]. [[From 1991 to 1994|d|1991/1994]]
orders all but stopped. Then, on [[30 November 1996|d|1996-11-30]], a contract for
[[40|q|40|count|1996-11-30]] [[Su-30s|m]] worth [[$1.46bn|q|1.46|USD bln|1996-11-30]] was
concluded; the last aircraft were handed over in [[December 2004|d|2004-12]], [[more than two
years|q|over 2|years|2004-12]] behind schedule. On [[28 December 2000|d|2000-12-28]], a further [[140|q|140|count|2000-12-28]] were to be built under licence at [[Nasik|m]] by [[2017-18|d|2017/2018]], a date later brought
forward to [[2014–15|d|2014/2015]].6

The decline became visible [[after the mid-2010s|d|2016~/..]]. According to [[SIPRI|m]],
[[Russia|m]]'s share in [[India|m]]'s arms imports dropped from [[76%|q|76|%|2009/2013]] in
[[2009-13|d|2009/2013]] to [[58%|q|58|%|2014/2018]] in [[2014-18|d|2014/2018]], while the share of
the [[United States|m]] rose to [[12 per cent|q|12|%|2014/2018]] from [[7|q|7|%|2009/2013]]. In
[[October 2018|d|2018-10]], in the presence of President [[Putin|m]], the two sides signed a
[[US$5.43-billion|q|5.43|USD bln|2018-10]] contract for [[five|q|5|count|2018-10]] [[S-400|m]]
regiments; deliveries were due [[from October 2020 to April 2023|d|2020-10/2023-04]]. [[A month
later|d|2018-11]], a [[$950m|q|950|USD mln|2018-11]] deal for [[two|q|2|count|2018-11]] [[Admiral
Grigorovich-class|m]] frigates followed. [[The following year|d|2019]], on [[14 February
2019|d|2019-02-14]], [[464|q|464|count|2019-02-14]] [[T-90MS|m]] tanks were ordered for [[Rs.
13,448 crore|q|134480000000|INR|2019-02-14]]. In that [[same month|d|2019-02]], the [[Balakot|m]]
strike brought relations with [[Pakistan|m]] to their lowest point since the [[Kargil|m]] war of
[[May-July 1999|d|1999-05/1999-07]].

Energy was the second pillar. [[ONGC Videsh|m]] acquired a [[20 per cent|q|20|%|2001]] stake in
[[Sakhalin-1|m]] in [[2001|d|2001]] for [[$1.7 billion|q|1.7|USD bln|2001]] and, in [[January
2009|d|2009-01]], [[Imperial Energy|m]] for [[£1.4bn|q|1.4|GBP bln|2009-01]]. Crude oil output
there peaked at [[250,000 barrels per day|q|250000|barrels|2007-02]] in [[February
2007|d|2007-02]]. In [[FY19|d|2019]] [[India|m]] imported [[2.2 million
tonnes|q|2200000|tonnes|2019]] of oil, or [[less than 1%|q|under 1|%|2019]], from [[Russia|m]];
[[three years later|d|2022]] the share had reached [[almost one fifth|q|nearly 20|%|2022]]. The
[[Kudankulam|m]] reactors ([[2|q|2|count|]] x [[1,000 MW|q|1000|MW|]]) were
connected to the grid on [[22 October 2013|d|2013-10-22]] and [[29 August 2016|d|2016-08-29]],
respectively. Work on units 3 and 4 started in [[2016-17|d|2016/2017]]; units 5-6 were agreed in
[[June 2017|d|2017-06]].

[[Nearly five decades|q|nearly 50|years|1971/..]] [[after 1971|d|1971/..]], the relationship is
narrower. A survey of [[2,014 persons|q|2014|persons|2017-11-11~/2017-11-20~]] in [[mid-November
2017|d|2017-11-11~/2017-11-20~]] found that only [[19 percent|q|19|%|2017-11-11~/2017-11-20~]] saw
[[Russia|m]] as the most important partner, compared to [[54 percent|q|54|%|1987~/1989~]] in [[the
late 1980s|d|1987~/1989~]]. [[By the early 2020s|d|../2023~]] the figure may fall further. The
"two plus two" format of [[2021|d|2021]] and a visit planned for [[the second half of
2022|d|2022-07/2022-12]] will not change this.
""",
    "migration": """
[[Norvia|m]] (population [[5.2 million|q|5200000|count|2015]] in [[2015|d|2015]]) was a country of
emigration [[up to the 1960s|d|../1969]]. In [[1975|d|1975]] an "immigration stop" was introduced
([[Brochmann|m]] and [[Kjeldstadli|m]], 2008; [[Hagelund|m]], 2003). The number of immigrants from
the former [[USSR|m]] nevertheless grew from [[1,024|q|1024|count|1990-01-01]] on [[1 January
1990|d|1990-01-01]] to [[31,870|q|31870|count|2010-01-01]] on [[1 January 2010|d|2010-01-01]], an
annual growth of [[around 19%|q|about 19|%|1990-01-01/2010-01-01]] ([[Statistics Norvia|m]], 2011,
table 3). Net immigration reached its maximum, [[47,300|q|47300|count|2012]], in [[2012|d|2012]];
it was down to [[29.8 thousand|q|29800|count|../2015]] [[by 2015|d|../2015]]. See Fig. 1. [[Since
May 2004|d|2004-05/..]], citizens of the [[eight|q|8|count|2004-05/..]] new [[EU|m]] members have
been free to move; transitional rules were lifted on [[1 May 2009|d|2009-05-01]].

[[Friberg|m]] et al. (2014) observed that median hourly wages were [[20-30 percent|q|20..30|%|]]
lower. In the [[2006|d|2006]] wave of the survey (n=510), mean monthly pay stood at [[NOK 19
400|q|19400|NOK|2006]] (s.d. 6 120), against [[24 100|q|24100|NOK|2010]]
in [[2010|d|2010]] (p < 0.001). Unemployment among Lithuanians rose from
[[1.9|q|1.9|%|2007-10/2010-03]] to [[8.5 per cent|q|8.5|%|2007-10/2010-03]] [[between the 4th
quarter of 2007 and Q1 2010|d|2007-10/2010-03]]. [[About 1 in 5|q|about 20|%|2007-10/2010-03]] had
been out of work for [[at least 6 months|q|at least 6|months|2007-10/2010-03]]. The odds ratio was
[[1.34|q|1.34|count|]] (95% CI [[1.12–1.61|q|1.12..1.61|count|]]).

In [[the winter of 2008/09|d|2008-12/2009-02]] the crisis hit construction. [[Between September
2008 and April 2009|d|2008-09/2009-04]], [[3.5%|q|3.5|%|2008-09/2009-04]] of jobs disappeared, and
by [[the summer of 2009|d|2009-06/2009-08]] every sixth worker was idle. During [[the first ten
months of 2009|d|2009-01/2009-10]] alone [[14,000|q|14000|count|2009-01/2009-10]] Poles left.
Remittances dropped by [[EUR 210 mn|q|210|EUR mln|2009]], i.e. by [[11.5%|q|11.5|%|2009]], in
[[2009|d|2009]] and by a further [[€95 million|q|95|EUR mln|2010]] [[the year after|d|2010]]. As late as
[[2013|d|2013]] they had not recovered to their [[pre-2008|d|../2008]] level of [[nearly €1.9
billion|q|nearly 1.9|EUR bln|../2008]]. [[From 2014 onwards|d|2014/..]], they grew at [[4 to 5 per
cent a year|q|4..5|%|2014/..]]. Over the past decade the state has spent [[NOK 1.1–1.3bn annually|q|1.1..1.3|NOK bln|]] on language courses; [[600 hours|q|600|hours|2013-09-01/..]]
became compulsory [[from 1 September 2013|d|2013-09-01/..]]. In [[2003/4|d|2003/2004]] only [[300 hours|q|300|hours|2003/2004]] had been required.

Ms. [[Haugen|m]] was born in [[1979|d|1979]] and Mr [[Sorokin|m]] in [[1968|d|1968]]. The law of
[[15 May 2008|d|2008-05-15]] (LOV-2008-05-15-35) replaced the [[Immigration Act|m]] of [[24 June
1988|d|1988-06-24]] no. 64. Directive 2004/38/EC was transposed on [[October 1st
2009|d|2009-10-01]]. On the night of [[21–22 August 1991|d|1991-08-21/1991-08-22]], a group of
[[40|q|40|count|1991-08-21/1991-08-22]] fled across the [[196 km|q|196|km|]]
long border; [[twenty years|q|20|years|]] on, [[12|q|12|count|]] of them
still live in [[Kirkenes|m]], a town of [[3,500|q|3500|count|]]. During the
[[1990s|d|199X]] and [[early 2000s|d|2000~/2003~]], the northern county lost [[1 in
10|q|10|%|2000~/2003~]] inhabitants. The [[thirty-year-old|q|30|years|1957]] agreement of
[[1957|d|1957]] lapsed in the mid-to-[[late 1980s|d|1987~/1989~]].
""",
    "notes": """
Notes

1. [[Treaty of Peace, Friendship and Cooperation|m]], 9 August 1971, [[UN Treaty Series|m]], vol. 808, 1972, p. 117.
2. [[Robert Donaldson|m]], 'The [[Soviet Union|m]] in [[South Asia|m]]', [[Journal of International Affairs|m]], 34, no. 2 (Fall/Winter 1980-81), pp. 235-258.
3. [[A. Kapur|m]], [[India|x]]'s Foreign [[Policy|x]], 1947–92 (New Delhi: Sage, 1994), p. 203.
4. Author's interview with a former ambassador, [[Moscow|m]], 17 May 2016.
5. 'Rupee debt settled', [[The Hindu|x]], January 29, 1993. Available at: https://www.example.org/1993/01/29/debt.html (accessed 3 May 2018).
6. [[SIPRI Arms Transfers Database|m]], March 2019; [[Jane's Defence Weekly|m]], 10 January 2001, p. 5.
""",
}

TABLE = """Table 3. Population by region, thousand persons

Region\t[[1 April 1989|d|1989-04-01]]\t[[1 April 1999|d|1999-04-01]]\t[[2009|d|2009]]\tChange [[1999-2009|d|1999/2009]], %
North\t[[8,123|q|8123000|persons|1989-04-01]]\t[[9,456|q|9456000|persons|1999-04-01]]\t[[10,012|q|10012000|persons|2009]]\t[[5.9|q|5.9|%|1999/2009]]
[[Red River Delta|m]]\t[[14 800|q|14800000|persons|1989-04-01]]\t[[17 039|q|17039000|persons|1999-04-01]]\t[[18 478|q|18478000|persons|2009]]\t[[+8.4|q|8.4|%|1999/2009]]
Highlands\t[[2 485|q|2485000|persons|1989-04-01]]\t[[3 062|q|3062000|persons|1999-04-01]]\t[[5 124|q|5124000|persons|2009]]\t[[-0.2|q|-0.2|%|1999/2009]]
"""
