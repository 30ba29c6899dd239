/** All formats in one zip, with a manifest that says what each file is and its SHA-256. */
import { createHash } from 'node:crypto'
import { zipped } from '#server/exports/zip.ts'
import { exportFormats, isExportFormat } from '#shared/protocol/export-formats.ts'
import type { Report } from '#shared/report/report.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `made` holds files by format. `sha256sum --check` takes `checksums.txt`. */
export function packed(report: Report, made: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files = [...made].flatMap(([format, bytes]) =>
    isExportFormat(format) && format !== 'pack' ? [{ name: nameOf(format), format, bytes }] : [],
  )
  const manifest = {
    format: 'guessproof.pack',
    version: 1,
    title: report.title,
    ...report.meta,
    sealed: report.sealed,
    files: files.map(({ name, format, bytes }) => ({
      name,
      format,
      media: exportFormats[format].media,
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
    })),
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const sums = [...files, { name: 'manifest.json', bytes: text }]
    .map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
    .join('')
  return zipped(
    {
      'manifest.json': text,
      'checksums.txt': Buffer.from(sums),
      ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
    },
    report.meta.exportedAt,
  )
}

const nameOf = (format: Exclude<keyof typeof exportFormats, 'pack'>): string =>
  `workshop.${exportFormats[format].ending}`
