"""The words printed beside the figures of an invoice, in the languages FinTrak reads without a model server."""

from shared.local_engine.reading.wording.phrases import Phrases

GRAND_TOTAL = Phrases("""
samaksai eur, summa apmaksai, kopa apmaksai, moketina suma, moketi, is viso moketi, kokku tasuda, tasuda, tasumisele kuulub, maksettava yhteensa, loppusumma, total de plata, total plata, za platiti, ukupno za platiti, za placilo, spolu k uhrade, celkova castka, odenecek, a betale nok, totalbelop, sum a betale, tong cong, tong thanh toan, thanh toan, jumlah perlu dibayar, jumlah bayaran, total a pagar eur, importe total eur, gesamtbetrag eur, endsumme eur,
due payable, payable, grand total, total due, amount due, total amount due, balance due, amount payable, total payable, total amount payable, net payable, final total,
total to pay, to be paid, amount to pay, invoice total, invoice amount, total amount, total invoice, net total after tax, please pay, total paid, amount paid, total incl, total including,
total inclusive, total sales incl, total sales inclusive, total with tax, total with gst, total after rounding, total rounded, rounded total, nett total, total charge,
rechnungsbetrag, rechnungssumme, gesamtbetrag, gesamtsumme, endbetrag, endsumme, zu zahlen, zu zahlender betrag, zahlbetrag, bruttobetrag,
gesamt brutto, summe brutto, brutto gesamt, bruttosumme, zahlungsbetrag, falliger betrag, faelliger betrag, gesamtpreis brutto, gesamt inkl, bar total,
montant ttc, total ttc, net a payer, montant a payer, total a payer, montant total ttc, reste a payer, montant du, somme due, solde a payer,
valor pago, importe pagado, montant paye, montant regle, betrag bezahlt, bedrag betaald, total a pagar, importe total, total factura, importe a pagar, total con iva, valor total, valor a pagar, total geral, total da fatura, montante total, total liquido,
totale fattura, totale da pagare, importo totale, totale complessivo, totale euro, totale documento, importo pagato, importo da pagare,
totaal te betalen, te betalen, totaalbedrag, factuurbedrag, totaal incl, totaal inclusief, eindtotaal, te voldoen, factuur totaal,
att betala, summa att betala, totalt att betala, i alt, at betale, a betale, do zaplaty, razem do zaplaty, suma pln, kwota do zaplaty, celkem k uhrade, k uhrade,
fizetendo, vegosszeg, total bayar, total belanja, jumlah besar, toplam tutar, genel toplam, odenecek tutar, yhteensa, maksettava,
סהכ לתשלום, סך הכל לתשלום, לתשלום, סהכ כולל מעמ, סך הכל, סהכ
""")

TOTAL = Phrases("""
totalt, totalsumma, totalbelopp, totalbelop, belopp, belop, samtals, totali, svega, kopa, viso, is viso, kokku, summa kokku, yhteensa eur, total lei, ukupno eur, sveukupno, skupno, suma spolu, tutar, ara toplam, sum nok, cong,
total, totals, due, tot, tl, totai, summe, gesamt, insgesamt, gesammt, betrag eur, betrag, montant, totale, importe, importo, totaal, bedrag, suma, summa, sum, ttl,
jumlah, razem, celkem, osszesen, toplam, sammanlagt, amount, balance, ttc, brutto, a payer, somme, eur total, a pagar, ukupno, skupaj, spolu
""")

SUBTOTAL = Phrases("""
starpsumma, vahesumma, valisumma, medsoucet, medzisucet, medusestevek, meduzbroj, tam tinh,
subtotal, sub total, sub ttl, subtot, sub tot, subtotai, zwischensumme, zw summe, zwsumme, sous total, soustotal, subtotale, subtotaal, subtotaI, delsumma,
merchandise total, goods total, items total, total before, before tax, amount before, total excl, total excluding, total exclusive, excluding gst, exclude gst, excl gst, ex gst, food total,
taxable amount, taxable, item total, zwischentotal, subtotaal excl btw, valor dos produtos, total produtos, total dos produtos, delsum, mellansumma, suma czesciowa, mezisoucet, reszosszeg, ara toplam, subtotal belanja, dpp, net sales, sum of items, warenwert, medziszucet, importe bruto, food, beverage
""")

