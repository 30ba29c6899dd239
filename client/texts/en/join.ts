/** Join on a phone: the code, then name and function. */
export const join = {
  pageTitle: 'Join · Guessproof',
  codeTitle: 'Type the code on the screen',
  codeLead: 'Six characters. No account, no email.',
  codeAlphabet: 'Codes never use I, L, O, 0 or 1.',
  codeGroup: 'Six-character code',
  codeCell: 'Character {{place}} of {{of}}',
  checking: 'Looking for the workshop',
  whoTitle: 'Who are you today?',
  yourName: 'Your name',
  nameMissing: 'Type your name, so that the room knows you are here.',
  nameTooLong: 'A name has at most 60 characters.',
  whereWork: 'Where do you work?',
  somethingElse: 'Something else',
  ownFunction: 'What do you call it?',
  functionMissing: 'Choose one, so that the room can see who is missing.',
  reassurance:
    'The room sees your name. Your ballots stay sealed until everyone’s are in, and then show your function, not your name.',
  watching: 'You will watch: this link has no ballot.',
  in: 'I’m in',
  goingIn: 'Going in',
  otherCode: 'Type another code',
  wrongLink: {
    title: 'This link leads nowhere',
    advice: 'It may have been cut off when it was copied. Ask for the code on the screen and type it.',
    type: 'Type the code',
  },
} as const
