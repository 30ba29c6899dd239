/**
 * What was made lately, so that many who open one link at once are served by one piece of work. Nothing is given that is
 * not as the workshop was when it was asked for: each has a stamp of what it was made of. While one is made of something
 * older, all who come wait for the one after it. What nobody asks for again is forgotten too: it may hold words that were
 * withdrawn since.
 */
import type { Clock } from '#server/chance.ts'

export interface MadeFile {
  readonly name: string
  readonly media: string
  readonly bytes: Uint8Array
}

interface Kept {
  readonly stamp: string
  readonly at: number
  readonly file: Promise<MadeFile>
  /** Null while it is made. */
  size: number | null
}

type Stamp = () => Promise<string>
type Make = () => Promise<MadeFile>

const KEPT_MS = 10 * 60_000
const MOST_BYTES = 48 * 1024 * 1024

export class KeptFiles {
  readonly #clock: Clock
  readonly #kept = new Map<string, Kept>()
  /** Not begun yet, so as new as whoever joins. */
  readonly #waiting = new Map<string, Promise<MadeFile>>()
  #sweeping: NodeJS.Timeout | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Those who ask for the same while it is made wait for the same; what failed is made anew. */
  async get(name: string, stampNow: Stamp, make: Make): Promise<MadeFile> {
    const stamp = await stampNow()
    this.#forgetOld()
    const known = this.#kept.get(name)
    if (known?.stamp === stamp) return known.file
    const waiting = this.#waiting.get(name)
    if (waiting !== undefined) return waiting
    if (known?.size !== null) return this.#made(name, stamp, make)
    const next = this.#after(known.file, name, stampNow, make)
    this.#waiting.set(name, next)
    return next
  }

  async #after(before: Promise<MadeFile>, name: string, stampNow: Stamp, make: Make): Promise<MadeFile> {
    await before.catch(() => undefined)
    const stamp = await stampNow().finally(() => this.#waiting.delete(name))
    const known = this.#kept.get(name)
    return known?.stamp === stamp ? known.file : this.#made(name, stamp, make)
  }

  #made(name: string, stamp: string, make: Make): Promise<MadeFile> {
    const own: Kept = { stamp, at: this.#clock.now(), file: make(), size: null }
    this.#kept.delete(name)
    this.#kept.set(name, own)
    this.#sweepLater()
    own.file.then(
      ({ bytes }) => {
        own.size = bytes.byteLength
        this.#makeRoom()
      },
      () => {
        if (this.#kept.get(name) === own) this.#kept.delete(name)
      },
    )
    return own.file
  }

  #forgetOld(): void {
    for (const [name, { at }] of this.#kept) if (this.#clock.now() - at >= KEPT_MS) this.#kept.delete(name)
  }

  #sweepLater(): void {
    if (this.#sweeping) return
    this.#sweeping = setTimeout(() => {
      this.#sweeping = null
      this.#forgetOld()
      if (this.#kept.size > 0) this.#sweepLater()
    }, KEPT_MS)
    this.#sweeping.unref()
  }

  /** The oldest go first; what is still being made stays. */
  #makeRoom(): void {
    let total = [...this.#kept.values()].reduce((sum, { size }) => sum + (size ?? 0), 0)
    for (const [name, { size }] of this.#kept) {
      if (total <= MOST_BYTES) return
      if (size === null) continue
      this.#kept.delete(name)
      total -= size
    }
  }
}
