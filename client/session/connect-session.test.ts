import { afterEach, expect, test, vi } from 'vitest'
import { addCard, addCards, changeCard } from '#shared/board/roadmap-edits.ts'
import { cards } from '#shared/board/schema.ts'
import { insertRow, readRows } from '#shared/document/collection.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { seats } from '#shared/record/schema.ts'
import { editAtHub, type FakeHub } from '#test/support/fake-hub.ts'
import { device, startHub, statusOf, stopHubs } from '#test/support/hub-session.ts'

afterEach(stopHubs)

const until = (isSo: () => boolean) =>
  vi.waitFor(() => {
    if (!isSo()) throw new Error(`Not so: ${isSo}`)
  }, 10_000)

const cell = { stageId: 's1', lane: 'question' } as const
const textsAt = (hub: FakeHub) => readRows(hub.docs.board, cards).map(({ text }) => text)

test('[P1] it begins with loading, and "saved" is first said when the state sent is acknowledged', async () => {
  const hub = startHub()
  hub.holdsAcknowledgements = true
  const { session, states } = device(hub).tab()
  await until(() => session.loaded.getState())
  await until(() => hub.received.board === 1)
  expect(states).not.toContain('saved')
  hub.releaseAcknowledgements()
  await until(() => statusOf(session) === 'saved')
})

test('[P1] changes are saved only when the server says so, not when it has received them', async () => {
  const hub = startHub()
  const { session, states } = device(hub).tab()
  await until(() => statusOf(session) === 'saved')
  hub.holdsAcknowledgements = true
  states.length = 0

  session.edit(addCard, { ...cell, text: 'Is it safe?' })
  session.edit(addCard, { ...cell, text: 'Who else uses it?' })
  await until(() => hub.received.board === 3)
  expect(textsAt(hub)).toHaveLength(2)
  expect(states).toEqual(['saving 1', 'saving 2'])

  hub.releaseAcknowledgements()
  await until(() => statusOf(session) === 'saved')
})

test('20 changes made offline survive a reload and reach the server and others once (OF-2a)', async () => {
  const hub = startHub()
  const mine = device(hub)
  const before = mine.tab()
  await until(() => statusOf(before.session) === 'saved')
  hub.cut()
  await until(() => statusOf(before.session) === 'offline 0')
  for (let i = 0; i < 20; i++) before.session.edit(addCard, { ...cell, text: `Card ${i}` })
  await until(() => statusOf(before.session) === 'offline 20')
  await until(() => !before.page.leaving())
  before.session.close()

  const after = mine.tab()
  await until(() => after.session.loaded.getState())
  await until(() => statusOf(after.session) === 'offline 20')
  expect(after.session.rows(cards).getState().size).toBe(20)

  hub.holdsAcknowledgements = true
  hub.restore()
  after.session.reconnect()
  await until(() => textsAt(hub).length === 20)
  await until(() => statusOf(after.session) === 'saving 20')
  hub.releaseAcknowledgements()
  await until(() => statusOf(after.session) === 'saved')
  expect(after.states.indexOf('saved')).toBe(after.states.length - 1)
  expect(new Set(textsAt(hub)).size).toBe(20)

  const other = device(hub).tab()
  await until(() => other.session.rows(cards).getState().size === 20)

  after.session.close()
  const again = mine.tab()
  await until(() => statusOf(again.session) === 'saved')
  expect(again.states.filter((state) => state.startsWith('saving'))).toEqual([])
})

test('a change typed while the line comes up is not sent before what was written offline', async () => {
  const hub = startHub()
  const { session } = device(hub).tab()
  await until(() => statusOf(session) === 'saved')
  hub.cut()
  await until(() => statusOf(session) === 'offline 0')
  session.edit(addCards, { ...cell, texts: ['one', 'two'] })
  hub.onOpen = (kind) => {
    if (kind === 'board') session.edit(addCard, { ...cell, text: 'three' })
  }
  const missing: unknown[] = []
  hub.docs.board.on('afterTransaction', () => missing.push(hub.docs.board.store.pendingStructs))
  hub.restore()
  session.reconnect()
  await until(() => textsAt(hub).length > 0)
  await until(() => statusOf(session) === 'saved')
  expect(textsAt(hub).sort()).toEqual(['one', 'three', 'two'])
  expect(missing.every((one) => one === null)).toBe(true)
})

