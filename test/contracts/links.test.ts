/** [JN-7a] Links run as long as the facilitator lets them: ended, made anew, and run out; the code goes with its link. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReplyOf } from '#shared/protocol/calls.ts'
import type { LinkKind } from '#shared/protocol/link-calls.ts'
import { type Person, startTestServer, type TestServer, testClock, tokenOf } from '#test/support/server.ts'

const DAY_MS = 24 * 3600 * 1000
const clock = testClock(Date.UTC(2026, 4, 12, 9))
let server: TestServer
let fay: Person
let opened: ReplyOf<'createWorkshop'>
beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  fay = server.newPerson()
  opened = await fay.open()
})

const of = (kind: LinkKind) => ({ params: { kind } })
const comingBy = (link: string) => server.newPerson().call('checkCode', { body: { token: tokenOf(link) } })

async function linkOf(kind: LinkKind, person = fay) {
  const { links } = await person.ask('listLinks')
  return links.find((one) => one.kind === kind)
}

describe('an ended link', () => {
  test.each(['participate', 'watch', 'facilitator'] as const)('of kind %s opens nothing', async (kind) => {
    await fay.ask('endLink', of(kind))
    expect((await comingBy(opened.links[kind])).json).toMatchObject({ status: 410, code: 'link-revoked' })
    expect(await linkOf(kind)).toMatchObject({ state: 'ended', link: null })
    expect((await fay.ask('readWorkshop')).links).not.toHaveProperty(kind)
    expect(await fay.refusal('changeLink', { ...of(kind), body: { days: 7 } })).toMatchObject({
      code: 'link-revoked',
    })
    const { link } = await fay.ask('renewLink', { ...of(kind), body: {} })
    expect((await comingBy(link)).status).toBe(200)
    expect((await comingBy(opened.links[kind])).status).toBe(410)
  })

  test('to take part takes the code with it, also when the workshop is in use after it; seated people stay', async () => {
    const ana = server.newPerson()
    await ana.join({ code: opened.joinCode, name: 'Ana' })
    await fay.ask('endLink', of('participate'))
    clock.advance(3 * DAY_MS)
    expect((await fay.ask('readWorkshop')).joinCode).toBeNull()
    const late = server.newPerson()
    expect(await late.refusal('join', { body: { code: opened.joinCode, name: 'Late' } })).toMatchObject({
      code: 'code-changed',
    })
    expect((await ana.call('readWorkshop')).status).toBe(200)
    const { joinCode } = await fay.ask('renewLink', { ...of('participate'), body: {} })
    await late.join({ code: joinCode ?? '', name: 'Late' })
  })
})

test('a link runs out at the moment it was said to, the code too, and may be let run again', async () => {
  await fay.ask('changeLink', { ...of('participate'), body: { days: 1 } })
  expect((await linkOf('participate'))?.expiresAt).toBe(clock.now() + DAY_MS)
  clock.advance(DAY_MS - 1)
  expect((await comingBy(opened.links.participate)).status).toBe(200)
  clock.advance(1)
  expect((await comingBy(opened.links.participate)).json).toMatchObject({ code: 'link-expired' })
  expect((await fay.ask('readWorkshop')).joinCode).toBeNull()
  expect(await linkOf('participate')).toMatchObject({ state: 'expired', link: null })
  await fay.ask('changeLink', { ...of('participate'), body: { days: null } })
  expect(await linkOf('participate')).toMatchObject({ link: opened.links.participate, expiresAt: null })
  expect((await fay.ask('readWorkshop')).joinCode).toBe(opened.joinCode)
  const { link } = await fay.ask('renewLink', { ...of('watch'), body: { days: 7 } })
  expect(await linkOf('watch')).toMatchObject({ link, expiresAt: clock.now() + 7 * DAY_MS, madeBy: 'Fay' })
  expect((await fay.refusal('changeLink', { ...of('watch'), body: { days: 0 } })).code).toBe('bad-request')
})

test('everybody sees the links they may hand on, and whose they are', async () => {
  const kindsFor = async (person: Person) => (await person.ask('listLinks')).links.map(({ kind }) => kind)
  const ana = server.newPerson()
  await ana.join({ token: tokenOf(opened.links.participate), name: 'Ana' })
  expect(await kindsFor(fay)).toEqual(['participate', 'watch', 'result', 'facilitator'])
  expect(await kindsFor(ana)).toEqual(['participate', 'result'])
  expect(await linkOf('result', ana)).toMatchObject({
    link: opened.links.result,
    madeBy: 'Fay',
    madeAt: clock.now(),
  })
  expect(Object.keys((await ana.ask('readWorkshop')).links)).toEqual(['participate', 'result'])
  await fay.ask('changeSeat', { params: { seatId: ana.seatId }, body: { role: 'sponsor' } })
  expect(await kindsFor(ana)).toEqual(['result'])
})
