/** Every change, newest first: whose, when, what it was and what it is, and why (R103 to R105). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHistory } from '#client/features/history/use-history.ts'
import { useTitles } from '#client/features/history/use-titles.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSeats, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { ChangeRow } from './change-row.tsx'
import styles from './history.module.css'

export function HistoryTab() {
  const { t } = useTranslation('history')
  const problemText = useProblemText()
  const { view } = useSession()
  const people = useSeats()
  const titles = useTitles()
  const [whose, setWhose] = useState('')
  const { entries, hasMore, problem, read, sayWhy } = useHistory(whose)
  const looksOn = view.seat.role === 'viewer' || view.seat.role === 'sponsor'
  const last = entries?.at(-1)?.entry
  return (
    <>
      <h2 className={typography.section}>{t('title')}</h2>
      <p className={typography.meta}>{t('lead')}</p>
      <div className={styles.tools}>
        {!looksOn && (
          <select aria-label={t('person')} value={whose} onChange={({ target }) => setWhose(target.value)}>
            <option value="">{t('everyone')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <Button size="small" onClick={() => void read()}>
          {t('again')}
        </Button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.code === 'offline' ? t('offline') : problemText(problem)}
        </p>
      )}
      {entries === null && !problem && <LateSkeleton label={t('loading')} />}
      {entries?.length === 0 && <p className={typography.meta}>{t('none')}</p>}
      {entries && entries.length > 0 && (
        <ol aria-label={t('list')}>
          {entries.map((one) => (
            <ChangeRow key={one.entry} entry={one} titles={titles} onWhy={sayWhy} />
          ))}
        </ol>
      )}
      {hasMore && last !== undefined && (
        <Button size="small" kind="quiet" onClick={() => void read(last)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
