/**
 * When to connect. All lines of a workshop come and go together: after a loss the server is first asked, over HTTP,
 * whether this seat may still do what it did and whether the documents still have the same history; only then is
 * anything sent again. Waits grow and are spread, so that a room does not come back all at once.
 */
import type { Line } from '#client/session/line.ts'
import { closeCodes } from '#shared/protocol/wire.ts'

/** What asking the server before reconnecting came to. */
export type Recheck = 'same' | 'unreachable' | { readonly closedBy: number }

export interface LinesSetting {
  readonly lines: () => readonly Line[]
  readonly recheck: () => Promise<Recheck>
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly onChange: () => void
}

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 10_000
/** Within this a whole room asks what it may open now. */
const SPREAD_MS = 800
const WATCH_EVERY_MS = 1_000

/** Told not to come back by itself. Too slow a line may be faster later. */
const isFinal = (code: number) => code >= 4400 && code < 4500 && code !== closeCodes.tooSlow

export class Lines {
  readonly #setting: LinesSetting
  readonly #watchdog: ReturnType<typeof setInterval>
  #timer: ReturnType<typeof setTimeout> | null = null
  #attempt = 0
  #wasOnline = false
  #isRechecking = false
  /** The answer under way may be older than what made us ask. */
  #mustAskAgain = false
  #isStopped = false
  closedBy: number | null = null
  /** Some attempt has come to something, good or bad. */
  wasTried = false
  retryAt: number | null = null

  constructor(setting: LinesSetting) {
    this.#setting = setting
    this.#watchdog = setInterval(() => this.#watch(), WATCH_EVERY_MS)
  }

  get isOnline(): boolean {
    return this.#setting.lines().every((line) => line.isOnline || this.isJustAdded(line))
  }

  /** A line that joined those of a running session is not missed before it has been tried. */
  isJustAdded(line: Line): boolean {
    return this.#wasOnline && line.isFresh
  }

  /** Connects what is down, without asking first: the answer to the last question is fresh. */
  connect(): void {
    if (this.#isStopped) return
    for (const line of this.#setting.lines()) line.connect()
  }

  /** A line has been answered. */
  heard(): void {
    if (!this.isOnline) return
    this.wasTried = true
    this.#wasOnline = true
    this.#attempt = 0
  }

  lost(code: number | null): void {
    if (this.#isStopped) return
    this.wasTried = true
    if (code !== null && isFinal(code)) this.close(code)
    else this.#retryLater(code === closeCodes.tooSlow ? LONGEST_WAIT_MS : 0)
    this.#setting.onChange()
  }

  /** The network or the page is back, or someone pressed the button. */
  tryNow(): void {
    if (this.#isStopped || this.isOnline) return
    this.#attempt = 0
    this.#clearTimer()
    void this.#retry()
  }

  /** Rights may have grown: asks what may be opened now. Spread like every retry. */
  askAgain(): void {
    if (this.#isRechecking) this.#mustAskAgain = true
    else if (!this.#isStopped) this.#retryLater(this.#setting.random() * SPREAD_MS)
  }

  /** The browser says there is no network: no need to wait for the watchdog. */
  dropAll(): void {
    for (const line of this.#setting.lines()) line.drop()
  }

  /** Ends for good; `code` says why. */
  close(code: number): void {
    this.closedBy ??= code
    this.stop()
    this.dropAll()
    this.#setting.onChange()
  }

  stop(): void {
    this.#isStopped = true
    this.#clearTimer()
    clearInterval(this.#watchdog)
  }

  #retryLater(atLeastMs: number): void {
    if (this.#timer !== null || this.#isRechecking) return
    const spread = 0.5 + this.#setting.random()
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** this.#attempt, LONGEST_WAIT_MS) * spread
    const delayMs = Math.max(atLeastMs, waitMs)
    this.#attempt++
    this.retryAt = this.#setting.now() + delayMs
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#retry()
    }, delayMs)
  }

  async #retry(): Promise<void> {
    if (this.#isRechecking) return
    this.#isRechecking = true
    const answer = await this.#setting.recheck()
    this.#isRechecking = false
    if (this.#isStopped) return
    this.retryAt = null
    if (answer === 'same') this.connect()
    else if (answer === 'unreachable') {
      this.wasTried = true
      this.#retryLater(0)
    } else this.close(answer.closedBy)
    if (this.#mustAskAgain) {
      this.#mustAskAgain = false
      this.askAgain()
    }
    this.#setting.onChange()
  }

  #watch(): void {
    for (const line of this.#setting.lines()) line.dropIfSilent()
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
