"""German."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "Hallo! Ich bewahre deine Belege auf und sage dir, was du ausgegeben hast.",
    Sentence.MENU: (
        "Was möchtest du tun?\n"
        "*1* – eine Rechnung erfassen: schick mir ein Foto oder ein PDF\n"
        "*2* – nach deinen Rechnungen fragen\n"
        "Schreib *1* oder *2*, oder schick einfach ein Foto. Mit *0* kommst du zu diesem Menü zurück."
    ),
    Sentence.PRIVACY: "Ich speichere die Bilder, die du schickst, und was ich darin lese, nur für dich. Schreib *meine Daten löschen*, um alles zu entfernen.",
    Sentence.SEND_A_PHOTO: "Schick mir ein Foto oder ein PDF der Rechnung (JPEG, PNG, WEBP oder PDF, bis 16 MB).",
    Sentence.ASK_A_QUESTION: "Frag einfach, zum Beispiel: Wie viel habe ich letzten Monat ausgegeben?",
    Sentence.READING: "Angekommen, ich lese es gerade. Das dauert ein paar Sekunden.",
    Sentence.LOOKING_UP: "Ich sehe nach.",
    Sentence.STILL_WORKING: "Ich arbeite noch an deiner letzten Nachricht. Du kannst inzwischen weitere Fotos schicken; *0* zeigt das Menü.",
    Sentence.DID_NOT_UNDERSTAND: "Das habe ich leider nicht verstanden.",
    Sentence.CANCELLED: "Abgebrochen.",
    Sentence.SESSION_EXPIRED: "Das ist eine Weile her, fangen wir von vorne an.",
    Sentence.NO_VOICE: "Sprachnachrichten kann ich noch nicht anhören. Bitte schreib deine Frage oder schick ein Foto der Rechnung.",
    Sentence.NO_STICKER: "Schöner Sticker! Um eine Rechnung zu erfassen, schick bitte ein Foto oder ein PDF davon.",
    Sentence.NO_LOCATION: "Danke, aber mit einem Standort kann ich nichts anfangen. Bitte schick ein Foto einer Rechnung oder schreib eine Frage.",
    Sentence.NO_CONTACT: "Danke, aber mit einem Kontakt kann ich nichts anfangen. Bitte schick ein Foto einer Rechnung oder schreib eine Frage.",
    Sentence.NO_SUCH_FILE_TYPE: "Diese Art von Datei kann ich nicht lesen. Bitte schick ein Foto (JPEG, PNG oder WEBP) oder ein PDF.",
    Sentence.NOT_INVITED: "Diese Nummer steht leider nicht auf der Liste derer, die FinTrak nutzen dürfen. Bitte frag den Betreiber, ob er dich aufnimmt.",
    Sentence.TOO_MANY: "Das ist viel auf einmal. Bitte warte eine Minute und schick dann den Rest.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "Bei mir ist gerade etwas nicht bereit. Bitte versuch es gleich noch einmal.",
    Sentence.SEND_IT_AGAIN: "Das konnte ich nicht annehmen. Bitte schick es noch einmal.",
    Sentence.INVOICE_SAVED: "Gespeichert! Das habe ich gelesen:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "Bitte prüf die Zeilen mit ❓; da bin ich mir nicht sicher.",
    Sentence.SEVERAL_READ: "{saved} von {total} gespeichert:",
    Sentence.FIELD_PAYEE: "Empfänger",
    Sentence.FIELD_DATE: "Datum",
    Sentence.FIELD_TOTAL: "Summe",
    Sentence.FIELD_VAT: "MwSt.",
    Sentence.FIELD_PAYMENT: "Bezahlt mit",
    Sentence.FIELD_NUMBER: "Nummer",
    Sentence.FIELD_NOT_FOUND: "nicht gefunden",
    Sentence.PAID_CASH: "Bargeld",
    Sentence.PAID_CARD: "Karte",
    Sentence.PAID_BANK_TRANSFER: "Überweisung",
    Sentence.PAID_DIRECT_DEBIT: "Lastschrift",
    Sentence.PAID_ONLINE: "Online-Zahlung",
    Sentence.PAID_CHEQUE: "Scheck",
    Sentence.PAID_OTHER: "Sonstiges",
    Sentence.NOT_AN_INVOICE: (
        "In dieser Datei habe ich keine Rechnung und keinen Beleg gefunden und deshalb nichts gespeichert. Angebote, Auftragsbestätigungen,"
        " Mahnungen und Kontoauszüge sind keine. Ist es doch eine Rechnung, schick bitte ein scharfes Foto der ganzen Seite."
    ),
    Sentence.FILE_EMPTY: "Die Datei ist leer. Bitte schick sie noch einmal.",
    Sentence.FILE_TOO_LARGE: "Die Datei ist zu groß. Bitte schick eine mit weniger als {limit}.",
    Sentence.FILE_UNREADABLE: "Diese Datei konnte ich nicht öffnen; sie scheint beschädigt zu sein. Bitte mach ein neues Foto und schick das.",
    Sentence.FILE_TYPE_UNKNOWN: "Diese Art von Datei kann ich nicht lesen. Bitte schick ein Foto (JPEG, PNG oder WEBP) oder ein PDF.",
    Sentence.PDF_ENCRYPTED: "Dieses PDF ist mit einem Passwort geschützt. Bitte schick es ohne Passwort oder als Foto.",
    Sentence.PAGES_LEFT_OUT: "Ich habe die ersten {read} von {total} Seiten gelesen.",
    Sentence.MEDIA_GONE: "WhatsApp hat diese Datei nicht mehr. Bitte schick sie noch einmal.",
    Sentence.LETTERS_UNKNOWN: "Die Schrift auf diesem Foto kann ich nicht lesen: Ich kenne nur lateinische Buchstaben. Bitte schick ein PDF.",
    Sentence.COULD_NOT_READ: "Dieses Dokument konnte ich nicht lesen. Bitte schick ein schärferes Foto.",
    Sentence.READ_BY_RULES: "Das Sprachmodell ist nicht erreichbar, daher habe ich nach Regeln gelesen; bitte prüf es.",
    Sentence.BUDGET_SPENT: (
        "Das Budget dieses Monats für das Sprachmodell ist verbraucht, daher habe ich nach Regeln gearbeitet; bitte prüf es."
    ),
    Sentence.COULD_NOT_ANSWER: "Das konnte ich nicht herausfinden. Bitte frag mit anderen Worten, zum Beispiel: Wie viel habe ich im März ausgegeben?",
    Sentence.OFF_TOPIC: "Ich kann nur Fragen zu den Rechnungen beantworten, die du mir geschickt hast. Frag zum Beispiel: Wie viel habe ich letzten Monat ausgegeben?",
    Sentence.NOT_ALLOWED: "Ich sehe nur in deinen eigenen Rechnungen nach: Ich ändere nichts und sehe die von anderen nicht. Schick ein Foto, um eine Rechnung hinzuzufügen, oder frag zum Beispiel: Wie viel habe ich letzten Monat ausgegeben?",
    Sentence.NOT_RECORDED: "Das steht nicht in deinen Rechnungen. Frag nach Daten, Beträgen, Mehrwertsteuer, Empfängern oder Zahlungsarten, zum Beispiel: Wie viel habe ich letzten Monat ausgegeben?",
    Sentence.QUESTION_NOT_UNDERSTOOD: "Die Frage habe ich nicht verstanden. Versuch zum Beispiel: Wie viel habe ich letzten Monat ausgegeben?",
    Sentence.CONFIRM_DELETION: (
        "Das löscht alle Bilder, die du geschickt hast, alles, was ich darin gelesen habe, und alle deine Fragen. Es lässt sich nicht rückgängig machen.\n"
        "Schreib *ja, löschen*, um es zu tun. Bei jeder anderen Antwort bleiben deine Daten erhalten."
    ),
    Sentence.DELETION_BEGUN: "Erledigt: Deine Daten werden gelöscht und sind in wenigen Minuten weg.",
    Sentence.DELETION_CANCELLED: "In Ordnung, ich behalte deine Daten.",
    Sentence.OPEN_THIS_LINK: "Ich konnte die Datei nicht anhängen. Bis morgen kannst du sie hier öffnen: {link}",
    Sentence.GAVE_UP: "Bei mir ist etwas schiefgegangen, und ich konnte das nicht abschließen. Es ist vermerkt; bitte schick es später noch einmal.",
    Sentence.NOTHING_FOUND: "Dazu habe ich nichts gefunden.",
}
