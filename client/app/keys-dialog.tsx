/** The keys that work anywhere in a workshop, and the switch that turns single letters off. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letterKeysAreOn, setLetterKeys } from '#client/lib/letter-keys.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import { Switch } from '#client/ui/switch.tsx'
import styles from './keys-dialog.module.css'

const everywhere = [
  ['join', ['J']],
  ['rail', ['[']],
  ['theme', ['D']],
  ['projector', ['P']],
  ['stops', ['G', 'S / N / W / M / U / I / L / R / T / P / D / O / A / E']],
  ['follow', ['F']],
  ['people', ['.']],
  ['bring', ['Shift', 'B']],
  ['timer', ['T']],
  ['undo', ['Ctrl', 'Z']],
  ['help', ['?']],
] as const

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const [lettersOn, setLettersOn] = useState(letterKeysAreOn)
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <dl className={styles.keys}>
        {everywhere.map(([does, keys]) => (
          <div key={does} className={styles.line}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('letterKeys')}
        checked={lettersOn}
        onChange={(on) => {
          setLetterKeys(on)
          setLettersOn(on)
        }}
      />
    </Dialog>
  )
}
