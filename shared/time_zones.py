"""What day it is for a user: the country of their calling code tells the time zone, unless a setting does."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shared.utils import whatsapp_number

UNKNOWN = "UTC"

# One zone a country: where it has several, the one most people live in. Longer codes are tried first.
_BY_CODE = """
1 America/New_York
1204 America/Winnipeg 1236 America/Vancouver 1250 America/Vancouver 1403 America/Edmonton 1587 America/Edmonton
1604 America/Vancouver 1672 America/Vancouver 1778 America/Vancouver 1780 America/Edmonton 1825 America/Edmonton
1306 America/Regina 1639 America/Regina 1431 America/Winnipeg 1506 America/Halifax 1709 America/St_Johns
1782 America/Halifax 1902 America/Halifax
1205 America/Chicago 1210 America/Chicago 1214 America/Chicago 1224 America/Chicago 1225 America/Chicago
1251 America/Chicago 1256 America/Chicago 1262 America/Chicago 1281 America/Chicago 1312 America/Chicago
1314 America/Chicago 1316 America/Chicago 1318 America/Chicago 1331 America/Chicago 1337 America/Chicago
1346 America/Chicago 1361 America/Chicago 1402 America/Chicago 1405 America/Chicago 1409 America/Chicago
1414 America/Chicago 1430 America/Chicago 1432 America/Chicago 1469 America/Chicago 1479 America/Chicago
1501 America/Chicago 1504 America/Chicago 1507 America/Chicago 1512 America/Chicago 1515 America/Chicago
1563 America/Chicago 1573 America/Chicago 1601 America/Chicago 1608 America/Chicago 1612 America/Chicago
1615 America/Chicago 1618 America/Chicago 1630 America/Chicago 1636 America/Chicago 1651 America/Chicago
1682 America/Chicago 1708 America/Chicago 1713 America/Chicago 1737 America/Chicago 1763 America/Chicago
1773 America/Chicago 1806 America/Chicago 1815 America/Chicago 1816 America/Chicago 1817 America/Chicago
1832 America/Chicago 1847 America/Chicago 1870 America/Chicago 1901 America/Chicago 1903 America/Chicago
1913 America/Chicago 1918 America/Chicago 1920 America/Chicago 1936 America/Chicago 1940 America/Chicago
1952 America/Chicago 1956 America/Chicago 1972 America/Chicago
1303 America/Denver 1307 America/Denver 1385 America/Denver 1406 America/Denver 1435 America/Denver
1505 America/Denver 1575 America/Denver 1719 America/Denver 1720 America/Denver 1801 America/Denver
1970 America/Denver 1208 America/Boise 1480 America/Phoenix 1520 America/Phoenix 1602 America/Phoenix
1623 America/Phoenix 1928 America/Phoenix
1206 America/Los_Angeles 1209 America/Los_Angeles 1213 America/Los_Angeles 1253 America/Los_Angeles
1279 America/Los_Angeles 1310 America/Los_Angeles 1323 America/Los_Angeles 1341 America/Los_Angeles
1360 America/Los_Angeles 1408 America/Los_Angeles 1415 America/Los_Angeles 1424 America/Los_Angeles
1425 America/Los_Angeles 1442 America/Los_Angeles 1458 America/Los_Angeles 1503 America/Los_Angeles
1509 America/Los_Angeles 1510 America/Los_Angeles 1530 America/Los_Angeles 1541 America/Los_Angeles
1559 America/Los_Angeles 1562 America/Los_Angeles 1564 America/Los_Angeles 1619 America/Los_Angeles
1626 America/Los_Angeles 1628 America/Los_Angeles 1650 America/Los_Angeles 1657 America/Los_Angeles
1661 America/Los_Angeles 1669 America/Los_Angeles 1702 America/Los_Angeles 1707 America/Los_Angeles
1714 America/Los_Angeles 1725 America/Los_Angeles 1747 America/Los_Angeles 1760 America/Los_Angeles
1775 America/Los_Angeles 1805 America/Los_Angeles 1818 America/Los_Angeles 1831 America/Los_Angeles
1858 America/Los_Angeles 1909 America/Los_Angeles 1916 America/Los_Angeles 1925 America/Los_Angeles
1949 America/Los_Angeles 1951 America/Los_Angeles 1971 America/Los_Angeles
1907 America/Anchorage 1808 Pacific/Honolulu
1242 America/Nassau 1246 America/Barbados 1264 America/Anguilla 1268 America/Antigua 1284 America/Tortola
1340 America/St_Thomas 1345 America/Cayman 1441 Atlantic/Bermuda 1473 America/Grenada 1649 America/Grand_Turk
1658 America/Jamaica 1664 America/Montserrat 1670 Pacific/Saipan 1671 Pacific/Guam 1684 Pacific/Pago_Pago
1721 America/Lower_Princes 1758 America/St_Lucia 1767 America/Dominica 1784 America/St_Vincent
1787 America/Puerto_Rico 1809 America/Santo_Domingo 1829 America/Santo_Domingo 1849 America/Santo_Domingo
1868 America/Port_of_Spain 1869 America/St_Kitts 1876 America/Jamaica 1939 America/Puerto_Rico
20 Africa/Cairo 211 Africa/Juba 212 Africa/Casablanca 213 Africa/Algiers 216 Africa/Tunis 218 Africa/Tripoli
220 Africa/Banjul 221 Africa/Dakar 222 Africa/Nouakchott 223 Africa/Bamako 224 Africa/Conakry 225 Africa/Abidjan
226 Africa/Ouagadougou 227 Africa/Niamey 228 Africa/Lome 229 Africa/Porto-Novo 230 Indian/Mauritius
231 Africa/Monrovia 232 Africa/Freetown 233 Africa/Accra 234 Africa/Lagos 235 Africa/Ndjamena 236 Africa/Bangui
237 Africa/Douala 238 Atlantic/Cape_Verde 239 Africa/Sao_Tome 240 Africa/Malabo 241 Africa/Libreville
242 Africa/Brazzaville 243 Africa/Kinshasa 244 Africa/Luanda 245 Africa/Bissau 246 Indian/Chagos
247 Atlantic/St_Helena 248 Indian/Mahe 249 Africa/Khartoum 250 Africa/Kigali 251 Africa/Addis_Ababa
252 Africa/Mogadishu 253 Africa/Djibouti 254 Africa/Nairobi 255 Africa/Dar_es_Salaam 256 Africa/Kampala
257 Africa/Bujumbura 258 Africa/Maputo 260 Africa/Lusaka 261 Indian/Antananarivo 262 Indian/Reunion
263 Africa/Harare 264 Africa/Windhoek 265 Africa/Blantyre 266 Africa/Maseru 267 Africa/Gaborone
268 Africa/Mbabane 269 Indian/Comoro 27 Africa/Johannesburg 290 Atlantic/St_Helena 291 Africa/Asmara
297 America/Aruba 298 Atlantic/Faroe 299 America/Nuuk
30 Europe/Athens 31 Europe/Amsterdam 32 Europe/Brussels 33 Europe/Paris 34 Europe/Madrid 350 Europe/Gibraltar
351 Europe/Lisbon 352 Europe/Luxembourg 353 Europe/Dublin 354 Atlantic/Reykjavik 355 Europe/Tirane
356 Europe/Malta 357 Asia/Nicosia 358 Europe/Helsinki 359 Europe/Sofia 36 Europe/Budapest 370 Europe/Vilnius
371 Europe/Riga 372 Europe/Tallinn 373 Europe/Chisinau 374 Asia/Yerevan 375 Europe/Minsk 376 Europe/Andorra
377 Europe/Monaco 378 Europe/San_Marino 380 Europe/Kyiv 381 Europe/Belgrade 382 Europe/Podgorica
383 Europe/Belgrade 385 Europe/Zagreb 386 Europe/Ljubljana 387 Europe/Sarajevo 389 Europe/Skopje 39 Europe/Rome
40 Europe/Bucharest 41 Europe/Zurich 420 Europe/Prague 421 Europe/Bratislava 423 Europe/Vaduz 43 Europe/Vienna
44 Europe/London 45 Europe/Copenhagen 46 Europe/Stockholm 47 Europe/Oslo 48 Europe/Warsaw 49 Europe/Berlin
500 Atlantic/Stanley 501 America/Belize 502 America/Guatemala 503 America/El_Salvador 504 America/Tegucigalpa
505 America/Managua 506 America/Costa_Rica 507 America/Panama 508 America/Miquelon 509 America/Port-au-Prince
51 America/Lima 52 America/Mexico_City 53 America/Havana 54 America/Argentina/Buenos_Aires 55 America/Sao_Paulo
5568 America/Rio_Branco 5592 America/Manaus 5565 America/Cuiaba 5567 America/Campo_Grande
56 America/Santiago 57 America/Bogota 58 America/Caracas 590 America/Guadeloupe 591 America/La_Paz
592 America/Guyana 593 America/Guayaquil 594 America/Cayenne 595 America/Asuncion 596 America/Martinique
597 America/Paramaribo 598 America/Montevideo 599 America/Curacao
60 Asia/Kuala_Lumpur 61 Australia/Sydney 62 Asia/Jakarta 63 Asia/Manila 64 Pacific/Auckland 65 Asia/Singapore
66 Asia/Bangkok 670 Asia/Dili 673 Asia/Brunei 674 Pacific/Nauru 675 Pacific/Port_Moresby 676 Pacific/Tongatapu
677 Pacific/Guadalcanal 678 Pacific/Efate 679 Pacific/Fiji 680 Pacific/Palau 681 Pacific/Wallis
682 Pacific/Rarotonga 683 Pacific/Niue 685 Pacific/Apia 686 Pacific/Tarawa 687 Pacific/Noumea
688 Pacific/Funafuti 689 Pacific/Tahiti 690 Pacific/Fakaofo 691 Pacific/Pohnpei 692 Pacific/Majuro
7 Europe/Moscow 76 Asia/Almaty 77 Asia/Almaty
81 Asia/Tokyo 82 Asia/Seoul 84 Asia/Ho_Chi_Minh 850 Asia/Pyongyang 852 Asia/Hong_Kong 853 Asia/Macau
855 Asia/Phnom_Penh 856 Asia/Vientiane 86 Asia/Shanghai 880 Asia/Dhaka 886 Asia/Taipei
90 Europe/Istanbul 91 Asia/Kolkata 92 Asia/Karachi 93 Asia/Kabul 94 Asia/Colombo 95 Asia/Yangon 960 Indian/Maldives
961 Asia/Beirut 962 Asia/Amman 963 Asia/Damascus 964 Asia/Baghdad 965 Asia/Kuwait 966 Asia/Riyadh 967 Asia/Aden
968 Asia/Muscat 970 Asia/Hebron 971 Asia/Dubai 972 Asia/Jerusalem 973 Asia/Bahrain 974 Asia/Qatar
975 Asia/Thimphu 976 Asia/Ulaanbaatar 977 Asia/Kathmandu 98 Asia/Tehran 992 Asia/Dushanbe 993 Asia/Ashgabat
994 Asia/Baku 995 Asia/Tbilisi 996 Asia/Bishkek 998 Asia/Tashkent
""".split()
ZONES = dict(zip(_BY_CODE[::2], _BY_CODE[1::2], strict=True))
_LONGEST = max(map(len, ZONES))


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone_of(sender: str) -> str:
    """`whatsapp:+34611222333` -> `Europe/Madrid`; UTC for what is no number."""
    number = whatsapp_number(sender)
    if not number.startswith("+"):
        return UNKNOWN
    starts = (number[1 : 1 + length] for length in range(_LONGEST, 0, -1))
    return next((ZONES[start] for start in starts if start in ZONES), UNKNOWN)


def today_for(sender: str, received_at: datetime, zone_setting: str | None) -> tuple[date, str]:
    """The user's own date when their message came, and the zone it was taken from."""
    zone = zone_setting or zone_of(sender)
    return received_at.astimezone(ZoneInfo(zone)).date(), zone
