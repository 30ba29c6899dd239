/** Reads JSON that anybody may have written: refused before it is parsed when nested deeper than anything we have. */

const MAX_DEPTH = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The message is a sentence for whoever sent it. */
export class NotJson extends Error {}

/** Throws `NotJson`. */
export function readJson(bytes: Uint8Array): unknown {
  if (depthOf(bytes) > MAX_DEPTH) throw new NotJson(`This JSON is nested deeper than ${MAX_DEPTH} levels.`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return JSON.parse(text, namesPrototype.test(text) ? withoutPrototype : undefined)
  } catch {
    throw new NotJson('This is not JSON: check it and send it again.')
  }
}

/** Written out or escaped; looked for first because a reviver makes large files slow. */
const namesPrototype = /__proto__|\\u005f/i
const withoutPrototype = (key: string, value: unknown) => (key === '__proto__' ? undefined : value)

/** How deep brackets nest outside of strings. In UTF-8 no byte of another character equals an ASCII one. */
function depthOf(json: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (inString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return deepest
}
