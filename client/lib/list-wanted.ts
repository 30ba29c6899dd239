/** Which list somebody is about to bring in: asked for by a screen, answered by the one dialog beside all of them. */
import { create } from 'zustand'
import type { ListKind } from '#shared/board/list-edits.ts'

export const useListWanted = create<{ readonly kind: ListKind | null }>(() => ({ kind: null }))

export const wantList = (kind: ListKind | null): void => useListWanted.setState({ kind })
