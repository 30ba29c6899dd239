/**
 * How messages travel in notifications: several to one, each notification below PostgreSQL's 8,000 bytes, each with
 * the process it comes from. What is larger travels in numbered pieces that are put together again.
 */

export type BusMessage =
  | { readonly says: 'grown'; readonly doc: string; readonly head: number }
  | { readonly says: 'presence'; readonly doc: string; readonly entries: Uint8Array }
  | { readonly says: 'renew'; readonly doc: string }
  | {
      readonly says: 'closeSeat'
      readonly workshopId: string
      readonly seatId: string
      readonly code: number
    }

/** PostgreSQL takes less than 8,000. */
const MOST_BYTES = 7900
/** Room for the sender, the number of the piece and the quotes around it. */
const ENVELOPE_BYTES = 150
/** Pieces of so many messages of one sender may be on their way at once; older ones are given up. */
const MOST_UNFINISHED = 20

/** `[sender, n, index, count, part]`: piece `index` of the text of batch `n`. The text is ASCII. */
type Piece = readonly [sender: string, batch: number, index: number, count: number, part: string]

/** Notification payloads that carry all of `messages`. */
export function packMessages(sender: string, batch: number, messages: readonly BusMessage[]): string[] {
  const text = asAscii(JSON.stringify(messages.map(asJson)))
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + MOST_BYTES - ENVELOPE_BYTES)
    // Quoting a piece as JSON doubles its backslashes and quotes.
    while (JSON.stringify(text.slice(from, to)).length > MOST_BYTES - ENVELOPE_BYTES)
      to -= Math.ceil((to - from) / 8)
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces.map((part, index) =>
    JSON.stringify([sender, batch, index, pieces.length, part] satisfies Piece),
  )
}

/** Puts pieces together; answers the messages of a batch when its last piece is in, and nothing for the own ones. */
export class Unpacker {
  readonly #ownName: string
  readonly #unfinished = new Map<string, string[]>()

  constructor(ownName: string) {
    this.#ownName = ownName
  }

  receive(payload: string): BusMessage[] {
    const [sender, batch, index, count, part] = JSON.parse(payload) as Piece
    if (sender === this.#ownName) return []
    if (count === 1) return fromText(part)
    const key = `${sender}/${batch}`
    const parts = this.#unfinished.get(key) ?? []
    parts[index] = part
    this.#unfinished.set(key, parts)
    if (Object.keys(parts).length === count) {
      this.#unfinished.delete(key)
      return fromText(parts.join(''))
    }
    if (this.#unfinished.size > MOST_UNFINISHED)
      this.#unfinished.delete(this.#unfinished.keys().next().value as string)
    return []
  }

  /** Forgets pieces whose rest was lost with a connection. */
  clear(): void {
    this.#unfinished.clear()
  }
}

const asJson = (message: BusMessage) =>
  message.says === 'presence'
    ? { ...message, entries: Buffer.from(message.entries).toString('base64') }
    : message

function fromText(text: string): BusMessage[] {
  const messages = JSON.parse(text) as (Exclude<BusMessage, { says: 'presence' }> | PackedPresence)[]
  return messages.map((message) =>
    message.says === 'presence'
      ? { ...message, entries: new Uint8Array(Buffer.from(message.entries, 'base64')) }
      : message,
  )
}

type PackedPresence = { readonly says: 'presence'; readonly doc: string; readonly entries: string }

/** One byte per character, so that lengths are bytes. */
const asAscii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
