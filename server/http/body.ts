/** Request bodies: JSON alone, parsed once, and refused before parsing when nested deeper than anything we have. */
import type { FastifyInstance } from 'fastify'
import { AppError } from '#server/problem.ts'
import { NotJson, readJson } from '#server/read-json.ts'

/** Reading a larger one would hold up everybody else. */
const LARGE_BYTES = 64 * 1024

/** A body that is read off the thread that serves people. */
export class LargeBody {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

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

/** The calls of this part get large bodies as `LargeBody`. */
export function leaveLargeBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length > LARGE_BYTES ? new LargeBody(body as Buffer) : parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

export function parseJson(body: Uint8Array): unknown {
  if (body.length === 0) return undefined
  try {
    return readJson(body)
  } catch (error) {
    throw error instanceof NotJson ? new AppError('bad-request', { title: error.message }) : error
  }
}
