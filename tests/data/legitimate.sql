-- Read-only statements people's questions lead to, one a line; the guard must let every one through with its meaning
-- unchanged. :me stands for the sender's number.
SELECT 1
SELECT 1 AS one, 'text' AS word, NULL AS nothing, TRUE AS yes, 1.50 AS amount
SELECT * FROM invoices
SELECT * FROM invoices ORDER BY invoice_id LIMIT 10 OFFSET 5
SELECT "payee_name" AS "Shop", "expense_amount" AS "Total spent" FROM "invoices" AS "I" ORDER BY "I"."invoice_id"
SELECT Payee_Name, EXPENSE_AMOUNT FROM Invoices AS Inv WHERE inv.VAT IS NOT NULL ORDER BY INV.invoice_id
SELECT count(*) FROM invoices WHERE whatsapp_number = :me
SELECT i.* FROM invoices i WHERE i.whatsapp_number = :me ORDER BY i.invoice_id
SELECT SUM(expense_amount) AS total FROM invoices WHERE invoice_date BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
SELECT SUM(expense_amount) FROM invoices WHERE invoice_date >= '2025-01-01' AND invoice_date < '2026-01-01'::date
SELECT payee_name, SUM(expense_amount) total FROM invoices GROUP BY payee_name ORDER BY total DESC NULLS LAST, 1 LIMIT 5
SELECT payee_name, AVG(expense_amount)::numeric(10,2) FROM invoices GROUP BY 1 HAVING COUNT(*) > 1 ORDER BY 1
SELECT date_trunc('month', invoice_date)::date AS month, SUM(expense_amount) FROM invoices GROUP BY 1 ORDER BY 1
SELECT to_char(invoice_date, 'YYYY-MM') AS month, to_char(sum(expense_amount), 'FM999,999,990.00') FROM invoices GROUP BY to_char(invoice_date, 'YYYY-MM') ORDER BY month
SELECT to_char(invoice_date, 'FMMonth YYYY "(Q"Q")"'), to_char(invoice_date, 'Dy HH12 IW') FROM invoices ORDER BY invoice_id
SELECT EXTRACT(YEAR FROM invoice_date) AS y, EXTRACT(DOW FROM invoice_date) AS d, COUNT(*) FROM invoices GROUP BY 1, 2 ORDER BY 1, 2
SELECT date_part('isodow', invoice_date), count(*) FROM invoices GROUP BY 1 ORDER BY 1
SELECT COUNT(DISTINCT payee_name), COUNT(payee_name), COUNT(*) FROM invoices
SELECT COUNT(DISTINCT LOWER(TRIM(payee_name))) FROM invoices
SELECT MIN(invoice_date), MAX(invoice_date), MAX(invoice_date) - MIN(invoice_date) AS days FROM invoices
SELECT SUM(expense_amount) FILTER (WHERE payment_method ILIKE 'cash') AS cash, SUM(expense_amount) FILTER (WHERE payment_method NOT ILIKE 'cash') AS rest FROM invoices
SELECT CASE WHEN expense_amount >= 100 THEN 'big' WHEN expense_amount >= 20 THEN 'medium' ELSE 'small' END AS size, COUNT(*) FROM invoices GROUP BY size ORDER BY size
SELECT CASE payment_method WHEN 'Cash' THEN 1 ELSE 0 END AS is_cash FROM invoices ORDER BY invoice_id
SELECT SUM(expense_amount - COALESCE(vat, 0)) AS net, ROUND(100 * SUM(vat) / NULLIF(SUM(expense_amount), 0), 1) FROM invoices
SELECT GREATEST(1, 2), LEAST(expense_amount, 10), ABS(-expense_amount), CEIL(expense_amount), FLOOR(vat), SIGN(vat), MOD(invoice_id, 3), POWER(2, 3), SQRT(4), TRUNC(expense_amount, 1), 7 / 2, 7 % 4, 2 ^ 3, -invoice_id FROM invoices ORDER BY invoice_id
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY expense_amount) AS median, PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY expense_amount DESC), MODE() WITHIN GROUP (ORDER BY payee_name) FROM invoices
SELECT STDDEV(expense_amount), VARIANCE(vat), STDDEV_POP(vat), CORR(expense_amount, vat) FROM invoices
SELECT payee_name, RANK() OVER (PARTITION BY payment_method ORDER BY expense_amount DESC NULLS LAST, invoice_id) FROM invoices ORDER BY invoice_id
SELECT invoice_id, SUM(expense_amount) OVER w AS running, ROW_NUMBER() OVER w FROM invoices WINDOW w AS (ORDER BY invoice_date, invoice_id) ORDER BY invoice_id
SELECT invoice_date, AVG(expense_amount) OVER (ORDER BY invoice_date RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) FROM invoices WHERE invoice_date IS NOT NULL ORDER BY invoice_id
SELECT invoice_id, LAG(expense_amount, 1, 0) OVER (ORDER BY invoice_id), LEAD(vat) OVER (ORDER BY invoice_id), FIRST_VALUE(payee_name) OVER (ORDER BY invoice_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NTILE(4) OVER (ORDER BY invoice_id), DENSE_RANK() OVER (ORDER BY payee_name), CUME_DIST() OVER (ORDER BY invoice_id) FROM invoices ORDER BY 1
SELECT payee_name, SUM(expense_amount) AS t, SUM(SUM(expense_amount)) OVER () AS everything, ROUND(SUM(expense_amount) * 100.0 / SUM(SUM(expense_amount)) OVER (), 2) AS share FROM invoices GROUP BY payee_name ORDER BY t DESC, 1
WITH monthly AS (SELECT date_trunc('month', invoice_date) AS m, SUM(expense_amount) AS t FROM invoices GROUP BY 1) SELECT m, t, t - LAG(t) OVER (ORDER BY m) AS change FROM monthly ORDER BY m
WITH a AS (SELECT SUM(expense_amount) AS t FROM invoices WHERE payment_method = 'Cash'), b AS (SELECT SUM(expense_amount) AS t FROM invoices), c (n) AS (SELECT COUNT(*) FROM invoices) SELECT a.t, b.t, c.n, a.t / b.t AS share FROM a, b, c
WITH invoices AS (SELECT * FROM invoices WHERE expense_amount > 10) SELECT COUNT(*), SUM(expense_amount) FROM invoices
WITH recent AS MATERIALIZED (SELECT * FROM invoices ORDER BY created_at DESC, invoice_id LIMIT 3) SELECT r.payee_name FROM recent AS r ORDER BY r.invoice_id
SELECT t.payee_name, t.total FROM (SELECT payee_name, SUM(expense_amount) AS total FROM invoices GROUP BY payee_name) AS t WHERE t.total > 50 ORDER BY 2, 1
SELECT AVG(month_total) FROM (SELECT SUM(expense_amount) AS month_total FROM invoices WHERE invoice_date IS NOT NULL GROUP BY date_trunc('month', invoice_date)) AS months
SELECT * FROM (SELECT payee_name AS shop, count(*) FROM invoices GROUP BY 1) x WHERE x.count > 1 ORDER BY shop
SELECT payee_name FROM invoices WHERE expense_amount = (SELECT MAX(expense_amount) FROM invoices)
SELECT payee_name FROM invoices AS i WHERE expense_amount > (SELECT AVG(j.expense_amount) FROM invoices j WHERE j.payment_method = i.payment_method) ORDER BY i.invoice_id
SELECT i.invoice_id FROM invoices i WHERE EXISTS (SELECT 1 FROM invoices j WHERE j.payee_name = i.payee_name AND j.invoice_id <> i.invoice_id) ORDER BY 1
SELECT invoice_id FROM invoices WHERE payee_name IN (SELECT payee_name FROM invoices GROUP BY payee_name HAVING COUNT(*) >= 2) ORDER BY 1
SELECT invoice_id FROM invoices WHERE payee_name NOT IN ('Mercado Azul', 'Shell') AND invoice_id NOT BETWEEN 2 AND 3 ORDER BY 1
SELECT a.invoice_id, b.invoice_id FROM invoices a JOIN invoices b ON a.payee_name = b.payee_name AND a.expense_amount = b.expense_amount AND a.invoice_id < b.invoice_id ORDER BY 1, 2
SELECT a.invoice_id, b.invoice_id FROM invoices a, invoices b WHERE a.payee_name = b.payee_name AND a.invoice_id < b.invoice_id ORDER BY 1, 2
SELECT u.username, COUNT(i.invoice_id) FROM users u LEFT JOIN invoices i ON i.whatsapp_number = u.whatsapp_number GROUP BY u.username
SELECT username, payee_name FROM users JOIN invoices USING (whatsapp_number) ORDER BY invoice_id
SELECT users.username, invoices.payee_name FROM users NATURAL LEFT JOIN (SELECT whatsapp_number, payee_name FROM invoices) AS invoices ORDER BY 2
SELECT query_text, query_result FROM queries ORDER BY created_at DESC, query_id
SELECT username, created_at::date FROM users WHERE whatsapp_number = :me
SELECT DISTINCT payment_method FROM invoices ORDER BY payment_method
SELECT DISTINCT ON (payee_name) payee_name, invoice_date, expense_amount FROM invoices ORDER BY payee_name, invoice_date DESC NULLS LAST, invoice_id
SELECT payee_name FROM invoices WHERE vat IS NULL UNION SELECT payment_method FROM invoices ORDER BY 1
(SELECT invoice_id FROM invoices ORDER BY expense_amount DESC NULLS LAST, 1 LIMIT 1) UNION ALL (SELECT invoice_id FROM invoices ORDER BY expense_amount, 1 LIMIT 1)
SELECT payee_name FROM invoices EXCEPT SELECT payee_name FROM invoices WHERE expense_amount < 20 ORDER BY payee_name
SELECT payee_name FROM invoices INTERSECT SELECT payee_name FROM invoices WHERE vat > 1 ORDER BY 1
SELECT payee_name, payment_method, SUM(expense_amount), GROUPING(payee_name) FROM invoices GROUP BY GROUPING SETS ((payee_name), (payment_method), ()) ORDER BY 1, 2, 3
SELECT payment_method, date_part('year', invoice_date) AS y, SUM(expense_amount) FROM invoices GROUP BY ROLLUP (payment_method, 2) ORDER BY 1, 2, 3
SELECT payment_method, payee_name, COUNT(*) FROM invoices GROUP BY CUBE (payment_method, payee_name) ORDER BY 1, 2, 3
SELECT string_agg(payee_name, ', ' ORDER BY invoice_id), string_agg(DISTINCT payment_method, '; ' ORDER BY payment_method) FROM invoices
SELECT payment_method, array_agg(expense_amount ORDER BY invoice_id), array_length(array_agg(payee_name), 1) FROM invoices GROUP BY 1 ORDER BY 1
SELECT json_agg(json_build_object('shop', payee_name, 'total', expense_amount) ORDER BY invoice_id) FROM invoices
SELECT row_to_json(t) FROM (SELECT payee_name, expense_amount FROM invoices ORDER BY invoice_id) AS t
SELECT UPPER(payee_name), LOWER(payee_name), INITCAP(payee_name), LENGTH(payee_name), LEFT(payee_name, 3), RIGHT(payee_name, 2), SUBSTRING(payee_name FROM 1 FOR 4), SUBSTR(payee_name, 2, 2), TRIM(BOTH ' ' FROM payee_name), LTRIM(payee_name), REPLACE(payee_name, 'a', 'b'), POSITION('e' IN payee_name), STRPOS(payee_name, 'e'), SPLIT_PART(payee_name, ' ', 1), REVERSE(payee_name), CONCAT(payee_name, ' ', payment_method), CONCAT_WS('-', payee_name, vat), payee_name || '!' || invoice_id::text, TRANSLATE(payee_name, 'áéí', 'aei'), LPAD(invoice_id::text, 6, '0'), RPAD('x', 3, '.'), REPEAT('*', 3), OVERLAY(payee_name PLACING 'X' FROM 1 FOR 1), FORMAT('%s: %s', payee_name, vat) FROM invoices ORDER BY invoice_id
SELECT payee_name FROM invoices WHERE payee_name LIKE '%a%' AND payee_name NOT LIKE 'z%' AND payee_name ILIKE ANY (ARRAY['%shell%', '%mercado%']) ORDER BY 1
SELECT payee_name FROM invoices WHERE payee_name ~* '^(shell|merc)' AND payee_name !~ '[0-9]{4}' ORDER BY 1
SELECT regexp_replace(payee_name, '[^a-zA-Z ]', '', 'g') FROM invoices ORDER BY invoice_id
SELECT payee_name FROM invoices WHERE payee_name SIMILAR TO '%(Shell|Azul)%' ORDER BY 1
SELECT payee_name FROM invoices WHERE lower(payee_name) = ANY (ARRAY['shell', 'mercado azul']) ORDER BY 1
SELECT payee_name FROM invoices WHERE (payee_name, payment_method) IN (('Shell', 'Cash'), ('Mercado Azul', 'Visa')) ORDER BY 1
SELECT invoice_id FROM invoices WHERE payment_method IS DISTINCT FROM 'Cash' AND (vat > 0) IS NOT FALSE ORDER BY 1
SELECT invoice_id FROM invoices WHERE invoice_date BETWEEN SYMMETRIC '2026-01-01' AND '2025-01-01' ORDER BY 1
SELECT DATE '2026-01-31' + INTERVAL '1 month', DATE '2026-03-15' - 7, DATE '2026-03-15' - DATE '2026-01-01', TIMESTAMP '2026-01-01 10:00' + INTERVAL '90 minutes', INTERVAL '1' MONTH * 3, '1 year 2 months'::interval, INTERVAL '-3 days', make_interval(days => 3)
SELECT AGE(DATE '2026-03-15', DATE '2025-01-01'), make_date(2026, 3, 15), to_date('03/2026', 'MM/YYYY'), justify_days(INTERVAL '40 days')
SELECT created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Madrid', created_at::time, created_at::date FROM invoices ORDER BY invoice_id
SELECT m::date AS month, COALESCE(SUM(i.expense_amount), 0) FROM generate_series(DATE '2025-01-01', DATE '2025-12-01', INTERVAL '1 month') AS m LEFT JOIN invoices i ON date_trunc('month', i.invoice_date) = m GROUP BY m ORDER BY m
SELECT n, g.n * 2 FROM generate_series(1, 12) AS g(n)
SELECT d.day::date, count(i.invoice_id) FROM generate_series(date_trunc('month', DATE '2026-03-15'), DATE '2026-03-31', '1 day') AS d(day) LEFT JOIN invoices AS i ON i.invoice_date = d.day::date GROUP BY 1 ORDER BY 1
SELECT generate_series(1, 3) AS n
SELECT v.label, v.low FROM (VALUES ('small', 0), ('big', 100)) AS v(label, low) ORDER BY v.low
SELECT v.label, COUNT(i.invoice_id) FROM (VALUES ('small', 0, 20), ('big', 20, 10000)) AS v(label, low, high) LEFT JOIN invoices i ON i.expense_amount >= v.low AND i.expense_amount < v.high GROUP BY v.label ORDER BY 1
VALUES (1, 'a'), (2, 'b')
SELECT i.invoice_id, x.payee_name FROM invoices i CROSS JOIN LATERAL (SELECT j.payee_name FROM invoices j WHERE j.invoice_id >= i.invoice_id ORDER BY j.invoice_id LIMIT 1) x ORDER BY 1
SELECT p.payment_method, t.payee_name FROM (SELECT DISTINCT payment_method FROM invoices) p LEFT JOIN LATERAL (SELECT payee_name FROM invoices i WHERE i.payment_method = p.payment_method ORDER BY expense_amount DESC NULLS LAST, invoice_id LIMIT 1) t ON TRUE ORDER BY 1
SELECT word, COUNT(*) FROM invoices, unnest(string_to_array(lower(payee_name), ' ')) AS word GROUP BY word ORDER BY 2 DESC, 1
SELECT payee_name FROM invoices ORDER BY CASE WHEN vat IS NULL THEN 1 ELSE 0 END, LOWER(payee_name), invoice_id FETCH FIRST 3 ROWS ONLY
SELECT BOOL_AND(vat IS NOT NULL), BOOL_OR(expense_amount < 0), EVERY(invoice_id > 0) FROM invoices
SELECT COUNT(*) = 0 AS none, NOT EXISTS (SELECT 1 FROM invoices WHERE expense_amount > 1000000) FROM invoices
SELECT ARRAY[1, 2, 3], (ARRAY['a', 'b'])[1], ARRAY(SELECT invoice_id FROM invoices ORDER BY 1), cardinality(ARRAY[1])
SELECT DATE '2026-01-01' AS day, (DATE '2026-01-01', DATE '2026-02-01') OVERLAPS (DATE '2026-01-15', DATE '2026-01-20')
SELECT payee_name, expense_amount, -- the shop\n vat /* and its tax */ FROM invoices ORDER BY invoice_id;
SELECT payee_name AS "Händler", expense_amount AS סכום FROM invoices ORDER BY invoice_id
SELECT 'DROP TABLE invoices; DELETE FROM users' AS text, 'it''s' AS quoted, 'a\b' AS backslash
SELECT payee_name FROM invoices WHERE payee_name = 'UPDATE SET pg_sleep(10)' OR payee_name ILIKE '%set_config%'
SELECT invoice_id, width_bucket(expense_amount, 0, 100, 4), expense_amount::int / 3, expense_amount::text, invoice_id::bigint FROM invoices WHERE expense_amount IS NOT NULL ORDER BY 1
SELECT currency, SUM(expense_amount), SUM(net_amount), MAX(invoice_number) FROM invoices GROUP BY currency ORDER BY 1
SELECT COALESCE(currency, 'EUR') AS currency, SUM(expense_amount) FROM invoices GROUP BY COALESCE(currency, 'EUR') ORDER BY 1
SELECT SUM(expense_amount) / 12 AS per_month, SUM(expense_amount) / COUNT(DISTINCT date_trunc('month', invoice_date)) FROM invoices
SELECT (SELECT SUM(expense_amount) FROM invoices WHERE invoice_date >= '2026-02-01') - (SELECT SUM(expense_amount) FROM invoices WHERE invoice_date < '2026-02-01') AS difference
SELECT payee_name, COUNT(*) AS visits FROM invoices GROUP BY payee_name HAVING SUM(expense_amount) > (SELECT AVG(expense_amount) FROM invoices) ORDER BY 1
SELECT invoice_date, SUM(expense_amount) FROM invoices GROUP BY invoice_date ORDER BY SUM(expense_amount) DESC NULLS LAST, invoice_date LIMIT 3
SELECT a.m, a.t AS this, b.t AS before FROM (SELECT date_part('month', invoice_date) m, SUM(expense_amount) t FROM invoices GROUP BY 1) a FULL OUTER JOIN (SELECT date_part('month', invoice_date) m, SUM(vat) t FROM invoices GROUP BY 1) b ON a.m = b.m ORDER BY 1, 2
SELECT payee_name, REPLACE(REPLACE(REPLACE(LOWER(payee_name), 'á', 'a'), 'é', 'e'), 'í', 'i') FROM invoices ORDER BY invoice_id
SELECT i.whatsapp_number, i.raw_image_url FROM public.invoices i WHERE i.whatsapp_number <> '+000' ORDER BY i.invoice_id
