/** The rooms with time, commits and slow readers in the test's hand: what is sent when, how much, and to whom. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { SyncLimits } from '#server/sync/limits.ts'
import { closeCodes, HEARTBEAT_MS, SILENCE_LIMIT_MS } from '#shared/protocol/wire.ts'
import { ManualTimers } from '#test/support/manual-timers.ts'
import { MemoryDisk } from '#test/support/memory-log.ts'
import { messagesIn, settle, TestBuses, TestClient, TestProcess } from '#test/support/sync-world.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy()
})

function world(limits: Partial<SyncLimits> = {}, seed?: Y.Doc) {
  const timers = new ManualTimers()
  const disk = new MemoryDisk()
  for (const kind of ['board', 'record']) disk.create(`w/${kind}`, seed && Y.encodeStateAsUpdate(seed))
  const buses = new TestBuses()
  const start = () => new TestProcess(disk, timers, buses.join(), limits)
  const process = start()
  const join = async (seatId: string, options: { at?: TestProcess; write?: boolean } = {}) => {
    const client = new TestClient(1000 + clients.length, { seatId, write: options.write ?? true })
    clients.push(client)
    await client.connect(options.at ?? process)
    await exchange(timers, client)
    return client
  }
  return { timers, disk, buses, process, start, join }
}

/** Everything travels and is dealt with. */
async function exchange(timers: ManualTimers, ...those: TestClient[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const client of those) client.deliverUp()
    await settle(timers)
    timers.advance(40)
    await settle(timers)
    for (const client of those) client.deliverDown()
  }
}

const set = (client: TestClient, key: string, value: unknown = 1) =>
  client.doc.getMap('entries').set(key, value)
const keys = (doc: Y.Doc) => [...doc.getMap('entries').keys()].sort()
const say = (client: TestClient, state: Record<string, unknown>) =>
  client.peer.awareness.setLocalState({ seatId: '', ...state })

test('the first edit after a pause goes out at the end of the turn, further ones once per 10 ms', async () => {
  const { timers, join } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  timers.advance(1000)
  ben.deliverDown()
  set(ada, 'k0')
  ada.deliverUp()
  timers.endTurn()
  expect(ben.line?.take(99)).toHaveLength(1)
  for (let ms = 1; ms <= 50; ms++) {
    set(ada, `k${ms}`)
    ada.deliverUp()
    timers.advance(1)
  }
  expect(ben.line?.take(99)).toHaveLength(5)
})

test('presence goes out at most once per 33 ms, or along with edits; to its maker nothing comes back', async () => {
  const { timers, join } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  say(ada, { n: 0 })
  await exchange(timers, ada, ben)
  timers.advance(1000)
  for (const client of [ada, ben]) client.deliverDown()
  for (let ms = 0; ms < 100; ms++) {
    say(ada, { n: ms })
    ada.deliverUp()
    timers.advance(1)
  }
  expect(ben.line?.take(99).length).toBeLessThanOrEqual(4)
  expect(ada.line?.take(99)).toHaveLength(0)
})

test('the maker of all edits of a tick does not get them back, each of several makers gets all', async () => {
  const { timers, join } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  await exchange(timers, ada, ben)
  set(ada, 'a')
  ada.deliverUp()
  timers.endTurn()
  const updates = (client: TestClient) => (client.line?.take(99) ?? []).filter((message) => message[0] === 0)
  expect(updates(ada)).toHaveLength(0)
  expect(updates(ben)).toHaveLength(1)
  set(ada, 'b')
  set(ben, 'c')
  ada.deliverUp()
  ben.deliverUp()
  timers.advance(10)
  expect(updates(ada)).toHaveLength(1)
  expect(updates(ben)).toHaveLength(1)
})