NET = Phrases("""
op gravada, op gravadas, opgravada, total gravado, total gravada, gravadas, bez pvn, summa bez pvn, be pvm, suma be pvm, km ta, ilma kma, veroton, netto suma, fara tva, valoare fara tva, bez pdv, osnovica, osnova, brez ddv, bez dane, matrah, ekskl mva, truoc thue,
net amount, net total, total net, nettobetrag, netto, summe netto, nettosumme, gesamt netto, montant ht, total ht, ht, total hors taxe, hors taxes, base imponible, base imposable,
base, imponibile, totale imponibile, maatstaf, excl btw, totaal excl, exclusief btw, sin iva, sem iva, valor liquido, zonder btw, ohne mwst, nettowert, moms netto, netto gesamt,
total exkl mwst, exkl mwst, exkl moms, summa exkl moms, ekskl moms, i alt ekskl moms, eks moms, uden moms, utan moms, importe neto, valor neto, total neto, neto, incidencia, total sem iva, total iliquido, wartosc netto, razem netto, wert netto, kwota netto, zaklad dane, totale netto, netto imponibile, importe sin iva, bez dph, netto osszesen, grondslag, over btw, total hors tva, total htva, montant net ht, ללא מעמ, לפני מעמ
""")

TAX = Phrases(
    """
vsk, pvn, pvn summa, pvm, pvm suma, km, kaibemaks, alv, afa, ddv, pdv iznos, kdv tutari, toplam kdv, topkdv, mva, herav mva, tva suma, dph castka, thue, thue gtgt, cukai, cukai jualan, cukai perkhidmatan, icms, iss, igv, itbis,
tax, sales tax, state tax, vat, gst, hst, pst, qst, sst, mwst, must, m w st, mehrwertsteuer, mehrwertst, ust, umsatzsteuer, u st, tva, t v a, iva, i v a, igic, btw, moms, dph, pdv, kdv, ptu, cgst, sgst, igst, ppn, pb1,
varav moms, heraf moms, di cui iva, dont tva, davon mwst, enthaltene mwst, w tym vat, w tym ptu, waarvan btw, tax1, tax2, tx, taxe, taxes, imposta, imposto, impuesto, mwst betrag, steuer, steuerbetrag, total tax, total vat, total gst, total tva, total iva, taux, service tax, ttax, taxa, salestax, gst amt, vat amount, tax amount, omzetbelasting,
מעמ, מע מ
""",
    not_before="invoices?|receipts?",
)

ALL_TAX = Phrases("""
total tax, tax total, total taxes, total gst, total vat, total tva, total iva, totale iva, total igv, total mwst, summe mwst, mwst gesamt, gesamt mwst, totaal btw, btw totaal, suma ptu, podatek ptu, moms totalt, total taxe,
di cui iva, dont tva, davon mwst, enthaltene mwst, waarvan btw, varav moms, heraf moms, w tym ptu, w tym vat
""")
"""All taxes together, whatever parts stand beside."""

TAX_HEADER = Phrases("""
tax amount, tax amt, tax, vat amount, vat, gst, gst amt, gst amount, mwst, mwst betrag, ust betrag, must, ust, steuer, steuerbetrag, btw bedrag, btw, tva, montant tva, iva, importe iva, cuota iva, cuota, imposta, valor iva, moms, vat amt, tax rm, tax myr, umsatzsteuer
""")

