/** Sealed rounds over HTTP, as a script or a screen meets them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNeed, addOption, binNeed } from '#shared/board/scene-edits.ts'
import { needs as boardNeeds } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { type Round, rounds, seats } from '#shared/record/schema.ts'
import { editBoard, type Person, startTestServer, type TestServer } from '#test/support/server.ts'
import { storagesOf } from '#test/support/storages.ts'

const ballot = (points: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  points,
  unsure: [],
  confidence: null,
  abstained: false,
  reason: '',
  ...more,
})

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`rounds (${engine})`, () => {
    const storages = storagesOf(engine)
    let server: TestServer
    let fay: Person
    let ana: Person
    let ben: Person
    let needs: string[]

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
      needs = []
      for (const short of ['Alarms', 'Audit'])
        needs.push(await editBoard(server, fay.workshopId, addNeed, { short }))
    })

    const openWeights = async () => {
      const { roundId } = await fay.ask('openRound', {
        body: { kind: 'weights', subjects: needs, anonymity: 'anonymous' },
      })
      return { roundId }
    }

    const inRecord = async (roundId: string): Promise<Round> => {
      const record = await server.running.service.documents.read(fay.workshopId, 'record')
      const round = record && readRow(record, rounds, roundId)
      if (!round) throw new Error('not in the record')
      return round
    }

    const seal = (person: Person, params: { roundId: string }, first: number) =>
      person.call('putBallot', {
        params,
        body: { ...ballot({ [needs[0]!]: first, [needs[1]!]: 100 - first }), sealed: true },
      })

    test('a round is opened, voted in, closed and revealed; the record shows each step', async () => {
      const round = await openWeights()
      expect(await inRecord(round.roundId)).toMatchObject({
        status: 'open',
        number: 1,
        subjects: [{ title: 'Alarms' }, { title: 'Audit' }],
        sealedCount: 0,
        expectedCount: 2,
        result: null,
      })
      expect((await seal(ana, round, 60)).status).toBe(200)
      expect(await inRecord(round.roundId)).toMatchObject({ sealedCount: 1, expectedCount: 2, result: null })
      expect(await ben.ask('analysis')).toEqual({
        weights: {
          rounds: [{ roundId: round.roundId, number: 1, informed: false, sealed: true }],
          customers: { sealed: true },
        },
        marks: {
          rounds: [],
          customers: { sealed: true },
          filledWithoutAsking: null,
          why: 'needs-two-rounds',
        },
        confidence: { rounds: [] },
        drift: { sealed: true },
        debateEffect: { sealed: true },
        comparison: { sealed: true },
        act: { sealed: true },
        interviews: { sealed: true },
        calibration: { sealed: true },
        // Of the board alone, which everyone sees: nothing of a ballot goes into them.
        roadmap: expect.objectContaining({ foresight: expect.objectContaining({ surprises: [] }) }),
        plan: expect.objectContaining({ actions: 0, unplannedRepairs: { sealed: true } }),
      })
      expect(await fay.ask('roundProgress', { params: round })).toEqual({
        sealed: [ana.seatId],
        started: [],
        missing: [ben.seatId],
      })
      await fay.ask('closeRound', { params: round, body: {} })
      expect(
        await ben.refusal('putBallot', { params: round, body: { ...ballot({}), sealed: false } }),
      ).toMatchObject({
        code: 'round-closed',
      })
      await fay.ask('revealRound', { params: round, body: {} })
      const revealed = await inRecord(round.roundId)
      expect(revealed).toMatchObject({ status: 'revealed', missing: [ben.seatId], sealedCount: 1 })
      expect(revealed.result).toMatchObject({ n: 1, perNeed: [{ mean: 60 }, { mean: 40 }], named: [] })
      const analysis = (await ben.ask('analysis')) as { weights: { rounds: { perNeed: object[] }[] } }
      expect(analysis.weights.rounds[0]?.perNeed).toMatchObject([{ title: 'Alarms', mean: 60 }, { mean: 40 }])
    })

    test.each([
      [99, 'These add up to 99. Place 1 more point.'],
      [101, 'These add up to 101: 1 too many.'],
    ])('%i points are refused with a sentence, and can be kept as a draft', async (total, sentence) => {
      const params = await openWeights()
      const points = { [needs[0]!]: total - 40, [needs[1]!]: 40 }
      const sealed = await ana.refusal('putBallot', { params, body: { ...ballot(points), sealed: true } })
      expect(sealed).toMatchObject({
        code: 'ballot-faults',
        faults: [{ path: '/points', message: sentence }],
      })
      expect(await ana.ask('readBallot', { params })).toMatchObject({ ballot: null, sealed: false })
      const draft = await ana.ask('putBallot', { params, body: { ...ballot(points), sealed: false } })
      expect(draft.sealed).toBe(false)
      expect(await ana.ask('readBallot', { params })).toMatchObject({ ballot: { points }, sealed: false })
    })

    test.each([
      ['text', '50'],
      ['negative', -1],
      ['fractional', 12.5],
      ['too many', 101],
      ['null', null],
      ['a list', []],
    ])('points that are %s are refused, and the fault is named by path', async (_what, wrong) => {
      const params = await openWeights()
      const points = { [needs[0]!]: wrong, [needs[1]!]: 50 }
      for (const sealed of [true, false]) {
        const problem = await ana.refusal('putBallot', { params, body: { ...ballot(points), sealed } })
        expect(problem).toMatchObject({ status: 422, faults: [{ path: `/points/${needs[0]}` }] })
      }
    })

    test('a ballot without points, with points for something else, or with more than a ballot holds, is refused', async () => {
      const params = await openWeights()
      const wrong: Record<string, unknown>[] = [
        { sealed: true },
        { ...ballot({}), sealed: true },
        { ...ballot({ elsewhere: 100 }), sealed: true },
        { ...ballot({ [needs[0]!]: 100 }), sealed: true, seatId: ben.seatId },
      ]
      for (const body of wrong)
        expect((await ana.refusal('putBallot', { params, body })).code).toBe('ballot-faults')
      expect((await ana.refusal('putBallot', { params, body: { sealed: 'yes' } })).code).toBe('bad-request')
      expect(await inRecord(params.roundId)).toMatchObject({ sealedCount: 0 })
    })

    test('what is sealed can be taken back while the round is open', async () => {
      const params = await openWeights()
      await seal(ana, params, 70)
      const points = { [needs[0]!]: 70, [needs[1]!]: 30 }
      await ana.ask('putBallot', { params, body: { ...ballot(points), sealed: false } })
      expect(await inRecord(params.roundId)).toMatchObject({ sealedCount: 0 })
      expect(await fay.ask('roundProgress', { params })).toMatchObject({ started: [ana.seatId] })
      await fay.ask('revealRound', { params, body: {} })
      expect((await inRecord(params.roundId)).result).toMatchObject({ n: 0 })
    })

    test('[SC-2b] two facilitators who reveal at the same moment make one record', async () => {
      const params = await openWeights()
      await seal(ana, params, 55)
      await seal(ben, params, 35)
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => fay.call('revealRound', { params, body: {} })),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
      const first = await inRecord(params.roundId)
      await fay.ask('revealRound', { params, body: {} })
      expect(await inRecord(params.roundId)).toEqual(first)
      expect((await seal(ana, params, 10)).status).toBe(409)
      expect(await inRecord(params.roundId)).toEqual(first)
    })

    test('ballots that arrive while the round is revealed are counted or refused, never lost', async () => {
      const params = await openWeights()
      const [reveal, ...sealed] = await Promise.all([
        fay.call('revealRound', { params, body: {} }),
        seal(ana, params, 20),
        seal(ben, params, 80),
      ])
      expect(reveal.status).toBe(200)
      const accepted = sealed.filter(({ status }) => status === 200).length
      expect(sealed.every(({ status }) => status === 200 || status === 409)).toBe(true)
      expect((await inRecord(params.roundId)).result).toMatchObject({ n: accepted })
    })

    test('one round of a kind at a time; a discarded one leaves no ballot and gives its number back', async () => {
      const params = await openWeights()
      await seal(ana, params, 70)
      const again = { kind: 'weights', subjects: needs, anonymity: 'anonymous' }
      expect((await fay.refusal('openRound', { body: again })).code).toBe('round-open-already')
      await fay.ask('discardRound', { params, body: {} })
      await fay.ask('discardRound', { params, body: {} })
      expect((await fay.refusal('revealRound', { params, body: {} })).code).toBe('round-ended')
      expect(await ana.ask('readBallot', { params })).toMatchObject({ ballot: null })
      const opened = await Promise.all([1, 2, 3].map(() => fay.call('openRound', { body: again })))
      expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409])
      expect(opened.find(({ status }) => status === 201)?.json).toMatchObject({ number: 1 })
    })

    test('a revealed round cannot be discarded, and the next one is number 2', async () => {
      const params = await openWeights()
      await fay.ask('revealRound', { params, body: {} })
      expect((await fay.refusal('discardRound', { params, body: {} })).code).toBe('round-ended')
      await fay.ask('closeRound', { params, body: {} })
      const next = await fay.ask('openRound', {
        body: { kind: 'weights', subjects: needs, anonymity: 'anonymous' },
      })
      expect(next.number).toBe(2)
    })

    test('a round can only be about what lives on the board', async () => {
      await editBoard(server, fay.workshopId, binNeed, { id: needs[1]! })
      const open = (subjects: string[], kind = 'weights') =>
        fay.refusal('openRound', { body: { kind, subjects, anonymity: 'anonymous' } })
      expect(await open(needs)).toMatchObject({ code: 'bad-request', faults: [{ path: '/subjects/1' }] })
      expect(await open([needs[0]!, needs[0]!])).toMatchObject({ faults: [{ path: '/subjects/1' }] })
      expect(await open([needs[0]!])).toMatchObject({ faults: [{ path: '/subjects' }] })
      expect(await open(['nowhere', needs[0]!])).toMatchObject({ faults: [{ path: '/subjects/0' }] })
      expect((await open(needs, 'no-such-kind')).code).toBe('bad-request')
      expect((await open(needs, '__proto__')).code).toBe('bad-request')
    })

    test('marks are given for needs and options, and unknown cells stay unknown', async () => {
      const options = [
        await editBoard(server, fay.workshopId, addOption, { name: 'Rival', kind: 'competitor' }),
      ]
      const { roundId } = await fay.ask('openRound', {
        body: { kind: 'marks', subjects: needs, columns: options, anonymity: 'anonymous' },
      })
      expect((await inRecord(roundId)).columns).toEqual([{ id: options[0], title: 'Rival' }])
      expect(
        await fay.refusal('openRound', { body: { kind: 'marks', subjects: needs, anonymity: 'anonymous' } }),
      ).toMatchObject({ faults: [{ path: '/columns' }] })
    })

    test('who comes while a round is open has a ballot; who is removed is missed no longer, but what is sealed counts', async () => {
      const params = await openWeights()
      await seal(ana, params, 60)
      const { joinCode } = await fay.ask('readWorkshop')
      const eve = server.newPerson()
      await eve.join({ code: joinCode!, name: 'Eve' })
      expect(await inRecord(params.roundId)).toMatchObject({ sealedCount: 1, expectedCount: 3 })
      await fay.ask('removeSeat', { params: { seatId: ana.seatId } })
      await fay.ask('removeSeat', { params: { seatId: eve.seatId } })
      expect(await inRecord(params.roundId)).toMatchObject({ sealedCount: 1, expectedCount: 2 })
      expect((await ana.refusal('putBallot', { params, body: { sealed: false } })).code).toBe('no-seat')
      await fay.ask('revealRound', { params, body: {} })
      expect(await inRecord(params.roundId)).toMatchObject({ missing: [ben.seatId], result: { n: 1 } })
    })

    test('[SC-13a] whoever only looks on is in no denominator', async () => {
      await fay.ask('changeSeat', { params: { seatId: ben.seatId }, body: { role: 'sponsor' } })
      const params = await openWeights()
      expect(await inRecord(params.roundId)).toMatchObject({ expectedCount: 1 })
      expect((await seal(ben, params, 50)).status).toBe(403)
      await seal(ana, params, 50)
      await fay.ask('changeSeat', { params: { seatId: ana.seatId }, body: { role: 'viewer' } })
      expect(await inRecord(params.roundId)).toMatchObject({ sealedCount: 0, expectedCount: 0 })
    })

    test('people of a file, to whose seats nobody can come back, are not waited for until they are proxies', async () => {
      const file = await fay.ask('exportJson')
      const opener = server.newPerson()
      const { workshopId } = await opener.open({ from: file, facilitator: { name: 'Fay' } })
      const countOf = async (roundId: string) => {
        const record = await server.running.service.documents.read(workshopId, 'record')
        return record && readRow(record, rounds, roundId)?.expectedCount
      }
      const board = await server.running.service.documents.read(workshopId, 'board')
      const subjects = board ? readRows(board, boardNeeds).map(({ id }) => id) : []
      const { roundId } = await opener.ask('openRound', {
        body: { kind: 'weights', subjects, anonymity: 'anonymous' },
      })
      expect(await countOf(roundId)).toBe(0)
      expect(await opener.ask('roundProgress', { params: { roundId } })).toMatchObject({ missing: [] })
      const { joinCode } = await opener.ask('readWorkshop')
      const eve = server.newPerson()
      await eve.join({ code: joinCode!, name: 'Eve' })
      expect(await countOf(roundId)).toBe(1)
      const record = await server.running.service.documents.read(workshopId, 'record')
      const [absent] = record ? readRows(record, seats).filter(({ name }) => name === 'Ana') : []
      await opener.ask('changeSeat', { params: { seatId: absent!.id }, body: { proxy: true } })
      expect(await countOf(roundId)).toBe(2)
      const given = { ...ballot({ [subjects[0]!]: 100 }), sealed: true as const }
      await opener.ask('putProxyBallot', { params: { roundId, seatId: absent!.id }, body: given })
      await opener.ask('revealRound', { params: { roundId }, body: {} })
      const revealed = await server.running.service.documents.read(workshopId, 'record')
      expect(revealed && readRow(revealed, rounds, roundId)).toMatchObject({
        sealedCount: 1,
        expectedCount: 2,
        missing: [eve.seatId],
        result: { n: 1 },
      })
    })

    test('a command that is sent twice under one key is done once, also at the same moment', async () => {
      const body = { kind: 'weights', subjects: needs, anonymity: 'anonymous' }
      const headers = { 'idempotency-key': 'k-1' }
      const answers = await Promise.all([1, 2, 3].map(() => fay.call('openRound', { body, headers })))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      const { roundId } = answers[0]!.json as { roundId: string }
      const put = { params: { roundId }, body: { ...ballot({ [needs[0]!]: 100 }), sealed: true } }
      const first = await ana.call('putBallot', { ...put, headers })
      await ana.ask('putBallot', { params: { roundId }, body: { ...ballot({}), sealed: false } })
      const late = await ana.call('putBallot', { ...put, headers })
      expect(late.text).toBe(first.text)
      expect(await ana.ask('readBallot', { params: { roundId } })).toMatchObject({ sealed: false })
      expect((await fay.call('openRound', { body, headers: { 'idempotency-key': '' } })).status).toBe(400)
    })
  })
