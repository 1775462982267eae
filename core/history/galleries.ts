/** What people show each other in their teams: how it is shared, listed and voted for. */
import { createFindBestOf, type FindBestOf } from './best-of.ts'
import { createGallery, type Gallery } from './gallery.ts'
import { createSharing, type Sharing } from './sharing.ts'
import { createVotes, type VotePorts, type Votes } from './votes.ts'

export interface Galleries {
  sharing: Sharing
  gallery: Gallery
  votes: Votes
  findBestOf: FindBestOf
}

export function createGalleries(ports: Parameters<typeof createSharing>[0] & VotePorts): Galleries {
  const sharing = createSharing(ports)
  const votes = createVotes(ports)
  return {
    gallery: createGallery(ports),
    votes,
    findBestOf: createFindBestOf({ ...ports, votes }),
    sharing: {
      ...sharing,
      async share(...asked) {
        const posted = await sharing.share(...asked)
        // What was not posted before comes without the votes that the others have.
        await votes.show(posted.generation.id)
        return posted
      },
    },
  }
}
