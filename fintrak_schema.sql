-- The database of FinTrak. `python main.py init` applies this file and then gives the two roles their passwords;
-- `psql -f fintrak_schema.sql` alone makes everything but the passwords. It can be applied again at any time, and it
-- upgrades a database that has only the customer's three tables without losing a row. PostgreSQL 15 or newer.

BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL lock_timeout = '30s';
SET LOCAL TimeZone = 'UTC';
SET LOCAL search_path = public, pg_temp;

-- Two processes that start at once must not both create.
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('fintrak schema')); END $$;

-- Tables made by another login cannot be altered by this one: say so before anything is touched.
DO $$
DECLARE
    foreign_owned text;
BEGIN
    SELECT string_agg(format('%s (owner %s)', relname, pg_get_userbyid(relowner)), ', ' ORDER BY relname) INTO foreign_owned
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
      AND relname IN ('users', 'invoices', 'queries', 'reads', 'replies', 'gpt_calls')
      AND NOT pg_has_role(relowner, 'USAGE');
    IF foreign_owned IS NOT NULL THEN
        RAISE EXCEPTION 'these tables belong to another role: %', foreign_owned
            USING HINT = format('As their owner run ALTER TABLE ... OWNER TO %I, then apply the schema again.', current_user);
    END IF;
END $$;

