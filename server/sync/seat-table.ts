/** Who is connected, by workshop and seat: all connections of a seat share its budget and its fate. */
import { Budget } from '#server/sync/budget.ts'
import type { Connection } from '#server/sync/connection.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import type { Timers } from '#server/sync/timers.ts'

export interface ConnectedSeat {
  readonly budget: Budget
  readonly connections: Set<Connection>
  leftAt: number
}

/** How long a seat's use is remembered after its last connection, so that coming back does not renew its budget. */
const REMEMBERED_MS = 10_000

export class SeatTable {
  readonly #timers: Timers
  readonly #limits: SyncLimits
  readonly #workshops = new Map<string, Map<string, ConnectedSeat>>()

  constructor(timers: Timers, limits: SyncLimits) {
    this.#timers = timers
    this.#limits = limits
  }

  /** Seats with at least one connection. */
  present(workshopId: string): ReadonlySet<string> {
    const seats = [...(this.#workshops.get(workshopId) ?? [])]
    return new Set(seats.filter(([, seat]) => seat.connections.size > 0).map(([seatId]) => seatId))
  }

  /** Whether a seat may have one more connection. */
  hasRoomFor(workshopId: string, seatId: string): boolean {
    const own = this.#workshops.get(workshopId)?.get(seatId)?.connections.size ?? 0
    return own > 0
      ? own < this.#limits.connectionsPerSeat
      : this.present(workshopId).size < this.#limits.seatsPerWorkshop
  }

  take(workshopId: string, seatId: string): ConnectedSeat {
    const seats = this.#workshops.get(workshopId) ?? new Map<string, ConnectedSeat>()
    this.#workshops.set(workshopId, seats)
    const now = this.#timers.now()
    const seat = seats.get(seatId) ?? {
      budget: new Budget(this.#limits.messagesPerSecond, now),
      connections: new Set(),
      leftAt: now,
    }
    seats.set(seatId, seat)
    return seat
  }

  leave(seat: ConnectedSeat, connection: Connection): void {
    seat.connections.delete(connection)
    seat.leftAt = this.#timers.now()
  }

  /** As they are now; closing them does not disturb. */
  connectionsOf(workshopId: string, seatId: string): readonly Connection[] {
    return [...(this.#workshops.get(workshopId)?.get(seatId)?.connections ?? [])]
  }

  connections(): readonly Connection[] {
    const seats = [...this.#workshops.values()].flatMap((workshop) => [...workshop.values()])
    return seats.flatMap((seat) => [...seat.connections])
  }

  /** Forgets seats that left some time ago. */
  forget(): void {
    const now = this.#timers.now()
    for (const [workshopId, seats] of this.#workshops) {
      for (const [seatId, { connections, leftAt }] of seats)
        if (connections.size === 0 && now - leftAt > REMEMBERED_MS) seats.delete(seatId)
      if (seats.size === 0) this.#workshops.delete(workshopId)
    }
  }
}
