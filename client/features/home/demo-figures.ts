/**
 * Three needs of the sample workshop, for the strip on the home page: mean of the last guess before the envelope,
 * and mean of the customers who gave points. Written down, because the whole demo is too large to load for three
 * rows; the test beside this file computes them from the demo again.
 */
export interface DemoFigure {
  readonly need: string
  readonly guess: number
  readonly customers: number
}

/** In the order of what customers said. */
export const demoFigures: readonly DemoFigure[] = [
  { need: 'Audit without a week of paperwork', guess: 10, customers: 26 },
  { need: 'Alarms I can trust', guess: 24, customers: 22 },
  { need: 'Whole yearly cost known before we sign', guess: 33, customers: 14 },
]

export const demoSample = { people: 10, customers: 9 } as const
