/** Makes a picture that the image model drew fit for hosting; one that must be encoded anew still says what it is. */
import { pictureLimit } from './key.ts'
import { type PreparedPicture, preparePicture } from './prepare.ts'

/** IPTC's word for it: cv.iptc.org/newscodes/digitalsourcetype. */
const madeByModel = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>`

/** As `preparePicture`; the vendor's own marks stay in what keeps its bytes. */
export const prepareDrawn = (bytes: Uint8Array, limit = pictureLimit): Promise<PreparedPicture> =>
  preparePicture(bytes, limit, madeByModel)
