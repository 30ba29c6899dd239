/** Two interviews that may be one customer: an offer to merge them, never done unasked (R053). */
import { useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { whoTheyAre } from '#client/features/interviews/interview-words.ts'
import type { ListRow } from '#client/features/interviews/list-rows.ts'
import { keep, kept } from '#client/lib/kept.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { mergeInterviews, unmergeInterview } from '#shared/interviews/interview-edits.ts'
import { likelyDoubles } from '#shared/interviews/merging.ts'
import styles from './interviews.module.css'

type Pair = readonly [ListRow, ListRow]

export function Doubles({ rows }: { readonly rows: readonly ListRow[] }) {
  const { t } = useTranslation('interviews')
  const { workshopId } = useSession()
  const [apart, setApart] = useKeptApart(workshopId)
  const [open, setOpen] = useState<Pair | null>(null)
  const pairs = useMemo(() => pairsOf(rows), [rows]).filter((pair) => !apart.includes(keyOf(pair)))
  const [pair] = pairs
  if (!pair) return null
  const one = pair[0].interview.pseudonym
  const other = pair[1].interview.pseudonym
  return (
    <aside className={styles.offer}>
      <p>
        <Trans t={t} i18nKey="doubles.offer" values={{ one, other }} components={{ b: <b /> }} />
        {pairs.length > 1 && <small> {t('doubles.more', { count: pairs.length - 1 })}</small>}
      </p>
      <Button size="small" aria-label={t('doubles.mergeLabel', { one, other })} onClick={() => setOpen(pair)}>
        {t('doubles.merge')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        aria-label={t('doubles.apartLabel', { one, other })}
        onClick={() => setApart(keyOf(pair))}
      >
        {t('doubles.apart')}
      </Button>
      {open && (
        <MergeDialog
          pair={open}
          onApart={() => {
            setApart(keyOf(open))
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </aside>
  )
}

function MergeDialog(props: { pair: Pair; onApart: () => void; onClose: () => void }) {
  const { pair, onApart, onClose } = props
  const { t } = useTranslation('interviews')
  const common = useTranslation('common').t
  const session = useSession()
  const merge = (into: ListRow) => {
    const double = pair.find((row) => row !== into)
    if (!double) return
    const { id, pseudonym: other } = double.interview
    const { pseudonym: name } = into.interview
    session.editInterviews(mergeInterviews, { id, into: into.interview.id })
    onClose()
    showToast({
      kind: 'undo',
      text: t('doubles.merged', { name, other }),
      action: { label: common('undo'), run: () => void session.editInterviews(unmergeInterview, { id }) },
    })
  }
  return (
    <Dialog title={t('doubles.title')} onClose={onClose}>
      <p>{t('doubles.lead')}</p>
      <ul className={styles.pair}>
        {pair.map((row) => (
          <li key={row.interview.id}>
            <b>{row.interview.pseudonym}</b>
            <span>{whoTheyAre(t, row.interview) || t('table.unknownWho')}</span>
            <span>{t('table.answered', { answered: row.answered, asked: row.asked })}</span>
            <Button onClick={() => merge(row)}>{t('doubles.keep', { name: row.interview.pseudonym })}</Button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onApart}>
        {t('doubles.apart')}
      </Button>
    </Dialog>
  )
}

function pairsOf(rows: readonly ListRow[]): readonly Pair[] {
  const byId = new Map(rows.map((row) => [row.interview.id, row]))
  return likelyDoubles(rows.map(({ interview }) => interview)).flatMap(([a, b]) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    return one && other ? [[one, other] as const] : []
  })
}

const keyOf = (pair: Pair): string => pair.map(({ interview }) => interview.id).join('+')

/** Pairs this person has said are two, kept on this device. */
function useKeptApart(workshopId: string): readonly [readonly string[], (key: string) => void] {
  const place = `guessproof.apart.${workshopId}`
  const [apart, setApart] = useState(() => (kept(place) ?? '').split(' ').filter(Boolean))
  return [
    apart,
    (key) => {
      const next = [...apart, key]
      keep(place, next.join(' '))
      setApart(next)
    },
  ]
}
