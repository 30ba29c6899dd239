/** A writer whose server may be killed at any moment: the client's own line, and a book of what it was told is saved. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Line } from '#client/session/line.ts'
import { parkingLot } from '#shared/board/schema.ts'
import { insertRow, readRows, updateRow } from '#shared/document/collection.ts'
import { EDIT } from '#shared/document/origins.ts'
import { socketWithCookie } from '#test/support/cookie-socket.ts'

export class KilledWriter {
  readonly doc = new Y.Doc()
  /** Text by note that this writer was told is in the server's storage. */
  readonly saved = new Map<string, string>()
  readonly #name: string
  readonly #line: Line
  /** What the next message carries, and what each sent message carried. */
  #unsent = new Map<string, string>()
  #sent = new Map<number, Map<string, string>>()
  #count = 0

  constructor(name: string, address: string, cookie: string) {
    this.#name = name
    this.#line = new Line({
      doc: this.doc,
      address,
      room: 'board',
      awareness: new Awareness(this.doc),
      webSocket: socketWithCookie(cookie),
      mayWrite: true,
      now: () => Date.now(),
      onSent: (number) => {
        this.#sent.set(number, this.#unsent)
        this.#unsent = new Map()
      },
      onAcknowledged: (number) => this.#hearSaved(number),
      onChange: () => {},
      onLost: () => {},
    })
  }

  get isSettled(): boolean {
    return this.#line.isSettled
  }

  connect(): void {
    this.#sent.clear()
    this.#line.connect()
  }

  /** What was on its way is no longer accounted for: the next connection carries it again. */
  drop(): void {
    this.#line.drop()
    for (const carried of this.#sent.values())
      for (const [id, text] of carried) if (!this.#unsent.has(id)) this.#unsent.set(id, text)
    this.#sent.clear()
  }

  /** Adds a note, or now and then rewrites the one before. */
  write(): void {
    const rewrites = this.#count % 4 === 3
    const id = `${this.#name}-${rewrites ? this.#count - 1 : this.#count}`
    const text = rewrites ? `${id} changed` : `${id} first`
    this.#count++
    this.#unsent.set(id, text)
    this.doc.transact(() => {
      if (rewrites) updateRow(this.doc, parkingLot, id, { text })
      else insertRow(this.doc, parkingLot, id, { text })
    }, EDIT)
  }

  destroy(): void {
    this.#line.destroy()
    this.doc.destroy()
  }

  #hearSaved(number: number): void {
    for (const [sent, carried] of this.#sent) {
      if (sent > number) continue
      for (const [id, text] of carried) this.saved.set(id, text)
      this.#sent.delete(sent)
    }
  }
}

/** Text by note of a board. */
export const noteTexts = (doc: Y.Doc): Map<string, string> =>
  new Map(readRows(doc, parkingLot).map(({ id, text }) => [id, text]))
