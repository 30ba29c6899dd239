/** One decision: its words, what it rests on, who was for and against, dissent, what would reopen it, and what it was before. */
import { useTranslation } from 'react-i18next'
import type { Standing } from '#client/features/decisions/use-decisions.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useEvidenceNames } from '#client/round/evidence-names.ts'
import { useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { type Decision, seats } from '#shared/record/schema.ts'
import styles from './decisions.module.css'

export function DecisionRow(props: { readonly of: Standing; readonly onReplace: (() => void) | null }) {
  const { of, onReplace } = props
  const { decision, why, earlier } = of
  const { t } = useTranslation('decisions')
  const { nameOf, isSaid } = useEvidenceNames()
  const { kind, text, evidence, dissent, note, reviewWhen } = decision
  return (
    <li className={styles.decision} data-stale={why.length > 0 ? '' : undefined}>
      <p className={typography.meta}>{t(`kind.${kind}`)}</p>
      <h2 className={styles.text}>{text}</h2>
      {why.length > 0 && (
        <p className={styles.stale} role="note">
          <Chip kind="highlight">{t('stale.title')}</Chip> {why.map((one) => t(`stale.${one}`)).join(' ')}
        </p>
      )}
      <Vote of={decision} />
      <dl className={styles.facts}>
        <dt>{t('restsOn')}</dt>
        <dd>
          {evidence.length === 0 && t('restsOnNothing')}
          <ul className={styles.evidence}>
            {[...new Set(evidence)].map((one) => (
              <li key={one} data-said={isSaid(one) ? '' : undefined}>
                {isSaid(one) && <InlineTruth size="0.5625rem" />}
                {nameOf(one)}
              </li>
            ))}
          </ul>
        </dd>
        {note !== '' && (
          <>
            <dt>{t('note')}</dt>
            <dd>{note}</dd>
          </>
        )}
        {dissent.length > 0 && (
          <>
            <dt>{t('dissent')}</dt>
            <dd>
              {dissent.map((words) => (
                <p key={words}>“{words}”</p>
              ))}
            </dd>
          </>
        )}
        <dt>{t('review')}</dt>
        <dd>{reviewWhen || t('noReview')}</dd>
      </dl>
      {earlier.length > 0 && (
        <details className={styles.before}>
          <summary>{t('before', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <s>{one.text}</s>
                <Vote of={one} />
                {one.dissent.map((words) => (
                  <p key={words} className={typography.meta}>
                    “{words}”
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {onReplace && (
        <Button size="small" kind="quiet" aria-label={t('replaceFor', { text })} onClick={onReplace}>
          {t('replace')}
        </Button>
      )}
    </li>
  )
}

function Vote({ of: { support, decidedOn, decidedBy } }: { readonly of: Decision }) {
  const { t, i18n } = useTranslation('decisions')
  const by = firstName(useRow(seats, decidedBy)?.name ?? '')
  const when = dayWords(decidedOn, i18n.language)
  return (
    <p className={styles.vote}>
      {t('votes', support)}. {by ? t('whenBy', { when, name: by }) : t('when', { when })}
    </p>
  )
}
