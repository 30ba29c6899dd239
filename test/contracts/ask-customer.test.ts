/**
 * [EV-6a] Asking a customer by a link, over the real wire and on both engines: who answers becomes a self-completed
 * interview, once; a link that is used up, over or ended says so; and no byte of the form is of the team.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { findGuestLink, useGuestLink } from '#server/auth/guest-links.ts'
import { startGuide } from '#shared/board/guide-edits.ts'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import {
  cards,
  findings,
  guideQuestions,
  knowledgeGaps,
  needNotes,
  needs,
  options,
  scene,
} from '#shared/board/schema.ts'
import { insertRow, readRows, updateSingle } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { answers, interviews } from '#shared/interviews/schema.ts'
import type { BodyOf, ReplyOf } from '#shared/protocol/calls.ts'
import {
  editBoard,
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
  testClock,
  tokenOf,
} from '#test/support/server.ts'
import { type Place, storagesOf } from '#test/support/storages.ts'
import { until } from '#test/support/until.ts'

type Answer = BodyOf<'answerGuestForm'>
const DAY_MS = 24 * 3600 * 1000
const guestKey = (n: number) => `guest-${String(n).padStart(20, '0')}`

/** What a customer hands in who says nothing but one thing. */
const said = (token: string, n: number, more: Partial<Answer> = {}): Answer => ({
  token,
  guest: guestKey(n),
  question: 'What was it?',
  unaided: 'Somebody who answers at night',
  weights: { status: 'not_asked' },
  missing: [],
  marks: [],
  role: '',
  remarks: '',
  consent: { notes: true, quotesInside: false, quotesOutside: false },
  ...more,
})

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  const storages = storagesOf(engine)
  const clock = testClock(Date.UTC(2026, 4, 12, 9))
  let server: TestServer
  let place: Place
  beforeAll(async () => {
    place = await storages.place()
    server = await startTestServer({ place, clock })
  })
  afterAll(async () => {
    await server.stop()
  })

  async function room() {
    const fay = server.newPerson()
    const { workshopId, links } = await fay.open()
    const rae = server.newPerson()
    await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
    await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
    const needs: string[] = []
    for (const short of ['Alarms', 'Price', 'A person'])
      needs.push(await editBoard(server, workshopId, addNeed, { short }))
    const option = await editBoard(server, workshopId, addOption, { name: 'Larderline', kind: 'us' })
    await editBoard(server, workshopId, (doc) => updateSingle(doc, scene, { product: 'Larderline' }), null)
    return { fay, rae, workshopId, needs, option, guest: server.newPerson() }
  }

  const linkOf = async (rae: Person, forMany = false, days = 7) => {
    const made = await rae.ask('createGuestLink', { body: { label: 'By post', forMany, days } })
    return { ...made, token: tokenOf(made.link ?? '') }
  }

  const interviewsOf = async (workshopId: string) => {
    const doc = await server.running.service.documents.read(workshopId, 'interviews')
    return doc ? { all: readRows(doc, interviews), words: readRows(doc, answers) } : { all: [], words: [] }
  }

  test('what a customer hands in becomes a self-completed interview under a bird’s name, sealed like the others', async () => {
    const { fay, rae, guest, workshopId, needs, option } = await room()
    const { token } = await linkOf(rae)
    const form = await guest.ask('readGuestForm', { body: { token, guest: guestKey(1) } })
    expect(form).toMatchObject({ title: 'Larderline', forMany: false })
    const points = { [needs[0] ?? '']: 70, [needs[1] ?? '']: 30 }
    const marks = [{ optionId: option, basis: 'customer' as const, marks: { [needs[0] ?? '']: 8 } }]
    const body = said(token, 1, {
      question: form.question,
      weights: { status: 'given', points },
      marks,
      missing: ['Calibration'],
      role: 'Buyer',
      remarks: 'Call me in May',
      consent: { notes: true, quotesInside: true, quotesOutside: false },
    })
    expect(await guest.ask('answerGuestForm', { body })).toEqual({ received: true })
    const { all, words } = await interviewsOf(workshopId)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({
      source: 'self_completed',
      mode: 'written',
      interviewerSeatId: null,
      date: '2026-05-12',
      weights: { status: 'given', points },
      marks,
      missingNeeds: ['Calibration'],
      customer: { role: 'Buyer' },
      consent: { notes: true, recording: null, quotesInside: true, quotesOutside: false },
    })
    expect(all[0]?.consent.datesGiven).toEqual({ notes: '2026-05-12', quotesInside: '2026-05-12' })
    expect(all[0]?.pseudonym).toMatch(/^[A-Z]/)
    expect(words.map(({ text, questionId }) => [text, questionId]).sort()).toEqual([
      ['Call me in May', ''],
      ['Somebody who answers at night', 'guide-decider'],
    ])
    const file = (await fay.call('exportJson')).text
    for (const secret of ['at night', 'Calibration', all[0]?.pseudonym ?? '?'])
      expect(file).not.toContain(secret)
    expect(guest.cookie).toBe('')
  })

  test('a link for one is used up once by many who hand in at the same moment', async () => {
    const { rae, workshopId } = await room()
    const { token } = await linkOf(rae)
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        server.newPerson().call('answerGuestForm', { body: said(token, n) }),
      ),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(410)])
    expect((await interviewsOf(workshopId)).all).toHaveLength(1)
    expect((await rae.ask('listGuestLinks')).links).toMatchObject([{ used: 1, state: 'used', link: null }])
  })

  test('whoever has seen a link open does not get in after another has used it up', async () => {
    const { rae } = await room()
    const { token } = await linkOf(rae)
    const { storage } = server.running.service
    const seenOpen = await findGuestLink(storage.db, token, 'asks')
    const take = (guest: string) =>
      storage.transaction((tx) => useGuestLink(tx, seenOpen, guest, clock.now()))
    const both = await Promise.allSettled([take('one'), take('two')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await findGuestLink(storage.db, token, 'asks')).used).toBe(1)
  })

  test('an answer that is sent again is taken once, also long after, and also when the link is over by then', async () => {
    const { rae, guest, workshopId } = await room()
    const { token, linkId } = await linkOf(rae, true)
    const twice = [said(token, 1), said(token, 1, { unaided: 'Something else' })]
    const both = await Promise.all(twice.map((body) => guest.call('answerGuestForm', { body })))
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    clock.advance(20 * DAY_MS)
    await rae.ask('revokeGuestLink', { params: { linkId } })
    expect(await guest.ask('answerGuestForm', { body: said(token, 1) })).toEqual({ received: true })
    expect((await interviewsOf(workshopId)).all).toHaveLength(1)
  })

  test('a link for many takes one answer of each; they have different names', async () => {
    const { rae, workshopId } = await room()
    const { token } = await linkOf(rae, true)
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        server.newPerson().ask('answerGuestForm', { body: said(token, n) }),
      ),
    )
    const { all } = await interviewsOf(workshopId)
    expect(new Set(all.map(({ pseudonym }) => pseudonym)).size).toBe(12)
    expect((await rae.ask('listGuestLinks')).links).toMatchObject([{ used: 12, state: 'open' }])
  })

  test('links that are over, ended, used up or unknown say so with 410 or 404, for form and answer', async () => {
    const { rae, guest, workshopId } = await room()
    const [late, ended, used] = [await linkOf(rae), await linkOf(rae), await linkOf(rae)]
    await guest.ask('answerGuestForm', { body: said(used.token, 1) })
    await rae.ask('revokeGuestLink', { params: { linkId: ended.linkId } })
    clock.advance(7 * DAY_MS)
    const expected = [
      [late, 'guest-link-over', 410],
      [ended, 'guest-link-over', 410],
      [used, 'guest-link-used', 410],
      [{ token: 'x'.repeat(43) }, 'no-such-guest-link', 404],
    ] as const
    for (const [{ token }, code, status] of expected) {
      const form = await guest.refusal('readGuestForm', { body: { token, guest: guestKey(9) } })
      const answer = await guest.refusal('answerGuestForm', { body: said(token, 9) })
      expect([form, answer]).toMatchObject([
        { code, status },
        { code, status },
      ])
      expect(form.title).toMatch(/: /)
    }
    expect((await interviewsOf(workshopId)).all).toHaveLength(1)
  })

  test('a wrong answer names its faults, changes nothing and uses nothing up', async () => {
    const { rae, guest, workshopId, needs, option } = await room()
    const { token } = await linkOf(rae)
    const [one = '', two = ''] = needs
    const given = (points: Record<string, number>) => ({ weights: { status: 'given' as const, points } })
    const mark = (more: object) => ({ optionId: option, basis: 'used' as const, marks: {}, ...more })
    const wrong: [object, string][] = [
      [given({ [one]: 70, [two]: 35 }), '/weights/points'],
      [given({ [one]: 70, [two]: 29 }), '/weights/points'],
      [given({ [one]: 100, other: 0 }), '/weights/points/other'],
      [given({ [one]: 101, [two]: -1 }), `/weights/points/${one}`],
      [given({ [one]: 99.5, [two]: 0.5 }), `/weights/points/${one}`],
      [{ marks: [mark({ optionId: 'other' })] }, '/marks/0/optionId'],
      [{ marks: [mark({}), mark({})] }, '/marks/1/optionId'],
      [{ marks: [mark({ marks: { [one]: 11 } })] }, `/marks/0/marks/${one}`],
      [{ marks: [mark({ basis: 'heard_of', marks: { [one]: 5 } })] }, '/marks/0/marks'],
      [{ unaided: '', remarks: ' ' }, ''],
      [{ unaided: 'x'.repeat(2001) }, '/unaided'],
      [{ remarks: 'a\ud800' }, '/remarks'],
      [{ missing: ['x'.repeat(141)] }, '/missing/0'],
      [{ consent: { notes: false, quotesInside: true, quotesOutside: true } }, '/consent/notes'],
      [{ guest: 'short' }, '/guest'],
    ]
    for (const [more, path] of wrong) {
      const body = { ...said(token, 1), ...more }
      const { faults = [], status } = await guest.refusal('answerGuestForm', { body })
      expect([400, 422]).toContain(status)
      expect([path, faults.map((fault) => fault.path)]).toEqual([path, expect.arrayContaining([path])])
    }
    expect((await interviewsOf(workshopId)).all).toHaveLength(0)
    await guest.ask('answerGuestForm', { body: said(token, 1) })
  })

  test('what was parked or renamed while a customer wrote is still taken', async () => {
    const { rae, guest, workshopId, needs } = await room()
    const { token } = await linkOf(rae)
    await editBoard(
      server,
      workshopId,
      (doc) =>
        (doc.getMap('needs').get(needs[0] ?? '') as { set(k: string, v: string): void }).set(
          'status',
          'parked',
        ),
      null,
    )
    const weights = { status: 'given' as const, points: { [needs[0] ?? '']: 100 } }
    await guest.ask('answerGuestForm', { body: said(token, 1, { weights }) })
    expect((await interviewsOf(workshopId)).all).toMatchObject([{ weights }])
  })

  test('one address and one link are paced', async () => {
    const { rae } = await room()
    const { token } = await linkOf(rae, true)
    const statuses = new Set<number>()
    for (let n = 0; n < 130; n++) {
      const { status } = await rae.call('readGuestForm', { body: { token, guest: guestKey(1) } })
      statuses.add(status)
    }
    expect([...statuses]).toEqual([200, 429])
    clock.advance(60_000)
    expect((await rae.call('readGuestForm', { body: { token, guest: guestKey(1) } })).status).toBe(200)
    clock.advance(60_000)
  })

  test('a token is stored nowhere, nor is the address that holds it', async () => {
    const { rae } = await room()
    const { token } = await linkOf(rae)
    const { db } = server.running.service.storage
    const rows = [
      ...(await db.selectFrom('guest_links').selectAll().execute()),
      ...(await db.selectFrom('replies').selectAll().execute()),
    ]
    expect(token.length).toBeGreaterThan(40)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(server.logLines.join('')).not.toContain(token)
  })
})

