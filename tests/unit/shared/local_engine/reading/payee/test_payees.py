"""Who was paid."""

import pytest

from shared.local_engine.reading.payee.payees import find_payee
from shared.local_engine.reading.sheet.boxes import sheet_of
from shared.local_engine.reading.sheet.cells import Cell
from tests.unit.shared.local_engine.reading.sheets import a_sheet


@pytest.mark.parametrize(
    ("lines", "goods", "expected"),
    [
        pytest.param(
            ["GREEN CAFE", "12 High Street", "Tel. 020 1234567", "Coffee | 3.50"], 3, "GREEN CAFE", id="first-line"
        ),
        pytest.param(
            ["TAX INVOICE", "MAJU TRADING SDN BHD (123456-K)", "NO 12, JALAN BUNGA", "Rice | 9.00"],
            3,
            "MAJU TRADING SDN BHD",
            id="without-registration",
        ),
        pytest.param(
            ["TAN BEE LIAN", "MAJUOFFICESDNBHD", "NO 12, JALAN BUNGA", "Pens | 9.00"],
            3,
            "MAJUOFFICESDNBHD",
            id="legal-form-without-its-space",
        ),
        pytest.param(
            ["NOVA", "Restaurant", "Ringstn.20a", "44787 Bochum", "Suppe | 9,00"], 4, "NOVA", id="not-a-misread-street"
        ),
        pytest.param(
            ["NOVA FOODS SDN BHD", "FORMERLY KNOWN AS", "GREEN FOODS SDN BHD", "12 JALAN BUNGA", "Rice | 9.00"],
            4,
            "NOVA FOODS SDN BHD",
            id="not-the-former-name",
        ),
        pytest.param(
            [
                "7 Lake Blvd",
                "Seattle, WA 98185",
                "(602) 555-0100",
                "Tea | 4.29",
                "Thank you for shopping at Nova Market",
            ],
            3,
            "Nova Market",
            id="thanks",
        ),
        pytest.param(
            ["12, rue du Parc", "Gatineau (QC) J8Y 2C5", "Lait | 4,29", "Merci d'avoir magasiné chez Nova"],
            2,
            "Nova",
            id="merci",
        ),
        pytest.param(
            ["LE PETIT COMPTOIR", "SARL LPC", "3 rue du Parc", "75001 PARIS", "Tél : 01 40 00 11 22", "Plat | 9,00"],
            5,
            "LE PETIT COMPTOIR",
            id="the-name-and-not-its-initials",
        ),
        pytest.param(
            [
                "NOVA FRESH",
                "Express",
                "Kings Road Express",
                "novafresh.co.uk",
                "Milk | 1.50",
                "MERCHANT | : 4711",
                "NOVACARD STATEMENT",
                "NOVACARD NUMBER: 1180",
            ],
            4,
            "NOVA FRESH",
            id="a-label-that-has-its-answer-and-a-bare-domain",
        ),
        pytest.param(
            ["Less buying. More living.", "8 Lake Blvd, Miami, FL 33133", "Lamp | 9.00", "www.novahome.com"],
            2,
            "novahome",
            id="not-the-slogan",
        ),
        pytest.param(
            ["HOTEL RESTAURANT", "Zur Linde", "Ringstr. 2", "44787 Bochum", "Suppe | 9,00"],
            4,
            "Zur Linde",
            id="not-what-stands-over-many-doors",
        ),
        pytest.param(
            [
                "Nova Mobile | Your bill",
                "Ms Ann Berg | Bill date: 8 July 2025",
                "7 Park Row",
                "Bristol BS1 5LJ",
                "Total | 9.00",
                "Nova Mobile Limited, 1 Kite Way, Reading RG2 6UF",
            ],
            4,
            "Nova Mobile",
            id="not-who-is-written-to",
        ),
        pytest.param(
            ["Mr Nova", "7 Park Row", "Bristol BS1 5LJ", "Tel 0117 555 0100", "Tea | 9.00"],
            4,
            "Mr Nova",
            id="a-shop-called-mister",
        ),
        pytest.param(["nova foods", "11 Elm , Denver, CO", "Tea | 9.00"], 2, "nova foods", id="colorado-is-no-company"),
        pytest.param(["nova foods", "11 Elm , Calgary, AB", "Tea | 9.00"], 2, "nova foods", id="nor-is-alberta"),
        pytest.param(["WELCOME TO NOVA", "14 Victoria Rd", "Milk | 4.29"], 2, "NOVA", id="the-shop-that-greets"),
        pytest.param(["NOVA", "5 Main St", "Tea | 9.00", "Thank you for visiting us!"], 2, "NOVA", id="thanks-of-us"),
        pytest.param(
            ["Valid at participating US Nova Burgers.", "BUY ONE GET ONE FREE", "5 Main St", "Tea | 9.00"],
            3,
            "Nova Burgers",
            id="where-the-coupon-counts",
        ),
        pytest.param(
            ["Valid at participating locations.", "Nova", "5 Main St", "Tea | 9.00"], 3, "Nova", id="coupon-of-nobody"
        ),
        pytest.param(
            ["Nova Suites", "Guest Folio", "Company: Widgets Inc", "Room | 90.00"],
            3,
            "Nova Suites",
            id="not-the-company-of-a-guest",
        ),
        pytest.param(["OLIVE GROVE #1221", "SAN JOSE, CA", "Tea | 9.00"], 2, "OLIVE GROVE", id="no-town-in-its-state"),
        pytest.param(
            ["Order Confirmation", "Hi Ann,", "thanks for your order from Nova Wines.", "Tea | 9.00"],
            3,
            "Nova Wines",
            id="ordered-from",
        ),
        pytest.param(
            ["Stadtwerke Ort GmbH Postfach 12 70001 Ort", "Ute Rau", "Hauptstr. 4", "70002 Ort", "Rat | 9,00"],
            4,
            "Stadtwerke Ort GmbH",
            id="in-the-window-without-a-mark-between",
        ),
        pytest.param(
            [
                *("Factuur", "Aan:", "Jan de Vries", "Kerkstraat 3", "1017 GA Amsterdam"),
                *("Nova Installaties B.V.", "Havenweg 10", "3011 AA Rotterdam", "KvK 12345678", "Ketel | 9,00"),
            ],
            9,
            "Nova Installaties B.V.",
            id="under-the-town-of-the-customer",
        ),
        pytest.param(
            ["Mountain Beans", "COFFEE COMPANY", "Store 4412", "Latte | 4.50"],
            3,
            "Mountain Beans COFFEE COMPANY",
            id="trade-alone",
        ),
        pytest.param(
            ["Thank You For", "Dining With Us At", "THE OLD MILL", "Soup | 9.00"],
            3,
            "THE OLD MILL",
            id="greets",
        ),
        pytest.param(
            ["nova-drogerie markt", "GmbH + Co. KG", "Ringstr. 5", "70173 Ort", "Seife | 9,00"],
            4,
            "nova-drogerie markt GmbH + Co. KG",
            id="legal-form-on-its-own-line",
        ),
        pytest.param(
            [
                *("TALLERES NOVA", "Pol. Ind. Sur, nave 4 - 41007 Ciudad", "MARIA LOPEZ SANZ", "C/ Luna 3"),
                *("41010 Ciudad", "FACTURA", "Aceite | 9,00"),
            ],
            6,
            "TALLERES NOVA",
            id="an-estate-is-no-sender",
        ),
        pytest.param(
            ["LATAQUERIA", "2889MISSIONST", "SANFRANCISCO,CA94110", "Taco | 9.00"], 3, "LATAQUERIA", id="glued-address"
        ),
        pytest.param(
            ["5 Main St", "Nails | 9.00", "THANKYOUFORSHOPPINGATNOVAWORKS"],
            1,
            "NOVAWORKS",
            id="glued-thanks",
        ),
        pytest.param(["Rossi", "Ringstr.2", "70173Stuttgart", "Pizza | 9,00"], 3, "Rossi", id="glued-town"),
        pytest.param(
            ["HotelNova·Ringstr.2·70173Stuttgart", "WidgetAG", "Weg 1", "80331 Ort", "Zimmer | 9,00"],
            4,
            "HotelNova",
            id="glued-sender",
        ),
        pytest.param(["YOURSERVERWASMARK", "Bellino", "Soup | 9.00"], 2, "Bellino", id="not-who-served"),
        pytest.param(["Low prices", "Nova", "Soup | 9.00"], 2, "Nova", id="not-what-is-promised"),
        pytest.param(
            [
                *("Jan Smit", "Kanaalweg 3", "3526 KL Utrecht", "KvK: 12345678", "Nova B.V.", "Oudegracht 10"),
                *("3511 AB Utrecht", "Werk | 99,00", "BTW 21% | 17,18"),
            ],
            7,
            "Jan Smit",
            id="a-person-with-a-tax-number",
        ),
        pytest.param(
            [
                *("Ute Rau, Translator", "Lindenallee 4 · 10115 Berlin", "Steuernummer 12/345/67890", "Nova House Ltd"),
                *("1 Bloom Sq", "London WC1A 2AA", "Work | 99.00"),
            ],
            6,
            "Ute Rau, Translator",
            id="not-her-customer",
        ),
        pytest.param(["Kopi Nova", "Jl. Senopati 12", "Espresso | 22.00"], 2, "Kopi Nova", id="coffee-not-copy"),
        pytest.param(["#02 Noodle Corner", "5 Main St", "Soup | 9.00"], 2, "Noodle Corner", id="number-of-the-store"),
        pytest.param(["N O V A", "Ringstr. 20", "44787 Bochum", "Suppe | 9,00"], 3, "NOVA", id="letters-set-apart"),
        pytest.param(
            [
                *("Nova GmbH · Ringstr. 5 · 80331 Ort", "Ute Rau", "Hauptstr. 4", "12345 Ort"),
                *("Rechnung", "Rat | 9,00"),
            ],
            5,
            "Nova GmbH",
            id="in-the-window-of-the-envelope",
        ),
        pytest.param(["TO GO", "Noodle Corner", "5 Main St", "Soup | 9.00"], 3, "Noodle Corner", id="to-go"),
        pytest.param(
            ["Reg. no BDO 123456789 Nova Sp. z o.o.", "ul. Kwiatowa 7", "Sok | 9,00"],
            2,
            "Nova Sp. z o.o.",
            id="after-a-number",
        ),
        pytest.param(
            ["NOVA DEPOT #0417", "MORE FOR LESS.EVERY DAY", "12 ELM AVE ORLANDO,FL (407)555-0199", "PAINT | 97.08"],
            3,
            "NOVA DEPOT",
            id="without-the-number-of-the-store",
        ),
        pytest.param(
            ["Gasthaus Nova", "Inh.Max Berg", "Marktplatz 3", "72070 Stadt", "Bier | 7,80"],
            4,
            "Gasthaus Nova",
            id="without-the-owner",
        ),
        pytest.param(
            ["Elektro Nova", "Inhaber: Hans Berg", "Gartenweg 3", "80331 Stadt", "Arbeit | 7,80"],
            4,
            "Elektro Nova",
            id="not-the-owner",
        ),
        pytest.param(
            ["Nova", "Save every day.", "SUPERMARKET", "Tel. 020 1234567", "Rice | 9.00"], 4, "Nova", id="trade"
        ),
        pytest.param(
            ["LA TABLE DE CLAIRE", "01/02/2024", "Soupe du jour", "Total | 9.00"], 3, "LA TABLE DE CLAIRE", id="table"
        ),
        pytest.param(
            ["Nova SP. Z 0.0. Sklep nr 12", "ul. Kwiatowa 7", "PARAGON | FISKALNY", "Sok | 9,00"],
            3,
            "Nova SP. Z 0.0",
            id="without-the-number-of-the-branch",
        ),
        pytest.param(
            ["Welcome!", "Muster Markt", "Hauptstr. 4", "12345 Stadt", "Brot | 2,00"],
            4,
            "Muster Markt",
            id="not-the-greeting",
        ),
        pytest.param(
            ["Invoice | Bill to", "Northwind Ltd | Acme Corp", "12 Road | 9 Lane", "Work | 9.00"],
            3,
            "Northwind Ltd",
            id="not-the-customer",
        ),
        pytest.param(
            ["Rechnung", "Verkäufer: | Käufer:", "Lieferant GmbH | Kunde AG", "Ware | 9,00"],
            3,
            "Lieferant GmbH",
            id="said-to-be-the-seller",
        ),
        pytest.param(
            ["CARTE BANCAIRE", "SANS CONTACT", "Le 04/08/2026 a 13:58", "LA TREILLE", "MONTANT | 78,00"],
            4,
            "LA TREILLE",
            id="not-the-kind-of-card",
        ),
        pytest.param(
            ["SKLEP WIOSNA 4PL Sp. z o.o. Sp. K.", "30-147 Miasto, ul. Jasna 11B", "Chleb | 3,95"],
            2,
            "SKLEP WIOSNA 4PL Sp. z o.o. Sp. K",
            id="not-the-town",
        ),
        pytest.param(
            ["Station Meier", "Inh. Karl Braun e.K.", "Bundesstr. 12", "04109 Leipzig", "Benzin | 80,54"],
            4,
            "Station Meier Inh. Karl Braun e.K.",
            id="the-shop-not-its-owner",
        ),
        pytest.param(
            ["Muster GmbH · Weg 1 · 12345 Ort", "Herrn Max Mann", "Ware | 9,00"],
            2,
            "Muster GmbH",
            id="sender-line-of-a-letter",
        ),
        pytest.param(
            [
                "Max Mann",
                "Weg 1",
                "12345 Ort",
                *[""] * 4,
                "Ware | 9,00",
                *[""] * 8,
                "Elektro Weidmann | Tel. 0711 123456",
                "Hafenweg 8 | USt-IdNr. DE123456789",
                "48155 Münster | IBAN DE12 3456 7890",
            ],
            7,
            "Elektro Weidmann",
            id="in-the-foot-with-telephone-and-account",
        ),
    ],
)
def test_the_payee_of(lines: list[str], goods: int, expected: str) -> None:
    payee = find_payee(a_sheet(*lines), [goods])
    assert payee is not None
    assert payee.name == expected


