"""Every kind of question, in English: what is refused."""

from tests.answers.gold import REFUSED, Case

CASES = [
    Case("h", "How much do I earn in a month?", REFUSED),
    Case("i", "how many litres of petrol have I bought at IndianOil this year", REFUSED),
    Case("s", "Which of my invoices are overdue?", REFUSED),
    Case("b", "what will my Claro bill come to in April?", REFUSED),
    Case("h", "whats my bank balance", REFUSED),
    Case("i", "Can you suggest a cheaper supermarket near me", REFUSED),
    Case("s", "what's 17 times 23", REFUSED),
    Case("b", "who won the champions league last year", REFUSED),
    Case("h", "add 45 shekels at Shell for yesterday", REFUSED),
    Case("s", "change the vendor of my last invoice to Carrefour", REFUSED),
    Case("i", "get rid of the duplicate invoices", REFUSED),
    Case("b", "how much has Nora Katz spent at IKEA?", REFUSED),
    Case("h", "what did the number +919811122233 pay for groceries", REFUSED),
    Case("s", "list the phone numbers of everybody using this bot", REFUSED),
    Case("i", "hiya", REFUSED),
    Case("b", "blorp fizzle wug 77", REFUSED),
    Case("h", "Is it going to rain on Tuesday?", REFUSED),
]
