import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Malformed } from '#server/sync/byte-reader.ts'
import { defaultSyncLimits } from '#server/sync/limits.ts'
import { walkUpdate } from '#server/sync/update-walk.ts'
import { law } from '#test/support/law.ts'
import { numbersFrom } from '#test/support/random.ts'
import { randomHistory } from '#test/support/random-edits.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })

function walked(update: Uint8Array) {
  const structs: (readonly [client: number, clock: number, length: number])[] = []
  const deletes: (readonly [client: number, from: number, to: number])[] = []
  walkUpdate(
    update,
    {
      struct: (client, clock, length) => structs.push([client, clock, length]),
      deleted: (client, from, to) => deletes.push([client, from, to]),
    },
    defaultSyncLimits,
  )
  return { structs, deletes }
}

const decoded = (update: Uint8Array) => {
  const { structs, ds } = Y.decodeUpdate(update)
  return {
    structs: structs.map((struct) => [struct.id.client, struct.id.clock, struct.length]),
    deletes: [...ds.clients].flatMap(([client, items]) =>
      items.map((item) => [client, item.clock, item.clock + item.len]),
    ),
  }
}

law('finds the same structs and deletions as Yjs does', [seed], (from) => {
  const { docs, updates } = randomHistory(numbersFrom(from), 40)
  for (const update of [
    ...updates,
    ...docs.map((doc) => Y.encodeStateAsUpdate(doc)),
    Y.mergeUpdates(updates),
  ])
    expect(walked(update)).toEqual(decoded(update))
})

law('refuses every update that is cut short, and every one with something behind it', [seed], (from) => {
  const { updates } = randomHistory(numbersFrom(from), 10)
  for (const update of updates) {
    for (let length = 0; length < update.length; length++)
      expect(() => walked(update.subarray(0, length))).toThrow(Malformed)
    expect(() => walked(new Uint8Array([...update, 0]))).toThrow(Malformed)
  }
})

law(
  'what it accepts of random bytes, Yjs can decode',
  [fc.uint8Array({ maxLength: 40 })],
  (bytes) => {
    try {
      walked(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(Malformed)
      return
    }
    expect(() => Y.decodeUpdate(bytes)).not.toThrow()
  },
  { numRuns: 3000 },
)

describe('refuses', () => {
  const updateOf = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    doc.clientID = 1
    change(doc)
    return Y.encodeStateAsUpdate(doc)
  }
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  const refused = (title: string, update: Uint8Array) =>
    test(title, () => expect(() => walked(update)).toThrow(Malformed))

  refused(
    'a subdocument',
    updateOf((doc) => doc.getMap('m').set('d', new Y.Doc())),
  )
  refused(
    'values nested too deeply',
    updateOf((doc) => doc.getMap('m').set('d', nested(65))),
  )
  refused('two blocks of one client', new Uint8Array([2, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0]))
  refused('blocks that do not go by falling client ids', new Uint8Array([2, 1, 1, 0, 0, 1, 1, 2, 0, 0, 1, 0]))
  refused(
    'an item that hangs on a later one of the same client',
    new Uint8Array([1, 1, 1, 0, 0x84, 1, 5, 1, 97, 0]),
  )
  refused('text that is no UTF-8', new Uint8Array([1, 1, 1, 0, 4, 1, 1, 97, 1, 0xff, 0]))
  refused('an item without length', new Uint8Array([1, 1, 1, 0, 4, 1, 1, 97, 0, 0]))
  refused('a clock beyond all counting', new Uint8Array([1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 1, 0]))
  refused('a million zeros', new Uint8Array(1_000_000))
  refused('broken JSON', new Uint8Array([1, 1, 1, 0, 5, 1, 1, 97, 1, 123, 0]))
})
