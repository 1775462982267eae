/** Of whose budget an entry of a team's wallet is: the last one of a member's or a channel's month has its running total. */
import type { DatabaseSync } from 'node:sqlite'
import { hasColumn } from './has-column.ts'

const statements = `
  ALTER TABLE entries ADD COLUMN budget TEXT;
  ALTER TABLE entries ADD COLUMN month TEXT AS (json_extract(budget, '$.month')) VIRTUAL;
  ALTER TABLE entries ADD COLUMN member TEXT AS (json_extract(budget, '$.member')) VIRTUAL;
  ALTER TABLE entries ADD COLUMN channel TEXT AS (json_extract(budget, '$.channel')) VIRTUAL;
  ALTER TABLE entries ADD COLUMN member_spent INTEGER AS (json_extract(budget, '$.memberSpent')) VIRTUAL;
  ALTER TABLE entries ADD COLUMN channel_spent INTEGER AS (json_extract(budget, '$.channelSpent')) VIRTUAL;

  CREATE INDEX entries_of_member_month ON entries (account, month, member, sequence DESC, member_spent)
    WHERE member IS NOT NULL;
  CREATE INDEX entries_of_channel_month ON entries (account, month, channel, sequence DESC, channel_spent)
    WHERE channel IS NOT NULL;
  CREATE INDEX entries_of_member ON entries (member, account, sequence) WHERE member IS NOT NULL;
`

export function addBudgets(connection: DatabaseSync): void {
  if (!hasColumn(connection, 'entries', 'budget')) connection.exec(statements)
}
