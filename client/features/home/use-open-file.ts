/** Opening a workshop file: read here, looked at by the server, opened when whoever chose it says so. All or nothing. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useProblemText } from '#client/lib/problem-text.ts'
import { call } from '#client/session/call.ts'
import type { FilePreviewReply } from '#shared/protocol/file-calls.ts'

const LARGEST_BYTES = 20 * 1024 * 1024

export interface FileRefusal {
  readonly fileName: string
  /** One sentence when there are no single faults. */
  readonly reason: string
  readonly faults: readonly { readonly path: string; readonly message: string }[]
}

export interface SeenFile {
  readonly fileName: string
  readonly content: unknown
  readonly held: FilePreviewReply
}

export type OpenFileState =
  | { readonly status: 'idle' }
  | { readonly status: 'reading'; readonly fileName: string }
  | ({ readonly status: 'seen' | 'opening' } & SeenFile)
  | ({ readonly status: 'faults' } & FileRefusal)

export function useOpenFile() {
  const { t } = useTranslation('home')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [state, setState] = useState<OpenFileState>({ status: 'idle' })

  const look = async (file: File) => {
    const fileName = file.name
    const refuse = (reason: string, faults: FileRefusal['faults'] = []) =>
      setState({ status: 'faults', fileName, reason, faults })
    if (file.size > LARGEST_BYTES) return refuse(t('file.tooLarge'))
    setState({ status: 'reading', fileName })
    const text = await file.text().catch(() => null)
    if (text === null) return refuse(t('file.gone'))
    const content = parsed(text)
    if (content === undefined) return refuse(t('file.notJson'))
    const seen = await call('previewWorkshop', { body: content })
    if (seen.ok) setState({ status: 'seen', fileName, content, held: seen.reply })
    else refuse(problemText(seen.problem), seen.problem.faults)
  }

  const open = async (seen: SeenFile) => {
    setState({ ...seen, status: 'opening' })
    const opened = await call('importWorkshop', { body: seen.content })
    if (opened.ok) return void navigate(`/w/${opened.reply.workshopId}`)
    const { fileName } = seen
    const { faults } = opened.problem
    setState({ status: 'faults', fileName, reason: problemText(opened.problem), faults })
  }

  return { state, look, open, dismiss: () => setState({ status: 'idle' }) }
}

/** Undefined for what is no JSON, which JSON itself cannot hold. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
