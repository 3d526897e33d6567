"""Conditions that nothing can be made of: a figure without them would answer something else."""

from tests.answers.gold import all_refused

CASES = all_refused(
    {
        "h": (
            "every third receipt",
            "Wolt bills apart from the most recent",
            "sum of receipts 4 to 9",
            "what is half of my February spending",
            "how much at Shell on the 3rd of every month",
            "spending from the 5th to the 12th of each month",
            "shops that I paid in 2024 but not in 2025",
            "mean per bill by shop this year, only those with more than 2 bills",
            "first and last receipt of 2024",
            "Bezeq bills that were higher than the one before",
            "Shell on the first Monday of each month",
            "which vendors had no receipt in 2026",
            "receipts in USD and ILS separately, 2025",
            "last 10 days minus previous 10 days",
            "twice my March spending",
            "how many days in January did I spend nothing",
            "receipts uploaded last week but dated in February",
            "the last but one Bezeq bill",
            "weekday spending only, January, above 100",
            "total in June of the past two years",
        ),
        "s": (
            "la mitad de lo gastado en marzo",
            "facturas de Repsol excepto la última",
            "cada tercera factura",
            "les achats chez Zara sauf le dernier",
            "die Hälfte meiner Ausgaben im Februar",
            "alle Rechnungen von Renfe außer der letzten",
        ),
        "b": ("metade do que gastei em janeiro", "notas da Uber exceto a última", "cada terceira nota"),
    }
)
