/**
 * [S1] While the envelope is sealed, nothing that anybody but a researcher receives depends on what an interview contains.
 * A scenario is played twice with the same chance and clock: other words, other quotes, other points and marks, other
 * findings and proposals, other lines of colleagues, written in one go or key by key, before or after others look. Every
 * byte of every call, allowed or refused, of every frame, log line and figure is the same; the number of interviews and
 * how they were held show, and are the same in both. After the opening they differ, so the recording would have noticed.
 */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { insertRow, removeRow, sharedTextOf, updateRow } from '#shared/document/collection.ts'
import {
  answers,
  draftFindings,
  evidence,
  interviews,
  invitations,
  proposals,
  quotes,
  themes,
} from '#shared/interviews/schema.ts'
import { EnvelopeStage, type Write } from '#test/simulation/envelope-stage.ts'
import { listenToBus } from '#test/simulation/secrecy-stage.ts'
import { seededChance, startTestServer, testClock } from '#test/support/server.ts'
import { type Place, storagesOf } from '#test/support/storages.ts'

interface Said {
  readonly name: string
  /** What one answer says, in the parts in which it is typed. */
  readonly typed: readonly string[]
  readonly weights: { readonly status: 'given' | 'declined'; readonly points: Record<string, number> }
  readonly doubleOf: 'i1' | 'i2'
  readonly proposed: readonly string[]
  readonly found: readonly string[]
  readonly quoted: number
  readonly heard: string
  readonly who: { readonly name: string; readonly firm: string }
  /** How much is written while the others look, rather than before. */
  readonly late: 'nothing' | 'everything'
}

const brief: Said = {
  name: 'Avocet',
  typed: ['No.'],
  weights: { status: 'declined', points: {} },
  doubleOf: 'i1',
  proposed: [],
  found: [],
  quoted: 0,
  heard: 'Nothing new',
  who: { name: 'Ann Lee', firm: '' },
  late: 'nothing',
}

const long: Said = {
  name: 'A bird with a very much longer name than the other one',
  typed: Array.from({ length: 40 }, (_, n) => `And then, for the ${n}th time, the alarm went off at night. `),
  weights: { status: 'given', points: { n1: 70, n2: 30 } },
  doubleOf: 'i2',
  proposed: ['Somebody who answers at night', 'Frostwatch', 'Who pays for calibration?'],
  found: ['Alarms are false', 'Nobody calibrates', 'The quotation lacks it', 'They want a person'],
  quoted: 12,
  heard: 'They all ask for the audit report, and for a person who picks up the phone at night. '.repeat(10),
  who: { name: 'Bartholomew Featherstonehaugh', firm: 'Cold Stores of the North East' },
  late: 'everything',
}

/** What everybody is told of: interviews and their modes, in updates of their own. */
const begun = (said: Said): Write[] => [
  (doc) => {
    for (const [id, mode] of [
      ['i1', 'phone'],
      ['i2', 'phone'],
      ['i3', 'video'],
    ] as const)
      insertRow(doc, interviews, id, { pseudonym: `${said.name} ${id}`, mode })
  },
]

const merged = (said: Said): Write[] => [
  (doc) => void updateRow(doc, interviews, 'i3', { mergedInto: said.doubleOf }),
]

