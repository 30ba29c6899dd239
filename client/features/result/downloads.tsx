/** The same as files, for those who pass it on: the report at once, all other formats behind it. */
import DownloadIcon from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { saveAs } from '#client/lib/save-as.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { resultFile } from '#client/session/result-file.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { type ExportFormat, formatNames } from '#shared/protocol/export-formats.ts'
import styles from './result.module.css'

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'making'; readonly format: ExportFormat }
  | { readonly is: 'done'; readonly name: string }
  | { readonly is: 'failed'; readonly problem: CommandProblem }

export function Downloads({ token }: { readonly token: string }) {
  const { t } = useTranslation('result')
  const name = useFormatName()
  const [state, setState] = useState<State>({ is: 'idle' })
  const take = async (format: ExportFormat) => {
    if (state.is === 'making') return
    setState({ is: 'making', format })
    const made = await resultFile(token, format)
    if (made.ok) saveAs(made.file, made.name)
    setState(made.ok ? { is: 'done', name: made.name } : { is: 'failed', problem: made.problem })
  }
  return (
    <div className={styles.downloads}>
      <p className={styles.label}>{t('downloads')}</p>
      <Button kind="primary" wide onClick={() => void take('pdf')}>
        <Icon of={DownloadIcon} />
        {t('download', { format: name('pdf') })}
      </Button>
      <Button wide onClick={() => window.print()}>
        <Icon of={Printer} />
        {t('print')}
      </Button>
      <details className={styles.formats}>
        <summary>{t('moreFormats')}</summary>
        <ul>
          {formatNames
            .filter((format) => format !== 'pdf')
            .map((format) => (
              <li key={format}>
                <Button kind="quiet" size="small" onClick={() => void take(format)}>
                  {name(format)}
                </Button>
              </li>
            ))}
        </ul>
      </details>
      <Told state={state} />
    </div>
  )
}

function Told({ state }: { readonly state: State }) {
  const { t } = useTranslation('result')
  const name = useFormatName()
  const problemText = useProblemText()
  return (
    <>
      <p role="status" className={styles.small}>
        {state.is === 'making' && t('making', { format: name(state.format) })}
        {state.is === 'done' && t('made', { name: state.name })}
      </p>
      {state.is === 'failed' && (
        <p role="alert" className={styles.problem}>
          {t('notMade')} {problemText(state.problem)}
        </p>
      )}
    </>
  )
}

function useFormatName(): (format: ExportFormat) => string {
  const { t } = useTranslation('exporting')
  return (format) => t(`format.${format}.name`)
}
