/** The beats of a reveal of weights: envelopes open, empty rows, guesses, averages and order, what to talk about. */
export const BEATS = { envelopes: 0, rows: 1, guesses: 2, means: 3, talk: 4 } as const

export const LAST_BEAT = BEATS.talk
