/** What an answer settles, or a tool delivers: the ties from this card, to be followed, undone and added to. */
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Icon } from '#client/ui/icon.tsx'
import { maySettle, settle } from '#shared/board/card-edits.ts'
import { byPlace } from '#shared/board/roadmap-edits.ts'
import { type Card, cards } from '#shared/board/schema.ts'
import styles from './card-parts.module.css'

export function CardSettles({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { control, mayEdit } = useBoard()
  const session = useSession()
  const selectId = useId()
  const { id, settles } = card
  const { lane, stageId } = card.place
  const isTool = lane === 'tool'
  const tied = useDerived(cards, (all) =>
    all.filter((one) => !one.binned && settles.includes(one.id)).sort(byPlace),
  )
  const others = useDerived(cards, (all) =>
    all
      .filter((one) => !one.binned && maySettle(lane, one.place.lane) && !settles.includes(one.id))
      .sort(
        (a, b) =>
          Number(b.place.stageId === stageId) - Number(a.place.stageId === stageId) ||
          a.text.localeCompare(b.text),
      )
      .map((one) => ({ id: one.id, text: one.text })),
  )
  return (
    <section className={styles.part}>
      <h3>{t(isTool ? 'tools.delivers' : 'answer.settles')}</h3>
      {tied.length === 0 && (
        <p className={styles.none}>{t(isTool ? 'tools.deliversNone' : 'answer.settlesNone')}</p>
      )}
      <ul className={styles.ties}>
        {tied.map((one) => (
          <li key={one.id}>
            <button type="button" className={styles.textButton} onClick={() => control.openPanel(one.id)}>
              {one.text || t('answer.title')}
            </button>
            {mayEdit && (
              <button
                type="button"
                className={styles.tiny}
                aria-label={t('answers.unlink', { answer: one.text })}
                title={t('answers.unlinkShort')}
                onClick={() => session.edit(settle, { id, cardId: one.id, isOn: false })}
              >
                <Icon of={X} size="0.875rem" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && others.length > 0 && (
        <p className={styles.pick}>
          <label htmlFor={selectId}>{t(isTool ? 'tools.anAnswer' : 'answer.alsoSettles')}</label>
          <select
            id={selectId}
            value=""
            onChange={(event) => session.edit(settle, { id, cardId: event.target.value, isOn: true })}
          >
            <option value="">{t('answers.choose')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.text}
              </option>
            ))}
          </select>
        </p>
      )}
    </section>
  )
}