interface DemoBoard {
  readonly scene: { readonly product: string }
  readonly needs: readonly { readonly id: string }[]
  readonly options: readonly { readonly id: string }[]
}

describe('nothing of the team', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  /** The demo's product and lists with nothing else, or with everything a team has made of them. */
  async function formOf(isWorkedOn: boolean): Promise<{ text: string; form: ReplyOf<'readGuestForm'> }> {
    const { board } = (demoWorkshop as unknown as { workshop: { board: DemoBoard } }).workshop
    const fay = server.newPerson()
    const { workshopId, links } = await fay.open({ title: isWorkedOn ? 'Why do they leave us?' : 'Plan' })
    const rae = server.newPerson()
    await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
    await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
    const lists = (doc: Y.Doc) => {
      updateSingle(doc, scene, { product: board.scene.product })
      for (const { id, ...row } of board.needs) insertRow(doc, needs, id, row)
      doc.getMap(options.name).clear()
      for (const { id, ...row } of board.options) insertRow(doc, options, id, row)
    }
    await editBoard(server, workshopId, lists, null)
    if (isWorkedOn) await workOn(fay, tokenOf(links.participate))
    const { link } = await rae.ask('createGuestLink', {
      body: { label: isWorkedOn ? 'Worked on' : 'Bare', forMany: true, days: 7 },
    })
    const body = { token: tokenOf(link ?? ''), guest: guestKey(1) }
    const { text, json } = await server.newPerson().call('readGuestForm', { body })
    return { text, form: json as ReplyOf<'readGuestForm'> }
  }

  async function workOn(fay: Person, token: string): Promise<void> {
    const { workshopId } = fay
    await editBoard(server, workshopId, startGuide, null)
    const team = (doc: Y.Doc) => {
      updateSingle(doc, scene, { goal: 'Sell more', profitableFitNote: 'They pay too little' })
      insertRow(doc, knowledgeGaps, 'g', { text: 'Do they know us at all?' })
      insertRow(doc, guideQuestions, 'q', { theme: 'own', text: 'Do you know us at all?', order: 'a0' })
      insertRow(doc, needNotes, 'n', { text: 'They always moan' })
      insertRow(doc, needs, 'parked', { short: 'What nobody wants', status: 'parked' })
      insertRow(doc, needs, 'said', { short: 'What customers said', status: 'proposed_by_customers' })
      insertRow(doc, cards, 'c', { text: 'A doubt' })
      insertRow(doc, findings, 'f', { text: 'A finding' })
    }
    await editBoard(server, workshopId, team, null)
    const board = await server.running.service.documents.read(workshopId, 'board')
    const subjects = readRows(board as Y.Doc, needs).filter(({ status }) => status === 'active')
    const ids = subjects.map(({ id }) => id)
    const { roundId } = await fay.ask('openRound', {
      body: { kind: 'weights', subjects: ids, anonymity: 'anonymous' },
    })
    const ana = server.newPerson()
    await ana.join({ token, name: 'Ana' })
    const points = Object.fromEntries(ids.map((id, index) => [id, index === 0 ? 100 : 0]))
    const ballot = { points, unsure: [], confidence: null, abstained: false, reason: 'I know them' }
    await ana.ask('putBallot', { params: { roundId }, body: { ...ballot, sealed: true } })
    await fay.ask('closeRound', { params: { roundId } })
    await fay.ask('revealRound', { params: { roundId } })
    const known = (doc: Y.Doc) =>
      insertRow(doc, interviews, 'i', { pseudonym: 'Avocet', missingNeeds: ['X'] })
    await editInterviews(server, workshopId, known, null)
  }

  test('[S1] two rooms with other guesses, gaps, cards, people and interviews show a customer the same bytes', async () => {
    const bare = await formOf(false)
    const full = await formOf(true)
    expect(full.text).toBe(bare.text)
    expect(full.form.needs.length).toBeGreaterThan(3)
    expect(Object.keys(full.form).sort()).toEqual(['forMany', 'needs', 'options', 'question', 'title'])
    for (const { id, short, statement, ...rest } of full.form.needs)
      expect([typeof id, typeof short, typeof statement, rest]).toEqual(['string', 'string', 'string', {}])
  })

  test('every guest has an order of their own, the same whenever they look', async () => {
    const fay = server.newPerson()
    const { links } = await fay.open({ from: 'demo' })
    const rae = server.newPerson()
    await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
    await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
    const { link } = await rae.ask('createGuestLink', { body: { label: '', forMany: true, days: 7 } })
    const order = async (n: number) => {
      const body = { token: tokenOf(link ?? ''), guest: guestKey(n) }
      const { needs } = await server.newPerson().ask('readGuestForm', { body })
      return needs.map(({ short }) => short).join()
    }
    const orders = await Promise.all(Array.from({ length: 12 }, (_, n) => order(n)))
    expect(new Set(orders).size).toBeGreaterThan(6)
    expect(await order(3)).toBe(orders[3])
  })

  test('others hear of an answer as of any interview: how many and how held', async () => {
    const fay = server.newPerson()
    const { links, workshopId } = await fay.open()
    const rae = server.newPerson()
    await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
    await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
    const { link } = await rae.ask('createGuestLink', { body: { label: '', forMany: true, days: 7 } })
    await server.newPerson().ask('answerGuestForm', { body: said(tokenOf(link ?? ''), 1) })
    const envelope = async () => {
      const { workshop } = (await fay.ask('exportJson')) as unknown as {
        workshop: { record: { envelope: { interviewCount: number; modes: object } } }
      }
      return workshop.record.envelope
    }
    await until(async () => (await envelope()).interviewCount === 1, 'the answer to be counted')
    expect(await envelope()).toMatchObject({ interviewCount: 1, modes: { written: 1 } })
    expect(workshopId).not.toBe('')
  })
})
