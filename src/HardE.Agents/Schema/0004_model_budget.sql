-- What models cost. Amounts are millionths of a US dollar.
CREATE TABLE model_usage (
    tenant TEXT NOT NULL,
    turn_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    agent TEXT NOT NULL,
    model TEXT NOT NULL,
    input BIGINT NOT NULL,
    output BIGINT NOT NULL,
    cached BIGINT NOT NULL,
    reasoning BIGINT NOT NULL,
    usd_micros BIGINT NOT NULL,
    estimated BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, turn_id, seq)
);
CREATE INDEX model_usage_by_time ON model_usage (tenant, at);

-- What is spent or reserved in a period. scope: month:2026-11, day:2026-11-22:<user>, minute:<n>:<user>.
CREATE TABLE model_budget (
    tenant TEXT NOT NULL,
    scope TEXT NOT NULL,
    used BIGINT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (tenant, scope)
);
CREATE INDEX model_budget_age ON model_budget (until);
