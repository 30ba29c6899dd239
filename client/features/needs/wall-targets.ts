/** What notes can be dropped on, as ids of dnd-kit: a need, a loose note, or the wall itself. */
export const NEED = 'need:'
export const NOTE = 'note:'
export const LOOSE = 'loose'
