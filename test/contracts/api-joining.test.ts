/** Coming into a workshop: codes, links, names, cookies (JN, D2). */
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { seats } from '#shared/record/schema.ts'
import { type Person, startTestServer, type TestServer, testClock, tokenOf } from '#test/support/server.ts'
import { until } from '#test/support/until.ts'

const clock = testClock()
const HOUR_MS = 3_600_000
let server: TestServer
let fay: Person
let opened: Awaited<ReturnType<Person['open']>>

beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())
beforeEach(async () => {
  clock.advance(61_000)
  fay = server.newPerson()
  opened = await fay.open({ title: 'Cold stores' })
})

const inRecord = async () => {
  const record = await server.running.service.documents.read(fay.workshopId, 'record')
  return record ? readRows(record, seats) : []
}

describe('codes', () => {
  test('a code leads to the workshop however it is typed, and says where before a name is asked', async () => {
    const typed = `${opened.joinCode.slice(0, 3).toLowerCase()} - ${opened.joinCode.slice(3)}`
    const found = await server.newPerson().ask('checkCode', { body: { code: typed } })
    expect(found).toEqual({
      workshopId: fay.workshopId,
      title: 'Cold stores',
      functions: ['Marketing', 'Sales', 'Customer service', 'Product', 'Finance', 'Something else'],
      role: 'member',
      seated: false,
    })
  })

  test('whoever joins has a seat in the record and a cookie no script can read', async () => {
    const ana = server.newPerson()
    const answer = await ana.call('join', {
      body: { code: opened.joinCode, name: ' Ana ', functionName: 'Sales' },
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^gp_seat_${fay.workshopId}=[\\w-]{43}; Max-Age=\\d+; Path=/; HttpOnly; SameSite=Lax$`),
    )
    expect(await inRecord()).toContainEqual(
      expect.objectContaining({ name: 'Ana', functionName: 'Sales', role: 'member', removedAt: null }),
    )
  })

  test('[JN-6a] the same browser comes back to the same seat, by code or by link', async () => {
    const ana = server.newPerson()
    const first = await ana.join({ code: opened.joinCode, name: 'Ana' })
    const again = await ana.join({ token: tokenOf(opened.links.participate), name: 'Somebody else' })
    expect(again).toEqual(first)
    expect((await ana.ask('checkCode', { body: { code: opened.joinCode } })).seated).toBe(true)
    expect(await inRecord()).toHaveLength(2)
  })

  test('[JN-6b] a name that is taken gets a number, also when many take it at once', async () => {
    const names = ['Ana', 'ana', 'Ana', 'Ａna', '🦉', '🦉']
    await Promise.all(names.map((name) => server.newPerson().join({ code: opened.joinCode, name })))
    const given = (await inRecord()).map(({ name }) => name.normalize('NFKC').toLowerCase())
    expect(new Set(given).size).toBe(7)
    expect(given).toEqual(expect.arrayContaining(['ana', 'ana 2', 'ana 3', 'ana 4', '🦉', '🦉 2']))
  })

  test.each([
    ['of 500 characters', 'x'.repeat(500)],
    ['that is empty', ''],
    ['of blanks', '   '],
    ['that is no text', 7],
    ['with a line break', 'Ana\nBen'],
    ['that shows nothing', '\u200b\u2060'],
    ['that is missing', undefined],
  ])('a name %s is refused with its path', async (_what, name) => {
    const problem = await server.newPerson().refusal('join', { body: { code: opened.joinCode, name } })
    expect(problem).toMatchObject({ code: 'bad-request', faults: [{ path: '/name' }] })
    expect(await inRecord()).toHaveLength(1)
  })

  test('names of emoji, of other scripts and in right-to-left are kept as they are', async () => {
    for (const name of ['👩🏽‍🔬', 'Žofia Ñandú', 'مريم', '陈', 'O’Neil'])
      await server.newPerson().join({ code: opened.joinCode, name })
    expect((await inRecord()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['👩🏽‍🔬', 'Žofia Ñandú', 'مريم', '陈', 'O’Neil']),
    )
  })

  test('[JN-2a] ten wrong codes a minute, then a wait is named; others and links are not held up', async () => {
    const guest = server.newPerson()
    for (let tries = 0; tries < 10; tries++)
      expect((await guest.refusal('checkCode', { body: { code: '222222' } })).code).toBe('no-such-code')
    const refused = await guest.call('join', { body: { code: opened.joinCode, name: 'Ana' } })
    expect(refused.status).toBe(429)
    expect(refused.json).toMatchObject({ code: 'too-many-tries', retryAfterS: 60 })
    expect(refused.headers.get('retry-after')).toBe('60')
    await guest.ask('checkCode', { body: { token: tokenOf(opened.links.participate) } })
    clock.advance(59_000)
    expect((await guest.refusal('checkCode', { body: { code: opened.joinCode } })).retryAfterS).toBe(1)
    clock.advance(1_000)
    await guest.ask('checkCode', { body: { code: opened.joinCode } })
  })

  test('[JN-2a] wrong codes sent all at once are counted like those sent one by one', async () => {
    const request = (number: number) => {
      const body = JSON.stringify({ code: `222${100 + number}` })
      return `POST /api/join/check HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    }
    const socket = connect(server.running.port, '127.0.0.1')
    let answers = ''
    socket.on('data', (data) => {
      answers += data.toString()
    })
    socket.write(Array.from({ length: 100 }, (_, number) => request(number)).join(''))
    const statuses = () => Array.from(answers.matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => status)
    await until(() => statuses().length === 100)
    socket.destroy()
    expect(statuses().filter((status) => status === '404')).toHaveLength(10)
    expect(statuses().filter((status) => status === '429')).toHaveLength(90)
  })

  test('a room full of people with the right code comes in at once', async () => {
    const joined = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        server.newPerson().call('join', { body: { code: opened.joinCode, name: `Ana ${index}` } }),
      ),
    )
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([201]))
  })

  test('[JN-2b] a code lapses after 48 hours without use; the workshop stays, and its next use gives a new one', async () => {
    clock.advance(48 * HOUR_MS)
    const stale = await server.newPerson().refusal('join', { body: { code: opened.joinCode, name: 'Ana' } })
    expect(stale).toMatchObject({ status: 410, code: 'code-changed' })
    await server.newPerson().join({ token: tokenOf(opened.links.participate), name: 'Ben' })
    const { joinCode } = await fay.ask('readWorkshop')
    expect(joinCode).not.toBe(opened.joinCode)
    await server.newPerson().join({ code: joinCode ?? '', name: 'Ana' })
    expect((await server.newPerson().refusal('checkCode', { body: { code: opened.joinCode } })).status).toBe(
      410,
    )
  })

  test('a code lives on while the workshop is in use', async () => {
    for (let day = 0; day < 5; day++) {
      clock.advance(24 * HOUR_MS)
      expect((await fay.ask('readWorkshop')).joinCode).toBe(opened.joinCode)
    }
    await server.newPerson().join({ code: opened.joinCode, name: 'Ana' })
  })
})

