import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { HeldState } from '#server/sync/held-state.ts'
import { joinUpdates, mergeAll } from '#server/sync/join-updates.ts'
import { defaultSyncLimits } from '#server/sync/limits.ts'
import { law } from '#test/support/law.ts'
import { numbersFrom } from '#test/support/random.ts'
import { contentOf, randomEdit, randomHistory } from '#test/support/random-edits.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const NO_LIMIT = Number.POSITIVE_INFINITY
const holding = (...updates: Uint8Array[]) => {
  const held = new HeldState(defaultSyncLimits)
  for (const update of updates) held.receiveStored(update)
  return held
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

law('updates in order are news once, and nothing the second time', [seed], (from) => {
  const { updates } = randomHistory(numbersFrom(from), 40)
  const held = new HeldState(defaultSyncLimits)
  for (const update of updates) {
    const status = held.judge(update)
    expect(held.receive(update, NO_LIMIT).status).toBe(status)
    // Some edits only delete what somebody else has deleted already.
    expect(['news', 'known']).toContain(status)
    expect(held.receive(update, NO_LIMIT)).toEqual({ status: 'known' })
    expect(held.judge(update)).toBe('known')
  }
  expect(held.clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(docOf(updates))))
})

law('[P2] whole states sent over and over are kept once, and merge to the document', [seed], (from) => {
  const random = numbersFrom(from)
  const held = new HeldState(defaultSyncLimits)
  const kept: Uint8Array[] = []
  const { docs, updates } = randomHistory(random, 20)
  for (const sent of [...updates.slice(0, 8), ...docs.map((doc) => Y.encodeStateAsUpdate(doc)), ...updates]) {
    const verdict = held.receive(sent, NO_LIMIT)
    if (verdict.status === 'news') kept.push(verdict.data)
    else expect(verdict.status).toBe('known')
  }
  expect(contentOf(docOf(kept))).toEqual(contentOf(docOf(updates)))
  expect(contentOf(docOf([mergeAll([...kept].reverse())]))).toEqual(contentOf(docOf(updates)))
  const joined = joinUpdates(kept)
  expect(contentOf(docOf([mergeAll([Y.encodeStateAsUpdate(new Y.Doc()), joined])]))).toEqual(
    contentOf(docOf(updates)),
  )
  expect(contentOf(docOf([joined]))).toEqual(contentOf(docOf(updates)))
  expect(new HeldState(defaultSyncLimits).receive(joined, NO_LIMIT).status).toBe('news')
  // Each operation is kept exactly once.
  const lengths = kept.flatMap((update) => Y.decodeUpdate(update).structs.map((struct) => struct.length))
  const clocks = [...held.clocks.values()]
  expect(sum(lengths)).toBe(sum(clocks))
})

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

law(
  '[P2] whatever it takes of damaged updates, a Yjs client can apply at once and completely',
  [seed],
  (from) => {
    const random = numbersFrom(from)
    const { docs, updates } = randomHistory(random, 30)
    const half = updates.slice(0, updates.length >> 1)
    for (const update of [...updates.slice(half.length), ...docs.map((doc) => Y.encodeStateAsUpdate(doc))]) {
      const damaged = update.slice()
      for (let hit = 0; hit <= random() * 3; hit++)
        damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256)
      const verdict = holding(...half).receive(damaged, NO_LIMIT)
      if (verdict.status !== 'news') continue
      const doc = docOf(half)
      Y.applyUpdate(doc, verdict.data)
      expect(doc.store.pendingStructs).toBeNull()
      expect(doc.store.pendingDs).toBeNull()
    }
  },
  { numRuns: 150 },
)

law('a gap is seen wherever Yjs would have to wait', [seed], (from) => {
  const random = numbersFrom(from)
  const { updates } = randomHistory(random, 25)
  const left = updates.filter(() => random() < 0.8)
  const held = new HeldState(defaultSyncLimits)
  const doc = new Y.Doc()
  for (const update of left) {
    const verdict = held.receive(update, NO_LIMIT)
    const twin = docOf([Y.encodeStateAsUpdate(doc)])
    Y.applyUpdate(twin, update)
    const waits = twin.store.pendingStructs !== null || twin.store.pendingDs !== null
    expect(verdict.status === 'gap').toBe(waits)
    if (verdict.status === 'news') Y.applyUpdate(doc, verdict.data)
  }
})

test('a reply without news is recognised, deletions included', () => {
  const doc = new Y.Doc()
  for (let step = 0, random = numbersFrom(1); step < 50; step++) randomEdit(doc, random)
  const held = holding(Y.encodeStateAsUpdate(doc))
  const reply = () => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
  expect(held.receive(reply(), NO_LIMIT)).toEqual({ status: 'known' })
  doc.getMap('map').set('k1', 'x')
  held.receive(Y.encodeStateAsUpdate(doc), NO_LIMIT)
  doc.getMap('map').delete('k1')
  const verdict = held.receive(reply(), NO_LIMIT)
  expect(verdict.status).toBe('news')
  // Of the many deletions in the reply only the new one is kept.
  if (verdict.status === 'news') expect(verdict.data.length).toBeLessThan(15)
})

test('an update of a client whose clocks are held cannot replace what is held', () => {
  const honest = new Y.Doc()
  honest.clientID = 5
  honest.getText('text').insert(0, 'true')
  const held = holding(Y.encodeStateAsUpdate(honest))
  const forger = new Y.Doc()
  forger.clientID = 5
  forger.getText('text').insert(0, 'false')
  const verdict = held.receive(Y.encodeStateAsUpdate(forger), NO_LIMIT)
  expect(verdict.status).toBe('news')
  if (verdict.status === 'news')
    expect(
      docOf([Y.encodeStateAsUpdate(honest), verdict.data])
        .getText('text')
        .toString(),
    ).toContain('true')
})

