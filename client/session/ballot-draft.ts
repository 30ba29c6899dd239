/**
 * One's own ballot in one round: kept on this device at every change, sent by itself, sealed on request.
 * What was sealed without a line stays sealed here and is sent when the line is back (OF-3a). A seal is called
 * sealed only when the server has said so.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandProblem, CommandResult } from '#client/session/api.ts'
import type { DeviceStorage } from '#client/session/device-storage.ts'

export type BallotValues = Readonly<Record<string, unknown>>

export type BallotStatus =
  /** Neither this device nor the server has said yet whether there is one. */
  | 'loading'
  | 'draft'
  | 'sealing'
  /** The server has it, sealed. */
  | 'sealed'
  | 'unsealing'
  /** Sealed on this device; goes out as soon as there is a line. */
  | 'waiting-offline'
  /** The round was closed before this ballot was sealed. */
  | 'late'

export interface BallotState {
  readonly status: BallotStatus
  readonly ballot: BallotValues | null
  /** When the server took it in, epoch ms. */
  readonly receivedAt: number | null
  /** Why it was not taken as it is; the faults of a ballot that may not be sealed. */
  readonly problem: CommandProblem | null
}

export interface BallotServer {
  put(body: BallotValues & { readonly sealed: boolean }): Promise<CommandResult<'putBallot'>>
  read(): Promise<CommandResult<'readBallot'>>
}

export interface BallotDraftSetting {
  readonly key: string
  readonly storage: DeviceStorage
  readonly server: BallotServer
  /** Server time, epoch ms. */
  readonly now: () => number
}

/** What is kept on the device. Once the server has the seal, the values are no longer kept. */
interface Kept {
  readonly ballot: BallotValues | null
  readonly sealed: boolean
  readonly changedAt: number
  readonly isSent: boolean
  readonly receivedAt: number | null
}

const SEND_AFTER_MS = 600
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
/** Answers that no repetition changes; anything else is worth another try. */
const isFinal = ({ code }: CommandProblem) =>
  !['offline', 'internal', 'storage-unavailable', 'too-many-tries'].includes(code)
const isOver = ({ code }: CommandProblem) => code === 'round-closed' || code === 'round-ended'

export class BallotDraft {
  readonly store: StoreApi<BallotState>
  readonly #setting: BallotDraftSetting
  #kept: Kept | null
  #isRead = false
  #isStale = false
  #isLate = false
  #isOffline = false
  #isBusy = false
  #serverHasSeal = false
  #problem: CommandProblem | null = null
  #retryMs = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(setting: BallotDraftSetting) {
    this.#setting = setting
    this.#kept = keptFrom(setting.storage.get(setting.key))
    this.store = createStore<BallotState>(() => this.#state())
    void this.#work()
  }

  /** Ignored while sealed: whoever wants to change a sealed ballot unseals it first. */
  change(next: BallotValues | ((ballot: BallotValues | null) => BallotValues)): void {
    if (this.#kept?.sealed || this.#isLate) return
    const ballot = typeof next === 'function' ? next(this.#kept?.ballot ?? null) : next
    this.#want(ballot, false)
    this.#workIn(SEND_AFTER_MS)
  }

  seal(): void {
    if (!this.#kept?.ballot || this.#kept.sealed || this.#isLate) return
    this.#want(this.#kept.ballot, true)
    this.tryNow()
  }

  unseal(): void {
    if (!this.#kept?.ballot || !this.#kept.sealed || this.#isLate) return
    this.#want(this.#kept.ballot, false)
    this.tryNow()
  }

  /** Sends what is waiting without waiting any longer: the line is back, or the page is being left. */
  tryNow(): void {
    this.#retryMs = FIRST_RETRY_MS
    this.#workIn(0)
  }

  /** Another device or tab of the same person may have sealed or unsealed: asks the server what it has now. */
  lookAgain(): void {
    if (!this.#isRead || this.#isLate) return
    this.#isStale = true
    this.#workIn(0)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #want(ballot: BallotValues, sealed: boolean): void {
    this.#problem = null
    this.#keep({ ballot, sealed, changedAt: this.#setting.now(), isSent: false, receivedAt: null })
  }

  #workIn(delayMs: number): void {
    this.stop()
    if (delayMs === 0) void this.#work()
    else this.#timer = setTimeout(() => void this.#work(), delayMs)
  }

  /** One request at a time: first what the server has, then what it lacks. */
  async #work(): Promise<void> {
    if (this.#isBusy || this.#isLate) return
    this.#isBusy = true
    const problem = this.#isRead && !this.#isStale ? await this.#send() : await this.#read()
    this.#isBusy = false
    this.#isOffline = problem !== null
    this.#publish()
    if (problem !== null) {
      this.#workIn(this.#retryMs)
      this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
    } else if (this.#isStale || (this.#hasUnsent() && this.#timer === null)) {
      this.#workIn(0)
    }
  }

  #hasUnsent(): boolean {
    return this.#kept !== null && !this.#kept.isSent && !this.#problem
  }

  /** Null when done with; else why it must be tried again. */
  async #read(): Promise<CommandProblem | null> {
    this.#isStale = false
    const result = await this.#setting.server.read()
    if (!result.ok) {
      if (!isFinal(result.problem)) {
        this.#isStale = this.#isRead
        return result.problem
      }
      this.#problem = result.problem
    } else this.#adopt(result.reply)
    this.#isRead = true
    return null
  }

  /** Unsent work of this device wins, except a draft older than a seal given on another device. */
  #adopt({
    ballot,
    sealed,
    receivedAt,
  }: {
    ballot: BallotValues | null
    sealed: boolean
    receivedAt: number | null
  }) {
    this.#serverHasSeal = sealed
    const kept = this.#kept
    const isOutdated = kept !== null && sealed && !kept.sealed && (receivedAt ?? 0) > kept.changedAt
    if (kept && !kept.isSent && !isOutdated) return
    this.#keep(ballot && { ballot, sealed, changedAt: receivedAt ?? 0, isSent: true, receivedAt })
  }

