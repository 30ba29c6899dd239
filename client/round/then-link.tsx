/** The way to the former workshop's figures beside these; nothing where this workshop repeats none. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { plainDay } from '#client/lib/plain-day.ts'
import { useSession } from '#client/session/hooks.ts'
import { useFormer } from '#client/session/use-former.ts'
import styles from './then-link.module.css'

export function ThenLink() {
  const { t, i18n } = useTranslation('former')
  const { workshopId } = useSession()
  const former = useFormer()
  if (former === null) return null
  const day = former.heldOn
  return (
    <p className={styles.line}>
      <Link to={`/w/${workshopId}/reality/then`} className={styles.link}>
        {day === '' ? t('linkBare') : t('link', { day: plainDay(day, i18n.language) })}
      </Link>
    </p>
  )
}
