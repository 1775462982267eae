/** The table of ledger entries: its two keys are all that keeps a wallet's entries in one line. */

export const ledgerStep = `
  CREATE TABLE entries (
    account TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    reference TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account, sequence),
    UNIQUE (account, key)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX entries_of_order ON entries (reference) WHERE kind IN ('purchase', 'reversal');
`
