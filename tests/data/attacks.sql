-- Statements that must be refused before they reach the server, one a line. :victim stands for another person's number.
SET ROLE postgres
SET SESSION AUTHORIZATION postgres
RESET ALL
SHOW data_directory
EXPLAIN ANALYZE SELECT * FROM invoices
ANALYZE invoices
VACUUM invoices
LISTEN x
NOTIFY x, 'y'
LOCK TABLE invoices
BEGIN
COMMIT; SELECT 1
DISCARD ALL
DEALLOCATE ALL
PREPARE p AS SELECT 1
EXECUTE p
DECLARE c CURSOR FOR SELECT 1
FETCH ALL FROM c
CALL pg_sleep(1)
CREATE TABLE t AS SELECT * FROM invoices
CREATE TEMP TABLE t (a int)
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE VIEW v AS SELECT * FROM invoices
ALTER TABLE invoices DISABLE ROW LEVEL SECURITY
DROP TABLE invoices
TRUNCATE invoices
GRANT ALL ON invoices TO PUBLIC
INSERT INTO invoices (payee_name) VALUES ('x')
UPDATE invoices SET payee_name = 'x'
DELETE FROM invoices
MERGE INTO invoices USING users ON TRUE WHEN MATCHED THEN DELETE
COPY invoices TO STDOUT
COPY invoices FROM PROGRAM 'id'
DO $$ BEGIN PERFORM pg_sleep(1); END $$
SELECT 1; SELECT 2
SELECT 1; -- ; DROP TABLE invoices
SELECT 1;; DROP TABLE invoices
WITH x AS (INSERT INTO invoices (payee_name) VALUES ('x') RETURNING *) SELECT * FROM x
WITH x AS (UPDATE invoices SET vat = 0 RETURNING *) SELECT * FROM x
WITH x AS (DELETE FROM invoices RETURNING *) SELECT 1
SELECT * INTO t FROM invoices
SELECT * INTO TEMP t FROM invoices
SELECT * FROM invoices FOR UPDATE
SELECT * FROM invoices FOR SHARE
SELECT * FROM (SELECT * FROM invoices FOR KEY SHARE) x
SELECT * FROM invoices TABLESAMPLE SYSTEM (100)
SELECT * FROM fintrak_private.tenant_keys
SELECT * FROM pg_catalog.invoices
SELECT * FROM other.public.invoices
SELECT * FROM information_schema.tables
SELECT * FROM "pg_catalog"."pg_class"
SELECT * FROM pg_class
SELECT * FROM pg_roles
SELECT * FROM pg_authid
SELECT * FROM PG_STAT_ACTIVITY
SELECT * FROM pg_stat_statements
SELECT * FROM pg_locks
SELECT * FROM pg_settings
SELECT * FROM pg_stats
SELECT * FROM pg_timezone_names
SELECT * FROM reads
SELECT * FROM replies
SELECT * FROM tenant_keys
SELECT * FROM _own_invoices
SELECT * FROM "_own_users"
WITH _own_invoices AS (SELECT 1) SELECT * FROM _own_invoices
WITH x AS (SELECT * FROM "_OWN_invoices") SELECT * FROM x
SELECT * FROM "Invoices"
SELECT * FROM "INVOICES"
SELECT * FROM "invoices "
SELECT * FROM U&"\0069nvoices"
SELECT * FROM U&"!0069nvoices" UESCAPE '!'
SELECT * FROM invoices, later WHERE 1 = 1
WITH a AS (SELECT * FROM b), b AS (SELECT * FROM invoices) SELECT * FROM a
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r
WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 1000000000) SELECT count(*) FROM r
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a
SELECT tableoid FROM invoices
SELECT i.tableoid::regclass FROM invoices i
SELECT xmin, xmax, ctid FROM invoices
SELECT "ctid" FROM invoices
SELECT i.cmin FROM invoices AS i
SELECT ctid FROM (SELECT 1 AS ctid) x
SELECT i FROM invoices i
SELECT i::text FROM invoices i
SELECT (i).payee_name FROM invoices i
SELECT (i).* FROM invoices i
SELECT i.text FROM invoices i
SELECT i.pg_typeof FROM invoices i
SELECT x.to_json FROM invoices x
SELECT payee_name.upper FROM invoices
SELECT invoices.pg_column_size FROM invoices
SELECT i.hashtext FROM invoices i, (SELECT 1 AS hashtext) z
SELECT deleted_at FROM invoices
SELECT sql_text FROM queries
SELECT source_message_id FROM invoices
SELECT language FROM users
SELECT NULL::invoices
SELECT NULL::users
SELECT ROW(1, 2)::invoices
SELECT 'invoices'::regclass
SELECT 'invoices'::regclass::oid
SELECT CAST('pg_sleep' AS regproc)
SELECT 1::oid
SELECT '{}'::pg_catalog.json
SELECT CAST('x' AS xml)
SELECT CAST('1' AS bit(100000000))
SELECT 'x'::char(10000000)
SELECT 'x'::varchar(10000000)
SELECT 1::numeric(1001, 5)
SELECT 'a'::name
SELECT 'a'::tsvector
SELECT set_config('fintrak.token', 'x', false)
SELECT SET_CONFIG('role', 'postgres', false)
SELECT "set_config"('a.b', 'c', true)
SELECT pg_catalog.set_config('a.b', 'c', true)
SELECT current_setting('fintrak.token')
SELECT current_setting('is_superuser')
SELECT current_user
SELECT user
SELECT session_user
SELECT current_role
SELECT current_catalog
SELECT current_schema
SELECT current_database()
SELECT version()
SELECT inet_server_addr()
SELECT pg_backend_pid()
SELECT pg_sleep(5)
SELECT pg_sleep_for('5 s')
SELECT pg_sleep_until(now() + interval '5 s')
SELECT count(pg_sleep(1)) FROM invoices
SELECT * FROM pg_sleep(5)
SELECT * FROM invoices WHERE pg_sleep(1) IS NULL
SELECT 1 ORDER BY pg_sleep(1)
SELECT 1 LIMIT (SELECT count(pg_sleep(1)))
SELECT sum(1) OVER (ORDER BY pg_sleep(1))
SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL) FROM invoices
SELECT CASE WHEN pg_sleep(1) IS NULL THEN 1 END
SELECT (ARRAY[pg_sleep(1)])[1]
VALUES (pg_sleep(1))
SELECT * FROM (VALUES (pg_sleep(1))) v
SELECT * FROM invoices JOIN users ON pg_sleep(1) IS NULL
SELECT * FROM LATERAL pg_sleep(1) x
SELECT DISTINCT ON (pg_sleep(1)) 1
SELECT 1 GROUP BY pg_sleep(1)
SELECT 1 HAVING pg_sleep(1) IS NULL
SELECT pg_read_file('/etc/passwd')
SELECT pg_read_binary_file('/etc/passwd')
SELECT pg_ls_dir('/')
SELECT pg_stat_file('/etc/passwd')
SELECT pg_reload_conf()
SELECT pg_rotate_logfile()
SELECT pg_terminate_backend(1)
SELECT pg_cancel_backend(1)
SELECT pg_advisory_lock(1)
SELECT pg_try_advisory_lock(1)
SELECT pg_advisory_xact_lock(1)
SELECT pg_notify('x', 'y')
SELECT pg_export_snapshot()
SELECT pg_switch_wal()
SELECT pg_promote()
SELECT pg_logical_emit_message(false, 'a', 'b')
SELECT pg_relation_size('invoices')
SELECT pg_get_viewdef('x')
SELECT pg_get_functiondef(1)
SELECT obj_description(1)
SELECT has_table_privilege('invoices', 'SELECT')
SELECT to_regclass('invoices')
SELECT lo_import('/etc/passwd')
SELECT lo_export(1, '/tmp/x')
SELECT lo_create(0)
SELECT lo_from_bytea(0, 'x')
SELECT lo_get(1)
SELECT loread(1, 10)
SELECT nextval('invoices_invoice_id_seq')
SELECT setval('invoices_invoice_id_seq', 1)
SELECT currval('invoices_invoice_id_seq')
SELECT lastval()
SELECT query_to_xml('SELECT * FROM invoices', true, true, '')
SELECT table_to_xml('invoices', true, true, '')
SELECT database_to_xml(true, true, '')
SELECT schema_to_xml('public', true, true, '')
SELECT cursor_to_xml('c', 1, true, true, '')
SELECT xmlparse(document '<a/>')
SELECT xmlelement(name a)
SELECT xpath('/a', '<a/>')
SELECT * FROM xmltable('/a' PASSING '<a/>' COLUMNS x int)
SELECT * FROM dblink('host=127.0.0.1', 'SELECT 1') AS t(a int)
SELECT dblink_connect('x')
SELECT dblink_exec('x', 'DROP TABLE invoices')
SELECT * FROM json_to_recordset('[]') AS j(a int)
SELECT * FROM json_populate_record(NULL::invoices, '{}')
SELECT jsonb_populate_record(NULL::users, '{}')
SELECT * FROM ROWS FROM (generate_series(1, 2), pg_sleep(1))
SELECT ts_stat('SELECT payee_name FROM invoices')
SELECT * FROM ts_stat('SELECT to_tsvector(payee_name) FROM invoices')
SELECT * FROM crosstab('SELECT 1, 2, 3') AS t(a int)
SELECT txid_current()
SELECT gen_random_uuid()
SELECT setseed(0.5)
SELECT fintrak_private.sender()
SELECT fintrak_private.forget('x')
SELECT public.upper('a')
SELECT 1 OPERATOR(pg_catalog.+) 2
SELECT 'a' COLLATE "pg_catalog"."C"
SELECT $1
SELECT :name
SELECT %(name)s
SELECT ?
SELECT @x
SELECT U&'\0041'
SELECT B'101'
SELECT X'1F'
SELECT repeat('a', 1000000)
SELECT repeat(repeat(repeat(repeat('a', 200), 200), 200), 200)
SELECT repeat('a', '100000000'::int)
SELECT length(repeat('a', 99999999))
SELECT lpad('a', 100000000)
SELECT rpad('a', 100000000, 'b')
SELECT lpad('a', (SELECT max(invoice_id) FROM invoices)::int * 100000)
SELECT format('%100000000s', 'a')
SELECT format('%*s', 100000000, 'a')
SELECT format('%1$*2$s', 'a', 100000000)
SELECT replace(replace(replace(repeat('a', 200), 'a', repeat('a', 200)), 'a', repeat('a', 200)), 'a', 'bbbbbbbbbb')
SELECT string_agg(repeat('x', 200), repeat('y', 200)) FROM invoices a, generate_series(1, 10000) b, invoices c
SELECT string_agg(s, '') FROM (SELECT string_agg(s, '') AS s FROM (SELECT string_agg(payee_name, '') AS s FROM invoices) a, generate_series(1, 1000) b) c
WITH a AS (SELECT repeat('x', 200) AS s), b AS (SELECT repeat(s, 200) AS s FROM a), c AS (SELECT repeat(s, 200) AS s FROM b), d AS (SELECT repeat(s, 200) AS s FROM c) SELECT length(s) FROM d
SELECT array_fill(1, ARRAY[10000, 10000])
SELECT array_agg(a) FROM generate_series(1, 100000000) a
SELECT generate_series(1, 100000000)
SELECT count(*) FROM generate_series(1, 1e9)
SELECT count(*) FROM generate_series(1, 1000 * 1000 * 1000)
SELECT count(*) FROM generate_series(1, 9999 ^ 3)
SELECT count(*) FROM generate_series(1, '1000000000'::int)
SELECT count(*) FROM generate_series(1, (SELECT max(expense_amount) FROM invoices)::int)
SELECT count(*) FROM generate_series(0, 1, 0.0000001)
SELECT count(*) FROM generate_series('1000-01-01'::timestamp, '9999-01-01', '1 second')
SELECT count(*) FROM generate_series(DATE '0001-01-01', DATE '5874897-01-01', INTERVAL '1 day')
SELECT count(*) FROM generate_series(1, 9000) a, generate_series(1, 9000) b
SELECT generate_series(1, 9000), generate_series(1, 9000) FROM generate_series(1, 9000)
SELECT count(*) FROM invoices a CROSS JOIN invoices b CROSS JOIN invoices c
SELECT count(*) FROM invoices a JOIN invoices b ON TRUE JOIN invoices c ON 1 = 1 JOIN invoices d ON a.vat < d.vat
SELECT count(*) FROM (SELECT 1 FROM invoices a, invoices b) x, (SELECT 1 FROM invoices a, invoices b) y
WITH a AS (SELECT 1 FROM invoices, users, queries) SELECT count(*) FROM a
SELECT * FROM invoices a, invoices a
SELECT 9 ^ 9 ^ 9 ^ 9
SELECT 10::numeric ^ 100000
SELECT power(9.99, 130000)
SELECT power(10, (SELECT max(invoice_id) FROM invoices))
SELECT exp(exp(exp(10.0)))
SELECT factorial(100000)
SELECT 100000 !
SELECT 1e100000
SELECT '1e100000'::numeric
SELECT 999999999999999999999999999999999999999999
SELECT round(1.5, 100000)
SELECT regexp_replace(payee_name, '(a+)+$', 'b') FROM invoices
SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '^(a|a)*$'
SELECT payee_name ~ '(((((x{1,200}){1,200}){1,200})))' FROM invoices
SELECT payee_name ~ '(.)\1\1' FROM invoices
SELECT payee_name ~ payee_name FROM invoices
SELECT payee_name SIMILAR TO (SELECT string_agg(payee_name, '%') FROM invoices) FROM invoices
SELECT regexp_matches(repeat('a', 200), '(a*)*b')
SELECT 1 FROM invoices WHERE payee_name ~ repeat('a?', 100)
SELECT ((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))
SELECT * EXCLUDE (payee_name) FROM invoices
SELECT payee_name FROM invoices QUALIFY row_number() OVER () = 1
SELECT TOP 5 * FROM invoices
SELECT * FROM invoices PIVOT (sum(vat) FOR payee_name IN ('a'))
SELECT * FROM invoices WHERE ROWNUM < 5
SELECT * FROM unknown_table
SELECT unknown_column FROM invoices
SELECT a.payee_name FROM invoices b
SELECT j.payee_name FROM invoices i, (SELECT i.payee_name) j
SELECT x.payee_name FROM invoices i WHERE EXISTS (SELECT 1 FROM invoices x)
SELECT *
SELECT x.* FROM invoices i
SELECT upper(*) FROM invoices
SELECT 'x' AS "pg_shadow"
SELECT 1 AS tableoid
SELECT 'today 10:00'::timestamp
SELECT timeofday()
SELECT current_time
SELECT localtime
SELECT 'allballs'::time = '00:00', invoice_date > 'now ' || 'x' FROM invoices, pg_class
-- More kinds: catalogue, files, side effects, bombs, escapes, rows as values, other schemas.
WITH _own_invoices AS (SELECT * FROM public.invoices) SELECT * FROM _own_invoices
WITH "_own_invoices" AS (SELECT 1) SELECT * FROM invoices
SELECT * FROM "_OWN_invoices"
SELECT * FROM invoices, pg_catalog.pg_class
SELECT invoices::text FROM invoices WHERE whatsapp_number <> 'x'
SELECT (invoices).* FROM invoices
SELECT ROW(i.*) FROM invoices i
SELECT 'pg_shadow'::regclass
SELECT 'public.invoices'::regclass::oid
SELECT 'postgres'::regrole
SELECT ctid FROM invoices
SELECT xmin::text FROM invoices
SELECT session_user, user, current_role
SELECT current_catalog, current_schema
SELECT current_setting('app.whatsapp_number')
SELECT set_config('row_security', 'off', false)
SELECT pg_catalog.set_config('role', 'postgres', false)
SELECT "set_config"('role', 'postgres', false)
SELECT U&"set\005Fconfig"('role', 'postgres', false)
SELECT payee_name FROM U&"p\0067_class"
SELECT payee_name FROM invoices WHERE payee_name = U&'\0061'
SELECT $$SELECT 1$$ FROM invoices; DROP TABLE invoices
SELECT $a$x$a$; SELECT * FROM users
SELECT 1 --; \n; DELETE FROM invoices
SELECT /*! 1 */ lo_import('/etc/passwd')
SELECT pg_ls_dir('.')
SELECT pg_stat_file('postgresql.conf')
SELECT dblink('host=127.0.0.1', 'select 1')
SELECT * FROM dblink('host=127.0.0.1', 'select 1') AS t(a int)
SELECT query_to_xml_and_xmlschema('select 1', true, true, '')
SELECT table_to_xml('invoices', true, false, '')
SELECT database_to_xml(true, false, '')
SELECT * FROM xmltable('/a' PASSING '<a/>' COLUMNS b text)
SELECT * FROM json_to_recordset('[{"a":1}]') AS x(a int)
SELECT * FROM jsonb_array_elements('[1,2]')
SELECT CAST(NULL AS public.users)
SELECT '(1,2)'::invoices
COPY invoices TO '/tmp/x'
COPY (SELECT * FROM invoices) TO STDOUT
DO $$ BEGIN DELETE FROM invoices; END $$
DECLARE c CURSOR FOR SELECT * FROM invoices
EXPLAIN SELECT * FROM invoices
EXPLAIN ANALYZE DELETE FROM invoices
ANALYZE
LISTEN billing
NOTIFY billing, 'x'
CREATE TEMP TABLE t AS SELECT * FROM invoices
SELECT * FROM invoices FOR SHARE NOWAIT
WITH x AS (INSERT INTO invoices DEFAULT VALUES RETURNING *) SELECT * FROM x
MERGE INTO invoices USING users ON true WHEN MATCHED THEN DELETE
GRANT ALL ON invoices TO public
BEGIN; SELECT 1; COMMIT
SAVEPOINT s
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t
WITH RECURSIVE t AS (SELECT 1 AS n UNION SELECT n * 2 FROM t WHERE n < 1e9) SELECT * FROM t
SELECT generate_series(1, 1000000000)
SELECT count(*) FROM generate_series(1, 10000) a, generate_series(1, 10000) b
SELECT count(*) FROM generate_series('0001-01-01'::date, '9999-12-31'::date, '1 second')
SELECT count(*) FROM generate_series(now(), now() + interval '1000 years', '1 millisecond')
SELECT string_agg(repeat('x', 100000), '') FROM generate_series(1, 1000)
SELECT array_fill(1, ARRAY[100000000])
SELECT repeat(repeat(repeat('x', 200), 200), 200)
SELECT lpad('x', 2000000000)
SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' ~ '^(a+)+$'
SELECT payee_name ~ '(x+x+)+y' FROM invoices
SELECT payee_name SIMILAR TO '((a|b)*)*c' FROM invoices
SELECT regexp_replace(repeat('a', 200), '(a*)*b', '') FROM invoices
SELECT numeric '1e100000'
SELECT pg_try_advisory_xact_lock(1)
SELECT pg_notify('billing', 'x')
SELECT pg_terminate_backend(pg_backend_pid())
SELECT pg_sleep_for('5 minutes')
SELECT pg_sleep_until('2027-01-01')
SELECT nextval('invoices_invoice_id_seq'), currval('invoices_invoice_id_seq')
SELECT last_value FROM invoices_invoice_id_seq
SELECT obj_description('invoices'::regclass)
SELECT has_table_privilege('invoices', 'select')
SELECT to_regclass('pg_authid')
SELECT * FROM "information_schema"."columns"
SELECT * FROM pg_stat_activity
SELECT * FROM pg_user
SELECT rolname FROM pg_roles
SELECT * FROM gpt_calls
SELECT i.deleted_at FROM invoices i
SELECT * FROM invoices TABLESAMPLE BERNOULLI (100)
SELECT payee_name FROM fintrak.public.invoices
SELECT payee_name FROM mine.invoices
SELECT i.upper FROM invoices i
SELECT i.to_json FROM invoices i
SELECT i.count FROM invoices i
SELECT payee_name FROM invoices ORDER BY (SELECT pg_sleep(5))
SELECT payee_name FROM invoices LIMIT (SELECT pg_sleep(5)::text::int)
SELECT sum(expense_amount) OVER (ORDER BY pg_sleep(1)) FROM invoices
SELECT payee_name FROM invoices WHERE payee_name OPERATOR(pg_catalog.=) 'x'
SELECT 1 OPERATOR(pg_catalog.+) 1
SELECT payee_name COLLATE "pg_catalog"."C" FROM invoices
SELECT CAST(payee_name AS xml) FROM invoices
SELECT payee_name::json::record FROM invoices
SELECT hashtext(whatsapp_number) FROM users
SELECT pg_typeof(invoices) FROM invoices
SELECT row_security_active('invoices')
SELECT unnest(histogram_bounds::text::text[]) FROM pg_stats
SELECT ts_stat('select 1')
SELECT loread(lo_open(1, 262144), 10)
SELECT crosstab('select 1')
SELECT * FROM ROWS FROM (generate_series(1, 3), pg_ls_dir('.')) AS x
SELECT * FROM LATERAL pg_ls_dir('.') AS f
SELECT * FROM pg_show_all_settings() AS s
VALUES (pg_read_file('/etc/passwd'))
TABLE pg_authid
SELECT * FROM invoices WHERE EXISTS (TABLE users) UNION TABLE pg_user
SELECT (SELECT setting FROM pg_settings LIMIT 1)
SELECT convert_from(pg_read_binary_file('/etc/hostname'), 'utf8')
CALL some_procedure()
IMPORT FOREIGN SCHEMA public FROM SERVER x INTO y
SECURITY LABEL ON TABLE invoices IS 'x'
SELECT 1 AS "a""b", pg_sleep(1)
SELECT E'\x27'; DROP TABLE users
SELECT 1\g
SELECT '\'; DELETE FROM invoices; --'
SELECT payee_name FROM invoices WHERE whatsapp_number = U&'\002B34611222333'
SELECT payee_name FROM "inv\u006fices"
SELECT payee_name FROM ınvoices
SELECT payee_name FROM ｉｎｖｏｉｃｅｓ
SELECT "WHATSAPP_NUMBER" FROM invoices
SELECT /* $1 */ payee_name FROM invoices WHERE whatsapp_number <> $1
SELECT payee_name FROM invoices WHERE whatsapp_number <> $2
SELECT $tag$'; DROP TABLE invoices; --$tag$ AS x
SELECT $$ $1 $$, payee_name FROM public."invoices"
SELECT payee_name FROM pg_catalog.pg_class, public.invoices
SELECT relname FROM pg_class
SELECT oid, rolname FROM pg_authid
SELECT rolpassword FROM pg_catalog.pg_authid
SELECT setting FROM pg_settings
SELECT * FROM pg_stats WHERE tablename = 'invoices'
SELECT most_common_vals FROM pg_stats
SELECT xmin, ctid, tableoid FROM invoices
SELECT invoices.tableoid::regclass FROM invoices
SELECT pg_get_viewdef('pg_user')
SELECT current_setting('fintrak.token', true) AS t
SELECT set_config('fintrak.token', 'x', true)
SELECT set_config('role', 'postgres', false)
SELECT pg_catalog.set_config('search_path', 'pg_temp', true)
SELECT current_user, session_user, user
SELECT inet_server_addr(), inet_client_addr()
SELECT pg_sleep_for('10 seconds')
SELECT pg_sleep_until(now() + interval '10 seconds')
SELECT (SELECT pg_sleep(5)) FROM invoices
SELECT payee_name FROM invoices ORDER BY pg_sleep(5)
SELECT count(*) FROM invoices WHERE pg_sleep(1) IS NULL
SELECT * FROM pg_largeobject
SELECT * FROM dblink('dbname=postgres', 'SELECT 1') AS t(a int)
SELECT * FROM dblink_connect('x')
COPY (SELECT * FROM invoices) TO '/tmp/x'
DO 'BEGIN PERFORM 1; END'
NOTIFY billing
PREPARE x AS SELECT * FROM invoices
EXECUTE x
SET search_path TO evil
SET LOCAL ROLE postgres
SET SESSION AUTHORIZATION DEFAULT
RESET SESSION AUTHORIZATION
BEGIN; SET TRANSACTION READ WRITE; SELECT 1
SELECT query_to_xml('SELECT * FROM public.invoices', true, true, '')
SELECT xpath('/x', xmlparse(document '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'))
SELECT XMLELEMENT(name x, payee_name) FROM public.invoices
SELECT xmlagg(xmlelement(name i, whatsapp_number)) FROM users
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n FROM r) SELECT * FROM r
SELECT (i).whatsapp_number FROM (SELECT invoices FROM invoices) AS t(i)
SELECT (ROW(1,2)).f1
SELECT invoices::text FROM invoices
SELECT jsonb_path_query(to_jsonb(i), '$.*') FROM invoices i
SELECT * FROM json_populate_recordset(NULL::invoices, '[]')
SELECT * FROM jsonb_to_recordset('[{"a":1}]') AS x(a int)
SELECT CAST(NULL AS invoices)
SELECT CAST(ROW(1) AS pg_authid)
SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY[1]))
SELECT generate_series(1, 10000000)
SELECT unnest(string_to_array(repeat('a,', 100000000), ','))
SELECT regexp_split_to_table(repeat('a', 99999999), '')
SELECT 1 FROM invoices WHERE payee_name OPERATOR(pg_catalog.=) 'x'
SELECT 1 OPERATOR(public.+) 1
SELECT invoices FROM invoices WHERE invoices IS NOT NULL AND invoices > ROW('')
SELECT count(*) FROM invoices a, invoices b, invoices c WHERE a.payee_name ~ b.payee_name
SELECT 'a' ~ '(a+)+$'
SELECT payee_name SIMILAR TO '%(a|b)*{1000}' FROM invoices
SELECT power(9, power(9, power(9, 9)))
SELECT lpad('', 100000000, 'x')
SELECT format('%1000000000s', 'x')
SELECT convert_from(lo_get(16384), 'UTF8')
SELECT encode(pg_read_binary_file('x'), 'base64')
SELECT nextval('queries_query_id_seq')
TABLE pg_user
VALUES ((SELECT passwd FROM pg_user LIMIT 1))
SELECT * FROM fintrak_private.signing_key()
SELECT * FROM fintrak_private.keys
SELECT outcome FROM public.reads
SELECT payee_name FROM invoices FOR UPDATE
SELECT payee_name INTO TEMP x FROM invoices
SELECT payee_name FROM invoices; SELECT 2
SELECT payee_name FROM invoices \; DROP TABLE users
MERGE INTO invoices i USING users u ON TRUE WHEN MATCHED THEN DELETE
WITH x AS (INSERT INTO users VALUES ('x') RETURNING *) SELECT * FROM x
EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM public.invoices
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname LIKE 'a%')
SELECT ts_stat('SELECT to_tsvector(payee_name) FROM public.invoices')
SELECT * FROM ts_stat('SELECT to_tsvector(payee_name) FROM public.invoices')
SELECT * FROM pg_logical_slot_peek_changes('x', NULL, NULL)
SELECT * FROM crosstab('SELECT * FROM public.invoices') AS t(a text, b text)
SELECT * FROM pg_hba_file_rules
SELECT col_description(1, 1)
SELECT to_regclass('users')
SELECT min(pg_column_size(i)) FROM invoices i
SELECT payee_name FROM invoices WHERE deleted_at IS NOT NULL
SELECT 'x' COLLATE evil
SELECT pg_catalog.count(*) FROM public.invoices
SELECT public.count(*) FROM invoices
SELECT "count"(*) FROM pg_user
SELECT md5(string_agg(passwd, '')) FROM pg_shadow
SELECT random(), gen_random_uuid()
SELECT (WITH x AS (SELECT 1 AS n) SELECT n FROM x), n FROM x
SELECT * FROM (WITH x AS (SELECT * FROM pg_class) SELECT * FROM x) AS t
SELECT * FROM (WITH x AS (DELETE FROM invoices RETURNING *) SELECT * FROM x) AS t
SELECT * FROM (WITH _own_invoices AS (SELECT 1) SELECT * FROM _own_invoices) AS t
SELECT * FROM (WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT n FROM r) AS t
SELECT * FROM (WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x) AS t
SELECT pg_catalog.invoices.vat FROM invoices
SELECT fintrak_private.invoices.* FROM invoices
SELECT 1 FROM invoices AS a, invoices AS b, invoices AS c FETCH FIRST 1 ROWS WITH TIES
SELECT * FROM (WITH a AS (SELECT 1 FROM invoices AS a, invoices AS b), b AS (SELECT 1 FROM a, a AS c) SELECT 1 FROM b) AS t
-- VALUES with a tail; WITH RECURSIVE that does more than count; ranges made of words for days.
VALUES (1), (2), (3) LIMIT (SELECT count(*) FROM information_schema.tables)
VALUES (1), (2) ORDER BY (SELECT max(outcome) FROM reads)
VALUES (1), (2) ORDER BY (SELECT fintrak_private.sender())
SELECT * FROM invoices WHERE vat IN (VALUES (1) ORDER BY (SELECT no_such FROM invoices))
VALUES (1) ORDER BY (SELECT i.deleted_at FROM invoices AS i)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < (SELECT n + 1)) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5 OR n > 0) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n > 0) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n - 1 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 0 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT (n + 0.4)::int FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n, m) AS (SELECT 1, 1 UNION ALL SELECT m, n + 1 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 30000) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < power(9, 9)) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < (SELECT sum(expense_amount) FROM invoices)) SELECT count(*) FROM r
WITH RECURSIVE r(n, t) AS (SELECT 1, 'ab' UNION ALL SELECT n + 1, t || t FROM r WHERE n < 40) SELECT max(length(t)) FROM r
WITH RECURSIVE r(n, m) AS (SELECT 1, 2.5 UNION ALL SELECT n + 1, m + m FROM r WHERE n < 900) SELECT max(m) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r, invoices WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT max(n) + 1 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM public.r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r(n) AS (SELECT n FROM r UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r AS (SELECT 1 AS n EXCEPT SELECT n + 1 FROM r WHERE n < 9) SELECT count(*) FROM r
WITH RECURSIVE r AS (SELECT * FROM (SELECT 1 AS n) AS q UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT n FROM r
WITH RECURSIVE d(d) AS (SELECT DATE '-infinity' UNION ALL SELECT d + 1 FROM d WHERE d < CURRENT_DATE) SELECT count(*) FROM d
WITH RECURSIVE d(d) AS (SELECT DATE '2026-01-01' UNION ALL SELECT (d + INTERVAL '1 hour')::date FROM d WHERE d < CURRENT_DATE) SELECT count(*) FROM d
WITH RECURSIVE a AS (SELECT x FROM b), b AS (SELECT 1 AS x) SELECT x FROM a
WITH RECURSIVE invoices AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM invoices WHERE n < 4) SELECT n FROM invoices
WITH RECURSIVE a AS (SELECT payee_name FROM invoices), invoices AS (SELECT 'x' AS payee_name) SELECT payee_name FROM a
SELECT payee_name FROM invoices WHERE invoice_date <@ '[today,tomorrow]'::daterange
SELECT payee_name FROM invoices WHERE invoice_date <@ '[2026-01-01, now)'
SELECT normalize(normalize(normalize(normalize(query_result, NFKD), NFKD), NFKD), NFKD) FROM queries
SELECT normalize(payee_name, invoice_id) FROM invoices
SELECT daterange(i.*) <@ payee_name(i) FROM invoices i
SELECT * FROM (invoices AS i JOIN fintrak_private.tenant_keys AS k ON TRUE)
SELECT * FROM (invoices AS i JOIN information_schema.tables AS t ON TRUE)
SELECT * FROM (invoices AS i JOIN users AS u ON i.source_message_id IS NULL)
SELECT * FROM (invoices AS i JOIN users AS u ON TRUE LIMIT (SELECT COUNT(*) FROM reads))
SELECT * FROM (invoices AS a JOIN invoices AS b ON TRUE) JOIN (invoices AS c JOIN invoices AS d ON TRUE) ON TRUE
