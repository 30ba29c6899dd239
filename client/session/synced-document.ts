/**
 * One document with its copy on this device and its line: who wrote each change, where it is kept, and whether the
 * server has it. A change is own when it came neither over the line nor out of the copy.
 */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { Line } from '#client/session/line.ts'
import { copyName, OfflineCopy } from '#client/session/offline-copy.ts'
import { UnsavedChanges } from '#client/session/unsaved-changes.ts'
import type { DocumentKind } from '#shared/document/names.ts'

export interface SyncedDocumentSetting {
  readonly kind: DocumentKind
  readonly workshopId: string
  readonly lineage: string
  readonly mayWrite: boolean
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Address of the workshop's sockets, without the document's kind. */
  readonly address: string
  readonly webSocket: typeof WebSocket
  readonly indexedDb: IDBFactory | null
  readonly newId: () => string
  readonly now: () => number
  readonly onChange: () => void
  readonly onLost: (code: number | null) => void
}

/** A copy that takes longer does not hold up the line; what it brings is sent by a new one. */
const COPY_FIRST_MS = 1_500
/** What a withdrawal takes out of the other documents comes over other lines, at most this much later. */
const FORGETTING_MS = 60_000

export class SyncedDocument {
  readonly line: Line
  readonly unsaved = new UnsavedChanges()
  readonly #setting: SyncedDocumentSetting
  readonly #copy: OfflineCopy
  #hasContent = false
  #hasCopyFailed = false
  #wasAnswered = false
  #forgetsUntil = 0

  constructor(setting: SyncedDocumentSetting) {
    this.#setting = setting
    const { doc, workshopId, kind, lineage, onChange } = setting
    this.#copy = new OfflineCopy({
      factory: setting.indexedDb,
      name: copyName(workshopId, kind, lineage),
      doc,
      onKept: (marks) => {
        this.unsaved.kept(marks)
        onChange()
      },
      onFailed: () => {
        this.#hasCopyFailed = true
        onChange()
      },
    })
    // Before the line's own listener: the message that carries a change must find it in the list.
    doc.on('update', this.#hear)
    this.line = new Line({
      doc,
      address: setting.address,
      room: kind,
      awareness: setting.awareness,
      webSocket: setting.webSocket,
      mayWrite: setting.mayWrite,
      now: setting.now,
      onSent: (number) => this.unsaved.sent(number),
      onAcknowledged: (number) => this.#copy.confirm(this.unsaved.acknowledged(number)),
      onChange: () => {
        this.#wasAnswered ||= this.line.isOnline
        onChange()
      },
      onLost: (code) => {
        this.unsaved.lineLost()
        setting.onLost(code)
      },
    })
    doc.on('update', this.#tell)
  }

  /** Resolves when the copy has been read, or when it is not worth waiting for any longer. */
  async loadCopy(): Promise<void> {
    const loading = this.#copy.load().then(({ hasContent, unsent }) => {
      for (const mark of unsent) this.unsaved.add(mark, true)
      this.#hasContent = hasContent
      if (unsent.length > 0 && !this.line.isDown) this.#startLineAnew()
      this.#setting.onChange()
    })
    let limit: ReturnType<typeof setTimeout> | undefined
    await Promise.race([
      loading,
      new Promise((resolve) => {
        limit = setTimeout(resolve, COPY_FIRST_MS)
      }),
    ])
    clearTimeout(limit)
  }

  /** There is something to show: the copy's content, or the server's. */
  get isLoaded(): boolean {
    return this.#hasContent || this.#wasAnswered
  }

  /** Leaving now loses something, and not only because it is being written this very moment. */
  get isRefused(): boolean {
    return this.#hasCopyFailed && this.unsaved.hasUnkept
  }

  /** Leaves no byte on this device of what was deleted, up to now and in a while from now. */
  forgetDeleted(): void {
    this.#forgetsUntil = this.#setting.now() + FORGETTING_MS
    this.#copy.forgetDeleted()
  }

  async close(): Promise<void> {
    this.#setting.doc.off('update', this.#hear)
    this.#setting.doc.off('update', this.#tell)
    this.line.destroy()
    await this.#copy.close()
  }

  #startLineAnew(): void {
    this.line.drop()
    this.line.connect()
  }

  readonly #hear = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this.#copy) return
    const isOwn = origin !== this.line.provider
    const mark = isOwn ? this.#setting.newId() : null
    if (mark !== null) this.unsaved.add(mark, false)
    this.#copy.keep(update, mark)
    const mayHoldWithdrawn = transaction.deleteSet.clients.size > 0
    if (mayHoldWithdrawn && this.#setting.now() < this.#forgetsUntil) this.#copy.forgetDeleted()
  }

  /** After the line's listener, which has sent it: nobody sees a state in which the change is not counted. */
  readonly #tell = (): void => this.#setting.onChange()
}
