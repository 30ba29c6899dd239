/**
 * [method P5] Showing a draft to customers by a link: they see promise and chosen stages and no byte of anything else,
 * and what they say arrives as evidence of its own kind, once, never as an interview.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editDocument } from '#server/record/edit-document.ts'
import { cards, promiseDrafts, stages } from '#shared/board/schema.ts'
import { insertRow, readRows, updateRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { evidence, interviews } from '#shared/interviews/schema.ts'
import type { BodyOf } from '#shared/protocol/calls.ts'
import type { DraftView } from '#shared/protocol/guest-calls.ts'
import {
  editBoard,
  type Person,
  startTestServer,
  type TestServer,
  testClock,
  tokenOf,
} from '#test/support/server.ts'

const clock = testClock(Date.UTC(2026, 4, 12, 9))
const guestKey = (n: number) => `guest-${String(n).padStart(20, '0')}`
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterAll(async () => {
  await server.stop()
})

async function room(from: 'blank' | 'demo' = 'blank') {
  const fay = server.newPerson()
  const { workshopId, links } = await fay.open({ from })
  const rae = server.newPerson()
  await rae.join({ token: tokenOf(links.participate), name: 'Rae' })
  await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
  return { fay, rae, workshopId, guest: server.newPerson() }
}

async function linkOf(rae: Person, draft: NonNullable<BodyOf<'createGuestLink'>['draft']>, forMany = true) {
  const made = await rae.ask('createGuestLink', {
    body: { label: 'Two of the ten', forMany, days: 7, draft },
  })
  return { ...made, token: tokenOf(made.link ?? '') }
}

const words = ({ promises, stages: shown }: DraftView) => [
  ...promises.map(({ text }) => text),
  ...shown.flatMap(({ name, lanes }) => [
    name,
    ...lanes.flatMap((lane) => lane.cards.map(({ text }) => text)),
  ]),
]

/** A promise and two stages: one question a customer raised, one only the room believes in, each with an answer. */
async function drafted(workshopId: string) {
  return editBoard(
    server,
    workshopId,
    (doc) => {
      insertRow(doc, promiseDrafts, 'p1', { text: 'You reach somebody who knows.', order: 'a' })
      insertRow(doc, promiseDrafts, 'p2', { text: 'An older one', order: 'b' })
      for (const id of ['s1', 's2'])
        insertRow(doc, stages, id, {
          name: `Stage ${id}`,
          order: id,
          ownerFunction: 'Sales-only',
          dropOutSeen: 7,
        })
      const card = (id: string, lane: 'question' | 'answer' | 'tool', more: object) =>
        insertRow(doc, cards, id, {
          text: `Card ${id}`,
          place: { stageId: 's1', lane, order: id },
          ownerFunction: 'Sales-only',
          hurdles: 'Our margin is 40 %',
          ...more,
        })
      card('said', 'question', { raisedBy: ['i1'] })
      card('believed', 'question', {})
      card('to-said', 'answer', { settles: ['said'], status: 'draft' })
      card('to-believed', 'answer', { settles: ['believed'], status: 'live_convincing' })
      card('missing', 'answer', { settles: ['said'], status: 'none' })
      card('delivers', 'tool', { settles: ['to-said'] })
      card('gone', 'question', { raisedBy: ['i1'], binned: { at: 1, seatId: 's' } })
    },
    null,
  )
}

