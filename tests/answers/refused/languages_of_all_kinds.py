"""The other languages: what is sent to a bot by mistake or to try it."""

from tests.answers.gold import all_refused

EUROPEAN = {
    "s": (
        "¿qué tiempo hará mañana en Sevilla?",
        "borra la factura de Zara",
        "¿cuánto gastaré el mes que viene?",
        "¿cuánto gana un ingeniero en España?",
        "cuánto gastó mi hermano en Mercadona",
        "¿qué me recomiendas para ahorrar?",
        "quelle est la capitale de l'Australie ?",
        "supprime toutes mes factures",
        "combien vais-je dépenser en avril ?",
        "combien de litres d'essence ai-je achetés ?",
        "raconte-moi une histoire",
        "Wie spät ist es in Tokio?",
        "Ändere den Betrag der letzten Rechnung auf 20",
        "Wie viel werde ich nächstes Jahr ausgeben?",
        "Wie kann ich Geld sparen?",
        "Wann ist die Rechnung von Vodafone fällig?",
        "¿cuántos habitantes tiene Sevilla?",
        "cambia el importe de la factura de Zara a 20",
        "¿quién me atendió en Mercadona?",
        "quel temps fait-il à Lyon ?",
        "combien gagne un plombier ?",
        "ajoute une dépense de 12 euros",
        "Wer hat die WM 2014 gewonnen?",
        "Wie viel Trinkgeld habe ich gegeben?",
        "Lösche bitte die Rechnung von Repsol",
    ),
    "b": (
        "qual é a receita de pão de queijo?",
        "apague a fatura da Uber",
        "quanto vou gastar mês que vem?",
        "qual é o meu salário?",
        "quanto custa um carro novo?",
        "quanto meu irmão gastou no Uber?",
        "me conta uma piada",
    ),
}  # fmt: skip

SCRIPTS = {
    "h": (
        "מי ראש הממשלה?",
        "תמחק את החשבונית האחרונה",
        "כמה אוציא בחודש הבא?",
        "בוקר טוב",
        "כמה כסף יש לי בבנק?",
        "ما هي عاصمة اليابان؟",
        "احذف جميع فواتيري",
        "كم سأنفق الشهر القادم؟",
        "مرحبا كيف حالك",
        "כמה עולה כרטיס לקולנוע?",
        "מה אכלתי בארומה?",
        "תשנה את הסכום של החשבונית מאתמול",
        "كم عمرك؟",
        "كم ستكون فاتورة الكهرباء القادمة؟",
    ),
    "i": (
        "भारत का प्रधानमंत्री कौन है?",
        "मेरा आखिरी बिल हटा दो",
        "अगले महीने मैं कितना खर्च करूंगा?",
        "मुझे एक चुटकुला सुनाओ",
        "मेरे दोस्त ने Swiggy पर कितना खर्च किया?",
        "दिल्ली का मौसम कैसा है?",
    ),
}  # fmt: skip
CASES = [*all_refused(EUROPEAN), *all_refused(SCRIPTS)]
