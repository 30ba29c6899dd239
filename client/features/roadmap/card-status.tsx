/** Whether a question or doubt is answered. Nobody sets it: it is the credit of its best answer (method C9). */
import { useTranslation } from 'react-i18next'
import { useView } from '#client/features/roadmap/board-context.tsx'
import { shownAs } from '#client/features/roadmap/card-face.tsx'
import { useDerived } from '#client/session/hooks.ts'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import { type Card, cards } from '#shared/board/schema.ts'
import { coverageOf } from '#shared/statistics/coverage.ts'
import styles from './card-parts.module.css'

const all = ['answered', 'weak', 'open'] as const

export function CardStatus({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { t: common } = useTranslation('common')
  const coverage = useView(({ figures }) => figures.coverage.get(card.id))
  const answers = useDerived(cards, (rows) =>
    rows
      .filter((one) => !one.binned && one.place.lane === 'answer' && one.settles.includes(card.id))
      .map(({ text, status, trueToday }) => ({ text, status, trueToday })),
  )
  if (!coverage) return null
  const best = answers.find((one) => coverageOf([one]) === coverage)
  const isLive = answers.some(({ status }) => status === 'live_weak' || status === 'live_convincing')
  const why =
    answers.length === 0
      ? t('status.noAnswer')
      : coverage !== 'open'
        ? t(`status.${coverage}`, { answer: best?.text ?? '' })
        : t(isLive ? 'status.notTrue' : 'status.notLive')
  return (
    <div className={styles.statusPart}>
      <ul className={styles.status} aria-label={t('status.title')}>
        {all.map((one) => (
          <li
            key={one}
            className={one === 'open' ? styles.isOpen : undefined}
            aria-current={one === coverage ? 'true' : undefined}
          >
            <StatusGlyph status={shownAs[one]} silent />
            {common(`coverage.${shownAs[one]}`)}
          </li>
        ))}
      </ul>
      <p className={styles.small}>{why}</p>
    </div>
  )
}
