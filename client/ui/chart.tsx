/**
 * The frame of every chart: the drawing with what it rests on, the same numbers as a table, and both for the
 * clipboard. What the drawing says to those who cannot see it is part of the drawing itself.
 */
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/lib/copy-text.ts'
import { useTableKey } from '#client/lib/use-table-key.ts'
import { Button } from './button.tsx'
import styles from './chart.module.css'
import { Kbd } from './keys.tsx'
import { PictureButtons } from './picture-buttons.tsx'
import { showToast } from './toast-store.ts'

export function Chart(props: {
  /** Heads the picture and names its file. */
  readonly title: string
  /** Null where there is nothing to draw: then the table stands for it. */
  readonly drawing: ReactNode
  /** Left out where the drawing is a table already. */
  readonly table?: ReactNode
  /** What the figures rest on; stands in the picture too (U2). */
  readonly sample?: ReactNode
  /** Tab-separated, with the sample in it. Null while nothing may be taken away yet. */
  readonly numbers: (() => string) | null
  /** The chart that Shift T turns into its table: one a screen. */
  readonly isMain?: boolean
  /** Other tools of this chart, before the common ones. */
  readonly tools?: ReactNode
  /** The look changed by hand. */
  readonly onSwitch?: () => void
}) {
  const { title, drawing, table, sample, numbers, isMain = false, tools, onSwitch } = props
  const { t } = useTranslation('chart')
  const frame = useRef<HTMLDivElement>(null)
  const [wantsTable, setWantsTable] = useState(false)
  const mayTurn = numbers !== null && table !== undefined && drawing !== null
  const isTable = drawing === null || (mayTurn && wantsTable)
  const turn = () => {
    setWantsTable(!wantsTable)
    onSwitch?.()
  }
  useTableKey(isMain && mayTurn ? turn : null)

  const copy = async (text: string) => {
    const isCopied = await copyText(text)
    showToast({ kind: isCopied ? 'good' : 'problem', text: t(isCopied ? 'copied' : 'notCopied') })
  }
  return (
    <>
      <div ref={frame} className={styles.frame}>
        {isTable ? table : drawing}
        {sample && <p className={styles.sample}>{sample}</p>}
      </div>
      {numbers && (
        <div className={styles.tools}>
          {tools}
          {mayTurn && (
            <Button {...(isMain && { 'aria-keyshortcuts': 'Shift+T' })} onClick={turn}>
              {t(isTable ? 'showChart' : 'showTable')}
              {isMain && (
                <span className={styles.key} aria-hidden="true">
                  <Kbd>Shift</Kbd> <Kbd>T</Kbd>
                </span>
              )}
            </Button>
          )}
          <PictureButtons title={title} frame={frame} />
          <Button kind="quiet" onClick={() => void copy(numbers())}>
            {t('copyNumbers')}
          </Button>
        </div>
      )}
    </>
  )
}
