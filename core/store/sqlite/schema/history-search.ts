/** The index of the history, with the prompts in it: a search reads no row that it does not answer with. */

export const historySearchStep = `
  DROP INDEX IF EXISTS generations_history;
  CREATE INDEX generations_history ON generations (account, created_at DESC, id DESC, folded)
    WHERE status = 'delivered';
`
