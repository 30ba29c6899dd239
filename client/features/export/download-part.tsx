/** The button, how far the file is, and how it ended. */
import DownloadIcon from 'lucide-react/icons/download'
import { useTranslation } from 'react-i18next'
import { type DownloadState, useDownload, type Wanted } from '#client/features/export/use-download.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useIsOffline } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import type from '#client/ui/type.module.css'
import styles from './export.module.css'

export function DownloadPart(wanted: Wanted) {
  const { format } = wanted
  const { t } = useTranslation('exporting')
  const { state, start, cancel } = useDownload()
  const isOffline = useIsOffline()
  const isMaking = state.is === 'making'
  return (
    <div className={styles.download}>
      {isMaking ? (
        <Making state={state} onCancel={cancel} />
      ) : (
        <Button
          kind="primary"
          size="large"
          wide
          notYet={isOffline ? t('offline') : false}
          onClick={() => void start(wanted)}
        >
          <Icon of={DownloadIcon} />
          {format === 'pack' ? t('downloadPack') : t('download', { format: t(`format.${format}.name`) })}
        </Button>
      )}
      <p className={type.meta}>{isOffline && !isMaking ? t('offline') : t('hint')}</p>
      <Ended state={state} />
    </div>
  )
}

/** Once: a function that is made anew with each drawing would be called with each. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

function Making(props: {
  readonly state: Extract<DownloadState, { is: 'making' }>
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('exporting')
  const { progress } = props.state
  const isCounted = progress !== null && progress.of > 1
  return (
    <div className={styles.making}>
      <span>{isCounted ? t('making', { done: progress.done, of: progress.of }) : t('waiting')}</span>
      <progress aria-label={t('waiting')} {...(isCounted && { value: progress.done, max: progress.of })} />
      {/* The button that was pressed is gone: the focus goes where the work can be ended. */}
      <Button ref={takeFocus} onClick={props.onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}

function Ended({ state }: { readonly state: DownloadState }) {
  const { t, i18n } = useTranslation('exporting')
  const problemText = useProblemText()
  const words = () => {
    if (state.is === 'cancelled') return t('cancelled')
    if (state.is !== 'done') return ''
    const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(state.at)
    const seconds = Math.max(0.1, state.seconds).toFixed(1)
    return t('done', { name: state.name, size: sizeOf(state.bytes), time, seconds })
  }
  const sizeOf = (bytes: number): string => {
    const isLarge = bytes >= 1_000_000
    const size = isLarge ? (bytes / 1_000_000).toFixed(1) : String(Math.max(1, Math.round(bytes / 1000)))
    return t(isLarge ? 'size.mb' : 'size.kb', { size })
  }
  return (
    <>
      <p role="status" className={styles.ended}>
        {words()}
      </p>
      {state.is === 'failed' && (
        <p role="alert" className={styles.failed}>
          {t('failed')} {problemText(state.problem)}
        </p>
      )}
    </>
  )
}
