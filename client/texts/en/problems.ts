/** What to say for each code of the closed list, when the server's own sentence is not wanted. */
export const problems = {
  'no-such-code':
    'No workshop with that code. Check each letter with the screen: N and M look alike from the back of the room.',
  'code-changed': 'That code was changed. Ask the facilitator for the new one.',
  'link-revoked':
    'That link was changed or ended. Ask the facilitator for the new one, or type the code on the screen.',
  'link-expired':
    'That link has run out. Ask the facilitator to let it run on, or type the code on the screen.',
  'too-many-tries_one': 'Too many tries. Wait {{count}} second, then try once more.',
  'too-many-tries_other': 'Too many tries. Wait {{count}} seconds, then try once more.',
  'too-many-tries-bare': 'Too many tries. Wait a minute, then try once more.',
  'room-full': 'This workshop is full. Ask the facilitator.',
  offline: 'No answer from the server. Check the connection and try again.',
  internal: 'That did not work. The fault is ours. Try again.',
  'storage-unavailable': 'We cannot save just now. The fault is ours. Try again in a moment.',
  'too-large': 'That is too large to open here.',
  'not-allowed': 'Only the facilitator can do that.',
} as const