test('structs that wait for each other in a ring leave a gap', () => {
  const ring = new Uint8Array([2, 1, 2, 0, 0x84, 1, 0, 1, 97, 1, 1, 0, 0x84, 2, 0, 1, 97, 0])
  expect(new HeldState(defaultSyncLimits).receive(ring, NO_LIMIT).status).toBe('gap')
})

test('what would make the document too large is not taken', () => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'x'.repeat(1000))
  const held = new HeldState(defaultSyncLimits)
  expect(held.receive(Y.encodeStateAsUpdate(doc), 500)).toEqual({ status: 'too-large' })
  expect(held.clocks.size).toBe(0)
})

test('many structs that wait for many others are placed, or given up, in good time', () => {
  const doc = new Y.Doc()
  const peers = [new Y.Doc(), new Y.Doc(), doc]
  for (let round = 0; round < 900; round++) {
    const peer = peers[round % 3] as Y.Doc
    peer.getText('text').insert(peer.getText('text').length, 'x')
    Y.applyUpdate(
      peers[(round + 1) % 3] as Y.Doc,
      Y.encodeStateAsUpdate(peer, Y.encodeStateVector(peers[(round + 1) % 3] as Y.Doc)),
    )
  }
  const began = performance.now()
  expect(
    new HeldState(defaultSyncLimits).receive(Y.encodeStateAsUpdate(peers[2] as Y.Doc), NO_LIMIT).status,
  ).toBe('news')
  expect(performance.now() - began).toBeLessThan(1000)
})

/** How many types lie around an item, as Yjs sees it. */
function depthIn(item: Y.Item): number {
  let depth = 0
  for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown>)._item) depth++
  return depth
}

/** Peers that put maps and lists into each other's, and exchange all they have now and then. */
function nestedHistory(random: () => number, steps: number): { docs: Y.Doc[]; updates: Uint8Array[] } {
  const updates: Uint8Array[] = []
  const docs = [7, 3, 5].map((id) => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = id
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'exchange') updates.push(update)
    })
    return doc
  })
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  for (let step = 0; step < steps; step++) {
    const doc = one(docs)
    const lists = [doc.getArray<unknown>('list')]
    for (const list of lists)
      for (const inner of list.toArray()) if (inner instanceof Y.Array) lists.push(inner as Y.Array<unknown>)
    const list = random() < 0.5 ? (lists.at(-1) as Y.Array<unknown>) : one(lists)
    const at = Math.floor(random() * (list.length + 1))
    doc.transact(() => {
      if (random() < 0.2 && list.length > 0) list.delete(0)
      else list.insert(Math.min(at, list.length), [random() < 0.5 ? new Y.Array() : 'x', 1])
    })
    if (random() < 0.5) {
      const [from, to] = [one(docs), one(docs)]
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'exchange')
    }
  }
  return { docs, updates }
}

law('it knows how deep every item lies, however the updates are merged', [seed], (from) => {
  const random = numbersFrom(from)
  const { docs, updates } = nestedHistory(random, 40)
  const whole = docOf(updates)
  const orders = [
    updates,
    [Y.mergeUpdates(updates)],
    [...updates.slice(0, 10), ...docs.map((doc) => Y.encodeStateAsUpdate(doc)), ...updates],
  ]
  for (const order of orders) {
    const held = new HeldState({ ...defaultSyncLimits, typeDepth: 31 })
    for (const update of order) held.receive(update, NO_LIMIT)
    for (const [client, structs] of whole.store.clients)
      for (const struct of structs)
        if (struct instanceof Y.Item)
          expect(held.depthAt(client, struct.id.clock)).toBe(Math.min(31, depthIn(struct)))
  }
})

test('types within types are refused where they get too deep, and what comes after is judged as before', () => {
  const doc = new Y.Doc({ gc: false })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let inner = doc.getArray<unknown>('list')
  for (let level = 0; level < 20; level++) {
    const next = new Y.Array<unknown>()
    inner.insert(0, ['before', next])
    inner = next
  }
  const held = new HeldState(defaultSyncLimits)
  const statuses = updates.map((update) => held.receive(update, NO_LIMIT).status)
  expect(statuses).toEqual([
    ...Array.from({ length: 16 }, () => 'news'),
    'malformed',
    ...Array.from({ length: 3 }, () => 'gap'),
  ])
  expect(held.judge(updates[16] as Uint8Array)).toBe('malformed')
  expect(new HeldState(defaultSyncLimits).receive(Y.mergeUpdates(updates), NO_LIMIT).status).toBe('malformed')
})

test('the rest of a struct whose beginning is held lies where that lies, whatever it claims', () => {
  const deep = new Uint8Array([1, 2, 1, 0, 0x07, 1, 1, 97, 1, 0x04, 0, 1, 0, 1, 120, 0])
  // Client 1 again from clock 1 on: "xy", said to lie in the root.
  const claim = new Uint8Array([1, 1, 1, 1, 0x04, 1, 1, 97, 2, 120, 121, 0])
  const held = holding(deep)
  expect(held.receive(claim, NO_LIMIT).status).toBe('news')
  expect([0, 1, 2].map((clock) => held.depthAt(1, clock))).toEqual([1, 2, 2])
})