test('without storage on the device everything works online; offline it says that nothing is kept (OF-2b)', async () => {
  const hub = startHub()
  const { session, page } = device(hub, { indexedDb: null }).tab()
  await until(() => statusOf(session) === 'saved')
  session.edit(addCard, { ...cell, text: 'kept by the server' })
  expect(page.leaving()).toBe(true)
  await until(() => statusOf(session) === 'saved')
  expect(page.leaving()).toBe(false)

  hub.cut()
  await until(() => statusOf(session) === 'offline 0')
  session.edit(addCard, { ...cell, text: 'kept by nobody' })
  await until(() => statusOf(session) === 'not-saved 1')
  expect(page.leaving()).toBe(true)
  hub.restore()
  session.reconnect()
  await until(() => statusOf(session) === 'saved')
  expect(textsAt(hub)).toHaveLength(2)
})

test('a line that comes back by itself needs nobody to press anything', async () => {
  const hub = startHub()
  const { session, states } = device(hub).tab()
  await until(() => statusOf(session) === 'saved')
  hub.closeAll(closeCodes.restarting)
  await until(() => states.includes('offline 0'))
  await until(() => statusOf(session) === 'saved')
})

test('a restored workshop gets nothing of the former history before someone has said so (OF-4a)', async () => {
  const hub = startHub()
  const mine = device(hub)
  const { session } = mine.tab()
  await until(() => statusOf(session) === 'saved')
  hub.cut()
  await until(() => statusOf(session) === 'offline 0')
  session.edit(addCard, { ...cell, text: 'newer than the backup' })
  await until(() => statusOf(session) === 'offline 1')

  hub.view = {
    ...hub.view,
    documents: { ...hub.view.documents, board: { read: true, write: true, lineage: 'l2' } },
  }
  hub.restore()
  session.reconnect()
  await until(() => statusOf(session) === 'closed')
  expect(session.saved.getState()).toMatchObject({ reason: closeCodes.accessChanged })
  session.close()

  const { session: anew } = mine.tab()
  await until(() => statusOf(anew) === 'saved')
  expect(textsAt(hub)).toEqual([])
  const older = await anew.olderCopy()
  const read = parseWorkshopFile(JSON.parse((await older?.asFile()) ?? 'null'))
  expect(read.ok && read.file.workshop.board).toMatchObject({ cards: [{ text: 'newer than the backup' }] })
  await older?.bringBack()
  await until(() => statusOf(anew) === 'saved')
  expect(textsAt(hub)).toEqual(['newer than the backup'])
  expect(await anew.olderCopy()).toBeNull()
})

test('[OF-4a] a copy of a former history that adds nothing is not asked about, and goes', async () => {
  const hub = startHub()
  const mine = device(hub)
  const { session } = mine.tab()
  await until(() => statusOf(session) === 'saved')
  session.edit(addCard, { ...cell, text: 'in the backup too' })
  await until(() => statusOf(session) === 'saved')
  session.close()
  hub.view = {
    ...hub.view,
    documents: { ...hub.view.documents, board: { read: true, write: true, lineage: 'l2' } },
  }
  const { session: anew } = mine.tab()
  await until(() => statusOf(anew) === 'saved')
  expect(await anew.olderCopy()).toBeNull()
  expect(textsAt(hub)).toEqual(['in the backup too'])
})

test('[S2] who may only read cannot edit and sends nothing, yet the state of saving is told', async () => {
  const hub = startHub({ role: 'viewer' })
  const { session } = device(hub).tab()
  await until(() => statusOf(session) === 'saved')
  expect(() => session.edit(addCard, { ...cell, text: 'no' })).toThrow()
  editAtHub(hub, 'board', (doc) => insertRow(doc, cards, 'c1', { text: 'seen' }))
  await until(() => session.rows(cards).getState().get('c1')?.text === 'seen')
  expect(hub.received).toEqual({ board: 0, record: 0, interviews: 0 })
})

