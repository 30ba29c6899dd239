/** Decisions: recorded with their dissent, never changed; what is adopted shows on the board in the same step. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, promiseDrafts, roadmap } from '#shared/board/schema.ts'
import { insertRow, readRows, readSingle } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { decisions } from '#shared/record/schema.ts'
import { editBoard, type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const support = { for: 7, against: 1, abstain: 2 }
const plain = { kind: 'decision', text: 'No discount before they ask', evidence: [], support, dissent: [] }

const addDraft: Edit<{ id: string; text: string }> = (doc, { id, text }) =>
  insertRow(doc, promiseDrafts, id, { text, order: id })
const addAction: Edit<{ links: string[] }> = (doc, { links }, { newId }) =>
  insertRow(doc, actions, newId(), { title: 'Make it true', links, order: 'a0' })

async function document(fay: Person, kind: 'board' | 'record') {
  const doc = await server.running.service.documents.read(fay.workshopId, kind)
  if (!doc) throw new Error('There is no such document.')
  return doc
}

describe('deciding', () => {
  let fay: Person
  beforeAll(async () => {
    fay = server.newPerson()
    await fay.open({ from: 'demo' })
  })

  const decide = (body: object) => fay.call('decide', { body })

  test('[R070] dissent stays in the record in its own words, and a later decision supersedes', async () => {
    const dissent = ['Two customers are too few to change our pricing.']
    const first = await fay.ask('decide', { body: { ...plain, dissent } as never })
    const second = await fay.ask('decide', {
      body: { ...plain, text: 'Discount from ten stores up', supersedes: first.decisionId } as never,
    })
    const all = readRows(await document(fay, 'record'), decisions)
    const found = all.find(({ id }) => id === first.decisionId)
    expect(found).toMatchObject({ dissent, support, supersededBy: second.decisionId, decidedBy: fay.seatId })
    expect(found?.text).toBe('No discount before they ask')
  })

  test('[R065] a promise somebody said no to needs an action first', async () => {
    const board = await document(fay, 'board')
    const second = readRows(board, promiseDrafts).find(({ text }) => text.startsWith('Pass the next audit'))
    const subject = second?.id ?? ''
    const promise = { ...plain, kind: 'promise', text: 'Promise: version 2', subject }
    expect(await decide(promise)).toMatchObject({ status: 409, json: { code: 'promise-not-true' } })
    await editBoard(server, fay.workshopId, addAction, { links: [subject] })
    expect(await decide(promise)).toMatchObject({ status: 201 })
    const after = readRows(await document(fay, 'board'), promiseDrafts)
    expect(after.filter(({ status }) => status === 'adopted').map(({ id }) => id)).toEqual([subject])
  })

  test('[R067] adopting a category marks the roadmap and leaves its stages alone', async () => {
    const category = { ...plain, kind: 'category', text: 'Buying category: heavy', subject: 'heavy' }
    expect(await decide(category)).toMatchObject({ status: 201 })
    expect(readSingle(await document(fay, 'board'), roadmap).category).toBe('heavy')
    expect(await decide({ ...category, subject: 'huge' })).toMatchObject({ status: 400 })
  })

  test('[R068] a critical characteristic needs evidence or a written reason', async () => {
    const analysis = (await fay.ask('analysis')) as { comparison?: { perNeed: { needId: string }[] } }
    const subject = analysis.comparison?.perNeed[1]?.needId ?? ''
    const bare = { ...plain, kind: 'critical_characteristic', text: 'The audit file', subject }
    expect(await decide(bare)).toMatchObject({ status: 400 })
    expect(await decide({ ...bare, note: 'Named unaided by five of ten' })).toMatchObject({ status: 201 })
    expect(await decide({ ...bare, evidence: ['i01'], subject: 'nothing' })).toMatchObject({ status: 400 })
  })

  test('what is missing or too long is refused by name, and nothing is recorded', async () => {
    const before = readRows(await document(fay, 'record'), decisions).length
    expect(await decide({ ...plain, text: '' })).toMatchObject({ status: 400 })
    expect(await decide({ ...plain, supersedes: 'nothing' })).toMatchObject({ status: 400 })
    expect(await decide({ ...plain, support: { for: -1, against: 0, abstain: 0 } })).toMatchObject({
      status: 400,
    })
    expect(readRows(await document(fay, 'record'), decisions)).toHaveLength(before)
  })

  test('a draft nobody said no to is adopted as it is', async () => {
    await editBoard(server, fay.workshopId, addDraft, { id: 'new-draft', text: 'We answer at night' })
    expect(await decide({ ...plain, kind: 'promise', subject: 'new-draft' })).toMatchObject({ status: 201 })
  })
})
