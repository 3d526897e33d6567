"""English."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.vocabulary.shape import Vocabulary

ENGLISH = Vocabulary(
    words={
        C.MAKE: "create|make|generate|prepare|build|draw|produce|compile|put together",
        C.THIS_QUARTER: "of the quarter|for the quarter",
        C.THIS_WEEK: "of the week|for the week",
        C.THIS_MONTH: "of the month|for the month",
        C.THIS_YEAR: "of the year|for the year|for the yr|this yr",
        C.EVERYTHING: "everything|every thing|all the things|all that|anything",
        C.REPORT: "report|reports|summary|overview|chart|graph|spreadsheet|statement|statements|excel|table of my|pdf|rundown|recap|digest|snapshot|roundup",
        C.HOW_MUCH: "what have i got through|what did i get through|what have i gone through|how much do i|how much do we|how much does it all|how much|how mch|hw mch|hw much|howmuch|whats the sum|what is the sum|what did i spend|what have i spent|what did i pay|what have i paid",
        C.HOW_MANY: "how many|howmany|how mny|hw many",
        C.TOTAL: "gross|gross amount|gross total|a figure|the figure|tot|totl|ttl|total up|tally up|tallied|sum up|bit total|total|totals|totaled|totalled|sum|sums|overall|altogether|add up|combined|in all|grand total|tally|aggregate|aggregated|bottom line|sum of all|added up|add up all|add it up|add it all up|add them up|adding up|adding up all|adding everything up|add together|added together|adding together|summed up|totted up|tot up|add up to|added up to|adds up to|amount to|amounted to|amounts to",
        C.COUNT: "number of|no of|nr of|num of|nos of|count|counts|counted|quantity of|amount of invoices|amount of receipts",
        C.TIMES: "times|time i|often|how often|how frequently|visits|trips to",
        C.AVERAGE: "usually|normally|generally|avrage|averge|average|avg|averaged|mean|on average|typical|typically|averages|average ticket|avg ticket|mean value|per purchase|each time|per visit|per order|per trip|per ride|per transaction|average basket",
        C.MEDIAN: "median",
        C.LARGEST: (
            "pricier|costlier|dearer|largest|biggest|highest|most expensive|priciest|costliest|greatest|maximum|max|top expense|"
            "costs me the most|cost me the most|cost the most|spend the most|spent the most|spend most|spent most|"
            "most money|spending most|spending the most|pay the most|paid the most|most spent|expensive|most spending|"
            "dearest|most|the most|the most i|high spending|most costly|spend more money|max amount|maximum amount|single largest|single biggest|heaviest|steepest|top spending|peak|most expensive ever|biggest ever|bigger|larger|worst month|highest spend"
        ),
        C.SMALLEST: (
            "quietest|leanest|lightest|most frugal|most economical|bottom|fewest invoices|fewest receipts|fewest purchases|least often|fewest|least frequently|smallest|lowest|cheapest|least expensive|minimum|min|spend the least|spent the least|least|tiniest|"
            "spend least|spent least|paid the least|least money|i spent the least|lower|smaller|littlest|cheapest one|spend the least on|least costly"
        ),
        C.MOST_OFTEN: (
            "fewest invoices|fewest receipts|fewest purchases|least often|fewest|least frequently|most often|most frequently|most frequent|most times|most common|go to most|visit most|most visited|"
            "most popular|most used|use most|use the most|used most|used the most|visit the most|go to the most|"
            "busiest|most invoices|most receipts|most purchases|most bills|shop at most|shop most|buy from most|favourite|favorite|most frequented|most regularly|i use most|more often|more frequently|most regular|go most|shop most frequently|most often used|go to most often|visit most often|mostly|in terms of visits"
        ),
        C.TOP: "top",
        C.LIST: (
            "rank|sort|what all did i buy|what all have i bought|what all i bought|what have i got|what do i have|update me|give me an update|fill me in|bring me up to date|catch me up|gimme|what did i buy|what have i bought|what did i purchase|what did i get|what i bought|what did we buy|anything from|anything at|lemme see|bring up|look at|dig out|pull out|list|show|show me|display|give me|see|view|find|let me see|pull up|fetch|get me|send me|print|show us|"
            "i want to see|export|look up|search|details of|details|whip up|pull|itemise|itemize|run me through|walk me through|bring me|dump|enumerate|tell me which|do i have any|are there any|have i got any|is there any|names of|name of|the names of|kindly share|please share|pls share|share me|share with me|can you share|could you share"
        ),
        C.WHICH: "which|what|whats|how did i pay|how do i pay|how have i paid|how do i usually pay|how do i normally pay|how do i mostly pay",
        C.WHERE: "where|who|whom|at which place",
        C.ME: "i|my|me|mine|we|our|ive|im|us|id",
        C.WHEN: "on which date|on which day|which day did|when|what date|on what date|which date|what day did",
        C.SHARE: "percentage|percent|%|share|proportion|fraction|what part of|ratio|portion|how big a part|what part|how much percent|what percent|percents|percentages|percentage wise|pct|share of|as a percentage|relative share|breakdown in percent|vat rate|tax rate|rate of vat|gst rate|rate of tax",
        C.COMPARE: (
            "beat|beats|exceeded by|compare|compared|comparison|versus|vs|difference between|comparing|compare to|compared to|compared with|"
            "in comparison|difference|changed|change from|differ|stack up|stacks up|compares|against|relative to|in contrast to|how does it compare|increase|decrease|went up|gone up|change between|how much more|how much less|by how much|growth|grew|go up|go down|went down|gone down|increased|decreased|rise|rose|risen|fell|grow|grown|shrunk"
        ),
        C.MORE_THAN: "worse than|better than|pricier than|dearer than|lighter than|heavier than|more than|less than|higher than|lower than|greater than|more|less|fewer than",
        C.LARGEST_FIRST: "largest first|biggest first|highest first|most expensive first|priciest first|from largest to smallest|from highest to lowest|from biggest to smallest|largest to smallest|highest to lowest|biggest to smallest|high to low",
        C.SMALLEST_FIRST: "smallest first|lowest first|cheapest first|least expensive first|from smallest to largest|from lowest to highest|from smallest to biggest|smallest to largest|lowest to highest|smallest to biggest|low to high",
        C.DISTINCT: "separately|individually|separate|individual|different|distinct|unique|various",
        C.DUPLICATE: "duplicate|duplicates|duplicated|twice|double|same invoice|charged twice|billed twice|double charged|double billed|doubled|repeated|repeats|identical|same thing twice|paid twice|double paid|duplication|duplications|dupes|dups|twice by mistake|more than once by mistake|entered twice|uploaded twice",
        C.INVOICE: (
            "uploads|submissions|recharge|recharges|top ups|refill|refills|cash payments|cash payment|check payments|check payment|bit payments|bit payment|bit transactions|bit purchases|bookings|reservations|transaction|transactions|purchase|purchases|invoice|invoices|receipt|receipts|bill|bills|reciept|reciepts|invoce|invoces|ticket|tickets|documents|"
            "document|inovice|inovices|recipt|recipts|slips|entries|records|rows|orders|order|payments|rides|ride|trips|trip|invoiced|receips|recepits|invoicces|bil"
        ),
        C.EXPENSE: (
            "exp|exps|expns|xpns|expense|expenses|purchase|purchases|transaction|transactions|payment|payments|order|orders|cost|costs|"
            "spendings|expence|expences|charges|charge|buys|outgoings|expenditures|items|trip|trips|costing|outgoing|outlays|ride|rides|meals|deliveries"
        ),
        C.SPEND: (
            "have i left|did i leave|i left at|came out of my pocket|come out of my pocket|came out of pocket|out of my pocket|out of pocket|splurged|splurge on|sprung for|ponied up|pony up|stumped up|stump up|plonked down|forked over|fork over|frittered|fritter|frittered away|threw away|chucked|chucked away|torched|blasted|plunked down|coughed|squeeze out of|squeezed out of|lavish|whacked out|poured into|pumped into|flung|goes on|goes towards|went on|went towards|gone on|gone out|gone towards|has gone out|cost me the most|costs me the most|cost the most|cost|did it cost|it cost|part with|parted with|what was the damage|whats the damage|the damage|leave my pocket|left my pocket|money went|money go|money gone|gone through|went through|i bought|splashed|dropped|what did i spend|what have i spent|what did i pay|what have i paid|spend the most|spent the most|spend most|spent most|most money|spending most|spending the most|pay the most|paid the most|"
            "spend the least|spent the least|spend more money|most spent|most spending|paid the least|spend least|spent least|"
            "spend|spent|spending|spends|paid|pay|paying|spnd|spnet|bought|buy|expenditure|cash out|shell out|"
            "pays|shopped|shop|shopping|purchased|go out|blew|fork out|budget used|outlay|charged|splurge|"
            "settle|settled|fare|fares|visit|visited|go to|went to|spended|cost me|costs me|splash out|cough up|set me back|went out|goes out|money out|shelled|shelled out|forked out|coughed up|burn|burned|burnt|burn through|burned through|racked up|rack up|ran up|run up|laid out|parted|threw at|sunk|sunk into|dish out|dished out|disbursed|incurred|incur|squandered|wasted|lavished|drop at|drop on|expend|expended|outgo|put towards|my spend|spendings|go through|goes through|going through|get through|got through|filled up|fill up|refuelled|refueled|ordered|booked|rented|hired|hand over|handed over|give to|gave to|treated myself|picked up|grabbed|go above|went above|go over|went over|eat at|ate at|eaten at|eat out|dine at|dined at|drink at|drank at|dining at|eating at|eat from|ate from"
        ),
        C.VAT: "vat|tax|taxes|v a t|value added tax|sales tax|gst|iva|input tax|input vat|reclaimable vat|vat amount|vat amounts|output vat|iva amount|taxed|vat rate|tax rate|rate of vat|gst rate|rate of tax",
        C.NET: "net|net of vat|net amount|before tax|before vat|pre tax|pretax|ex vat|ex tax|net spend|net total|excl vat|excl tax|exclusive of vat|exclusive of tax|without the vat|minus vat|less vat|minus tax|less tax|tax free amount|before taxes|vat excluded|vat exclusive|not including vat|not counting vat|stripped of vat|after deducting vat|deducting vat|net of taxes|net of tax",
        C.VENDOR: (
            "vendor name|vendor names|payee name|payee names|store name|shop name|supplier name|merchant name|name of the vendor|name of the shop|name of the store|seller name|vendor|vendors|supplier|suppliers|store|stores|shop|shops|merchant|merchants|payee|payees|company|companies|"
            "place|places|business|businesses|seller|sellers|provider|providers|retailer|retailers|brand|brands|somewhere|vendor wise|vendorwise|shop wise|store wise|payee wise|party wise|supplier wise|merchant wise"
        ),
        C.METHOD: (
            "forms of payment|methods of payment|types of payment|kinds of payment|modes of payment|ways to pay|payment ways|type of payment|kind of payment|payment method|payment methods|method of payment|payment type|payment types|methods|method|means of payment|"
            "how i paid|how i pay|way of paying|ways of paying|form of payment|payment form|mode of payment|payment mode|payment modes|pay with|how did i pay|how do i pay|how have i paid|how i usually pay|payment means|payment options|way i pay|tender type|payment instrument|payment instruments|payment method wise|payment mode wise|mode wise|how do i usually pay|how do i normally pay|how do i mostly pay"
        ),
        C.CURRENCY: "currency|currencies|currency wise",
        C.AMOUNT: "dosh|moolah|cheddar|wonga|dinero|loot|smackers|readies|mullah|greenbacks|coin|money|amount|amounts|value|values|price|prices|figure|worth|size|come to|came to|comes to|worked out at|money go|money went|money goes|money going",
        C.DATE: "on which date|which date|what date|on what date|what day did|which day did|on which day|date|dates|dated|undated",
        C.REFUND: "refund|refunds|refunded|negative|negatives|money back|credit note|credit notes|returns|reimbursed|returned",
        C.UPLOADED: (
            "upload|uploads|uploaded|added|sent|submitted|send you|sent you|i sent|scanned|entered|uploading|"
            "recorded|registered|added to the system|created|submit|saved|captured|send|sending|sent in|uploaded by me|submissions|snapped|photographed|forwarded|sent to you|gave you|i gave you|handed in|add"
        ),
        C.DAY: "day|days",
        C.WEEK: "week|weeks|wk|wks|w c",
        C.MONTH: "worst month|month|months|mth|mths|mnth",
        C.QUARTER: "quarter|quarters|qtr",
        C.HALF: "half|half year|semester",
        C.YEAR: "year|years|yr|yrs|calendar year",
        C.WEEKDAY: "weekday|day of the week|day of week|days of the week|weekdays breakdown",
        C.WORKDAYS: "weekdays|working days|workdays|work days|monday to friday|business days|during the week|midweek|in the working week",
        C.WEEKEND: "weekend|weekends|saturdays and sundays|saturday and sunday|saturday or sunday",
        C.BY_WEEKDAY: "across the week|by day of the week|by weekday|per weekday|by day of week|per day of the week|each day of the week|for each day of the week|each weekday|by weekdays|by days of the week",
        C.DAILY: "daily|per day|a day|each day|every day|by day|by date|per date|day wise|date wise|datewise",
        C.WEEKLY: "weekly|per week|a week|each week|every week|by week|week wise|into weeks|week over week|week on week|week by week",
        C.RUNNING: "cumulative|cumulatively|cumulated|running total|running totals|running sum|accumulated|accumulating",
        C.DAYS_SINCE: "how long ago|how long since|how long is it since|how long has it been since|how many days since|how many days is it since|how many days has it been since|how many days ago|how many days have passed since|how long have i not",
        C.MONTHLY: "trend|trends|trending|over time|over the months|going up|going down|rising|falling|evolution|evolved|monthly|per month|a month|each month|every month|by month|month by month|monthwise|month wise|by months|into months|month over month|month on month|month to month",
        C.QUARTERLY: "quarterly|per quarter|a quarter|each quarter|every quarter|by quarter|quarter wise|into quarters|quarter over quarter|quarter by quarter|quarter on quarter",
        C.YEARLY: "yearly|annual|annually|per year|a year|each year|every year|by year|year by year|per annum|year wise|into years|year over year|year on year",
        C.TODAY: "today|todays|tday",
        C.YESTERDAY: "yest|yesterdy|yestday|yesterday|yesterdays|yday|ysterday|yesteday",
        C.DAY_BEFORE_YESTERDAY: "day before yest|the day before yest|day b4 yesterday|day before yesterday|the day before yesterday",
        C.YEAR_TO_DATE: (
            "since the year began|since the year started|since this year began|since this year started|since the turn of the year|from the turn of the year|year to date|ytd|so far this year|this year so far|this year to date|from the start of the year|"
            "since the start of the year|since the beginning of the year|since the beginning of this year|"
            "since the start of this year|from the beginning of the year|since new year|this year until now|since new years|since january this year|from january until now|from january till now|since the new year|year so far|so far in the year|so far in 2026"
        ),
        C.MONTH_TO_DATE: (
            "since the month began|since the month started|since this month began|since this month started|month to date|mtd|so far this month|this month so far|this month to date|since the start of the month|"
            "since the beginning of the month|since the beginning of this month|since the start of this month"
        ),
        C.THIS: "this|current|the current|present|ths|thsi|tis|dis",
        C.LAST: ("last|previous|prior|latest|most recent|recent|recently|newest|preceding|lst|laste|most recently"),
        C.PAST: "past|trailing|rolling",
        C.BEFORE_LAST: "last but one|penultimate|next to last|before last",
        C.FIRST: "first|earliest|oldest|initial|first ever",
        C.AGO: "ago|back",
        C.SINCE: "since|starting from|starting|starting on|from then|onwards from|as of|beginning|beginning on|commencing|commencing on|that started on|that began on",
        C.UNTIL: "until|till|ending|ending on|that ended on|up until|through|thru|til|up to|no later than|by the end of|as late as",
        C.PREVIOUS: "previous|prior|preceding",
        C.BEFORE: "before|prior to|earlier than|older than",
        C.AFTER: "after|later than|newer than|following",
        C.BETWEEN: "bw|btwn|b w|between|betwen|in between",
        C.FROM: "from",
        C.TO: "to",
        C.AND: "and|n|plus|as well as",
        C.OR: "or",
        C.PER: "per|by|each|every|for each|for every|grouped by|group by|split by|broken down by|break down by|breakdown|break down|sorted by|across|vendor wise|vendorwise|shop wise|store wise|payee wise|party wise|supplier wise|merchant wise|payment method wise|payment mode wise|mode wise|currency wise|into",
        C.OVER: "over|above|more than|greater than|higher than|exceeding|exceed|exceeds|exceeded|bigger than|larger than|upwards of|in excess of|beyond|costing more than|cost more than|worth more than|go above|went above|go over|went over",
        C.UNDER: "under|below|less than|lower than|smaller than|cheaper than|fewer than|not exceeding|beneath",
        C.AT_LEAST: "at least|no less than|not less than|minimum of|>=|starting at|or more|and up|and above|or above",
        C.AT_MOST: "at most|no more than|not more than|up to|maximum of|<=|or less|and below|or below",
        C.EXACTLY: "exactly|equal to|equals|of exactly|for exactly|precisely",
        C.WITHOUT: (
            "w/o|without|with no|missing|no|lacking|lack|has no|have no|without a|without any|dont have a|dont have|empty|"
            "is missing|are missing|blank|unknown|doesnt have|do not have|does not have|not have|undated|didnt include|did not include|dont include|doesnt include|do not include|does not include|not including any|didnt have|did not have|dont show|lacked|with zero|that lack|with missing|have missing|still need|still needs|still missing|still lack|zero|nil"
        ),
        C.NOT: "neither|nor|nothing|never|not|arent|isnt|wasnt|werent|other than|not in|not paid|didnt|dont|non|wasn t|isn t",
        C.EXCLUDING: "bar the|all but|excluding|except|except for|excl|exclude|apart from|besides|ignoring|leaving out|not counting|not including|but not|minus|aside from|not from|not at|not with|not on|not using|not by|not paid by|not paid with|not paid in|leave out|leaving aside|without counting|disregarding|barring|save for|with the exception of|if i exclude|if you exclude|if we exclude|if i ignore|anything but|everything but|omitting|ex|sans|outside|outside of|excluded|excepted|left out|not included|not counted|except those|except the ones|but excluding|apart",
        C.AT_VENDOR: "at|from|to|on|in|for|with|by|paid to|paying",
        C.WRITE: (
            "warn me|alert me|ping me|reorder|lower my|reduce my|cut my|organise my|organize my|tidy up my|clean up my|give my accountant|give access|forget the|forget my|forget about|forget that|forget this|forget all|discard|trash|ditch the|bin the|nuke|strike the|scratch the|dismiss|to my accountant|to the accountant|take out the|take off the|combine|star my|star the|pin|hide|organise|organize|sort out my|swap|exchange|book me|book a|book an|book the|book it|record a|record an|record this|record the following|note down|note that|note this|jot down|write down|put down|enter this|file this|save this as|save it|remind|remind me|set a reminder|schedule|notify|log|register|register a|add a|enter a|archive|duplicate the|reset|rewrite|redo|unsubscribe|reassign|categorize|categorise|tag|split the|approve|reject|delete|remove|update|change|edit|modify|drop|insert|add|erase|set|wipe|truncate|create|correct|fix|rename|"
            "cancel|mark|make|alter|clear|replace|overwrite|grant|undo|restore|merge|move|transfer money|pay my|pay the|send money|put|send it to|please add|relabel|void|purge|get rid of|scrap|throw away|drop all|refund me|order me|buy me|send this|send an|email me|email this|share this with|forward this|import|sync|connect|link my|sign me up|log out|change my|switch my|set my|turn on|turn off|enable|disable|flag|label|assign|attach|replace all|fill in|backdate|convert all|convert|convert the|convert my|forward my|forward the|send my|call|scan|invite|back up|backup|adjust|tick|check off|unmark|set up|issue an invoice|issue a|write an invoice|invoice my|subscribe|reopen|lock|unlock|block|unblock|photograph|write an email|write a|write to|write them|draft a|draft an|draft|compose|complain to|complain about|upload this file|upload this receipt"
        ),
        C.OTHERS: (
            "customer|client|belonging to|someone called|somebody called|spenders|spender|all users|other users|every user|everyone|everybody|other people|everyone else|everybody else|someone else|"
            "another user|other customers|all customers|other clients|all clients|other user|users|their invoices|"
            "user|other persons|customers|clients|other accounts|all accounts|anyone|anybody|"
            "other companies|"
            "tenants|other tenants|phone number|phone numbers|people|others|rest of the users|who else|anyone else|anybody else|some other user|different user|other person|another customer|another person|another account|these users|account of|every customer|each customer|every client|each client|each user|any customer|any user|average person|average family|average household|other families|other households|similar people|most people|national average|typical person|typical household|typical family|people like me|average user|other shoppers|my competitors|competitors"
        ),
        C.FUTURE: (
            "cheaper to|better to|best to|is it better|is it cheaper|is it best|if i spend|when i spend over|when i spend more|if i go over|when i go over|if i exceed|when i exceed|next time i|expected|estimated|what can i do|what should i|how should i|spend less at|to spend less|whatll|itll|howll|shall|guess my|guess what|what would happen|too much|too high|enough|will|predict|prediction|forecast|next month|next year|next week|next quarter|tomorrow|expect|going to spend|"
            "estimate|should i|projected|projection|in the future|could i save|how can i|can i afford|advice|advise|"
            "recommend|how do i save|save money|save more|tips|upcoming|afford|is it worth|project my|anticipate|next|on track|reasonable|is that a lot|is it a lot|a lot for|too expensive|how long until|at this rate|run rate|overdoing|am i overspending|do i overspend|i overspending"
        ),
        C.OFF_TOPIC: (
            "where do you|when do you|why do you|why did you|do you sell|do you store|do you share|do you save|how do you|count to|count from|the way to|way to get to|good way|a way to|best place|better place|whats the best|what is the best|which is the best|the best way|best way|better deal|credit limit|credit score|overdraft|card limit|spending limit|open|close|opening|closes|opens|phone of|located|offers|menu|delivery time|customer service|how do i|how can i|how to|how does|how should|how much does|how much do|how much is a|how much is an|price of|joke|jokes|president|capital|recipe|recipes|poem|song|movie|football|soccer|match|score|news|stock|"
            "stocks|bitcoin|crypto|meaning of life|translate|translation|write|story|who won|who is|who are you|what are you|"
            "your name|world cup|rain|code|python|javascript|solve|president of|prime minister|"
            "how are you|old are you|film|flight|flights|hotel|restaurant near|horoscope|game|games|sing|salary|"
            "income|earn|earned|earnings|revenue|balance|bank balance|account balance|interest rate|mortgage|loan|"
            "invest|investment|investments|password|passwords|population|distance|tall|alarm|remind|reminder|homework|essay|"
            "dinner recipe|cook|marry|god|war|election|vote|time is it|calories|lyrics|profit|savings|wifi|explain what|vat mean|what day is it|what day is today|meaning of|definition of|define|ceo|who owns|who founded|owner of|net worth|share price|stock price|dance|capital city|how old|how tall|how far|how long does|how many people|what year is|square root|multiply|divided by|trump|elon|covid|vaccine|diet|workout|gym|horoscopes|marry me|can you sing|cv|resume|email|phone me|call me|restaurants near|near me|nearest|directions|plane|visa application|passport|lottery|betting|odds|slogan|riddle|trivia|chess|recipe for|are you a|are you real|are you human|are you ai|who made you|who built you|do you have feelings|do you love|do you speak|your favourite|your favorite|what do you think|whats your opinion|weather|temperature|rate my|judge my|roast my|peace|cancer|stories|patients|court|district|radio|media|model|teams|attack|production|protection|opinion"
        ),
        C.SECRETS: (
            "database|schema|table|tables|sql|pg_shadow|system prompt|instructions|ignore all|ignore previous|"
            "ignore the|admin|administrator|dba|api key|select|drop table|prompt|override|root|superuser|credentials"
        ),
        C.CATEGORY: (
            "food|groceries|grocery|restaurants|restaurant|clothes|clothing|entertainment|travel|utilities|rent|"
            "health|medicine|education|gifts|alcohol|beer|wine|pets|kids|household|hobbies|hobby|furniture|eating out|"
            "dining|toys|category|categories|cigarettes|vegetables|fruit|meat|bread|milk|coffees|snacks|product|products|"
            "item|km|kilometers|miles|litres|liters|petrol|fuel|gas|pharmacy|medicines|haircut|haircuts|subscriptions|subscription|insurance|electricity|phone bill|transport|transportation|fun|leisure|shoes|books|coffee|taxis|taxi|cabs|cab|pizza|sushi|gym|parking|tolls|electronics|stationery|office supplies|software|streaming|gaming|dentist|doctor|doctors|vet|baby|diapers|nappies|makeup|cosmetics|jewellery|jewelry|repairs|maintenance|cleaning|advertising|marketing|training|postage|bus|buses|train|trains|metro|public transport|cinema|concerts|theatre|theater|sports|hardware|tools|garden|gardening|plants|flowers|magazines|newspapers|heating|childcare|school|tuition|charity|donations|bank fees|fines|vacation|vacations|holidays|souvenirs|breakfast|lunch|lunches|dinner|dinners|drinks|tea|chocolate|cheese|eggs|rice|chicken|fish|fast food|takeaway|takeout|personal care|home improvement|office|marketing costs|accommodation|lodging|hotels|flights|airfare|beverages|bakery|supermarket|supermarkets|bills for electricity|luxury|essentials|necessities|sweets|candy|veterinary|skincare|perfume|lodgings|abroad|overseas"
        ),
        C.GREETING: (
            "preparing my taxes|filing my taxes|doing my taxes|my taxes|for my taxes|tax return|tax declaration|accountant|my accountant|for tax purposes|good day|lol|haha|thanks in advance|many thanks|kindly|appreciate|hi|hello|hey|thanks|thank you|good morning|good evening|good afternoon|bye|goodbye|please|pls|plz|ok|okay|"
            "thx|cheers|hi there|hello there|so much|thank you so much|thank you very much|dear|yo|sup|good night|ty|in advance|good to see you|how is it going|hiya|heya|hey there|greetings|howdy|welcome|dude|mate|buddy|pal|bro|man|my friend|omg|pls help|friend|team|folks|sir|madam|assistant|bot|have a nice day|best regards|regards|cheers mate|nice|great|awesome|cool|perfect|wow|love to|id love to|would love to"
        ),
        C.PERSON: "mum|mums|mummy|grandma|grandpa|grandmother|grandfather|landlord|niece|nephew|kid|kids|his|her|neighbour|neighbor|neighbours|neighbors|colleague|colleagues|boss|wife|husband|friend|friends|brother|sister|my mother|my father|coworker|coworkers|son|daughter|mother|father|mom|dad|roommate|flatmate|partner|girlfriend|boyfriend|cousin|uncle|aunt|parents|he|she|hes|shes|spouse|fiance|fiancee|ex wife|ex husband|grandson|babysitter|nanny|intern|employee|my team|my department|my staff",
        C.UNRECORDED: "twice my|twice what|double my|triple my|even days|odd days|even numbered|odd numbered|change did i|much change|change back|bill late|bills late|pay late|was late|were late|too late|fy|did i think|do i think|did i forget to|did i regret|do i regret|did i hate|did i complain|did i want|do i want|did i promise|delivered|arrive|arrived|arrives|arriving|shipped|processed|receive my payment|received my payment|on holiday|on vacation|on my trip|during my trip|on the trip|for myself|on myself|did we split|we split|split with|cards do i have|cards do i own|bank accounts|refund arrived|how far|how fast|is left|are left|left on my|limit|limits|how good|how tasty|how late|how many miles|how noisy|when do i have to pay|when do i need to pay|when must i pay|when am i supposed to pay|payment deadline|deadline|deadlines|how much time|how much longer|how much space|how much storage|how much energy|how much sleep|i earn|i earned|have i earned|can i deduct|deduct|can i write off|rating|ratings|reviews|stars|fiscal year|financial year|fiscal quarter|fiscal|owe|owed|tip|tips|gratuity|warranty|guarantee|colour|color|colours|colors|cashier|waiter|waitress|serial number|paid late|late payment|late payments|late fee|late fees|on time|do i owe|i owe|iban|account number|consumption|kwh|business trip|business trips|business expenses|business related|personal expenses|work related|for business|for work|work expenses|business purpose|business purposes|what items|which items|items on|items were|line items|what products|which products|products were|list of items|unpaid|overdue|due date|due dates|is due|are due|due|outstanding|not yet paid|havent paid|have not paid|still to pay|loyalty points|kilometres|kilometers|kms|miles|litres|liters|gallons|hours|minutes|calories|kilos|kg|grams|nights|passengers|cups|items did|products did|converted to|converted into|conversion|exchange rate|todays rate|km|invoice number|invoice numbers|receipt number|order number|reference number|bill number|tracking number|serial numbers|tax id|vat number|vat id|gstin|branch|branches|city|cities|country|countries|region|postcode|zip code|what time|at what time|time of day|in the morning|in the evening|in the afternoon|at night|opening hours|address|addresses|website|email address|employees|manager|owner|cashiers|delivery fee|delivery fees|shipping|shipping cost|shipping costs|discount|discounts|coupon|coupons|voucher|vouchers|cashback|rewards|return policy|exchange policy|approved|rejected|pending|reimbursable|deductible|tax deductible|write off|written off|status|still open|open invoices|open bills|open invoice|unsettled|budget|budgets|budgeted|savings goal|carbon|co2|emissions|carbon footprint|with whom|who was with|per person|per head|per km|per litre|per liter|unit price|price per|ingredients|allergens|flavour|flavor|in the bag|bottles|pieces|slices|pints|packs|seat|why|how come|cost centre|cost center|left to spend|money left|have left|left over|signature|signed|expiry|expire|expires|expiration|expired|renewal|renews|bank holiday|battery|recycled|organic|dispute|disputed|the temperature|were for the|was for the|were for my|was for my|cash do i have|money do i have|can i get a refund|can i return|can i exchange|get my money back|refund policy|fixed|recurring|essential|non essential|discretionary|impulse|unnecessary|professional|one off|what did i eat|what i ate|what have i eaten|how much did i eat|what did i drink|what did i wear|email to|letter to|complaint|complaints|complaining|dollar rate|euro rate|pound rate|rate of the dollar|rate of the euro|rate today|speed|star rating|can i pay|can you pay|accept|accepts|accepted|how long was|how long is|how long did|how long does|how long are|how do i contact|how do i reach|how do i return|how do i cancel|how do i get to|contact|get in touch|customer care|customer support|customer service|helpline|would i save|could i save|did i save|i save|save by|save if|switching|switch to|did i like|do i like|did i enjoy|enjoy|did the price|price rise|price increase|price increases|raise prices|raise its prices|raise their prices|prices go up|price go up|claim a refund|request a refund|ask for a refund|want a refund|get a refund|would you cut|cut from|cut back|cut down|if you were me|what would you|easter|good friday|passover|pesach|hanukkah|purim|rosh hashanah|yom kippur|sukkot|ramadan|eid|diwali|holi|thanksgiving|black friday|cyber monday|carnival|mothers day|fathers day|pentecost|lent",
        C.SPLIT: "split|spread|distribution|distributed|divide|divided|divides|breakdown|break down|broken down|breaks down|shared out",
        C.ONCE: "only once|just once|exactly once|once|a single time|one time only|only one time",
        C.REST: "everything else|the rest|all the rest|all others|everybody else's|the other ones|the others|other methods|other vendors",
        C.SAME_PERIOD: "same period|same time|same months|same month|same quarter|same week|same point|equivalent period|same days|corresponding period|same stretch",
        C.TWO_WEEKS: "fortnight|two weeks|couple of weeks",
        C.GO_ON: "what about|how about|and what about|only|just|same for|same but|instead|now only|now",
        C.TO_DATE: "until now|till now|up to now|up until now|up to date|as of now",
        C.CHANGE: "go up|went up|gone up|go down|went down|gone down|increase|increased|decrease|decreased|rise|rose|risen|fell|grew|grow|grown|change|changed|shrink|shrunk",
        C.VISIT: "go to|went to|visit|visited|goes to",
        C.FILLER: (
            "not gonna lie|not going to lie|dont care about the rest|dont care about|will you tell me|will you show me|will you please|will you|anywhere|somehow|fr|when you get a sec|when you get a chance|when you get a minute|when you have a moment|when you have a minute|when you have a sec|if you have a sec|if you have a minute|if you have a moment|got a sec|got a minute|a sec|in here|on here|in there|here|there|possess|stored|holding|available|present|whatsoever|every single|exist|since i joined|since i started|since i signed up|ever since i joined|keep for me|hold for me|i mean|you mean|you see|i guess|how does my|how do my|how did my|cant|wont|couldnt|havent|remember|forgot|t|everything|stuff|things|thing|out of|so|like|hey|bit|roughly|approximately|approx|around|about|exactly how|basically|honestly|really|whole lot|lot|lots|actual|complete|full|given|ppl|my side|hmm|whats|s|would|ll|please let me know|let me know|let know|if possible|if you can|im|trying|figure out|understand|check|checking|budgeting|budget|record|records show|books|according|the|a|an|of|is|are|was|were|do|does|did|have|has|had|been|be|am|it|its|that|those|these|can|"
            "could|you|tell|want|know|need|just|all|any|some|ever|far|now|then|during|within|whole|entire|"
            "please|much|very|up|out|made|make|using|used|use|via|if|how|them|they|as|"
            "also|only|actually|lets|let|got|get|gave|give|own|under my name|"
            "account|with|at|on|in|for|by|including|incl|include|report|summary|overview|statement|stats|statistics|kind|"
            "type|sort|order|ordered|sorted|descending|ascending|newest first|breakdown|again|went|go|going|"
            "say|says|than|one|ones|same|both|inc|time|times|ago|off|exact|currently|already|to|from|single|well|um|uh|"
            "question|wondering|wonder|help|curious|quick|quickly|find out|life|history|ever made|of all|all time|of all time|so many|have there been|came|come|comes|coming|long|taken|on file|file|in the system|system|anything|something|nothing|either|course|over the course of|throughout|whether|was wondering|i was wondering|be so kind|so kind|would you|mind|telling|tell me|hand|preparing|accounts|wants|the period|period|timeframe|calendar|course of|particular|specifically|individual|individually|their|whose|wanna|gonna|gotta|dough|cold hard|hard|accidentally|by mistake|mistake|mistakenly|maybe|perhaps|possibly|seem|seems|appear|appears|look like|existing|remaining|mentioned|above mentioned|work out|calculate|compute|determine|pls tell|knowing|hear|idea|any idea|rough idea|ballpark|sum total|whole of|all of|lot of|go for|off the top|right now|at present|today so far|plain|simple|simply|straight|since forever|lifetime|to date|start of|the start of|beginning of|the beginning of|end of|the end of|start|beginning|fell|fell in|falls|distribution|split|but|because|said|even|way|always|must|might|feel|sure|keep|someone|called|having|thought|done|however|getting|making|doesnt|based|believe|yes|later|makes|together|able|oh|fact|guys|several|started|along|else|matter|pretty|probably|saying|yeah|rather|soon|although|asked|quite|sometimes|themselves|myself|yourself|especially|similar|finally|certain|whatever|cannot|itself|related|certainly|completely|described|despite|absolutely|immediately|unless|anymore|anyway|definitely|particularly|seriously|happen|happened|happens|gets|become|true|possible|supposed|truly|kinda|sorta|in terms of|in regards to|with regard to|with regards to|regarding|concerning|as far as|as for|when it comes to|real quick|by any chance|included|effective|reclaimable|claim|receive|received|blow|took|take|taken together|sort of|kind of|respective|respectively|corresponding|clearly|obviously|apparently|lately|usually spend|im looking for|i am looking for|looking for|i was looking for|im after|a matter of|by far|of late|u|ur|r|w|amt|til now|i would like|i d like|would like|like to know|like to see|asking|figured|figuring|reckon|suppose|supposedly|meant|means|mean that|referring|interested|keen|hoping|hope|glad|happy|grateful|advisor|adviser|tax advisor|tax adviser|bookkeeper|bookkeeping|for the record|for my records|for the books|for reference|vat return|expense report|expense claim|tax office|running|gross|cumulative total|component|break|breaking|dealt with|deal with|done business with|alphabetically|alphabetical|in alphabetical order|historically|being|never|theres|though|theyre|takes|wanted|brought|provide|provided|involved|includes|speaking|reported|leading|placed|small|big|little|huge"
        ),
    },
    months=(
        "january|jan|januarys|janury",
        "february|feb|febuary|februrary|febr",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sep|sept",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    weekdays=(
        "monday|mondays|mon",
        "tuesday|tuesdays|tue|tues",
        "wednesday|wednesdays|wed",
        "thursday|thursdays|thu|thurs|thur",
        "friday|fridays|fri",
        "saturday|saturdays|sat",
        "sunday|sundays|sun",
    ),
    seasons={
        3: "spring|springtime",
        6: "summer|summertime",
        9: "autumn|fall season|in the fall|last fall",
        12: "winter|wintertime",
    },
    holidays={
        "12-25": "christmas|xmas|christmas day|x mas",
        "12-24": "christmas eve",
        "01-01": "new year|new years|new years day",
        "12-31": "new years eve",
        "02-14": "valentines day|valentines",
        "10-31": "halloween",
    },
    numbers={
        0: "zero|nil|with zero",
        1: "one|a single|single",
        2: "two|couple of|a couple of|couple",
        3: "three|few",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        25: "twenty five",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        75: "seventy five",
        80: "eighty",
        90: "ninety",
        100: "hundred|a hundred|one hundred|hundreds",
        1000: "thousand|a thousand|one thousand|grand",
        100000: "lakh|lakhs|a lakh|one lakh",
    },
    ordinals={
        1: "1st|first",
        2: "2nd|second",
        3: "3rd|third",
        4: "4th|fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty first",
        22: "twenty second",
        23: "twenty third",
        24: "twenty fourth",
        25: "twenty fifth",
        26: "twenty sixth",
        27: "twenty seventh",
        28: "twenty eighth",
        29: "twenty ninth",
        30: "thirtieth",
        31: "thirty first",
    },
    currencies={
        "USD": "dollar|dollars|us dollars|bucks",
        "EUR": "euro|euros",
        "GBP": "pound|pounds|sterling|quid",
        "ILS": "shekel|shekels|sheqel|sheqels",
        "INR": "rupee|rupees",
        "BRL": "real|reais|brazilian reals|reals",
        "AED": "dirham|dirhams",
        "JPY": "yen",
        "CHF": "francs|swiss francs",
        "MXN": "pesos",
    },
    methods={
        "cash": "cash|in cash|by cash|with cash|cash payments|cash payment",
        "card": "card|cards|credit card|credit cards|by card|with card|credit|my card|plastic",
        "debit card": "debit card|debit cards|debit",
        "bank_transfer": "bank transfer|bank transfers|wire transfer|wire transfers|transfer|wire|wired",
        "direct_debit": "direct debit|direct debits",
        "online": "online|paid online",
        "cheque": "cheque|cheques|checks|by check|with a check|by a check|check payments|check payment|paid by check|with check",
    },
)