test('a client that has not asked for the state gets no edits, for they would leave gaps', async () => {
  const { timers, join, process } = world()
  const ada = await join('ada')
  set(ada, 'before')
  await exchange(timers, ada)
  const late = new TestClient(7, { seatId: 'late' })
  clients.push(late)
  await late.connect(process)
  set(ada, 'after')
  await exchange(timers, ada)
  expect(late.line?.take(99).filter((message) => message[0] === 0)).toEqual([])
  await exchange(timers, late)
  expect(keys(late.doc)).toEqual(['after', 'before'])
})

test('edits of one seat in one tick become one entry of the log, edits of others stay apart and in order', async () => {
  const { timers, disk, join } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  set(ada, 'first')
  ada.deliverUp()
  await settle(timers)
  const before = disk.head('w/board')
  for (const key of ['a', 'b', 'c']) set(ada, key)
  ada.deliverUp()
  set(ben, 'd')
  ben.deliverUp()
  set(ada, 'e')
  ada.deliverUp()
  await exchange(timers, ada, ben)
  const entries = disk.documents.get('w/board')?.updates.filter(({ seq }) => seq > before) ?? []
  expect(entries.map(({ seatId }) => seatId)).toEqual(['ada', 'ben', 'ada'])
})

test('a slow reader gets no presence, then no edits, and catches up with all once it reads: deletions too', async () => {
  const { timers, join } = world({ editsWaitingBytes: 20_000, presenceWaitingBytes: 5000 })
  const ada = await join('ada')
  const slow = await join('slow')
  set(ada, 'gone')
  await exchange(timers, ada, slow)
  let most = 0
  for (let step = 0; step < 200; step++) {
    set(ada, `k${step}`, 'x'.repeat(1000))
    if (step === 100) ada.doc.getMap('entries').delete('gone')
    say(ada, { step, filler: 'y'.repeat(1000) })
    ada.deliverUp()
    timers.advance(50)
    await settle(timers)
    ada.deliverDown()
    most = Math.max(most, slow.line?.waitingBytes ?? 0)
  }
  expect(most).toBeLessThan(25_000)
  expect(slow.connection?.isOpen).toBe(true)
  await exchange(timers, slow, ada)
  expect(keys(slow.doc)).toEqual(keys(ada.doc))
  expect(keys(slow.doc)).not.toContain('gone')
  expect(slow.doc.store.pendingStructs).toBeNull()
  expect([...slow.peer.awareness.getStates().values()][0]?.step).toBe(199)
  set(ada, 'after')
  await exchange(timers, ada, slow)
  expect(keys(slow.doc)).toContain('after')
})

test('a reader that takes nothing for 15 s is closed; one that takes a little now and then is not', async () => {
  const { timers, join } = world()
  const ada = await join('ada')
  const stuck = await join('stuck')
  const sluggish = await join('sluggish')
  await exchange(timers, ada, stuck, sluggish)
  for (let second = 0; second < 20; second++) {
    set(ada, `k${second}`)
    timers.advance(1000)
    await exchange(timers, ada)
    sluggish.deliverDown(1)
  }
  expect(stuck.line?.closedWith).toBe(closeCodes.tooSlow)
  expect(sluggish.line?.closedWith).toBeNull()
})

test('a large state comes in pieces, each a whole message, and edits made meanwhile follow it without a gap', async () => {
  const seed = new Y.Doc()
  for (let record = 0; record < 300; record++) seed.getMap('entries').set(`r${record}`, 'x'.repeat(1000))
  const { timers, join, process } = world({ pieceBytes: 32_768, presenceWaitingBytes: 10_000 }, seed)
  const ada = await join('ada')
  const joiner = new TestClient(77, { seatId: 'joiner' })
  clients.push(joiner)
  await joiner.connect(process)
  joiner.deliverUp()
  expect(joiner.line?.waitingBytes).toBeGreaterThan(300_000)
  set(ada, 'meanwhile')
  await exchange(timers, ada)
  let messages = 0
  while ((joiner.line?.waitingBytes ?? 0) > 0) {
    const before = joiner.line?.waitingBytes ?? 0
    joiner.deliverDown(1)
    messages++
    expect(before - (joiner.line?.waitingBytes ?? 0)).toBeLessThan(40_000)
  }
  expect(messages).toBeGreaterThan(9)
  expect(joiner.doc.store.pendingStructs).toBeNull()
  await exchange(timers, joiner, ada)
  expect(keys(joiner.doc)).toEqual(keys(ada.doc))
})

