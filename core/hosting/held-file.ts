/** A file to be sent in a form that shares the bytes it is made of: `File` copies them, and the copy is garbage for seconds. */

/** What is handed to the connection at once, which holds it until it has gone. Bytes. */
const piece = 64 * 1024

/** For `append` of a form without a name there, which would copy it. The bytes must not change before they are sent. */
export function holdFile(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): File {
  return Object.defineProperties(new File([], name, { type }), {
    size: { value: bytes.byteLength },
    stream: { value: () => ReadableStream.from(cut(bytes)) },
  })
}

function* cut(bytes: Uint8Array) {
  for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece)
}
