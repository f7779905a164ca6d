"""Short texts of many genres, made up for the grammar, with what stands in them marked by hand.

[[words|m]] is a mention, [[words|d|EDTF]] a date, [[words|q|reading|unit]] a quantity. Names,
figures and events are invented. Lines that follow each other are one paragraph.
"""

from __future__ import annotations

TEXTS = {
    "news": """
Shares in [[Norvik Energy|m]] fell [[6.4%|q|6.4|%]] on Tuesday after the company cut its
dividend. Chief executive [[Helena Brandt|m]] told reporters in [[Gothenburg|m]] that output had
dropped to [[about 41,000 barrels|q|about 41000|barrels]] a day, from [[52,300|q|52300|count]] in
[[March 2021|d|2021-03]]. The firm, which employs [[more than 3,800 people|q|over 3800|persons]],
plans to spend [[€1.2bn|q|1.2|EUR bln]] on [[two|q|2|count]] wind farms in the [[Baltic Sea|m]]
[[by 2028|d|../2028]]. Analysts at [[Kestrel Capital|m]] had expected a loss of
[[between $40 million and $55 million|q|40..55|USD mln]].
""",
    "minutes": """
Minutes of the meeting held on [[14 September 2022|d|2022-09-14]]

Present: Ms [[Olga Petrenko|m]] (chair), Mr [[David Okafor|m]], Dr [[Lucia Ferrante|m]].
Apologies were received from [[K. Lindqvist|m]].

1. The treasurer reported a balance of [[£18,450|q|18450|GBP]], compared with
[[£21,200|q|21200|GBP]] at the [[end of 2021|d|2021-12~]].

2. It was agreed to hire [[two assistants|q|2|count]] for a period of [[six months|q|6|months]].
Mr [[Okafor|m]] will write to the [[Ministry of Culture|m]] before [[1 October|d|2022-10-01]].

3. The next meeting will take place on [[12 October 2022|d|2022-10-12]] at 10:30 in Room 214.
""",
    "history": """
In [[1683|d|1683]] the army of Count [[Albrecht of Reinsdorf|m]] crossed the [[Danube|m]] with
[[some 12,000 men|q|about 12000|count]]. The siege of [[Varnau|m]] lasted
[[from May to September 1684|d|1684-05/1684-09]] and cost the defenders
[[nearly a third of|q|nearly 33.3|%]] the garrison. After the [[Treaty of Kerlin|m]], signed on
[[the 3rd of June 1689|d|1689-06-03]], trade recovered slowly. By the [[early 1700s|d|../1703~]]
the town had [[at least 9,000 inhabitants|q|at least 9000|persons]], and in the
[[18th century|d|17XX]] it became the seat of a bishop. Between [[1756 and 1763|d|1756/1763]] it
changed hands [[four|x]] times.
""",
    "science": """
We collected [[148 samples|q|148|count]] from [[three lakes|q|3|count]] in northern [[Finland|m]]
between [[June and August 2018|d|2018-06/2018-08]] (see Table 2). Mean water temperature was
[[11.3 °C|q|11.3|°C]], and the concentration of nitrate ranged from
[[0.8 to 2.4 mg|q|0.8..2.4|mg]] per litre. Less than [[5 %|q|under 5|%]] of the specimens were
damaged. Samples were stored at [[-20 °C|q|-20|°C]] for [[14 days|q|14|days]] and sent to the
[[University of Oulu|m]] for analysis. The method follows Section 3.2 and equation (4); the code
is at https://example.org/v2/run-118 (doi:10.5555/abc.2019.004). [[Lake Inarka|m]], at
[[118 metres|q|118|m]] above sea level, is the deepest.
""",
    "finance": """
Revenue for [[Q3 2020|d|2020-07/2020-09]] amounted to [[USD 845 million|q|845|USD mln]], up
[[12 percent|q|12|%]] from [[Q3 2019|d|2019-07/2019-09]]. Net debt fell from
[[$2.1 billion|q|2.1|USD bln]] to [[$1.75 billion|q|1.75|USD bln]] in
[[fiscal year 2020|d|2020]]. Capital expenditure will be
[[up to 300 million euros|q|at most 300|EUR mln]] [[per year|x]] over [[the next three years|x]].
The margin widened by [[1.5 percentage points|q|1.5|pp]] to [[18.2 per cent|q|18.2|%]].
[[Moravia Bank|m]] and [[Lindqvist & Partners|m]] advised on the sale of a [[25 per cent|q|25|%]]
stake to the [[Abu Samra Investment Authority|m]].
""",
    "defence": """
[[Veldoria|m]] ordered [[24|q|24|count]] [[Su-35|m]] fighters from [[Russia|m]] in
[[late 2015|d|2015-09~/2015-12~]]; deliveries of the [[Su-35|m]] began
[[two years later|d|2017]]. The navy operates [[six|q|6|count]] [[Kilo-class|m]] submarines and
[[over 40 patrol boats|q|over 40|count]]. A contract for [[S-400|m]] missiles, worth
[[nearly $600 million|q|nearly 600|USD mln]], was signed by Defence Minister [[Arslan Bekov|m]]
on [[March 9, 2016|d|2016-03-09]]. [[SIPRI|m]] puts annual imports at
[[200 to 250 million dollars|q|200..250|USD mln]] [[since 2012|d|2012/..]]. The [[MiG-29|m]]
fleet was retired in [[2013|d|2013]].
""",
    "vietnam": """
Đoàn đại biểu do ông [[Nguyễn Văn Hòa|m]] dẫn đầu đã đến [[Hà Nội|m]]
[[ngày 12 tháng 5 năm 2019|d|2019-05-12]]. Theo [[Bộ Công Thương|m]], kim ngạch đạt
[[khoảng 3,6 tỷ USD|q|about 3.6|USD bln]], tăng [[8%|q|8|%]] so với [[năm 2018|d|2018]].
""",
    "vietnamese names": """
Deputy Foreign Minister [[Lê Thị Thu Hằng|m]] received a delegation of the
[[Vietnam–Laos Friendship Association|m]] in [[Da Nang|m]]. According to [[Tran Quoc Bao|m]],
rice exports reached [[6.2 million tonnes|q|6200000|tonnes]] in [[2019|d|2019]], of which
[[a quarter|q|25|%]] of the total went to the [[Philippines|m]]. [[Phạm Minh Đức|m]] of the
[[Central Institute for Economic Management|m]] expects growth of [[6.5-7%|q|6.5..7|%]] this
year. The port of [[Hai Phong|m]] handled [[5.1 million TEU|q|5100000|TEU]].
""",
    "russian names": """
The agreement was initialled by [[Sergei V. Morozov|m]] and [[A. N. Belkin|m]] in
[[Nizhny Tagil|m]] on [[05.11.2013|d|2013-11-05]]. According to [[Izvestiya|m]], the plant of
[[Uralvagonzavod|m]] produced [[150 tanks|q|150|count]] a year in the
[[mid-1990s|d|1994~/1996~]], against [[1,200|q|1200|count]] in [[1985|d|1985]]. [[Morozov|m]]
said that wages had not been paid for [[four months|q|4|months]]. The debt of
[[3.4 trillion roubles|q|3.4|RUB trn]] was written off in [[2001|d|2001]].
""",
    "russian": """
В [[2016 году|d|2016]] компания [[Росвагон|m]] поставила [[около 120|q|about 120|count]] вагонов
на сумму [[4,5 млрд рублей|q|4.5|RUB bln]]. Договор подписал министр [[Иван Соколов|m]]
[[3 марта 2015 года|d|2015-03-03]].
""",
    "health": """
The trial enrolled [[1,246 patients|q|1246|count]] at [[17 hospitals|q|17|count]] in [[Spain|m]]
and [[Portugal|m]] from [[January 2015 to December 2017|d|2015-01/2017-12]]. Median age was
[[63 years|q|63|years]], and [[54%|q|54|%]] were women. After a follow-up of
[[24 months|q|24|months]], [[38 patients|q|38|count]] ([[3.0%|q|3.0|%]]) had died. The dose was
[[50 mg|q|50|mg]] once daily. The [[World Health Organization|m]] ([[WHO|m]]) recommends testing
every [[5 to 10 years|q|5..10|years]]. [[COVID-19|m]] delayed the second phase.
""",
    "climate": """
Emissions in the [[European Union|m]] were [[24% below|q|24|%]] [[1990|d|1990]] levels in
[[2019|d|2019]]. The [[Paris Agreement|m]], adopted in [[December 2015|d|2015-12]], aims to keep
warming below [[2 °C|q|under 2|°C]]. [[Germany|m]] added [[1.7 GW|q|1.7|GW]] of wind power in
[[the first half of 2020|d|2020-01/2020-06]]; coal supplied [[roughly one fifth of|q|about 20|%]]
electricity. Sea level rose by [[3.2 mm|q|3.2|mm]] per year
[[between 1993 and 2010|d|1993/2010]]. More than [[two million hectares|q|over 2000000|ha]]
burned in [[Siberia|m]].
""",
    "local": """
The council of [[Ashford Green|m]] voted 7-2 on Monday to close the library on [[Mill Road|m]].
Opened in [[1964|d|1964]], it lends [[fewer than 900 books|q|under 900|count]] a month. Mayor
[[Tom Hadley|m]] said that repairs would cost [[£240,000|q|240000|GBP]]. A petition with
[[1,312 signatures|q|1312|count]] was handed in on [[22 January 2020|d|2020-01-22]]. Call 01632
960 983 or see page 14. Residents aged [[65 or over|q|at least 65|years]] travel free.
""",
    "law": """
Under Article 12(3) of the [[Consumer Protection Act|m]], which entered into force on
[[1 January 2008|d|2008-01-01]], a seller shall repay the price within [[30 days|q|30|days]].
Fines may reach [[10 million euros|q|10|EUR mln]] or [[2% of|q|2|%]] annual turnover. See also
Directive 2005/29 and Resolution 1540. The [[Supreme Court|m]] upheld the ruling in Case 44/17.
Paragraph 5 applies to goods worth more than [[500 euros|q|over 500|EUR]].
""",
    "sport and culture": """
[[Marta Kovalenko|m]] won the marathon in [[Valencia|m]] with [[19,000 spectators|q|19000|count]]
watching. The orchestra has [[eighty-five musicians|q|85|count]] and gave
[[about 110 concerts|q|about 110|count]] in the [[2018/19|d|2018/2019]] season. Its home, the
[[Teatro San Luca|m]], opened in [[1871|d|1871]] and seats [[1,450|q|1450|count]]. The exhibition
runs until [[30 April 2024|d|../2024-04-30]]. [[Ferrante|m]]'s second novel sold
[[half a million copies|q|500000|count]] in [[Italy|m]].
""",
    "memo": """
[[From 2003 to 2005|d|2003/2005]] the programme trained [[312 teachers|q|312|count]]; in
[[2006-2009|d|2006/2009]] the number doubled. Costs per pupil rose from [[USD 210|q|210|USD]] to
[[USD 265|q|265|USD]]. [[UNESCO|m]] and the [[Government of Norway|m]] paid
[[three quarters of|q|75|%]] the budget. In the [[1990s|d|199X]] there had been
[[no fewer than 40 schools|q|at least 40|count]] in [[Karanda Province|m]]. [[Rahman|m]] (2011)
and others disagree [1, 2].
""",
    "agency": """
[[KARACHI|m]] ([[Reuters|m]]) - At least [[27 people|q|at least 27|persons]] were killed and
[[dozens|x]] wounded on Saturday when a bus plunged into a ravine in northern [[Pakistan|m]],
police said. The accident occurred about [[150 km|q|about 150|km]] north of [[Islamabad|m]].
Superintendent [[Imran Yousaf|m]] said [[12|q|12|count]] of the victims were children. The
[[Punjab Emergency Service|m]] sent [[five ambulances|q|5|count]]. In [[2018|d|2018]], a similar
crash left [[31|q|31|count]] dead.
""",
    "economics": """
Inflation in the euro zone eased to [[5.3%|q|5.3|%]] in [[August 2023|d|2023-08]] from
[[10.6%|q|10.6|%]] in [[October 2022|d|2022-10]], [[Eurostat|m]] data showed. The
[[European Central Bank|m]] raised its deposit rate by [[25 basis points|q|25|bp]] to
[[4%|q|4|%]]. [[Christine Lagarde|m]] said growth would slow to [[0.7%|q|0.7|%]] in
[[2023|d|2023]] and [[1.0%|q|1.0|%]] in [[2024|d|2024]]. [[Germany|m]]'s GDP shrank
[[0.3 percent|q|0.3|%]] in [[the second quarter of 2023|d|2023-04/2023-06]]. Brent crude traded
at [[$90.65|q|90.65|USD]] a barrel. Public debt stood at [[€2.4 trillion|q|2.4|EUR trn]], or
[[some 66 percent|q|about 66|%]] of GDP.
""",
    "biography": """
[[Ingrid Solberg|m]] was born in [[Bergen|m]] on [[7 May 1921|d|1921-05-07]], the youngest of
[[four children|q|4|count]]. She studied law at the [[University of Oslo|m]]
[[from 1939 to 1944|d|1939/1944]] and joined the [[Labour Party|m]] in [[1945|d|1945]]. In the
[[1950s|d|195X]] she worked for the [[United Nations|m]] in [[New York|m]]. She served as
minister [[between 1963 and 1965|d|1963/1965]], and [[two years later|d|1967]] became ambassador
to [[France|m]]. She died in [[late 1998|d|1998-09~/1998-12~]] aged [[77|q|77|years]]. Her
memoirs sold [[over 30,000 copies|q|over 30000|count]].
""",
    "geography": """
[[Lake Tamara|m]] covers an area of [[1,240 km²|q|1240|km²]] and lies at an altitude of
[[412 m|q|412|m]]. The island of [[Vela|m]] is home to
[[roughly 3,500 inhabitants|q|about 3500|persons]], down from [[6,100|q|6100|count]] in
[[1950|d|1950]]. [[Mount Kesh|m]] rises to [[2,918 metres|q|2918|m]]. The river [[Orlava|m]] is
[[87 kilometres|q|87|km]] long; annual rainfall is [[between 600 and 800 mm|q|600..800|mm]]. The
[[Republic of Morania|m]] has a population of [[4.7 million|q|4700000|count]] and exports
[[two thirds of|q|66.7|%]] its timber.
""",
    "space flight": """
The [[Luna-25|m]] probe lifted off from the [[Vostochny Cosmodrome|m]] on
[[11 August 2023|d|2023-08-11]] at 02:10 local time. It weighed [[1,750 kg|q|1750|kg]].
[[Roscosmos|m]] chief [[Yuri Borisov|m]] put the cost at [[12.6 billion rubles|q|12.6|RUB bln]].
[[NASA|m]] plans a crewed landing [[by 2026|d|../2026]] under [[Artemis III|m]]. The engine fired
for [[127 seconds|q|127|seconds]] instead of [[84 seconds|q|84|seconds]]. [[India|m]]'s
[[Chandrayaan-3|m]] landed on [[23 August|d|2023-08-23]].
""",
    "arms": """
[[Poland|m]] signed a deal with [[Hanwha Aerospace|m]] for [[672|q|672|count]] [[K9|m]] howitzers
and with [[Hyundai Rotem|m]] for [[980|q|980|count]] [[K2|m]] tanks in [[July 2022|d|2022-07]].
The first batch of [[180 tanks|q|180|count]], worth [[$3.37 billion|q|3.37|USD bln]], will arrive
[[between 2022 and 2025|d|2022/2025]]. [[Warsaw|m]] also ordered [[32|q|32|count]] [[F-35A|m]]
aircraft for [[US$4.6bn|q|4.6|USD bln]]. According to [[SIPRI|m]], its imports grew by
[[64 per cent|q|64|%]] between [[2013–17 and 2018–22|x]]. [[Nearly half|q|nearly 50|%]] of the
weapons came from the [[United States|m]].
""",
    "trade": """
Bilateral trade between [[Vietnam|m]] and [[South Korea|m]] hit [[US$ 86.4 bln|q|86.4|USD bln]]
in [[2022|d|2022]], an increase of [[10.5 pct|q|10.5|%]] year-on-year. Minister
[[Nguyen Hong Dien|m]] said the [[two|x]] sides aim for [[USD 150 billion|q|150|USD bln]]
[[by 2030|d|../2030]]. [[Samsung Electronics|m]] alone employs
[[more than 100,000 workers|q|over 100000|count]] in [[Bac Ninh|m]] and [[Thai Nguyen|m]]
provinces. Exports of footwear rose from [[€412m|q|412|EUR mln]] to [[€530m|q|530|EUR mln]]. The
[[VKFTA|m]] took effect on [[December 20, 2015|d|2015-12-20]].
""",
    "schools": """
Of the [[2,315 pupils|q|2315|count]] surveyed in [[autumn 2019|d|2019-09/2019-11]],
[[61.2%|q|61.2|%]] were girls. [[Sixteen schools|q|16|count]] took part. Average scores rose from
[[487|q|487|count]] to [[502 points|q|502|count]]. The programme, funded by the
[[Carlsson Foundation|m]], cost [[3.5 million kronor|q|3.5|SEK mln]] per year. See Figure 4 and
pp. 33-35. [[Hansson|m]] and [[Berg|m]] (2017) reported similar results in [[Malmö|m]].
""",
    "harvests": """
Wheat production is forecast at [[780–785 million tonnes|q|780000000..785000000|tonnes]] in the
[[2021/22|d|2021/2022]] season, according to the [[Food and Agriculture Organization|m]]. Yields
averaged [[3.4 tonnes|q|3.4|tonnes]] per hectare. [[Ukraine|m]] exported
[[fewer than 20 million tonnes|q|under 20000000|tonnes]]. Prices climbed [[one third|q|33.3|%]]
[[since January 2021|d|2021-01/..]]. [[Brazil|m]] planted
[[at least 40 million hectares|q|at least 40000000|ha]] of soybeans.
""",
    "politics": """
The [[Treaty of Amity and Cooperation|m]] was signed in [[Bali|m]] on
[[24 February 1976|d|1976-02-24]] by the leaders of [[five countries|q|5|count]]. President
[[Vladimir Putin|m]] met Prime Minister [[Narendra Modi|m]] in [[Samarkand|m]] on the sidelines
of the [[Shanghai Cooperation Organisation|m]] summit in [[September 2022|d|2022-09]]. The
[[State Duma|m]] approved the bill by [[408 votes|q|408|count]] to one. Foreign ministers of the
[[G7|m]] issued a statement. [[Kuala Lumpur|m]] abstained. The [[European Commission|m]] and the
[[Court of Justice of the European Union|m]] are involved.
""",
}

TABLE = """Table 3. Exports of [[Karania|m]] by product, [[2015–2017|d|2015/2017]], million USD

Product\t[[2015|d|2015]]\t[[2016|d|2016]]\t[[2017|d|2017]]
Timber\t[[412|q|412|USD mln]]\t[[398|q|398|USD mln]]\t[[405.5|q|405.5|USD mln]]
Copper ore\t[[1,120|q|1120|USD mln]]\t[[1,034|q|1034|USD mln]]\t[[990|q|990|USD mln]]
Fish\t[[<5|q|under 5|USD mln]]\t–\t[[7|q|7|USD mln]]

Source: [[Customs Service|m]].
"""
