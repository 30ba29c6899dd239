/** Who has a card in hand, as a tab on it in the colour of the person's function (PR-2a, PR-5a). */
import { useTranslation } from 'react-i18next'
import type { PersonPresent } from '#client/session/api.ts'
import styles from './card.module.css'

export function PresenceTab({ holder, more }: { readonly holder: PersonPresent; readonly more: number }) {
  const { t } = useTranslation('roadmap')
  const name = holder.name.split(' ')[0] ?? holder.name
  const words = holder.moving
    ? t('presence.moving', { name })
    : holder.editing
      ? t('presence.editing', { name })
      : more > 0
        ? t('presence.more', { name, count: more })
        : t('presence.here', { name })
  return <span className={styles.tab}>{words}</span>
}
