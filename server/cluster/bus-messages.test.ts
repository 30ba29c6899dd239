import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BusMessage, packMessages, Unpacker } from '#server/cluster/bus-messages.ts'

const text = fc.string({ unit: 'binary', maxLength: 300 })
const message: fc.Arbitrary<BusMessage> = fc.oneof(
  fc.record({ says: fc.constant('grown' as const), doc: text, head: fc.nat() }),
  fc.record({
    says: fc.constant('presence' as const),
    doc: text,
    entries: fc.uint8Array({ maxLength: 20_000 }),
  }),
  fc.record({ says: fc.constant('renew' as const), doc: text }),
  fc.record({ says: fc.constant('closeSeat' as const), workshopId: text, seatId: text, code: fc.nat(4999) }),
)

test('what is packed fits into notifications and comes out as it went in, also when batches mix', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 8 }), fc.array(message, { maxLength: 8 }), (one, two) => {
      const first = packMessages('a-process', 1, one)
      const second = packMessages('another-process', 1, two)
      for (const payload of [...first, ...second]) expect(Buffer.byteLength(payload)).toBeLessThan(8000)
      const unpacker = new Unpacker('me')
      const mixed = Array.from({ length: Math.max(first.length, second.length) }, (_, n) => [
        first[n],
        second[n],
      ])
      const received = mixed
        .flat()
        .flatMap((payload) => (payload === undefined ? [] : unpacker.receive(payload)))
      expect(received).toHaveLength(one.length + two.length)
      expect(received).toEqual(expect.arrayContaining([...one, ...two]))
    }),
    { numRuns: 60 },
  )
})

test('own messages are left out', () => {
  const payloads = packMessages('me', 1, [{ says: 'grown', doc: 'w/board', head: 1 }])
  expect(payloads.flatMap((payload) => new Unpacker('me').receive(payload))).toEqual([])
})

test('a batch whose piece was lost is given up without end', () => {
  const unpacker = new Unpacker('me')
  const large = { says: 'presence', doc: 'w/board', entries: new Uint8Array(20_000) } as const
  for (let batch = 0; batch < 100; batch++)
    expect(unpacker.receive(packMessages('other', batch, [large])[0] as string)).toEqual([])
  const whole = packMessages('other', 100, [large]).flatMap((payload) => unpacker.receive(payload))
  expect(whole).toEqual([large])
})