describe('links', () => {
  test.each([
    ['participate', 'member'],
    ['watch', 'viewer'],
    ['facilitator', 'facilitator'],
  ] as const)('the link of kind %s gives the role %s', async (kind, role) => {
    const link = opened.links[kind]
    expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/w/${fay.workshopId}#t=[\\w-]{43}$`))
    const guest = server.newPerson()
    expect(await guest.join({ token: tokenOf(link), name: 'Gus' })).toMatchObject({ role })
    expect((await guest.ask('readWorkshop')).seat.role).toBe(role)
  })

  test('[JN-7a] a renewed link and its code answer 410 from then on; seated people stay', async () => {
    const ana = server.newPerson()
    await ana.join({ code: opened.joinCode, name: 'Ana' })
    const renewed = await fay.ask('renewLink', { params: { kind: 'participate' }, body: {} })
    expect(renewed.link).not.toBe(opened.links.participate)
    const late = server.newPerson()
    const token = tokenOf(opened.links.participate)
    expect(await late.refusal('join', { body: { token, name: 'L' } })).toMatchObject({
      status: 410,
      code: 'link-revoked',
    })
    expect(await late.refusal('join', { body: { code: opened.joinCode, name: 'L' } })).toMatchObject({
      status: 410,
      code: 'code-changed',
    })
    expect((await ana.call('readWorkshop')).status).toBe(200)
    await late.join({ code: renewed.joinCode ?? '', name: 'Late' })
    await server.newPerson().join({ token: tokenOf(renewed.link), name: 'Later' })
    await server.newPerson().join({ token: tokenOf(opened.links.watch), name: 'Viewer' })
  })

  test('renewing one kind leaves the code and the other links alone', async () => {
    const { joinCode } = await fay.ask('renewLink', { params: { kind: 'watch' }, body: {} })
    expect(joinCode).toBeNull()
    const view = await fay.ask('readWorkshop')
    expect(view.joinCode).toBe(opened.joinCode)
    expect(view.links).toMatchObject({
      participate: opened.links.participate,
      facilitator: opened.links.facilitator,
    })
    expect(view.links.watch).not.toBe(opened.links.watch)
    expect((await fay.refusal('renewLink', { params: { kind: 'everything' }, body: {} })).code).toBe(
      'not-found',
    )
  })

  test('a link renewed twice under one key is renewed once; its token is in no table', async () => {
    const renew = () =>
      fay.ask('renewLink', {
        params: { kind: 'facilitator' },
        body: {},
        headers: { 'idempotency-key': 'renewed' },
      })
    const renewed = await renew()
    expect(await renew()).toEqual(renewed)
    expect((await fay.ask('readWorkshop')).links.facilitator).toBe(renewed.link)
    const { db } = server.running.service.storage
    const kept = [await db.selectFrom('replies').selectAll().execute()]
    expect(JSON.stringify(kept)).not.toContain(tokenOf(renewed.link))
  })

  test('a made-up token leads nowhere, and the token itself is in no table', async () => {
    expect((await server.newPerson().refusal('checkCode', { body: { token: 'x'.repeat(43) } })).status).toBe(
      404,
    )
    const rows = await server.running.service.storage.db.selectFrom('links').selectAll().execute()
    for (const link of Object.values(opened.links)) expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
    const tokens = await server.running.service.storage.db.selectFrom('seat_tokens').selectAll().execute()
    expect(JSON.stringify(tokens)).not.toContain(fay.cookie.split('=')[1])
  })

  test('a link that gives more raises the seat this browser has; one that gives less changes nothing', async () => {
    const guest = server.newPerson()
    const viewer = await guest.join({ token: tokenOf(opened.links.watch), name: 'Gus' })
    expect(await guest.join({ token: tokenOf(opened.links.participate), name: 'Gus' })).toEqual({
      ...viewer,
      role: 'member',
    })
    expect(await guest.join({ token: tokenOf(opened.links.facilitator), name: 'Gus' })).toMatchObject({
      seatId: viewer.seatId,
      role: 'facilitator',
    })
    expect((await guest.join({ token: tokenOf(opened.links.watch), name: 'Gus' })).role).toBe('facilitator')
  })

  test('only those who take part see the way in; only facilitators see the links that give more', async () => {
    const see = async (kind: 'participate' | 'watch') => {
      const guest = server.newPerson()
      await guest.join({ token: tokenOf(opened.links[kind]), name: 'Gus' })
      const { links, joinCode } = await guest.ask('readWorkshop')
      return { links, joinCode }
    }
    expect(await see('watch')).toEqual({ links: {}, joinCode: null })
    expect(await see('participate')).toEqual({
      links: { participate: opened.links.participate, result: opened.links.result },
      joinCode: opened.joinCode,
    })
  })
})
