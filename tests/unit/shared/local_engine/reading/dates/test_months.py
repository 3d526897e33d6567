"""Every month by its name, as dates print it in the languages of invoices."""

import pytest

from shared.local_engine.reading.dates.months import month_of

YEARS = {
    "English": "january february march april may june july august september october november december",
    "German": "januar februar marz april mai juni juli august september oktober november dezember",
    "French": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Portuguese": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november december",
    "Norwegian": "januar februar mars april mai juni juli august september oktober november desember",
    "Danish": "januar februar marts april maj juni juli august september oktober november december",
    "Finnish": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "Czech": "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "Slovak": "januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra",
    "Hungarian": "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
    "Romanian": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "Turkish": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "Indonesian": "januari februari maret april mei juni juli agustus september oktober november desember",
    "Malay": "januari februari mac april mei jun julai ogos september oktober november disember",
    "Catalan": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
}


@pytest.mark.parametrize("language", YEARS)
def test_the_year_has_twelve_months(language: str) -> None:
    names = YEARS[language].split()
    assert {name: month_of(name) for name in names} == {name: number for number, name in enumerate(names, 1)}
