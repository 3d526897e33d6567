"""Month names in the languages of invoices, as far as their first letters tell them apart."""

_NAMES = {
    1: "january januar janner janvier enero janeiro gennaio januari januari styczen stycznia leden ledna januar ocak tammikuu ian ianuarie jan ene janv gen sty tam oca jaan januara tammikuuta gener jaanuar",
    2: "february februar feber fevrier febrero fevereiro febbraio februari luty lutego unor unora subat helmikuu feb fev febr fevr lut hel februara februarie helmikuuta febrer veebruar",
    3: "march marc mac marz maerz mars marzo marco maart mac marec brezen brezna mart maaliskuu mar mrz mrt martie marca maa marts maret marzec marcius maaliskuuta",
    4: "april avril abril aprile kwiecien kwietnia duben dubna nisan huhtikuu apr avr abr kwi aprilie nis huh aprila aprilis huhtikuuta aprill",
    5: "may mei mayo maio maggio mei maj kveten kvetna mayis toukokuu mag mai maja majus toukokuuta maig",
    6: "june juni juin junio junho giugno czerwiec czerwca cerven cervna haziran kesakuu jun giu cze iunie juin haz juna junius kesakuuta juny junij juuni",
    7: "july juli juillet julio julho luglio lipiec lipca cervenec temmuz heinakuu jul juil lug lip iulie tem julai jula julius heinakuuta juliol julij juuli cervence",
    8: "august aout agosto augustus ogos augusti sierpien sierpnia srpen srpna agustos elokuu aug aou ago sie agustus agt agu elo augusta augusztus elokuuta agost avgust",
    9: "september septembre septiembre setembro settembre wrzesien wrzesnia zari eylul syyskuu sep sept set wrz septembrie setiembre septembra szeptember syyskuuta setembre",
    10: "october oktober octobre octubre outubro ottobre pazdziernik pazdziernika rijen rijna ekim lokakuu oct okt out ott paz octombrie oktobra lokakuuta oktoober",
    11: "november novembre noviembre novembro listopad listopada kasim marraskuu nov lis noiembrie listopadu novembra marraskuuta",
    12: "december dis dezember decembre diciembre dezembro dicembre desember grudzien grudnia prosinec prosince aralik joulukuu dec dez dic des gru decembrie disember decembra joulukuuta desembre detsember",
}
_MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
_HEBREW = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"
_MONTHS |= {name: number for number, name in enumerate(_HEBREW.split(), start=1)}


def month_of(word: str) -> int | None:
    """`word` in folded form (no accents, lower case)."""
    return _MONTHS.get(word)
