"""Hebrew."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "שלום! אני שומר את הקבלות שלך ומספר לך כמה הוצאת.",
    Sentence.MENU: (
        "מה תרצו לעשות?\n"
        "*1* – עיבוד חשבונית: שלחו לי תמונה או קובץ PDF\n"
        "*2* – לשאול על החשבוניות שלך\n"
        "כתבו *1* או *2*, או פשוט שלחו תמונה. *0* מחזיר לתפריט הזה."
    ),
    Sentence.PRIVACY: "אני שומר את התמונות שנשלחות ואת מה שקראתי בהן, עבורך בלבד. כדי למחוק הכול, כתבו *למחוק את הנתונים שלי*.",
    Sentence.SEND_A_PHOTO: "שלחו לי תמונה או PDF של החשבונית (JPEG, PNG, WEBP או PDF, עד 16 MB).",
    Sentence.ASK_A_QUESTION: "אפשר לשאול, לדוגמה: כמה הוצאתי בחודש שעבר?",
    Sentence.READING: "קיבלתי, אני קורא את המסמך. זה ייקח כמה שניות.",
    Sentence.LOOKING_UP: "אני בודק.",
    Sentence.STILL_WORKING: "אני עדיין מטפל בהודעה הקודמת. אפשר לשלוח בינתיים עוד תמונות; *0* מציג את התפריט.",
    Sentence.DID_NOT_UNDERSTAND: "סליחה, לא הבנתי.",
    Sentence.CANCELLED: "בוטל.",
    Sentence.SESSION_EXPIRED: "עבר זמן מה, אז נתחיל מחדש.",
    Sentence.NO_VOICE: "אני עדיין לא יודע להאזין להודעות קוליות. כתבו את השאלה או שלחו תמונה של החשבונית.",
    Sentence.NO_STICKER: "מדבקה יפה! כדי להוסיף חשבונית, שלחו תמונה או PDF שלה.",
    Sentence.NO_LOCATION: "תודה, אבל אין לי שימוש במיקום. שלחו תמונה של חשבונית או כתבו שאלה.",
    Sentence.NO_CONTACT: "תודה, אבל אין לי שימוש בכרטיס איש קשר. שלחו תמונה של חשבונית או כתבו שאלה.",
    Sentence.NO_SUCH_FILE_TYPE: "אני לא יכול לקרוא קובץ מסוג זה. שלחו תמונה (JPEG, PNG או WEBP) או PDF.",
    Sentence.NOT_INVITED: "מצטער, המספר הזה אינו ברשימת המורשים להשתמש ב-FinTrak. בקשו ממי שמפעיל אותו להוסיף אתכם.",
    Sentence.TOO_MANY: "זה הרבה בבת אחת. המתינו דקה ואז שלחו את השאר.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "משהו אצלי עדיין לא מוכן. נסו שוב בעוד רגע.",
    Sentence.SEND_IT_AGAIN: "לא הצלחתי לקלוט את זה. שלחו שוב, בבקשה.",
    Sentence.INVOICE_SAVED: "נשמר! זה מה שקראתי:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "בדקו את השורות המסומנות ב-❓; אני לא בטוח בהן.",
    Sentence.SEVERAL_READ: "נשמרו {saved} מתוך {total}:",
    Sentence.FIELD_PAYEE: "שם העסק",
    Sentence.FIELD_DATE: "תאריך",
    Sentence.FIELD_TOTAL: 'סה"כ',
    Sentence.FIELD_VAT: 'מע"מ',
    Sentence.FIELD_PAYMENT: "אמצעי תשלום",
    Sentence.FIELD_NUMBER: "מספר",
    Sentence.FIELD_NOT_FOUND: "לא נמצא",
    Sentence.PAID_CASH: "מזומן",
    Sentence.PAID_CARD: "כרטיס",
    Sentence.PAID_BANK_TRANSFER: "העברה בנקאית",
    Sentence.PAID_DIRECT_DEBIT: "הוראת קבע",
    Sentence.PAID_ONLINE: "תשלום מקוון",
    Sentence.PAID_CHEQUE: "המחאה",
    Sentence.PAID_OTHER: "אחר",
    Sentence.NOT_AN_INVOICE: (
        "לא מצאתי בקובץ הזה חשבונית או קבלה, ולכן לא שמרתי דבר. הצעות מחיר, אישורי הזמנה, תזכורות תשלום ודפי חשבון אינם חשבוניות."
        " אם זו בכל זאת חשבונית, שלחו תמונה חדה של העמוד כולו."
    ),
    Sentence.FILE_EMPTY: "הקובץ ריק. שלחו אותו שוב, בבקשה.",
    Sentence.FILE_TOO_LARGE: "הקובץ גדול מדי. שלחו קובץ קטן מ-{limit}.",
    Sentence.FILE_UNREADABLE: "לא הצלחתי לפתוח את הקובץ; נראה שהוא פגום. צלמו תמונה חדשה ושלחו אותה.",
    Sentence.FILE_TYPE_UNKNOWN: "אני לא יכול לקרוא קובץ מסוג זה. שלחו תמונה (JPEG, PNG או WEBP) או PDF.",
    Sentence.PDF_ENCRYPTED: "קובץ ה-PDF מוגן בסיסמה. שלחו אותו בלי סיסמה, או שלחו תמונה.",
    Sentence.PAGES_LEFT_OUT: "קראתי את {read} העמודים הראשונים מתוך {total}.",
    Sentence.MEDIA_GONE: "הקובץ כבר לא נמצא ב-WhatsApp. שלחו אותו שוב, בבקשה.",
    Sentence.LETTERS_UNKNOWN: "איני יכול לקרוא את האותיות בתמונה: אני מכיר רק אותיות לטיניות. שלחו את החשבונית כקובץ PDF.",
    Sentence.COULD_NOT_READ: "לא הצלחתי לקרוא את המסמך. שלחו תמונה חדה יותר.",
    Sentence.READ_BY_RULES: "מודל השפה אינו זמין, ולכן קראתי לפי כללים; כדאי לבדוק.",
    Sentence.BUDGET_SPENT: "התקציב החודשי למודל השפה נוצל, ולכן עבדתי לפי כללים; כדאי לבדוק.",
    Sentence.COULD_NOT_ANSWER: "לא הצלחתי לברר את זה. נסו לשאול במילים אחרות, לדוגמה: כמה הוצאתי במרץ?",
    Sentence.OFF_TOPIC: "אני יכול לענות רק על שאלות לגבי החשבוניות ששלחת לי. נסו לשאול לדוגמה: כמה הוצאתי בחודש שעבר?",
    Sentence.NOT_ALLOWED: "אני רק מחפש בחשבוניות שלך: אני לא משנה דבר ולא רואה חשבוניות של אחרים. שלחו תמונה כדי להוסיף חשבונית, או שאלו לדוגמה: כמה הוצאתי בחודש שעבר?",
    Sentence.NOT_RECORDED: 'החשבוניות שלך לא מספרות לי את זה. שאלו על תאריכים, סכומים, מע"מ, שמות עסקים או אמצעי תשלום, לדוגמה: כמה הוצאתי בחודש שעבר?',
    Sentence.QUESTION_NOT_UNDERSTOOD: "לא הבנתי את השאלה. נסו לדוגמה: כמה הוצאתי בחודש שעבר?",
    Sentence.CONFIRM_DELETION: (
        "פעולה זו מוחקת את כל התמונות ששלחת, את כל מה שקראתי בהן ואת כל השאלות ששאלת. אי אפשר לבטל אותה.\n"
        "כדי לבצע, כתבו *כן, למחוק*. כל תשובה אחרת משאירה את הנתונים."
    ),
    Sentence.DELETION_BEGUN: "בוצע: הנתונים שלך נמחקים וייעלמו בתוך דקות.",
    Sentence.DELETION_CANCELLED: "בסדר, הנתונים שלך נשארים.",
    Sentence.OPEN_THIS_LINK: "לא הצלחתי לצרף את הקובץ. אפשר לפתוח אותו כאן עד מחר: {link}",
    Sentence.GAVE_UP: "משהו השתבש אצלי ולא הצלחתי לסיים. התקלה נרשמה; שלחו שוב מאוחר יותר, בבקשה.",
    Sentence.NOTHING_FOUND: "לא מצאתי דבר.",
}
