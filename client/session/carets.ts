/**
 * Where others have their caret in a shared text. Carets in notes travel on the interviews' own line, so nobody else
 * hears of them; those in texts of the board are part of one's presence. What others send is taken for a position only
 * if it is one.
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

/** Two places of a text that stay with the words around them, as JSON. */
export type CaretPlace = { readonly anchor: unknown; readonly head: unknown }

interface Selected {
  readonly anchor: number
  readonly head: number
}

export interface Carets {
  /** Says where one's own caret is; null: nowhere. */
  set(text: Y.Text, at: Selected | null): void
  /** Carets of others in a text, as they stand now. */
  in(text: Y.Text): Caret[]
  listen(onChange: () => void): () => void
}

/** Carets within presence, which sends them with everything else it tells. */
export function presenceCarets(awareness: Awareness, tell: (caret: CaretPlace | null) => void): Carets {
  return {
    set: (text, at) => tell(at && placeIn(text, at)),
    in: (text) => othersIn(awareness, text, ({ caret }) => caret),
    listen: (onChange) => listenTo(awareness, onChange),
  }
}

export class NoteCarets implements Carets {
  readonly #awareness: Awareness
  #wanted: object | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #isWaiting = false

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  set(text: Y.Text, at: Selected | null): void {
    this.#wanted = at && placeIn(text, at)
    this.#isWaiting = true
    if (this.#timer === null) this.#send()
  }

  in(text: Y.Text): Caret[] {
    return othersIn(this.#awareness, text, (state) => state)
  }

  listen(onChange: () => void): () => void {
    return listenTo(this.#awareness, onChange)
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

function placeIn(text: Y.Text, at: Selected): CaretPlace {
  const position = (index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  return { anchor: position(at.anchor), head: position(at.head) }
}

function listenTo(awareness: Awareness, onChange: () => void): () => void {
  awareness.on('change', onChange)
  return () => awareness.off('change', onChange)
}

function othersIn(
  awareness: Awareness,
  text: Y.Text,
  caretOf: (state: Record<string, unknown>) => unknown,
): Caret[] {
  const found: Caret[] = []
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const { seatId } = state
    const caret = caretOf(state)
    if (typeof caret !== 'object' || caret === null || typeof seatId !== 'string') continue
    const places = caret as Record<string, unknown>
    const [anchor, head] = [indexIn(text, places.anchor), indexIn(text, places.head)]
    if (anchor !== null && head !== null) found.push({ clientId, seatId, anchor, head })
  }
  return found
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
