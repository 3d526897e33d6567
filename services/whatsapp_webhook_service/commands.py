"""What users write to steer the conversation, in every language; read by conversation.py."""

import re
import unicodedata
from enum import StrEnum, auto


class Command(StrEnum):
    INVOICE = auto()
    QUESTION = auto()
    MENU = auto()
    CANCEL = auto()
    GREETING = auto()
    DELETE_DATA = auto()


_PHRASES = {
    Command.INVOICE: """1 | one | option 1 | invoice | an invoice | invoices | receipt | photo | send a photo
        | process invoice | process an invoice | add an invoice | uno | opción 1 | factura | una factura
        | recibo | foto | procesar factura | procesar una factura | enviar una factura | un | option un
        | facture | une facture | reçu | traiter une facture | envoyer une facture | eins | rechnung
        | eine rechnung | beleg | quittung | rechnung erfassen | eine rechnung erfassen | rechnung senden | um
        | opção 1 | fatura | uma fatura | nota fiscal | processar fatura | processar uma fatura
        | enviar uma fatura | אחת | חשבונית | קבלה | תמונה | עיבוד חשבונית | לעבד חשבונית | واحد | فاتورة
        | إيصال | صورة | معالجة فاتورة | معالجة الفاتورة | एक | बिल | रसीद | चालान | फोटो | बिल दर्ज करें
        | बिल दर्ज करना""",
    Command.QUESTION: """2 | two | option 2 | question | a question | ask | ask a question
        | ask about your invoices | ask about my invoices | query | dos | opción 2 | pregunta | una pregunta
        | preguntar | hacer una pregunta | preguntar por tus facturas | preguntar por mis facturas | consulta
        | deux | poser une question | une question | interroger mes factures | interroger vos factures | zwei
        | frage | eine frage | eine frage stellen | nach deinen rechnungen fragen
        | nach meinen rechnungen fragen | dois | opção 2 | pergunta | uma pergunta | fazer uma pergunta
        | perguntar | perguntar sobre as suas faturas | perguntar sobre as minhas faturas | שתיים | שאלה
        | לשאול שאלה | לשאול על החשבוניות שלך | לשאול על החשבוניות שלי | اثنان | سؤال | طرح سؤال
        | السؤال عن فواتيرك | السؤال عن فواتيري | दो | सवाल | प्रश्न | सवाल पूछें
        | अपने बिलों के बारे में पूछें""",
    Command.MENU: """0 | zero | menu | main menu | help | help me | options | back | home | start | restart
        | start over | /start | /help | /menu | menú | ayuda | opciones | volver | inicio | empezar | aide
        | aidez-moi | retour | accueil | recommencer | menü | hilfe | optionen | zurück | hauptmenü | ajuda
        | opções | voltar | início | recomeçar | תפריט | עזרה | חזרה | התחל | قائمة | القائمة | مساعدة | رجوع
        | ابدأ | मेनू | मेन्यू | मदद | सहायता | वापस | शुरू""",
    Command.CANCEL: """cancel | stop it | never mind | nevermind | forget it | abort | quit | exit | cancelar
        | cancela | salir | déjalo | annuler | annule | laisse tomber | quitter | abbrechen | abbruch
        | stornieren | cancele | sair | deixa | ביטול | בטל | בטלי | עזוב | إلغاء | الغاء | ألغ | रद्द
        | रद्द करें | रहने दो""",
    Command.GREETING: """hello | hi | hey | hello there | hi there | good morning | good afternoon
        | good evening | thanks | thank you | ok | okay | great | cool | hola | buenas | buenos días
        | buenos dias | buenas tardes | buenas noches | gracias | vale | bonjour | bonsoir | salut | coucou
        | merci | d'accord | hallo | guten tag | guten morgen | guten abend | moin | servus | grüezi | danke
        | danke schön | oi | olá | ola | bom dia | boa tarde | boa noite | obrigado | obrigada | שלום | היי
        | בוקר טוב | ערב טוב | תודה | مرحبا | أهلا | اهلا | السلام عليكم | صباح الخير | مساء الخير | شكرا
        | नमस्ते | नमस्कार | हैलो | धन्यवाद | शुक्रिया""",
    Command.DELETE_DATA: """delete my data | delete all my data | remove my data | erase my data
        | borrar mis datos | borra mis datos | eliminar mis datos | supprimer mes données
        | supprime mes données | effacer mes données | meine daten löschen | lösche meine daten
        | meine daten loeschen | apagar os meus dados | apagar meus dados | apague os meus dados
        | excluir meus dados | מחק את הנתונים שלי | מחקי את הנתונים שלי | למחוק את הנתונים שלי | احذف بياناتي
        | حذف بياناتي | امسح بياناتي | मेरा डेटा हटाएं | मेरा डेटा हटाएँ | मेरा डेटा हटाओ | मेरा डेटा मिटाएं""",
}
_YES = """yes, delete | yes delete | yes | delete | confirm | sí, borrar | sí borrar | si borrar | sí, eliminar
        | sí | si | oui, supprimer | oui supprimer | oui | ja, löschen | ja löschen | ja | sim, apagar
        | sim apagar | sim | כן, למחוק | כן למחוק | כן | نعم، احذف | نعم احذف | نعم | हाँ, हटाएं | हाँ हटाएं
        | हां हटाएं | हाँ | हां"""
_EDGES = re.compile(r"^[\W_]+|[^\w\u0900-\u097f]+$")
_KEYCAPS = dict.fromkeys([0xFE0F, 0x20E3])


def plain(text: str) -> str:
    """` 1. `, `1️⃣`, `*1*`, `١` and `1)` are all `1`; words lose case, edges and doubled spaces."""
    folded = unicodedata.normalize("NFKC", text.translate(_KEYCAPS)).casefold()
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in folded)
    return " ".join(_EDGES.sub("", digits).replace("،", ",").replace("’", "'").split())


_COMMANDS = {
    plain(phrase): command for command, phrases in _PHRASES.items() for phrase in " ".join(phrases.split()).split("|")
}
_CONFIRMATIONS = {plain(phrase) for phrase in " ".join(_YES.split()).split("|")}


def command_of(text: str) -> Command | None:
    """The command a text is, as a whole; `what did I pay in 1?` is none."""
    return _COMMANDS.get(plain(text))


def confirms_deletion(text: str) -> bool:
    """Only asked when FinTrak has just asked whether to delete."""
    return plain(text) in _CONFIRMATIONS
