/**
 * How long the whole pack of a very large workshop takes, 3,000 cards and 500 calls, and what everybody else on the same
 * server notices meanwhile: pings, each a request of its own. Goals: 20 s, and 100 ms at the 99th percentile.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { ExportLine } from '#shared/protocol/export-calls.ts'
import { LARGE, largeWorkshop } from '#test/support/large-workshop.ts'
import { startServerProcess } from '#test/support/server-process.ts'

const PING_EVERY_MS = 20
const MB = 1024 * 1024

export async function benchExports(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bench-'))
  const server = await startServerProcess({ dataDir, main: resolve('dist/server/main.js') })
  const { url } = server
  try {
    const { cookie, workshopId } = await importLarge(url)
    console.log(`The pack of a workshop with ${LARGE.cards} cards and ${LARGE.interviews} interviews`)
    const idle = await pinged(url, () => pause(3_000))
    const before = await cpuOf(url)
    const busy = await pinged(url, () => packed(`${url}/api/workshops/${workshopId}/exports/pack`, cookie))
    const cpu = (await cpuOf(url)) - before
    for (const { step, ms } of busy.result.steps) console.log(`  ${step.padEnd(12)} ${seconds(ms)}`)
    const { totalMs, bytes } = busy.result
    console.log(
      `  in all       ${seconds(totalMs)}, ${(bytes / MB).toFixed(1)} MB, ${cpu.toFixed(1)} s of CPU`,
    )
    console.log(`  ping, idle   ${told(idle.took)}`)
    console.log(`  ping, busy   ${told(busy.took)}`)
  } finally {
    await server.stop('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2).padStart(6)} s`

async function importLarge(url: string): Promise<{ cookie: string; workshopId: string }> {
  const response = await fetch(`${url}/api/workshops/import`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(largeWorkshop()),
  })
  const { workshopId } = (await response.json()) as { workshopId: string }
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { cookie, workshopId }
}

/** Seconds the server has computed so far, all its threads. */
async function cpuOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1])
}

interface Packed {
  readonly steps: readonly { readonly step: string; readonly ms: number }[]
  readonly totalMs: number
  readonly bytes: number
}

/** Reads the stream as a browser does; the last line, which is the file, is only counted. */
async function packed(address: string, cookie: string): Promise<Packed> {
  const began = performance.now()
  const response = await fetch(address, { headers: { cookie, accept: 'application/x-ndjson' } })
  const steps: { step: string; ms: number }[] = []
  let last = began
  let begun = ''
  let bytes = 0
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    const lines = (begun.slice(0, 200) + decoder.decode(chunk, { stream: true })).split('\n')
    begun = lines.pop() ?? ''
    for (const text of lines) {
      if (text.includes('"type":"file"') || !text.startsWith('{')) continue
      const line = JSON.parse(text) as ExportLine
      if (line.type === 'problem') throw new Error(line.problem.title)
      if (line.type !== 'progress') continue
      const now = performance.now()
      steps.push({ step: line.done === 0 ? 'begun' : line.step, ms: now - last })
      last = now
    }
  }
  steps.push({ step: 'file', ms: performance.now() - last })
  return { steps, totalMs: performance.now() - began, bytes }
}

/** What `work` gives, and how long each ping took meanwhile. */
async function pinged<T>(url: string, work: () => Promise<T>): Promise<{ took: number[]; result: T }> {
  const took: number[] = []
  const answers: Promise<void>[] = []
  const timer = setInterval(() => {
    const began = performance.now()
    answers.push(
      // A kept connection may end just as it is used again.
      fetch(`${url}/healthz`)
        .catch(() => fetch(`${url}/healthz`))
        .then(async (answer) => {
          await answer.arrayBuffer()
          took.push(performance.now() - began)
        }),
    )
  }, PING_EVERY_MS)
  const result = await work()
  clearInterval(timer)
  await Promise.all(answers)
  return { took, result }
}

function told(took: readonly number[]): string {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)
  return `${sorted.length} pings, median ${at(0.5)} ms, 99 % ${at(0.99)} ms, most ${at(1)} ms`
}
