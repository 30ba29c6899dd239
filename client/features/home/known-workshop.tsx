/** One workshop of the list: what it is, where it stands, and what of its plan is overdue. */
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Listed } from '#client/features/home/by-product.ts'
import { ago } from '#client/lib/ago.ts'
import { stopFor } from '#client/lib/stops.ts'
import { forgetWorkshop } from '#client/session/workshops.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import styles from './home.module.css'
import { Trail } from './trail.tsx'

/** Under the name of its product a workshop is called by its customers, if they tell it from the others there. */
export function Known(props: { readonly listed: Listed; readonly isBySegment: boolean }) {
  const { listed, isBySegment } = props
  const { t, i18n } = useTranslation('home')
  const shell = useTranslation('shell').t
  const common = useTranslation('common').t
  const { workshopId, segment, openedAt, stood, title: own } = listed.workshop
  const when = ago(openedAt, Date.now(), i18n.language)
  const title = own || t('untitled')
  const [name, under] = isBySegment ? [segment, title] : [title, segment]
  const forget = () => {
    const run = forgetWorkshop(workshopId)
    showToast({ kind: 'undo', text: t('forgotten', { title }), action: { label: common('undo'), run } })
  }
  return (
    <li className={styles.workshop}>
      <Link className={styles.workshopLink} to={`/w/${workshopId}`}>
        <span className={styles.workshopLine}>
          <b className={styles.workshopTitle}>{name}</b>
          <span className={styles.workshopMeta}>
            {stood
              ? t('stood', { stop: shell(`stops.${stopFor(stood.activity)}`), when })
              : t('opened', { when })}
          </span>
        </span>
        <span className={styles.workshopLine}>
          <span className={`${styles.workshopTitle} ${styles.workshopMeta}`}>{under}</span>
          {stood && <Trail stood={stood} />}
        </span>
      </Link>
      <Button
        kind="quiet"
        square
        aria-label={t('forget', { title })}
        title={t('forget', { title })}
        onClick={forget}
      >
        <Icon of={X} />
      </Button>
      <Asks of={listed} title={title} />
    </li>
  )
}

/** Nothing where nothing is asked for. */
function Asks({ of: { workshop, attention }, title }: { readonly of: Listed; readonly title: string }) {
  const { t } = useTranslation('home')
  const { overdue, ownerless, look, unseenDays } = attention
  if (overdue + ownerless === 0 && look === null && unseenDays === null) return null
  return (
    <Link
      className={styles.asks}
      to={`/w/${workshop.workshopId}/plan`}
      aria-label={[
        t('asks.of', { title }),
        overdue > 0 && t('asks.overdue', { count: overdue }),
        ownerless > 0 && t('asks.ownerless', { count: ownerless }),
        look !== null && t('asks.look', { days: look }),
        unseenDays !== null && t('asks.unseen', { count: unseenDays }),
      ]
        .filter(Boolean)
        .join(', ')}
    >
      {overdue > 0 && <Chip kind="danger">{t('asks.overdue', { count: overdue })}</Chip>}
      {ownerless > 0 && <Chip>{t('asks.ownerless', { count: ownerless })}</Chip>}
      {look !== null && <Chip kind="soft">{t('asks.look', { days: look })}</Chip>}
      {unseenDays !== null && <Chip kind="line">{t('asks.unseen', { count: unseenDays })}</Chip>}
    </Link>
  )
}
