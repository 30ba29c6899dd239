/**
 * One download at a time: how far it is, how it ended, and the way to end it. It goes on while one looks at other
 * screens, which are told when the file is there; closing the workshop ends it.
 */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { saveAs } from '#client/lib/save-as.ts'
import type { CommandProblem, Session } from '#client/session/api.ts'
import { type ExportProgress, exportFile } from '#client/session/export-file.ts'
import { useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

export type DownloadState =
  | { readonly is: 'idle' | 'cancelled' }
  | { readonly is: 'making'; readonly format: ExportFormat; readonly progress: ExportProgress | null }
  | {
      readonly is: 'done'
      readonly name: string
      readonly bytes: number
      readonly at: number
      readonly seconds: number
    }
  | { readonly is: 'failed'; readonly problem: CommandProblem }

export interface Wanted {
  readonly format: ExportFormat
  readonly settings: ExportSettings
  /** In base64. */
  readonly logo: string | null
}

interface Download {
  readonly state: StoreApi<DownloadState>
  running: AbortController | null
  /** How many screens show it. */
  shown: number
}

const downloads = new WeakMap<Session, Download>()

function downloadOf(session: Session): Download {
  const known = downloads.get(session)
  if (known) return known
  const made: Download = {
    state: createStore<DownloadState>(() => ({ is: 'idle' })),
    running: null,
    shown: 0,
  }
  downloads.set(session, made)
  return made
}

export function useDownload(): {
  readonly state: DownloadState
  readonly start: (wanted: Wanted) => Promise<void>
  readonly cancel: () => void
} {
  const session = useSession()
  const { t } = useTranslation('exporting')
  const download = downloadOf(session)
  const state = useStore(download.state)
  useEffect(() => {
    download.shown++
    // What ended long ago is no news on coming back.
    if (download.state.getState().is !== 'making') download.state.setState({ is: 'idle' }, true)
    return () => {
      download.shown--
    }
  }, [download])
  const start = async (wanted: Wanted) => {
    await run(session, download, wanted)
    const ended = download.state.getState()
    if (download.shown > 0) return
    if (ended.is === 'done') showToast({ kind: 'good', text: t('doneElsewhere', { name: ended.name }) })
    if (ended.is === 'failed') showToast({ kind: 'problem', text: t('failed') })
  }
  const cancel = () => {
    download.running?.abort()
    download.state.setState({ is: 'cancelled' }, true)
  }
  return { state, start, cancel }
}

async function run(session: Session, download: Download, { format, settings, logo }: Wanted): Promise<void> {
  const tell = (state: DownloadState) => download.state.setState(state, true)
  const ending = new AbortController()
  download.running = ending
  tell({ is: 'making', format, progress: null })
  const from = session.serverNow()
  const outcome = await exportFile({
    workshopId: session.workshopId,
    format,
    query: settings as Readonly<Record<string, string>>,
    logo,
    signal: ending.signal,
    onProgress: (progress) => {
      if (!ending.signal.aborted) tell({ is: 'making', format, progress })
    },
  })
  if (ending.signal.aborted) return
  if (!outcome.ok) return tell({ is: 'failed', problem: outcome.problem })
  saveAs(outcome.file, outcome.name)
  const at = session.serverNow()
  tell({ is: 'done', name: outcome.name, bytes: outcome.file.size, at, seconds: (at - from) / 1000 })
}