@pytest.mark.parametrize(
    ("lines", "total", "expected"),
    [
        pytest.param(
            ["Coffee | 3.50", "Total | 3.50", "Green Cafe", "12 High Street", "York YO1 7HH"],
            1,
            "Green Cafe",
            id="below-the-total-not-the-goods",
        ),
        pytest.param(
            [
                *("TABLE. 42", "1 COUV. | DIRECTION", "Crêpe | 9.00", "Total | 9.00"),
                *("CHEZ ANNE", "38 quai Nord", "Tel : 05 46 41 24 18"),
            ],
            3,
            "CHEZ ANNE",
            id="below-the-total-with-address-and-telephone",
        ),
        pytest.param(
            ["Shoply", "Bill to:", "Ann Berg", "Sold by: Nova Mart", "9 Lane, York", "Tea | 2.00", "Total | 2.00"],
            6,
            "Nova Mart",
            id="sold-on-a-platform",
        ),
        pytest.param(
            ["Kunde AG", "Hauptstr. 4", "12345 Ort", "Rat | 9,00", "Summe | 9,00", "Kontoinhaber: Ute Rau", "IBAN DE1"],
            4,
            "Ute Rau",
            id="beside-the-account",
        ),
        pytest.param(
            ["SumUp", "Kundenbeleg", "Elektro Weidmann", "Hafenweg 8", "48155 Ort", "Summe | 9,00"],
            5,
            "Elektro Weidmann",
            id="not-the-bank-of-the-terminal",
        ),
    ],
)
def test_the_payee_in_an_odd_place(lines: list[str], total: int, expected: str) -> None:
    priced = [number for number, line in enumerate(lines) if line[-3:] in (".50", ".00", ",00")]
    payee = find_payee(a_sheet(*lines), priced, total)
    assert payee is not None
    assert payee.name == expected


