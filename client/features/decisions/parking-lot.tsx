/** The parking lot: anyone parks, the room says what becomes of it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived, useMySeat, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { park, settleParked } from '#shared/board/parking-edits.ts'
import { parkingLot } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import styles from './decisions.module.css'

const statuses = ['open', 'moved', 'dropped'] as const

export function ParkingLot() {
  const { t } = useTranslation('decisions')
  const session = useSession()
  const functionName = useMySeat()?.functionName ?? ''
  const parked = useDerived(parkingLot, (all) => [...all].sort(byOrder))
  const [text, setText] = useState('')
  return (
    <section>
      <h2 className={styles.title}>{t('parking.title')}</h2>
      <p className={typography.meta}>{t('parking.lead')}</p>
      {parked.length === 0 && <p className={styles.empty}>{t('parking.none')}</p>}
      <ul>
        {parked.map(({ id, text: what, functionName: from, status }) => (
          <li key={id} className={styles.parked} data-status={status}>
            <p>
              {what} {from !== '' && <small>{from}</small>}
            </p>
            {session.mayEditBoard ? (
              <select
                className={styles.input}
                aria-label={t('parking.state', { what })}
                value={status}
                onChange={({ target }) => {
                  const wanted = statuses.find((one) => one === target.value)
                  if (wanted) session.edit(settleParked, { id, status: wanted })
                }}
              >
                {statuses.map((one) => (
                  <option key={one} value={one}>
                    {t(`parking.${one}`)}
                  </option>
                ))}
              </select>
            ) : (
              <small>{t(`parking.${status}`)}</small>
            )}
          </li>
        ))}
      </ul>
      {session.mayEditBoard && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (session.edit(park, { text, functionName }) !== null) setText('')
          }}
        >
          <TextField label={t('parking.label')} value={text} maxLength={300} onChange={setText} />
          <Button type="submit" notYet={text.trim() === ''}>
            {t('parking.add')}
          </Button>
        </form>
      )}
    </section>
  )
}
