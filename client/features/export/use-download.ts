/** One download at a time: how far it is, how it ended, and the way to end it. Leaving the screen ends it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { saveAs } from '#client/lib/save-as.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { type ExportProgress, exportFile } from '#client/session/export-file.ts'
import { useSession } from '#client/session/hooks.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

export type DownloadState =
  | { readonly is: 'idle' | 'cancelled' }
  | { readonly is: 'making'; readonly progress: ExportProgress | null }
  | { readonly is: 'done'; readonly name: string; readonly bytes: number; readonly at: number }
  | { readonly is: 'failed'; readonly problem: CommandProblem }

export interface Download {
  readonly state: DownloadState
  readonly start: (format: ExportFormat, settings: ExportSettings, logo: string | null) => Promise<void>
  readonly cancel: () => void
}

export function useDownload(): Download {
  const session = useSession()
  const [state, setState] = useState<DownloadState>({ is: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = useCallback(
    async (format: ExportFormat, settings: ExportSettings, logo: string | null) => {
      const ending = new AbortController()
      running.current = ending
      setState({ is: 'making', progress: null })
      const outcome = await exportFile({
        workshopId: session.workshopId,
        format,
        query: settings as Readonly<Record<string, string>>,
        logo,
        signal: ending.signal,
        onProgress: (progress) => {
          if (!ending.signal.aborted) setState({ is: 'making', progress })
        },
      })
      if (ending.signal.aborted) return
      if (!outcome.ok) return setState({ is: 'failed', problem: outcome.problem })
      saveAs(outcome.file, outcome.name)
      setState({ is: 'done', name: outcome.name, bytes: outcome.file.size, at: session.serverNow() })
    },
    [session],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    setState({ is: 'cancelled' })
  }, [])
  return { state, start, cancel }
}
