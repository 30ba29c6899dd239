/** The opening of the envelope, as every device in the room lives through it: nobody reloads, nobody is interrupted. */
import { afterEach, expect, test, vi } from 'vitest'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { insertRow, updateSingle } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import { editAtHub, type FakeHub } from '#test/support/fake-hub.ts'
import { device, startHub, statusOf, stopHubs } from '#test/support/hub-session.ts'

afterEach(stopHubs)

const until = (isSo: () => boolean) =>
  vi.waitFor(() => {
    if (!isSo()) throw new Error(`Not so: ${isSo}`)
  }, 10_000)

function sealedHub(): FakeHub {
  const hub = startHub({ role: 'member' })
  editAtHub(hub, 'interviews', (doc) => insertRow(doc, interviews, 'i1', { pseudonym: 'Avocet' }))
  return hub
}

/** As the server does it: rights and record in one step, then the record travels. */
function open(hub: FakeHub): void {
  const { documents } = hub.view
  const readable = { ...documents.interviews, read: true }
  hub.view = { ...hub.view, documents: { ...documents, interviews: readable } }
  editAtHub(hub, 'record', (doc) => updateSingle(doc, envelope, { openedAt: 1, openedBy: 'f' }))
}

const seenBy = (session: ReturnType<ReturnType<typeof device>['tab']>['session']) =>
  session.rows(interviews).getState().get('i1')?.pseudonym

test('[R060] who is connected sees the interviews within two seconds, and is never told to be offline', async () => {
  const hub = sealedHub()
  const tabs = Array.from({ length: 8 }, (_, n) => device(hub, { random: () => n / 8 }).tab())
  for (const { session } of tabs) await until(() => statusOf(session) === 'saved')
  for (const { states } of tabs) states.length = 0
  const asked = hub.asked
  const from = Date.now()
  open(hub)
  for (const { session } of tabs) await until(() => seenBy(session) === 'Avocet')
  expect(Date.now() - from).toBeLessThan(2000)
  expect(hub.asked - asked).toBe(tabs.length)
  for (const { session, states } of tabs) {
    expect(session.view.documents.interviews.read).toBe(true)
    expect(states).toEqual([])
  }
})

test('[R060] who is away sees them on return, with what was written meanwhile', async () => {
  const hub = sealedHub()
  const { session } = device(hub).tab()
  await until(() => statusOf(session) === 'saved')
  hub.cut()
  await until(() => statusOf(session) === 'offline 0')
  session.edit(addCard, { stageId: 's1', lane: 'question', text: 'Who calibrates?' })
  open(hub)
  expect(seenBy(session)).toBeUndefined()
  hub.restore()
  session.reconnect()
  await until(() => seenBy(session) === 'Avocet')
  await until(() => statusOf(session) === 'saved')
})

test('who asks at the very moment of the opening asks once more', async () => {
  const hub = sealedHub()
  let isHeld = false
  let release = () => {}
  const fetch: typeof hub.fetch = async (...request) => {
    const answer = await hub.fetch(...request)
    if (isHeld) await new Promise<void>((resolve) => (release = resolve))
    return answer
  }
  const { session } = device(hub, { fetch }).tab()
  await until(() => statusOf(session) === 'saved')
  hub.closeAll(4503)
  isHeld = true
  const asked = hub.asked
  await until(() => hub.asked > asked)
  isHeld = false
  open(hub)
  release()
  await until(() => seenBy(session) === 'Avocet')
})

test('a device that starts again after the opening shows them at once', async () => {
  const hub = sealedHub()
  const mine = device(hub)
  const before = mine.tab()
  await until(() => statusOf(before.session) === 'saved')
  before.session.close()
  open(hub)
  const { session } = mine.tab()
  await until(() => seenBy(session) === 'Avocet')
})
