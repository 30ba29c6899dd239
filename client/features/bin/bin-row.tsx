/** One thing in the bin. */
import { useTranslation } from 'react-i18next'
import { type InBin, useBinRights } from '#client/features/bin/use-bin.ts'
import { ago } from '#client/lib/ago.ts'
import { useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { seats } from '#shared/record/schema.ts'
import styles from './bin.module.css'

export function BinRow(props: {
  readonly of: InBin
  readonly onRestore: (row: InBin) => void
  readonly onDelete: (row: InBin) => void
}) {
  const { of: row, onRestore, onDelete } = props
  const { t, i18n } = useTranslation('bin')
  const session = useSession()
  const { mayRestore, mayDelete } = useBinRights()
  const thrower = useRow(seats, row.binned.seatId)
  const when = ago(row.binned.at, session.serverNow(), i18n.language)
  const who =
    row.binned.seatId === session.seatId
      ? t('thrownByYou', { when })
      : t('thrown', { name: thrower?.name || t('somebody'), when })
  return (
    <li className={styles.row} data-bin-row={row.id}>
      <div className={styles.what}>
        <p className={styles.words} dir="auto">
          {row.words}
        </p>
        {row.about && <p className={styles.about}>{row.about}</p>}
        <p className={styles.about}>
          {who} · {t('left', { count: row.daysLeft })}
        </p>
      </div>
      {mayRestore && (
        <div className={styles.acts}>
          <Button aria-label={t('restoreOne', { what: row.words })} onClick={() => onRestore(row)}>
            {t('restore')}
          </Button>
          {mayDelete(row.binned) && (
            <Button
              kind="quiet"
              aria-label={t('removeOne', { what: row.words })}
              onClick={() => onDelete(row)}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
