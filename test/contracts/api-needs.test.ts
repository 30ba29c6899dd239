/** Silent notes and the cutting vote over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { readRow } from '#shared/document/collection.ts'
import { rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { editBoard, type Person, startTestServer, type TestServer } from '#test/support/server.ts'
import { storagesOf } from '#test/support/storages.ts'

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`rounds about needs (${engine})`, () => {
    const storages = storagesOf(engine)
    let server: TestServer
    let fay: Person
    let ana: Person
    let ben: Person

    beforeAll(async () => {
      server = await startTestServer({ place: await storages.place() })
    })
    afterAll(() => server.stop())
    beforeEach(async () => {
      fay = server.newPerson()
      const { joinCode } = await fay.open()
      ana = server.newPerson()
      ben = server.newPerson()
      await ana.join({ code: joinCode, name: 'Ana', functionName: 'Sales' })
      await ben.join({ code: joinCode, name: 'Ben', functionName: 'Product' })
    })

    const open = async (kind: string, subjects: string[]) => {
      const { roundId } = await fay.ask('openRound', { body: { kind, subjects, anonymity: 'anonymous' } })
      return { roundId }
    }
    const put = (person: Person, params: { roundId: string }, body: object) =>
      person.call('putBallot', { params, body: body as { sealed: boolean } })
    const round = async (roundId: string) => {
      const record = await server.running.service.documents.read(fay.workshopId, 'record')
      const row = record && readRow(record, rounds, roundId)
      if (!row) throw new Error('not in the record')
      return row
    }

    test('[ID-1a] notes that were not sealed count when the wall opens, and nobody who wrote is missing', async () => {
      const params = await open('notes', [])
      await put(ana, params, { notes: ['Night help', 'Price'], sealed: false })
      await put(ben, params, { notes: ['price'], sealed: true })
      await fay.ask('revealRound', { params, body: {} })
      const { result, missing, sealedCount } = await round(params.roundId)
      const wall = readResult('notes', result)
      expect(wall?.n).toBe(2)
      expect(wall?.notes.map(({ text, count }) => `${text} ${count}`).sort()).toEqual([
        'Night help 1',
        'Price 2',
      ])
      expect({ missing, sealedCount }).toEqual({ missing: [], sealedCount: 1 })
      expect((await put(ana, params, { notes: ['Late'], sealed: false })).status).toBe(409)
    })

    test('what is no note is refused by its place', async () => {
      const params = await open('notes', [])
      const { status, json } = await put(ana, params, { notes: ['Fine', 'x'.repeat(141)], sealed: false })
      expect(status).toBe(422)
      expect(JSON.stringify(json)).toContain('/notes/1')
      const subjects = [await editBoard(server, fay.workshopId, addNeed, { short: 'One' })]
      await fay.ask('discardRound', { params, body: {} })
      const refused = await fay.call('openRound', {
        body: { kind: 'notes', subjects, anonymity: 'anonymous' },
      })
      expect(refused.status).toBe(400)
    })

    test('[R019] unsealed marks do not count in a cutting vote', async () => {
      const needs: string[] = []
      for (const short of ['One', 'Two'])
        needs.push(await editBoard(server, fay.workshopId, addNeed, { short }))
      const params = await open('cut', needs)
      await put(ana, params, { marks: [needs[0]], abstained: false, sealed: false })
      await put(ben, params, { marks: [needs[1]], abstained: false, sealed: true })
      expect((await put(ana, params, { marks: ['nowhere'], abstained: false, sealed: true })).status).toBe(
        422,
      )
      await fay.ask('revealRound', { params, body: {} })
      expect(readResult('cut', (await round(params.roundId)).result)).toMatchObject({
        n: 1,
        perNeed: [{ needId: needs[1], marks: 1 }, { marks: 0 }],
      })
    })
  })