test('a returning client that lacks nothing gets the deletions and nothing else', async () => {
  const { timers, join, process } = world()
  const ada = await join('ada')
  for (let step = 0; step < 50; step++) set(ada, `k${step}`, 'x'.repeat(500))
  ada.doc.getMap('entries').delete('k7')
  await exchange(timers, ada)
  ada.drop()
  await ada.connect(process)
  ada.deliverUp()
  await settle(timers)
  expect(ada.line?.sentBytes).toBeLessThan(200)
  await exchange(timers, ada)
  expect(ada.isSaved).toBe(true)
})

test('a client that was away gets what it missed, and not what it has', async () => {
  const { timers, join, process } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  for (let step = 0; step < 150; step++) {
    set(ada, `k${step}`, 'x'.repeat(500))
    await exchange(timers, ada)
  }
  await exchange(timers, ben)
  ben.drop()
  set(ada, 'missed')
  ada.doc.getMap('entries').delete('k3')
  set(ben, 'offline')
  await exchange(timers, ada)
  await ben.connect(process)
  ben.deliverUp()
  await settle(timers)
  expect(ben.line?.sentBytes).toBeLessThan(30_000)
  await exchange(timers, ben, ada)
  expect(keys(ben.doc)).toEqual(keys(ada.doc))
  expect(keys(ben.doc)).toContain('offline')
  expect(keys(ben.doc)).not.toContain('k3')
})

test('a line in use or not, each client hears something in time: the count of what is saved, or nothing at all', async () => {
  const { timers, join, process } = world()
  const asking = await join('ada')
  const plain = new TestClient(5, { seatId: 'ben' })
  clients.push(plain)
  await plain.connect(process, false)
  await exchange(timers, plain, asking)
  let silentFor = 0
  for (let second = 0; second < 40; second++) {
    timers.advance(1000)
    silentFor = (asking.line?.take(99).length ?? 0) > 0 ? 0 : silentFor + 1000
    expect(silentFor).toBeLessThanOrEqual(HEARTBEAT_MS + 1000)
    expect(HEARTBEAT_MS + 1000).toBeLessThan(SILENCE_LIMIT_MS)
    asking.connection?.heard()
    plain.connection?.heard()
    if (second % 25 !== 24) continue
    const heard = plain.line?.take(99) ?? []
    expect(heard.length).toBeGreaterThan(0)
    for (const message of heard) plain.peer.hear(message)
  }
})

test('a client that is not heard of, though asked for a sign of life, is taken for gone', async () => {
  const { timers, join, process } = world()
  const ada = await join('ada')
  const ben = await join('ben')
  say(ada, {})
  await exchange(timers, ada, ben)
  for (let second = 0; second < 50; second++) {
    timers.advance(1000)
    ada.line?.take(99)
    ben.deliverDown()
    ben.connection?.heard()
  }
  expect(ada.line?.closedWith).toBe(closeCodes.restarting)
  expect(ben.seatsSeen).toEqual([])
  expect(process.table.seatsPresent('w')).toEqual(new Set(['ben']))
})

test('while storage is behind, writers are not read; when it has caught up they are, and nobody is closed', async () => {
  const { timers, join, process } = world({ queueBytes: 10_000 })
  const ada = await join('ada')
  process.log.isHeldBack = true
  for (let step = 0; step < 20; step++) {
    set(ada, `k${step}`, 'x'.repeat(1000))
    ada.deliverUp()
    timers.advance(20)
    ada.deliverDown()
  }
  expect(ada.line?.isPaused).toBe(true)
  for (let second = 0; second < 60; second++) {
    timers.advance(1000)
    ada.deliverDown()
  }
  expect(ada.connection?.isOpen).toBe(true)
  process.log.commit()
  await settle(timers)
  expect(ada.line?.isPaused).toBe(false)
  await exchange(timers, ada)
  expect(ada.isSaved).toBe(true)
})

