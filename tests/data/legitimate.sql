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
-- A second set, in the manner of models.
SELECT COUNT(*) FROM invoices WHERE EXTRACT(ISODOW FROM invoice_date) IN (6,7)
SELECT payee_name, COUNT(*) AS cnt, SUM(expense_amount) AS s, AVG(expense_amount) AS a, MIN(expense_amount), MAX(expense_amount) FROM invoices GROUP BY payee_name HAVING COUNT(*) >= 3 ORDER BY cnt DESC, payee_name
WITH ranked AS (SELECT payee_name, expense_amount, ROW_NUMBER() OVER (PARTITION BY date_trunc('month', invoice_date) ORDER BY expense_amount DESC) rn FROM invoices) SELECT * FROM ranked WHERE rn = 1
WITH this AS (SELECT SUM(expense_amount) t FROM invoices WHERE invoice_date >= DATE '2026-03-01'), last AS (SELECT SUM(expense_amount) t FROM invoices WHERE invoice_date >= DATE '2026-02-01' AND invoice_date < DATE '2026-03-01') SELECT this.t AS this_month, last.t AS last_month, CASE WHEN this.t > last.t THEN 'yes' ELSE 'no' END AS more FROM this CROSS JOIN last
SELECT payee_name, invoice_date, expense_amount FROM invoices i1 WHERE NOT EXISTS (SELECT 1 FROM invoices i2 WHERE i2.payee_name = i1.payee_name AND i2.invoice_date > i1.invoice_date)
SELECT payee_name, expense_amount, COUNT(*) OVER (PARTITION BY payee_name, expense_amount, invoice_date) AS dup FROM invoices
SELECT COALESCE(payment_method, 'Unknown') AS method, ROUND(SUM(expense_amount)::numeric, 2) AS total, ROUND(100.0*SUM(expense_amount)/SUM(SUM(expense_amount)) OVER (), 1) AS pct FROM invoices GROUP BY COALESCE(payment_method,'Unknown') ORDER BY total DESC
SELECT * FROM invoices WHERE payee_name ILIKE '%mercadona%' OR payee_name ILIKE '%carrefour%' ORDER BY invoice_date DESC NULLS LAST LIMIT 20
SELECT SUM(CASE WHEN vat IS NULL THEN 0 ELSE vat END) AS vat, SUM(expense_amount) - SUM(COALESCE(vat,0)) AS net FROM invoices
SELECT date_trunc('week', invoice_date)::date AS week_start, SUM(expense_amount) FROM invoices GROUP BY week_start ORDER BY week_start
SELECT DATE_PART('quarter', invoice_date) AS q, SUM(vat) FROM invoices WHERE invoice_date BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY q ORDER BY q
SELECT CONCAT('Q', EXTRACT(QUARTER FROM invoice_date)) AS quarter FROM invoices
SELECT * FROM invoices WHERE (expense_amount, invoice_date) = (SELECT MAX(expense_amount), MAX(invoice_date) FROM invoices)
SELECT payee_name FROM invoices WHERE LENGTH(payee_name) > 10 AND payee_name LIKE 'A%' ESCAPE '!'
SELECT MAX(created_at) FROM invoices
SELECT invoice_id FROM invoices WHERE raw_image_url IS NOT NULL AND raw_image_url LIKE '%.jpg'
SELECT (SELECT COUNT(*) FROM invoices) AS invoices, (SELECT COUNT(*) FROM queries) AS questions
SELECT i.payee_name, i.expense_amount, q.query_text FROM invoices i LEFT JOIN queries q ON q.whatsapp_number = i.whatsapp_number AND q.created_at::date = i.created_at::date
SELECT payee_name, total, total / SUM(total) OVER () AS share FROM (SELECT payee_name, SUM(expense_amount) AS total FROM invoices GROUP BY payee_name) AS s ORDER BY share DESC
SELECT month, total, SUM(total) OVER (ORDER BY month) AS cumulative FROM (SELECT to_char(invoice_date,'YYYY-MM') AS month, SUM(expense_amount) AS total FROM invoices WHERE invoice_date IS NOT NULL GROUP BY 1) t ORDER BY month
SELECT m.month, COALESCE(t.total, 0) AS total FROM generate_series('2025-01-01'::date, '2025-12-01'::date, '1 month'::interval) AS m(month) LEFT JOIN (SELECT date_trunc('month', invoice_date) AS month, SUM(expense_amount) AS total FROM invoices GROUP BY 1) t ON t.month = m.month ORDER BY 1
SELECT payee_name FROM invoices WHERE payee_name ~* 'uber|cabify' AND payee_name !~* 'eats'
SELECT regexp_replace(payee_name, '\s+', ' ', 'g'), (regexp_match(payee_name, '^(\w+)'))[1] FROM invoices
SELECT split_part(payee_name, ' ', 1) AS brand, count(*) FROM invoices GROUP BY brand ORDER BY count DESC
SELECT DISTINCT LOWER(payee_name) FROM invoices ORDER BY 1
SELECT * FROM invoices WHERE invoice_date::text LIKE '2025-12%'
SELECT * FROM invoices WHERE TO_CHAR(invoice_date, 'YYYY') = '2025' AND TO_CHAR(invoice_date, 'MM') IN ('01','02')
SELECT COUNT(*) FILTER (WHERE expense_amount > 100) AS big, COUNT(*) FILTER (WHERE expense_amount <= 100) AS small FROM invoices
SELECT VAR_SAMP(expense_amount), STDDEV_SAMP(expense_amount), REGR_SLOPE(expense_amount, vat) FROM invoices
SELECT invoice_date, expense_amount FROM invoices WHERE expense_amount > (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY expense_amount) FROM invoices)
SELECT payee_name, expense_amount, PERCENT_RANK() OVER (ORDER BY expense_amount) FROM invoices
SELECT a.payee_name, a.expense_amount, b.expense_amount FROM invoices a JOIN invoices b ON a.payee_name=b.payee_name AND a.invoice_date < b.invoice_date AND ABS(a.expense_amount - b.expense_amount) < 0.01
SELECT ROUND(AVG(expense_amount), 2) AS "Average (€)" FROM invoices
SELECT sum(expense_amount) AS "SUM" FROM invoices
SELECT payee_name "Vendor Name", sum(expense_amount) "Total" FROM invoices GROUP BY "Vendor Name" ORDER BY "Total" DESC
SELECT EXTRACT(MONTH FROM invoice_date)::integer AS month, SUM(expense_amount)::float AS total FROM invoices GROUP BY month ORDER BY month
SELECT SUM(expense_amount) > 1000 AS over_budget FROM invoices WHERE date_trunc('month', invoice_date) = date_trunc('month', DATE '2026-03-15')
SELECT NULLIF(TRIM(payee_name), '') FROM invoices
SELECT payee_name FROM invoices UNION ALL SELECT username FROM users ORDER BY 1 LIMIT 5
SELECT 'total' AS label, SUM(expense_amount) FROM invoices UNION ALL SELECT 'vat', SUM(vat) FROM invoices
SELECT array_agg(DISTINCT payee_name ORDER BY payee_name) FROM invoices
SELECT jsonb_build_object('total', SUM(expense_amount)) FROM invoices
SELECT unnest(ARRAY[1,2,3]) AS n
SELECT t.* FROM (VALUES (1,'one'),(2,'two')) AS t(num, word)
SELECT LAST_VALUE(expense_amount) OVER (ORDER BY invoice_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NTH_VALUE(vat, 2) OVER (ORDER BY invoice_id) FROM invoices
SELECT invoice_date, AVG(expense_amount) OVER (ORDER BY invoice_date ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM invoices
SELECT invoice_date, SUM(expense_amount) OVER (ORDER BY invoice_date ROWS 6 PRECEDING) FROM invoices
SELECT payee_name COLLATE "C" FROM invoices ORDER BY payee_name COLLATE "C"
SELECT payee_name FROM invoices WHERE payee_name SIMILAR TO '(A|B)%'
SELECT * FROM invoices WHERE vat / NULLIF(expense_amount - vat, 0) BETWEEN 0.2 AND 0.22
SELECT COUNT(DISTINCT (payee_name, payment_method)) FROM invoices
SELECT COUNT(*) FROM (SELECT DISTINCT payee_name FROM invoices WHERE payee_name IS NOT NULL) d
SELECT * FROM (SELECT * FROM invoices ORDER BY expense_amount DESC NULLS LAST LIMIT 3) top3 ORDER BY invoice_date
SELECT payment_method, SUM(expense_amount) FROM invoices GROUP BY GROUPING SETS ((payment_method), ()) ORDER BY payment_method NULLS LAST
SELECT MAKE_DATE(2025, 12, 31) - MAX(invoice_date) FROM invoices
SELECT date '2026-03-15' - interval '1 week', timestamp '2026-03-15 12:00:00'::date, '2026-03-15'::timestamptz
SELECT EXTRACT(EPOCH FROM (MAX(created_at) - MIN(created_at)))/86400 AS days FROM invoices
SELECT to_char(SUM(expense_amount), 'L999G999D99') FROM invoices
SELECT SUM(expense_amount)::money FROM invoices
SELECT invoice_id % 2 = 0 AS even, -expense_amount, +vat, invoice_id / 2.0 FROM invoices
SELECT TRUE AND NOT FALSE, 1 <> 2, 1 != 2, 'a' < 'b', NOT (1 = 1) OR NULL IS NULL
SELECT CAST(SUM(expense_amount) AS DECIMAL(12,2)), CAST(1 AS SMALLINT), CAST('1' AS BIGINT), CAST(1 AS REAL), CAST(1 AS DOUBLE PRECISION), '1'::int4, 2::int8, 1::float8 FROM invoices
SELECT GREATEST(0, SUM(expense_amount)) FROM invoices
SELECT STRING_AGG(payee_name || ': ' || COALESCE(expense_amount::text, '?'), E'\t' ORDER BY invoice_id) FROM invoices
SELECT CHR(10), ASCII('a'), MD5('a'), STARTS_WITH(payee_name, 'A'), LEFT(payee_name, -1) FROM invoices
SELECT invoice_date FROM invoices WHERE invoice_date > 'infinity'::date
SELECT width_bucket(expense_amount, 0, 500, 5) AS bucket, COUNT(*), MIN(expense_amount), MAX(expense_amount) FROM invoices GROUP BY bucket ORDER BY bucket
SELECT FLOOR(expense_amount/50)*50 AS low, FLOOR(expense_amount/50)*50+50 AS high, COUNT(*) FROM invoices GROUP BY 1,2 ORDER BY 1
SELECT SUM(expense_amount * POWER(1.02, 2)) FROM invoices
SELECT 1 WHERE EXISTS (SELECT 1 FROM invoices WHERE expense_amount < 0)
SELECT ALL payee_name FROM invoices
SELECT DISTINCT payee_name, payment_method FROM invoices
SELECT i."payee_name", i."vat" FROM "invoices" i WHERE i."vat" >= 0.1
SELECT * FROM invoices WHERE invoice_date IN (SELECT MAX(invoice_date) FROM invoices)
SELECT * FROM invoices WHERE expense_amount >= ALL (SELECT expense_amount FROM invoices WHERE expense_amount IS NOT NULL)
SELECT * FROM invoices WHERE payee_name = SOME (ARRAY['a','b'])
SELECT count(*) c FROM invoices WHERE payee_name IS NULL OR payee_name = ''
select sum(expense_amount) from invoices where extract(year from invoice_date) = 2025 and extract(month from invoice_date) between 1 and 6
SELECT invoice_id, payee_name, LAG(invoice_date) OVER (PARTITION BY payee_name ORDER BY invoice_date) AS prev, invoice_date - LAG(invoice_date) OVER (PARTITION BY payee_name ORDER BY invoice_date) AS gap FROM invoices
SELECT AVG(gap) FROM (SELECT invoice_date - LAG(invoice_date) OVER (ORDER BY invoice_date) AS gap FROM invoices) g
SELECT b.label, (SELECT COUNT(*) FROM invoices i WHERE i.expense_amount BETWEEN b.lo AND b.hi) AS n FROM (VALUES ('0-50',0,50),('50-100',50.01,100)) b(label,lo,hi)
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT a.x, b.y FROM a, b
SELECT payee_name, expense_amount FROM invoices WHERE invoice_id IN (1,2,3,4,5,6,7,8,9,10) OR invoice_id = 11
SELECT (date_trunc('month', invoice_date) + interval '1 month - 1 day')::date FROM invoices
SELECT INTERVAL '1 month' + INTERVAL '2 days', justify_interval(interval '35 days'), EXTRACT(DAY FROM interval '3 days')
SELECT created_at AT TIME ZONE 'utc' AT TIME ZONE 'Asia/Jerusalem' AS local FROM invoices
SELECT timezone('Europe/Madrid', created_at) FROM invoices
SELECT invoices.payee_name, invoices.expense_amount FROM invoices WHERE invoices.whatsapp_number = '+34611222333'
SELECT i.payee_name FROM invoices AS i, LATERAL (SELECT AVG(expense_amount) AS a FROM invoices) AS x WHERE i.expense_amount > x.a
SELECT p.payee_name, s.n FROM (SELECT DISTINCT payee_name FROM invoices) p, LATERAL (SELECT count(*) n FROM invoices i WHERE i.payee_name = p.payee_name) s
SELECT COUNT(*) AS "count", MAX(vat) AS "max" FROM invoices
SELECT expense_amount AS value, payee_name AS name, invoice_date AS date FROM invoices ORDER BY date, value
SELECT payee_name AS user FROM invoices
SELECT extract(year from invoice_date) AS year, sum(vat) filter (where vat>0) AS vat FROM invoices GROUP BY year ORDER BY year
SELECT 'in total', count(*) FROM invoices WHERE payee_name ILIKE 'o''brien%'
SELECT * FROM invoices WHERE payee_name LIKE '%\_%'
SELECT * FROM invoices WHERE payee_name ILIKE '%' || 'shell' || '%'
SELECT percentile_disc(ARRAY[0.25,0.5,0.75]) WITHIN GROUP (ORDER BY expense_amount) FROM invoices
SELECT bool_or(payee_name = 'x') FROM invoices
SELECT to_number('12,345.60', '99G999D99'), to_timestamp('2026-01-01', 'YYYY-MM-DD')
SELECT SUM(expense_amount) FROM invoices WHERE NOT payment_method ILIKE 'cash'
SELECT SUM(expense_amount) FROM invoices WHERE payment_method NOT IN ('Cash','Visa') OR payment_method IS NULL
SELECT mode() WITHIN GROUP (ORDER BY payment_method) AS usual FROM invoices
SELECT payee_name, invoice_date FROM invoices ORDER BY invoice_date DESC NULLS LAST OFFSET 1 LIMIT 1
SELECT payee_name, expense_amount FROM invoices ORDER BY 2 DESC NULLS LAST, 1 ASC LIMIT ALL
SELECT EXTRACT('year' FROM invoice_date), date_part('month', invoice_date) FROM invoices
SELECT array_to_string(array_agg(payee_name), ', ') FROM invoices
SELECT payee_name FROM invoices WHERE payee_name BETWEEN 'A' AND 'M'
SELECT invoice_date, payee_name FROM invoices WHERE (invoice_date IS NOT NULL) IS TRUE
SELECT i.* , u.username FROM invoices i JOIN users u ON u.whatsapp_number = i.whatsapp_number ORDER BY i.invoice_date LIMIT 3
SELECT ROUND((SELECT SUM(vat) FROM invoices) / (SELECT SUM(expense_amount) FROM invoices) * 100, 2) AS pct
SELECT CASE WHEN COUNT(*) = 0 THEN NULL ELSE SUM(expense_amount) / COUNT(*) END FROM invoices
SELECT DISTINCT ON (date_trunc('month', invoice_date)) date_trunc('month', invoice_date) AS m, payee_name, expense_amount FROM invoices ORDER BY date_trunc('month', invoice_date), expense_amount DESC
SELECT TRIM(TRAILING '.' FROM payee_name), TRIM(LEADING 'x' FROM payee_name), BTRIM(payee_name, ' .'), SUBSTRING(payee_name, 1, 5), SUBSTRING(payee_name FROM 3) FROM invoices
-- As models write them: series of months, laterals, grouping sets, windows, sets, text and date functions.
SELECT date_trunc('month', invoice_date)::date AS month, payment_method, SUM(expense_amount) AS total FROM invoices WHERE invoice_date >= '2025-01-01' GROUP BY 1, 2 ORDER BY 1, 3 DESC NULLS LAST
WITH months AS (SELECT generate_series(DATE '2025-01-01', DATE '2025-12-01', INTERVAL '1 month')::date AS month) SELECT m.month, COALESCE(SUM(i.expense_amount), 0) AS total FROM months m LEFT JOIN invoices i ON date_trunc('month', i.invoice_date) = m.month GROUP BY m.month ORDER BY m.month
SELECT to_char(m, 'YYYY-MM') AS month, COALESCE(SUM(i.expense_amount), 0) FROM generate_series('2025-01-01'::date, '2025-12-01'::date, '1 month') AS m LEFT JOIN invoices i ON i.invoice_date >= m AND i.invoice_date < m + INTERVAL '1 month' GROUP BY m ORDER BY m
SELECT payee_name, COUNT(*) FILTER (WHERE payment_method ILIKE ANY (ARRAY['%card%', '%visa%'])) AS by_card, COUNT(*) AS n FROM invoices GROUP BY payee_name HAVING COUNT(*) > 2 ORDER BY n DESC LIMIT 10
SELECT * FROM (SELECT invoice_id, payee_name, expense_amount, ROW_NUMBER() OVER (PARTITION BY date_trunc('month', invoice_date) ORDER BY expense_amount DESC NULLS LAST) AS rn FROM invoices WHERE invoice_date IS NOT NULL) t WHERE rn <= 3
SELECT v.payee_name, l.invoice_date, l.expense_amount FROM (SELECT DISTINCT payee_name FROM invoices WHERE payee_name IS NOT NULL) v CROSS JOIN LATERAL (SELECT invoice_date, expense_amount FROM invoices i WHERE i.payee_name = v.payee_name ORDER BY invoice_date DESC NULLS LAST LIMIT 1) l ORDER BY l.invoice_date DESC
SELECT EXTRACT(YEAR FROM invoice_date)::int AS year, EXTRACT(QUARTER FROM invoice_date)::int AS quarter, SUM(vat) AS vat FROM invoices WHERE invoice_date IS NOT NULL GROUP BY GROUPING SETS ((1, 2), (1), ()) ORDER BY 1 NULLS LAST, 2 NULLS LAST
SELECT payment_method, payee_name, SUM(expense_amount) FROM invoices GROUP BY ROLLUP (payment_method, payee_name)
SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY expense_amount) FROM invoices
SELECT SUM(expense_amount) FILTER (WHERE EXTRACT(DOW FROM invoice_date) IN (0, 6)) / NULLIF(SUM(expense_amount), 0) * 100 AS weekend_pct FROM invoices
SELECT CASE EXTRACT(ISODOW FROM invoice_date) WHEN 1 THEN 'Mon' WHEN 2 THEN 'Tue' WHEN 3 THEN 'Wed' WHEN 4 THEN 'Thu' WHEN 5 THEN 'Fri' WHEN 6 THEN 'Sat' ELSE 'Sun' END AS day, SUM(expense_amount) AS total FROM invoices WHERE invoice_date IS NOT NULL GROUP BY EXTRACT(ISODOW FROM invoice_date) ORDER BY EXTRACT(ISODOW FROM invoice_date)
SELECT TRIM(TO_CHAR(invoice_date, 'Day')) AS weekday, COUNT(*) FROM invoices WHERE invoice_date IS NOT NULL GROUP BY TRIM(TO_CHAR(invoice_date, 'Day')) ORDER BY 2 DESC
SELECT invoice_date, expense_amount, SUM(expense_amount) OVER (ORDER BY invoice_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running FROM invoices WHERE invoice_date IS NOT NULL ORDER BY invoice_date
SELECT month, total, ROUND(100.0 * (total - LAG(total) OVER (ORDER BY month)) / NULLIF(LAG(total) OVER (ORDER BY month), 0), 1) AS growth FROM (SELECT date_trunc('month', invoice_date) AS month, SUM(expense_amount) AS total FROM invoices WHERE invoice_date IS NOT NULL GROUP BY 1) s ORDER BY month
SELECT AVG(monthly) FROM (SELECT SUM(expense_amount) AS monthly FROM invoices WHERE EXTRACT(YEAR FROM invoice_date) = 2025 GROUP BY EXTRACT(MONTH FROM invoice_date)) AS per_month
SELECT payee_name FROM invoices WHERE invoice_date BETWEEN '2025-01-01' AND '2025-12-31' EXCEPT SELECT payee_name FROM invoices WHERE invoice_date BETWEEN '2024-01-01' AND '2024-12-31'
SELECT DISTINCT a.payee_name FROM invoices a WHERE NOT EXISTS (SELECT 1 FROM invoices b WHERE b.payee_name = a.payee_name AND b.invoice_date >= '2026-01-01')
SELECT invoice_id, expense_amount FROM invoices WHERE expense_amount > (SELECT AVG(expense_amount) FROM invoices) ORDER BY expense_amount DESC
SELECT payee_name, expense_amount, invoice_date, COUNT(*) FROM invoices GROUP BY payee_name, expense_amount, invoice_date HAVING COUNT(*) > 1
SELECT i1.invoice_id, i2.invoice_id AS other_id, i1.payee_name FROM invoices i1 JOIN invoices i2 ON i1.payee_name = i2.payee_name AND i1.expense_amount = i2.expense_amount AND i1.invoice_date = i2.invoice_date AND i1.invoice_id < i2.invoice_id
SELECT STRING_AGG(DISTINCT payee_name, ', ' ORDER BY payee_name) AS vendors FROM invoices WHERE invoice_date >= DATE '2026-01-01'
SELECT ARRAY_AGG(payee_name ORDER BY expense_amount DESC) FROM invoices WHERE expense_amount IS NOT NULL
SELECT COALESCE(NULLIF(TRIM(payee_name), ''), 'Unknown') AS vendor, SUM(COALESCE(expense_amount, 0))::numeric(12,2) AS total FROM invoices GROUP BY 1 ORDER BY total DESC
SELECT LOWER(payee_name) AS vendor FROM invoices WHERE payee_name ~* '\yshell\y' GROUP BY LOWER(payee_name)
SELECT SUM(expense_amount) FROM invoices WHERE payee_name SIMILAR TO '%(Uber|UBER)%'
SELECT SUM(expense_amount) AS total FROM public.invoices AS inv WHERE inv.invoice_date >= (DATE '2026-03-15' - INTERVAL '30 days') AND inv.invoice_date <= DATE '2026-03-15'
SELECT (MAX(invoice_date) - MIN(invoice_date)) / NULLIF(COUNT(*) - 1, 0) AS average_gap FROM invoices WHERE payee_name ILIKE '%uber%'
SELECT payment_method, ROUND(100.0 * SUM(expense_amount) / SUM(SUM(expense_amount)) OVER (), 2) AS pct FROM invoices GROUP BY payment_method ORDER BY pct DESC NULLS LAST
SELECT payee_name, total, NTILE(4) OVER (ORDER BY total) AS quartile FROM (SELECT payee_name, SUM(expense_amount) AS total FROM invoices GROUP BY payee_name) t
SELECT MODE() WITHIN GROUP (ORDER BY payment_method) FROM invoices
SELECT EXTRACT(WEEK FROM invoice_date) AS week, COUNT(*) FROM invoices WHERE invoice_date BETWEEN '2026-01-01' AND '2026-03-15' GROUP BY EXTRACT(WEEK FROM invoice_date) ORDER BY week
SELECT WIDTH_BUCKET(expense_amount, 0, 1000, 10) AS bucket, COUNT(*) FROM invoices WHERE expense_amount IS NOT NULL GROUP BY bucket ORDER BY bucket
SELECT invoice_id, invoice_date FROM invoices WHERE created_at::date = DATE '2026-03-14'
SELECT COUNT(*) FROM invoices WHERE created_at >= '2026-03-09' AND created_at < '2026-03-16'
SELECT invoice_id, raw_image_url FROM invoices ORDER BY created_at DESC NULLS LAST FETCH FIRST 5 ROWS ONLY
SELECT MAX(expense_amount) AS second FROM invoices WHERE expense_amount < (SELECT MAX(expense_amount) FROM invoices)
SELECT payee_name, expense_amount FROM invoices WHERE expense_amount IS NOT NULL ORDER BY expense_amount DESC OFFSET 1 LIMIT 1
SELECT 'this month' AS period, SUM(expense_amount) AS total FROM invoices WHERE invoice_date >= '2026-03-01' UNION ALL SELECT 'last month', SUM(expense_amount) FROM invoices WHERE invoice_date >= '2026-02-01' AND invoice_date < '2026-03-01' ORDER BY period
WITH a AS (SELECT SUM(expense_amount) AS s FROM invoices WHERE invoice_date >= '2026-02-01' AND invoice_date < '2026-03-01'), b AS (SELECT SUM(expense_amount) AS s FROM invoices WHERE invoice_date >= '2026-01-01' AND invoice_date < '2026-02-01') SELECT a.s AS feb, b.s AS jan, a.s - b.s AS diff FROM a, b
WITH t AS (SELECT payee_name, SUM(expense_amount) AS total FROM invoices GROUP BY payee_name), r AS (SELECT *, RANK() OVER (ORDER BY total DESC NULLS LAST) AS rk FROM t) SELECT payee_name, total FROM r WHERE rk <= 5
SELECT payee_name, json_agg(json_build_object('date', invoice_date, 'amount', expense_amount) ORDER BY invoice_date) AS items FROM invoices GROUP BY payee_name
SELECT BOOL_OR(expense_amount > 1000) AS any_big FROM invoices
SELECT EXISTS (SELECT 1 FROM invoices WHERE payee_name ILIKE '%ikea%') AS ever
SELECT SPLIT_PART(payee_name, ' ', 1) AS brand, COUNT(*) FROM invoices GROUP BY 1 ORDER BY 2 DESC
SELECT REGEXP_REPLACE(payee_name, '[^A-Za-z ]', '', 'g') AS cleaned, SUM(expense_amount) FROM invoices GROUP BY 1
SELECT INITCAP(LOWER(payee_name)) AS vendor, MIN(invoice_date) AS first, MAX(invoice_date) AS last FROM invoices GROUP BY 1
SELECT STDDEV(expense_amount), VARIANCE(expense_amount) FROM invoices
SELECT GREATEST(SUM(expense_amount) FILTER (WHERE payment_method = 'Cash'), SUM(expense_amount) FILTER (WHERE payment_method = 'Visa')) FROM invoices
SELECT payee_name FROM invoices WHERE payee_name IS DISTINCT FROM 'Uber' AND invoice_date IS NOT NULL LIMIT 5
SELECT invoice_id FROM invoices WHERE (invoice_date, invoice_id) > (DATE '2026-01-01', 100) ORDER BY invoice_date
SELECT COUNT(*) FROM invoices WHERE invoice_date = ANY (ARRAY[DATE '2026-01-01', DATE '2026-01-02'])
SELECT SUM(expense_amount) FROM invoices WHERE EXTRACT(MONTH FROM invoice_date) IN (6, 7, 8) AND EXTRACT(YEAR FROM invoice_date) = 2025
SELECT username FROM users
SELECT u.username, SUM(i.expense_amount) AS total FROM users AS u JOIN invoices AS i USING (whatsapp_number) GROUP BY u.username
SELECT query_text, created_at FROM queries ORDER BY created_at DESC LIMIT 5
SELECT TO_CHAR(SUM(expense_amount), 'FM999,999,990.00') AS total FROM invoices
SELECT FORMAT('%s: %s', payee_name, SUM(expense_amount)) AS line FROM invoices GROUP BY payee_name
SELECT invoice_date AT TIME ZONE 'UTC' AS d FROM invoices WHERE invoice_date IS NOT NULL LIMIT 1
SELECT FIRST_VALUE(payee_name) OVER w AS top_vendor, expense_amount FROM invoices WHERE expense_amount IS NOT NULL WINDOW w AS (ORDER BY expense_amount DESC) LIMIT 1
SELECT d::date AS day, COALESCE(SUM(i.expense_amount), 0) AS total FROM generate_series(DATE '2026-03-01', DATE '2026-03-15', INTERVAL '1 day') d LEFT JOIN invoices i ON i.invoice_date = d::date GROUP BY d ORDER BY d
SELECT month FROM (SELECT generate_series('2025-01-01'::date, '2025-12-01'::date, interval '1 month')::date AS month) m WHERE NOT EXISTS (SELECT 1 FROM invoices i WHERE date_trunc('month', i.invoice_date)::date = m.month)
SELECT ROUND(SUM(vat) / NULLIF(SUM(expense_amount - vat), 0) * 100, 2) AS vat_rate FROM invoices WHERE vat IS NOT NULL
SELECT COUNT(DISTINCT LOWER(TRIM(payee_name))) FILTER (WHERE invoice_date >= '2026-01-01') AS this_year, COUNT(DISTINCT LOWER(TRIM(payee_name))) FILTER (WHERE invoice_date < '2026-01-01') AS before FROM invoices
SELECT UPPER(LEFT(payee_name, 1)) AS letter, COUNT(*) FROM invoices WHERE payee_name <> '' GROUP BY 1 ORDER BY 1
SELECT "payee_name" AS "Vendor Name", SUM("expense_amount") AS "Total Spent (incl. VAT)" FROM "invoices" GROUP BY "payee_name" ORDER BY "Total Spent (incl. VAT)" DESC NULLS LAST
SELECT i.* FROM invoices AS i WHERE i.expense_amount BETWEEN SYMMETRIC 100 AND 50
SELECT SUM(CASE WHEN payment_method ILIKE 'cash' THEN expense_amount ELSE 0 END) AS cash, SUM(CASE WHEN payment_method NOT ILIKE 'cash' OR payment_method IS NULL THEN expense_amount ELSE 0 END) AS other FROM invoices
SELECT COALESCE(SUM(expense_amount), 0) AS total_spent FROM invoices WHERE invoice_date >= '2026-03-01'::date AND invoice_date < ('2026-03-01'::date + '1 month'::interval)
SELECT make_date(EXTRACT(YEAR FROM invoice_date)::int, EXTRACT(MONTH FROM invoice_date)::int, 1) AS m, SUM(expense_amount) FROM invoices WHERE invoice_date IS NOT NULL GROUP BY 1
(SELECT payee_name, expense_amount FROM invoices WHERE expense_amount IS NOT NULL ORDER BY expense_amount DESC LIMIT 3) UNION ALL (SELECT payee_name, expense_amount FROM invoices WHERE expense_amount IS NOT NULL ORDER BY expense_amount ASC LIMIT 3)
SELECT payee_name, SUM(expense_amount) AS total FROM invoices WHERE payee_name IN (SELECT payee_name FROM invoices GROUP BY payee_name HAVING COUNT(*) >= 3) GROUP BY payee_name ORDER BY total DESC
SELECT CUME_DIST() OVER (ORDER BY expense_amount) AS c, PERCENT_RANK() OVER (ORDER BY expense_amount) AS p FROM invoices WHERE expense_amount IS NOT NULL LIMIT 3
SELECT COUNT(*) AS n FROM invoices WHERE POSITION('shell' IN LOWER(payee_name)) > 0
SELECT COUNT(*) FROM invoices WHERE STRPOS(LOWER(payee_name), 'uber') > 0 OR payee_name ILIKE '%taxi%' ESCAPE '\'
SELECT date_part('month', invoice_date) AS m, CORR(expense_amount, vat) FROM invoices GROUP BY 1
SELECT payee_name, SUM(expense_amount) FROM invoices GROUP BY payee_name HAVING SUM(expense_amount) > ALL (SELECT 0)
SELECT (SELECT COUNT(*) FROM invoices WHERE vat IS NULL) AS without_vat, (SELECT COUNT(*) FROM invoices WHERE vat IS NOT NULL) AS with_vat
SELECT DISTINCT ON (payee_name) payee_name, invoice_date, expense_amount FROM invoices WHERE payee_name IS NOT NULL ORDER BY payee_name, invoice_date DESC NULLS LAST
SELECT x.kind, COUNT(*) FROM invoices i JOIN (VALUES ('Cash', 'cash'), ('Visa', 'card')) AS x(method, kind) ON x.method = i.payment_method GROUP BY x.kind
SELECT WEEKDAY.d, COUNT(i.invoice_id) FROM generate_series(1, 7) AS weekday(d) LEFT JOIN invoices i ON EXTRACT(ISODOW FROM i.invoice_date) = weekday.d GROUP BY weekday.d ORDER BY weekday.d
SELECT SUM(expense_amount)::float8 / 12 AS monthly FROM invoices WHERE invoice_date >= DATE '2025-01-01' AND invoice_date <= DATE '2025-12-31'
SELECT LAST_DAY FROM (SELECT (date_trunc('month', DATE '2026-02-10') + INTERVAL '1 month - 1 day')::date AS last_day) AS d
SELECT TO_CHAR(invoice_date, 'IYYY-IW') AS iso_week, SUM(expense_amount) FROM invoices WHERE invoice_date IS NOT NULL GROUP BY 1 ORDER BY 1
SELECT CONCAT(payee_name, ' (', payment_method, ')') AS what, expense_amount || ' EUR' AS amount FROM invoices LIMIT 3
SELECT payee_name, CASE WHEN SUM(expense_amount) > 500 THEN 'high' ELSE 'low' END AS level FROM invoices GROUP BY payee_name
SELECT * FROM invoices WHERE payee_name LIKE 'Select%' OR payee_name = 'Drop Table Ltd; --'
WITH m AS (SELECT date_trunc('month', invoice_date)::date AS month, SUM(expense_amount) AS total FROM invoices WHERE invoice_date IS NOT NULL GROUP BY 1) SELECT month, total, total - LAG(total) OVER (ORDER BY month) AS change FROM m ORDER BY month
SELECT SUM(expense_amount) FILTER (WHERE payment_method ILIKE '%card%') AS card, SUM(expense_amount) FILTER (WHERE payment_method ILIKE 'cash') AS cash FROM invoices
SELECT payment_method, currency, SUM(expense_amount) FROM invoices GROUP BY GROUPING SETS ((payment_method), (currency), ()) ORDER BY 1, 2
SELECT EXTRACT(YEAR FROM invoice_date) AS y, payee_name, SUM(expense_amount) FROM invoices GROUP BY ROLLUP (1, 2) ORDER BY 1, 2
SELECT payee_name, payment_method, COUNT(*) FROM invoices GROUP BY CUBE (payee_name, payment_method)
SELECT payee_name FROM invoices WHERE payee_name ILIKE '%shell%' AND payee_name !~* 'shelly'
SELECT regexp_replace(payee_name, '[^A-Za-z ]', '', 'g') AS cleaned, COUNT(*) FROM invoices GROUP BY 1
SELECT substring(payee_name FROM '[A-Za-z]+') AS first_word, COUNT(*) FROM invoices GROUP BY 1 ORDER BY 2 DESC
SELECT m::date AS month, COALESCE(SUM(i.expense_amount), 0) AS total FROM generate_series(DATE '2025-01-01', DATE '2025-12-01', INTERVAL '1 month') AS m LEFT JOIN invoices i ON date_trunc('month', i.invoice_date) = m GROUP BY m ORDER BY m
SELECT d.day::date, COUNT(i.invoice_id) FROM generate_series('2026-03-01'::date, '2026-03-15'::date, '1 day') AS d(day) LEFT JOIN invoices i ON i.invoice_date = d.day::date GROUP BY d.day ORDER BY d.day
SELECT payee_name, SUM(expense_amount) FROM invoices GROUP BY payee_name HAVING SUM(expense_amount) > (SELECT AVG(expense_amount) * 3 FROM invoices)
SELECT * FROM invoices WHERE expense_amount = (SELECT MAX(expense_amount) FROM invoices)
SELECT * FROM invoices i WHERE expense_amount > (SELECT AVG(j.expense_amount) FROM invoices j WHERE j.payee_name = i.payee_name)
SELECT CASE WHEN EXTRACT(ISODOW FROM invoice_date) IN (6, 7) THEN 'weekend' ELSE 'weekday' END AS kind, SUM(expense_amount) FROM invoices GROUP BY 1
SELECT payment_method, STRING_AGG(DISTINCT payee_name, ', ' ORDER BY payee_name) FROM invoices GROUP BY payment_method
SELECT ROUND(100.0 * SUM(vat) / NULLIF(SUM(expense_amount), 0), 2) AS pct FROM invoices
SELECT payee_name, COUNT(*) FROM invoices GROUP BY payee_name, invoice_date, expense_amount HAVING COUNT(*) > 1
SELECT a.invoice_id, b.invoice_id FROM invoices a JOIN invoices b ON a.payee_name = b.payee_name AND a.expense_amount = b.expense_amount AND a.invoice_date = b.invoice_date AND a.invoice_id < b.invoice_id
SELECT SUM(SUM(expense_amount)) OVER (ORDER BY date_trunc('month', invoice_date)) AS running FROM invoices WHERE invoice_date IS NOT NULL GROUP BY date_trunc('month', invoice_date)
SELECT payee_name, expense_amount / SUM(expense_amount) OVER () AS share FROM invoices
SELECT (SELECT SUM(expense_amount) FROM invoices WHERE EXTRACT(YEAR FROM invoice_date) = 2025) - (SELECT SUM(expense_amount) FROM invoices WHERE EXTRACT(YEAR FROM invoice_date) = 2024) AS diff
SELECT 'a' AS k, COUNT(*) FROM invoices WHERE vat IS NULL UNION ALL SELECT 'b', COUNT(*) FROM invoices WHERE vat IS NOT NULL
SELECT payee_name FROM invoices WHERE invoice_date < '2025-01-01' EXCEPT SELECT payee_name FROM invoices WHERE invoice_date >= '2025-01-01'
SELECT to_char(invoice_date, 'IYYY-IW') AS week, SUM(expense_amount) FROM invoices GROUP BY 1 ORDER BY 1
SELECT initcap(lower(trim(payee_name))) AS vendor, SUM(expense_amount) FROM invoices GROUP BY 1 ORDER BY 2 DESC NULLS LAST
SELECT make_date(2026, 3, 1) AS first, age(DATE '2026-03-15', MIN(invoice_date)) FROM invoices
SELECT GREATEST(0, expense_amount), LEAST(vat, 100) FROM invoices
SELECT COALESCE(NULLIF(TRIM(payment_method), ''), 'unknown') AS method, COUNT(*) FROM invoices GROUP BY 1
SELECT COUNT(*) FILTER (WHERE invoice_date IS NULL) AS undated, COUNT(*) FILTER (WHERE vat IS NULL) AS without_vat FROM invoices
SELECT * FROM invoices WHERE (payee_name, payment_method) IN (('Shell', 'Cash'), ('Wolt', 'Bit'))
SELECT * FROM invoices WHERE payee_name = ANY (ARRAY['Shell', 'Wolt']) ORDER BY invoice_id
SELECT t.k, t.label, COUNT(i.invoice_id) FROM (VALUES (1, 'small'), (2, 'big')) AS t(k, label) LEFT JOIN invoices i ON (i.expense_amount >= 100) = (t.k = 2) GROUP BY t.k, t.label ORDER BY 1
SELECT corr(expense_amount, vat), stddev(expense_amount), variance(vat) FROM invoices
SELECT u.username, SUM(i.expense_amount) FROM users u JOIN invoices i USING (whatsapp_number) GROUP BY u.username
SELECT EXTRACT(QUARTER FROM invoice_date) AS q, SUM(expense_amount) FROM invoices WHERE invoice_date BETWEEN SYMMETRIC '2025-12-31' AND '2025-01-01' GROUP BY 1
SELECT bool_or(vat IS NULL), bool_and(expense_amount > 0), every(payee_name <> '') FROM invoices
SELECT split_part(payee_name, ' ', 1), left(payee_name, 3), right(payee_name, 2), position('a' IN payee_name), char_length(payee_name) FROM invoices
SELECT invoice_date + 7, invoice_date + INTERVAL '1 year', (invoice_date - DATE '2025-01-01') FROM invoices
SELECT width_bucket(expense_amount, 0, 1000, 5) AS bucket, COUNT(*) FROM invoices WHERE expense_amount >= 0 GROUP BY 1 ORDER BY 1
SELECT payee_name FROM invoices WHERE payee_name LIKE '100\%%' OR payee_name LIKE 'A\_B%'
SELECT COUNT(*) FROM invoices WHERE payee_name SIMILAR TO '(Shell|Wolt)%'
SELECT to_date('15/03/2026', 'DD/MM/YYYY') - MAX(invoice_date) FROM invoices
SELECT cume_dist() OVER (ORDER BY expense_amount), percent_rank() OVER (ORDER BY expense_amount) FROM invoices
SELECT translate(payee_name, 'áéíóú', 'aeiou') FROM invoices
SELECT COUNT(*) AS "how many", MAX(created_at) AT TIME ZONE 'UTC' FROM invoices
SELECT public.invoices.payee_name, public.invoices.vat FROM public.invoices ORDER BY public.invoices.invoice_id
SELECT public.invoices.* FROM public.invoices ORDER BY 1
SELECT payee_name, expense_amount FROM invoices ORDER BY expense_amount DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES
SELECT p, s FROM (WITH sums AS (SELECT payee_name AS p, SUM(expense_amount) AS s FROM invoices GROUP BY 1) SELECT p, s FROM sums) AS t ORDER BY s DESC NULLS LAST, p
SELECT payee_name FROM invoices WHERE expense_amount > (WITH mean AS (SELECT AVG(expense_amount) AS m FROM invoices) SELECT m FROM mean) ORDER BY invoice_id
WITH a AS (WITH b AS (SELECT expense_amount AS e FROM invoices), c AS (SELECT e FROM b WHERE e > 10) SELECT SUM(e) AS s FROM c) SELECT s FROM a
(WITH invoices AS (SELECT payee_name FROM invoices WHERE vat > 0) SELECT COUNT(*) FROM invoices) UNION ALL SELECT COUNT(*) FROM invoices
SELECT payee_name, (WITH same AS (SELECT COUNT(*) AS n FROM invoices AS other WHERE other.payee_name = i.payee_name) SELECT n FROM same) FROM invoices AS i ORDER BY i.invoice_id
SELECT (WITH w AS (SELECT 1) SELECT * FROM w)
-- Ranges, series by recursion, ONLY, Unicode forms, whole rows counted, names for columns that have none.
SELECT SUM(expense_amount) FROM invoices WHERE invoice_date <@ daterange('2026-01-01', '2026-02-01')
SELECT SUM(expense_amount) FROM invoices WHERE daterange('2026-01-05', '2026-01-20', '[]') @> invoice_date AND vat > 0
SELECT payee_name FROM invoices WHERE invoice_date <@ '[2025-12-01,2026-03-01)'::daterange ORDER BY invoice_id
SELECT COUNT(*) FROM invoices WHERE tsrange('2026-01-01', '2026-06-30 12:00') @> created_at
SELECT COUNT(*) FROM invoices WHERE numrange(10, 100, '[]') @> expense_amount
SELECT COUNT(*) FROM invoices WHERE daterange(invoice_date, invoice_date + 30) && daterange(DATE '2026-02-01', DATE '2026-02-28', '[]')
SELECT lower(w), upper(w) - 1, isempty(w), lower_inc(w) FROM (SELECT daterange('2026-03-02', '2026-03-08', '[]') AS w) AS week
SELECT lower(range_merge(daterange(MIN(invoice_date), MIN(invoice_date), '[]'), daterange(MAX(invoice_date), MAX(invoice_date), '[]'))) FROM invoices
SELECT payment_method, COUNT(*) FROM invoices GROUP BY payment_method HAVING ARRAY_AGG(payee_name) && ARRAY['Wolt', 'Shell']::varchar[] ORDER BY 1
SELECT COUNT(*) FROM invoices WHERE ARRAY[payment_method] <@ ARRAY['Visa', 'Cash']::varchar[]
WITH RECURSIVE months AS (SELECT DATE '2025-11-01' AS month UNION ALL SELECT (month + INTERVAL '1 month')::date FROM months WHERE month < DATE '2026-03-01') SELECT month, COALESCE(SUM(i.expense_amount), 0) FROM months LEFT JOIN invoices AS i ON date_trunc('month', i.invoice_date) = month GROUP BY month ORDER BY month
WITH RECURSIVE days(day) AS (VALUES (DATE '2026-01-01') UNION ALL SELECT day + 1 FROM days WHERE day < DATE '2026-01-31') SELECT day, (SELECT COUNT(*) FROM invoices WHERE invoice_date = day) FROM days ORDER BY day
WITH RECURSIVE d(day) AS (SELECT MIN(invoice_date) FROM invoices UNION ALL SELECT day + 1 FROM d WHERE day < (SELECT MAX(invoice_date) FROM invoices)) SELECT COUNT(*) FROM d
WITH RECURSIVE back AS (SELECT 12 AS n UNION ALL SELECT n - 1 FROM back WHERE n > 1) SELECT n, SUM(vat) FROM back LEFT JOIN invoices ON EXTRACT(MONTH FROM invoice_date) = n GROUP BY n ORDER BY n
WITH RECURSIVE m(first, n) AS (SELECT DATE '2026-01-01', 1 UNION ALL SELECT (first + '1 month'::interval)::date, n + 1 FROM m WHERE n < 6) SELECT to_char(first, 'Mon'), n FROM m ORDER BY n
WITH RECURSIVE w AS (SELECT date_trunc('week', DATE '2026-03-15') - INTERVAL '7 weeks' AS monday UNION ALL SELECT monday + INTERVAL '1 week' FROM w WHERE monday + INTERVAL '1 week' <= DATE '2026-03-15'), own AS (SELECT * FROM invoices) SELECT monday, COUNT(own.*) FROM w LEFT JOIN own ON date_trunc('week', own.invoice_date) = monday GROUP BY monday ORDER BY monday
SELECT n FROM (WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n + 1 FROM t WHERE n < 4) SELECT n FROM t) AS few ORDER BY n
SELECT payee_name, vat FROM ONLY invoices AS i WHERE i.vat IS NOT NULL ORDER BY invoice_id
SELECT username FROM ONLY public.users
SELECT COUNT(i.*), COUNT(i.vat) FROM users AS u LEFT JOIN invoices AS i USING (whatsapp_number)
SELECT normalize(payee_name, NFD), normalize(payee_name) FROM invoices ORDER BY invoice_id
SELECT normalize FROM (SELECT normalize(lower(payee_name), NFKC) FROM invoices) AS n WHERE normalize IS NOT NULL ORDER BY 1
SELECT COUNT(*) FROM invoices WHERE payee_name ^@ 'S' OR starts_with(payee_name, 'M')
SELECT method, place FROM unnest(ARRAY['Visa', 'Cash']) WITH ORDINALITY AS methods(method, place) ORDER BY place
SELECT method, code, ordinality FROM unnest(ARRAY['Visa', 'Cash'], ARRAY[1, 2]) WITH ORDINALITY AS methods(method, code)
SELECT invoices_total, vat_total FROM (SELECT SUM(expense_amount), SUM(vat) FROM invoices) AS t(invoices_total, vat_total)
WITH t(a, b, c) AS (SELECT 1, 2, COUNT(*) FROM invoices) SELECT a, b, c FROM t
VALUES (3), (1), (2) ORDER BY column1 DESC
SELECT i.payee_name, u.username FROM (invoices AS i JOIN users AS u USING (whatsapp_number)) WHERE i.vat > 1 ORDER BY i.invoice_id
SELECT q.query_id, i.invoice_id FROM queries AS q LEFT JOIN (users AS u JOIN invoices AS i ON i.whatsapp_number = u.whatsapp_number AND i.vat > 5) ON q.whatsapp_number = u.whatsapp_number ORDER BY 1, 2
SELECT SUM(expense_amount) OVER (ORDER BY invoice_id ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW) FROM invoices ORDER BY invoice_id
SELECT COUNT(*) OVER (ORDER BY payment_method GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM invoices ORDER BY 1
