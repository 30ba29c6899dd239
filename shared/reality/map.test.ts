import { describe, expect, test } from 'vitest'
import { cards, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { mapFigures } from '#shared/reality/map.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const all = readRows(docs.board, cards)
const sorted = [...readRows(docs.board, stages)].sort(byOrder)
const map = mapFigures(sorted, all)
const textOf = (id = '') => all.find((card) => card.id === id)?.text ?? ''

describe('[C9] the map of the demo', () => {
  test('coverage and voices, in all and at the sixth stage', () => {
    expect(map.total).toMatchObject({ answered: 10, weak: 3, open: 14, voices: 76, voicesAnswered: 21 })
    expect(map.total.coverage).toBeCloseTo(0.43, 2)
    expect(map.total.voiceCoverage).toBeCloseTo(0.28, 2)
    expect(map.perStage[5]).toMatchObject({ answered: 1, open: 2, voices: 9, voicesAnswered: 1 })
    expect(map.perStage[5]?.voiceCoverage).toBeCloseTo(0.11, 2)
  })

  test('effort leans to the beginning', () => {
    expect(map.balance).toMatchObject({ answersEarly: 9, answers: 14, voicesEarly: 32, voices: 76 })
    expect(map.balance.tilt).toBeCloseTo(0.22, 2)
    expect(map.balance.leans).toBe('beginning')
    expect(map.balance.words).toBe(
      'Effort leans to the beginning: 9 of 14 live answers are early, 32 of 76 (42 %) of their voices.',
    )
  })

  test('what the team foresaw', () => {
    const { foresight } = map
    expect(foresight).toMatchObject({ asked: 24, askedAndForeseen: 10, foreseen: 13 })
    expect(foresight.recall).toBeCloseTo(0.42, 2)
    expect(foresight.precision).toBeCloseTo(0.77, 2)
    expect(foresight.neverAsked).toHaveLength(3)
    expect(textOf(foresight.surprises[0])).toMatch(/defrost/i)
  })

  test('kinds of proof', () => {
    expect(map.proofMix).toEqual({
      claim: 5,
      document: 7,
      example: 2,
      demonstration: 1,
      in_operation: 1,
      peer_word: 1,
      own_trial: 1,
      guarantee: 0,
    })
    expect(map.onlyClaims).toEqual([])
  })

  test('[R080] dead ends: stages 1 to 4, 6 and 8', () => {
    const numbers = map.deadEnds.map(
      ({ stageId }) => map.perStage.findIndex((one) => one.stageId === stageId) + 1,
    )
    expect(numbers).toEqual([1, 2, 3, 4, 6, 8])
    expect(map.deadEnds[0]?.lacks).toEqual(['next-step', 'person'])
  })

  test('[R062] no customer has mentioned a tool', () => {
    expect(map.tools.tools).toBe(16)
    expect(map.tools.unmentioned).toHaveLength(16)
  })

  test('[R088] leaks, the largest first, wherever it lies', () => {
    expect(map.leaks).toMatchObject({ left: 13, leftEarly: 6, stagesNotNoted: 0 })
    expect(map.leaks.perStage.map(({ left }) => left)).toEqual([4, 3, 2, 2, 1, 1])
    expect(map.leaks.perStage[0]?.stageId).toBe(map.perStage[5]?.stageId)
  })
})

test('a customer of two interviews is one voice', () => {
  const [first, second] = all.find(({ raisedBy }) => raisedBy.length === 2)?.raisedBy ?? []
  const merged = mapFigures(sorted, all, new Map([[second ?? '', first ?? '']]))
  expect(merged.total.voices).toBeLessThan(map.total.voices)
  expect(merged.foresight.asked).toBe(24)
})

test('[R083] a late stage with nothing but claims is named', () => {
  const late = sorted[5]?.id ?? ''
  const claims = all.map((card) =>
    card.place.lane === 'answer' && card.place.stageId === late ? { ...card, proof: 'claim' as const } : card,
  )
  expect(mapFigures(sorted, claims).onlyClaims).toEqual([late])
})
