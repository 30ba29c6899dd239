/** Sealing a ballot of marks: at any time, an unknown cell is an answer. */
import Lock from 'lucide-react/icons/lock'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

export function SealMarks({
  isSealing,
  onSeal,
}: {
  readonly isSealing: boolean
  readonly onSeal: () => void
}) {
  const { t } = useTranslation('mark')
  const common = useTranslation('round').t
  return (
    <Button kind="primary" size="large" wide notYet={isSealing} onClick={onSeal}>
      <Icon of={Lock} />
      {isSealing ? common('ballot.sealing') : t('ballot.seal')}
    </Button>
  )
}
