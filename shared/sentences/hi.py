"""Hindi."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "नमस्ते! मैं आपकी रसीदें सँभालता हूँ और बताता हूँ कि आपने कितना खर्च किया।",
    Sentence.MENU: (
        "आप क्या करना चाहेंगे?\n"
        "*1* – बिल दर्ज करें: मुझे फ़ोटो या PDF भेजें\n"
        "*2* – अपने बिलों के बारे में पूछें\n"
        "*1* या *2* लिखें, या सीधे फ़ोटो भेज दें। *0* से यह मेनू फिर आ जाएगा।"
    ),
    Sentence.PRIVACY: "आप जो तस्वीरें भेजते हैं और उनमें जो मैं पढ़ता हूँ, उसे मैं सिर्फ़ आपके लिए रखता हूँ। सब कुछ हटाने के लिए *मेरा डेटा हटाएं* लिखें।",
    Sentence.SEND_A_PHOTO: "मुझे बिल की फ़ोटो या PDF भेजें (JPEG, PNG, WEBP या PDF, 16 MB तक)।",
    Sentence.ASK_A_QUESTION: "पूछिए, जैसे: मैंने पिछले महीने कितना खर्च किया?",
    Sentence.READING: "मिल गया, मैं पढ़ रहा हूँ। कुछ सेकंड लगेंगे।",
    Sentence.LOOKING_UP: "अभी देखता हूँ।",
    Sentence.STILL_WORKING: "मैं अब भी आपके पिछले संदेश पर काम कर रहा हूँ। तब तक आप और फ़ोटो भेज सकते हैं; *0* से मेनू आएगा।",
    Sentence.DID_NOT_UNDERSTAND: "माफ़ कीजिए, मैं समझा नहीं।",
    Sentence.CANCELLED: "रद्द कर दिया।",
    Sentence.SESSION_EXPIRED: "काफ़ी समय हो गया, इसलिए फिर से शुरू करते हैं।",
    Sentence.NO_VOICE: "मैं अभी वॉइस संदेश नहीं सुन सकता। कृपया अपना सवाल लिखें या बिल की फ़ोटो भेजें।",
    Sentence.NO_STICKER: "बढ़िया स्टिकर! बिल जोड़ने के लिए कृपया उसकी फ़ोटो या PDF भेजें।",
    Sentence.NO_LOCATION: "धन्यवाद, पर लोकेशन मेरे काम की नहीं है। कृपया बिल की फ़ोटो भेजें या सवाल लिखें।",
    Sentence.NO_CONTACT: "धन्यवाद, पर संपर्क कार्ड मेरे काम का नहीं है। कृपया बिल की फ़ोटो भेजें या सवाल लिखें।",
    Sentence.NO_SUCH_FILE_TYPE: "मैं इस तरह की फ़ाइल नहीं पढ़ सकता। कृपया फ़ोटो (JPEG, PNG या WEBP) या PDF भेजें।",
    Sentence.NOT_INVITED: "माफ़ कीजिए, यह नंबर FinTrak इस्तेमाल करने वालों की सूची में नहीं है। कृपया इसे चलाने वाले से आपको जोड़ने के लिए कहें।",
    Sentence.TOO_MANY: "एक साथ बहुत सारे संदेश आ गए। कृपया एक मिनट रुकें, फिर बाकी भेजें।",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "मेरी तरफ़ कुछ अभी तैयार नहीं है। कृपया थोड़ी देर में फिर कोशिश करें।",
    Sentence.SEND_IT_AGAIN: "मैं यह ले नहीं पाया। कृपया फिर से भेजें।",
    Sentence.INVOICE_SAVED: "सहेज लिया! मैंने यह पढ़ा:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "कृपया ❓ वाली पंक्तियाँ जाँच लें; मुझे उन पर पूरा भरोसा नहीं है।",
    Sentence.SEVERAL_READ: "{total} में से {saved} सहेजे गए:",
    Sentence.FIELD_PAYEE: "विक्रेता",
    Sentence.FIELD_DATE: "तारीख",
    Sentence.FIELD_TOTAL: "कुल",
    Sentence.FIELD_VAT: "टैक्स (VAT)",
    Sentence.FIELD_PAYMENT: "भुगतान",
    Sentence.FIELD_NUMBER: "नंबर",
    Sentence.FIELD_NOT_FOUND: "नहीं मिला",
    Sentence.PAID_CASH: "नकद",
    Sentence.PAID_CARD: "कार्ड",
    Sentence.PAID_BANK_TRANSFER: "बैंक ट्रांसफ़र",
    Sentence.PAID_DIRECT_DEBIT: "डायरेक्ट डेबिट",
    Sentence.PAID_ONLINE: "ऑनलाइन भुगतान",
    Sentence.PAID_CHEQUE: "चेक",
    Sentence.PAID_OTHER: "अन्य",
    Sentence.NOT_AN_INVOICE: (
        "मुझे इस फ़ाइल में कोई बिल या रसीद नहीं मिली, इसलिए मैंने कुछ सहेजा नहीं। कोटेशन, ऑर्डर की पुष्टि, भुगतान के रिमाइंडर और"
        " खाते के विवरण बिल नहीं हैं। अगर यह सचमुच बिल है, तो कृपया पूरे पन्ने की साफ़ फ़ोटो भेजें।"
    ),
    Sentence.FILE_EMPTY: "फ़ाइल खाली है। कृपया फिर से भेजें।",
    Sentence.FILE_TOO_LARGE: "फ़ाइल बहुत बड़ी है। कृपया {limit} से छोटी फ़ाइल भेजें।",
    Sentence.FILE_UNREADABLE: "मैं यह फ़ाइल खोल नहीं पाया; लगता है यह ख़राब है। कृपया नई फ़ोटो लेकर भेजें।",
    Sentence.FILE_TYPE_UNKNOWN: "मैं इस तरह की फ़ाइल नहीं पढ़ सकता। कृपया फ़ोटो (JPEG, PNG या WEBP) या PDF भेजें।",
    Sentence.PDF_ENCRYPTED: "इस PDF पर पासवर्ड लगा है। कृपया इसे बिना पासवर्ड के भेजें, या फ़ोटो भेजें।",
    Sentence.PAGES_LEFT_OUT: "मैंने {total} में से पहले {read} पन्ने पढ़े।",
    Sentence.MEDIA_GONE: "यह फ़ाइल अब WhatsApp के पास नहीं है। कृपया फिर से भेजें।",
    Sentence.LETTERS_UNKNOWN: "मैं इस फ़ोटो के अक्षर नहीं पढ़ सकता: मुझे केवल लैटिन लिपि आती है। कृपया इनवॉइस PDF में भेजें।",
    Sentence.COULD_NOT_READ: "मैं यह दस्तावेज़ पढ़ नहीं पाया। कृपया ज़्यादा साफ़ फ़ोटो भेजें।",
    Sentence.READ_BY_RULES: "भाषा मॉडल उपलब्ध नहीं है, इसलिए मैंने इसे नियमों से पढ़ा; कृपया जाँच लें।",
    Sentence.BUDGET_SPENT: ("इस महीने का भाषा मॉडल का बजट ख़त्म हो गया है, इसलिए मैंने नियमों से काम किया; कृपया जाँच लें।"),
    Sentence.COULD_NOT_ANSWER: "मैं यह पता नहीं कर पाया। कृपया दूसरे शब्दों में पूछें, जैसे: मैंने मार्च में कितना खर्च किया?",
    Sentence.OFF_TOPIC: "मैं सिर्फ़ उन बिलों के बारे में जवाब दे सकता हूँ जो आपने मुझे भेजे हैं।",
    Sentence.NOT_ALLOWED: "मैं आपके अपने बिलों में देख सकता हूँ, पर यह नहीं कर सकता।",
    Sentence.NOT_RECORDED: "आपके बिलों से यह पता नहीं चलता। मुझे तारीखें, रकम, VAT, विक्रेता और भुगतान के तरीके पता हैं।",
    Sentence.QUESTION_NOT_UNDERSTOOD: "मैं सवाल समझा नहीं। जैसे यह पूछकर देखें: मैंने पिछले महीने कितना खर्च किया?",
    Sentence.CONFIRM_DELETION: (
        "इससे आपकी भेजी हर तस्वीर, उनमें पढ़ी गई हर बात और आपका हर सवाल हट जाएगा। इसे वापस नहीं लाया जा सकता।\n"
        "ऐसा करने के लिए *हाँ, हटाएं* लिखें। कोई और जवाब देने पर आपका डेटा रहेगा।"
    ),
    Sentence.DELETION_BEGUN: "हो गया: आपका डेटा हटाया जा रहा है और कुछ ही मिनटों में मिट जाएगा।",
    Sentence.DELETION_CANCELLED: "ठीक है, आपका डेटा रहेगा।",
    Sentence.OPEN_THIS_LINK: "मैं फ़ाइल जोड़ नहीं पाया। आप इसे कल तक यहाँ खोल सकते हैं: {link}",
    Sentence.GAVE_UP: "मेरी तरफ़ कुछ गड़बड़ हो गई और मैं यह पूरा नहीं कर पाया। यह दर्ज हो गया है; कृपया बाद में फिर भेजें।",
    Sentence.NOTHING_FOUND: "मुझे कुछ नहीं मिला।",
}
