/** What the rest of the server may ask of the sync rooms. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DocumentKind } from '#shared/document/names.ts'
import type { Role } from '#shared/record/schema.ts'

/** Who a socket belongs to and what it may do, decided once, at connecting. */
export interface Admission {
  readonly seatId: string
  readonly role: Role
  readonly write: boolean
}

/** Decides a connection from its cookie; `refused` is one of `closeCodes`. */
export type Admit = (
  request: IncomingMessage,
  workshopId: string,
  kind: DocumentKind,
) => Promise<Admission | { readonly refused: number }>

export interface Rooms {
  /** Takes over an upgrade to `/sync/:workshopId/:kind`; answers false if the address is not one of those. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Closes every socket of a seat, here and in other processes. */
  closeSeat(workshopId: string, seatId: string, code: number): void
  /** Throws away what the room of this document, here and in other processes, remembers of deleted content. */
  renew(doc: string): Promise<void>
  /** Seats with at least one socket open in this workshop, in this process. */
  seatsPresent(workshopId: string): ReadonlySet<string>
  readonly stats: RoomStats
  /** Flushes, tells every client to come back (4503), and resolves when all is committed. */
  close(): Promise<void>
}

/** What the interviews bring or are sent is in no figure: it would tell when researchers write ([S4]). */
export interface RoomStats {
  readonly rooms: number
  readonly connections: number
  readonly updatesIn: number
  readonly framesOut: number
  readonly refused: Readonly<Record<number, number>>
}