def test_the_account_that_is_debited_is_not_the_payees() -> None:
    lines = ["Nova Mart Ltd", "Total | 9.00", "Direct debit", "Account holder: Ann Berg", "IBAN GB12"]
    payee = find_payee(a_sheet(*lines), [1], 1)
    assert payee is not None
    assert payee.name == "Nova Mart Ltd"


def test_a_logo_nobody_can_read_is_helped_by_the_web_address() -> None:
    payee = find_payee(a_sheet("Tel. 020 1234567", "Coffee | 3.50", "visit www.beanworks.com"), [1])
    assert payee is not None
    assert payee.name == "beanworks"
    assert payee.doubtful


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Fresh daily", "Luna Mira", "Tea | 9.00", "www.lunamira.com"], "Luna Mira", id="its-site"),
        pytest.param(
            ["Fresh daily", "Luna Mira", "Tea | 9.00", "info@lunamira-tea.com"], "Luna Mira", id="its-mailbox"
        ),
        pytest.param(["Fresh daily", "Luna Mira", "Tea | 9.00", "Luna Mira", "Luna Mira"], "Luna Mira", id="repeated"),
        pytest.param(["Invoice Summary", "Luna Mira", "Tea | 9.00"], "Luna Mira", id="not-the-rest-of-a-heading"),
        pytest.param(["SUPERMARKET", "Luna Mira", "Tea | 9.00"], "Luna Mira", id="not-the-trade-alone"),
    ],
)
def test_what_else_the_paper_says_of_a_name_counts_more_than_its_line(lines: list[str], expected: str) -> None:
    payee = find_payee(a_sheet(*lines), [2])
    assert payee is not None
    assert payee.name == expected