TAX_NUMBER = Phrases("""
tax id, tax no, tax number, vat no, vat id, vat reg, vat number, gst id, gst no, gst reg, gst number, ust id, ustid, ustidnr, ust idnr, steuernummer, steuer nr, st nr, tva intra, btw nummer, btw nr, p iva, partita iva, tax code, tax invoice, numero tva
""")

NOT_TAX = Phrases(
    "total sales, net, base, subtotal, sub total, grundlage, basis, bemessungsgrundlage, taxable, grondslag, imponibile, umsatz"
)

INCLUDING = Phrases("""
incl, including, inclusive, included, inc, inkl, inclusief, ttc, toutes taxes, iva incluido, con iva, iva inclusa, com iva, mit mwst, brutto, w tax, with tax, after tax, after gst, inc gst, incl gst, כולל
""")

EXCLUDING = Phrases("""
excl, excluding, exclusive, exclude, before, without, ohne, exclusief, hors, sans, sin, sem, senza, netto, net, ht, less, לפני, ללא
""")

TIP = Phrases("tip, tips, gratuity, pourboire, propina, trinkgeld, mancia, fooi, dricks, gorjeta, drikkepenger")

CHANGE = Phrases("""
atlikums, graza, tagasi, vaihtoraha, takaisin, rest de plata, povrat, vracilo, vratka, vraceno, iade, vekslepenger, tilbake, tra lai, tien thua, baki tunai, vydavek,
change, chng, change due, change amt, changes, change given, cash change, your change, ruckgeld, rueckgeld, rockgeld, wechselgeld, zuruck, rendu, a rendre, rendu monnaie, monnaie, cambio, vuelto, su cambio, troco, resto, wisselgeld, terug, vaxel, byttepenge, kembali, kembalian, uang kembali,
reszta, visszajaro, para ustu, baki, bal, עודף, returned, to return
""")

TENDERED = Phrases("""
skaidra nauda, sanemts, grynieji, gauta, sularaha, kateinen, numerar, gotovina, placeno, nakit alinan, kontanter, tien mat, khach dua, bayaran tunai, hotovost czk, hotove, v hotovosti,
cash, tendered, tender, cash tendered, amount tendered, tend, cash paid, paid, received, cash received, payment, pay, paid amount, bar, gegeben, gegeben bar, bargeld, bar gegeben, barzahlung, erhalten, especes, recu, efectivo, entregado, recibido, pago, dinheiro, entregue, contanti,
contante, contant, ontvangen, kontant, tunai, bayar, cash idr, dibayar, gotowka, hotovost, keszpenz, nakit, מזומן, pembayaran, betaald, voldaan
""")

SETTLED = Phrases(
    "paid, bezahlt, dankend erhalten, betrag erhalten, paye, payee, regle, acquitte, quittance, recu de, pagado, cobrado, pagato, saldato, betaald, voldaan, pago, liquidado, betalt, betald, zaplacono, received from, received with thanks, cb, thank you, thanks, vielen dank, danke fur, merci de, merci pour, merci et, gracias, grazie, bedankt, obrigado, tack for, tak for, takk for, kiitos, dziekujemy, terima kasih"
)
"""Words of papers on which money has changed hands, with or without a figure beside them."""

CARD = Phrases("""
targeta, greidslukort, debetkort, kreditkort, bankomat, bankomatkarte, eftpos, nets, bankas karte, maksajumu karte, bezkontakta karte, kortele, banko kortele, mokejimo kortele, kaart, pangakaart, kortti, pankkikortti, maksukortti, card bancar, kartica, bancna kartica, platobna karta, platebni karta, banka karti, bankkort, bankaxept, the tin dung,
visa, mastercard, master card, master, amex, american express, maestro, vpay, v pay, debit, debit card, credit card, credit, card, ec karte, ec cash, eccash, ec, girocard, girokarte, kartenzahlung, kreditkarte, karte, carte, carte bancaire, cb, tarjeta, carta, cartao, cartao de credito, multibanco,
bancontact, pin, pinnen, kort, karta, bancomat, visa debit, discover, diners, jcb, contactless, kontaktlos, sans contact, pos, interac, chip, elv, kredi karti, kartya, visacard, mcard, bankcard, אשראי, כרטיס אשראי, כרטיס
""")

