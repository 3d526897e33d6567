"""Spanish."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.concepts import Vocabulary

SPANISH = Vocabulary(
    words={
        C.HOW_MUCH: "cuanto|cuanta|cuanto dinero|cuanto es|a cuanto|que cantidad|cuanto llevo",
        C.HOW_MANY: "cuantos|cuantas",
        C.TOTAL: "total|totales|suma|sumar|sumas|en conjunto|totalidad",
        C.COUNT: "numero de|cantidad de facturas|cantidad de recibos|cantidad de tickets|cantidad de compras|conteo|contar|cuenta las|cuenta mis",
        C.TIMES: "veces|con que frecuencia|ocasiones",
        C.AVERAGE: "promedio|media|promedios|medio|de media|por termino medio|en promedio",
        C.MEDIAN: "mediana",
        C.LARGEST: (
            "mayor|mayores|mas alto|mas alta|mas altos|mas altas|mas grande|mas grandes|mas caro|mas cara|mas caros|mas caras|"
            "maximo|maxima|gaste mas|gastado mas|mas gaste|mas gasto|mas he gastado|mas dinero|mas elevado|"
            "mas elevada|mas costosa|mas costoso|pague mas|mas pague|he gastado mas|mas elevados|mas costosas|mas costosos|gastar mas|mas gastos"
        ),
        C.SMALLEST: (
            "menor|menores|mas bajo|mas baja|mas bajos|mas bajas|mas pequeno|mas pequena|mas pequenos|mas barato|mas barata|mas baratos|mas baratas|"
            "minimo|minima|gaste menos|menos gaste|menos gasto|mas economica|mas economico|menos dinero"
        ),
        C.MOST_OFTEN: (
            "mas a menudo|mas veces|con mas frecuencia|mas frecuente|mas frecuentes|mas habitual|mas visito|mas visitado|mas uso|uso mas|"
            "mas usado|mas utilizado|mas utilizo|mas facturas|mas compras|compro mas|mas compro|voy mas|mas utilizada|mas usada|mas recibos|mas frecuentemente|favorito|favorita"
        ),
        C.TOP: "top|principales|los mejores|principal",
        C.LIST: (
            "lista|listar|listame|muestra|muestrame|mostrar|muestreme|muestres|ensename|ensena|dame|ver|quiero ver|dime|listado|"
            "ensenar|busca|buscar|encuentra|mostrarme|enumera|detalle|detalles|desglosa|desglosame|saca|sacame|mirar|enviame|mandame"
        ),
        C.WHICH: "que|cual|cuales",
        C.WHERE: "donde|quien|quienes|a quien|a quienes|en que sitio",
        C.WHEN: "cuando|en que fecha|que fecha|que dia fue",
        C.SHARE: "porcentaje|por ciento|%|que parte|proporcion|fraccion",
        C.COMPARE: "compara|comparar|comparame|comparado|comparacion|frente a|versus|vs|diferencia|respecto a|en comparacion|comparativa|contra|comparando",
        C.MORE_THAN: "mas|menos|mas que|menos que",
        C.DISTINCT: "distintos|distintas|diferentes|diferente|distinto|unicos|diversos",
        C.DUPLICATE: "duplicad*|repetid*|dos veces la misma",
        C.INVOICE: "factura|facturas|recibo|recibos|ticket|tickets|tique|tiques|boleta|boletas|documento|documentos|comprobante*|factra|fctura|registros|ticets",
        C.EXPENSE: "gasto|gastos|compra|compras|transaccion*|pago|pagos|pedido|pedidos|consumo|consumos|costo|costos|coste|costes|desembolsos|operaciones|cargo|cargos|movimientos|importes|carrera|carreras|viaje|viajes",
        C.SPEND: (
            "gaste mas|gastado mas|mas gaste|mas gasto|mas he gastado|mas dinero|pague mas|mas pague|gaste menos|menos gaste|menos gasto|he gastado mas|mas gastos|menos dinero|"
            "gaste|gastado|gastar|gastando|gastaba|gastamos|gastan|pague|pagado|pagar|pagando|pagamos|pagada|pagadas|pagados|"
            "me gasto|se me fue|me costo|costaron|costo|cuesta|compre|comprado|desembols*|invert*|me he dejado|me deje|abon*|abone"
        ),
        C.VAT: "iva|impuesto|impuestos|i v a",
        C.NET: "neto|neta|sin iva|sin impuestos|base imponible|netos|antes de impuestos|antes de iva|descontando el iva|quitando el iva|sin contar el iva|excluyendo el iva|excluido el iva|sin incluir el iva|sin incluir iva|iva excluido|iva no incluido",
        C.VENDOR: (
            "proveedor|proveedores|tienda|tiendas|comercio|comercios|establecimiento|establecimientos|empresa|empresas|negocio|negocios|"
            "lugar|lugares|sitio|sitios|vendedor|vendedores|beneficiario|beneficiarios|emisor|emisores|compania|companias|marca|marcas"
        ),
        C.METHOD: "metodo de pago|metodos de pago|forma de pago|formas de pago|medio de pago|medios de pago|tipo de pago|metodo|metodos|modo de pago|como pague|manera de pagar",
        C.CURRENCY: "moneda|monedas|divisa|divisas",
        C.AMOUNT: "importe|importes|monto|montos|valor|cantidad|precio|dinero|cantidades|plata",
        C.DATE: "fecha|fechas|fechada|fechadas",
        C.REFUND: "reembolso|reembolsos|devolucion|devoluciones|negativos|negativas|negativo|abonos|reintegro|reintegros|devuelto|devolvieron|reembolsado|reembolsaron|importe negativo|importes negativos",
        C.UPLOADED: "subi|subido|subida|subidas|subir|envie|enviado|enviada|enviadas|anadi|anadida|anadido|anadidas|cargue|cargada|cargado|mande|mandado|mandada|agregue|agregada|registre|registrada|registradas|te envie|te mande|introduje|escanee",
        C.DAY: "dia|dias",
        C.WEEK: "semana|semanas",
        C.MONTH: "mes|meses",
        C.QUARTER: "trimestre|trimestres|t",
        C.HALF: "semestre|semestres|mitad",
        C.YEAR: "ano|anos|ejercicio",
        C.WEEKDAY: "dia de la semana|dias de la semana",
        C.WORKDAYS: "entre semana|dias laborables|dias habiles|de lunes a viernes|laborables",
        C.WEEKEND: "fin de semana|fines de semana|finde|findes|sabados y domingos",
        C.DAILY: "diario|diaria|diariamente|por dia|al dia|cada dia|diarios|por fecha|dia a dia",
        C.WEEKLY: "semanal|semanalmente|por semana|a la semana|cada semana|semanales",
        C.MONTHLY: "mensual|mensualmente|por mes|al mes|cada mes|mensuales|mes a mes|por meses|mes por mes",
        C.QUARTERLY: "trimestral|por trimestre|cada trimestre|trimestrales|al trimestre|por trimestres",
        C.YEARLY: "anual|anualmente|por ano|al ano|cada ano|anuales|por anos",
        C.TODAY: "hoy|dia de hoy|el dia de hoy",
        C.YESTERDAY: "ayer",
        C.DAY_BEFORE_YESTERDAY: "anteayer|antier|antes de ayer",
        C.YEAR_TO_DATE: "en lo que va de ano|lo que va de ano|lo que va del ano|en lo que va del ano|lo que llevamos de ano|desde principios de ano|desde principio de ano|desde el inicio del ano|desde que empezo el ano|desde comienzos de ano|hasta ahora este ano|este ano hasta hoy|este ano hasta ahora|desde enero de este ano|lo que llevo de ano|llevo de ano",
        C.MONTH_TO_DATE: "en lo que va de mes|lo que va de mes|lo que va del mes|desde principios de mes|lo que llevamos de mes|hasta ahora este mes|este mes hasta hoy|lo que llevo de mes",
        C.THIS: "este|esta|actual|presente|corriente|en curso",
        C.LAST: "pasado|pasada|pasados|pasadas|ultimo|ultima|ultimos|ultimas|anterior|anteriores|reciente|recientes|mas reciente|mas recientes|previo",
        C.BEFORE_LAST: "antepasado|antepasada",
        C.FIRST: "primer|primero|primera|primeras|primeros|mas antigua|mas antiguo|mas antiguas|mas antiguos|mas vieja",
        C.AGO: "hace|atras",
        C.SINCE: "desde|a partir de|a partir del",
        C.UNTIL: "hasta",
        C.BEFORE: "antes|antes de|antes del|anteriores a|anterior a|previas a",
        C.AFTER: "despues|despues de|despues del|posteriores a|posterior a|tras",
        C.BETWEEN: "entre",
        C.FROM: "de|del|desde",
        C.TO: "a|al|hasta",
        C.AND: "y|e|&|asi como",
        C.OR: "o|u",
        C.PER: "por|cada|por cada|segun|agrupado por|agrupados por|desglosado por|desglose por|agrupadas por|clasificado por|desglosados por|dividido por",
        C.OVER: "mas de|superior a|superiores a|mayor de|mayor que|mayores de|mayores que|mayor a|mayores a|por encima de|supera|superan|superen|encima de|>|excede|exceden|de mas de|mas que|por mas de",
        C.UNDER: "menos de|inferior a|inferiores a|menor de|menor que|menores de|menores que|menor a|menores a|por debajo de|debajo de|<|de menos de|menos que|por menos de",
        C.AT_LEAST: "al menos|como minimo|por lo menos|minimo|>=|o mas",
        C.AT_MOST: "como mucho|como maximo|hasta|no mas de|maximo|<=|o menos",
        C.EXACTLY: "exactamente|igual a|exacto|justo",
        C.WITHOUT: "sin|falta|faltan|carecen|no tiene|no tienen|que no tienen|que no tengan|sin ningun|les falta|le falta|no tengo|vacia|vacio|no hay|no consta|no figura|desconocida|desconocido|no llevan",
        C.NOT: "no",
        C.EXCLUDING: "excepto|excluyendo|salvo|menos en|sin contar|quitando|exceptuando|a excepcion de|aparte de|que no sean|que no sea|descontando|sin incluir|distinto de|distintas de|que no esten|que no estan",
        C.ME: "mi|mis|yo|me|he|tengo|nuestro|nuestros|nuestra|hemos|tenemos|mio|mios",
        C.AT_VENDOR: "en|a|al|de|del|con|para|por|en el|en la",
        C.WRITE: "borra|borrar|borrame|elimina|eliminar|eliminame|cambia|cambiar|modifica|modificar|actualiza|actualizar|anade|anadir|agrega|agregar|crea|crear|corrige|corregir|inserta|insertar|quita|quitar|edita|editar|cancela|cancelar|pon|poner|borres|elimines|suprime|suprimir|renombra|marca como|paga mi|transfiere|vacia|reemplaza",
        C.OTHERS: "todos los usuarios|otros usuarios|otro usuario|todos los clientes|otros clientes|usuarios|clientes|los demas|todo el mundo|otra persona|otras personas|telefonos|numeros de telefono|usuario|cliente|mi vecino|vecino|mi jefe|mi marido|mi mujer|mi esposa|mi hermano|mi amigo|otros|otra gente|la gente|numero de telefono|companero|companeros",
        C.FUTURE: "demasiado|gastare|proximo|proxima|que viene|proximos|predice|prediccion|pronostico|prevision|previsto|manana|futuro|debo|deberia|puedo ahorrar|como ahorrar|ahorrar|consejo|consejos|voy a gastar|preve|estima|estimacion|me recomiendas|recomiendas|podria ahorrar|predecir|pronostica|gastaremos",
        C.OFF_TOPIC: "como puedo|como hago|como se|como funciona|cuanto cuesta|cuanto cuestan|cuanto vale|precio de|tiempo hace|que tiempo|el tiempo|clima|chiste|chistes|partido|gano|futbol|capital de|capital|presidente|receta|poema|cancion|pelicula|noticias|bolsa|acciones|bitcoin|traduce|escribe|cuento|quien eres|como te llamas|como estas|temperatura|llover|lluvia|codigo|cuantos anos|horoscopo|sueldo|salario|ingresos|ingreso|gane|saldo|hipoteca|prestamo|contrasena|contrasenas|poblacion|que hora|hora es|restaurante cerca|restaurantes cerca|hotel|vuelo|tipo de cambio|sentido de la vida|cocinar|juego|juegos|amor|guerra|elecciones|recuerdame|recordatorio|alarma|mundial|invertir|inversion|cantar",
        C.SECRETS: "base de datos|tabla|tablas|sql|instrucciones|olvida|ignora|administrador|reglas|esquema|prompt|drop|select|pg_shadow",
        C.CATEGORY: "comida|supermercado|supermercados|restaurantes|restaurante|ropa|ocio|viajar|gasolina|combustible|alquiler|salud|medicinas|educacion|regalos|cerveza|vino|mascotas|muebles|alimentacion|transporte|categoria|categorias|juguetes|tabaco|fruta|carne|pan|leche|cafes|producto|productos|kilometros|litros|hogar|luz|agua",
        C.GREETING: "hola|buenas|buenos dias|buenas tardes|buenas noches|gracias|muchas gracias|por favor|adios|ok|vale|porfa|saludos|porfavor|que tal",
        C.FILLER: (
            "el|la|los|las|un|una|unos|unas|lo|es|son|fue|fueron|era|ha|han|hay|tiene|durante|con|para|se|su|sus|mi|ese|esa|esos|esas|eso|"
            "aquel|todo|toda|todos|todas|alguna|algun|alguno|algunas|ningun|puedes|podrias|quiero|quisiera|saber|necesito|favor|"
            "gustaria|cuyo|cuya|ya|tambien|solo|solamente|muy|mas o menos|historial|resumen|informe|le|te|ahora|momento|hasta la fecha|en total|mediante|usando|con el|haya|alguna vez|hecho|hice|realice|realizado|realizada|realizadas|hechas|hecha|realizados|mostrado|ordenado|ordenados|ordenadas|tuve|tenia|sido|estan|esta vez|ser|cosas|cosa|hacer|durante todo|desglose|visite|fui|he ido|ido|visitado|disponible|registradas|correspondiente|correspondientes|anota|suelo|suele|nunca|completo"
        ),
    },
    months=(
        "enero|ene",
        "febrero|feb",
        "marzo|mar",
        "abril|abr",
        "mayo",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sep|sept",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    weekdays=("lunes", "martes", "miercoles", "jueves", "viernes", "sabado|sabados", "domingo|domingos"),
    numbers={
        1: "uno",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        12: "doce",
        15: "quince",
        20: "veinte",
        30: "treinta",
        50: "cincuenta",
        100: "cien",
        1000: "mil",
        40: "cuarenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        200: "doscientos|doscientas",
        300: "trescientos|trescientas",
        400: "cuatrocientos|cuatrocientas",
        500: "quinientos|quinientas",
        600: "seiscientos|seiscientas",
        700: "setecientos",
        800: "ochocientos",
        900: "novecientos",
    },
    ordinals={
        1: "primer|primero|primera|1er|1ro|1o|1a",
        2: "segundo|segunda|2o|2do|2a",
        3: "tercer|tercero|tercera|3o|3er",
        4: "cuarto|cuarta|4o|4to",
    },
    currencies={
        "USD": "dolar|dolares",
        "EUR": "euro|euros",
        "GBP": "libra|libras",
        "ILS": "shekel|shekels|sequel|sequeles|shekeles",
        "INR": "rupia|rupias",
        "BRL": "reales|real",
        "AED": "dirham|dirhams",
        "MXN": "pesos",
    },
    methods={
        "cash": "efectivo|en efectivo|al contado|metalico|en metalico|cash|contado",
        "card": "tarjeta|tarjetas|con tarjeta|tarjeta de credito|tarjetas de credito|credito|mi tarjeta",
        "debit card": "tarjeta de debito|debito",
        "bank_transfer": "transferencia|transferencias|transferencia bancaria|transferencias bancarias",
        "direct_debit": "domiciliacion|domiciliado|recibo domiciliado|domiciliaciones|adeudo directo",
        "online": "online|en linea|por internet",
        "cheque": "cheque|cheques|talon",
    },
)
