/**
 * Where others who read the interviews have their caret in a note. Travels on the interviews' own line, so nobody else
 * hears of it; what others send is taken for a position only if it is one.
 */
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

export interface Caret {
  readonly clientId: number
  readonly seatId: string
  readonly anchor: number
  readonly head: number
}

const SEND_EVERY_MS = 100

export class Carets {
  readonly #awareness: Awareness
  #wanted: object | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #isWaiting = false

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  /** Says where one's own caret is; null: nowhere. */
  set(text: Y.Text, at: { readonly anchor: number; readonly head: number } | null): void {
    const position = (index: number) => Y.createRelativePositionFromTypeIndex(text, index)
    this.#wanted = at && { anchor: position(at.anchor), head: position(at.head) }
    this.#isWaiting = true
    if (this.#timer === null) this.#send()
  }

  /** Carets of others in a text, as they stand now. */
  in(text: Y.Text): Caret[] {
    const found: Caret[] = []
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue
      const [anchor, head] = [indexIn(text, state.anchor), indexIn(text, state.head)]
      const { seatId } = state
      if (anchor === null || head === null || typeof seatId !== 'string') continue
      found.push({ clientId, seatId, anchor, head })
    }
    return found
  }

  listen(onChange: () => void): () => void {
    this.#awareness.on('change', onChange)
    return () => this.#awareness.off('change', onChange)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#isWaiting = false
  }

  #send(): void {
    this.#isWaiting = false
    if (this.#wanted !== this.#awareness.getLocalState()) {
      this.#awareness.setLocalState(this.#wanted as Record<string, unknown> | null)
    }
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#isWaiting) this.#send()
    }, SEND_EVERY_MS)
  }
}

function indexIn(text: Y.Text, json: unknown): number | null {
  if (typeof json !== 'object' || json === null || text.doc === null) return null
  try {
    const position = Y.createRelativePositionFromJSON(json)
    const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
    return found?.type === text ? Math.min(found.index, text.length) : null
  } catch {
    // Anybody may have sent it.
    return null
  }
}