OLD_BALANCE = Phrases("""
previous balance, previous unpaid balance, unpaid balance, balance forward, brought forward, opening balance, old balance, past due, alter saldo, vorheriger saldo, solde precedent, ancien solde, saldo anterior, saldo precedente, vorig saldo, arrears
""")

ROUNDING = Phrases(
    "rounding, round adj, rounding adj, round, rounding adjustment, adj, adjustment, rundung, rundungsdifferenz, arrondi, redondeo, arrotondamento, afronding, oresavrundning, pembulatan"
)

NOT_TOTAL = Phrases(
    """
gratuito, gratuita, gratuitas, exonerada, exoneradas, exonerado, inafecta, inafectas, exento, exentas, discount, disc, saving, savings, you saved, saved, total savings, coupon, rabatt, nachlass, ersparnis, remise, descuento, desconto, sconto, korting, rabat, hanacha,
suggested tip, service charge, servicecharge, svc, svc chg, deposit, pfand, leergut, points, punkte, point, treuepunkte, items, item count, total items, total item, qty, total qty, total quantity, quantity, quantities, menge, anzahl, artikel, posten, stuck, pcs, unit price, price, unit cost, rate, preis, einzelpreis, prix, prix unitaire, precio, prezzo, prijs, stkpreis, weight, gewicht, tel, phone, fax,
kg, hours, guests, guest, table, tisch, card no, account, acct, invoice no, receipt no, auth, approval, aid, ref, trace, terminal, tid, mid, order no, points earned, cash back, cashback, gift card balance, card balance, remaining, versandkosten, versand, shipping, freight, delivery, frais de port, skonto, mahngebuhr, umsatz von, auf den umsatz, limit, tare, mtd, ytd, capital, capital social, stammkapital, minimum, min, per, every, above, over, off, was, rrp, msrp, donation, supplies, zero rated, standard rated
""",
    including=(OLD_BALANCE, ROUNDING, TIP),
)

DUE_DATE = Phrases("""
apmaksas termins, apmaketi iki, moketi iki, maksetahtaeg, erapaiva, data scadentei, scadenta, rok placila, dospijece, datum dospijeca, son odeme tarihi, odeme tarihi, han thanh toan, tarikh akhir,
next invoice, next invoice date, next bill, next payment, nachste rechnung, prochaine facture, proxima factura, prossima fattura, volgende factuur, due date, due, payment due, due on, payment deadline, te betalen voor, betalen voor, betalingsfrist, forfaldsdato, forfaldsdag, forfallodag, forfallsdato, forfallodatum, betales senest, sista betalningsdag, pagar antes de, fecha limite, limite de pago, termin zaplaty, jatuh tempo, tanggal jatuh tempo, zu zahlen bis, zahlbar innert, datum splatnosti, vade tarihi, fizetesi hatarido, data limite de pagamento, da pagare entro, uiterste betaaldatum, betaaldatum, echeance le, pay by, payable by, fallig, faellig, falligkeit, faelligkeit, falligkeitsdatum, zahlbar bis, zahlungsziel, zahlbar, bis zum, echeance, date echeance, date limite, a payer avant, vencimiento, fecha de vencimiento, vencimento, data vencimento, scadenza, data scadenza,
vervaldatum, vervaldag, uiterlijk, forfall, termin, termin platnosci, splatnost, expiry, expires, exp, valid until, valid thru, valid, gultig bis, gueltig, expiration, return by, returns, exchange, exchanges, thru, refunds, effective, since, skonto bis, abgebucht, abbuchung, preleve, preleve le, sera preleve, prelevement le, fecha de cargo, addebito, addebitato, debited, we will take this by direct debit, take this by direct debit, לתשלום עד
""")

