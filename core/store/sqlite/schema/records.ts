/** The table of small keyed things; `body` is JSON. */

export const recordsStep = `
  CREATE TABLE records (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    owner TEXT,
    expires_at INTEGER,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX records_of_owner ON records (owner, kind, key) WHERE owner IS NOT NULL;
  CREATE INDEX records_expiring ON records (expires_at) WHERE expires_at IS NOT NULL;
`
