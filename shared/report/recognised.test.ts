/** What customers did not give for passing on is in no file, nor what the journal remembers of it. */
import { expect, test } from 'vitest'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { withoutPrivateWords } from '#shared/report/recognised.ts'

const reaction = (id: string, interviewId: string) => ({
  id,
  draftId: 'p',
  interviewId,
  text: `${id} said so`,
})
const added = (row: ReturnType<typeof reaction>) => ({
  at: 1,
  document: 'board',
  collection: 'promiseReactions',
  recordId: row.id,
  field: '',
  from: null,
  to: row,
  seatId: null,
  reason: '',
})

/** Heron may be quoted, Wren may not; one thing that Wren said was deleted again. */
function file(isOpen: boolean): WorkshopFile {
  const [heron, wren, deleted] = [
    reaction('heron', 'i1'),
    reaction('wren', 'i2'),
    reaction('wren-deleted', 'i2'),
  ] as const
  const interviews = [
    { id: 'i1', consent: { quotesInside: true } },
    { id: 'i2', consent: { quotesInside: false } },
  ]
  return {
    workshop: {
      board: { promiseReactions: [heron, wren] },
      record: {},
      ...(isOpen && { interviews: { interviews } }),
      history: [heron, wren, deleted].map(added),
    },
  } as unknown as WorkshopFile
}

test('what a customer said of the promise and may not be quoted is left out, also what was deleted before', () => {
  const told = JSON.stringify(withoutPrivateWords(file(true)))
  expect(told).toContain('heron said so')
  expect(told).not.toMatch(/wren(-deleted)? said so/)
})

test('as long as it is sealed who may be quoted, nobody is', () => {
  expect(JSON.stringify(withoutPrivateWords(file(false)))).not.toContain('said so')
})
