/** One's own ballots on this device: one draft a round, living as long as the session, whatever screen is shown. */

import type { CommandResult } from '#client/session/api.ts'
import { BallotDraft } from '#client/session/ballot-draft.ts'
import type { CallRequest } from '#client/session/call.ts'
import type { DeviceStorage } from '#client/session/device-storage.ts'
import type { CallName } from '#shared/protocol/calls.ts'

export interface BallotsSetting {
  readonly workshopId: string
  readonly seatId: string
  readonly storage: DeviceStorage
  readonly call: <N extends CallName>(name: N, request: CallRequest<N>) => Promise<CommandResult<N>>
  /** Server time, epoch ms. */
  readonly now: () => number
}

export class Ballots {
  readonly #setting: BallotsSetting
  readonly #prefix: string
  readonly #drafts = new Map<string, BallotDraft>()

  constructor(setting: BallotsSetting) {
    this.#setting = setting
    this.#prefix = `guessproof:ballot:${setting.workshopId}:${setting.seatId}:`
  }

  of(roundId: string): BallotDraft {
    const draft = this.#drafts.get(roundId) ?? this.#open(roundId)
    this.#drafts.set(roundId, draft)
    return draft
  }

  /** Sends what an earlier visit could not, without waiting for its screen. */
  resume(): void {
    const { storage } = this.#setting
    for (const key of storage.keys(this.#prefix)) {
      const kept = storage.get(key) as { isSent?: unknown } | null
      if (kept?.isSent !== true) this.of(key.slice(this.#prefix.length))
    }
  }

  /** The line is back, or the page is about to be left. */
  tryNow(): void {
    for (const draft of this.#drafts.values()) draft.tryNow()
  }

  stop(): void {
    for (const draft of this.#drafts.values()) draft.stop()
  }

  #open(roundId: string): BallotDraft {
    const { call, workshopId, storage, now } = this.#setting
    const params = { workshopId, roundId }
    return new BallotDraft({
      key: this.#prefix + roundId,
      storage,
      now,
      server: {
        put: (body) => call('putBallot', { params, body }),
        read: () => call('readBallot', { params }),
      },
    })
  }
}