OTHER_DATE = Phrases("""
hinfahrt, ruckfahrt, reisedatum, reisetag, abfahrt, ankunft, travel date, date of travel, outbound, inbound, return trip, flight, flug, vol, vuelo, volo, vlucht, date de voyage, fecha de viaje, data di viaggio, reisdatum, resdatum, rejsedato, avresa, utresa, data podrozy, gultig ab, valid from, gultig am, delivery, delivery date, delivered, supplied on, date of supply, supply date, besteldatum, leveringsdatum, data da encomenda, encomenda, pedido, fecha de pedido, data ordine, ordine, data consegna, data sprzedazy, data zamowienia, data dostawy, orderdatum, leveransdatum, leveringsdato, ordredato, bestillingsdato, auftrag, auftrag vom, auftragsdatum, bestellung vom, bon de commande, date de la commande, duzp, teljesites, tanggal pesan, lieferdatum, leistungsdatum, lieferung, liefertermin, leistungszeitraum, livraison, date de livraison, entrega, fecha de entrega, consegna, leverdatum, order date, ordered, bestelldatum, bestellung, date de commande, commande, period, zeitraum, periode, from, to, vom, bis, du, au, abrechnungszeitraum, billing period, service period, birth, dob, geburtsdatum, geboren, arrival, departure, arrive, depart, check in, check out, checkin, checkout, anreise, abreise, start, end, ship date, shipped, printed on, member since, membership, best before, mhd, ordre, since, promotion, sale ends, survey, within, until, usage charges, licence, behandlungsdatum, behandlung, rezept, purchase order
""")

ISSUE_DATE = Phrases("""
buchungsdatum, gebucht am, booking date, booked on, purchase date, date of purchase, date paid, paid on, date d'achat, date de reservation, fecha de compra, data di acquisto, data da compra, boekingsdatum, aankoopdatum, bokningsdatum, kopdatum, kobsdato, data zakupu, datums, laiks, izrakstisanas datums, israsymo data, saskaitos data, kuupaev, arve kuupaev, paivays, laskun paivays, data facturii, datum racuna, datum izdaje, datum vystavenia, fatura tarihi, duzenleme tarihi, ngay, tarikh invois,
invoice date, date of invoice, fakturadato, faktura dato, fakturadag, kvittodatum, data emissione, data emissao, emissao, emissione, dt emissao, date d achat, waktu, data wydruku, expedicion, fecha expedicion, fecha de expedicion, document date, doc date, inv date, bill date, txn date, sale date, date of sale, receipt date, issue date, issued, date issued, date of issue, rechnungsdatum, belegdatum, ausstellungsdatum, datum, date, dated, date facture, date de facture, date de la facture, date de facturation, date emission, date d emission, fecha, fecha de factura, fecha factura, fecha de emision, data, data fattura, data documento, data da fatura, data de emissao, factuurdatum, notadatum, fakturadatum, faktureringsdatum, data wystawienia, datum vystaveni, tarih, tanggal, tgl, tarikh, kelt, paivamaara, dato, trans date, transaction date, tax date, tax point, תאריך, תאריך חשבונית, kaufdatum, uhrzeit
""")

INVOICE = Phrases("""
cupom fiscal, nfc e, nf e, danfe, documento commerciale, paragon fiskalny, uproszczona faktura, faktura uproszczona, ticket de compra, recibo de pago, fatura recibo, fatura simplificada, quittung fur, kvittens,
rekins, ceks, kvits, saskaita, saskaita faktura, kvitas, arve, kviitung, factura fiscala, bon fiscal, racun, faktura danovy doklad, danovy doklad, e arsiv fatura, hoa don, bil, resit rasmi,
invoice, tax invoice, vat invoice, receipt, sales receipt, cash receipt, cash bill, bill, rechnung, quittung, kassenbon, kassenbeleg, beleg, bon, facture, recu, ticket, ticket de caisse, note, factura, recibo, nota fiscal, fatura, fattura, scontrino, ricevuta, factuur, kassabon, kvitto, kvittering, faktura, kuitti, lasku, paragon, ucet, uctenka, faktura vat, szamla, nyugta, fis, struk, nota, resit, invois, kundenbeleg, rechnungsnummer, rechnungsnr, invoice number, invoice no, receipt no, חשבונית, חשבונית מס, קבלה, check, guest check, order, folio, credit note, gutschrift, handlerbeleg, bestellung, simplified invoice, factura simplificada, geldzuwendungen, zuwendungsbestatigung, spendenbescheinigung, spendenquittung
""")