test('what customers said, its answers and the chosen promise are shown, and nothing else of the workshop', async () => {
  const { rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const { token, link } = await linkOf(rae, { promiseIds: ['p1'], stageIds: ['s1'], saidOnly: true })
  expect(link).toContain('/draft#t=')
  const seen = await guest.ask('readDraft', { body: { token, guest: guestKey(1) } })
  expect(words(seen)).toEqual([
    'You reach somebody who knows.',
    'Stage s1',
    'Card said',
    'Card to-said',
    'Card delivers',
  ])
  expect(JSON.stringify(seen)).not.toMatch(/Sales-only|margin|Rae|Facilitator|dropOut|believed|older|s2/)
})

test('with what only the room believes, cards without a customer are shown too, without a word of who wrote them', async () => {
  const { rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const { token } = await linkOf(rae, { promiseIds: [], stageIds: ['s2', 's1'], saidOnly: false })
  const seen = await guest.ask('readDraft', { body: { token, guest: guestKey(1) } })
  expect(words(seen)).toContain('Card believed')
  expect(words(seen)).not.toContain('Card missing')
  expect(JSON.stringify(seen)).not.toMatch(/Sales-only|margin/)
})

test('who another customer is shows in no draft, wherever on the board somebody wrote it', async () => {
  const { rae, workshopId, guest } = await room()
  await editBoard(
    server,
    workshopId,
    (doc) => {
      insertRow(doc, promiseDrafts, 'p1', { text: 'As for Zyxomma Petri: an answer in a day.', order: 'a' })
      insertRow(doc, stages, 's1', {
        name: 'Call by Petri Foods',
        order: 'a',
        endsWhen: 'Zyxomma Petri signs',
      })
      const place = { stageId: 's1', lane: 'question', order: 'a' } as const
      insertRow(doc, cards, 'c1', { text: 'Zyxomma Petri asks: how long?', place, raisedBy: ['i1'] })
    },
    null,
  )
  const interviewsDoc = documentName(workshopId, 'interviews')
  await server.running.service.storage.transaction((tx) =>
    editDocument(tx, server.running.service, interviewsDoc, (doc) =>
      insertRow(doc, interviews, 'i1', { pseudonym: 'Heron' }),
    ),
  )
  const identity = {
    name: 'Zyxomma Petri',
    firm: 'Petri Foods',
    phone: '',
    email: '',
    note: '',
    deleteAfter: '',
  }
  await rae.ask('putIdentity', { params: { interviewId: 'i1' }, body: identity })
  const { token } = await linkOf(rae, { promiseIds: ['p1'], stageIds: ['s1'], saidOnly: true })
  const seen = JSON.stringify(await guest.ask('readDraft', { body: { token, guest: guestKey(1) } }))
  expect(seen).toContain('asks: how long?')
  expect(seen).not.toMatch(/Zyxomma|Petri/)
})

test('the demo shown as a whole holds no name of a person, no points, no money and no pseudonym', async () => {
  const { rae, workshopId, guest } = await room('demo')
  const board = await server.running.service.documents.read(workshopId, 'board')
  if (!board) throw new Error('The demo has a board.')
  const { token } = await linkOf(rae, {
    promiseIds: readRows(board, promiseDrafts)
      .slice(0, 4)
      .map(({ id }) => id),
    stageIds: readRows(board, stages).map(({ id }) => id),
    saidOnly: false,
  })
  const seen = JSON.stringify(await guest.ask('readDraft', { body: { token, guest: guestKey(1) } }))
  expect(seen.length).toBeGreaterThan(1000)
  const { record, interviews: asked } = (demoWorkshop as { workshop: Record<string, unknown> }).workshop as {
    record: { seats: readonly { name: string }[] }
    interviews: { interviews: readonly { pseudonym: string }[] }
  }
  const names = [...record.seats.map(({ name }) => name), ...asked.interviews.map((one) => one.pseudonym)]
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(seen).not.toMatch(new RegExp(`\\b${name}\\b`))
})

test('remarks arrive once as evidence of their own, in the envelope, and are counted as no interview', async () => {
  const { fay, rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const { token } = await linkOf(rae, { promiseIds: ['p1'], stageIds: ['s1'], saidOnly: true })
  const body = {
    token,
    guest: guestKey(1),
    remarks: [
      { about: 'p1', text: 'At night too?' },
      { about: null, text: 'Too long.' },
    ],
  }
  for (let again = 0; again < 2; again++) await guest.ask('remarkOnDraft', { body })
  const doc = await server.running.service.documents.read(workshopId, 'interviews')
  if (!doc) throw new Error('The remarks are in the interviews.')
  expect(
    readRows(doc, evidence)
      .map(({ kind, about, text, source, date }) => ({ kind, about, text, source, date }))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  ).toEqual([
    {
      kind: 'draft_remark',
      about: 'p1',
      text: 'At night too?',
      source: 'Two of the ten',
      date: '2026-05-12',
    },
    { kind: 'draft_remark', about: null, text: 'Too long.', source: 'Two of the ten', date: '2026-05-12' },
  ])
  expect(readRows(doc, interviews)).toEqual([])
  const { links } = await rae.ask('listGuestLinks')
  expect(links.map(({ used }) => used)).toEqual([1])
  // The envelope is sealed: a facilitator's file holds nothing of it.
  expect((await fay.call('exportJson')).text).not.toContain('At night too?')
})

test('a card binned while a customer writes about it does not lose the remark; a link that is ended shows nothing', async () => {
  const { rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const { token, linkId } = await linkOf(rae, { promiseIds: [], stageIds: ['s1'], saidOnly: true }, false)
  await editBoard(
    server,
    workshopId,
    (doc) => updateRow(doc, cards, 'said', { binned: { at: 1, seatId: 's' } }),
    null,
  )
  const one = { token, guest: guestKey(1) }
  await guest.ask('remarkOnDraft', { body: { ...one, remarks: [{ about: 'said', text: 'Just so.' }] } })
  // Who has handed in may read again; nobody else, as it was for one.
  expect(words(await guest.ask('readDraft', { body: one }))).toEqual(['Stage s1'])
  expect(await guest.refusal('readDraft', { body: { token, guest: guestKey(2) } })).toMatchObject({
    code: 'guest-link-used',
  })
  await rae.ask('revokeGuestLink', { params: { linkId } })
  expect(await guest.refusal('readDraft', { body: one })).toMatchObject({ code: 'guest-link-over' })
})

test('a link that asks shows no draft, a link that shows asks nothing, and one that shows nothing is not made', async () => {
  const { rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const asking = await rae.ask('createGuestLink', { body: { label: '', forMany: true, days: 7 } })
  const showing = await linkOf(rae, { promiseIds: ['p1'], stageIds: [], saidOnly: true })
  const key = { guest: guestKey(1) }
  const unknown = { code: 'no-such-guest-link' }
  expect(
    await guest.refusal('readDraft', { body: { ...key, token: tokenOf(asking.link ?? '') } }),
  ).toMatchObject(unknown)
  expect(await guest.refusal('readGuestForm', { body: { ...key, token: showing.token } })).toMatchObject(
    unknown,
  )
  const empty = { promiseIds: [], stageIds: [], saidOnly: true }
  const refused = await rae.refusal('createGuestLink', {
    body: { label: '', forMany: true, days: 7, draft: empty },
  })
  expect(JSON.stringify(refused)).toContain('Choose a promise or a stage to show.')
})

test('a link that is over shows the draft to nobody, also not to who handed in before', async () => {
  const { rae, workshopId, guest } = await room()
  await drafted(workshopId)
  const { token } = await linkOf(rae, { promiseIds: ['p1'], stageIds: [], saidOnly: true })
  const one = { token, guest: guestKey(1) }
  await guest.ask('remarkOnDraft', { body: { ...one, remarks: [{ about: null, text: 'Good.' }] } })
  await guest.ask('readDraft', { body: one })
  clock.advance(7 * 24 * 3600 * 1000)
  expect(await guest.refusal('readDraft', { body: one })).toMatchObject({ code: 'guest-link-over' })
  // Handing in again what arrived is still no fault.
  await guest.ask('remarkOnDraft', { body: { ...one, remarks: [{ about: null, text: 'Good.' }] } })
})
