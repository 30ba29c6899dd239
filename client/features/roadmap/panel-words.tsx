/** The words of a card in its panel, written by one or several people at once. */
import { useTranslation } from 'react-i18next'
import { useSharedText, useWhoHas } from '#client/session/hooks.ts'
import { cards } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'

export function PanelWords({ id }: { readonly id: string }) {
  const { t } = useTranslation('roadmap')
  const bind = useSharedText(cards, id, 'text')
  const writer = useWhoHas(id).find(({ editing }) => editing)
  return (
    <div>
      <textarea ref={bind} className={styles.words} aria-label={t('card.text')} maxLength={300} rows={2} />
      <p className={styles.writer}>
        {writer && t('presence.editing', { name: writer.name.split(' ')[0] ?? writer.name })}
      </p>
    </div>
  )
}
