import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnsavedChanges } from '#client/session/unsaved-changes.ts'

test('[P1] an acknowledgement settles what its messages carried and nothing later', () => {
  const unsaved = new UnsavedChanges()
  unsaved.add('a', true)
  unsaved.sent(1)
  unsaved.add('b', true)
  unsaved.sent(2)
  unsaved.add('c', true)
  expect(unsaved.acknowledged(1)).toEqual(['a'])
  expect(unsaved.acknowledged(2)).toEqual(['b'])
  expect(unsaved.acknowledged(9)).toEqual([])
  expect(unsaved.count).toBe(1)
})

test('[P1] what was sent on a line that broke counts as not sent', () => {
  const unsaved = new UnsavedChanges()
  unsaved.add('a', true)
  unsaved.sent(1)
  unsaved.lineLost()
  expect(unsaved.acknowledged(5)).toEqual([])
  unsaved.add('b', true)
  unsaved.sent(1)
  expect(unsaved.acknowledged(1)).toEqual(['a', 'b'])
})

test('leaving loses what neither the server nor this device holds', () => {
  const unsaved = new UnsavedChanges()
  unsaved.add('a', false)
  expect(unsaved.hasUnkept).toBe(true)
  unsaved.kept(['a'])
  expect(unsaved.hasUnkept).toBe(false)
})

type Step = { readonly do: 'change' | 'send' | 'commit' | 'tell' | 'break' }

test('[P1] however the line breaks, a change leaves the list only after the server has committed it', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom<Step['do']>('change', 'send', 'commit', 'tell', 'break'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const unsaved = new UnsavedChanges()
      const committed = new Set<string>()
      let made: string[] = []
      let carried: string[][] = []
      let done = 0
      let count = 0
      for (const one of steps) {
        if (one.do === 'change') {
          const mark = `m${count++}`
          made.push(mark)
          unsaved.add(mark, true)
        } else if (one.do === 'send') {
          carried.push(made.filter((mark) => !committed.has(mark)))
          unsaved.sent(carried.length)
        } else if (one.do === 'commit' && done < carried.length) {
          for (const mark of carried[done++] ?? []) committed.add(mark)
        } else if (one.do === 'tell') {
          for (const mark of unsaved.acknowledged(done)) {
            expect(committed).toContain(mark)
            made = made.filter((other) => other !== mark)
          }
        } else if (one.do === 'break') {
          unsaved.lineLost()
          carried = []
          done = 0
        }
        expect(unsaved.count).toBe(made.length)
      }
    }),
  )
})
