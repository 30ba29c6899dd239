/** The seat cookie: one per workshop, readable by no script, sent to this site alone. */
import cookies from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

const PREFIX = 'gp_seat_'
/** As long as browsers keep one: somebody who comes back after months is still the same person. */
const MAX_AGE_S = 400 * 24 * 3600
/** More would outgrow the header; the oldest are let go, which browsers send first (RFC 6265, 5.4). */
const MAX_SEATS_A_BROWSER = 80

const cookieName = (workshopId: string): string => `${PREFIX}${workshopId}`

/** The token of a seat in this workshop that a request carries, or null. */
export function seatToken(cookieHeader: string | undefined, workshopId: string): string | null {
  if (!cookieHeader) return null
  const token = cookies.parse(cookieHeader)[cookieName(workshopId)]
  return token ? token : null
}

export function setSeatCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  workshopId: string,
  token: string,
  secure: boolean,
): void {
  const others = Object.keys(request.cookies).filter((name) => name.startsWith(PREFIX))
  for (const name of others.slice(0, Math.max(0, others.length - MAX_SEATS_A_BROWSER + 1)))
    reply.clearCookie(name, { path: '/' })
  reply.setCookie(cookieName(workshopId), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: MAX_AGE_S,
  })
}
