/** Coding: on the left what was said, on the right the themes and findings it becomes. */
import { useState } from 'react'
import { FindingForm } from '#client/features/coding/finding-form.tsx'
import { FindingList } from '#client/features/coding/finding-list.tsx'
import { PieceList } from '#client/features/coding/piece-list.tsx'
import { noFilter, type Piece } from '#client/features/coding/pieces.ts'
import { ThemeList } from '#client/features/coding/theme-list.tsx'
import { type FindingRow, useCoding } from '#client/features/coding/use-coding.ts'
import { type Asked, WhoElse } from '#client/features/coding/who-else.tsx'
import { WholeCalls } from '#client/features/coding/whole-calls.tsx'
import type { FindingValues } from '#shared/interviews/finding-edits.ts'
import styles from './coding.module.css'

export type Forming = { readonly finding: FindingRow | null; readonly values: FindingValues }

export function CodeView() {
  const { mayTag } = useCoding()
  const [filter, setFilter] = useState({ ...noFilter, isAll: !mayTag })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [forming, setForming] = useState<Forming | null>(null)
  return (
    <div className={styles.columns}>
      <PieceList
        filter={filter}
        onFilter={setFilter}
        onWho={(piece) => setAsked({ is: 'piece', piece })}
        onFinding={(piece) => setForming({ finding: null, values: findingFrom(piece) })}
      />
      <aside className={styles.side}>
        <ThemeList
          onShow={(theme) => setFilter({ ...noFilter, isAll: true, theme })}
          onWho={(theme) => setAsked({ is: 'theme', theme })}
        />
        <WholeCalls />
        <FindingList
          onForm={(finding) => setForming({ finding, values: finding ?? findingFrom(null) })}
          onWho={(finding) => setAsked({ is: 'finding', finding })}
        />
      </aside>
      {asked && <WhoElse asked={asked} onClose={() => setAsked(null)} />}
      {forming && (
        <FindingForm finding={forming.finding} values={forming.values} onClose={() => setForming(null)} />
      )}
    </div>
  )
}

/** A finding about what a customer said rests on their words and themes; its sentence is still to be written. */
const findingFrom = (piece: Piece | null): FindingValues => ({
  text: '',
  kind: null,
  themeIds: piece?.themeIds ?? [],
  interviewIds: [],
  quoteIds: piece?.kind === 'quote' ? [piece.id] : [],
  cardIds: [],
  stageIds: piece?.stageIds ?? [],
})
