/** The envelope over HTTP and over sockets: when it may be opened, what opening does at once, and what is told before. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { cards, findings, needs } from '#shared/board/schema.ts'
import {
  insertRow,
  readRow,
  readRows,
  readSingle,
  removeRow,
  updateRow,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { draftFindings, evidence, interviews, proposals, quotes } from '#shared/interviews/schema.ts'
import { type Envelope, envelope, type Role, rounds, seats } from '#shared/record/schema.ts'
import { socketOf } from '#test/support/raw-socket.ts'
import {
  editBoard,
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
} from '#test/support/server.ts'
import { storagesOf } from '#test/support/storages.ts'
import { until } from '#test/support/until.ts'

/** One customer who asked something, named a need, and said what became a finding. */
const oneCall: Edit<{ id: string }> = (doc, { id }) => {
  insertRow(doc, interviews, id, { pseudonym: 'Avocet', mode: 'phone' })
  insertRow(doc, quotes, `${id}-q`, { interviewId: id, needIds: ['new-need'], cardIds: ['new-card'] })
  insertRow(doc, proposals, 'new-need', { kind: 'need', title: 'Calibration', order: 'a0' })
  insertRow(doc, proposals, 'new-card', { kind: 'question', title: 'Who calibrates?', order: 'a1' })
  insertRow(doc, draftFindings, 'new-finding', { text: 'Nobody told them', order: 'a0' })
}

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`the envelope (${engine})`, () => {
    const storages = storagesOf(engine)
    let server: TestServer
    let fay: Person
    let ana: Person
    let joinCode: string
    let needIds: string[]
    let optionIds: string[]

    beforeAll(async () => {
      server = await startTestServer({ place: await storages.place() })
    })
    afterAll(() => server.stop())

    const newcomer = async (name: string, role?: Role) => {
      const person = server.newPerson()
      await person.join({ code: joinCode, name, functionName: 'Sales' })
      if (role) await fay.ask('changeSeat', { params: { seatId: person.seatId }, body: { role } })
      return person
    }

    beforeEach(async () => {
      fay = server.newPerson()
      joinCode = (await fay.open()).joinCode
      ana = await newcomer('Ana')
      needIds = []
      for (const short of ['Alarms', 'Audit'])
        needIds.push(await editBoard(server, fay.workshopId, addNeed, { short }))
      optionIds = []
      for (const kind of ['us', 'competitor'] as const)
        optionIds.push(await editBoard(server, fay.workshopId, addOption, { name: kind, kind }))
    })

    const read = async (kind: DocumentKind) => {
      const doc = await server.running.service.documents.read(fay.workshopId, kind)
      if (!doc) throw new Error('There is no such document.')
      return doc
    }
    const told = async (): Promise<Envelope> => readSingle(await read('record'), envelope)
    const seated = async (seatId: string) => readRow(await read('record'), seats, seatId)
    const edit = <Args>(change: Edit<Args>, args: Args) =>
      editInterviews(server, fay.workshopId, change, args)
    const open = (body: { override?: string } = {}, who = fay) => who.call('openEnvelope', { body })
    const openRound = async (kind: 'weights' | 'marks' | 'notes') => {
      const subjects = kind === 'notes' ? [] : needIds
      const columns = kind === 'marks' ? optionIds : []
      return fay.ask('openRound', { body: { kind, subjects, columns, anonymity: 'anonymous' } })
    }
    const step = (name: 'closeRound' | 'revealRound' | 'discardRound', params: { roundId: string }) =>
      fay.ask(name, { params, body: {} })
    const guess = async (kind: 'weights' | 'marks' = 'weights') => {
      const round = await openRound(kind)
      await step('revealRound', round)
    }

    test('stays shut until points were guessed, and while a guess waits to be revealed', async () => {
      const code = async () => ((await open()).json as { code?: string }).code
      expect(await code()).toBe('guess-not-finished')
      await guess('marks')
      expect(await code()).toBe('guess-not-finished')
      await guess()
      const marks = await openRound('marks')
      expect(await code()).toBe('guess-not-finished')
      await step('closeRound', marks)
      expect(await code()).toBe('guess-not-finished')
      await step('discardRound', marks)
      await openRound('notes')
      expect((await open()).status).toBe(200)
      expect(await told()).toMatchObject({ openedBy: fay.seatId, overrideReason: '' })
    })

    test('is opened early with a reason of at least three characters; open guesses end with it', async () => {
      const round = await openRound('weights')
      const notes = await openRound('notes')
      for (const override of ['no', '  a  ', 'x'.repeat(501)])
        expect((await open({ override })).status).toBe(400)
      expect((await told()).openedAt).toBeNull()
      expect((await open({ override: ' The board meets today ' })).status).toBe(200)
      expect((await told()).overrideReason).toBe('The board meets today')
      const record = await read('record')
      expect(readRow(record, rounds, round.roundId)).toMatchObject({ status: 'closed', informed: false })
      expect(readRow(record, rounds, notes.roundId)?.status).toBe('open')
      const late = { points: { [needIds[0] ?? '']: 100 }, unsure: [], confidence: null, abstained: false }
      const ballot = { params: { roundId: round.roundId }, body: { ...late, reason: '', sealed: true } }
      expect((await ana.refusal('putBallot', ballot)).code).toBe('round-closed')
      await step('revealRound', round)
      expect(readRow(await read('record'), rounds, round.roundId)?.informed).toBe(false)
    })

    test('a reason that was not needed is not kept', async () => {
      await guess()
      await open({ override: 'Just in case' })
      expect((await told()).overrideReason).toBe('')
    })

    test('everyone is on the beat of the reality check the facilitator set; none while it is sealed', async () => {
      const go = (beat: number) => fay.call('setEnvelopeBeat', { body: { beat } })
      expect((await told()).beat).toBe(50)
      expect((await go(1)).status).toBe(400)
      await guess()
      await open()
      expect((await told()).beat).toBe(0)
      expect((await go(3)).status).toBe(200)
      expect((await told()).beat).toBe(3)
      await open()
      expect((await told()).beat).toBe(3)
      expect((await go(51)).status).toBe(400)
      expect((await ana.call('setEnvelopeBeat', { body: { beat: 4 } })).status).toBe(403)
      expect((await told()).beat).toBe(3)
    })

    test('two facilitators at once open it once, and asking again changes nothing', async () => {
      const bo = await newcomer('Bo', 'facilitator')
      await guess()
      await edit(oneCall, { id: 'i1' })
      const answers = await Promise.all([open(), open({}, bo), open(), open({}, bo)])
      const at = (await told()).openedAt
      expect(answers.map(({ status, json }) => [status, json])).toEqual(
        answers.map(() => [200, { openedAt: at }]),
      )
      const file = (await fay.ask('exportJson')) as unknown as Exported
      const acts = file.workshop.history.filter(({ document }) => document === 'record')
      expect(acts).toHaveLength(1)
      expect(acts[0]).toMatchObject({ collection: 'envelope', field: 'openedAt', to: at })
      expect(readRows(await read('board'), needs)).toHaveLength(3)
      await open()
      expect((await told()).openedAt).toBe(at)
    })

    test('puts what researchers prepared on the board, at once and under the same ids', async () => {
      await guess()
      await edit(oneCall, { id: 'i1' })
      expect(JSON.stringify(await fay.ask('exportJson'))).not.toContain('alibrat')
      await open()
      const board = await read('board')
      expect(readRow(board, needs, 'new-need')).toMatchObject({
        short: 'Calibration',
        status: 'proposed_by_customers',
        mentionedBy: ['i1'],
      })
      expect(readRow(board, cards, 'new-card')).toMatchObject({ quoteIds: ['i1-q'], raisedBy: ['i1'] })
      expect(readRow(board, findings, 'new-finding')?.text).toBe('Nobody told them')
      expect(readRows(await read('interviews'), proposals)).toEqual([])
      const file = (await ana.ask('exportJson')) as unknown as Exported
      const entry = file.workshop.history.find(
        ({ document, recordId }) => document === 'board' && recordId === 'new-finding',
      )
      expect(entry?.seatId).toBe(fay.seatId)
      const reasons = file.workshop.history.filter(({ collection }) => collection === 'envelope')
      expect(reasons).toHaveLength(1)
    })

    test('what a researcher who was away had prepared follows by itself', async () => {
      await open({ override: 'Told to' })
      await edit(oneCall, { id: 'i1' })
      await until(async () => readRow(await read('board'), cards, 'new-card') !== null)
      await until(async () => readRows(await read('interviews'), proposals).length === 0)
      await until(async () => (await told()).interviewCount === 1)
    })

    test('a need the room has binned is not brought back by a later opening of the same', async () => {
      await edit(oneCall, { id: 'i1' })
      await open({ override: 'Told to' })
      await editBoard(server, fay.workshopId, (doc) => void removeRow(doc, needs, 'new-need'), null)
      await edit((doc) => insertRow(doc, proposals, 'other', { kind: 'option', title: 'Frostwatch' }), null)
      await until(async () => readRows(await read('interviews'), proposals).length === 0)
      expect(readRow(await read('board'), needs, 'new-need')).toBeNull()
    })

    test('before the opening everyone is told how many interviews there are and how they were held', async () => {
      await edit(oneCall, { id: 'i1' })
      await edit(oneCall, { id: 'i2' })
      await edit((doc) => insertRow(doc, interviews, 'i3', { pseudonym: 'Dunlin' }), null)
      await until(async () => (await told()).interviewCount === 3)
      expect((await told()).modes).toEqual({ phone: 2 })
      await edit((doc) => void updateRow(doc, interviews, 'i2', { mergedInto: 'i1' }), null)
      await until(async () => (await told()).interviewCount === 2)
      await edit((doc) => void updateRow(doc, interviews, 'i3', { mode: 'video' }), null)
      await until(async () => (await told()).modes.video === 1)
      expect((await told()).modes).toEqual({ phone: 1, video: 1 })
      await edit((doc) => void removeRow(doc, interviews, 'i3'), null)
      await until(async () => (await told()).interviewCount === 1)
    })

    test('what colleagues heard goes into the envelope with their seat, and counts for nothing', async () => {
      const line = { text: ' They ask for audits ', source: 'Stand 4' }
      const headers = { 'idempotency-key': 'line-1' }
      const { evidenceId } = await ana.ask('addEvidence', { body: line, headers })
      expect(await ana.ask('addEvidence', { body: line, headers })).toEqual({ evidenceId })
      expect(readRows(await read('interviews'), evidence)).toMatchObject([
        {
          id: evidenceId,
          kind: 'frontline',
          text: 'They ask for audits',
          source: 'Stand 4',
          seatId: ana.seatId,
        },
      ])
      expect(JSON.stringify(await ana.ask('exportJson'))).not.toContain('audits')
      expect((await ana.refusal('addEvidence', { body: { text: ' ' } })).code).toBe('bad-request')
      expect((await told()).interviewCount).toBe(0)
    })

    test('nobody fills the envelope by adding lines without end', async () => {
      const statuses: number[] = []
      for (let n = 0; n <= 60; n++)
        statuses.push((await ana.call('addEvidence', { body: { text: `Line ${n}` } })).status)
      expect(statuses.filter((status) => status === 201)).toHaveLength(60)
      expect(statuses.at(-1)).toBe(429)
    })

    test('who sits at an open socket may read the interviews from the opening on, without coming back', async () => {
      const board = await socketOf(server.url, ana, 'board')
      await board.askState()
      const before = await ana.ask('readWorkshop')
      expect(before.documents.interviews).toMatchObject({ read: false, write: false })
      await edit(oneCall, { id: 'i1' })
      await open({ override: 'Told to' })
      expect((await ana.ask('readWorkshop')).documents.interviews).toMatchObject({ read: true, write: false })
      const sealed = await socketOf(server.url, ana, 'interviews')
      await sealed.askState()
      expect(readRow(sealed.doc, interviews, 'i1')?.pseudonym).toBe('Avocet')
      await until(() => readRow(board.doc, needs, 'new-need') !== null)
      expect(board.isOpen).toBe(true)
      await board.close()
      await sealed.close()
    })

    describe('[R049] whoever has read interviews gets no guess ballot', () => {
      const mayVote = async (person: Person, round: { roundId: string }) => {
        const points = { [needIds[0] ?? '']: 100 }
        const given = { points, unsure: [], confidence: null, abstained: false, reason: '', sealed: true }
        return (await person.call('putBallot', { params: round, body: given })).status === 200
      }
      const setRole = (person: Person, role: Role) =>
        fay.ask('changeSeat', { params: { seatId: person.seatId }, body: { role } })

      test('a researcher has none, and gets none by changing the role, one way or over others', async () => {
        const round = await openRound('weights')
        const rea = await newcomer('Rea', 'researcher')
        await edit(oneCall, { id: 'i1' })
        expect(await mayVote(rea, round)).toBe(false)
        for (const role of ['viewer', 'sponsor', 'facilitator', 'member'] as const) await setRole(rea, role)
        expect(await mayVote(rea, round)).toBe(false)
        expect((await seated(rea.seatId))?.hasSeenResults).toBe(true)
        expect(await mayVote(ana, round)).toBe(true)
      })

      test('a researcher to whom nothing had been said yet guesses like everybody', async () => {
        const round = await openRound('weights')
        const rea = await newcomer('Rea', 'researcher')
        await setRole(rea, 'member')
        expect(await mayVote(rea, round)).toBe(true)
      })

      test('a ballot sealed before reading is not counted', async () => {
        const round = await openRound('weights')
        await edit(oneCall, { id: 'i1' })
        expect(await mayVote(ana, round)).toBe(true)
        await setRole(ana, 'researcher')
        await setRole(ana, 'member')
        expect(readRow(await read('record'), rounds, round.roundId)).toMatchObject({ sealedCount: 0 })
        expect(await mayVote(ana, round)).toBe(false)
      })

      test('who joins after the opening is marked, and votes like everybody in what is no guess any more', async () => {
        const before = await openRound('weights')
        await open({ override: 'Told to' })
        const lou = await newcomer('Lou')
        expect((await seated(lou.seatId))?.hasSeenResults).toBe(true)
        expect((await seated(ana.seatId))?.hasSeenResults).toBe(false)
        const { seatId } = await fay.ask('addSeat', { body: { name: 'Paper' } })
        expect((await seated(seatId))?.hasSeenResults).toBe(true)
        await step('revealRound', before)
        expect(readRow(await read('record'), rounds, before.roundId)?.missing).toEqual([ana.seatId])
        const after = await openRound('weights')
        expect(readRow(await read('record'), rounds, after.roundId)?.informed).toBe(true)
        expect(await mayVote(lou, after)).toBe(true)
        expect(await mayVote(ana, after)).toBe(true)
      })
    })
  })

