/** What forms say of pictures to start from. */
import { mostReferences } from '#core/index.ts'
import type { Form } from '../platform.ts'

/** Room for more pictures beside so many that there are already; none where no more are taken. */
export function listRoom(given: number): Pick<Form, 'pictures'> {
  const most = mostReferences - given
  if (most < 1) return {}
  const numbers = `${given + 1} to ${mostReferences} in your words`
  if (given === 0) return { pictures: { label: `Pictures to start from, ${numbers}`, most } }
  const label = most === 1 ? `Another picture, ${mostReferences} in your words` : `More pictures, ${numbers}`
  return { pictures: { label, most } }
}
