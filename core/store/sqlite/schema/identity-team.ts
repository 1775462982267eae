/** The server or workspace of a chat user, by name. */

export const identityTeamStep = `
  ALTER TABLE identities ADD COLUMN team TEXT
`