-- The customer's tables: their columns first and in their order, ours after them. Their timestamps are UTC.
CREATE TABLE IF NOT EXISTS users (
    whatsapp_number varchar(160) PRIMARY KEY,
    username varchar(255) NOT NULL,
    created_at timestamp DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS invoices (
    invoice_id serial PRIMARY KEY,
    whatsapp_number varchar(160) REFERENCES users (whatsapp_number) ON DELETE CASCADE,
    invoice_date date,
    expense_amount numeric(14, 2),
    vat numeric(14, 2),
    payee_name varchar(255),
    payment_method varchar(50),
    raw_image_url text,
    created_at timestamp DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS queries (
    query_id serial PRIMARY KEY,
    whatsapp_number varchar(160) REFERENCES users (whatsapp_number) ON DELETE CASCADE,
    query_text text NOT NULL,
    query_result text,
    created_at timestamp DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE users
    ADD COLUMN IF NOT EXISTS external_user_id varchar(160),  -- WhatsApp's own id of a user who hides the number
    ADD COLUMN IF NOT EXISTS time_zone text,
    ADD COLUMN IF NOT EXISTS language text,
    ADD COLUMN IF NOT EXISTS last_inbound_at timestamptz;
ALTER TABLE invoices
    ADD COLUMN IF NOT EXISTS currency char(3),
    ADD COLUMN IF NOT EXISTS net_amount numeric(14, 2),
    ADD COLUMN IF NOT EXISTS invoice_number varchar(255),
    ADD COLUMN IF NOT EXISTS source_message_id text,
    ADD COLUMN IF NOT EXISTS media_index integer,
    ADD COLUMN IF NOT EXISTS image_sha256 text,
    ADD COLUMN IF NOT EXISTS engine text,
    ADD COLUMN IF NOT EXISTS doubtful_fields text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS deleted_at timestamptz;
ALTER TABLE queries
    ADD COLUMN IF NOT EXISTS sql_text text,
    ADD COLUMN IF NOT EXISTS row_count integer,
    ADD COLUMN IF NOT EXISTS engine text,
    ADD COLUMN IF NOT EXISTS source_message_id text,
    ADD COLUMN IF NOT EXISTS report_key text,  -- the object keys of workbook and chart, so that they can be deleted
    ADD COLUMN IF NOT EXISTS chart_key text;

-- Older tables: columns that are too narrow are widened, the key and the references are added where they are missing.
DO $$
DECLARE
    narrow record;
    unreadable bigint;
BEGIN
    FOR narrow IN
        SELECT wanted.table_name, wanted.column_name, wanted.length
        FROM (VALUES ('users', 'whatsapp_number', 160), ('invoices', 'whatsapp_number', 160),
                     ('queries', 'whatsapp_number', 160), ('users', 'username', 255), ('invoices', 'payee_name', 255),
                     ('invoices', 'payment_method', 50), ('invoices', 'raw_image_url', 1024),
                     ('queries', 'query_text', 10000), ('queries', 'query_result', 10000))
             AS wanted (table_name, column_name, length)
        JOIN information_schema.columns AS found USING (table_name, column_name)
        WHERE found.table_schema = 'public' AND found.character_maximum_length < wanted.length
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE varchar(%s)', narrow.table_name, narrow.column_name, narrow.length);
    END LOOP;
    FOR narrow IN  -- a hundred million rupiah are no fortune; further decimals stay
        SELECT column_name, greatest(numeric_scale, 2) AS scale FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = 'invoices'
          AND column_name IN ('expense_amount', 'vat', 'net_amount') AND numeric_precision - numeric_scale < 12
          AND data_type = 'numeric'
    LOOP
        EXECUTE format('ALTER TABLE invoices ALTER COLUMN %I TYPE numeric(%s, %s)',
                       narrow.column_name, 12 + narrow.scale, narrow.scale);
    END LOOP;
    FOR narrow IN  -- dates and amounts kept as text or as floats; what could be read in two ways is left to a person
        SELECT column_name, wanted.type, wanted.form, found.data_type NOT IN ('double precision', 'real') AS is_text
        FROM (VALUES ('invoice_date', 'date', '^\d{4}-\d\d-\d\d$'), ('expense_amount', 'numeric(14, 2)', '^-?\d+(\.\d\d?)?$'),
                     ('vat', 'numeric(14, 2)', '^-?\d+(\.\d\d?)?$')) AS wanted (column_name, type, form)
        JOIN information_schema.columns AS found USING (column_name)
        WHERE found.table_schema = 'public' AND found.table_name = 'invoices'
          AND found.data_type IN ('text', 'character varying', 'character', 'double precision', 'real')
    LOOP
        IF narrow.is_text THEN
            EXECUTE format('SELECT count(*) FROM invoices WHERE btrim(%1$I) <> %2$L AND btrim(%1$I) !~ %3$L',
                           narrow.column_name, '', narrow.form) INTO unreadable;
            IF unreadable > 0 THEN
                RAISE EXCEPTION 'column invoices.% is text, and in % rows it is none that can be told to be a %',
                    narrow.column_name, unreadable, narrow.type
                    USING HINT = 'Write dates as 2026-01-31 and amounts as 1234.50, then apply the schema again.';
            END IF;
        END IF;
        EXECUTE format('ALTER TABLE invoices ALTER COLUMN %1$I DROP DEFAULT, ALTER COLUMN %1$I TYPE %2$s '
                       'USING nullif(btrim(%1$I::text), %3$L)::%2$s', narrow.column_name, narrow.type, '');
    END LOOP;
    FOR narrow IN  -- answers kept as JSON, ways of payment as an enumeration: services write their own words
        SELECT table_name, column_name
        FROM (VALUES ('invoices', 'payee_name'), ('invoices', 'payment_method'), ('invoices', 'raw_image_url'),
                     ('queries', 'query_text'), ('queries', 'query_result')) AS wanted (table_name, column_name)
        JOIN information_schema.columns AS found USING (table_name, column_name)
        WHERE found.table_schema = 'public' AND found.data_type NOT IN ('text', 'character varying', 'character')
    LOOP
        EXECUTE format('ALTER TABLE %1$I ALTER COLUMN %2$I DROP DEFAULT, ALTER COLUMN %2$I TYPE text USING %2$I::text',
                       narrow.table_name, narrow.column_name);
    END LOOP;
    FOR narrow IN  -- what a document does not say is unknown
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND is_nullable = 'NO'
          AND (table_name, column_name) IN (('invoices', 'invoice_date'), ('invoices', 'expense_amount'), ('invoices', 'vat'),
              ('invoices', 'payee_name'), ('invoices', 'payment_method'), ('invoices', 'raw_image_url'), ('queries', 'query_result'))
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I DROP NOT NULL', narrow.table_name, narrow.column_name);
    END LOOP;
    IF NOT EXISTS (
        SELECT FROM pg_index
        WHERE indrelid = 'users'::regclass AND indisunique AND indnkeyatts = 1 AND indkey[0] =
              (SELECT attnum FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'whatsapp_number')
    ) THEN
        DELETE FROM users WHERE ctid IN (  -- a person listed twice: the oldest row that has a name stays
            SELECT ctid FROM (
                SELECT ctid, row_number() OVER (
                    PARTITION BY whatsapp_number ORDER BY coalesce(username, '') = '', created_at, ctid) AS place
                FROM users WHERE whatsapp_number IS NOT NULL) AS listed
            WHERE place > 1);
        CREATE UNIQUE INDEX users_number_key ON users (whatsapp_number);  -- there may be another primary key
    END IF;
END $$;

-- `whatsapp:+34...` becomes `+34...`, and every row has a user.
INSERT INTO users (whatsapp_number, username, created_at)
SELECT DISTINCT ON (number) number, username, created_at
FROM (SELECT btrim(substr(whatsapp_number, 10)) AS number, username, created_at
      FROM users WHERE whatsapp_number LIKE 'whatsapp:%') AS prefixed
ORDER BY number, created_at
ON CONFLICT (whatsapp_number) DO NOTHING;
INSERT INTO users (whatsapp_number, username)
SELECT DISTINCT btrim(regexp_replace(whatsapp_number, '^whatsapp:', '')), ''
FROM (SELECT whatsapp_number FROM invoices UNION SELECT whatsapp_number FROM queries) AS seen
WHERE whatsapp_number IS NOT NULL
ON CONFLICT (whatsapp_number) DO NOTHING;
UPDATE invoices SET whatsapp_number = btrim(substr(whatsapp_number, 10)) WHERE whatsapp_number LIKE 'whatsapp:%';
UPDATE queries SET whatsapp_number = btrim(substr(whatsapp_number, 10)) WHERE whatsapp_number LIKE 'whatsapp:%';
DELETE FROM users WHERE whatsapp_number LIKE 'whatsapp:%';

DO $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY['invoices', 'queries'] LOOP
        IF NOT EXISTS (SELECT FROM pg_constraint
                       WHERE contype = 'f' AND conrelid = child::regclass AND confrelid = 'users'::regclass) THEN
            EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (whatsapp_number) REFERENCES users (whatsapp_number) '
                           'ON DELETE CASCADE', child);
        END IF;
    END LOOP;
END $$;

-- What was read or paid for once (design of effects: docs/architecture.md). `outcome` is written before it is used.
CREATE TABLE IF NOT EXISTS reads (
    source_message_id text,
    media_index integer,
    step text,
    whatsapp_number varchar(160),
    outcome jsonb,
    paid_calls integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source_message_id, media_index, step)
);

-- Every call of the paid model and its price (until the answer is there, what it may cost), for monthly budgets.
-- Who caused it is forgotten with the person; what it cost is not.
CREATE TABLE IF NOT EXISTS gpt_calls (
    call_id bigserial PRIMARY KEY,
    called_at timestamptz NOT NULL DEFAULT now(),
    whatsapp_number varchar(160),
    source_message_id text,
    step text NOT NULL,
    model text NOT NULL,
    prompt_tokens integer,
    completion_tokens integer,
    cost_usd double precision NOT NULL
);

-- Replies handed to Twilio. waiting: may be claimed; sending: claimed until lease_until, after that its fate is
-- unknown and is looked up at Twilio; sent: has a SID; failed: Twilio refuses it for good.
CREATE TABLE IF NOT EXISTS replies (
    reply_id text PRIMARY KEY,
    whatsapp_number varchar(160) NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 1,
    claimed_at timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz NOT NULL,
    unknown_since timestamptz,
    look_ups integer NOT NULL DEFAULT 0,
    sid text UNIQUE,
    past_sids text[] NOT NULL DEFAULT '{}',
    status text,
    error_code text
);

CREATE UNIQUE INDEX IF NOT EXISTS users_external_key ON users (external_user_id);
CREATE UNIQUE INDEX IF NOT EXISTS invoices_source_key ON invoices (source_message_id, media_index);
CREATE INDEX IF NOT EXISTS invoices_owner ON invoices (whatsapp_number, invoice_date);
CREATE INDEX IF NOT EXISTS invoices_image ON invoices (raw_image_url);
-- The sweeper asks of each doomed file whether a row names it.
CREATE INDEX IF NOT EXISTS queries_report ON queries (report_key) WHERE report_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS queries_chart ON queries (chart_key) WHERE chart_key IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS queries_source_key ON queries (source_message_id);
CREATE INDEX IF NOT EXISTS queries_owner ON queries (whatsapp_number);
CREATE INDEX IF NOT EXISTS reads_owner ON reads (whatsapp_number);
CREATE INDEX IF NOT EXISTS gpt_calls_when ON gpt_calls (called_at) INCLUDE (cost_usd);
CREATE INDEX IF NOT EXISTS gpt_calls_owner ON gpt_calls (whatsapp_number, called_at);
CREATE INDEX IF NOT EXISTS replies_owner ON replies (whatsapp_number);
CREATE INDEX IF NOT EXISTS replies_unreported ON replies (claimed_at) WHERE state = 'sent'
    AND (status IS NULL OR status IN ('accepted', 'scheduled', 'queued', 'sending', 'sent'));
DROP INDEX IF EXISTS replies_past_sids;  -- the next one holds the few replies that were sent more than once
CREATE INDEX IF NOT EXISTS replies_given_before ON replies USING gin (past_sids) WITH (fastupdate = off) WHERE past_sids <> '{}';

-- Who is asking: a token that only the owner's keys can sign, bound to one backend and valid for seconds. A SELECT can
-- set any setting, so the setting alone proves nothing. Built on sha256(): pgcrypto is not everywhere.
CREATE SCHEMA IF NOT EXISTS fintrak_private;
CREATE TABLE IF NOT EXISTS fintrak_private.tenant_keys (
    key_id serial PRIMARY KEY,
    key bytea NOT NULL,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- "Delete my data", by the message that confirmed it. The number stays until it is done, the row for good: no repeat may
-- forget what the person sent since.
CREATE TABLE IF NOT EXISTS fintrak_private.deletions (
    source_message_id text PRIMARY KEY,
    whatsapp_number varchar(160),
    asked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS deletions_waiting ON fintrak_private.deletions (whatsapp_number) WHERE whatsapp_number IS NOT NULL;
-- Objects whose rows are gone, or that never had one, until the store has deleted them too.
CREATE TABLE IF NOT EXISTS fintrak_private.doomed_files (object_key text PRIMARY KEY);

-- HMAC pads of a 32-byte key, computed once per key and not once per question.
CREATE OR REPLACE FUNCTION fintrak_private.padded(key bytea, pad integer) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    block bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
BEGIN
    FOR position IN 0..63 LOOP
        block := set_byte(block, position, get_byte(block, position) # pad);
    END LOOP;
    RETURN block;
END $$;

-- A new key after 90 days; the one before it stays valid until the next.
DO $$
DECLARE
    fresh bytea;
BEGIN
    IF NOT EXISTS (SELECT FROM fintrak_private.tenant_keys WHERE created_at > now() - interval '90 days') THEN
        fresh := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
        INSERT INTO fintrak_private.tenant_keys (key, inner_pad, outer_pad)
        VALUES (fresh, fintrak_private.padded(fresh, 54), fintrak_private.padded(fresh, 92));
        DELETE FROM fintrak_private.tenant_keys
        WHERE key_id NOT IN (SELECT key_id FROM fintrak_private.tenant_keys ORDER BY key_id DESC LIMIT 2);
    END IF;
END $$;

-- The sender named by the token `key_id.pid.expiry.sender in hex.hmac in hex`; a missing or false token is an error,
-- never an empty answer that looks like "you have no invoices".
CREATE OR REPLACE FUNCTION fintrak_private.sender() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := coalesce(current_setting('fintrak.token', true), '');
    part text[] := string_to_array(token, '.');
    valid boolean := false;
BEGIN
    IF token ~ '^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,12}\.([0-9a-f]{2})+\.[0-9a-f]{64}$' THEN
        SELECT sha256(outer_pad || sha256(inner_pad || convert_to(left(token, -65), 'UTF8'))) = decode(part[5], 'hex')
               AND part[2]::integer = pg_backend_pid()
               AND part[3]::bigint >= extract(epoch FROM clock_timestamp())
        INTO valid FROM fintrak_private.tenant_keys WHERE key_id = part[1]::integer;
    END IF;
    IF valid IS NOT TRUE THEN
        RAISE EXCEPTION 'no valid tenant token' USING ERRCODE = 'FT001';
    END IF;
    RETURN convert_from(decode(part[4], 'hex'), 'UTF8');
END $$;

CREATE OR REPLACE FUNCTION fintrak_private.signing_key(OUT key_id integer, OUT key bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT key_id, key FROM fintrak_private.tenant_keys ORDER BY key_id DESC LIMIT 1 $$;

-- Everything about one person, gone; the object keys of their files are kept in the same step and returned.
CREATE OR REPLACE FUNCTION fintrak_private.forget(person text) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    files text[];
BEGIN
    SELECT array_agg(DISTINCT file) INTO files FROM (
        SELECT raw_image_url FROM invoices WHERE whatsapp_number = person
        UNION SELECT report_key FROM queries WHERE whatsapp_number = person
        UNION SELECT chart_key FROM queries WHERE whatsapp_number = person) AS mine (file) WHERE file IS NOT NULL;
    DELETE FROM reads WHERE whatsapp_number = person;
    DELETE FROM reads WHERE source_message_id IN (  -- not with OR: that looks at the reads of everybody
        SELECT source_message_id FROM invoices WHERE whatsapp_number = person
        UNION SELECT source_message_id FROM queries WHERE whatsapp_number = person);
    DELETE FROM replies WHERE whatsapp_number = person;
    UPDATE gpt_calls SET whatsapp_number = NULL, source_message_id = NULL WHERE whatsapp_number = person;
    DELETE FROM invoices WHERE whatsapp_number = person;
    DELETE FROM queries WHERE whatsapp_number = person;
    DELETE FROM users WHERE whatsapp_number = person;
    INSERT INTO fintrak_private.doomed_files SELECT unnest(files) ON CONFLICT DO NOTHING;
    UPDATE fintrak_private.deletions SET whatsapp_number = NULL WHERE whatsapp_number = person;
    RETURN coalesce(files, '{}');
END $$;

-- Room for one more call of the paid model this month: its id, or NULL. The call counts at once with what it may cost, so
-- that many at a time cannot spend together what each of them found unspent.
CREATE OR REPLACE FUNCTION fintrak_private.reserve_call(
    person text, message_id text, step text, model text, expected_usd double precision,
    limit_of_each double precision, limit_of_all double precision
) RETURNS bigint
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    month timestamptz := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    by_person double precision;
    by_all double precision;
    reserved bigint;
BEGIN
    IF limit_of_each IS NOT NULL OR limit_of_all IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('fintrak budget'));
        SELECT coalesce(sum(cost_usd), 0) INTO by_all FROM gpt_calls WHERE called_at >= month;
        SELECT coalesce(sum(cost_usd), 0) INTO by_person FROM gpt_calls WHERE called_at >= month AND whatsapp_number = person;
        IF by_person >= limit_of_each OR by_all >= limit_of_all THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO gpt_calls (whatsapp_number, source_message_id, step, model, cost_usd)
    VALUES (person, message_id, step, model, expected_usd) RETURNING call_id INTO reserved;
    RETURN reserved;
END $$;

REVOKE ALL ON SCHEMA fintrak_private FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA fintrak_private FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA fintrak_private FROM PUBLIC;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE queries ENABLE ROW LEVEL SECURITY;

-- The services' role (`<database>_ft_app`) works on all rows but deletes none of a person's; the role that runs generated SQL
-- (`<database>_ft_reader`) sees named columns of the token's rows and nothing else. Named per database, since roles are
-- shared by all databases of a server (shared/postgres_roles.py makes the same names).
DO $$
DECLARE
    prefix text := CASE WHEN octet_length(current_database()) <= 50 THEN current_database()
                        ELSE 'fintrak_' || substr(encode(sha256(convert_to(current_database(), 'UTF8')), 'hex'), 1, 16) END;
    app text := prefix || '_ft_app';
    reader text := prefix || '_ft_reader';
    role text;
    customer_table text;
BEGIN
    FOREACH role IN ARRAY ARRAY[app, reader] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I NOINHERIT', role);
        END IF;
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', role);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role);
    END LOOP;
    EXECUTE format('GRANT USAGE ON SCHEMA fintrak_private TO %I', app);
    EXECUTE format('GRANT SELECT, INSERT ON users, invoices, queries, reads, replies, gpt_calls TO %I', app);
    EXECUTE format('GRANT UPDATE (username, external_user_id, time_zone, language, last_inbound_at) ON users TO %I', app);
    EXECUTE format('GRANT UPDATE (source_message_id, deleted_at) ON invoices TO %I', app);
    EXECUTE format('GRANT UPDATE (source_message_id) ON queries TO %I', app);
    EXECUTE format('GRANT UPDATE ON reads, replies TO %I', app);
    EXECUTE format('GRANT UPDATE (model, prompt_tokens, completion_tokens, cost_usd) ON gpt_calls TO %I', app);
    EXECUTE format('GRANT SELECT, INSERT ON fintrak_private.deletions TO %I', app);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON fintrak_private.doomed_files TO %I', app);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
    EXECUTE format('GRANT EXECUTE ON FUNCTION fintrak_private.signing_key(), fintrak_private.forget(text), '
                   'fintrak_private.reserve_call(text, text, text, text, double precision, double precision, double precision) '
                   'TO %I', app);
    -- No USAGE on fintrak_private: the policies reach sender() by its oid, a statement cannot name it.
    EXECUTE format('GRANT EXECUTE ON FUNCTION fintrak_private.sender() TO %I', reader);
    EXECUTE format('GRANT SELECT (whatsapp_number, username, created_at) ON users TO %I', reader);
    EXECUTE format('GRANT SELECT (query_id, whatsapp_number, query_text, query_result, created_at) ON queries TO %I', reader);
    EXECUTE format('GRANT SELECT (invoice_id, whatsapp_number, invoice_date, expense_amount, vat, payee_name, payment_method, '
                   'raw_image_url, created_at, currency, net_amount, invoice_number, deleted_at) ON invoices TO %I', reader);
    FOREACH customer_table IN ARRAY ARRAY['users', 'invoices', 'queries'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS services ON %I', customer_table);
        EXECUTE format('CREATE POLICY services ON %I TO %I USING (true) WITH CHECK (true)', customer_table, app);
        EXECUTE format('DROP POLICY IF EXISTS own_rows ON %I', customer_table);
        EXECUTE format('CREATE POLICY own_rows ON %I FOR SELECT TO %I USING (whatsapp_number = (SELECT fintrak_private.sender()) %s)',
                       customer_table, reader, CASE customer_table WHEN 'invoices' THEN 'AND deleted_at IS NULL' ELSE '' END);
    END LOOP;
END $$;

-- The mark `open_postgres` looks for; raise the number together with SCHEMA_VERSION in shared/postgres_connection.py.
COMMENT ON TABLE invoices IS 'FinTrak schema 4';
COMMIT;
