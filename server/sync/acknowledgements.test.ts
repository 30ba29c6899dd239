import { expect, test } from 'vitest'
import { Acknowledgements } from '#server/sync/acknowledgements.ts'

const ends = new Map([[1, 5]])

test('[P1] messages count from the first on, and only once what the room held is committed', () => {
  const counted = new Acknowledgements()
  counted.taken(3)
  counted.taken(7)
  expect(counted.commit(2)).toBe(false)
  expect(counted.commit(6)).toBe(true)
  expect(counted.committed).toBe(1)
  counted.commit(7)
  expect(counted.committed).toBe(2)
})

test('[P1] a gap holds the count back until a later reply has closed it and is committed', () => {
  const counted = new Acknowledgements()
  counted.taken(1)
  counted.gap(ends)
  counted.taken(2)
  counted.commit(9)
  expect(counted.committed).toBe(1)
  counted.closeGaps(12, () => false)
  counted.commit(12)
  expect(counted.committed).toBe(1)
  counted.closeGaps(15, () => true)
  counted.taken(15)
  counted.commit(14)
  expect(counted.committed).toBe(1)
  counted.commit(15)
  expect(counted.committed).toBe(4)
})

test('[S2] a refused message is never counted, nor anything after it', () => {
  const counted = new Acknowledgements()
  counted.refused()
  counted.taken(0)
  counted.commit(9)
  expect(counted.committed).toBe(0)
})