def test_a_sender_may_stand_in_the_foot_of_a_letter_alone() -> None:
    goods = [f"Stunde {number} | 80,00" for number in range(12)]
    foot = ["Nova GmbH", "Ringstr. 5, 80331 Stadt", "Tel. 089 1234567"]
    payee = find_payee(a_sheet("Ann Lee", "Rechnung", *goods, *foot), list(range(2, 14)))
    assert payee is not None
    assert payee.name == "Nova GmbH"


def test_larger_print_wins() -> None:
    payee = find_payee(a_sheet("Fresh every morning", "Anna Blum", "Rose | 3.50", tall=1), [2])
    assert payee is not None
    assert payee.name == "Anna Blum"


def test_the_number_of_a_card_terminal_is_no_name() -> None:
    slip = a_sheet("COPIA CLIENTE", "Nova", "MerchantID | 6057888949", "22/01/2022", "TOTAL | 76,55", tall=2)
    payee = find_payee(slip, [4], 4)
    assert payee is None or payee.name == "Nova"


@pytest.mark.parametrize("word", ["CASH", "Payment", "Wechselgeld"])
def test_what_was_handed_over_is_no_name(word: str) -> None:
    assert find_payee(a_sheet("12 JALAN BUNGA", word, "TOTAL | 9.00", tall=1), [2]) is None


