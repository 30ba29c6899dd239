/**
 * The bus between processes that share a PostgreSQL: NOTIFY on a connection of its own, after the commits it tells of
 * and never inside them. Messages of a short while go together. Nothing is kept for a process that is not listening:
 * when its connection comes back, it is told that it may have missed something.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Bus, BusListener } from '#server/cluster/bus.ts'
import { type BusMessage, packMessages, Unpacker } from '#server/cluster/bus-messages.ts'

const CHANNEL = 'guessproof'
/** At most one sending in this time. */
const PACE_MS = 10
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2000

/** Resolves when it listens; rejects when PostgreSQL cannot be reached at the start. */
export async function openPostgresBus(connectionString: string): Promise<Bus> {
  const bus = new PostgresBus(connectionString)
  await bus.connect()
  return bus
}

class PostgresBus implements Bus {
  readonly #connectionString: string
  readonly #name = randomUUID()
  readonly #unpacker = new Unpacker(this.#name)
  readonly #listeners = new Set<BusListener>()
  /** Heads wait here, one per document: an older one has nothing to say. */
  readonly #heads = new Map<string, number>()
  #waiting: BusMessage[] = []
  #batch = 0
  #client: pg.Client | null = null
  #sending: Promise<void> | null = null
  #pause = FIRST_PAUSE_MS
  #reconnect: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(connectionString: string) {
    this.#connectionString = connectionString
  }

  grown(doc: string, head: number): void {
    this.#heads.set(doc, Math.max(head, this.#heads.get(doc) ?? 0))
    this.#wake()
  }

  presence(doc: string, entries: Uint8Array): void {
    // Presence is worth something now or never.
    if (this.#client) this.#add({ says: 'presence', doc, entries })
  }

  closeSeat(workshopId: string, seatId: string, code: number): void {
    this.#add({ says: 'closeSeat', workshopId, seatId, code })
  }

  renew(doc: string): void {
    this.#add({ says: 'renew', doc })
  }

  listen(listener: BusListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#sending
    this.#isClosed = true
    if (this.#reconnect) clearTimeout(this.#reconnect)
    await this.#client?.end()
    this.#client = null
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'guessproof bus',
    })
    client.on('notification', ({ payload = '' }) => this.#receive(payload))
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    await client.connect()
    // Notifications need not reach the disk: what they tell of has.
    await client.query(`set synchronous_commit = off; listen ${CHANNEL}`)
    if (this.#isClosed) return client.end()
    this.#client = client
    this.#pause = FIRST_PAUSE_MS
    this.#wake()
  }

  #add(message: BusMessage): void {
    this.#waiting.push(message)
    this.#wake()
  }

  #wake(): void {
    if (this.#client && !this.#isClosed) this.#sending ??= this.#send()
  }

  async #send(): Promise<void> {
    await new Promise(setImmediate)
    while (this.#client && this.#waiting.length + this.#heads.size > 0) {
      const began = performance.now()
      await this.#sendWaiting(this.#client)
      const rest = PACE_MS - (performance.now() - began)
      if (rest > 1) await new Promise((resolve) => setTimeout(resolve, rest))
    }
    this.#sending = null
  }

  async #sendWaiting(client: pg.Client): Promise<void> {
    const heads = [...this.#heads]
    const others = this.#waiting
    this.#heads.clear()
    this.#waiting = []
    const messages = [...heads.map(([doc, head]) => ({ says: 'grown', doc, head }) as const), ...others]
    const payloads = packMessages(this.#name, ++this.#batch, messages)
    try {
      await client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [CHANNEL, payloads])
    } catch {
      // The connection was lost; what must still be said is said on the next one.
      for (const [doc, head] of heads) this.#heads.set(doc, Math.max(head, this.#heads.get(doc) ?? 0))
      this.#waiting.unshift(...others.filter(({ says }) => says !== 'presence'))
      this.#lose(client)
    }
  }

  #receive(payload: string): void {
    for (const message of this.#unpacker.receive(payload)) {
      for (const listener of this.#listeners) deliver(message, listener)
    }
  }

  #lose(client: pg.Client): void {
    if (client !== this.#client) return
    this.#client = null
    this.#unpacker.clear()
    client.end().catch(() => {})
    this.#connectAgain()
  }

  #connectAgain(): void {
    if (this.#isClosed) return
    this.#reconnect = setTimeout(() => {
      this.connect().then(
        () => {
          for (const listener of this.#listeners) listener.missed()
        },
        () => this.#connectAgain(),
      )
    }, this.#pause)
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }
}

function deliver(message: BusMessage, listener: BusListener): void {
  if (message.says === 'grown') listener.grown(message.doc, message.head)
  else if (message.says === 'presence') listener.presence(message.doc, message.entries)
  else if (message.says === 'renew') listener.renew(message.doc)
  else listener.closeSeat(message.workshopId, message.seatId, message.code)
}
