-- Threads in channels that Hard-E takes part in: whom it answered last, and whether outsiders may read there.
CREATE TABLE slack_thread (
    tenant TEXT NOT NULL,
    team TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    last_user TEXT NOT NULL,
    shared BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, team, channel, thread)
);
CREATE INDEX slack_thread_age ON slack_thread (updated_at);

-- Where the answer to a command or a press on a private message goes: five posts within half an hour.
CREATE TABLE slack_response (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    team TEXT NOT NULL,
    channel TEXT NOT NULL,
    user_id TEXT NOT NULL,
    url TEXT NOT NULL,
    uses BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX slack_response_age ON slack_response (expires_at);

-- Files handed to Slack for an outgoing message: a second attempt asks for the file before it sends it again.
CREATE TABLE slack_upload (
    tenant TEXT NOT NULL,
    message_id TEXT NOT NULL,
    part BIGINT NOT NULL,
    file_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, message_id, part)
);
