/** Who sees to a card: a function, and somebody of the room. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { Pick } from '#client/features/roadmap/card-pick.tsx'
import { useDerived, useSeats, useSession } from '#client/session/hooks.ts'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import { type Card, functions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'

export function CardOwner({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const seats = useSeats()
  const names = useDerived(functions, (all) => [...all].sort(byOrder).map(({ name }) => name))
  const { id, ownerFunction, ownerSeatId } = card
  const known = ownerFunction === '' || names.includes(ownerFunction) ? names : [...names, ownerFunction]
  const none = ['', t('answer.noOwner')] as const
  return (
    <>
      <Pick
        label={t('answer.owner')}
        value={ownerSeatId ?? ''}
        options={[none, ...seats.map((seat) => [seat.id, seat.name] as const)]}
        onPick={
          mayEdit
            ? (seatId) => {
                const seat = seats.find((one) => one.id === seatId)
                // Whoever sees to it brings their function along.
                const changes = {
                  ownerSeatId: seat?.id ?? null,
                  ...(seat && { ownerFunction: seat.functionName }),
                }
                session.edit(changeCard, { id, changes })
              }
            : null
        }
      />
      <Pick
        label={t('answer.ownerFunction')}
        value={ownerFunction}
        options={[none, ...known.map((name) => [name, name] as const)]}
        onPick={mayEdit ? (name) => session.edit(changeCard, { id, changes: { ownerFunction: name } }) : null}
      />
    </>
  )
}
