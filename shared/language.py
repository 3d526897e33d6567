"""In which of our languages a text is written: by its script, else by the short words every sentence needs."""

import re
import unicodedata

from shared.safe_naming import Language

_SCRIPTS = {"HEBREW": Language.HEBREW, "ARABIC": Language.ARABIC, "DEVANAGARI": Language.HINDI}

# Words that a text in one of these languages can hardly do without, and greetings. What several share counts for each.
_WORDS = {
    Language.ENGLISH: """no a the and
        how much did does do i my me what when where which who is are was were have has show
        spent spend spending total last this month year week of for to in on from with without many hello hi hey
        good morning afternoon evening please thanks thank you yes invoice invoices receipt receipts bill bills help
        menu question cancel most biggest largest smallest average give list all""",
    Language.SPANISH: """no a
        el la los las un una y o qué que cuánto cuanto cuánta cuánta cuántos cuantas cuántas cuantos
        cuál cual cuándo dónde donde gasté gaste gastado gasto gastos pasado pasada este esta mes año semana de del en
        con sin por para mi mis me he hola buenas buenos días dias tardes noches gracias sí factura facturas recibo
        recibos ticket tickets ayuda menú pregunta cancelar quiero muéstrame muestra dame lista todos todas mayor
        último última media promedio iva ayer hoy
        fue más mes total enero febrero marzo mayo junio julio septiembre octubre diciembre""",
    Language.FRENCH: """le la les un une et ou où combien quel quelle quels quelles quand dépensé depense dépense
        dépenses ai j'ai je mes mon ma dernier dernière derniers ce cette mois année semaine de du des en dans avec
        sans par pour chez au aux bonjour bonsoir salut coucou merci oui facture factures reçu reçus aide question
        annuler montre montre-moi donne liste tous toutes est était plus hier aujourd'hui""",
    Language.GERMAN: """der die das den dem ein eine einen und oder wie viel wieviel habe hab ich mein meine meinen
        meinem meiner was wann wo welche welcher welches ist war waren letzten letzte letztes letzter diesen diesem
        dieses monat jahr woche von vom im in mit ohne bei für auf hallo guten tag morgen abend moin servus danke
        bitte ja rechnung rechnungen quittung quittungen beleg belege hilfe menü frage abbrechen zeig zeige gib
        ausgegeben ausgaben alle größte gesamt gestern heute insgesamt""",
    Language.PORTUGUESE: """o a os as um uma e ou quanto quanta quantos quantas qual quais quando onde gastei gasto
        gastos gastou passado passada este esta neste nesta mês mes ano semana de do da dos das em no na nos nas com
        sem por para meu minha meus minhas eu olá ola oi bom boa dia tarde noite obrigado obrigada sim fatura faturas
        nota notas recibo recibos ajuda menu pergunta cancelar mostre mostra me dê lista todos todas maior último
        última foi mais ontem hoje total janeiro
        média imposto impostos pix boleto fevereiro março maio junho julho setembro outubro novembro dezembro""",
}
_WEIGHTS: dict[str, dict[Language, float]] = {}
for _language, _text in _WORDS.items():
    for _word in set(_text.split()):
        _WEIGHTS.setdefault(_word, {})[_language] = 1.0
for _shares in _WEIGHTS.values():
    for _language in _shares:
        _shares[_language] = 1 / len(_shares)

_SIGNS = {
    **dict.fromkeys("ñ¿¡", Language.SPANISH),
    **dict.fromkeys("ßäö", Language.GERMAN),
    **dict.fromkeys("ãõ", Language.PORTUGUESE),
    **dict.fromkeys("èêëîïùûœ", Language.FRENCH),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENOUGH = 0.5  # one word that at most two languages share


def detect_language(text: str) -> Language | None:
    """None when the text does not tell: numbers, `ok`, names, a tie."""
    cleaned = unicodedata.normalize("NFC", text).casefold()
    return _by_script(cleaned) or _by_words(cleaned)


def _by_script(text: str) -> Language | None:
    letters = [character for character in text if character.isalpha()]
    for prefix, language in _SCRIPTS.items():
        found = sum(1 for letter in letters if unicodedata.name(letter, "").startswith(prefix))
        if found and found * 2 >= len(letters):
            return language
    return None


def _by_words(text: str) -> Language | None:
    scores = dict.fromkeys(_WORDS, 0.0)
    for word in _WORD.findall(text):
        shares = _WEIGHTS.get(word.replace("’", "'"), {})
        for language, share in shares.items():
            scores[language] += share
    for sign, language in _SIGNS.items():
        scores[language] += 0.5 * (sign in text)
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best < _ENOUGH or best == second:
        return None
    return max(scores, key=lambda language: scores[language])
