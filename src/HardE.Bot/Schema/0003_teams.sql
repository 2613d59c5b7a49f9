-- Teams: where we may speak, what we sent there, what people thought of it. account is the Entra tenant.
-- state: live, gone (removed or blocked). kind: personal, groupChat, channel.
CREATE TABLE teams_conversation (
    tenant TEXT NOT NULL,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    service_url TEXT NOT NULL,
    bot_id TEXT NOT NULL,
    user_id TEXT,
    person_key TEXT,
    team_id TEXT,
    state TEXT NOT NULL,
    greeted BIGINT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE INDEX teams_conversation_person ON teams_conversation (tenant, account, person_key);

-- One row an activity of an outgoing message: a text and its card are two. reply is kept (sealed) where a card can be
-- pressed.
CREATE TABLE teams_sent (
    tenant TEXT NOT NULL,
    account TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    part BIGINT NOT NULL,
    activity_id TEXT NOT NULL,
    reply TEXT,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (account, message_id, part)
);
CREATE INDEX teams_sent_activity ON teams_sent (account, conversation_id, activity_id);

-- text is sealed.
CREATE TABLE teams_feedback (
    tenant TEXT NOT NULL,
    account TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    reaction TEXT NOT NULL,
    text TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (account, conversation_id, activity_id, user_id)
);
