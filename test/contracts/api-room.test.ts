/** What the facilitator runs a room with: paper ballots, beats of a reveal, the drift, the timer, seniority. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { rounds, seats, timer } from '#shared/record/schema.ts'
import { editBoard, type Person, startTestServer, type TestServer, testClock } from '#test/support/server.ts'
import { storagesOf } from '#test/support/storages.ts'

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`running a room (${engine})`, () => {
    const storages = storagesOf(engine)
    const clock = testClock()
    let server: TestServer
    let fay: Person
    let ana: Person
    let dan: string
    let needs: string[]

    beforeAll(async () => {
      server = await startTestServer({ place: await storages.place(), clock })
    })
    afterAll(() => server.stop())

    beforeEach(async () => {
      fay = server.newPerson()
      const { joinCode } = await fay.open()
      ana = server.newPerson()
      await ana.join({ code: joinCode, name: 'Ana', functionName: 'Sales' })
      dan = (await fay.ask('addSeat', { body: { name: 'Dan', functionName: 'Sales' } })).seatId
      needs = []
      for (const short of ['Alarms', 'Audit'])
        needs.push(await editBoard(server, fay.workshopId, addNeed, { short }))
    })

    const openWeights = async () => {
      const body = { kind: 'weights', subjects: needs, anonymity: 'named' } as const
      return { roundId: (await fay.ask('openRound', { body })).roundId }
    }
    const ballot = (first: number, second = 100 - first) => ({
      points: { [needs[0]!]: first, [needs[1]!]: second },
      unsure: [],
      confidence: null,
      abstained: false,
      reason: '',
      sealed: true,
    })
    const record = async () => {
      const doc = await server.running.service.documents.read(fay.workshopId, 'record')
      if (!doc) throw new Error('no record')
      return doc
    }
    const inRecord = async (roundId: string) => readRow(await record(), rounds, roundId)

    describe('a seat without a device', () => {
      test('is a member that votes, marked as such; a taken name gets a number', async () => {
        const { seatId } = await fay.ask('addSeat', { body: { name: 'Dan' } })
        expect(readRow(await record(), seats, seatId)).toMatchObject({
          name: 'Dan 2',
          role: 'member',
          proxy: true,
        })
        const { roundId } = await openWeights()
        expect(await inRecord(roundId)).toMatchObject({ expectedCount: 3 })
        await fay.ask('addSeat', { body: { name: 'Eve' } })
        expect(await inRecord(roundId)).toMatchObject({ expectedCount: 4 })
        expect((await fay.refusal('addSeat', { body: { name: ' ' } })).code).toBe('bad-request')
      })

      test('added twice under one key is one seat', async () => {
        const request = { body: { name: 'Eve' }, headers: { 'idempotency-key': 'add-1' } }
        const answers = await Promise.all([1, 2, 3].map(() => fay.call('addSeat', request)))
        expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
        expect(readRows(await record(), seats)).toHaveLength(4)
      })

      test('has its paper ballot sealed and counted; sent again it replaces, and nobody reads it back', async () => {
        const { roundId } = await openWeights()
        const params = { roundId, seatId: dan }
        const put = (body: object) => fay.call('putProxyBallot', { params, body })
        const first = await put(ballot(10))
        expect(first.json).toEqual({ sealed: true, receivedAt: clock.now() })
        expect((await put(ballot(70))).text).toBe(first.text)
        expect(await inRecord(roundId)).toMatchObject({ sealedCount: 1, expectedCount: 2, result: null })
        expect(await fay.ask('roundProgress', { params })).toMatchObject({ sealed: [dan] })
        for (const person of [fay, ana]) {
          const own = await person.call('readBallot', { params: { roundId, seatId: dan } })
          expect(own.text).not.toContain('70')
        }
        await fay.ask('revealRound', { params, body: {} })
        expect((await inRecord(roundId))?.result).toMatchObject({
          n: 1,
          named: [{ seatId: dan, points: { [needs[0]!]: 70 } }],
        })
        expect((await fay.refusal('putProxyBallot', { params, body: ballot(5) })).code).toBe('round-ended')
      })

      test('has the same faults named as any ballot, and no drafts', async () => {
        const { roundId } = await openWeights()
        const params = { roundId, seatId: dan }
        const refused = async (body: object) => fay.refusal('putProxyBallot', { params, body })
        expect(await refused(ballot(60, 39))).toMatchObject({
          code: 'ballot-faults',
          faults: [{ message: 'These add up to 99. Place 1 more point.' }],
        })
        expect((await refused({ ...ballot(60), sealed: false })).code).toBe('bad-request')
        expect((await refused({ ...ballot(60), points: { [needs[0]!]: 'ten' } })).code).toBe('ballot-faults')
        expect(await inRecord(roundId)).toMatchObject({ sealedCount: 0 })
        await fay.ask('closeRound', { params, body: {} })
        expect((await refused(ballot(60))).code).toBe('round-closed')
      })

      test('[S1] nobody with a device has their ballot replaced, whatever their seat says', async () => {
        const { roundId } = await openWeights()
        await ana.ask('putBallot', { params: { roundId }, body: ballot(20) })
        const params = { roundId, seatId: ana.seatId }
        const replace = () => fay.refusal('putProxyBallot', { params, body: ballot(90) })
        expect((await replace()).code).toBe('not-allowed')
        await fay.ask('changeSeat', { params, body: { proxy: true } })
        expect((await replace()).code).toBe('not-allowed')
        expect((await ana.ask('readBallot', { params })).ballot).toMatchObject({
          points: { [needs[0]!]: 20 },
        })
        const lost = { roundId, seatId: dan }
        await fay.ask('changeSeat', { params: lost, body: { role: 'sponsor' } })
        expect((await fay.refusal('putProxyBallot', { params: lost, body: ballot(1) })).code).toBe(
          'no-ballot-for-you',
        )
        await fay.ask('removeSeat', { params: lost })
        expect((await fay.refusal('putProxyBallot', { params: lost, body: ballot(1) })).code).toBe(
          'not-found',
        )
      })

      test('is marked in the export, and still is when the file is opened again', async () => {
        const file = await fay.ask('exportJson')
        const other = server.newPerson()
        const opened = await other.ask('importWorkshop', { body: file })
        const again = await other.ask('exportJson', { params: { workshopId: opened.workshopId } })
        const proxies = ({ workshop }: typeof file) =>
          (workshop as { record: { seats: { name: string; proxy?: boolean }[] } }).record.seats
            .filter((seat) => seat.proxy)
            .map(({ name }) => name)
        expect(proxies(file)).toEqual(['Dan'])
        expect(proxies(again)).toEqual(['Dan'])
      })
    })

    describe('a reveal', () => {
      test('begins at the first beat, goes where it is sent, and only once it is one', async () => {
        const { roundId } = await openWeights()
        const go = (beat: number) => fay.call('setBeat', { params: { roundId }, body: { beat } })
        expect((await go(1)).json).toMatchObject({ code: 'round-not-revealed' })
        await fay.ask('revealRound', { params: { roundId }, body: {} })
        expect(await inRecord(roundId)).toMatchObject({ beat: 0 })
        for (const beat of [1, 4, 2]) {
          expect((await go(beat)).status).toBe(200)
          expect(await inRecord(roundId)).toMatchObject({ beat })
        }
        await fay.ask('revealRound', { params: { roundId }, body: {} })
        expect(await inRecord(roundId)).toMatchObject({ beat: 2 })
        expect((await go(-1)).status).toBe(400)
        expect((await go(1.5)).status).toBe(400)
        const next = await openWeights()
        await fay.ask('discardRound', { params: next, body: {} })
        expect((await fay.refusal('setBeat', { params: next, body: { beat: 1 } })).code).toBe('round-ended')
      })

      test('a step that was sent late under an old key does not take the room back', async () => {
        const { roundId } = await openWeights()
        await fay.ask('revealRound', { params: { roundId }, body: {} })
        const go = (beat: number, key: string) =>
          fay.ask('setBeat', {
            params: { roundId },
            body: { beat },
            headers: { 'idempotency-key': key },
          })
        await go(1, 'one')
        await go(2, 'two')
        await go(1, 'one')
        expect(await inRecord(roundId)).toMatchObject({ beat: 2 })
      })

      test('is shown to its end in a workshop opened from a file', async () => {
        const { roundId } = await openWeights()
        await fay.ask('revealRound', { params: { roundId }, body: {} })
        const file = await fay.ask('exportJson')
        expect(JSON.stringify(file)).not.toContain('"beat"')
        const forged = JSON.parse(JSON.stringify(file)) as { workshop: { record: { rounds: object[] } } }
        Object.assign(forged.workshop.record.rounds[0] ?? {}, { beat: 1 })
        for (const body of [file, forged]) {
          const { workshopId } = await server.newPerson().ask('importWorkshop', { body })
          const doc = await server.running.service.documents.read(workshopId, 'record')
          expect(doc && readRows(doc, rounds)).toMatchObject([{ beat: 50 }])
        }
      })
    })

    test('the drift is shown to everyone after a second round of weights, and not before', async () => {
      const share = (roundId: string) => fay.call('shareDrift', { params: { roundId }, body: {} })
      const first = await openWeights()
      await fay.ask('revealRound', { params: first, body: {} })
      expect((await share(first.roundId)).json).toMatchObject({ code: 'bad-request' })
      const second = await openWeights()
      expect((await share(second.roundId)).json).toMatchObject({ code: 'round-not-revealed' })
      expect(await inRecord(second.roundId)).toMatchObject({ driftShared: false })
      await fay.ask('revealRound', { params: second, body: {} })
      for (let times = 0; times < 2; times++) expect((await share(second.roundId)).status).toBe(200)
      expect(await inRecord(second.roundId)).toMatchObject({ driftShared: true })
    })

    test('[FA-2a] the timer runs by the server’s clock, and ends no round', async () => {
      const act = (body: object) => fay.call('setTimer', { body })
      const now = async () => readSingle(await record(), timer)
      const { roundId } = await openWeights()
      expect(await now()).toEqual({ endsAt: null, pausedWithMs: null })
      await act({ action: 'start', ms: 60_000 })
      expect(await now()).toEqual({ endsAt: clock.now() + 60_000, pausedWithMs: null })
      clock.advance(20_000)
      await act({ action: 'pause' })
      expect(await now()).toEqual({ endsAt: null, pausedWithMs: 40_000 })
      clock.advance(99_000)
      await act({ action: 'add', ms: -10_000 })
      await act({ action: 'resume' })
      expect(await now()).toEqual({ endsAt: clock.now() + 30_000, pausedWithMs: null })
      clock.advance(45_000)
      expect(await inRecord(roundId)).toMatchObject({ status: 'open' })
      await act({ action: 'add', ms: 60_000 })
      expect(await now()).toEqual({ endsAt: clock.now() + 60_000, pausedWithMs: null })
      await act({ action: 'add', ms: -86_400_000 })
      expect(await now()).toEqual({ endsAt: clock.now(), pausedWithMs: null })
      await act({ action: 'stop' })
      await act({ action: 'resume' })
      expect(await now()).toEqual({ endsAt: null, pausedWithMs: null })
      for (const body of [{ action: 'start' }, { action: 'start', ms: 0 }, { action: 'lunch' }])
        expect((await act(body)).status).toBe(400)
    })

    test('a minute that is sent twice under one key is added once', async () => {
      await fay.ask('setTimer', { body: { action: 'start', ms: 60_000 } })
      const request = { body: { action: 'add', ms: 60_000 }, headers: { 'idempotency-key': 'm' } }
      await Promise.all([fay.call('setTimer', request), fay.call('setTimer', request)])
      expect(readSingle(await record(), timer)).toMatchObject({ endsAt: clock.now() + 120_000 })
    })

    test('how senior somebody is reaches the facilitator and nobody else', async () => {
      await fay.ask('changeSeat', { params: { seatId: dan }, body: { seniority: 4 } })
      const { seats: all } = await fay.ask('listSeats')
      expect(all).toHaveLength(3)
      expect(all).toContainEqual({ seatId: dan, seniority: 4 })
      expect(all).toContainEqual({ seatId: ana.seatId, seniority: null })
      expect((await ana.refusal('listSeats')).code).toBe('not-allowed')
      expect(JSON.stringify((await record()).getMap('seats').toJSON())).not.toContain('seniority')
    })
  })
