/** Everyone by function, as they come in. Empty seats speak: a function that is missing will be missed. */
import { useTranslation } from 'react-i18next'
import { useDerived, usePresent, useSeats } from '#client/session/hooks.ts'
import { FunctionLabel, functionColor } from '#client/ui/function-glyph.tsx'
import { functionKind } from '#client/ui/function-kind.ts'
import { PersonAvatar } from '#client/ui/person.tsx'
import { functions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Seat } from '#shared/record/schema.ts'
import { type Column, columnsOf } from './room.ts'
import styles from './scene.module.css'

export function WhoIsHere() {
  const { t } = useTranslation('scene')
  const seats = useSeats()
  const present = usePresent()
  const presentIds = new Set(present.map(({ seatId }) => seatId))
  const awayIds = new Set(present.filter(({ away }) => away).map(({ seatId }) => seatId))
  const names = useDerived(functions, (all) => [...all].sort(byOrder).map(({ name }) => name))
  const here = seats.filter(({ id }) => presentIds.has(id)).length
  const leaders = seats.filter(({ role }) => role === 'facilitator').map(({ name }) => name)
  return (
    <section className={styles.room} aria-labelledby="room-title">
      <div className={styles.roomHead}>
        <h2 id="room-title" className={styles.roomTitle} aria-live="polite">
          {seats.length < 2 ? t('hereAlone') : t('here', { here, all: seats.length })}
        </h2>
        <p className={styles.note}>
          {leaders.length > 0 && t('ledBy', { names: leaders.join(', ') })} {t('hereNote')}
        </p>
      </div>
      <div className={styles.columns}>
        {columnsOf(names, seats.filter(isOfAFunction), presentIds).map((column) => (
          <FunctionColumn key={column.name} column={column} awayIds={awayIds} />
        ))}
      </div>
    </section>
  )
}

/** Who leads need not have a function; everyone else without one stands in a column of their own. */
const isOfAFunction = ({ role, functionName }: Seat): boolean => role !== 'facilitator' || functionName !== ''

function FunctionColumn(props: { readonly column: Column; readonly awayIds: ReadonlySet<string> }) {
  const { column, awayIds } = props
  const { t } = useTranslation('scene')
  const { name, here, awaited } = column
  const [first] = awaited
  const isEmpty = here.length === 0 && awaited.length === 0
  return (
    <section className={`${styles.column} ${functionColor(name)}`}>
      <h3 className={styles.columnTitle}>
        <FunctionLabel name={name === '' ? t('noFunction') : name} />
      </h3>
      <ul>
        {here.map((seat) => (
          <Seated key={seat.id} seat={seat} away={awayIds.has(seat.id)} />
        ))}
        {first && <li className={styles.emptySeat}>{t('awaited', { name: first.name })}</li>}
        {isEmpty && <li className={styles.emptySeat}>{t(`emptySeat.${functionKind(name)}`)}</li>}
        {here.length === 1 && awaited.length === 0 && name !== '' && (
          <li className={styles.emptySeat}>{t('oneVoice')}</li>
        )}
      </ul>
    </section>
  )
}

function Seated({ seat, away }: { readonly seat: Seat; readonly away: boolean }) {
  const { t } = useTranslation('common')
  return (
    <li className={styles.person}>
      <PersonAvatar
        name={seat.name}
        functionName={seat.functionName}
        isFacilitator={seat.role === 'facilitator'}
        away={away}
      />
      <span title={away ? t('away') : undefined}>{seat.name}</span>
    </li>
  )
}
