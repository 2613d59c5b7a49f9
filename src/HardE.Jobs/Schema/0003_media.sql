-- Sound and film behind links. media_id is made from the file's key, so that the same file has one row.
CREATE TABLE media (
    tenant TEXT NOT NULL,
    media_id TEXT NOT NULL,
    file_key TEXT NOT NULL,
    file_name TEXT NOT NULL,
    title TEXT NOT NULL,
    transcript TEXT NOT NULL,
    poster_key TEXT,
    captions_key TEXT,
    milliseconds BIGINT NOT NULL,
    shared_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, media_id)
);
