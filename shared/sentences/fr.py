"""French."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "Bonjour ! Je garde vos reçus et je vous dis combien vous avez dépensé.",
    Sentence.MENU: (
        "Que souhaitez-vous faire ?\n"
        "*1* – traiter une facture : envoyez-moi une photo ou un PDF\n"
        "*2* – interroger vos factures\n"
        "Écrivez *1* ou *2*, ou envoyez simplement une photo. *0* ramène à ce menu."
    ),
    Sentence.PRIVACY: "Je conserve les images que vous envoyez et ce que j'y lis, pour vous seul. Écrivez *supprimer mes données* pour tout effacer.",
    Sentence.SEND_A_PHOTO: "Envoyez-moi une photo ou un PDF de la facture (JPEG, PNG, WEBP ou PDF, 16 Mo au plus).",
    Sentence.ASK_A_QUESTION: "Posez votre question, par exemple : combien ai-je dépensé le mois dernier ?",
    Sentence.READING: "Bien reçu, je lis le document. Cela prend quelques secondes.",
    Sentence.LOOKING_UP: "Je regarde cela tout de suite.",
    Sentence.STILL_WORKING: "Je travaille encore sur votre dernier message. Vous pouvez envoyer d'autres photos entre-temps ; *0* affiche le menu.",
    Sentence.DID_NOT_UNDERSTAND: "Désolé, je n'ai pas compris.",
    Sentence.CANCELLED: "C'est annulé.",
    Sentence.SESSION_EXPIRED: "Cela fait un moment, reprenons depuis le début.",
    Sentence.NO_VOICE: "Je ne sais pas encore écouter les messages vocaux. Écrivez votre question ou envoyez une photo de la facture.",
    Sentence.NO_STICKER: "Joli autocollant ! Pour ajouter une facture, envoyez-en une photo ou un PDF.",
    Sentence.NO_LOCATION: "Merci, mais je ne peux rien faire d'une position. Envoyez une photo de facture ou écrivez une question.",
    Sentence.NO_CONTACT: "Merci, mais je ne peux rien faire d'une fiche de contact. Envoyez une photo de facture ou écrivez une question.",
    Sentence.NO_SUCH_FILE_TYPE: "Je ne sais pas lire ce type de fichier. Envoyez une photo (JPEG, PNG ou WEBP) ou un PDF.",
    Sentence.NOT_INVITED: "Désolé, ce numéro n'est pas sur la liste des personnes autorisées à utiliser FinTrak. Demandez à son responsable de vous ajouter.",
    Sentence.TOO_MANY: "Cela fait beaucoup d'un coup. Attendez une minute, puis envoyez la suite.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "Quelque chose n'est pas prêt de mon côté. Réessayez dans un instant.",
    Sentence.SEND_IT_AGAIN: "Je n'ai pas pu recevoir cela. Merci de le renvoyer.",
    Sentence.INVOICE_SAVED: "Enregistré ! Voici ce que j'ai lu :\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "Vérifiez les lignes marquées ❓ ; je n'en suis pas sûr.",
    Sentence.SEVERAL_READ: "{saved} documents enregistrés sur {total} :",
    Sentence.FIELD_PAYEE: "Bénéficiaire",
    Sentence.FIELD_DATE: "Date",
    Sentence.FIELD_TOTAL: "Total",
    Sentence.FIELD_VAT: "TVA",
    Sentence.FIELD_PAYMENT: "Payé par",
    Sentence.FIELD_NUMBER: "Numéro",
    Sentence.FIELD_NOT_FOUND: "introuvable",
    Sentence.PAID_CASH: "espèces",
    Sentence.PAID_CARD: "carte",
    Sentence.PAID_BANK_TRANSFER: "virement",
    Sentence.PAID_DIRECT_DEBIT: "prélèvement",
    Sentence.PAID_ONLINE: "paiement en ligne",
    Sentence.PAID_CHEQUE: "chèque",
    Sentence.PAID_OTHER: "autre",
    Sentence.NOT_AN_INVOICE: (
        "Je n'ai trouvé ni facture ni reçu dans ce fichier et n'ai donc rien enregistré. Les devis, confirmations de commande, rappels de"
        " paiement et relevés de compte n'en sont pas. Si c'est bien une facture, envoyez une photo nette de la page entière."
    ),
    Sentence.FILE_EMPTY: "Le fichier est vide. Merci de le renvoyer.",
    Sentence.FILE_TOO_LARGE: "Le fichier est trop gros. Envoyez-en un de moins de {limit}.",
    Sentence.FILE_UNREADABLE: "Je n'ai pas pu ouvrir ce fichier ; il semble endommagé. Prenez une nouvelle photo et envoyez-la.",
    Sentence.FILE_TYPE_UNKNOWN: "Je ne sais pas lire ce type de fichier. Envoyez une photo (JPEG, PNG ou WEBP) ou un PDF.",
    Sentence.PDF_ENCRYPTED: "Ce PDF est protégé par un mot de passe. Envoyez-le sans protection, ou envoyez une photo.",
    Sentence.PAGES_LEFT_OUT: "J'ai lu les {read} premières pages sur {total}.",
    Sentence.MEDIA_GONE: "WhatsApp n'a plus ce fichier. Merci de le renvoyer.",
    Sentence.LETTERS_UNKNOWN: "Je ne peux pas lire l'écriture de cette photo : je ne connais que l'alphabet latin. Envoyez la facture en PDF.",
    Sentence.COULD_NOT_READ: "Je n'ai pas pu lire ce document. Envoyez une photo plus nette.",
    Sentence.READ_BY_RULES: (
        "Le modèle de langue est indisponible, j'ai donc lu ceci avec des règles ; vérifiez, s'il vous plaît."
    ),
    Sentence.BUDGET_SPENT: (
        "Le budget du mois pour le modèle de langue est épuisé, j'ai donc travaillé avec des règles ; vérifiez, s'il vous plaît."
    ),
    Sentence.COULD_NOT_ANSWER: "Je n'ai pas trouvé la réponse. Posez la question autrement, par exemple : combien ai-je dépensé en mars ?",
    Sentence.OFF_TOPIC: "Je ne réponds qu'aux questions sur les factures que vous m'avez envoyées. Demandez par exemple : combien ai-je dépensé le mois dernier ?",
    Sentence.NOT_ALLOWED: "Je consulte seulement vos propres factures : je ne change rien et ne vois pas celles des autres. Envoyez une photo pour ajouter une facture, ou demandez par exemple : combien ai-je dépensé le mois dernier ?",
    Sentence.NOT_RECORDED: "Vos factures ne me le disent pas. Demandez des dates, des montants, la TVA, des bénéficiaires ou des moyens de paiement, par exemple : combien ai-je dépensé le mois dernier ?",
    Sentence.QUESTION_NOT_UNDERSTOOD: "Je n'ai pas compris la question. Essayez par exemple : combien ai-je dépensé le mois dernier ?",
    Sentence.CONFIRM_DELETION: (
        "Ceci efface toutes les images que vous avez envoyées, tout ce que j'y ai lu et toutes vos questions. C'est irréversible.\n"
        "Écrivez *oui, supprimer* pour le faire. Toute autre réponse conserve vos données."
    ),
    Sentence.DELETION_BEGUN: "C'est fait : vos données sont en cours de suppression et auront disparu dans quelques minutes.",
    Sentence.DELETION_CANCELLED: "Très bien, je garde vos données.",
    Sentence.OPEN_THIS_LINK: "Je n'ai pas pu joindre le fichier. Vous pouvez l'ouvrir ici jusqu'à demain : {link}",
    Sentence.GAVE_UP: "Un problème de mon côté m'a empêché de terminer. Il est signalé ; merci de renvoyer votre message plus tard.",
    Sentence.NOTHING_FOUND: "Je n'ai rien trouvé.",
}
