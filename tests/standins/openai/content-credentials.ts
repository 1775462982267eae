/** Content Credentials as the image model's pictures carry them: a C2PA manifest in a chunk of its own (C2PA 2.2, A.3.3). */
import { crc32 } from 'node:zlib'

const name = 'caBX'
const manifest =
  'jumb c2pa.actions digitalSourceType http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
/** PNG's signature and its first chunk, IHDR. */
const headLength = 8 + 25

/** The same PNG with credentials. */
export function addCredentials(png: Uint8Array): Buffer<ArrayBuffer> {
  const body = Buffer.from(`${name}${manifest}`, 'latin1')
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.byteLength - name.length)
  frame.writeUInt32BE(crc32(body), 4)
  const chunk = [frame.subarray(0, 4), body, frame.subarray(4)]
  return Buffer.concat([png.subarray(0, headLength), ...chunk, png.subarray(headLength)])
}

export const hasCredentials = (picture: Uint8Array) => Buffer.from(picture).includes(`${name}${manifest}`)
