import { describe, expect, test } from 'vitest'
import { readValues } from '#shared/document/collection.ts'
import { nameWarnings, ownNamesIn } from '#shared/interviews/name-warning.ts'
import { answers, interviews, quotes } from '#shared/interviews/schema.ts'

const own = { name: 'José de la Cruz', firm: 'The Frost Depot Ltd' }

describe('the customer’s own name in a note', () => {
  test.each([
    ['JOSE DE LA CRUZ called', ['JOSE DE LA CRUZ']],
    ['Mr Cruz and his team', ['Cruz']],
    ['at frost depot since May', ['frost depot']],
    ['Jose said so; the frost in the depot; a cruzade', []],
  ])('[C12] %s', (text, words) => {
    expect(ownNamesIn(text, own).map((one) => one.words)).toEqual(words)
  })

  test('nothing is looked for when nothing is kept, nor one or two letters alone', () => {
    expect(ownNamesIn('Anything at all', { name: '', firm: '' })).toEqual([])
    expect(ownNamesIn('Ask Xi Li, not li', { name: 'Xi Li', firm: 'A' }).map(({ words }) => words)).toEqual([
      'Xi Li',
    ])
  })

  test('every place that names them is told, of this interview alone', () => {
    const answer = (id: string, interviewId: string, text: string) => ({
      id,
      ...readValues(answers, { interviewId, text }),
    })
    const warnings = nameWarnings(
      {
        interview: {
          id: 'i',
          ...readValues(interviews, { pseudonym: 'Wren', customer: { role: 'Cruz’s aide' } }),
        },
        answers: [answer('a1', 'i', 'We at Frost Depot'), answer('a2', 'other', 'Cruz')],
        quotes: [{ id: 'q1', ...readValues(quotes, { interviewId: 'i', text: 'Cruz agrees' }) }],
      },
      own,
    )
    expect(warnings).toEqual([
      { where: 'interview', key: 'role', words: 'Cruz', what: 'person' },
      { where: 'answer', key: 'a1', words: 'Frost Depot', what: 'firm' },
      { where: 'quote', key: 'q1', words: 'Cruz', what: 'person' },
    ])
  })
})
