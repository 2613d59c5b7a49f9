-- Who may use REST and the pages. Times are UTC milliseconds. Secrets are stored as SHA-256, never as they are.

-- Keys that programs of a company show to /api/v1.
CREATE TABLE tenant_key (
    hash TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX tenant_key_id ON tenant_key (tenant, id);

-- Idempotency keys of REST: the same key with another body is refused. run_id is set when the request was taken.
CREATE TABLE api_request (
    tenant TEXT NOT NULL,
    key_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    run_id TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, key_id, idempotency_key)
);
CREATE INDEX api_request_age ON api_request (created_at);

-- One-time login links. person_id is null for the owner of the machine.
CREATE TABLE login_link (
    hash TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    person_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);

-- Who is logged in. The cookie names the session; the right is looked up at each request.
CREATE TABLE admin_session (
    id TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    person_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
);

-- What was done on the pages or with keys: never changed.
CREATE TABLE audit (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT,
    outcome TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
