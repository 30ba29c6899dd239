/** Seats once taken: changed, removed, taken once however often the call is sent; where everyone is. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { seats } from '#shared/record/schema.ts'
import { type Person, startTestServer, type TestServer, testClock, tokenOf } from '#test/support/server.ts'

const clock = testClock()
let server: TestServer
let fay: Person
let opened: Awaited<ReturnType<Person['open']>>

beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())
beforeEach(async () => {
  fay = server.newPerson()
  opened = await fay.open({ title: 'Cold stores' })
})

const inRecord = async () => {
  const record = await server.running.service.documents.read(fay.workshopId, 'record')
  return record ? readRows(record, seats) : []
}

describe('seats', () => {
  test('[S3] a removed seat is nobody, and its browser may take a new one', async () => {
    const ana = server.newPerson()
    const { seatId } = await ana.join({ code: opened.joinCode, name: 'Ana' })
    await fay.ask('removeSeat', { params: { seatId } })
    await fay.ask('removeSeat', { params: { seatId } })
    expect((await ana.refusal('readWorkshop')).code).toBe('no-seat')
    const again = await ana.join({ code: opened.joinCode, name: 'Ana' })
    expect(again.seatId).not.toBe(seatId)
    expect((await inRecord()).map(({ name }) => name).sort()).toEqual(['Ana', 'Ana', 'Fay'])
  })

  test('everyone changes their own name and function, the facilitator anything; others nothing', async () => {
    const ana = server.newPerson()
    const ben = server.newPerson()
    await ana.join({ code: opened.joinCode, name: 'Ana' })
    await ben.join({ code: opened.joinCode, name: 'Ben' })
    const own = { params: { seatId: ana.seatId } }
    await ana.ask('changeSeat', { ...own, body: { name: 'Ben', functionName: 'Finance' } })
    expect((await ana.ask('readWorkshop')).seat).toMatchObject({ name: 'Ben 2', functionName: 'Finance' })
    for (const body of [
      { role: 'facilitator' },
      { seniority: 5 },
      { proxy: true },
      { name: 'A', role: 'member' },
    ])
      expect((await ana.refusal('changeSeat', { ...own, body })).code).toBe('not-allowed')
    expect((await ben.refusal('changeSeat', { ...own, body: { name: 'Zoe' } })).code).toBe('not-allowed')
    await fay.ask('changeSeat', { ...own, body: { role: 'researcher', seniority: 4, proxy: true } })
    expect((await ana.ask('readWorkshop')).documents.interviews).toMatchObject({ read: true, write: true })
    expect(JSON.stringify(await inRecord())).not.toContain('seniority')
    expect((await fay.refusal('changeSeat', { params: { seatId: 'nobody' }, body: {} })).code).toBe(
      'not-found',
    )
  })

  test('a workshop keeps a facilitator', async () => {
    const own = { params: { seatId: fay.seatId } }
    expect((await fay.refusal('removeSeat', own)).code).toBe('last-facilitator')
    expect((await fay.refusal('changeSeat', { ...own, body: { role: 'member' } })).code).toBe(
      'last-facilitator',
    )
    const co = server.newPerson()
    await co.join({ token: tokenOf(opened.links.facilitator), name: 'Co' })
    const both = await Promise.all([
      fay.call('removeSeat', { params: { seatId: co.seatId } }),
      co.call('removeSeat', { params: { seatId: fay.seatId } }),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('where everyone is stands in the record', async () => {
    await fay.ask('setAgenda', { body: { activity: 'roadmap' } })
    const record = await server.running.service.documents.read(fay.workshopId, 'record')
    expect(record?.getMap('agenda').toJSON()).toEqual({
      activity: 'roadmap',
      movedAt: clock.now(),
      movedBy: fay.seatId,
    })
    expect((await fay.refusal('setAgenda', { body: { activity: 'lunch' } })).code).toBe('bad-request')
  })
})

describe('limits', () => {
  test('a full workshop takes nobody more', async () => {
    const small = await startTestServer({ env: { MAX_SEATS: '3' } })
    try {
      const { joinCode } = await small.newPerson().open()
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => small.newPerson().call('join', { body: { code: joinCode, name: 'Ana' } })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409])
    } finally {
      await small.stop()
    }
  })

  test('a browser with very many seats lets the oldest go', async () => {
    const many = server.newPerson()
    for (let count = 0; count < 85; count++) await many.open()
    expect(many.cookie.split('; ')).toHaveLength(80)
    expect((await many.call('readWorkshop')).status).toBe(200)
  })
})

describe('calls sent twice by somebody who has no seat yet', () => {
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() })

  test('joining again under the same key comes back to the same seat, with a cookie that works', async () => {
    const request = { body: { code: opened.joinCode, name: 'Ana' }, headers: headers() }
    const browsers = Array.from({ length: 4 }, () => server.newPerson())
    const answers = await Promise.all(browsers.map((browser) => browser.call('join', request)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await inRecord()).map(({ name }) => name)).toEqual(expect.arrayContaining(['Fay', 'Ana']))
    expect(await inRecord()).toHaveLength(2)
    for (const browser of browsers) {
      const params = { workshopId: fay.workshopId }
      expect((await browser.call('readWorkshop', { params })).status).toBe(200)
    }
  })

  test('opening again under the same key opens one workshop, and gives the same links', async () => {
    const count = async () => {
      const { db } = server.running.service.storage
      return (await db.selectFrom('workshops').select('id').execute()).length
    }
    const before = await count()
    const request = { body: { title: 'T', facilitator: { name: 'Gus' } }, headers: headers() }
    const browsers = Array.from({ length: 4 }, () => server.newPerson())
    const answers = await Promise.all(browsers.map((browser) => browser.call('createWorkshop', request)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(answers.map(({ json }) => json)).toEqual(answers.map(() => answers[0]?.json))
    expect(await count()).toBe(before + 1)
  })

  test('short keys, other calls and late ones are no way into somebody else’s seat; the key itself is not kept', async () => {
    const key = crypto.randomUUID()
    const join = (name: string, idempotencyKey: string) =>
      server.newPerson().ask('join', {
        body: { code: opened.joinCode, name },
        headers: { 'idempotency-key': idempotencyKey },
      })
    const first = await join('Ana', key)
    clock.advance(10 * 60_000)
    expect((await join('Ben', key)).seatId).not.toBe(first.seatId)
    expect((await join('Cleo', '1')).seatId).not.toBe((await join('Dan', '1')).seatId)
    const kept = await server.running.service.storage.db.selectFrom('replies').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(key)
  })
})
