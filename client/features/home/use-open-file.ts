/** Opening a workshop file: read here, checked by the server, all or nothing. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useProblemText } from '#client/lib/problem-text.ts'
import { call } from '#client/session/call.ts'

const LARGEST_BYTES = 20 * 1024 * 1024

export interface FileRefusal {
  readonly fileName: string
  /** One sentence when there are no single faults. */
  readonly reason: string
  readonly faults: readonly { readonly path: string; readonly message: string }[]
}

export type OpenFileState =
  | { readonly status: 'idle' }
  | { readonly status: 'opening'; readonly fileName: string }
  | ({ readonly status: 'faults' } & FileRefusal)

export function useOpenFile() {
  const { t } = useTranslation('home')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [state, setState] = useState<OpenFileState>({ status: 'idle' })

  const open = async (file: File) => {
    const fileName = file.name
    const refuse = (reason: string, faults: FileRefusal['faults'] = []) =>
      setState({ status: 'faults', fileName, reason, faults })
    if (file.size > LARGEST_BYTES) return refuse(t('file.tooLarge'))
    setState({ status: 'opening', fileName })
    const content = parsed(await file.text())
    if (content === undefined) return refuse(t('file.notJson'))
    const opened = await call('importWorkshop', { body: content })
    if (opened.ok) return void navigate(`/w/${opened.reply.workshopId}`)
    refuse(problemText(opened.problem), opened.problem.faults)
  }

  return { state, open, dismiss: () => setState({ status: 'idle' }) }
}

/** Undefined for what is no JSON, which JSON itself cannot hold. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
