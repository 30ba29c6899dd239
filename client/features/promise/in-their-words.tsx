/** Customers' own descriptions of us, and what turned out differently from what they were led to expect (method B7). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#client/features/promise/fold.tsx'
import { useIsPhone } from '#client/lib/media.ts'
import { type HeardAnswer, useHeard } from '#client/round/use-heard.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { shareWords } from '#shared/reality/words.ts'
import styles from './promise.module.css'

export function DescribeUs() {
  const { t } = useTranslation('promise')
  const { isOpen, answersTo } = useHeard()
  return (
    <Said
      title={t('describe.title')}
      lead={t('describe.lead')}
      none={t(isOpen ? 'describe.none' : 'describe.sealed')}
      said={isOpen ? answersTo('describe_us') : []}
    />
  )
}

export function PromiseKept() {
  const { t } = useTranslation('promise')
  const { isOpen, answersTo } = useHeard()
  if (!isOpen) return null
  return (
    <Said
      title={t('kept.title')}
      lead={t('kept.lead')}
      none={t('kept.none')}
      said={answersTo('promise_kept')}
    />
  )
}

const SHOWN = 3

function Said(props: {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly said: readonly HeardAnswer[]
}) {
  const { title, lead, none, said } = props
  const { t } = useTranslation('promise')
  const masked = useMasked()
  const { customers } = useHeard()
  const isPhone = useIsPhone()
  const [isAll, setAll] = useState(false)
  const people = new Set(said.map(({ interview }) => interview.id)).size
  return (
    <Fold title={title} isOpen={!isPhone}>
      <p className={typography.meta}>
        {lead} {said.length > 0 && t('describe.share', { share: shareWords(people, customers.length) })}
      </p>
      {said.length === 0 && <p className={styles.empty}>{none}</p>}
      <ul className={styles.theirs}>
        {(isAll ? said : said.slice(0, SHOWN)).map(({ id, text, interview }) => (
          <li key={id}>
            <InlineTruth size="0.75rem" />
            <p>
              {masked(text)} <small>{interview.pseudonym}</small>
            </p>
          </li>
        ))}
      </ul>
      {said.length > SHOWN && (
        <Button size="small" kind="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('describe.fewer') : t('describe.more', { count: said.length - SHOWN })}
        </Button>
      )}
    </Fold>
  )
}
