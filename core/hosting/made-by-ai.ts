/** Says within a picture that a model drew it: what encodes such pixels anew writes it, since their own marks go with the bytes. */
import type { Sharp } from 'sharp'

/** IPTC's word for what a model made of what it was trained on: cv.iptc.org/newscodes/digitalsourcetype. */
const word = 'trainedAlgorithmicMedia'
const sourceType = `http://cv.iptc.org/newscodes/digitalsourcetype/${word}`

const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="${sourceType}"/></rdf:RDF></x:xmpmeta>`

/** Writes into a picture as it is encoded. */
export type Mark = (picture: Sharp) => Sharp

/** The same picture, encoded (as PNG, JPEG, WebP or AVIF) with an XMP packet that says so, and with no other metadata. */
export const markMadeByAI: Mark = (picture) => picture.withXmp(packet)

/**
 * For what is made of a picture that somebody gives: the same mark where its own bytes have that word, in XMP or in the
 * Content Credentials of whoever made it; else nothing.
 */
export const keepMark = (given: Uint8Array): Mark =>
  Buffer.from(given.buffer, given.byteOffset, given.byteLength).includes(word)
    ? markMadeByAI
    : (picture) => picture
