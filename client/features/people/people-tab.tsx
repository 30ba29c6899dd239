/**
 * Who belongs to the workshop, by function, and who is here. The facilitator gives roles, says how senior somebody is
 * (nobody else learns it), removes seats, and adds people without a device.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddPerson } from '#client/features/people/add-person.tsx'
import { PersonForm } from '#client/features/people/person-form.tsx'
import { useSeniority } from '#client/features/people/use-seniority.ts'
import { usePresent, useSeats, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { PersonAvatar } from '#client/ui/person.tsx'
import typography from '#client/ui/type.module.css'
import type { Seat } from '#shared/record/schema.ts'
import styles from './people.module.css'

export function PeopleTab() {
  const { t } = useTranslation('room')
  const { isFacilitator } = useSession()
  const seats = useSeats()
  const seniority = useSeniority()
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <>
      <h2 className={typography.section}>{t('people.title', { count: seats.length })}</h2>
      {isFacilitator && <p className={typography.meta}>{t('people.lead')}</p>}
      {byFunction(seats).map(([name, members]) => (
        <section key={name} className={styles.group}>
          <h3 className={styles.function}>{name || t('people.noFunction')}</h3>
          <ul>
            {members.map((seat) => (
              <PersonLine
                key={seat.id}
                seat={seat}
                functions={functionsOf(seats)}
                seniority={seniority}
                isOpen={openId === seat.id}
                onOpen={(isOpen) => setOpenId(isOpen ? seat.id : null)}
              />
            ))}
          </ul>
        </section>
      ))}
      {isFacilitator && <AddPerson functions={functionsOf(seats)} />}
    </>
  )
}

function PersonLine(props: {
  readonly seat: Seat
  readonly functions: readonly string[]
  readonly seniority: ReturnType<typeof useSeniority>
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}) {
  const { seat, functions, seniority, isOpen, onOpen } = props
  const { t } = useTranslation('room')
  const common = useTranslation('common').t
  const session = useSession()
  const present = usePresent().find(({ seatId }) => seatId === seat.id)
  const isMe = seat.id === session.seatId
  const isHere = present !== undefined && !present.away
  const whereabouts = seat.proxy ? 'onPaper' : isHere ? 'here' : 'away'
  return (
    <li className={styles.person}>
      <div className={styles.line}>
        <PersonAvatar
          name={seat.name}
          functionName={seat.functionName}
          isFacilitator={seat.role === 'facilitator'}
          away={!isHere}
        />
        <p className={styles.who}>
          <b>{isMe ? t('people.me', { name: seat.name, you: common('you') }) : seat.name}</b>
          <small>
            {t(`people.roles.${seat.role}`)} · {t(`people.${whereabouts}`)}
          </small>
        </p>
        {(session.isFacilitator || isMe) && (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={t('people.changeOf', { name: seat.name })}
            onClick={() => onOpen(!isOpen)}
          >
            {t('people.change')}
          </Button>
        )}
      </div>
      {isOpen && (
        <PersonForm seat={seat} functions={functions} seniority={seniority} onDone={() => onOpen(false)} />
      )}
    </li>
  )
}

/** Functions in the order in which somebody of them came; people without one last. */
function byFunction(seats: readonly Seat[]): readonly (readonly [string, readonly Seat[]])[] {
  const groups = new Map<string, Seat[]>()
  for (const seat of seats) groups.set(seat.functionName, [...(groups.get(seat.functionName) ?? []), seat])
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''))
}

const functionsOf = (seats: readonly Seat[]): string[] => [
  ...new Set(seats.map(({ functionName }) => functionName).filter((name) => name !== '')),
]
