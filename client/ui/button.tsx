/**
 * Five kinds of buttons: primary (graphite), reveal (highlighter, one a screen), default, quiet, and not-yet.
 * A not-yet button is dashed, says why, keeps the focus and does nothing when pressed.
 */
import type { ComponentProps, ReactNode, Ref } from 'react'
import { Link } from 'react-router'
import styles from './button.module.css'

interface ButtonLook {
  readonly kind?: 'primary' | 'reveal' | 'default' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large' | 'huge'
  /** Takes the whole width of its container. */
  readonly wide?: boolean
  /** Only an icon inside; needs `aria-label`. */
  readonly square?: boolean
}

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'disabled' | 'ref'> {
  readonly ref?: Ref<HTMLButtonElement>
  /** Not yet pressable. The button's words should say what is missing; a string is said in addition. */
  readonly notYet?: boolean | string
  readonly children: ReactNode
}

function buttonClass({ kind = 'default', size = 'medium', wide, square }: ButtonLook): string {
  const classes = [styles.button, styles[kind], styles[size]]
  if (wide) classes.push(styles.wide)
  if (square) classes.push(styles.square)
  return classes.join(' ')
}

export function Button(props: ButtonProps) {
  const { kind, size, wide, square, notYet = false, onClick, type = 'button', className, ...rest } = props
  const look: ButtonLook = {
    ...(kind && { kind }),
    ...(size && { size }),
    ...(wide && { wide }),
    ...(square && { square }),
  }
  const blocked = notYet !== false && notYet !== ''
  return (
    <button
      {...rest}
      type={type}
      className={[buttonClass(look), className].filter(Boolean).join(' ')}
      {...(blocked && { 'aria-disabled': true })}
      {...(typeof notYet === 'string' && blocked && { title: notYet, 'aria-description': notYet })}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

interface LinkButtonProps extends ButtonLook, Omit<ComponentProps<typeof Link>, 'className'> {}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ kind, size, wide, square, ...rest }: LinkButtonProps) {
  const look: ButtonLook = {
    ...(kind && { kind }),
    ...(size && { size }),
    ...(wide && { wide }),
    ...(square && { square }),
  }
  return <Link {...rest} className={buttonClass(look)} />
}
