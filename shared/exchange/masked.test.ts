import { expect, test } from 'vitest'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { masked } from '#shared/exchange/masked.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { nobodyKnown } from '#shared/interviews/mask.ts'

const demo = demoWorkshop as unknown as WorkshopFile

test('a file that holds nothing to mask comes out as it went in, also when everything is masked', () => {
  expect(masked(demo, { known: nobodyKnown, isFull: true })).toEqual(demo)
})

/** The demo with words put into every place that customers' words and the team's may stand in. */
function withWords(words: string): WorkshopFile {
  const { interviews = {}, board } = demo.workshop
  const put = (rows: unknown, change: object) =>
    (rows as { id: string }[]).map((row, index) => (index === 0 ? { ...row, ...change } : row))
  return {
    ...demo,
    workshop: {
      ...demo.workshop,
      interviews: {
        ...interviews,
        interviews: put(interviews.interviews, {
          personNote: words,
          customer: { role: words, trade: '', staff: 4, buyingRole: 'user', wonOrLost: 'won' },
        }),
        answers: put(interviews.answers, { text: words }),
        quotes: put(interviews.quotes, { text: words }),
      },
      board: {
        ...board,
        findings: put(board.findings, { text: words }),
        knowledgeGaps: put(board.knowledgeGaps, { text: words }),
      },
      history: [
        {
          at: 1,
          document: 'interviews',
          collection: 'quotes',
          recordId: 'q',
          field: '',
          from: null,
          to: { interviewId: 'i01', text: words },
          seatId: null,
          reason: '',
        },
      ],
    },
  } as unknown as WorkshopFile
}

const known = { ...nobodyKnown, persons: ['Ida Marsh'], firms: ['user'], phones: ['+44 20 7946 0958'] }
const words = 'Mrs Marsh, ida@frost.example, 020 7946 0958, of user Ltd'

test('[EV-7a] who customers are is masked everywhere, ids and choices stay, and the file can still be opened', () => {
  const file = masked(withWords(words), { known, isFull: true })
  const text = JSON.stringify(file)
  for (const secret of ['Marsh', 'frost.example', '7946']) expect(text).not.toContain(secret)
  expect(text).toContain('"buyingRole":"user"')
  expect(text).toContain('"interviewId":"i01"')
  expect(parseWorkshopFile(file)).toMatchObject({ ok: true })
})

test('for the room itself the vault alone is masked: what nobody has named stays as it was said', () => {
  const text = JSON.stringify(masked(withWords(words), { known, isFull: false }))
  for (const secret of ['Marsh', '7946']) expect(text).not.toContain(secret)
  expect(text).toContain('ida@frost.example')
})