/** What nobody is told of. */
function told(said: Said): Write[] {
  const writes: Write[] = [
    (doc) => insertRow(doc, answers, 'a1', { interviewId: 'i1', questionId: 'g1', text: '' }),
    ...said.typed.map((words) => (doc: Y.Doc) => {
      const text = sharedTextOf(doc, answers, 'a1', 'text')
      text?.insert(text.length, words)
    }),
    (doc) => void updateRow(doc, interviews, 'i1', { weights: { ...said.weights, reason: '' } }),
    (doc) => insertRow(doc, themes, 't1', { label: said.name }),
    (doc) => insertRow(doc, invitations, 'v1', { pseudonym: said.name, state: 'agreed' }),
    (doc) => insertRow(doc, evidence, 'e1', { kind: 'focus_group', text: said.heard }),
  ]
  for (let n = 0; n < said.quoted; n++)
    writes.push((doc) =>
      insertRow(doc, quotes, `q${n}`, { interviewId: 'i1', text: `Quote ${n}`, cardIds: ['p0'] }),
    )
  const kinds = ['need', 'option', 'question'] as const
  for (const [n, title] of said.proposed.entries())
    writes.push((doc) => insertRow(doc, proposals, `p${n}`, { kind: kinds[n] ?? 'stage', title }))
  for (const [n, text] of said.found.entries())
    writes.push((doc) => insertRow(doc, draftFindings, `f${n}`, { text, interviewIds: ['i1'] }))
  if (said.found.length > 0) writes.push((doc) => void removeRow(doc, draftFindings, 'f0'))
  return writes
}

/** What a customer hands in by a link: the same parts, other content. */
const byLink = (said: Said) => ({
  unaided: said.heard,
  weights: { status: 'declined' as const, reason: said.name },
  missing: [...said.proposed],
  marks: [],
  role: said.who.name,
  remarks: said.typed.join('').slice(0, 2000),
  consent: { notes: true as const, quotesInside: said.quoted > 0, quotesOutside: said.quoted > 0 },
})

async function play(place: Place, said: Said) {
  const clock = testClock()
  const env = { PUBLIC_URL: 'http://workshops.example', LOG_LEVEL: 'debug' }
  const server = await startTestServer({ place, clock, chance: seededChance('sealed'), env })
  const bus = place.databaseUrl ? await listenToBus(place.databaseUrl) : null
  const stage = new EnvelopeStage(server, bus)
  try {
    await scenario(stage, said, () => clock.advance(1000))
    const sealed = await stage.recording()
    await stage.call('facilitator', 'openEnvelope', { body: { override: 'The play is over' } })
    await stage.call('viewer', 'exportJson')
    await stage.call('sponsor', 'analysis')
    return { sealed, open: await stage.recording() }
  } finally {
    await stage.close()
    await bus?.close()
    await server.stop()
  }
}

async function scenario(stage: EnvelopeStage, said: Said, tick: () => void): Promise<void> {
  await stage.gather()
  await stage.look()
  tick()
  await stage.write(begun(said))
  await stage.told({ interviewCount: 3, modes: { phone: 2, video: 1 } })
  if (said.late === 'nothing') await stage.write(told(said))
  await stage.look()
  tick()
  await stage.call('member', 'addEvidence', { body: { text: said.heard, source: said.name } })
  await stage.look()
  const identity = { phone: '', email: '', note: '', deleteAfter: '' }
  await stage.research('putIdentity', {
    params: { interviewId: 'i1' },
    body: { ...identity, ...said.who },
  })
  if (said.late === 'everything') await stage.write(told(said))
  await stage.write(merged(said))
  await stage.told({ interviewCount: 2, modes: { phone: 2 } })
  tick()
  await stage.guest(byLink(said))
  await stage.told({ interviewCount: 3, modes: { phone: 2, written: 1 } })
  tick()
  await stage.look()
}

const parts = ['answers', 'frames', 'logs', 'figures', 'bus'] as const

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  const storages = storagesOf(engine)

  test('[S1] nothing that others receive depends on what a sealed interview contains', async () => {
    const first = await play(await storages.place(), brief)
    const second = await play(await storages.place(), long)
    for (const part of parts) {
      expect(first.sealed[part].length).toBeGreaterThan(part === 'bus' && engine === 'sqlite' ? -1 : 1)
      expect(second.sealed[part]).toEqual(first.sealed[part])
    }
    for (const part of ['answers', 'frames'] as const) expect(second.open[part]).not.toEqual(first.open[part])
    const whole = JSON.stringify([first.sealed, second.sealed])
    for (const word of ['Avocet', 'alarm', 'Frostwatch', 'Featherstone', 'audit report'])
      expect(whole).not.toContain(word)
    expect(JSON.stringify(second.open)).toContain('Frostwatch')
  })
})