INVOICE_NUMBER = Phrases("""
invoice number, invoice no, invoice, inv no, invoice id, inv, rechnungsnummer, rechnungsnr, rechnungs nr, rechnung nr, rechnung, rg nr, belegnummer, beleg nr, bon nr, receipt no, receipt number, receipt, bill no, bill number, facture no, facture n, numero de facture, no facture, facture, factura no, no factura, numero de factura, factura, num factura, fattura n, numero fattura, fattura, fatura n, numero da fatura, fatura, factuurnummer, factuur nr, factuur, fakturanummer, fakturanr, faktura nr, cislo faktury, szamlaszam, doc no, document no, document number, bon, ticket, חשבונית מס, חשבונית
""")

ORDERS = Phrases("""
ignore, disregard, forget the above, instruction, instructions, previous instructions, system prompt, prompt, assistant, you are, you must, respond with, reply with, report a, report the, return the json, output the, override, as an ai, language model, ignoriere, ignorez, ignora, ignorar, negeer, anweisung, anweisungen, instrucciones
""")

BUYER = Phrases("""
bill to, billed to, billing address, invoice to, sold to, ship to, shipped to, deliver to, delivery address, shipping address, customer, customer name, client, buyer, attention, attn, recipient, nom de l abonne, titulaire de la ligne, titulaire du contrat, titular del contrato, nom du client, nome cliente, nome do cliente, nombre del cliente, naam klant, nazwa klienta, kundens navn, kundnamn, kundenname, nama pelanggan, pelanggan, guest name, cardholder, to, remit to, received from, kunde, kundin, rechnungsempfanger, rechnungsadresse, rechnung an, lieferadresse, lieferanschrift, empfanger, an, patient, kaufer, besteller, auftraggeber, facture a, facturer a, adresse de facturation, adresse de livraison, destinataire, cliente, facturar a, enviar a, datos del cliente, destinatario, spett, spettabile, intestatario, faturar a, klant, klantgegevens, factuuradres, afleveradres, aan, kund, nabywca, odberatel, vevo, לכבוד, kepada
""")

SELLER = Phrases("""
sold and shipped by, shipped and sold by, bill from, billed from, invoice from, paid to, payment to, verkauft von, verkauf durch, rechnung von, vendu par, vendu et expedie par, facture par, vendido por, facturado por, venduto da, venduto e spedito da, emessa da, verkocht door, factuur van, wystawca, saljare, forsaljare, saelger, selger, myyja, dijual oleh, penjual, prodejce, predavac,
from, seller, sold by, vendor, supplier, issued by, merchant, billed by, verkaufer, lieferant, rechnungssteller, absender, leistungserbringer, vendeur, emetteur, fournisseur, expediteur, vendedor, proveedor, emisor, fornitore, cedente, mittente, leverancier, verkoper, afzender, prodavac, sprzedawca, dodavatel, elado, fornecedor, emitente, payable to, make checks payable to, pay to, מאת
""")

