/**
 * The copy of a document on this device: its updates, and a mark for each own change the server has not yet
 * confirmed. A change and its mark are written in one transaction, so a mark never lies about what is here.
 * The database is named by workshop, document and lineage: content of a former history is never mixed in.
 */
import * as Y from 'yjs'

export interface KeptContent {
  readonly hasContent: boolean
  /** Marks of own changes that no server has confirmed. */
  readonly unsent: readonly string[]
}

type Write =
  | { readonly update: Uint8Array; readonly mark: string | null }
  | { readonly confirmed: readonly string[] }

/** So many updates are merged into one when the copy is opened, or while it grows. */
const MERGE_FROM = 200

export class OfflineCopy {
  readonly #doc: Y.Doc
  readonly #open: Promise<IDBDatabase | null>
  readonly #onKept: (marks: readonly string[]) => void
  readonly #onFailed: () => void
  #database: IDBDatabase | null = null
  #queue: Write[] = []
  #writing: Promise<void> | null = null
  #isClosed = false
  #stored = 0
  #mustForget = false

  /** `onKept` names own changes that are safely on this device; `onFailed`: the device refuses to keep any. */
  constructor(setting: {
    readonly factory: IDBFactory | null
    readonly name: string
    readonly doc: Y.Doc
    readonly onKept: (marks: readonly string[]) => void
    readonly onFailed: () => void
  }) {
    this.#doc = setting.doc
    this.#onKept = setting.onKept
    this.#onFailed = setting.onFailed
    this.#open = openDatabase(setting.factory, setting.name)
  }

  /** Puts what is kept into the document, with this copy as origin. What cannot be read is as good as not there. */
  async load(): Promise<KeptContent> {
    const database = await this.#open
    const content = database && (await readAll(database).catch(() => null))
    if (this.#isClosed) return nothing
    if (!content || !isApplied(this.#doc, content.updates, this)) {
      this.#fail()
      return nothing
    }
    database.onversionchange = () => this.#fail()
    this.#database = database
    this.#stored = content.updates.length
    this.#write()
    return { hasContent: content.updates.length > 0, unsent: content.marks }
  }

  /** Keeps an update; with a mark if it is an own change that the server has yet to confirm. */
  keep(update: Uint8Array, mark: string | null): void {
    this.#queue.push({ update, mark })
    this.#write()
  }

  /** The server has them. */
  confirm(marks: readonly string[]): void {
    if (marks.length === 0) return
    this.#queue.push({ confirmed: marks })
    this.#write()
  }

  /** Writes the copy anew from what is given to keep so far, without a byte of what was deleted. */
  forgetDeleted(): void {
    this.#mustForget = true
    this.#write()
  }

  /** Resolves when everything given to keep has been written. */
  async close(): Promise<void> {
    await this.#writing
    this.#isClosed = true
    const database = await this.#open
    database?.close()
    this.#database = null
  }

  /** One transaction at a time; what comes meanwhile goes into the next one. */
  #write(): void {
    if (this.#writing === null && this.#database && this.#hasWork) this.#writing = this.#writeAll()
  }

  get #hasWork(): boolean {
    return this.#queue.length > 0 || this.#mustForget
  }

  async #writeAll(): Promise<void> {
    while (this.#database && this.#hasWork) {
      const batch = this.#queue
      this.#queue = []
      const isMerging = this.#stored >= MERGE_FROM || this.#mustForget
      this.#mustForget = false
      const wasWritten = await writeBatch(this.#database, batch, isMerging).catch(() => false)
      if (!wasWritten) {
        this.#fail()
        break
      }
      const added = batch.filter((write) => 'update' in write)
      this.#stored = isMerging ? 1 : this.#stored + added.length
      this.#onKept(added.flatMap(({ mark }) => (mark === null ? [] : [mark])))
    }
    this.#writing = null
  }

  #fail(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#database?.close()
    this.#database = null
    this.#onFailed()
  }
}

const nothing: KeptContent = { hasContent: false, unsent: [] }

function isApplied(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): boolean {
  try {
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), origin)
    return true
  } catch {
    return false
  }
}

