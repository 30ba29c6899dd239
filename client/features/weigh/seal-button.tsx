/** Dashed and saying why until the ballot can be sealed, then the primary action. */
import Lock from 'lucide-react/icons/lock'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { maySeal } from '#client/features/weigh/ballot-value.ts'
import { left } from '#client/lib/points.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

import type { WeightsBallot } from '#shared/rounds/weights.ts'

export function SealButton(props: {
  readonly ballot: WeightsBallot
  readonly ids: readonly string[]
  readonly isSealing: boolean
  readonly onSeal: () => void
  readonly ref: Ref<HTMLButtonElement>
}) {
  const { ballot, ids, isSealing, onSeal, ref } = props
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  const over = -left(ballot.points, ids)
  const may = maySeal(ballot, ids)
  const words = () => {
    if (isSealing) return common('ballot.sealing')
    if (may) return t('ballot.seal')
    return over > 0 ? t('ballot.sealOver', { count: over }) : t('ballot.sealNotYet')
  }
  return (
    <Button ref={ref} kind="primary" size="large" wide notYet={!may || isSealing} onClick={onSeal}>
      <Icon of={Lock} />
      {words()}
    </Button>
  )
}
