/** Workshops this device has a seat in, by product and with what is overdue, and the way to open one from a file. */
import { type ChangeEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useKnownWorkshops } from '#client/session/workshops.ts'
import { Button } from '#client/ui/button.tsx'
import { localDay } from './attention.ts'
import { byProduct, type Group, type Listed } from './by-product.ts'
import { FileFaults } from './file-faults.tsx'
import styles from './home.module.css'
import { Known } from './known-workshop.tsx'
import { useOpenFile } from './use-open-file.ts'

const FilePreview = lazy(async () => ({ default: (await import('./file-preview.tsx')).FilePreview }))

/** `whenNone` stands in the place of the list on a first visit. */
export function MyWorkshops({ whenNone }: { readonly whenNone: ReactNode }) {
  const { t } = useTranslation('home')
  const workshops = useKnownWorkshops()
  const fileInput = useRef<HTMLInputElement>(null)
  const { state, look, open, dismiss } = useOpenFile()
  const [inputKey, setInputKey] = useState(0)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) void look(file)
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
          <Groups all={byProduct(workshops, Date.now(), localDay)} count={workshops.length} />
        </>
      )}
      {state.status === 'faults' && (
        <FileFaults refusal={state} onAnother={() => fileInput.current?.click()} onClose={dismiss} />
      )}
      {(state.status === 'seen' || state.status === 'opening') && (
        <Suspense fallback={null}>
          <FilePreview
            seen={state}
            isOpening={state.status === 'opening'}
            onOpen={() => void open(state)}
            onClose={dismiss}
          />
        </Suspense>
      )}
      <p className={styles.kept} role="status">
        {state.status === 'reading' ? (
          t('file.reading', { file: state.fileName })
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

/** More than these are asked for. */
const SHOWN = 6

function Groups({ all, count }: { readonly all: readonly Group[]; readonly count: number }) {
  const { t } = useTranslation('home')
  const [isAll, setAll] = useState(false)
  const shown = isAll ? all : all.slice(0, SHOWN)
  const listed = all.flatMap(({ workshops }) => workshops.map(({ attention }) => attention))
  const overdue = sum(listed.map((one) => one.overdue))
  const ownerless = sum(listed.map((one) => one.ownerless))
  return (
    <>
      {overdue + ownerless > 0 && (
        <p className={styles.asked}>
          {overdue > 0 && t('asks.allOverdue', { count: overdue })}{' '}
          {ownerless > 0 && t('asks.allOwnerless', { count: ownerless })}
        </p>
      )}
      <ul>
        {shown.map(({ key, product, workshops }) =>
          product === null ? (
            workshops.map((one) => <Known key={one.workshop.workshopId} listed={one} isBySegment={false} />)
          ) : (
            <li key={key}>
              <h3 className={styles.product}>
                {product.name}
                {product.company !== '' && <small>{product.company}</small>}
              </h3>
              <ul>
                {workshops.map((one) => (
                  <Known key={one.workshop.workshopId} listed={one} isBySegment={isAlone(one, workshops)} />
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
      {all.length > SHOWN && (
        <Button kind="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('showFewer') : t('showAll', { count })}
        </Button>
      )}
    </>
  )
}

/** The only one there for its kind of customer. */
const isAlone = ({ workshop: { segment } }: Listed, all: readonly Listed[]): boolean =>
  segment !== '' && all.filter(({ workshop }) => workshop.segment === segment).length === 1

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