def test_an_empty_sheet_has_no_payee() -> None:
    assert find_payee(a_sheet(), []) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param(("NOVA", "MART", "Store 0417"), "NOVA MART", id="two-lines-of-capitals"),
        pytest.param(("HINGES (LOWER", "TOWN) LTD", "Store 7"), "HINGES (LOWER TOWN) LTD", id="in-brackets"),
        pytest.param(("NOVA", "1 HIGH STREET", "Store 7"), "NOVA", id="not-the-address"),
        pytest.param(("NOVA FOODS LTD", "GREEN VALLEY", "Store 7"), "NOVA FOODS LTD", id="not-the-place-of-a-company"),
        pytest.param(("NOVA", "Open every day", "Store 7"), "NOVA", id="not-small-letters"),
    ],
)
def test_a_name_may_go_on_in_the_line_below_when_both_stand_close(lines: tuple[str, ...], name: str) -> None:
    cells = [Cell(text, 300.0, 40.0 + 28 * at, 420.0, 64.0 + 28 * at) for at, text in enumerate(lines)]
    payee = find_payee(sheet_of([(cells, 1000.0, 900.0)]), [])
    assert payee is not None
    assert payee.name == name


@pytest.mark.parametrize(
    ("lines", "expected", "doubtful"),
    [
        pytest.param(["Nova", "Mira", "Rice | 9.00"], "Nova", True, id="two-names"),
        pytest.param(["Nova", "Cashier", "DESK 5", "Rice | 9.00"], "Nova", False, id="figures-are-no-name"),
        pytest.param(["Nova", "VERKOOP", "Rijst | 9,00"], "Nova", False, id="words-of-the-till"),
        pytest.param(["Nova", "SUPERMARKET", "Rice | 9.00"], "Nova", False, id="the-trade-alone"),
        pytest.param(["Nova", "SHD4062D", "Fare | 9.00"], "Nova", False, id="a-taxi"),
        pytest.param(["Nova", "Rice | 9.00", "Lumen Foods GmbH"], "Lumen Foods GmbH", False, id="brand-of-a-company"),
        pytest.param(["Nova", "2889MISSIONST", "Rice | 9.00"], "Nova", False, id="a-street-without-its-spaces"),
        pytest.param(
            ["Nova", "12 High Street", "Springfield", "Rice | 9.00"], "Nova", False, id="the-town-of-an-address"
        ),
        pytest.param(
            ["HOTEL NOVA", "Albergo Nova S.r.l.", "Via Roma 9", "Camera | 9.00"],
            "Albergo Nova S.r.l.",
            False,
            id="one-name-with-its-trade-in-two-ways",
        ),
        pytest.param(["Nova Mart 37", "Rice | 9.00"], "Nova Mart 37", True, id="shop-or-street"),
        pytest.param(
            ["24 Nova Market", "5 Elm St", "Rice | 9.00"], "24 Nova Market", False, id="trade-after-the-number"
        ),
        pytest.param(["Nova Mart 37 Ltd", "Rice | 9.00"], "Nova Mart 37 Ltd", False, id="company-with-a-number"),
    ],
)
def test_a_payee_is_doubtful_where_another_line_could_be_the_name(
    lines: list[str], expected: str, doubtful: bool
) -> None:
    priced = [number for number, line in enumerate(lines) if "|" in line]
    payee = find_payee(a_sheet(*lines, tall=2), priced)
    assert payee is not None
    assert (payee.name, payee.doubtful) == (expected, doubtful)


def test_a_way_of_paying_below_the_total_is_not_who_was_paid() -> None:
    sheet = a_sheet(
        "Sbx Ffx",
        "Quittung",
        "Preis | CHF 51.00",
        "Total | CHF 51.00",
        "Zahlungsmittel | TWINT",
        "Ringstrasse 3, 3000 Bern 65, CHE-102.909.703",
    )
    payee = find_payee(sheet, [2, 3], 3)
    assert payee is not None
    assert payee.name == "Sbx Ffx"
