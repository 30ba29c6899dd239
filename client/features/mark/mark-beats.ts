/** The beats of a reveal of marks: envelopes open, empty grid, averages and ranges, totals, what to talk about. */
export const BEATS = { envelopes: 0, grid: 1, marks: 2, totals: 3, talk: 4 } as const

export const LAST_BEAT = BEATS.talk
