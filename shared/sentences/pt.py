"""Portuguese."""

from shared.sentences.names import Sentence

WORDING: dict[Sentence, str] = {
    Sentence.WELCOME: "Olá! Guardo os seus recibos e digo quanto gastou.",
    Sentence.MENU: (
        "O que deseja fazer?\n"
        "*1* – processar uma fatura: envie-me uma foto ou um PDF\n"
        "*2* – perguntar sobre as suas faturas\n"
        "Escreva *1* ou *2*, ou envie simplesmente uma foto. Com *0* volta a este menu."
    ),
    Sentence.PRIVACY: "Guardo as imagens que envia e o que leio nelas, só para si. Escreva *apagar os meus dados* para remover tudo.",
    Sentence.SEND_A_PHOTO: "Envie-me uma foto ou um PDF da fatura (JPEG, PNG, WEBP ou PDF, até 16 MB).",
    Sentence.ASK_A_QUESTION: "Pergunte à vontade, por exemplo: quanto gastei no mês passado?",
    Sentence.READING: "Recebido, estou a ler. Demora alguns segundos.",
    Sentence.LOOKING_UP: "Vou já ver.",
    Sentence.STILL_WORKING: "Ainda estou a tratar da sua última mensagem. Entretanto pode enviar mais fotos; *0* mostra o menu.",
    Sentence.DID_NOT_UNDERSTAND: "Desculpe, não entendi.",
    Sentence.CANCELLED: "Cancelado.",
    Sentence.SESSION_EXPIRED: "Já passou algum tempo, por isso vamos recomeçar.",
    Sentence.NO_VOICE: "Ainda não consigo ouvir mensagens de voz. Escreva a sua pergunta ou envie uma foto da fatura.",
    Sentence.NO_STICKER: "Que sticker bonito! Para adicionar uma fatura, envie uma foto ou um PDF dela.",
    Sentence.NO_LOCATION: "Obrigado, mas não consigo usar uma localização. Envie uma foto de uma fatura ou escreva uma pergunta.",
    Sentence.NO_CONTACT: "Obrigado, mas não consigo usar um contacto. Envie uma foto de uma fatura ou escreva uma pergunta.",
    Sentence.NO_SUCH_FILE_TYPE: "Não consigo ler este tipo de ficheiro. Envie uma foto (JPEG, PNG ou WEBP) ou um PDF.",
    Sentence.NOT_INVITED: "Desculpe, este número não está na lista de quem pode usar o FinTrak. Peça a quem o gere para o adicionar.",
    Sentence.TOO_MANY: "É muita coisa de uma vez. Espere um minuto e envie o resto.",
    Sentence.TRY_AGAIN_IN_A_MOMENT: "Algo do meu lado não está pronto. Tente de novo dentro de momentos.",
    Sentence.SEND_IT_AGAIN: "Não consegui receber isso. Envie de novo, por favor.",
    Sentence.INVOICE_SAVED: "Guardado! Foi isto que li:\n{fields}",
    Sentence.INVOICE_DOUBTFUL: "Verifique as linhas marcadas com ❓; não tenho a certeza delas.",
    Sentence.SEVERAL_READ: "Guardados {saved} de {total}:",
    Sentence.FIELD_PAYEE: "Beneficiário",
    Sentence.FIELD_DATE: "Data",
    Sentence.FIELD_TOTAL: "Total",
    Sentence.FIELD_VAT: "IVA",
    Sentence.FIELD_PAYMENT: "Pago com",
    Sentence.FIELD_NUMBER: "Número",
    Sentence.FIELD_NOT_FOUND: "não encontrado",
    Sentence.PAID_CASH: "dinheiro",
    Sentence.PAID_CARD: "cartão",
    Sentence.PAID_BANK_TRANSFER: "transferência",
    Sentence.PAID_DIRECT_DEBIT: "débito direto",
    Sentence.PAID_ONLINE: "pagamento online",
    Sentence.PAID_CHEQUE: "cheque",
    Sentence.PAID_OTHER: "outro",
    Sentence.NOT_AN_INVOICE: (
        "Não encontrei nenhuma fatura nem recibo neste ficheiro, por isso não guardei nada. Orçamentos, confirmações de pedido, lembretes de"
        " pagamento e extratos não são faturas. Se for mesmo uma, envie uma foto nítida da página inteira."
    ),
    Sentence.FILE_EMPTY: "O ficheiro está vazio. Envie-o de novo, por favor.",
    Sentence.FILE_TOO_LARGE: "O ficheiro é demasiado grande. Envie um com menos de {limit}.",
    Sentence.FILE_UNREADABLE: "Não consegui abrir este ficheiro; parece estar danificado. Tire uma foto nova e envie-a.",
    Sentence.FILE_TYPE_UNKNOWN: "Não consigo ler este tipo de ficheiro. Envie uma foto (JPEG, PNG ou WEBP) ou um PDF.",
    Sentence.PDF_ENCRYPTED: "Este PDF está protegido por palavra-passe. Envie-o sem proteção ou mande uma foto.",
    Sentence.PAGES_LEFT_OUT: "Li as primeiras {read} de {total} páginas.",
    Sentence.MEDIA_GONE: "O WhatsApp já não tem este ficheiro. Envie-o de novo, por favor.",
    Sentence.LETTERS_UNKNOWN: "Não consigo ler as letras desta foto: só conheço o alfabeto latino. Envie a fatura em PDF.",
    Sentence.COULD_NOT_READ: "Não consegui ler este documento. Envie uma foto mais nítida.",
    Sentence.READ_BY_RULES: "O modelo de linguagem está indisponível e li por regras; confira, por favor.",
    Sentence.BUDGET_SPENT: (
        "O orçamento deste mês para o modelo de linguagem acabou e trabalhei por regras; confira, por favor."
    ),
    Sentence.COULD_NOT_ANSWER: "Não consegui descobrir isso. Pergunte por outras palavras, por exemplo: quanto gastei em março?",
    Sentence.OFF_TOPIC: "Só posso responder a perguntas sobre as faturas que me enviou. Pergunte, por exemplo: quanto gastei no mês passado?",
    Sentence.NOT_ALLOWED: "Só consulto as suas próprias faturas: não altero nada nem vejo as dos outros. Envie uma foto para juntar uma fatura ou pergunte, por exemplo: quanto gastei no mês passado?",
    Sentence.NOT_RECORDED: "As suas faturas não me dizem isso. Pergunte por datas, valores, IVA, beneficiários ou formas de pagamento, por exemplo: quanto gastei no mês passado?",
    Sentence.QUESTION_NOT_UNDERSTOOD: "Não entendi a pergunta. Experimente, por exemplo: quanto gastei no mês passado?",
    Sentence.CONFIRM_DELETION: (
        "Isto apaga todas as imagens que enviou, tudo o que li nelas e todas as suas perguntas. Não pode ser desfeito.\n"
        "Escreva *sim, apagar* para o fazer. Com qualquer outra resposta mantenho os seus dados."
    ),
    Sentence.DELETION_BEGUN: "Feito: os seus dados estão a ser apagados e dentro de minutos já não existirão.",
    Sentence.DELETION_CANCELLED: "Está bem, mantenho os seus dados.",
    Sentence.OPEN_THIS_LINK: "Não consegui anexar o ficheiro. Pode abri-lo aqui até amanhã: {link}",
    Sentence.GAVE_UP: "Algo correu mal do meu lado e não consegui terminar. Ficou registado; envie de novo mais tarde, por favor.",
    Sentence.NOTHING_FOUND: "Não encontrei nada.",
}
