/** What everything is called now, by id. */
import { useMemo } from 'react'
import { useRows } from '#client/session/hooks.ts'
import {
  actions,
  cards,
  findings,
  guideQuestions,
  knowledgeGaps,
  needs,
  options,
  parkingLot,
  promiseDrafts,
  stages,
} from '#shared/board/schema.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { seats } from '#shared/record/schema.ts'
import type { Titles } from './change-words.ts'

export function useTitles(): Titles {
  const texts = [
    useRows(cards),
    useRows(findings),
    useRows(guideQuestions),
    useRows(knowledgeGaps),
    useRows(parkingLot),
    useRows(promiseDrafts),
  ]
  const names = [useRows(seats), useRows(options), useRows(stages)]
  const shorts = useRows(needs)
  const titled = useRows(actions)
  const pseudonyms = useRows(interviews)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists themselves, not the arrays they stand in
  return useMemo(
    () =>
      new Map(
        [
          ...texts.flat().map(({ id, text }) => [id, text] as const),
          ...names.flat().map(({ id, name }) => [id, name] as const),
          ...shorts.map(({ id, short }) => [id, short] as const),
          ...titled.map(({ id, title }) => [id, title] as const),
          ...pseudonyms.map(({ id, pseudonym }) => [id, pseudonym] as const),
        ].filter(([, title]) => title !== ''),
      ),
    [...texts, ...names, shorts, titled, pseudonyms],
  )
}
