/** What kind of worry or doubt it is (R055, R076), and whether we wrote a question before customers asked it (method C9). */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { Pick } from '#client/features/roadmap/card-pick.tsx'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './card-parts.module.css'

const levels = ['personal', 'business'] as const
const sources = ['product', 'buying_process', 'service_after_sale'] as const

export function CardFacts({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const isOpen = useSingle(envelope).openedAt !== null
  const { id, concerns, comesFrom, foreseenByTeam } = card
  const notSaid = ['', t('facts.notSaid')] as const
  switch (card.place.lane) {
    case 'concern':
      return (
        <dl className={styles.facts}>
          <Pick
            label={t('facts.concerns')}
            value={concerns ?? ''}
            options={[notSaid, ...levels.map((one) => [one, t(`facts.concernOf.${one}`)] as const)]}
            onPick={
              mayEdit
                ? (one) => session.edit(changeCard, { id, changes: { concerns: one === '' ? null : one } })
                : null
            }
          />
        </dl>
      )
    case 'skepticism':
      return (
        <dl className={styles.facts}>
          <Pick
            label={t('facts.comesFrom')}
            value={comesFrom ?? ''}
            options={[notSaid, ...sources.map((one) => [one, t(`facts.source.${one}`)] as const)]}
            onPick={
              mayEdit
                ? (one) => session.edit(changeCard, { id, changes: { comesFrom: one === '' ? null : one } })
                : null
            }
          />
        </dl>
      )
    case 'question':
      if (!isOpen) return null
      return (
        <dl className={styles.facts}>
          <dt>{t('facts.foreseen')}</dt>
          <dd>{t(foreseenByTeam ? 'facts.wasForeseen' : 'facts.notForeseen')}</dd>
        </dl>
      )
    default:
      return null
  }
}
