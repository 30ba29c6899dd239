import { describe, expect, test } from 'vitest'
import { cards, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { mapFigures } from '#shared/reality/map.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const all = readRows(docs.board, cards)
const map = mapFigures([...readRows(docs.board, stages)].sort(byOrder), all)
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
  })
})