test('[S2] the interviews are opened when the envelope is, without a new session, and their copy goes when they are closed', async () => {
  const hub = startHub()
  editAtHub(hub, 'interviews', (doc) => insertRow(doc, interviews, 'i1', { pseudonym: 'Customer A' }))
  const mine = device(hub)
  const { session } = mine.tab()
  await until(() => statusOf(session) === 'saved')
  expect([...hub.connections].map(({ kind }) => kind).sort()).toEqual(['board', 'record'])

  const closed = hub.view
  hub.view = {
    ...closed,
    documents: { ...closed.documents, interviews: { read: true, write: false, lineage: 'l1' } },
  }
  hub.closeAll(closeCodes.accessChanged)
  await until(() => session.rows(interviews).getState().get('i1')?.pseudonym === 'Customer A')
  await until(() => statusOf(session) === 'saved')
  const names = async () => (await mine.indexedDb.databases()).map(({ name }) => name ?? '')
  expect((await names()).some((name) => name.includes('/interviews/'))).toBe(true)

  hub.view = closed
  hub.closeAll(closeCodes.accessChanged)
  await until(() => statusOf(session) === 'closed')
  session.close()
  const { session: anew } = mine.tab()
  await until(() => statusOf(anew) === 'saved')
  await vi.waitFor(async () =>
    expect((await names()).some((name) => name.includes('/interviews/'))).toBe(false),
  )
})

test('[U1] a seat that may read the interviews sees nothing before they are here, unless the line is lost', async () => {
  const hub = startHub()
  hub.view = {
    ...hub.view,
    documents: { ...hub.view.documents, interviews: { read: true, write: false, lineage: 'l1' } },
  }
  editAtHub(hub, 'interviews', (doc) => insertRow(doc, interviews, 'i1', { pseudonym: 'Customer A' }))
  const held: (() => void)[] = []
  const receive = hub.receive.bind(hub)
  hub.receive = (connection, data) => {
    if (connection.kind !== 'interviews') return receive(connection, data)
    held.push(() => receive(connection, data))
  }
  const { session } = device(hub).tab()
  await until(() => session.rows(seats).getState().size === 1 && held.length > 0)
  expect(session.loaded.getState()).toBe(false)

  for (const go of held.splice(0)) go()
  await until(() => session.loaded.getState())
  expect(session.rows(interviews).getState().size).toBe(1)

  const { session: third } = device(hub).tab()
  await until(() => third.rows(seats).getState().size === 1)
  hub.cut()
  await until(() => third.loaded.getState())
  expect(third.rows(interviews).getState().size).toBe(0)
})

test('two tabs and twenty reconnects are one person; the tab in use speaks (PR-4a)', async () => {
  const hub = startHub()
  editAtHub(hub, 'record', (doc) =>
    insertRow(doc, seats, 'seat-ben', { name: 'Ben', role: 'member', joinedAt: 2 }),
  )
  const [laptop, phone, ben] = [device(hub), device(hub), device(hub)].map((one) => one.tab())
  const asBen = device(hub).tab({ ...hub.view, seat: { ...hub.view.seat, id: 'seat-ben' } })
  ben!.session.close()
  const seen = () => asBen.session.present.getState().people
  await until(() => seen().length === 2)

  laptop!.session.setPresence({ focus: 'c1', editing: true })
  await until(() => seen()[0]?.focus === 'c1')
  phone!.session.setPresence({ activity: 'roadmap' })
  await until(() => seen()[0]?.activity === 'roadmap')
  phone!.session.setPresence({ away: true })
  await until(() => seen()[0]?.focus === 'c1')

  for (let i = 0; i < 20; i++) {
    hub.closeAll(1006)
    for (const { session } of [laptop!, phone!, asBen]) session.reconnect()
    await until(() => [laptop!, phone!, asBen].every(({ session }) => statusOf(session) === 'saved'))
  }
  await until(() => seen().length === 2)
  expect(seen().map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  laptop!.session.close()
  phone!.session.close()
  await until(() => seen().length === 1)
})

test('an edit of somebody else arrives as one change of one row', async () => {
  const hub = startHub()
  const [ada, ben] = [device(hub).tab(), device(hub).tab()]
  const id = ada!.session.edit(addCard, { ...cell, text: 'one' })
  ada!.session.edit(addCard, { ...cell, text: 'two' })
  const rows = ben!.session.rows(cards)
  await until(() => rows.getState().size === 2)
  const before = rows.getState()
  ada!.session.edit(changeCard, { id, changes: { text: 'changed' } })
  await until(() => rows.getState().get(id)?.text === 'changed')
  for (const [other, row] of before) if (other !== id) expect(rows.getState().get(other)).toBe(row)
})
