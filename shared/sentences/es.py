"""Spanish."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "¡Hola! Guardo tus recibos y te digo cuánto has gastado.",
    Sentence.MENU: (
        "¿Qué quieres hacer?\n"
        "*1* – procesar una factura: envíame una foto o un PDF\n"
        "*2* – preguntar por tus facturas\n"
        "Escribe *1* o *2*, o envía directamente una foto. Con *0* vuelves a este menú."
    ),
    Sentence.PRIVACY: "Guardo las imágenes que envías y lo que leo en ellas, solo para ti. Escribe *borrar mis datos* para eliminarlo todo.",
    Sentence.SEND_A_PHOTO: "Envíame una foto o un PDF de la factura (JPEG, PNG, WEBP o PDF, hasta 16 MB).",
    Sentence.ASK_A_QUESTION: "Pregunta lo que quieras, por ejemplo: ¿cuánto gasté el mes pasado?",
    Sentence.READING: "Recibido, lo estoy leyendo. Tardaré unos segundos.",
    Sentence.LOOKING_UP: "Lo busco ahora mismo.",
    Sentence.STILL_WORKING: "Sigo con tu mensaje anterior. Mientras tanto puedes enviar más fotos; con *0* aparece el menú.",
    Sentence.DID_NOT_UNDERSTAND: "Perdona, no te he entendido.",
    Sentence.CANCELLED: "Cancelado.",
    Sentence.SESSION_EXPIRED: "Ha pasado un tiempo, así que empecemos de nuevo.",
    Sentence.NO_VOICE: "Todavía no puedo escuchar mensajes de voz. Escribe tu pregunta o envía una foto de la factura.",
    Sentence.NO_STICKER: "¡Bonito sticker! Para añadir una factura, envíame una foto o un PDF.",
    Sentence.NO_LOCATION: "Gracias, pero no puedo usar una ubicación. Envía una foto de una factura o escribe una pregunta.",
    Sentence.NO_CONTACT: "Gracias, pero no puedo usar un contacto. Envía una foto de una factura o escribe una pregunta.",
    Sentence.NO_SUCH_FILE_TYPE: "No puedo leer este tipo de archivo. Envía una foto (JPEG, PNG o WEBP) o un PDF.",
    Sentence.NOT_INVITED: "Lo siento, este número no está en la lista de quienes pueden usar FinTrak. Pide a quien lo gestiona que te añada.",
    Sentence.TOO_MANY: "Son muchos mensajes a la vez. Espera un minuto y envía el resto.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "Algo de mi parte no está listo. Inténtalo de nuevo en un momento.",
    Sentence.SEND_IT_AGAIN: "No he podido recibirlo. Envíalo otra vez, por favor.",
    Sentence.INVOICE_SAVED: "¡Guardado! Esto es lo que he leído:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "Revisa las líneas marcadas con ❓; no estoy seguro de ellas.",
    Sentence.SEVERAL_READ: "Guardados {saved} de {total}:",
    Sentence.FIELD_PAYEE: "Emisor",
    Sentence.FIELD_DATE: "Fecha",
    Sentence.FIELD_TOTAL: "Total",
    Sentence.FIELD_VAT: "IVA",
    Sentence.FIELD_PAYMENT: "Pagado con",
    Sentence.FIELD_NUMBER: "Número",
    Sentence.FIELD_NOT_FOUND: "no encontrado",
    Sentence.PAID_CASH: "efectivo",
    Sentence.PAID_CARD: "tarjeta",
    Sentence.PAID_BANK_TRANSFER: "transferencia",
    Sentence.PAID_DIRECT_DEBIT: "domiciliación",
    Sentence.PAID_ONLINE: "pago en línea",
    Sentence.PAID_CHEQUE: "cheque",
    Sentence.PAID_OTHER: "otro",
    Sentence.NOT_AN_INVOICE: (
        "No he encontrado ninguna factura ni recibo en este archivo, así que no he guardado nada. Presupuestos, confirmaciones de pedido,"
        " recordatorios de pago y extractos no lo son. Si aun así es una factura, envía una foto nítida de toda la página."
    ),
    Sentence.FILE_EMPTY: "El archivo está vacío. Envíalo otra vez, por favor.",
    Sentence.FILE_TOO_LARGE: "El archivo es demasiado grande. Envía uno de menos de {limit}.",
    Sentence.FILE_UNREADABLE: "No he podido abrir este archivo; parece dañado. Haz una foto nueva y envíala.",
    Sentence.FILE_TYPE_UNKNOWN: "No puedo leer este tipo de archivo. Envía una foto (JPEG, PNG o WEBP) o un PDF.",
    Sentence.PDF_ENCRYPTED: "Este PDF está protegido con contraseña. Envíalo sin ella o manda una foto.",
    Sentence.PAGES_LEFT_OUT: "He leído las primeras {read} de {total} páginas.",
    Sentence.MEDIA_GONE: "WhatsApp ya no tiene este archivo. Envíalo otra vez, por favor.",
    Sentence.LETTERS_UNKNOWN: "No puedo leer las letras de esta foto: solo conozco el alfabeto latino. Envía la factura en PDF.",
    Sentence.COULD_NOT_READ: "No he podido leer este documento. Envía una foto más nítida.",
    Sentence.READ_BY_RULES: (
        "El modelo de lenguaje no está disponible y lo he leído con reglas; compruébalo, por favor."
    ),
    Sentence.BUDGET_SPENT: (
        "El presupuesto de este mes para el modelo de lenguaje se ha agotado y he trabajado con reglas; compruébalo, por favor."
    ),
    Sentence.COULD_NOT_ANSWER: "No he conseguido averiguarlo. Pregunta con otras palabras, por ejemplo: ¿cuánto gasté en marzo?",
    Sentence.OFF_TOPIC: "Solo puedo responder preguntas sobre las facturas que me has enviado. Pregunta por ejemplo: ¿cuánto gasté el mes pasado?",
    Sentence.NOT_ALLOWED: "Solo consulto tus propias facturas: no cambio nada ni veo las de otros. Envía una foto para añadir una factura, o pregunta por ejemplo: ¿cuánto gasté el mes pasado?",
    Sentence.NOT_RECORDED: "Tus facturas no me dicen eso. Pregunta por fechas, importes, IVA, emisores o formas de pago, por ejemplo: ¿cuánto gasté el mes pasado?",
    Sentence.QUESTION_NOT_UNDERSTOOD: "No he entendido la pregunta. Prueba por ejemplo: ¿cuánto gasté el mes pasado?",
    Sentence.CONFIRM_DELETION: (
        "Esto borra todas las imágenes que enviaste, todo lo que leí en ellas y todas tus preguntas. No se puede deshacer.\n"
        "Escribe *sí, borrar* para hacerlo. Con cualquier otra respuesta conservo tus datos."
    ),
    Sentence.DELETION_BEGUN: "Hecho: tus datos se están borrando y en unos minutos no quedará nada.",
    Sentence.DELETION_CANCELLED: "De acuerdo, conservo tus datos.",
    Sentence.OPEN_THIS_LINK: "No he podido adjuntar el archivo. Puedes abrirlo aquí hasta mañana: {link}",
    Sentence.GAVE_UP: "Algo ha fallado de mi parte y no he podido terminar. Ha quedado anotado; envíalo de nuevo más tarde, por favor.",
    Sentence.NOTHING_FOUND: "No he encontrado nada.",
}
