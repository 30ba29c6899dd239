/** One need of the list: its name is edited in place, kept when the field is left or Enter is pressed. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { changeNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import styles from './setup.module.css'

export const LONGEST_NEED = 60

export function NeedRow(props: {
  readonly id: string
  readonly number: number
  readonly count: number
  readonly mayEdit: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}) {
  const { id, number, count, mayEdit, onMove, onRemove } = props
  const { t } = useTranslation('weigh')
  const need = useRow(needs, id)
  if (!need) return null
  const name = need.short || need.statement
  return (
    <li className={styles.need}>
      <i className={styles.number}>{number}</i>
      {mayEdit ? (
        <NameField id={id} name={name} number={number} />
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      {mayEdit && (
        <span className={styles.rowButtons}>
          <Button
            square
            kind="quiet"
            aria-label={t('setup.up', { need: name })}
            notYet={number === 1}
            onClick={() => onMove(-1)}
          >
            <Icon of={ArrowUp} size="1rem" />
          </Button>
          <Button
            square
            kind="quiet"
            aria-label={t('setup.down', { need: name })}
            notYet={number === count}
            onClick={() => onMove(1)}
          >
            <Icon of={ArrowDown} size="1rem" />
          </Button>
          <Button square kind="quiet" aria-label={t('setup.remove', { need: name })} onClick={onRemove}>
            <Icon of={X} size="1rem" />
          </Button>
        </span>
      )}
    </li>
  )
}

/** While somebody types here, what others change does not touch it; the last to leave the field is kept. */
function NameField({
  id,
  name,
  number,
}: {
  readonly id: string
  readonly name: string
  readonly number: number
}) {
  const { t } = useTranslation('weigh')
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    const short = typed?.trim() ?? ''
    setTyped(null)
    if (short !== '' && short !== name) session.edit(changeNeed, { id, changes: { short } })
  }
  return (
    <input
      className={styles.nameField}
      aria-label={t('setup.name', { number })}
      maxLength={LONGEST_NEED}
      value={typed ?? name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
