/**
 * Interviews from and to files: choose a file, see what was found in it and what its columns hold, see what would
 * happen, bring it in. Nothing is changed before the last step.
 */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InterviewColumns } from '#client/features/intake/column-table.tsx'
import { FoundForms } from '#client/features/intake/found-forms.tsx'
import { Outcome } from '#client/features/intake/outcome.tsx'
import { Preview } from '#client/features/intake/preview.tsx'
import { ProgressLine } from '#client/features/intake/progress-line.tsx'
import { TranscriptForm } from '#client/features/intake/transcript-form.tsx'
import { UnknownWords } from '#client/features/intake/unknown-words.tsx'
import { type Intake, useIntake } from '#client/features/intake/use-intake.ts'
import { useSession } from '#client/session/hooks.ts'
import { type ExportForm, interviewExport } from '#client/session/interview-file.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { FileField } from '#client/ui/file-field.tsx'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import type { IntakeResult } from '#shared/protocol/intake-calls.ts'

const ACCEPTED = '.csv,.tsv,.xlsx,.vtt,.srt,.txt,.md,.docx'

export function IntakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('intake')
  const intake = useIntake()
  const { result, file } = intake
  return (
    <Dialog title={t('title')} onClose={onClose} isWide>
      {result?.imported ? (
        <Done result={result} onClose={onClose} />
      ) : (
        <div className={styles.steps}>
          <section>
            <h3 className={typography.section}>{t('take.title')}</h3>
            <p className={typography.meta}>{t('take.lead')}</p>
            <FileField file={file} accept={ACCEPTED} onChoose={intake.choose} />
          </section>
          <Waiting intake={intake} />
          {result && <Read intake={intake} result={result} />}
          {file === null && <TakeOut />}
        </div>
      )}
    </Dialog>
  )
}

function Waiting({ intake }: { readonly intake: Intake }) {
  const { t } = useTranslation('intake')
  const { progress, failed, file, stopped } = intake
  if (progress !== null)
    return <ProgressLine progress={progress} fileName={file?.name ?? ''} onStop={intake.stop} />
  if (stopped !== null) return <p role="status">{t(`stopped.${stopped}`)}</p>
  if (failed === null) return null
  return (
    <div className={styles.failed} role="alert">
      <b>{t('failed')}</b>
      <p>{failed === '' ? t('offline') : failed}</p>
      {failed === '' && <Button onClick={intake.again}>{t('tryAgain')}</Button>}
    </div>
  )
}

function Read({ intake, result }: { readonly intake: Intake; readonly result: IntakeResult }) {
  const { t } = useTranslation('intake')
  const isTable = result.kind === 'table'
  const hasFaults = result.problems.some(({ level }) => level === 'fault')
  const count = result.create + result.update
  return (
    <>
      <FoundForms
        found={result.found}
        settings={intake.settings}
        onChange={intake.change}
        isTable={isTable}
      />
      {isTable ? (
        <>
          <InterviewColumns result={result} settings={intake.settings} onChange={intake.change} />
          <UnknownWords words={result.unknownWords} settings={intake.settings} onChange={intake.change} />
        </>
      ) : (
        <TranscriptForm settings={intake.settings} onChange={intake.change} />
      )}
      <Preview result={result} />
      <Outcome result={result} errorFile={intake.errorFile} />
      <div className={styles.acts}>
        <Button
          kind="primary"
          notYet={hasFaults ? t('notYet') : intake.progress !== null}
          onClick={intake.takeIn}
        >
          {isTable ? t('importNow', { count }) : t('transcriptNow')}
        </Button>
      </div>
    </>
  )
}

function Done({ result, onClose }: { readonly result: IntakeResult; readonly onClose: () => void }) {
  const { t } = useTranslation('intake')
  return (
    <div className={styles.steps}>
      <p role="status">{t('done', { count: result.create + result.update })}</p>
      <div className={styles.acts}>
        <Button kind="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

const forms: readonly ExportForm[] = ['csv', 'excel', 'xlsx']

function TakeOut() {
  const { t } = useTranslation('intake')
  const { workshopId } = useSession()
  const [isMasked, setMasked] = useState(false)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={typography.section}>
        {t('give.title')}
      </h3>
      <p className={typography.meta}>{t('give.lead')}</p>
      <label className={styles.check}>
        <input type="checkbox" checked={isMasked} onChange={(event) => setMasked(event.target.checked)} />
        {t('give.masked')}
      </label>
      <ul className={styles.links}>
        {forms.map((form) => (
          <li key={form}>
            <a href={interviewExport(workshopId, form, isMasked)} download>
              {t(`give.${form}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
