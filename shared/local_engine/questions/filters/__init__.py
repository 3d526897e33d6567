"""Tags -> which invoices count: amounts, payees, payment methods, currencies, what is missing."""
