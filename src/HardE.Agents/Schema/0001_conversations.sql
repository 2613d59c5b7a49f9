-- Conversations, turns, approvals, outgoing messages, people. Times are UTC milliseconds, ids text, JSON text.
CREATE TABLE conversation (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    floor_agent TEXT,
    created_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE message (
    tenant TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, conversation_id, id)
);

-- state: running, done, failed. attempts counts the starts: a turn that killed the process twice is set aside.
CREATE TABLE turn (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    state TEXT NOT NULL,
    agent TEXT,
    attempts BIGINT NOT NULL,
    failure TEXT,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX turn_by_conversation ON turn (tenant, conversation_id, started_at);

-- kind: model, tool, hand_over, approval, reply. state: started, done, unknown.
CREATE TABLE turn_step (
    tenant TEXT NOT NULL,
    turn_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    agent TEXT NOT NULL,
    name TEXT NOT NULL,
    call_id TEXT,
    request TEXT,
    request_hash TEXT,
    state TEXT NOT NULL,
    result TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, turn_id, seq)
);

CREATE TABLE state_document (
    tenant TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    lifetime_ms BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, conversation_id, name)
);

-- A sealed yes: covers one hash of tool and arguments, one person, one expiry. state: open, given, refused, lapsed.
CREATE TABLE approval (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    turn_id TEXT NOT NULL,
    agent TEXT NOT NULL,
    tool TEXT NOT NULL,
    arguments TEXT NOT NULL,
    hash TEXT NOT NULL,
    summary TEXT NOT NULL,
    user_id TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_turn TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX approval_open ON approval (tenant, conversation_id, user_id, state);

-- state: waiting, sent, failed. Same destination: in order of id.
CREATE TABLE outbox (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    destination TEXT NOT NULL,
    address TEXT NOT NULL,
    reply TEXT NOT NULL,
    slot TEXT,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    node TEXT NOT NULL,
    platform_id TEXT,
    failure TEXT,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX outbox_waiting ON outbox (state, due_at);
CREATE INDEX outbox_slot ON outbox (tenant, destination, slot);

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    fence BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE tenant_account (
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    tenant TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (channel, account)
);

CREATE TABLE person (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    role TEXT NOT NULL,
    crm_user TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX person_email ON person (tenant, email);

CREATE TABLE person_account (
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    user_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (tenant, channel, account, user_id)
);

-- Keys of the vault, each wrapped by the master key, which is never in the database.
CREATE TABLE vault_key (
    id TEXT PRIMARY KEY,
    xml TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
