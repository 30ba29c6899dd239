/** The key figures at a glance, each leading to what is behind it (R101): from there the words are one click away. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineGuess, InlineTruth } from '#client/ui/inline-marks.tsx'
import type { ResultView } from '#shared/report/result-view.ts'
import { firstNeeds } from '#shared/report/summary.ts'
import { PlaceLink } from './place.tsx'
import styles from './result.module.css'

export function KeysPart({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { needs, needsTotal, roadmapTotal, actions } = view
  const [theirs, ...level] = firstNeeds(view, 'customers')
  const ours =
    needs.find(({ guessRank }) => guessRank === 1) ??
    needs.reduce<ResultView['needs'][number] | undefined>(
      (best, need) => ((need.guess?.mean ?? -1) > (best?.guess?.mean ?? -1) ? need : best),
      undefined,
    )
  const asked = roadmapTotal.answered + roadmapTotal.weak + roadmapTotal.open
  const rested = actions.filter(({ evidence }) => evidence.length > 0).length
  const keys: ReactNode[] = []
  if (theirs)
    keys.push(
      <PlaceLink key="theirs" to={`need-${theirs.id}`} className={styles.key}>
        <b className={styles.truth}>
          {theirs.customers?.shown ?? '?'} <InlineTruth />
        </b>
        <span>{[theirs, ...level].map(({ title }) => title).join(', ')}</span>
        <small>{t('keys.theirs', { count: needsTotal.customersN })}</small>
      </PlaceLink>,
    )
  if (ours?.guess)
    keys.push(
      <PlaceLink key="ours" to={`need-${ours.id}`} className={styles.key}>
        <b className={styles.guess}>
          {ours.guess.shown ?? '?'} <InlineGuess />
        </b>
        <span>{ours.title}</span>
        <small>{t('keys.ours', { count: needsTotal.guessN })}</small>
      </PlaceLink>,
    )
  if (asked > 0)
    keys.push(
      <PlaceLink key="asked" to="roadmap" className={styles.key}>
        <b>{roadmapTotal.answered}</b>
        <span>{t('keys.answered', { count: asked })}</span>
        <small>{t('keys.open', { count: roadmapTotal.open })}</small>
      </PlaceLink>,
    )
  if (actions.length > 0)
    keys.push(
      <PlaceLink key="actions" to="plan" className={styles.key}>
        <b>{actions.length}</b>
        <span>{t('keys.actions', { count: actions.length })}</span>
        <small>{t('keys.rested', { count: rested })}</small>
      </PlaceLink>,
    )
  if (keys.length === 0) return null
  return <div className={styles.keys}>{keys}</div>
}
