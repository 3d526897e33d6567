"""What papers of each country say and how they write figures and dates; all shops and people are made up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Locale:
    """Alternatives are tuples, one of which is drawn. `money` shows where the amount `{}` and the currency stand."""

    language: str
    country: str
    currency: str
    decimal_point: str
    thousands: str
    money: tuple[str, ...]
    dates: tuple[str, ...]
    months: str
    rates: tuple[int, ...]
    sellers: tuple[str, ...]
    towns: tuple[str, ...]
    goods: tuple[str, ...]
    total: tuple[str, ...]
    net: str
    vat: str
    date_label: tuple[str, ...]
    due_label: str
    receipt: str
    invoice: str
    number: str
    customer: str
    cash: str
    change: str
    card: str
    transfer: str
    thanks: str
    tax_number: str
    menu: str
    letter: str

    def amount(self, value: Decimal) -> str:
        whole, cents = f"{abs(value):,.2f}".split(".")
        return ("-" if value < 0 else "") + whole.replace(",", self.thousands) + self.decimal_point + cents

    def day(self, day: date, pattern: str) -> str:
        """`{m}` in a pattern is the month's name."""
        return day.strftime(pattern.replace("{m}", self.months.split()[day.month - 1]))


LOCALES = (
    Locale("en-GB", "United Kingdom", "GBP", ".", ",", ("£{}",), ("%d/%m/%Y", "%d.%m.%y", "%d {m} %Y"),
        "January February March April May June July August September October November December", (20, 5),
        ("The Copper Kettle", "Fernhill Hardware Ltd", "Brookside Pharmacy", "Hartwell & Sons Plumbing",
        "Pip's Diner"),
        ("14 Station Road, Leeds LS1 4DY", "3 Abbey Lane, Bath BA1 1LN"),
        ("Flat white", "Bread rolls x6", "Paint brush", "Door hinge", "Cough syrup", "Soup of the day",
        "Batteries AA"),
        ("TOTAL", "Total due", "Amount payable", "Balance due"), "Subtotal", "VAT", ("Date", "Invoice date", ""),
        "Payment due", "Receipt", "INVOICE", "Invoice no", "Bill to", "CASH", "CHANGE", "VISA DEBIT", "Bank transfer",
        "Thank you, please call again", "VAT Reg GB 123 4567 00", "Starters Mains Desserts",
        "Dear neighbour, our street party takes place next month and everybody is welcome to join us"),
    Locale("en-US", "USA", "USD", ".", ",", ("${}",), ("%m/%d/%Y", "%m/%d/%y", "{m} %d, %Y"),
        "January February March April May June July August September October November December", (8,),
        ("Juniper Street Grill", "Maple & Oak Books", "Desert Sun Auto Parts Inc", "Lakeview Market", "Tony's Tacos"),
        ("820 W Main St, Boise, ID 83702", "77 Ocean Ave, Portland, ME 04101"),
        ("Cheeseburger", "Iced tea", "Oil filter", "Paperback", "Side salad", "Wiper blades", "Espresso"),
        ("TOTAL", "Total", "Amount Due", "Grand Total"), "Subtotal", "Sales Tax", ("Date", "", "Invoice Date"),
        "Due date", "Receipt", "INVOICE", "Invoice #", "Bill to", "CASH", "CHANGE", "MASTERCARD", "Wire transfer",
        "Have a great day", "Store 0417", "Appetizers Entrees Desserts",
        "Dear friends, the library will be closed for repairs during the first week of next month"),
    Locale("de", "Deutschland", "EUR", ",", ".", ("{} EUR", "{} €", "{}"), ("%d.%m.%Y", "%d.%m.%y", "%d. {m} %Y"),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", (19, 7),
        ("Bäckerei Sonnentau", "Möbelhaus Birkner GmbH", "Apotheke am Brunnen", "Elektro Weidmann KG",
        "Gasthof Hirsch"),
        ("Lindenallee 8, 04109 Leipzig", "Hafenweg 21, 48155 Münster"),
        ("Vollkornbrot", "Apfelschorle 0,5l", "Hustensaft", "Kabel 3m", "Schnitzel", "Glühbirne", "Kaffee groß"),
        ("SUMME", "Gesamtbetrag", "Zu zahlen", "Rechnungsbetrag"), "Netto", "MwSt", ("Datum", "Rechnungsdatum", ""),
        "Zahlbar bis", "Kassenbon", "RECHNUNG", "Rechnungsnummer", "Kunde", "BAR", "Rückgeld", "Girocard",
        "Überweisung", "Vielen Dank für Ihren Einkauf", "USt-IdNr. DE000000000",
        "Vorspeisen Hauptgerichte Nachspeisen",
        "Liebe Nachbarn, im nächsten Monat wird das Treppenhaus gestrichen, bitte stellt nichts in den Flur"),
    Locale("fr", "France", "EUR", ",", " ", ("{} €", "{} EUR", "{}"), ("%d/%m/%Y", "%d/%m/%y", "%d {m} %Y"),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", (20, 10),
        ("Boulangerie du Lavoir", "Garage Mistral SARL", "Pharmacie des Tilleuls", "Le Petit Chaudron",
        "Librairie Ondine"),
        ("12 rue des Carmes, 37000 Tours", "5 place du Marché, 21000 Dijon"),
        ("Baguette", "Café crème", "Vidange", "Plat du jour", "Roman poche", "Sirop", "Tarte aux pommes"),
        ("TOTAL TTC", "Net à payer", "TOTAL", "Montant TTC"), "Total HT", "TVA", ("Date", "Date de facture", "Le"),
        "Échéance", "Ticket de caisse", "FACTURE", "Facture n°", "Client", "ESPECES", "Rendu", "CARTE BANCAIRE",
        "Virement", "Merci de votre visite", "TVA intra FR00000000000", "Entrées Plats Desserts",
        "Chers voisins, la fête de la rue aura lieu le mois prochain et tout le monde est invité à venir"),
    Locale("es", "España", "EUR", ",", ".", ("{} €", "{} EUR", "{}"), ("%d/%m/%Y", "%d-%m-%Y", "%d de {m} de %Y"),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", (21, 10),
        ("Panadería La Espiga", "Ferretería Olmedo S.L.", "Farmacia Del Puente", "Bodega Cuatro Vientos",
        "Bar Lucero"),
        ("Calle del Pozo 9, 37001 Salamanca", "Avenida del Mar 40, 46011 Valencia"),
        ("Barra de pan", "Café con leche", "Tornillos", "Menú del día", "Vino tinto", "Jarabe", "Bombilla LED"),
        ("TOTAL", "Total a pagar", "Importe total", "TOTAL FACTURA"), "Base imponible", "IVA", ("Fecha",
        "Fecha factura", ""),
        "Vencimiento", "Factura simplificada", "FACTURA", "Nº factura", "Cliente", "EFECTIVO", "Cambio", "TARJETA",
        "Transferencia", "Gracias por su visita", "NIF B00000000", "Entrantes Segundos Postres",
        "Queridos vecinos, el mes que viene pintaremos la escalera y pedimos que no dejéis nada en el portal"),
    Locale("pt", "Portugal", "EUR", ",", ".", ("{} €", "{} EUR", "{}"), ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"),
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", (23, 6),
        ("Pastelaria Alvorada", "Oficina Serrano Lda", "Farmácia da Ribeira", "Tasca do Moinho", "Papelaria Cravo"),
        ("Rua das Flores 22, 4050-262 Porto", "Largo da Fonte 3, 3000-200 Coimbra"),
        ("Pastel de nata", "Meia de leite", "Filtro de óleo", "Prato do dia", "Caderno A5", "Xarope", "Água 0,5l"),
        ("TOTAL", "Total a pagar", "Valor total", "TOTAL EUR"), "Total líquido", "IVA", ("Data", "Data de emissão",
        ""),
        "Vencimento", "Fatura simplificada", "FATURA", "Fatura n.º", "Cliente", "DINHEIRO", "Troco", "MULTIBANCO",
        "Transferência bancária", "Obrigado e volte sempre", "NIF 500000000", "Entradas Pratos Sobremesas",
        "Caros vizinhos, no próximo mês a água será cortada durante uma manhã para reparar os canos da rua"),
    Locale("it", "Italia", "EUR", ",", ".", ("€ {}", "{} EUR", "{}"), ("%d/%m/%Y", "%d-%m-%Y", "%d {m} %Y"),
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", (22, 10),
        ("Trattoria Il Ginepro", "Ferramenta Colombo S.r.l.", "Farmacia San Rocco", "Forno Bellavista",
        "Libreria Calvi"),
        ("Via dei Mille 7, 10123 Torino", "Piazza Garibaldi 2, 43121 Parma"),
        ("Pane casereccio", "Cappuccino", "Viti 4x40", "Piatto del giorno", "Romanzo", "Sciroppo", "Vino rosso"),
        ("TOTALE", "TOTALE COMPLESSIVO", "Totale da pagare", "Importo totale"), "Imponibile", "IVA", ("Data",
        "Data fattura", ""),
        "Scadenza", "Documento commerciale", "FATTURA", "Fattura n.", "Cliente", "CONTANTI", "Resto", "BANCOMAT",
        "Bonifico bancario", "Grazie e arrivederci", "P.IVA 00000000000", "Antipasti Primi Dolci",
        "Cari vicini, il mese prossimo dipingeremo le scale e vi preghiamo di non lasciare nulla nel cortile"),
    Locale("nl", "Nederland", "EUR", ",", ".", ("€ {}", "{}", "EUR {}"), ("%d-%m-%Y", "%d/%m/%Y", "%d {m} %Y"),
        "januari februari maart april mei juni juli augustus september oktober november december", (21, 9),
        ("Bakkerij De Molensteen", "Bouwmarkt Van Rijn B.V.", "Apotheek Het Anker", "Eetcafé De Reiger",
        "Boekhandel Tulp"),
        ("Dorpsstraat 18, 3511 AB Utrecht", "Havenkade 5, 9711 KN Groningen"),
        ("Volkorenbrood", "Koffie verkeerd", "Schroeven", "Dagschotel", "Roman", "Hoestdrank", "Ledlamp"),
        ("TOTAAL", "Te betalen", "Totaalbedrag", "Factuurbedrag"), "Subtotaal excl. btw", "BTW", ("Datum",
        "Factuurdatum", ""),
        "Vervaldatum", "Kassabon", "FACTUUR", "Factuurnummer", "Klant", "CONTANT", "Wisselgeld", "PIN", "Overboeking",
        "Bedankt en tot ziens", "BTW NL000000000B00", "Voorgerechten Hoofdgerechten Nagerechten",
        "Beste buren, volgende maand wordt het trappenhuis geschilderd, zet alstublieft niets in de gang"),
    Locale("de-CH", "Schweiz", "CHF", ".", "'", ("CHF {}", "{}"), ("%d.%m.%Y", "%d.%m.%y", "%d. {m} %Y"),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", (8,),
        ("Velo Amsler AG", "Konditorei Rosengarten", "Drogerie zur Linde", "Restaurant Bergblick",
        "Papeterie Studer"),
        ("Bahnhofstrasse 12, 6300 Zug", "Marktgasse 4, 3011 Bern"),
        ("Gipfeli", "Milchkaffee", "Bremsbelag", "Tagesmenü", "Notizbuch", "Hustensirup", "Mineral 0.5l"),
        ("TOTAL", "Total CHF", "Rechnungsbetrag", "Zu bezahlen"), "Zwischentotal", "MWST", ("Datum",
        "Rechnungsdatum", ""),
        "Zahlbar bis", "Quittung", "RECHNUNG", "Rechnung Nr.", "Kunde", "BAR", "Rückgeld", "Maestro", "Überweisung",
        "Besten Dank und auf Wiedersehen", "CHE-000.000.000 MWST", "Vorspeisen Hauptgerichte Desserts",
        "Liebe Nachbarn, im nächsten Monat wird das Treppenhaus gestrichen, bitte stellt nichts in den Gang"),
)  # fmt: skip
