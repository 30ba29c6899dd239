import { expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { beyondProduct } from '#shared/reality/beyond-product.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

test('[R054] trends by how many customers named them, doubles once; interests; how long buying took', () => {
  const all = readRows(imported(demoFile()).docs.interviews, interviews)
  const [one, two, double] = all.slice(0, 3).map(({ id }) => id)
  const told = all.map((row) => ({
    ...row,
    mergedInto: row.id === double ? (two ?? null) : null,
    otherInterests: row.id === one ? ' Energy use ' : '',
  }))
  const asked = told.filter(({ mergedInto }) => mergedInto === null)
  const quotes = [
    { interviewId: double ?? '', tags: ['trend: digital records', 'fear'] },
    { interviewId: two ?? '', tags: ['trend: digital records'] },
    { interviewId: one ?? '', tags: ['trend: digital records', 'trend: alarms'] },
    { interviewId: 'gone', tags: ['trend: alarms'] },
  ]
  const beyond = beyondProduct(asked, told, quotes)
  expect(beyond.trends).toEqual([
    { words: 'digital records', interviewIds: [two, one] },
    { words: 'alarms', interviewIds: [one] },
  ])
  expect(beyond.interests).toEqual([{ interviewId: one, words: 'Energy use' }])
  expect(beyond.triggerToFirstContact).toMatchObject({ n: 9, median: 4, min: 1, max: 10 })
  expect(beyondProduct(all, all, []).firstContactToSignature).toMatchObject({ n: 10, median: 15.5 })
})