LEGAL_FORM = Phrases(
    """
sia, uab, ou, a/s, as, d o o, d d, kd, ky, tmi, hf, ehf, srl, sc, pvt ltd, private limited, pt persero, ug haftungsbeschrankt, gesmbh, ges m b h, e v, eg, inh, inhaber, inhaberin,
gmbh, gmbh & co, kg, ohg, ag, ug, e k, ek, gbr, ev, se, sdn bhd, sdn, bhd, s/b, ltd, limited, llc, inc, corp, corporation, plc, llp, co, company, pty, pte, pvt, sa, s a, sas, sarl, eurl, sasu, snc, sl, slu, sociedad limitada, spa, s p a, s r l, sapa, bv, b v, nv, n v, vof, bvba, ab, aps, oy, oyj, sp z oo, z oo, sp z 00, z 00, spzoo, sro, kft, zrt, lda, ltda, eireli, me, epp, doo, pt, tbk, cv, trading, enterprise, enterprises, & sons, & co, group, holding, בעמ, בע מ, mbh, co kg
""",
    endings="sdn ?bhd|gmb ?h|limited|trading|s b",
)

TRADE = Phrases("""
restaurant, restoran, restaurante, ristorante, resto, cafe, coffee, kaffee, bistro, pizzeria, trattoria, bakery, backerei, baeckerei, boulangerie, panaderia, bar, pub, grill, kitchen, diner, tavern, taverna, sushi, bbq, brasserie,
hotel, inn, hostel, motel, supercenter, supercentre, hypermarket, hypermarkt, hypermarche, hipermercado, ipermercato, supermercato, sklep, supermarket, supermarkt, supermercado, supermarche, market, markt, mart, minimarket, grocery, store, stores, shop, shoppe, boutique, pharmacy, pharma, apotheke, pharmacie, farmacia, apotek, drogerie, hardware, stationery, books, bookstore,
gasthaus, gasthof, albergo, auberge, osteria, konditorei, patisserie, pasticceria, gelateria, panetteria, metzgerei, macelleria, boucherie, ferreteria, librairie, libreria, buchhandlung, cafeteria,
station, tankstelle, garage, autohaus, motors, clinic, klinik, dental, salon, studio, laundry, electronics, electric, trading, services, service, solutions, consulting, industries, international, university, museum, theatre, cinema, taxi, airlines, parking, parkhaus, parcheggio, estacionamento, estacionamiento, aparcamiento, carwash, car wash, telecom, energy, baumarkt, mode, moda, furniture, mobel, foods, food, catering
""")

ADDRESS = Phrases("""
pol ind, poligono industrial, gewerbegebiet, gewerbepark, industriegebiet, industriepark, zone industrielle, zone artisanale, zona industriale, centro comercial, lieu dit, bedrijventerrein, boul, ul, ulica, al, aleja, os, jl, ruko, rukan, komplek, strada, bulevardul, utca, ulice, namesti, trg, bd, passage, impasse, allee, largo, estrada, rodovia, alameda, vicolo, ronda, carretera, poligono, cesta, sok, cad, mah, cad no, bulvari, iela, gatve, tee, puiestee, mall, court, terrace, crescent, square, close, grove, parade, gardens, industrial estate, business park,
street, st, road, rd, avenue, ave, blvd, boulevard, lane, drive, suite, floor, flr, jalan, jln, lorong, taman, lot, no, plot, strasse, str, platz, weg, gasse, ring, rue, chemin, place, quai, calle, avda, avenida, plaza, paseo, rua, travessa, praca, via, viale, piazza, corso, straat, laan, plein, kade, gatan, vagen, postfach, po box, p o box, box, cedex, kuala lumpur, selangor, johor, bandar, highway, hwy, pkwy, parkway, unit, level, blok, block, postcode, zip, near, opp, رحוב, רחוב, שדרות, apt
""")

