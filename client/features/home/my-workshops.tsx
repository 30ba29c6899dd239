/** Workshops this device has a seat in, newest first, and the way to open one from a file. */

import X from 'lucide-react/icons/x'
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ago } from '#client/lib/ago.ts'
import { stopFor } from '#client/lib/stops.ts'
import { forgetWorkshop, type KnownWorkshop, useKnownWorkshops } from '#client/session/workshops.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { FileFaults } from './file-faults.tsx'
import styles from './home.module.css'
import { Trail } from './trail.tsx'
import { useOpenFile } from './use-open-file.ts'

/** `whenNone` stands in the place of the list on a first visit. */
export function MyWorkshops({ whenNone }: { readonly whenNone: ReactNode }) {
  const { t } = useTranslation('home')
  const workshops = useKnownWorkshops()
  const fileInput = useRef<HTMLInputElement>(null)
  const { state, open, dismiss } = useOpenFile()
  const [inputKey, setInputKey] = useState(0)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) void open(file)
    setInputKey((key) => key + 1)
  }
  const openFile = (
    <button type="button" className={styles.fileButton} onClick={() => fileInput.current?.click()} />
  )
  return (
    <section>
      {workshops.length === 0 ? (
        whenNone
      ) : (
        <>
          <h2 className={styles.listTitle}>{t('myWorkshops')}</h2>
          <ul>
            {workshops.map((workshop) => (
              <Known key={workshop.workshopId} workshop={workshop} />
            ))}
          </ul>
        </>
      )}
      {state.status === 'faults' && (
        <FileFaults refusal={state} onAnother={() => fileInput.current?.click()} onClose={dismiss} />
      )}
      <p className={styles.kept} role="status">
        {state.status === 'opening' ? (
          t('file.opening', { file: state.fileName })
        ) : (
          <Trans
            t={t}
            i18nKey={workshops.length === 0 ? 'noneKept' : 'kept'}
            components={{ file: openFile }}
          />
        )}
      </p>
      <input
        key={inputKey}
        ref={fileInput}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="workshop-file"
        onChange={choose}
      />
    </section>
  )
}

function Known({ workshop }: { readonly workshop: KnownWorkshop }) {
  const { t, i18n } = useTranslation('home')
  const shell = useTranslation('shell').t
  const common = useTranslation('common').t
  const { segment, openedAt, stood } = workshop
  const when = ago(openedAt, Date.now(), i18n.language)
  const title = workshop.title || t('untitled')
  const forget = () => {
    const run = forgetWorkshop(workshop.workshopId)
    showToast({ kind: 'undo', text: t('forgotten', { title }), action: { label: common('undo'), run } })
  }
  return (
    <li className={styles.workshop}>
      <Link className={styles.workshopLink} to={`/w/${workshop.workshopId}`}>
        <span className={styles.workshopLine}>
          <b className={styles.workshopTitle}>{title}</b>
          <span className={styles.workshopMeta}>
            {stood
              ? t('stood', { stop: shell(`stops.${stopFor(stood.activity)}`), when })
              : t('opened', { when })}
          </span>
        </span>
        <span className={styles.workshopLine}>
          <span className={`${styles.workshopTitle} ${styles.workshopMeta}`}>{segment}</span>
          {stood && <Trail stood={stood} />}
        </span>
      </Link>
      <Button
        kind="quiet"
        square
        aria-label={t('forget', { title })}
        title={t('forget', { title })}
        onClick={forget}
      >
        <Icon of={X} />
      </Button>
    </li>
  )
}