test('a document that would grow beyond its limit takes no more, and stays readable', async () => {
  const { timers, join } = world({ documentBytes: 5000 })
  const ada = await join('ada')
  const ben = await join('ben')
  for (let step = 0; step < 10; step++) {
    set(ada, `k${step}`, 'x'.repeat(1000))
    await exchange(timers, ada, ben)
  }
  expect(ada.line?.closedWith).toBe(closeCodes.tooLarge)
  expect(keys(ben.doc).length).toBe(4)
  expect(ben.line?.closedWith).toBeNull()
})

test('presence crosses processes, follows a client from one to the other, and ends with a process that is gone', async () => {
  const { timers, join, start, buses, process } = world()
  const second = start()
  const ada = await join('ada')
  const ben = await join('ben', { at: second })
  say(ada, { focus: 'one' })
  await exchange(timers, ada, ben)
  expect(ben.seatsSeen).toEqual(['ada'])
  // The line breaks and comes back at the other process, before the first has noticed, with the same clock.
  const left = ada.connection
  ada.connection = null
  await ada.connect(second)
  await exchange(timers, ada, ben)
  left?.closed()
  await exchange(timers, ada, ben)
  expect(ben.seatsSeen).toEqual(['ada'])
  const cleo = await join('cleo', { at: process })
  say(cleo, {})
  await exchange(timers, cleo, ada, ben)
  expect(ben.seatsSeen).toEqual(['ada', 'cleo'])
  // Nothing is heard of the first process any more.
  buses.isBroken = true
  for (let second = 0; second < 60; second++) {
    timers.advance(1000)
    for (const client of [ada, ben, cleo]) {
      client.deliverDown()
      client.connection?.heard()
    }
  }
  expect(ben.seatsSeen).toEqual(['ada'])
})

test('with a bus that loses everything, growth of the log is still found: each 2 s, or when it was compacted', async () => {
  const { timers, join, start, buses, disk, process } = world()
  const second = start()
  buses.isBroken = true
  const ada = await join('ada')
  const ben = await join('ben', { at: second })
  set(ada, 'a')
  await exchange(timers, ada, ben)
  timers.advance(2000)
  await exchange(timers, ada, ben)
  expect(keys(ben.doc)).toEqual(['a'])
  set(ada, 'b')
  ada.doc.getMap('entries').delete('a')
  await exchange(timers, ada)
  await process.log.compact('w/board')
  expect(disk.documents.get('w/board')?.updates).toEqual([])
  timers.advance(2000)
  await exchange(timers, ada, ben)
  expect(keys(ben.doc)).toEqual(['b'])
  set(ben, 'c')
  await exchange(timers, ben)
  timers.advance(2000)
  await exchange(timers, ada, ben)
  expect(keys(ada.doc)).toEqual(['b', 'c'])
})

test('closing a seat reaches its sockets in other processes', async () => {
  const { timers, join, start, process, buses } = world()
  const second = start()
  const ada = await join('ada', { at: second })
  const ben = await join('ben', { at: second })
  buses.join().closeSeat('w', 'ada', closeCodes.accessChanged)
  await settle(timers)
  expect(ada.line?.closedWith).toBe(closeCodes.accessChanged)
  expect(ben.line?.closedWith).toBeNull()
  expect(process.problems).toEqual([])
})

test('control frames aside, every frame that is written can be read back', () => {
  expect(messagesIn(new Uint8Array([0x82, 1, 7, 0x89, 0, 0x82, 2, 8, 9]))).toEqual([
    new Uint8Array([7]),
    new Uint8Array([8, 9]),
  ])
})