NOT_A_NAME = Phrases("""
store manager, store mgr, manager, mgr, your server, your waiter, you were helped, helped by, served by, you were served, es bediente, bedient durch, gratuity, rewards, loyalty, clubcard, club card, loyalty card, bonuskaart, treuekarte, carte fidelite, carte de fidelite, tarjeta cliente, carta fedelta, statement, zahlungsmittel, zahlungsart, payment method, mode de paiement, mode de reglement, forma de pago, metodo di pagamento, betaalwijze, auftragsnummer, return policy, returns policy, refund policy, policy, politique de retour, umtausch, devoluciones, now hiring, independently owned, owned and operated, operated by, proudly serving, low prices, tell us, we deliver, party of,
merchant id, merchant no, auth code, approval code, trace no, batch no, formerly, formerly known as, licensee of, vormals, anciennement, kopia dla klienta, kopia dla sprzedawcy, copy pelanggan, customers copy, cardholder copy, kopie kaarthouder, kundens exemplar, copia cliente, copia comercio, copie client, copie commercant, exemplaire client,
kopia, kopie, copia, kopi, copie, kundens ex, kundenbeleg, handlerbeleg, ticket client, via cliente, exemplaire, exemplar, duplicata, cardholder, kaarthouder, willkommen, bienvenue, bienvenidos, benvenuti, welkom, witamy, valkommen, velkommen, tervetuloa, bem vindo, selamat datang, dziekujemy, tack, tak for, kiitos, takk, terima kasih, obrigada, dekujeme, koszonjuk,
welcome, thank, thanks, danke, vielen dank, merci, gracias, obrigado, grazie, dank u, bedankt, please, bitte, page, seite, copy, original, duplicate, customer copy, merchant copy, date, datum, time, uhrzeit, tel, telefon, telephone, phone, fax, mobile, email, e mail, www, http, https, open, hours, opening hours, offnungszeiten, horario, horarios, horaires, orario, orari, openingstijden, oppettider, apningstider, abningstider, godziny otwarcia, shopping hours, cashier, kassierer, kasse, table, tisch, server, waiter, bediener, guest, guests, order, reg no, registration, gst id, gst no, gst reg, vat no, ust id, ustidnr, ust idnr, steuernummer, steuer nr, st nr, siret, siren, rcs, tva intra, nif, cif, cnpj, p iva, partita iva, kvk, btw nr, co reg, company reg, roc no, abn, total, subtotal, description, qty, item, items, amount, price, unit, menge, artikel, einzelpreis, betrag, beschreibung, eur, usd, filiale, terminal, cash sale, cash sales, cash bill, goods sold, not returnable, customer, customers, staff, counter, clerk, manager, managed by, owned by, owner, self checkout, visit, follow, facebook, survey, feedback, scan, website, verkoop, verkauf, vente, venta, vendita, prijs, prix, preis, pris, prezzo, precio, cena, oppettider, apningstider, abningstider, openingstijden, horario, horarios, horaires, orari, orario, boleta, boleta electronica, numero del pedido, comprobante, entry method, card entry, card type, trans type, transaction type, to go, togo, for here, eat in, take out, takeout, carry out, pick up, drive thru, drive through, walk in, guest check, fiskalny, niefiskalny, rozliczenie platnosci, justificatif, justificatif de paiement, justificante, buy online, iban, bic, bank, account, konto, kundennummer, customer no, kunden nr, bill to, ship to, stylesheet, dine in, take away, takeaway, delivery, reprint, void, training, tax, gst, vat, mwst, document, doc no, sale, sales, member, logo, your logo, due date, terms, reference, ref, subject, your order, save money, live better, good morning
""")

ACQUIRER = Phrases("""
sumup, sum up, worldline, worldpay, ingenico, verifone, nexi, adyen, zettle, izettle, elavon, payone, concardis, telecash, first data, fiserv, global payments, barclaycard, redsys, servired, sibs, ccv, six payment services, six payments, nets, bambora, viva wallet, mypos, cielo, getnet, pagseguro, mercado pago, postfinance, equens, evo payments, paytec, axepta, satispay, twint, paypal, bizum, swish, mobilepay, vipps, apple pay, google pay, amazon pay, alipay, tpe, stripe, dojo, takepayments, eservice, edc bca, edc mandiri
""")
