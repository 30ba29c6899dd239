/** The way to bring a list in. */
import ListPlus from 'lucide-react/icons/list-plus'
import { useTranslation } from 'react-i18next'
import { wantList } from '#client/lib/list-wanted.ts'
import type { ListKind } from '#shared/board/list-edits.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export function FromListButton(props: {
  readonly kind: ListKind
  /** The sign alone, where there is little room. */
  readonly isSign?: boolean
  readonly size?: 'small'
  readonly onOpen?: () => void
}) {
  const { kind, isSign = false, size, onOpen } = props
  const { t } = useTranslation('lists')
  const open = () => {
    onOpen?.()
    wantList(kind)
  }
  if (isSign)
    return (
      <Button
        kind="quiet"
        square
        aria-haspopup="dialog"
        aria-label={t('open')}
        title={t('open')}
        onClick={open}
      >
        <Icon of={ListPlus} />
      </Button>
    )
  return (
    <Button kind="quiet" aria-haspopup="dialog" {...(size && { size })} onClick={open}>
      <Icon of={ListPlus} />
      {t('open')}
    </Button>
  )
}