describe('the envelope', () => {
  const storages = storagesOf('sqlite')

  test('an opened file says how many interviews it holds, whatever it says of itself', async () => {
    const server = await startTestServer()
    try {
      const file = structuredClone(demoWorkshop) as { workshop: { record: { envelope: object } } }
      file.workshop.record.envelope = { interviewCount: 400, modes: { video: 400 } }
      const person = server.newPerson()
      const { workshopId } = await person.open({ from: file as never })
      const record = await server.running.service.documents.read(workshopId, 'record')
      expect(record && readSingle(record, envelope)).toMatchObject({
        openedAt: null,
        interviewCount: 10,
        modes: { phone: 8, face_to_face: 1, video: 1 },
      })
    } finally {
      await server.stop()
    }
  })

  test('what was said while nobody counted is counted when somebody comes', async () => {
    const place = await storages.place()
    const first = await startTestServer({ place })
    const fay = first.newPerson()
    const { workshopId } = await fay.open()
    await editInterviews(first, workshopId, oneCall, { id: 'i1' })
    // Stopped before it looks: a look takes place once a second.
    await first.stop()
    const second = await startTestServer({ place })
    try {
      await fay.at(second.url).ask('readWorkshop')
      const { documents } = second.running.service
      await until(async () => {
        const record = await documents.read(workshopId, 'record')
        return record !== null && readSingle(record, envelope).interviewCount === 1
      })
    } finally {
      await second.stop()
    }
  })
})

interface Exported {
  readonly workshop: {
    readonly history: readonly {
      readonly document: string
      readonly collection: string
      readonly recordId: string
      readonly field: string
      readonly seatId: string
      readonly to: unknown
    }[]
  }
}
