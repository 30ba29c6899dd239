/** What is wrong with a list as a whole, measured against what a board may hold. */
import { type BoardList, MOST_STEP_BYTES, stepBytes } from '#shared/board/list-edits.ts'
import { MOST_OTHERS } from '#shared/board/scene-edits.ts'
import type { ListWorld } from '#shared/lists/list-world.ts'

const MOST_STAGES = 100

export function listFaults(list: BoardList, world: ListWorld): string[] {
  const bytes = stepBytes(list)
  const fitting = Math.floor((list.entries.length * MOST_STEP_BYTES) / Math.max(1, bytes))
  return [
    ...optionFaults(list, world),
    ...stageFaults(list, world),
    ...(bytes <= MOST_STEP_BYTES
      ? []
      : [`This list is too much for one go: take in about ${fitting} rows at a time.`]),
  ]
}

/** Silent on what was there before the list. */
function optionFaults(list: BoardList, { options }: ListWorld): string[] {
  if (list.kind !== 'competitors') return []
  const changed = new Map(list.entries.map(({ id, values }) => [id, values.kind]))
  const fresh = list.entries.filter(({ id }) => id === null)
  const before = options.map(({ kind }) => kind)
  const after = [
    ...options.map(({ id, kind }) => changed.get(id) ?? kind),
    ...fresh.map(({ values }) => values.kind),
  ]
  const us = after.filter((kind) => kind === 'us').length
  const usBefore = before.filter((kind) => kind === 'us').length
  const others = after.length - us
  return [
    ...(others > Math.max(MOST_OTHERS, before.length - usBefore)
      ? [
          `Customers are asked about at most ${MOST_OTHERS} others; with this list it would be ${others}: take in fewer.`,
        ]
      : []),
    ...(us > Math.max(1, usBefore) ? ['There is one column of our own; this list would make another.'] : []),
  ]
}

function stageFaults(list: BoardList, { stages }: ListWorld): string[] {
  const fresh =
    list.kind === 'stages'
      ? list.entries.filter(({ id }) => id === null).length
      : list.kind === 'cards'
        ? list.newStages.size
        : 0
  return fresh > 0 && fresh + stages.length > MOST_STAGES
    ? [`A roadmap holds at most ${MOST_STAGES} stages: take in fewer.`]
    : []
}
