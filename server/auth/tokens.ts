/** Secrets handed to browsers: stored only as hashes, so that a copy of the database opens no door. */
import { createHash, createHmac } from 'node:crypto'
import type { LinkRow } from '#server/persistence/tables.ts'

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token of a link: derived from the server's secret, so that it can be shown again without being stored. */
export const linkToken = (
  secret: Buffer,
  workshopId: string,
  kind: LinkRow['kind'],
  generation: number,
): string => createHmac('sha256', secret).update(`${workshopId}|${kind}|${generation}`).digest('base64url')
