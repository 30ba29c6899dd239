/**
 * Whether a request may have come from our own pages. Browsers name the origin of every call that changes something
 * and of every socket; scripts name none, and carry no cookie by accident.
 */
import type { IncomingMessage } from 'node:http'

export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return true
  if (publicUrl !== null && origin === publicUrl) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase()
}

/** The host a raw request was sent to; the proxy's word counts only where proxies are trusted. */
export function hostOf(request: IncomingMessage, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? request.headers['x-forwarded-host'] : undefined
  const named = Array.isArray(forwarded) ? forwarded[0] : forwarded
  return named?.split(',')[0]?.trim() || request.headers.host
}
