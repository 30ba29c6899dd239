import { describe, expect, test } from 'vitest'
import { demoReality, drawn, heading, openReality, startReality, words } from '#test/support/open-reality.tsx'

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
