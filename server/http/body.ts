/** Request bodies: JSON alone, parsed once, and refused before parsing when nested deeper than anything we have. */
import type { FastifyInstance } from 'fastify'
import { AppError } from '#server/problem.ts'

const MAX_DEPTH = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c

export function parseBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined
  if (depthOf(body) > MAX_DEPTH)
    throw new AppError('bad-request', { title: `This JSON is nested deeper than ${MAX_DEPTH} levels.` })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return JSON.parse(text, namesPrototype.test(text) ? withoutPrototype : undefined)
  } catch {
    throw new AppError('bad-request', { title: 'This is not JSON: check it and send it again.' })
  }
}

/** Written out or escaped; looked for first because a reviver makes large files slow. */
const namesPrototype = /__proto__|\\u005f/i
const withoutPrototype = (key: string, value: unknown) => (key === '__proto__' ? undefined : value)

/** How deep brackets nest outside of strings. In UTF-8 no byte of another character equals an ASCII one. */
function depthOf(json: Buffer): number {
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
