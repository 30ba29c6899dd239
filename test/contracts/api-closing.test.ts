/** The closing: the sponsor's words, who may write them, closing and opening again; every change stays in the history. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSingle } from '#shared/document/collection.ts'
import { closing, type Role } from '#shared/record/schema.ts'
import { type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('closing', () => {
  let fay: Person
  let code: string
  beforeEach(async () => {
    fay = server.newPerson()
    code = (await fay.open()).joinCode
  })

  const newcomer = async (name: string, role: Role) => {
    const person = server.newPerson()
    await person.join({ code, name, functionName: '' })
    await fay.ask('changeSeat', { params: { seatId: person.seatId }, body: { role } })
    return person
  }
  const told = async () => {
    const record = await server.running.service.documents.read(fay.workshopId, 'record')
    if (!record) throw new Error('There is no record.')
    return readSingle(record, closing)
  }
  const say = (who: Person, body: object) => who.call('putSponsorWord', { body })

  test('[R006] the sponsor says it; a facilitator does not write in the name of one who has a device', async () => {
    const greta = await newcomer('Greta', 'sponsor')
    expect(await say(fay, { word: 'Mine' })).toMatchObject({
      status: 403,
      json: { code: 'not-allowed', title: expect.stringContaining('Greta has a device') },
    })
    expect(
      await say(greta, { opening: 'I will not vote today.', will: 'Ring one lost customer' }),
    ).toMatchObject({
      status: 200,
    })
    expect(await say(greta, { word: 'We were wrong together.' })).toMatchObject({ status: 200 })
    expect(await told()).toMatchObject({
      opening: 'I will not vote today.',
      word: 'We were wrong together.',
      will: 'Ring one lost customer',
      spokenBy: greta.seatId,
      writtenBy: greta.seatId,
    })
  })

  test('for a sponsor without a device the facilitator writes it, and is named for it', async () => {
    const { seatId } = await fay.ask('addSeat', { body: { name: 'Greta' } })
    await fay.ask('changeSeat', { params: { seatId }, body: { role: 'sponsor' } })
    expect(await say(fay, { word: 'Said in the room.' })).toMatchObject({ status: 200 })
    expect(await told()).toMatchObject({ spokenBy: seatId, writtenBy: fay.seatId })
  })

  test('[AC-4a] closed and opened again at any time; [P5] the history keeps what was there', async () => {
    await say(fay, { word: 'First' })
    await say(fay, { word: 'Second' })
    const { closedAt } = await fay.ask('closeWorkshop', { body: { closed: true } })
    expect(await fay.ask('closeWorkshop', { body: { closed: true } })).toEqual({ closedAt })
    expect(await told()).toMatchObject({ closedAt, closedBy: fay.seatId })
    await fay.ask('closeWorkshop', { body: { closed: false } })
    expect(await told()).toMatchObject({ closedAt: null, word: 'Second' })
    const { entries } = await fay.ask('readHistory')
    expect(
      entries
        .filter(({ collection }) => collection === 'closing')
        .map(({ field, from, to }) => [field, from, to]),
    ).toEqual([
      ['closedAt', closedAt, null],
      ['closedAt', null, closedAt],
      ['word', 'First', 'Second'],
      ['word', '', 'First'],
    ])
  })
})
