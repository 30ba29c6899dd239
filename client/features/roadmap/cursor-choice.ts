/** Whether this person wants to see others' pointers and show their own, and whether the room is small enough. */
import { createStore } from 'zustand/vanilla'
import { keep, kept } from '#client/lib/kept.ts'

const KEY = 'guessproof.cursors'
/** With more people than this the pointers are in each other's way (PR-2a). */
export const MOST_WITH_CURSORS = 15

export const cursorsWanted = createStore<boolean>(() => kept(KEY) !== 'off')

export function wantCursors(isWanted: boolean): void {
  keep(KEY, isWanted ? 'on' : 'off')
  cursorsWanted.setState(isWanted, true)
}
