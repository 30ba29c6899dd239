/** What the people of the room say in the guess: their notes, marks and points, the same in every run. */

import { largestRemainder } from '#shared/statistics/rounding.ts'
import type { GivenMarks, GivenPoints } from '#test/e2e/guess-figures.ts'

/** Needs as the room names them, and the notes they come from. */
export const themes = [
  { need: 'Alarms I can trust', notes: ['Alarms I can believe at night', 'Never woken for nothing'] },
  {
    need: 'Audit without paperwork',
    notes: ['Papers ready when the inspector comes', 'No week lost on inspections'],
  },
  {
    need: 'Whole cost known',
    notes: ['Know the yearly sum before signing', 'Nothing extra on the invoice'],
  },
  { need: 'Night help that answers', notes: ['Somebody who picks up at three', 'A voice instead of a menu'] },
  { need: 'Proven in our trade', notes: ['Known among wholesalers like us'] },
  { need: 'Fitted while we work', notes: ['Fitted without closing the store'] },
] as const

/** The first note of a theme in turn, and of some the second one too. The phone writes the rest. */
export const notesOf = (voter: number): string[] => {
  const first = themes[voter % themes.length]?.notes[0] ?? ''
  const second = voter < 4 ? themes[voter % 2]?.notes[1] : undefined
  return second ? [first, second] : [first]
}

/** Positions of the three needs that get a mark in the cutting vote; the last theme gets none. */
export const cutOf = (voter: number): number[] => [0, 1 + (voter % 2), 3 + (voter % 2)]

/** Points over five needs: a different ballot for each; the first does not know. */
export function pointsOf(voter: number, functionName: string): GivenPoints {
  const raw = [0, 1, 2, 3, 4].map((need) => 1 + ((voter * (need + 3) + need * need * 2) % 11))
  const total = raw.reduce((sum, one) => sum + one, 0)
  return {
    functionName,
    points: voter === 0 ? null : largestRemainder(raw.map((one) => (one * 100) / total)),
    unsure: voter % 5 === 0 ? [1, 4] : [],
    confidence: 1 + (voter % 5),
  }
}

/** Half of the way from one's own first ballot to another one, in whole points. */
export const halfWay = (own: readonly number[], other: readonly number[]): number[] =>
  largestRemainder(own.map((from, need) => (from + (other[need] ?? 0)) / 2))

/** A mark by position of voter, column and need; every fourth is a "?", none is a 1. */
export function markOf(voter: number, option: number, need: number): number | null {
  const drawn = voter * 3 + option * 2 + need * 5
  return drawn % 4 === 0 ? null : 2 + (drawn % 9)
}

export const marksOf = (voter: number, options: number, needs: number): GivenMarks =>
  Array.from({ length: options }, (_, option) =>
    Array.from({ length: needs }, (_, need) => markOf(voter, option, need)),
  )
