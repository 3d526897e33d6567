"""Arabic."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "مرحبًا! أحتفظ بإيصالاتك وأخبرك كم أنفقت.",
    Sentence.MENU: (
        "ماذا تريد أن تفعل؟\n"
        "*1* – معالجة فاتورة: أرسل لي صورة أو ملف PDF\n"
        "*2* – السؤال عن فواتيرك\n"
        "اكتب *1* أو *2*، أو أرسل صورة مباشرة. يعيدك *0* إلى هذه القائمة."
    ),
    Sentence.PRIVACY: "أحفظ الصور التي ترسلها وما أقرؤه فيها، لك وحدك. اكتب *حذف بياناتي* لإزالتها كلها.",
    Sentence.SEND_A_PHOTO: "أرسل لي صورة الفاتورة أو ملف PDF لها (JPEG أو PNG أو WEBP أو PDF، حتى 16 MB).",
    Sentence.ASK_A_QUESTION: "اسأل ما تشاء، مثلًا: كم أنفقت الشهر الماضي؟",
    Sentence.READING: "وصلت، أقرؤها الآن. يستغرق ذلك بضع ثوانٍ.",
    Sentence.LOOKING_UP: "سأبحث عن ذلك.",
    Sentence.STILL_WORKING: "ما زلت أعمل على رسالتك السابقة. يمكنك إرسال صور أخرى في هذه الأثناء؛ يعرض *0* القائمة.",
    Sentence.DID_NOT_UNDERSTAND: "عذرًا، لم أفهم ذلك.",
    Sentence.CANCELLED: "تم الإلغاء.",
    Sentence.SESSION_EXPIRED: "مضى بعض الوقت، فلنبدأ من جديد.",
    Sentence.NO_VOICE: "لا أستطيع سماع الرسائل الصوتية بعد. اكتب سؤالك أو أرسل صورة الفاتورة.",
    Sentence.NO_STICKER: "ملصق جميل! لإضافة فاتورة، أرسل صورتها أو ملف PDF لها.",
    Sentence.NO_LOCATION: "شكرًا، لكنني لا أستطيع استخدام الموقع. أرسل صورة فاتورة أو اكتب سؤالًا.",
    Sentence.NO_CONTACT: "شكرًا، لكنني لا أستطيع استخدام بطاقة جهة اتصال. أرسل صورة فاتورة أو اكتب سؤالًا.",
    Sentence.NO_SUCH_FILE_TYPE: "لا أستطيع قراءة هذا النوع من الملفات. أرسل صورة (JPEG أو PNG أو WEBP) أو ملف PDF.",
    Sentence.NOT_INVITED: "عذرًا، هذا الرقم ليس في قائمة من يمكنهم استخدام FinTrak. اطلب ممن يديره إضافتك.",
    Sentence.TOO_MANY: "هذا كثير دفعة واحدة. انتظر دقيقة ثم أرسل الباقي.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "هناك ما ليس جاهزًا لديّ. حاول مرة أخرى بعد لحظات.",
    Sentence.SEND_IT_AGAIN: "لم أتمكن من استلام ذلك. أرسله مرة أخرى من فضلك.",
    Sentence.INVOICE_SAVED: "تم الحفظ! هذا ما قرأته:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "تحقق من السطور المعلَّمة بـ ❓؛ لست متأكدًا منها.",
    Sentence.SEVERAL_READ: "تم حفظ {saved} من {total}:",
    Sentence.FIELD_PAYEE: "الجهة",
    Sentence.FIELD_DATE: "التاريخ",
    Sentence.FIELD_TOTAL: "الإجمالي",
    Sentence.FIELD_VAT: "ضريبة القيمة المضافة",
    Sentence.FIELD_PAYMENT: "طريقة الدفع",
    Sentence.FIELD_NUMBER: "الرقم",
    Sentence.FIELD_NOT_FOUND: "غير موجود",
    Sentence.PAID_CASH: "نقدًا",
    Sentence.PAID_CARD: "بطاقة",
    Sentence.PAID_BANK_TRANSFER: "تحويل مصرفي",
    Sentence.PAID_DIRECT_DEBIT: "خصم مباشر",
    Sentence.PAID_ONLINE: "دفع عبر الإنترنت",
    Sentence.PAID_CHEQUE: "شيك",
    Sentence.PAID_OTHER: "أخرى",
    Sentence.NOT_AN_INVOICE: (
        "لم أجد فاتورة أو إيصالًا في هذا الملف، لذلك لم أحفظ شيئًا. عروض الأسعار وتأكيدات الطلبات وتذكيرات الدفع وكشوف الحساب ليست فواتير."
        " إن كانت فاتورة فعلًا، فأرسل صورة واضحة للصفحة كاملة."
    ),
    Sentence.FILE_EMPTY: "الملف فارغ. أرسله مرة أخرى من فضلك.",
    Sentence.FILE_TOO_LARGE: "الملف كبير جدًا. أرسل ملفًا أصغر من {limit}.",
    Sentence.FILE_UNREADABLE: "لم أتمكن من فتح هذا الملف؛ يبدو أنه تالف. التقط صورة جديدة وأرسلها.",
    Sentence.FILE_TYPE_UNKNOWN: "لا أستطيع قراءة هذا النوع من الملفات. أرسل صورة (JPEG أو PNG أو WEBP) أو ملف PDF.",
    Sentence.PDF_ENCRYPTED: "ملف PDF هذا محمي بكلمة مرور. أرسله دون كلمة مرور، أو أرسل صورة.",
    Sentence.PAGES_LEFT_OUT: "قرأت أول {read} من أصل {total} صفحات.",
    Sentence.MEDIA_GONE: "لم يعد هذا الملف لدى WhatsApp. أرسله مرة أخرى من فضلك.",
    Sentence.LETTERS_UNKNOWN: "لا أستطيع قراءة الحروف في هذه الصورة: لا أعرف إلا الحروف اللاتينية. أرسل الفاتورة بصيغة PDF.",
    Sentence.COULD_NOT_READ: "لم أتمكن من قراءة هذا المستند. أرسل صورة أوضح.",
    Sentence.READ_BY_RULES: "نموذج اللغة غير متاح، فقرأت هذا وفق قواعد؛ يرجى التحقق.",
    Sentence.BUDGET_SPENT: "نفدت ميزانية هذا الشهر لنموذج اللغة، فعملت وفق قواعد؛ يرجى التحقق.",
    Sentence.COULD_NOT_ANSWER: "لم أتمكن من معرفة ذلك. اسأل بكلمات أخرى، مثلًا: كم أنفقت في مارس؟",
    Sentence.OFF_TOPIC: "لا أجيب إلا عن أسئلة تخص الفواتير التي أرسلتها إليّ. اسأل مثلًا: كم أنفقت الشهر الماضي؟",
    Sentence.NOT_ALLOWED: "أبحث في فواتيرك أنت فقط: لا أغيّر شيئًا ولا أرى فواتير غيرك. أرسل صورة لإضافة فاتورة، أو اسأل مثلًا: كم أنفقت الشهر الماضي؟",
    Sentence.NOT_RECORDED: "فواتيرك لا تخبرني بذلك. اسأل عن التواريخ أو المبالغ أو الضريبة أو الجهات أو طرق الدفع، مثلًا: كم أنفقت الشهر الماضي؟",
    Sentence.QUESTION_NOT_UNDERSTOOD: "لم أفهم السؤال. جرّب مثلًا: كم أنفقت الشهر الماضي؟",
    Sentence.CONFIRM_DELETION: (
        "سيحذف هذا كل صورة أرسلتها وكل ما قرأته فيها وكل سؤال طرحته. لا يمكن التراجع عنه.\n"
        "اكتب *نعم، احذف* لتنفيذ ذلك. أي رد آخر يُبقي بياناتك."
    ),
    Sentence.DELETION_BEGUN: "تم: يجري حذف بياناتك وستختفي خلال دقائق.",
    Sentence.DELETION_CANCELLED: "حسنًا، سأحتفظ ببياناتك.",
    Sentence.OPEN_THIS_LINK: "لم أتمكن من إرفاق الملف. يمكنك فتحه هنا حتى الغد: {link}",
    Sentence.GAVE_UP: "حدث خطأ لديّ ولم أتمكن من إنهاء ذلك. لقد سُجّل الخطأ؛ أرسل رسالتك مرة أخرى لاحقًا من فضلك.",
    Sentence.NOTHING_FOUND: "لم أجد شيئًا.",
}
