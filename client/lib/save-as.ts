/** Hands text to the browser to save as a file on this device; nothing is uploaded. */
export function saveAs(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the address by then; it must be let go of, or the text stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