  async #send(): Promise<CommandProblem | null> {
    const sent = this.#kept
    if (!sent?.ballot || sent.isSent) return null
    const result = await this.#setting.server.put({ ...sent.ballot, sealed: sent.sealed })
    // It may have been changed while the request was under way.
    const isNewest = this.#kept === sent
    if (result.ok) {
      this.#serverHasSeal = result.reply.sealed
      if (isNewest) this.#keep({ ...sent, isSent: true, receivedAt: result.reply.receivedAt })
      return null
    }
    if (!isFinal(result.problem)) return result.problem
    if (isOver(result.problem)) return this.#settle(sent, result.problem)
    if (isNewest) {
      this.#problem = result.problem
      this.#keep({ ...sent, sealed: false })
    }
    return null
  }

  /** The round is over. Whether the ballot came in time only the server knows: an answer may have been lost. */
  async #settle(sent: Kept, problem: CommandProblem): Promise<CommandProblem | null> {
    const result = await this.#setting.server.read()
    if (!result.ok && !isFinal(result.problem)) return result.problem
    this.#problem = problem
    if (result.ok && result.reply.sealed) {
      this.#kept = null
      this.#adopt(result.reply)
    } else {
      this.#isLate = true
      this.#keep({ ...sent, isSent: true })
      this.#setting.storage.set(this.#setting.key, null)
    }
    return null
  }

  #keep(kept: Kept | null): void {
    this.#kept = kept
    const isDone = kept?.isSent && kept.sealed
    this.#setting.storage.set(this.#setting.key, isDone ? { ...kept, ballot: null } : kept)
    this.#publish()
  }

  #publish(): void {
    this.store.setState(this.#state(), true)
  }

  #state(): BallotState {
    const { ballot = null, receivedAt = null } = this.#kept ?? {}
    return { status: this.#status(), ballot, receivedAt, problem: this.#problem }
  }

  #status(): BallotStatus {
    if (this.#isLate) return 'late'
    if (!this.#kept) return this.#isRead ? 'draft' : 'loading'
    if (!this.#kept.sealed) return !this.#kept.isSent && this.#serverHasSeal ? 'unsealing' : 'draft'
    if (this.#kept.isSent) return 'sealed'
    return this.#isOffline ? 'waiting-offline' : 'sealing'
  }
}

function keptFrom(stored: unknown): Kept | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { ballot, sealed, changedAt, isSent, receivedAt } = stored as Record<string, unknown>
  return {
    ballot: typeof ballot === 'object' && ballot !== null ? (ballot as BallotValues) : null,
    sealed: sealed === true,
    changedAt: typeof changedAt === 'number' ? changedAt : 0,
    isSent: isSent === true,
    receivedAt: typeof receivedAt === 'number' ? receivedAt : null,
  }
}
