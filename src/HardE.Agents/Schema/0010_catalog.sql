-- Price lists that were imported. content is the CSV as it was given; a list counts from effective_at until a later one does.
CREATE TABLE catalog_version (
    tenant TEXT NOT NULL,
    module TEXT NOT NULL,
    version BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    loaded_at BIGINT NOT NULL,
    loaded_by TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    content TEXT NOT NULL,
    withdrawn_at BIGINT,
    PRIMARY KEY (tenant, module, version)
);
