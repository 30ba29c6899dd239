/** Decisions in short, for the drawer (15e): what, how it was decided and when; dissent and earlier values unfold. */
import Check from 'lucide-react/icons/check'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Standing, useDecisions } from '#client/features/decisions/use-decisions.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import { type Decision, seats } from '#shared/record/schema.ts'
import styles from './decisions-tab.module.css'

const SHOWN = 6

export function DecisionsTab({ onAll }: { readonly onAll: () => void }) {
  const { t } = useTranslation('decisions')
  const { standing } = useDecisions()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? standing : standing.slice(0, SHOWN)
  const more = standing.length - shown.length
  return (
    <>
      <h2 className={typography.hidden}>{t('title')}</h2>
      {standing.length === 0 && <p className={typography.meta}>{t('none')}</p>}
      <ul>
        {shown.map((one) => (
          <InShort key={one.decision.id} of={one} />
        ))}
      </ul>
      <p className={styles.foot}>
        {more > 0 && (
          <Button size="small" kind="quiet" onClick={() => setAll(true)}>
            {t('tab.more', { count: more })}
          </Button>
        )}
        <Button size="small" kind="quiet" onClick={onAll}>
          {t('tab.page')}
        </Button>
      </p>
    </>
  )
}

function InShort({ of: { decision, why, earlier } }: { readonly of: Standing }) {
  const { t } = useTranslation('decisions')
  const { kind, text, dissent } = decision
  return (
    <li className={styles.decision}>
      <p className={typography.meta}>
        {t(`kind.${kind}`)} {why.length > 0 && <Chip kind="highlight">{t('stale.title')}</Chip>}
      </p>
      <p className={styles.text}>{text}</p>
      <p className={styles.how}>
        <Icon of={Check} size="0.875rem" /> <How of={decision} />
      </p>
      {why.length > 0 && <p className={styles.how}>{why.map((one) => t(`stale.${one}`)).join(' ')}</p>}
      {dissent.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('tab.dissent', { count: dissent.length })}</summary>
          {dissent.map((words) => (
            <p key={words}>“{words}”</p>
          ))}
        </details>
      )}
      {earlier.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('before', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <s>{one.text}</s>
                <p>
                  <How of={one} />
                  {one.note !== '' && ` “${one.note}”`}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function How({ of: { support, decidedOn, decidedBy } }: { readonly of: Decision }) {
  const { t, i18n } = useTranslation('decisions')
  const by = firstName(useRow(seats, decidedBy)?.name ?? '')
  const when = dayWords(decidedOn, i18n.language)
  const voted = support.for + support.against + support.abstain > 0
  return (
    <>
      {voted && `${t('tab.votes', support)}, `}
      {by ? t('whenBy', { when, name: by }) : t('when', { when })}
    </>
  )
}
