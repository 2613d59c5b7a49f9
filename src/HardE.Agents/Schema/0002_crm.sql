-- The embedded CRM. body is the record as JSON; the columns beside it are what is searched, joined or counted.
CREATE TABLE crm_customer (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- One row a word that finds a customer, folded: no accents, lower case, digits only for phones.
-- field: first, last, company, contact, phone, email, street, city, state, zip.
CREATE TABLE crm_word (
    tenant TEXT NOT NULL,
    word TEXT NOT NULL,
    field TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (tenant, word, field, customer_id)
);
CREATE INDEX crm_word_of_customer ON crm_word (tenant, customer_id);

-- reps and trades: ids between commas, also at both ends.
CREATE TABLE crm_job (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    number TEXT NOT NULL,
    stage_id TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    reps TEXT NOT NULL,
    trades TEXT NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX crm_job_number ON crm_job (tenant, number);
CREATE INDEX crm_job_of_customer ON crm_job (tenant, customer_id);
CREATE INDEX crm_job_in_stage ON crm_job (tenant, stage_id);

-- target_kind: customer or job. mentions: JSON list of user ids.
CREATE TABLE crm_note (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id TEXT NOT NULL,
    text TEXT NOT NULL,
    mentions TEXT NOT NULL,
    by_name TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX crm_note_of_target ON crm_note (tenant, target_kind, target_id, said_at);

CREATE TABLE crm_user (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    role TEXT,
    active BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- Without rows a company has the standard eight stages. effects: flags of StageEffects.
CREATE TABLE crm_stage (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    locked BIGINT NOT NULL,
    effects BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE crm_task (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    job_id TEXT,
    title TEXT NOT NULL,
    users TEXT NOT NULL,
    notes TEXT,
    due_at BIGINT,
    by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE crm_link (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- Numbers that go up by one: customers, and jobs of each customer.
CREATE TABLE crm_counter (
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (tenant, name)
);

-- Writes that were done, by key: the same key with the same request gives the stored result again.
CREATE TABLE crm_write (
    tenant TEXT NOT NULL,
    write_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    result TEXT,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, write_key)
);

-- How to take a write back. state: open, done.
CREATE TABLE crm_undo (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
