/** Who else customers look at: competitors and doing nothing, two to five. */
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { addOption, MOST_OTHERS, removeOption } from '#shared/board/scene-edits.ts'
import { options } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import styles from './scene.module.css'

export function OtherOptions() {
  const { t } = useTranslation('scene')
  const common = useTranslation('common').t
  const session = useSession()
  const others = useDerived(options, (all) => all.filter(({ kind }) => kind !== 'us').sort(byOrder))
  const isFull = others.length >= MOST_OTHERS
  const mayAdd = session.mayEditBoard && !isFull
  const lacksDoNothing = !others.some(({ kind }) => kind === 'status_quo')
  return (
    <section aria-labelledby="others-title">
      <h2 id="others-title" className={styles.fieldTitle}>
        {t('others')}
      </h2>
      <ul className={styles.others}>
        {others.map(({ id, name }) => (
          <li key={id} className={styles.other}>
            {name}
            {session.mayEditBoard && (
              <button
                type="button"
                className={styles.remove}
                aria-label={common('remove', { what: name })}
                onClick={() => session.edit(removeOption, { id })}
              >
                <Icon of={X} size="0.875rem" />
              </button>
            )}
          </li>
        ))}
        {mayAdd && <AddOther onAdd={(name) => session.edit(addOption, { name, kind: 'competitor' })} />}
      </ul>
      <p className={styles.hint}>
        {isFull ? t('othersHintFull') : t('othersHint')}{' '}
        {mayAdd && lacksDoNothing && (
          <button
            type="button"
            className={styles.inlineButton}
            onClick={() => session.edit(addOption, { name: t('doNothing'), kind: 'status_quo' })}
          >
            {t('addDoNothing')}
          </button>
        )}
      </p>
      {mayAdd && <FromListButton kind="competitors" size="small" />}
    </section>
  )
}

/** A button that becomes a field; Enter adds and keeps it open for the next. */
function AddOther({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const { t } = useTranslation('scene')
  const [name, setName] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const add = () => {
    if (name?.trim()) onAdd(name.trim())
  }
  if (name === null) {
    return (
      <li>
        <Button ref={opener} onClick={() => setName('')}>
          <Icon of={Plus} />
          {t('addOther')}
        </Button>
      </li>
    )
  }
  return (
    <li>
      <input
        className={styles.otherInput}
        aria-label={t('otherName')}
        placeholder={t('otherName')}
        maxLength={80}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button just pressed
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onBlur={() => {
          add()
          setName(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            add()
            setName('')
          } else if (event.key === 'Escape') {
            setName(null)
            requestAnimationFrame(() => opener.current?.focus())
          }
        }}
      />
    </li>
  )
}
