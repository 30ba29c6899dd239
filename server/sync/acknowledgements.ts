/**
 * Counts the update messages of one connection and how many of them, from the first on, are committed ([P1]).
 * A message counts as committed once everything the room held when it was taken is. One that left a gap holds the
 * count back until a later step 2 has closed the gap and is committed itself.
 */
import type { Clocks } from '#server/sync/state-vector.ts'

type Message =
  | { readonly status: 'taken'; readonly position: number }
  | { readonly status: 'gap'; readonly ends: Clocks }
  /** Nothing will ever be stored of it. */
  | { readonly status: 'refused' }

export class Acknowledgements {
  readonly #messages: Message[] = []
  #committed = 0

  /** How many messages, from the first on, are committed. */
  get committed(): number {
    return this.#committed
  }

  get hasGap(): boolean {
    return this.#messages.some((message) => message.status === 'gap')
  }

  /** A message that is held once the room's updates up to `position` are committed. */
  taken(position: number): void {
    this.#messages.push({ status: 'taken', position })
  }

  gap(ends: Clocks): void {
    this.#messages.push({ status: 'gap', ends })
  }

  refused(): void {
    this.#messages.push({ status: 'refused' })
  }

  /** A step 2 held at `position` brought all its client had: the gaps before it that are filled now count with it. */
  closeGaps(position: number, isReached: (ends: Clocks) => boolean): void {
    for (const [index, message] of this.#messages.entries())
      if (message.status === 'gap' && isReached(message.ends))
        this.#messages[index] = { status: 'taken', position }
  }

  /** The room is committed up to `position`; true if the count has grown. */
  commit(position: number): boolean {
    let done = 0
    for (const message of this.#messages) {
      if (message.status !== 'taken' || message.position > position) break
      done++
    }
    if (done === 0) return false
    this.#messages.splice(0, done)
    this.#committed += done
    return true
  }
}
