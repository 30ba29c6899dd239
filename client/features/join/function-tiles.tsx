/** The functions of the workshop as tiles with their shapes, and an own one when none fits. */
import Check from 'lucide-react/icons/check'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FunctionGlyph } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './join.module.css'

interface FunctionTilesProps {
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
  readonly fault: string
}

export function FunctionTiles({ names, value, onChange, fault }: FunctionTilesProps) {
  const { t } = useTranslation('join')
  const id = useId()
  const [isOwn, setOwn] = useState(false)
  const elseName = t('somethingElse')
  const listed = names.filter((name) => name.toLocaleLowerCase() !== elseName.toLocaleLowerCase())
  const tile = (name: string, chosen: boolean, choose: () => void) => (
    <label key={name} className={`${styles.tile} ${chosen ? styles.chosen : ''}`}>
      <input
        type="radio"
        name={id}
        className={styles.radio}
        checked={chosen}
        onChange={choose}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      <FunctionGlyph name={name} size="1.375rem" />
      <span className={styles.tileName}>{name}</span>
      {chosen && <Icon of={Check} size="1.25rem" />}
    </label>
  )
  return (
    <fieldset className={styles.functions}>
      <legend className={styles.legend}>{t('whereWork')}</legend>
      <div className={styles.tiles}>
        {listed.map((name) =>
          tile(name, !isOwn && value === name, () => {
            setOwn(false)
            onChange(name)
          }),
        )}
        {tile(elseName, isOwn, () => {
          setOwn(true)
          onChange('')
        })}
      </div>
      {isOwn && (
        <div className={styles.own}>
          <TextField label={t('ownFunction')} value={value} onChange={onChange} maxLength={60} autoFocus />
        </div>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles.problem} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
