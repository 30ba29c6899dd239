/** What delivers an answer: its tools, which are cards of their own. */
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { AddLine } from '#client/features/roadmap/card-add-line.tsx'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Icon } from '#client/ui/icon.tsx'
import { settle, settleWith } from '#shared/board/card-edits.ts'
import { byPlace } from '#shared/board/roadmap-edits.ts'
import { type Card, cards } from '#shared/board/schema.ts'
import styles from './card-parts.module.css'

export function CardTools({ answer }: { readonly answer: Card }) {
  const { t } = useTranslation('card')
  const { control, mayEdit } = useBoard()
  const session = useSession()
  const tools = useDerived(cards, (all) =>
    all
      .filter((one) => !one.binned && one.place.lane === 'tool' && one.settles.includes(answer.id))
      .sort(byPlace)
      .map(({ id, text }) => ({ id, text })),
  )
  return (
    <>
      <dt>{t('tools.title')}</dt>
      <dd className={styles.tools}>
        {tools.length === 0 && !mayEdit && t('tools.none')}
        {tools.map(({ id, text }) => (
          <span key={id} className={styles.tool}>
            <button
              type="button"
              className={styles.textButton}
              aria-label={t('tools.openCard', { card: text })}
              onClick={() => control.openPanel(id)}
            >
              {text}
            </button>
            {mayEdit && (
              <button
                type="button"
                className={styles.tiny}
                aria-label={t('tools.unlink', { tool: text })}
                title={t('tools.unlink', { tool: text })}
                onClick={() => session.edit(settle, { id, cardId: answer.id, isOn: false })}
              >
                <Icon of={X} size="0.875rem" />
              </button>
            )}
          </span>
        ))}
        {mayEdit && (
          <AddLine
            button={t('tools.add')}
            label={t('tools.addLabel', { answer: answer.text })}
            placeholder={t('tools.placeholder')}
            onAdd={(text) => session.edit(settleWith, { cardId: answer.id, text })}
          />
        )}
      </dd>
    </>
  )
}
