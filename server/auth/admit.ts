/** Decides a socket: whose it is and what it may do, once, at connecting ([S3]). */
import { seatToken } from '#server/auth/cookies.ts'
import { hostOf, isOwnOrigin } from '#server/auth/origin.ts'
import { documentAccess } from '#server/auth/policy.ts'
import { seatOfToken } from '#server/auth/seats.ts'
import type { Database } from '#server/persistence/storage.ts'
import type { Admit } from '#server/sync/rooms-api.ts'
import { closeCodes } from '#shared/protocol/wire.ts'

export interface AdmitDeps {
  readonly db: Database
  readonly publicUrl: string | null
  readonly trustsProxy: boolean
  readonly isEnvelopeOpen: (workshopId: string) => Promise<boolean>
  /** Notes that the workshop is in use. */
  readonly touch: (workshopId: string, activeAt: number) => Promise<void>
}

export const createAdmit =
  ({ db, publicUrl, trustsProxy, isEnvelopeOpen, touch }: AdmitDeps): Admit =>
  async (request, workshopId, kind) => {
    if (!isOwnOrigin(request.headers.origin, hostOf(request, trustsProxy), publicUrl))
      return { refused: closeCodes.notAllowed }
    const workshop = await db
      .selectFrom('workshops')
      .select('active_at')
      .where('id', '=', workshopId)
      .executeTakeFirst()
    if (!workshop) return { refused: closeCodes.noSuchWorkshop }
    await touch(workshopId, workshop.active_at)
    const isOpen = kind === 'interviews' && (await isEnvelopeOpen(workshopId))
    // Last, so that nothing lies between what the seat may do and the answer.
    const seat = await seatOfToken(db, workshopId, seatToken(request.headers.cookie, workshopId))
    if (!seat) return { refused: closeCodes.noSeat }
    const access = documentAccess(seat.role, kind, isOpen)
    if (!access.read) return { refused: closeCodes.notAllowed }
    return { seatId: seat.id, role: seat.role, write: access.write }
  }
