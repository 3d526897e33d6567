"""English, the reference: every sentence is here, and its fields are the ones the others must have."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "Hello! I keep your receipts and tell you what you spent.",
    Sentence.MENU: (
        "What would you like to do?\n"
        "*1* – process an invoice: send me a photo or a PDF\n"
        "*2* – ask about your invoices\n"
        "Write *1* or *2*, or simply send a photo. *0* brings this menu back."
    ),
    Sentence.PRIVACY: (
        "I store the pictures you send and what I read in them, for you alone. Write *delete my data* to have it all removed."
    ),
    Sentence.SEND_A_PHOTO: "Send me a photo or a PDF of the invoice (JPEG, PNG, WEBP or PDF, up to 16 MB).",
    Sentence.ASK_A_QUESTION: "Ask away, for example: how much did I spend last month?",
    Sentence.READING: "Got it, I am reading it. This takes a few seconds.",
    Sentence.LOOKING_UP: "Let me look that up.",
    Sentence.STILL_WORKING: "I am still working on your last message. You can send more photos meanwhile; *0* brings the menu.",
    Sentence.DID_NOT_UNDERSTAND: "Sorry, I did not understand that.",
    Sentence.CANCELLED: "Cancelled.",
    Sentence.SESSION_EXPIRED: "It has been a while, so let us start over.",
    Sentence.NO_VOICE: "I cannot listen to voice messages yet. Please write your question, or send a photo of the invoice.",
    Sentence.NO_STICKER: "Nice sticker! To add an invoice, please send a photo or a PDF of it.",
    Sentence.NO_LOCATION: "Thanks, but I cannot use a location. Please send a photo of an invoice or write a question.",
    Sentence.NO_CONTACT: "Thanks, but I cannot use a contact card. Please send a photo of an invoice or write a question.",
    Sentence.NO_SUCH_FILE_TYPE: "I cannot read this kind of file. Please send a photo (JPEG, PNG or WEBP) or a PDF.",
    Sentence.NOT_INVITED: "Sorry, this number is not on the list of people who may use FinTrak. Please ask whoever runs it to add you.",
    Sentence.TOO_MANY: "That is a lot at once. Please wait a minute, then send the rest.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "Something on my side is not ready. Please try again in a moment.",
    Sentence.SEND_IT_AGAIN: "I could not take that in. Please send it again.",
    Sentence.INVOICE_SAVED: "Saved! Here is what I read:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "Please check the lines marked with ❓; I am not sure about them.",
    Sentence.SEVERAL_READ: "Saved {saved} of {total}:",
    Sentence.FIELD_PAYEE: "Payee",
    Sentence.FIELD_DATE: "Date",
    Sentence.FIELD_TOTAL: "Total",
    Sentence.FIELD_VAT: "VAT",
    Sentence.FIELD_PAYMENT: "Paid by",
    Sentence.FIELD_NUMBER: "Number",
    Sentence.FIELD_NOT_FOUND: "not found",
    Sentence.PAID_CASH: "cash",
    Sentence.PAID_CARD: "card",
    Sentence.PAID_BANK_TRANSFER: "bank transfer",
    Sentence.PAID_DIRECT_DEBIT: "direct debit",
    Sentence.PAID_ONLINE: "online payment",
    Sentence.PAID_CHEQUE: "cheque",
    Sentence.PAID_OTHER: "other",
    Sentence.NOT_AN_INVOICE: (
        "I could not find an invoice or a receipt in this file, so I saved nothing. Quotes, order confirmations, payment reminders and"
        " account statements are none. If it is one after all, please send a sharp photo of the whole page."
    ),
    Sentence.FILE_EMPTY: "The file is empty. Please send it again.",
    Sentence.FILE_TOO_LARGE: "The file is too large. Please send one under {limit}.",
    Sentence.FILE_UNREADABLE: "I could not open this file; it seems to be damaged. Please take a new photo and send that.",
    Sentence.FILE_TYPE_UNKNOWN: "I cannot read this kind of file. Please send a photo (JPEG, PNG or WEBP) or a PDF.",
    Sentence.PDF_ENCRYPTED: "This PDF is protected by a password. Please send it without one, or send a photo.",
    Sentence.PAGES_LEFT_OUT: "I read the first {read} of {total} pages.",
    Sentence.MEDIA_GONE: "WhatsApp no longer has this file. Please send it again.",
    Sentence.LETTERS_UNKNOWN: "I cannot read the letters on this photo: I know Latin script only. Please send the invoice as a PDF.",
    Sentence.COULD_NOT_READ: "I could not read this document. Please send a sharper photo of it.",
    Sentence.READ_BY_RULES: "The language model is away, so I read this by rules; please check it.",
    Sentence.BUDGET_SPENT: (
        "This month's budget for the language model is spent, so I worked by rules; please check it."
    ),
    Sentence.COULD_NOT_ANSWER: "I could not work that out. Please ask in other words, for example: how much did I spend in March?",
    Sentence.OFF_TOPIC: "I can only answer questions about the invoices you sent me. Ask for example: how much did I spend last month?",
    Sentence.NOT_ALLOWED: "I only look things up in your own invoices: I change nothing, and I see nobody else's. Send a photo to add an invoice, or ask for example: how much did I spend last month?",
    Sentence.NOT_RECORDED: "Your invoices do not tell me that. Ask about dates, amounts, VAT, payees or payment methods, for example: how much did I spend last month?",
    Sentence.QUESTION_NOT_UNDERSTOOD: "I did not understand the question. Try for example: how much did I spend last month?",
    Sentence.CONFIRM_DELETION: (
        "This deletes every picture you sent, everything I read in them and every question you asked. It cannot be undone.\n"
        "Write *yes, delete* to do it. Anything else keeps your data."
    ),
    Sentence.DELETION_BEGUN: "Done: your data is being deleted and will be gone within minutes.",
    Sentence.DELETION_CANCELLED: "All right, I keep your data.",
    Sentence.OPEN_THIS_LINK: "I could not attach the file. You can open it here until tomorrow: {link}",
    Sentence.GAVE_UP: "Something went wrong on my side and I could not finish this. It has been noted; please send it again later.",
    Sentence.NOTHING_FOUND: "I found nothing for that.",
}
