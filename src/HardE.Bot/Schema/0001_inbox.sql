-- What people said, stored before the channel gets its answer. state: waiting, done.
CREATE TABLE inbox (
    id TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    request TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX inbox_waiting ON inbox (state, tenant, conversation_id, id);

-- Every name a delivery goes by on its platform; a name seen before means a repeat.
CREATE TABLE inbox_key (
    delivery TEXT PRIMARY KEY,
    inbox_id TEXT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX inbox_key_age ON inbox_key (seen_at);
