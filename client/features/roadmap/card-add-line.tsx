/** A button that opens a line to type in; Enter adds it and stays for the next, Escape closes it. Nothing typed is lost. */
import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { LONGEST_CARD } from '#shared/board/card-edits.ts'
import styles from './card-parts.module.css'

interface AddLineProps {
  readonly button: string
  readonly label: string
  readonly placeholder: string
  readonly onAdd: (text: string) => void
}

export function AddLine({ button, label, placeholder, onAdd }: AddLineProps) {
  const { t } = useTranslation('card')
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const isLong = text.trim().length > LONGEST_CARD
  const add = () => {
    if (text.trim() === '' || isLong) return
    onAdd(text.trim())
    setText('')
  }
  const close = () => {
    setOpen(false)
    setText('')
    queueMicrotask(() => opener.current?.focus())
  }
  if (!isOpen) {
    return (
      <Button ref={opener} size="small" onClick={() => setOpen(true)}>
        <Icon of={Plus} size="1rem" />
        {button}
      </Button>
    )
  }
  return (
    <form
      className={styles.addLine}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed opened it to type in
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        value={text}
        aria-invalid={isLong || undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          close()
        }}
        onBlur={(event) => {
          if (event.currentTarget.isConnected && document.hasFocus()) add()
        }}
      />
      <Button type="submit" size="small" notYet={text.trim() === '' || isLong}>
        {t('tools.save')}
      </Button>
      {isLong && (
        <p className={styles.error} role="alert">
          {t('paste.longLead', { length: text.trim().length, most: LONGEST_CARD })}
        </p>
      )}
    </form>
  )
}
