/** Beats of the wall: open, covered again by the one who opened it (ID-1b), open for good. Files have none: open. */
export const WALL = { open: 0, covered: 1, openAgain: 2 } as const

/** How long opening can be taken back. */
export const UNDO_MS = 10_000

/** From one note to the next while the wall opens. */
export const NOTE_MS = 300