const UPDATES = 'updates'
const UNSENT = 'unsent'
const OPEN_LIMIT_MS = 5_000

const prefixOf = (workshopId: string, kind: string) => `guessproof/${workshopId}/${kind}/`

export const copyName = (workshopId: string, kind: string, lineage: string): string =>
  prefixOf(workshopId, kind) + lineage

/** Names of copies of this document that belong to another lineage. Browsers that cannot list have none. */
export async function olderCopies(
  factory: IDBFactory | null,
  workshopId: string,
  kind: string,
  lineage: string,
): Promise<string[]> {
  const all = (await factory?.databases?.().catch(() => [])) ?? []
  const prefix = prefixOf(workshopId, kind)
  return all
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(prefix) && name !== prefix + lineage)
}

/** Everything in a copy as one update; null when it holds nothing. */
export async function readCopy(factory: IDBFactory | null, name: string): Promise<Uint8Array | null> {
  const database = await openDatabase(factory, name)
  if (!database) return null
  const content = await readAll(database).catch(() => null)
  database.close()
  return content && content.updates.length > 0 ? Y.mergeUpdates(content.updates) : null
}

export const deleteCopy = (factory: IDBFactory | null, name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = factory?.deleteDatabase(name)
    if (!request) return resolve()
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })

/** Null where the browser has none, refuses it, or does not answer. */
function openDatabase(factory: IDBFactory | null, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = openRequest(factory, name)
    if (!request) return resolve(null)
    const limit = setTimeout(() => resolve(null), OPEN_LIMIT_MS)
    const answer = (database: IDBDatabase | null) => {
      clearTimeout(limit)
      resolve(database)
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true })
      request.result.createObjectStore(UNSENT)
    }
    request.onsuccess = () => answer(request.result)
    request.onerror = request.onblocked = () => answer(null)
  })
}

function openRequest(factory: IDBFactory | null, name: string): IDBOpenDBRequest | null {
  try {
    return factory?.open(name, 1) ?? null
  } catch {
    return null
  }
}

function readAll(database: IDBDatabase): Promise<{ updates: Uint8Array[]; marks: string[] }> {
  return new Promise((resolve) => {
    const transaction = database.transaction([UPDATES, UNSENT], 'readonly')
    const updates: IDBRequest<Uint8Array[]> = transaction.objectStore(UPDATES).getAll()
    const marks = transaction.objectStore(UNSENT).getAllKeys()
    transaction.oncomplete = () => resolve({ updates: updates.result, marks: marks.result.map(String) })
    transaction.onabort = () => resolve({ updates: [], marks: [] })
  })
}

/** False when the device refused (quota, private mode, database gone). */
function writeBatch(database: IDBDatabase, batch: readonly Write[], isMerging: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const transaction = transactionOn(database)
    if (!transaction) return resolve(false)
    const updates = transaction.objectStore(UPDATES)
    const unsent = transaction.objectStore(UNSENT)
    for (const write of batch) {
      if ('confirmed' in write) for (const mark of write.confirmed) unsent.delete(mark)
      else {
        updates.add(write.update)
        if (write.mark !== null) unsent.put(true, write.mark)
      }
    }
    if (isMerging) mergeStored(updates)
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () => resolve(false)
  })
}

function transactionOn(database: IDBDatabase): IDBTransaction | null {
  try {
    return database.transaction([UPDATES, UNSENT], 'readwrite')
  } catch {
    return null
  }
}

/**
 * Also what other tabs wrote: everything is read, merged and written back in one transaction. Going through a document
 * of its own drops the content of what was deleted; the open one keeps some of it for undo.
 */
function mergeStored(updates: IDBObjectStore): void {
  const all: IDBRequest<Uint8Array[]> = updates.getAll()
  all.onsuccess = () => {
    const merged = new Y.Doc()
    merged.transact(() => all.result.forEach((update) => void Y.applyUpdate(merged, update)))
    updates.clear()
    if (all.result.length > 0) updates.add(Y.encodeStateAsUpdate(merged))
    merged.destroy()
  }
}
