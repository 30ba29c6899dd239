/** Hands text or a picture to the browser to save as a file on this device; nothing is uploaded. */
export function saveAs(content: string | Blob, fileName: string): void {
  const file = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the address by then; it must be let go of, or the file stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
