/**
 * Worlds drawn from a seed: clients edit, messages travel or are lost, servers commit, crash and start again. Whoever
 * was told that something is saved finds it on the disk, and at the end everyone shows the same.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { HeldState } from '#server/sync/held-state.ts'
import { defaultSyncLimits } from '#server/sync/limits.ts'
import { ManualTimers } from '#test/support/manual-timers.ts'
import { MemoryDisk } from '#test/support/memory-log.ts'
import { numbersFrom } from '#test/support/random.ts'
import { contentOf, randomEdit } from '#test/support/random-edits.ts'
import { settle, TestBuses, TestClient, TestProcess } from '#test/support/sync-world.ts'

interface WorldOptions {
  readonly clients: number
  readonly processes: number
  readonly steps: number
  /** Whether lines break and servers crash. */
  readonly breaks: boolean
}

const DOC = 'w/board'

class World {
  readonly random: () => number
  readonly timers = new ManualTimers()
  readonly disk = new MemoryDisk()
  readonly buses = new TestBuses()
  readonly processes: TestProcess[] = []
  readonly clients: TestClient[]
  readonly options: WorldOptions

  constructor(seed: number, options: WorldOptions) {
    this.random = numbersFrom(seed)
    this.options = options
    this.disk.create(DOC)
    for (let index = 0; index < options.processes; index++) this.processes.push(this.#startProcess())
    this.clients = Array.from({ length: options.clients }, (_, index) => {
      const client = new TestClient(index + 1, { seatId: `seat${index % (options.clients - 1)}` })
      client.peer.onAcknowledged = (updates) => this.#expectOnDisk(updates)
      return client
    })
  }

  async play(): Promise<void> {
    for (const client of this.clients)
      if (!this.options.breaks || this.random() < 0.7) await this.#connect(client)
    for (let step = 0; step < this.options.steps; step++) await this.#step()
    await this.#quiet()
  }

  expectAllTheSame(): void {
    const stored = this.disk.read(DOC)
    expect(stored.store.pendingStructs).toBeNull()
    for (const client of this.clients) {
      expect(client.isSaved).toBe(true)
      expect(client.doc.store.pendingStructs).toBeNull()
      expect(contentOf(client.doc)).toEqual(contentOf(stored))
      expect(Y.encodeStateVector(client.doc).length).toBe(Y.encodeStateVector(stored).length)
    }
    for (const process of this.processes) expect(process.problems).toEqual([])
  }

  destroy(): void {
    for (const client of this.clients) client.destroy()
  }

  async #step(): Promise<void> {
    const client = this.#pick(this.clients)
    const process = this.#pick(this.processes)
    const chance = this.random()
    if (chance < 0.3) randomEdit(client.doc, this.random)
    else if (chance < 0.5) client.deliverUp(1 + Math.floor(this.random() * 3))
    else if (chance < 0.7) client.deliverDown(1 + Math.floor(this.random() * 3))
    else if (chance < 0.78) process.log.commit()
    else if (chance < 0.9) this.timers.advance(Math.floor(this.random() * 40))
    else if (!this.options.breaks) this.timers.advance(100)
    else if (chance < 0.94) client.drop()
    else if (chance < 0.98) await this.#connect(client)
    else if (chance < 0.99) await process.log.compact(DOC)
    else this.#crash(process)
    await settle(this.timers)
  }

  /** Everybody comes back, and everything arrives and is committed. */
  async #quiet(): Promise<void> {
    for (const client of this.clients) if (!client.isConnected) await this.#connect(client)
    for (let round = 0, isQuiet = false; !isQuiet; round++) {
      expect(round).toBeLessThan(100)
      isQuiet = this.clients.every((client) => client.up.length === 0 && client.isSaved)
      for (const client of this.clients) {
        client.deliverUp()
        client.deliverDown()
      }
      for (const process of this.processes) process.log.commit()
      await settle(this.timers)
      this.timers.advance(2500)
      await settle(this.timers)
      for (const process of this.processes) process.log.commit()
      await settle(this.timers)
      this.timers.advance(50)
      for (const client of this.clients) client.deliverDown()
    }
  }

  async #connect(client: TestClient): Promise<void> {
    if (client.isConnected) return
    const connecting = client.connect(this.#pick(this.processes))
    await settle(this.timers)
    await connecting
  }

  #crash(process: TestProcess): void {
    for (const client of this.clients) if (client.connection) client.drop()
    this.processes.splice(this.processes.indexOf(process), 1, this.#startProcess())
  }

  #startProcess(): TestProcess {
    const process = new TestProcess(this.disk, this.timers, this.buses.join())
    process.log.isHeldBack = true
    return process
  }

  #expectOnDisk(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return
    const held = new HeldState(defaultSyncLimits)
    held.receiveStored(Y.encodeStateAsUpdate(this.disk.read(DOC)))
    for (const update of updates) expect(held.judge(update)).toBe('known')
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T
  }
}

async function playAll(seeds: number, options: WorldOptions): Promise<void> {
  for (let seed = 1; seed <= seeds; seed++) {
    const world = new World(seed, options)
    try {
      await world.play()
      world.expectAllTheSame()
    } catch (error) {
      throw new Error(`World ${seed} of ${JSON.stringify(options)}`, { cause: error })
    } finally {
      world.destroy()
    }
  }
}

test('[P2] in a world in which nobody ever drops, all peers show the same', () =>
  playAll(120, { clients: 3, processes: 1, steps: 120, breaks: false }))

test('[P1] [P2] through broken lines and crashed servers, what was acknowledged is stored and all show the same', () =>
  playAll(120, { clients: 3, processes: 1, steps: 160, breaks: true }))

test('[P1] [P2] the same with two processes and nobody dropping', () =>
  playAll(50, { clients: 4, processes: 2, steps: 120, breaks: false }))

test('[P1] [P2] the same with two processes, broken lines and crashes', () =>
  playAll(60, { clients: 4, processes: 2, steps: 160, breaks: true }))
