/** The tables of accounts and identities. No foreign keys: no store promises them, and all stores answer alike. */

export const accountsStep = `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT,
    email_key TEXT UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE identities (
    platform TEXT NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    account TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (platform, user)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX identities_of_account ON identities (account, linked_at, platform, user);
`
