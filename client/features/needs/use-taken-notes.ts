/**
 * After the reveal the notes go onto the board, where the room can move them: a facilitator's page does it, once. Two at
 * once make one set, and a page that died before it could is made up for by the next that comes.
 */
import { useEffect, useRef } from 'react'
import { type RoundOf, useDerived, useIsLoading, useSession } from '#client/session/hooks.ts'
import { takeNotes } from '#shared/board/need-edits.ts'
import { needNotes } from '#shared/board/schema.ts'

export function useTakenNotes(round: RoundOf<'notes'> | undefined): void {
  const session = useSession()
  const isLoading = useIsLoading()
  const roundId = round?.id ?? ''
  const isTaken = useDerived(needNotes, (notes) => notes.some((note) => note.roundId === roundId))
  const done = useRef('')
  const written = round?.status === 'revealed' ? round.result?.notes : undefined
  useEffect(() => {
    if (!written || isTaken || isLoading || !session.isFacilitator || done.current === roundId) return
    done.current = roundId
    session.edit(takeNotes, { roundId, notes: written })
  }, [session, roundId, written, isTaken, isLoading])
}
