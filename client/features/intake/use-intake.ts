/** One file on its way in: read again with every choice, taken in when asked. Only the last answer counts. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '#client/session/hooks.ts'
import { faultyRows, type IntakeProgress, sendInterviews } from '#client/session/interview-file.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

export interface Intake {
  readonly file: File | null
  readonly settings: IntakeSettings
  /** What the file would do, by the last choices that were read. */
  readonly result: IntakeResult | null
  readonly progress: IntakeProgress | 'reading' | null
  /** Null: nothing failed; empty: the server was not reached. */
  readonly failed: string | null
  /** What was going on when it was stopped. */
  readonly stopped: 'reading' | 'writing' | null
  choose(file: File): void
  change(settings: IntakeSettings): void
  takeIn(): void
  stop(): void
  again(): void
  readonly errorFile: () => Promise<Blob | null>
}

export function useIntake(): Intake {
  const { workshopId } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const [settings, setSettings] = useState<IntakeSettings>({})
  const [result, setResult] = useState<IntakeResult | null>(null)
  const [progress, setProgress] = useState<Intake['progress']>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [stopped, setStopped] = useState<Intake['stopped']>(null)
  const [isDryRun, setDryRun] = useState(true)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const send = useCallback(
    async (sent: File, chosen: IntakeSettings, isDry: boolean) => {
      running.current?.abort()
      const own = new AbortController()
      running.current = own
      setProgress('reading')
      setFailed(null)
      setStopped(null)
      setDryRun(isDry)
      const answer = await sendInterviews(
        { workshopId, file: sent, settings: chosen },
        { isDry, signal: own.signal, onProgress: (step) => running.current === own && setProgress(step) },
      )
      if (running.current !== own) return
      running.current = null
      setProgress(null)
      if (answer.ok) setResult(answer.result)
      else setFailed(answer.title)
    },
    [workshopId],
  )

  return {
    file,
    settings,
    result,
    progress,
    failed,
    stopped,
    choose: (chosen) => {
      setFile(chosen)
      setSettings({})
      setResult(null)
      void send(chosen, {}, true)
    },
    change: (chosen) => {
      setSettings(chosen)
      if (file) void send(file, chosen, true)
    },
    takeIn: () => {
      if (file) void send(file, settings, false)
    },
    stop: () => {
      running.current?.abort()
      running.current = null
      setProgress(null)
      setStopped(isDryRun ? 'reading' : 'writing')
    },
    again: () => {
      if (file) void send(file, settings, true)
    },
    errorFile: async () =>
      file ? faultyRows({ workshopId, file, settings }, new AbortController().signal) : null,
  }
}
