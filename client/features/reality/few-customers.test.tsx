import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { madeInterviews, madeRound } from '#test/support/made-reality.ts'
import { demoReality, drawn, heading, openReality, startReality, words } from '#test/support/open-reality.tsx'
import type { SessionSetting } from '#test/support/render-session.tsx'

startReality()

describe('few customers', () => {
  test.each([
    [1, 'One customer asked.'],
    [2, 'Two customers asked.'],
    [4, '4 customers asked: too few to say.'],
  ])('[C12] %i: no mean, no verdict, no order of theirs', (customers, sentence) => {
    openReality(demoReality({ customers }))
    expect(heading()).toHaveTextContent(sentence)
    expect(drawn('stroke').length).toBe(0)
    expect(words().join(' ')).not.toMatch(/clearly|probably|their/)
  })

  test('[C12] nobody asked: our order, and that nobody was', () => {
    openReality(demoReality({ customers: 0 }))
    expect(heading()).toHaveTextContent('Nobody asked yet.')
  })

  test('the interviews are still on their way: said, not drawn', () => {
    openReality({ ...demoReality(), interviews: {} })
    expect(heading()).toHaveTextContent('The interviews are on their way')
  })

  test('opened without a guess: nothing to set beside', () => {
    const { record, ...rest } = demoReality()
    openReality({ ...rest, record: { envelope: record?.envelope ?? {} } })
    expect(heading()).toHaveTextContent('We never guessed')
  })
})

/** A workshop made up: needs of one length, so many customers, with ties and zeros by the seed. */
function made(needCount: number, customers: number, seed: number, given?: readonly number[]): SessionSetting {
  const titles = Array.from({ length: needCount }, (_, index) => `Need number ${index}`)
  const { id, ...round } = madeRound(titles, seed, given)
  const calls = madeInterviews(needCount, 1, customers, seed)
  return {
    board: {
      needs: { o0: { short: 'Never listed', order: 'b0' } },
      options: { us: { name: 'We', kind: 'us', order: 'a0' } },
    },
    record: { rounds: { [id]: round }, envelope: { openedAt: 1, interviewCount: customers } },
    interviews: { interviews: Object.fromEntries(calls.map(({ id: one, ...row }) => [one, row])) },
  }
}

const tabs = ['The gap', 'How sure are we?', 'The competition', 'In their words', 'By buying role']

describe('any number of customers and needs', () => {
  test.each([
    [0, 3, 0],
    [1, 7, 1],
    [4, 7, 3],
    [5, 3, 0],
    [12, 7, 5],
    [40, 7, 0],
  ])(
    '[issue 5] %i customers, %i needs, seed %i: every part is drawn, with its table',
    async (customers, count, seed) => {
      const { user } = openReality(made(count, customers, seed))
      for (const name of tabs) {
        await user.click(screen.getByRole('button', { name }))
        expect(heading()).not.toBeEmptyDOMElement()
        expect(document.body.textContent).not.toMatch(/NaN|undefined|null|Infinity/)
      }
      await user.click(screen.getByRole('button', { name: 'How sure are we?' }))
      await user.click(screen.getByRole('button', { name: /Show as table/ }))
      expect(screen.getAllByRole('rowheader').length).toBeGreaterThanOrEqual(count)
    },
  )

  test('[issue 5] a need nobody guessed anything for is in our order with its zero, last', () => {
    openReality(made(3, 12, 7, [60, 40, 0]))
    expect(words()).toContain('0')
    expect(heading()).toHaveTextContent(/^We put Need number 0 first\./)
  })

  test.each([
    [0, /^Nobody asked yet\.$/],
    [1, /^One customer asked\.$/],
    [2, /^Two customers asked\.$/],
    [3, /^3 customers asked: too few to say\.$/],
    [4, /^4 customers asked: too few to say\.$/],
    [5, /^5 customers asked: a rough picture\. Big differences only\.$/],
    [7, /^7 customers asked: a rough picture\. Big differences only\.$/],
    [8, /^8 customers asked: differences under about \d+ points may be chance\.$/],
    [14, /^14 customers asked: differences under about \d+ points may be chance\.$/],
    [15, /^15 customers asked\.$/],
  ])('[C12] at %i customers the screen says so much and no more', (customers, sentence) => {
    openReality(made(4, customers, 3))
    expect(screen.getAllByText(sentence).length).toBeGreaterThan(0)
  })
})
